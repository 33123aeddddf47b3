/**
 * Compares the report with the one before it, posts what changed on the pull request, or changes the comment that is there, and
 * tells the exit code where `fail-on-new` lets the change decide.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { call, event, member } from './github.ts';
import { ActionError, flag, input, main, notice, output, variable } from './runner.ts';

/** GitHub takes so many characters of a comment. */
const mostCharacters = 65_536;

await main(async () => {
  const old = input('old') || fetched(input('fetched'));
  const failOnNew = flag('fail-on-new');
  const args = ['diff', old, input('report'), '--format', 'markdown'];
  if (failOnNew) args.push('--fail-on-new', '--fail-on', input('fail-on'));
  if (failOnNew && flag('allow-unknown')) args.push('--allow-unknown');
  const { status, stdout, stderr } = spawnSync(process.execPath, [variable('SRM_SCAN'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  });
  if (status === null || status === 2)
    throw new ActionError(`the reports cannot be compared: ${stderr.trim()}`);
  if (failOnNew) output('exit-code', String(status));

  const text = cut(stdout);
  appendFileSync(variable('GITHUB_STEP_SUMMARY'), `\n${text}\n`);
  const number = member(event(), 'pull_request', 'number');
  if (typeof number === 'number' && flag('comment')) await comment(number, text);
});

/** report.json in the artifact of an earlier run. */
function fetched(folder: string): string {
  const path = join(folder, 'report.json');
  if (existsSync(path)) return path;
  const there = existsSync(folder) ? readdirSync(folder).join(', ') : 'nothing';
  throw new ActionError(`the earlier artifact has no report.json: it holds ${there}`);
}

/** As much as a comment holds, in whole lines. */
function cut(text: string): string {
  const note = '\n\n_The rest is in the artifact: GitHub takes no longer comment._';
  const most = mostCharacters - note.length - 200;
  if (text.length <= most) return text;
  return `${text.slice(0, text.lastIndexOf('\n', most))}${note}`;
}

/** One comment for each `name`, however often the workflow runs. A fork's job may not write it: then a warning says so. */
async function comment(number: number, text: string): Promise<void> {
  const mark = `<!-- srm-scan ${input('name')} -->`;
  const body = `${mark}\n${text}`;
  const own = await ownComment(number, mark);
  const { status } =
    own === undefined
      ? await call('POST', `issues/${number}/comments`, { body })
      : await call('PATCH', `issues/comments/${own}`, { body });
  if (status >= 300) {
    notice(
      'warning',
      `GitHub did not take the comment (${status}): the job needs the permission "pull-requests: write", which a pull request of a fork never has`,
    );
  }
}

/** Of the same name, and written by a bot: a person may quote the mark. */
async function ownComment(number: number, mark: string): Promise<number | undefined> {
  for (let page = 1; ; page += 1) {
    const { status, body } = await call(
      'GET',
      `issues/${number}/comments?per_page=100&page=${page}`,
    );
    if (status !== 200 || !Array.isArray(body)) return undefined;
    for (const each of body) {
      const [id, text] = [member(each, 'id'), member(each, 'body')];
      const isOwn = typeof text === 'string' && text.startsWith(`${mark}\n`);
      if (isOwn && typeof id === 'number' && member(each, 'user', 'type') === 'Bot') return id;
    }
    if (body.length < 100) return undefined;
  }
}
