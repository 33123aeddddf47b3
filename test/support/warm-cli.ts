/**
 * Runs the built command line in a process that is kept, which takes a fraction of the time of `runCli`: for tables of inputs
 * that differ in a word. How a command begins and ends as a process is tested with `runCli`, at least once in each file.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { program } from '../../scripts/program.ts';
import { cleanEnvironment, type Ran, type RunOptions } from './run-cli.ts';

const script = fileURLToPath(new URL('warm-cli.mjs', import.meta.url));

/** Less than a test has: one that hangs does not take those after it along. */
const longestRun = 50_000;

/** One for all files of a worker. */
let kept: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/** One at a time, in the order in which they were asked for. */
export function runWarm(
  args: readonly string[],
  options: Pick<RunOptions, 'cwd' | 'env'> = {},
): Promise<Ran> {
  const ran = last.then(() => runIn((kept ??= start()), args, options));
  last = ran.catch(() => undefined);
  return ran;
}

function start(): ChildProcess {
  const child = spawn(process.execPath, [script, program], {
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.once('exit', () => (kept = undefined));
  // It ends with the worker, and does not hold it.
  child.unref();
  child.channel?.unref();
  return child;
}

async function runIn(
  child: ChildProcess,
  args: readonly string[],
  { cwd = tmpdir(), env }: Pick<RunOptions, 'cwd' | 'env'>,
): Promise<Ran> {
  const mark = randomUUID();
  const [stdout, stderr] = [upTo(mark, child.stdout), upTo(mark, child.stderr)];
  const code = codeOf(child, stderr.soFar);
  child.send({ args, cwd, env: { ...cleanEnvironment(), ...env }, mark });
  const [out, err, ended] = await Promise.all([stdout.whole, stderr.whole, code]);
  return { code: ended, stdout: out, stderr: err };
}

/** What is written until the mark comes. */
function upTo(mark: string, stream: ChildProcess['stdout']) {
  if (!stream) throw new Error('the process has no pipes');
  stream.setEncoding('utf8');
  let text = '';
  const whole = new Promise<string>((resolve) => {
    const take = (chunk: string) => {
      text += chunk;
      if (!text.endsWith(mark)) return;
      stream.off('data', take);
      resolve(text.slice(0, -mark.length));
    };
    stream.on('data', take);
  });
  return { whole, soFar: () => text };
}

function codeOf(child: ChildProcess, said: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const closed = (code: number | null, signal: string | null) => {
      clearTimeout(bound);
      const how = String(code ?? signal);
      reject(new Error(`the process that is kept ended with ${how}: ${said()}`));
    };
    const bound = setTimeout(() => child.kill('SIGKILL'), longestRun);
    child.once('close', closed);
    child.once('message', (code) => {
      clearTimeout(bound);
      child.off('close', closed);
      resolve(Number(code));
    });
  });
}
