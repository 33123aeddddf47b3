/**
 * `npm run size`: what the bundles weigh, and what it costs to load them. Medians, for the machine has other work too.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { program } from './program.ts';

const run = promisify(execFile);
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const preload = new URL('../bench/usage.mjs', import.meta.url).href;
const times = 9;
/** The files of the clients, one for each service. */
const clients = (await readdir(join(dist, 'bin')))
  .filter((name) => /^client-.*-\w+\.js$/.test(name))
  .map((name) => `bin/${name}`);
const isS3 = (path: string) => /client-s3-[A-Z0-9]+\./.test(path);

const folder = await mkdtemp(join(tmpdir(), 'srm-scan-size-'));
try {
  console.log(`Node ${process.version}\n`);
  await weigh();
  console.log();
  await time('node alone', ['-e', '0']);
  await time('srm-scan --help', [program, '--help']);
  await time('srm-scan --demo', [program, '--demo', '--output', join(folder, 'out')]);
  await time('load the Lambda handler', ['-e', load('lambda/index.mjs')]);
  await time('load the client of S3', ['-e', load(...clients.filter(isS3))]);
  await time('load the clients of all services', ['-e', load(...clients)]);
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
  for (const path of clients) {
    const name = path.replace(/^bin\/client-|-\w+\.js$/g, '');
    console.log(
      `${`  client of ${name}`.padEnd(36)} ${kilobytes((await stat(join(dist, path))).size)}`,
    );
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0).padStart(6)} kB`;
}

/** A program that imports files of dist. */
function load(...paths: readonly string[]): string {
  const urls = paths.map((path) => JSON.stringify(pathToFileURL(join(dist, path)).href));
  return urls.map((url) => `import(${url});`).join('\n');
}

/** Runs Node in processes of its own; prints the medians of the whole process. */
async function time(name: string, args: readonly string[]): Promise<void> {
  const walls: number[] = [];
  const cpus: number[] = [];
  const file = join(folder, 'usage.json');
  const env = { ...process.env, BENCH_USAGE: file, NODE_NO_WARNINGS: '1' };
  for (let turn = 0; turn < times; turn += 1) {
    const start = performance.now();
    // What a scan finds is no failure here: its exit code is not looked at.
    await run(process.execPath, ['--import', preload, ...args], { env }).catch(() => undefined);
    walls.push(performance.now() - start);
    const usage: NodeJS.ResourceUsage = JSON.parse(await readFile(file, 'utf8'));
    cpus.push((usage.userCPUTime + usage.systemCPUTime) / 1000);
  }
  const [wall, cpu] = [walls, cpus].map((all) => median(all).toFixed(0).padStart(6));
  console.log(`${name.padEnd(36)} ${wall ?? ''} ms, CPU ${cpu ?? ''} ms`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
