/** The scripts of the action, run as its steps run them: on the built command line, and on a GitHub that is this process. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { program } from '../../scripts/program.ts';
import { temporaryFolder } from '../support/run-cli.ts';

interface Call {
  readonly what: string;
  readonly body: unknown;
}

const folder = temporaryFolder();
const files = {
  output: join(folder.path, 'output'),
  summary: join(folder.path, 'summary.md'),
  event: join(folder.path, 'event.json'),
};
/** What GitHub answers, by method and path; what was asked for. */
const answers = new Map<string, { readonly status?: number; readonly body: unknown }>();
const calls: Call[] = [];
const github = createServer((request, response) => {
  const what = `${request.method ?? ''} ${request.url ?? ''}`;
  let sent = '';
  request.setEncoding('utf8').on('data', (piece: string) => (sent += piece));
  request.on('end', () => {
    calls.push({ what, body: sent === '' ? undefined : JSON.parse(sent) });
    const { status = 200, body } = answers.get(what) ?? { status: 404, body: {} };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
});
let address = '';

/** The runner has Node 24, which takes types out by itself; for an older one they are taken out here, once. */
const stripsTypes = 'typescript' in process.features && Boolean(process.features.typescript);
const plain = join(folder.path, 'action');
const typed = fileURLToPath(new URL('../../action', import.meta.url));

beforeAll(async () => {
  if (!stripsTypes) {
    await build({
      entryPoints: [join(typed, '*.ts')],
      outdir: plain,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
    });
  }
  await new Promise<void>((resolve) => github.listen(0, '127.0.0.1', resolve));
  const bound = github.address();
  if (typeof bound !== 'object' || !bound) throw new Error('no port');
  address = `http://127.0.0.1:${bound.port}`;
});
afterAll(() => {
  github.close();
  folder.remove();
});
beforeEach(() => {
  answers.clear();
  calls.length = 0;
  writeFileSync(files.output, '');
  writeFileSync(files.summary, '');
  happened({ repository: { visibility: 'private', default_branch: 'main' } });
});

function happened(event: object): void {
  writeFileSync(files.event, JSON.stringify(event));
}

interface Ran {
  readonly code: number | null;
  readonly log: string;
}

/** Runs a script as its step does: with the inputs that the step gives it, and what the runner always sets. */
function runScript(name: string, inputs: Readonly<Record<string, string>>): Promise<Ran> {
  const path = stripsTypes ? join(typed, `${name}.ts`) : join(plain, `${name}.mjs`);
  const env = {
    PATH: process.env['PATH'] ?? '',
    SRM_SCAN: program,
    RUNNER_TEMP: folder.path,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_API_URL: address,
    GITHUB_REPOSITORY: 'acme/infra',
    INPUT_GITHUB_TOKEN: 'a-token',
    ...Object.fromEntries(
      Object.entries(inputs).map(([input, value]) => [`INPUT_${input.toUpperCase()}`, value]),
    ),
  };
  const child = spawn(process.execPath, [path], {
    cwd: folder.path,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (log += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (log += piece));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, log });
    });
  });
}

/** What the script told the later steps, as the runner reads it. */
function outputs(): Readonly<Record<string, string>> {
  const lines = readFileSync(files.output, 'utf8').split('\n');
  const told: Record<string, string> = {};
  while (lines.length > 1) {
    const [name = '', end = ''] = (lines.shift() ?? '').split('<<');
    const value = lines.splice(0, lines.indexOf(end));
    lines.shift();
    told[name] = value.join('\n');
  }
  return told;
}

const scanInputs = {
  name: 'srm-scan',
  regions: '',
  arguments: '--demo\n--service=s3',
  fail_on: 'high',
  allow_unknown: 'false',
};

