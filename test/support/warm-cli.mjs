/**
 * Runs the built command line again and again in this process, with an environment, a folder and arguments of its own each
 * time. What begins is evaluated anew for each run; the modules that it loads stay, as they do in a Lambda that is warm.
 */
import { readFileSync } from 'node:fs';

const [, , program] = process.argv;
const bin = new URL(`file://${program}`);
const [, main] = /import\("(\.\/cli-[^"]+\.js)"\)/.exec(readFileSync(bin, 'utf8')) ?? [];
if (main === undefined) throw new Error(`${program} does not import what it runs`);

/** Of a run alone: what listens after it would tell its fault as the next one's. */
const heard = ['unhandledRejection', 'uncaughtException', 'SIGINT', 'SIGTERM', 'SIGHUP'];

/** What a run left undone may fail later; a process of its own would have ended before. */
const ignoreLateFaults = () => {
  for (const event of ['unhandledRejection', 'uncaughtException'])
    process.on(event, () => undefined);
};
ignoreLateFaults();

// Each run that writes a report there leaves some.
for (const stream of [process.stdout, process.stderr]) stream.setMaxListeners(0);

const leave = process.exit.bind(process);
let ended;
process.exit = () => ended();

/** Resolves when the run asks to end the process. */
async function run(module, args) {
  const end = new Promise((resolve) => {
    ended = resolve;
  });
  process.exitCode = undefined;
  process.argv = [process.execPath, program, ...args];
  await import(module);
  await end;
  for (const event of heard) process.removeAllListeners(event);
  ignoreLateFaults();
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error');
  const code = process.exitCode ?? 0;
  process.exitCode = undefined;
  return code;
}

let runs = 0;
/** What the program sets in the environment of its own process, where it begins. */
let ownEnv = {};
process.on('message', async ({ args, cwd, env, mark }) => {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, ownEnv, env);
  process.chdir(cwd);
  // The first begins as the program does, so that Node is set as it sets it.
  runs += 1;
  const module = runs === 1 ? bin.href : new URL(`${main}?${runs}`, bin).href;
  const code = await run(module, args).catch((error) => {
    process.stderr.write(String(error));
    return -1;
  });
  if (runs === 1) {
    ownEnv = Object.fromEntries(Object.entries(process.env).filter(([name]) => !(name in env)));
  }
  // Pipes are written at once: the mark stands behind all that the run has written.
  process.stdout.write(mark);
  process.stderr.write(mark);
  process.send(code);
});
process.on('disconnect', () => leave());
