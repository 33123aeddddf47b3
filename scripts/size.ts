/** `npm run size`: what the bundles weigh, and what it costs to load them. Medians, for the machine has other work too. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { program } from './program.ts';

const run = promisify(execFile);
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const times = 9;

const folder = await mkdtemp(join(tmpdir(), 'srm-scan-size-'));
try {
  console.log(`Node ${process.version}\n`);
  await weigh();
  console.log();
  await time('node alone', `await 0;`);
  await time('srm-scan --help', command('--help'));
  await time('srm-scan --demo', command('--demo', '--output', join(folder, 'out')));
  await time('load the Lambda handler', load('lambda/index.mjs'));
  await time('load the clients of every service', await everyClient());
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function weigh(): Promise<void> {
  const { size } = await stat(join(dist, 'lambda.zip'));
  console.log(`${'dist/lambda.zip'.padEnd(36)} ${kilobytes(size)}`);
  for (const name of ['lambda', 'bin']) {
    const files = await readdir(join(dist, name));
    const sizes = await Promise.all(
      files.map(async (file) => (await stat(join(dist, name, file))).size),
    );
    const all = sizes.reduce((sum, each) => sum + each, 0);
    console.log(`${`dist/${name}, ${files.length} files`.padEnd(36)} ${kilobytes(all)}`);
  }
  for (const file of (await readdir(join(dist, 'bin'))).filter((name) => isClient(name))) {
    const { length } = await readFile(join(dist, 'bin', file));
    console.log(`  ${file.replace(/-\w+\.js$/, '').padEnd(34)} ${kilobytes(length)}`);
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0).padStart(6)} kB`;
}

function isClient(name: string): boolean {
  return name.startsWith('client-');
}

function command(...args: readonly string[]): string {
  const argv = JSON.stringify([process.execPath, program, ...args]);
  return `process.argv = ${argv}; process.stdout.write = (_, done) => { done?.(); return true; }; await import(${JSON.stringify(program)});`;
}

function load(path: string): string {
  return `await import(${JSON.stringify(pathToFileURL(join(dist, path)).href)});`;
}

async function everyClient(): Promise<string> {
  const files = (await readdir(join(dist, 'bin'))).filter((name) => isClient(name));
  return files.map((file) => load(`bin/${file}`)).join('\n');
}

/** Runs `code` as a module in processes of its own; prints the median time and CPU, with what Node itself takes. */
async function time(name: string, code: string): Promise<void> {
  const measured = `
    process.on('exit', () => {
      const { user, system } = process.cpuUsage();
      require('node:fs').writeSync(2, JSON.stringify([performance.now(), (user + system) / 1000]));
    });
    (async () => { ${code} })();`;
  const walls: number[] = [];
  const cpus: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const { stderr } = await run(process.execPath, ['-e', measured], {
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    });
    const [wall = 0, cpu = 0]: number[] = JSON.parse(/\[[\d.,]+\]$/.exec(stderr)?.[0] ?? '[]');
    walls.push(wall);
    cpus.push(cpu);
  }
  console.log(
    `${name.padEnd(36)} ${median(walls).toFixed(0).padStart(6)} ms, CPU ${median(cpus).toFixed(0).padStart(5)} ms`,
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