describe('the scan', () => {
  it('tells how it ended and where the reports are, and fails nothing by itself', async () => {
    const { code, log } = await runScript('scan', scanInputs);
    expect(code).toBe(0);
    const { folder: place = '', report = '', sarif = '', ...rest } = outputs();
    expect(rest).toEqual({ 'exit-code': '1' });
    expect(place).toMatch(/srm-scan\/srm-scan\/123456789012-[\dTZ-]+$/);
    expect(JSON.parse(readFileSync(report, 'utf8')).schema).toBe('srm-scan/report/2');
    expect(JSON.parse(readFileSync(sarif, 'utf8')).version).toBe('2.1.0');
    expect(readFileSync(files.summary, 'utf8')).toMatch(/^## srm-scan: .*123456789012/);
    // Names of an account may look like commands to the runner.
    const [, token] = /^::stop-commands::(\S+)\n/.exec(log) ?? [];
    expect(log.trimEnd().endsWith(`\n::${token}::`)).toBe(true);
  });

  it('hands on the inputs, each as one argument', async () => {
    await runScript('scan', {
      ...scanInputs,
      regions: 'eu-west-1, us-east-1',
      fail_on: 'none',
      allow_unknown: 'true',
      arguments: '--demo\n--framework=cis\n--service=s3',
    });
    const report = JSON.parse(readFileSync(outputs()['report'] ?? '', 'utf8'));
    expect(outputs()['exit-code']).toBe('0');
    expect(report.scan.selection).toMatchObject({
      regions: ['eu-west-1', 'us-east-1'],
      frameworks: ['cis-aws-7.0'],
      services: ['s3'],
    });
  });

  it.each([
    ['an option that is an input', { arguments: '--demo\n--output=/etc' }, 'use its input instead'],
    ['a name that leads elsewhere', { name: '../../etc' }, 'is no name'],
    ['a word for a flag', { allow_unknown: 'yes' }, 'write true or false'],
    [
      'a file that is not there',
      { arguments: '--demo\n--mute=$(id) `id`.yaml' },
      '$(id) `id`.yaml',
    ],
    ['a usage error of srm-scan', { arguments: '--demo\n--check=nonsense' }, 'could not be made'],
  ])('refuses %s, and says why', async (_, wrong, why) => {
    const { code, log } = await runScript('scan', { ...scanInputs, ...wrong });
    expect(code).toBe(2);
    expect(log).toMatch(/^::error title=srm-scan::/m);
    expect(log).toContain(why);
    expect(outputs()['folder']).toBeUndefined();
  });
});

describe('who could read the report', () => {
  const guard = (allow = 'false') => runScript('guard', { allow_public: allow });

  it.each(['private', 'internal'])(
    'is looked at, and a repository that is %s goes on',
    async (visibility) => {
      happened({ repository: { visibility } });
      expect(await guard()).toEqual({ code: 0, log: '' });
      expect(calls).toEqual([]);
    },
  );

  it('is everybody in a public repository, which is refused unless it is meant', async () => {
    happened({ repository: { visibility: 'public' } });
    const { code, log } = await guard();
    expect(code).toBe(2);
    expect(log).toContain('everybody could read');
    expect((await guard('true')).code).toBe(0);
  });

  it('is asked where the event does not tell, and refused where nobody tells', async () => {
    happened({ schedule: '0 4 * * *' });
    answers.set('GET /repos/acme/infra', { body: { visibility: 'private' } });
    expect((await guard()).code).toBe(0);
    answers.clear();
    const { code, log } = await guard();
    expect(code).toBe(2);
    expect(log).toContain('it cannot be told');
  });
});

describe('the report to compare with', () => {
  const list = 'GET /repos/acme/infra/actions/artifacts?per_page=100&name=srm-scan';
  const artifact = (id: number, run: object, expired = false) => ({
    expired,
    workflow_run: { id, repository_id: 1, head_repository_id: 1, head_branch: 'main', ...run },
  });
  const find = (baseline = 'artifact') => runScript('baseline', { baseline, name: 'srm-scan' });

  it('is the newest artifact of the default branch, and never that of a fork', async () => {
    answers.set(list, {
      body: {
        artifacts: [
          artifact(5, { head_repository_id: 2 }),
          artifact(4, { head_branch: 'change' }),
          artifact(3, {}, true),
          artifact(2, {}),
          artifact(1, {}),
        ],
      },
    });
    expect((await find()).code).toBe(0);
    expect(outputs()).toEqual({ 'run-id': '2' });
  });

  it('is not there before the first run, which is no failure', async () => {
    answers.set(list, { body: { artifacts: [] } });
    const { code, log } = await find();
    expect(code).toBe(0);
    expect(log).toContain('::notice');
    expect(outputs()).toEqual({});
  });

  it('needs a permission, which is named', async () => {
    answers.set(list, { status: 403, body: {} });
    const { code, log } = await find();
    expect(code).toBe(2);
    expect(log).toContain('actions: read');
  });

  it('may be a file', async () => {
    expect((await find(files.event)).code).toBe(0);
    expect(outputs()).toEqual({ path: files.event });
    expect(await find('nowhere/report.json')).toMatchObject({ code: 2 });
  });
});

describe('what changed', () => {
  let report = '';
  let earlier = '';
  beforeAll(async () => {
    writeFileSync(files.output, '');
    await runScript('scan', scanInputs);
    report = outputs()['report'] ?? '';
    // The same scan, before one bucket became public: what is gone from it is new now.
    const old = JSON.parse(readFileSync(report, 'utf8'));
    const failure = old.findings.find(({ outcome }: { outcome: string }) => outcome === 'fail');
    failure.outcome = 'pass';
    failure.reasons = ['it was fine'];
    earlier = join(folder.path, 'earlier');
    mkdirSync(earlier);
    writeFileSync(join(earlier, 'report.json'), JSON.stringify(old));
  });

  const comments = '/repos/acme/infra/issues/7/comments';
  const compare = (inputs: Readonly<Record<string, string>> = {}) =>
    runScript('compare', {
      ...{ old: '', fetched: earlier, report, name: 'srm-scan', comment: 'true' },
      ...{ fail_on: 'high', fail_on_new: 'true', allow_unknown: 'false', ...inputs },
    });
  const onPullRequest = () => {
    happened({ repository: { visibility: 'private' }, pull_request: { number: 7 } });
  };
  const comment = (id: number, body: string, type = 'Bot') => ({ id, body, user: { type } });

  it('stands in the job summary and decides the exit code, where that was asked for', async () => {
    expect(await compare()).toEqual({ code: 0, log: '' });
    expect(outputs()).toEqual({ 'exit-code': '1' });
    expect(readFileSync(files.summary, 'utf8')).toContain('1 new');
    expect(calls).toEqual([]);

    writeFileSync(files.output, '');
    expect((await compare({ fail_on_new: 'false' })).code).toBe(0);
    expect(outputs()).toEqual({});
  });

  it('is nothing between the same reports', async () => {
    expect((await compare({ old: report })).code).toBe(0);
    expect(outputs()).toEqual({ 'exit-code': '0' });
  });

  it('is posted on a pull request once, then changed', async () => {
    onPullRequest();
    answers.set(`GET ${comments}?per_page=100&page=1`, { body: [] });
    answers.set(`POST ${comments}`, { status: 201, body: {} });
    expect((await compare()).code).toBe(0);
    const [, posted] = calls;
    expect(posted).toEqual({
      what: `POST ${comments}`,
      body: { body: expect.stringMatching(/^<!-- srm-scan srm-scan -->\n### srm-scan: /) },
    });

    calls.length = 0;
    const mark = '<!-- srm-scan srm-scan -->\nwhat was';
    const full = Array.from({ length: 100 }, (_, id) => comment(id, 'words'));
    answers.set(`GET ${comments}?per_page=100&page=1`, { body: full });
    answers.set(`GET ${comments}?per_page=100&page=2`, {
      body: [
        comment(200, mark, 'User'),
        comment(201, '<!-- srm-scan other -->\n'),
        comment(202, mark),
      ],
    });
    answers.set('PATCH /repos/acme/infra/issues/comments/202', { body: {} });
    expect(await compare()).toEqual({ code: 0, log: '' });
    expect(calls.at(-1)?.what).toBe('PATCH /repos/acme/infra/issues/comments/202');
  });

  it('is not posted for a fork, which is a warning, or where nobody wants it', async () => {
    onPullRequest();
    answers.set(`GET ${comments}?per_page=100&page=1`, { body: [] });
    answers.set(`POST ${comments}`, { status: 403, body: {} });
    const { code, log } = await compare();
    expect(code).toBe(0);
    expect(log).toContain('::warning');
    expect(log).toContain('pull-requests: write');

    calls.length = 0;
    await compare({ comment: 'false' });
    expect(calls).toEqual([]);
  });

  it('cannot be told of a report of another account, which is said', async () => {
    const other = JSON.parse(readFileSync(report, 'utf8'));
    other.scan.account.id = '111122223333';
    const path = join(folder.path, 'other.json');
    writeFileSync(path, JSON.stringify(other));
    const { code, log } = await compare({ old: path });
    expect(code).toBe(2);
    expect(log).toContain('cannot be compared');
  });
});
