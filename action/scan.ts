/** Runs srm-scan with the inputs of the action, puts its Markdown into the job summary, and tells the steps that follow. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ActionError, flag, input, list, main, notice, output, variable } from './runner.ts';

/** What the later steps need: the page for people, the report for diffs, the alerts, the summary. */
const formats = ['html', 'json', 'sarif', 'markdown'];
/** GitHub takes so many bytes of a step's summary, and none of a longer one. */
const mostSummary = 1024 * 1024;

await main(async () => {
  const folder = join(variable('RUNNER_TEMP'), 'srm-scan', fileName(input('name')));
  const own = list('arguments', /\n/);
  const taken = own.find((argument) =>
    /^--(format|output|fail-on|allow-unknown|region)\b/.test(argument),
  );
  if (taken !== undefined) {
    throw new ActionError(
      `arguments: the action itself sets ${taken.split('=')[0] ?? ''}; use its input instead`,
    );
  }
  const code = await run([
    `--format=${formats.join(',')}`,
    `--output=${folder}`,
    `--fail-on=${input('fail-on')}`,
    ...list('regions').flatMap((region) => ['--region', region]),
    ...(flag('allow-unknown') ? ['--allow-unknown'] : []),
    ...own,
  ]);
  output('exit-code', String(code));
  if (code === 2) throw new ActionError('the scan could not be made: the log above says why');

  const place = realpathSync(join(folder, 'latest'));
  output('folder', place);
  output('report', join(place, 'report.json'));
  output('sarif', join(place, 'findings.sarif'));
  summarise(join(place, 'report.md'));
});

/** Becomes a part of the name of an artifact and of a folder. */
function fileName(name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return name;
  throw new ActionError(`"${name}" is no name: write letters, digits and - _ . only`);
}

/** The exit code of srm-scan. What it prints goes into the log as it is, and names of an account may look like commands to the runner. */
async function run(args: readonly string[]): Promise<number> {
  const resume = randomUUID();
  process.stdout.write(`::stop-commands::${resume}\n`);
  const child = spawn(process.execPath, [variable('SRM_SCAN'), ...args], { stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  process.stdout.write(`\n::${resume}::\n`);
  if (code === null) throw new ActionError('the scan was ended by a signal');
  return code;
}

/** Puts the file into the summary of the job, cut at a line where it is longer than GitHub takes. */
function summarise(path: string): void {
  const note = '\n\n_The rest is in the artifact: GitHub takes no longer summary._\n';
  const { size } = statSync(path);
  const text = Buffer.alloc(Math.min(size, mostSummary - note.length));
  const file = openSync(path, 'r');
  const read = readSync(file, text);
  closeSync(file);
  const whole = read === size;
  const end = whole ? read : text.lastIndexOf('\n');
  appendFileSync(variable('GITHUB_STEP_SUMMARY'), text.subarray(0, end));
  if (whole) return;
  appendFileSync(variable('GITHUB_STEP_SUMMARY'), note);
  notice('notice', 'the job summary is cut; the whole report is in the artifact');
}
