/** The Lambda handler as it is deployed: our own archive, and a user's own bundle. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build, type BuildOptions } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../support/loopback-aws.ts';

const run = promisify(execFile);
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

const hasPython = spawnSync('python3', ['--version']).status === 0;

let folder: string;
let aws: Loopback;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'srm-scan-lambda-'));
  aws = await startLoopback(({ operation }) =>
    operation.startsWith('PUT /reports/') ? { body: '' } : undefined,
  );
});
afterAll(async () => {
  await aws.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the handler of `file` in a process of its own, as Lambda does; tells what it wrote, or why it did not. */
async function invoke(file: string): Promise<string> {
  const program = `
    import(${JSON.stringify(pathToFileURL(file).href)}).then(async (module) => {
      const { handler } = module.default ?? module;
      const invokedFunctionArn = 'arn:aws:lambda:eu-west-1:111122223333:function:srm-scan';
      const context = {
        awsRequestId: 'r1',
        functionName: 'srm-scan',
        invokedFunctionArn,
        getRemainingTimeInMillis: () => 90_000,
      };
      const { account, reports } = await handler({ bucket: 'reports', services: ['s3'] }, context);
      console.log('\\n' + account, reports.map((path) => path.split('/').at(-1)).join(' '));
    }).catch((error) => console.log(error.message));`;
  const env = { ...aws.env, AWS_REGION: 'eu-west-1', PATH: process.env['PATH'] };
  const { stdout } = await run(process.execPath, ['-e', program], { cwd: tmpdir(), env });
  // Before it stands the line for CloudWatch.
  return stdout.trim().split('\n').at(-1) ?? '';
}

const wrote = '111122223333 report.html report.json summary.json manifest.json';

describe('F60: a bundle that a user makes of the handler', () => {
  const ways: readonly (readonly [string, BuildOptions])[] = [
    ['CommonJS, as esbuild does it for Node', { outfile: 'index.js' }],
    ['a module', { outfile: 'index.mjs', format: 'esm' }],
    [
      'a small module',
      { outfile: 'index.mjs', format: 'esm', minify: true, mainFields: ['module', 'main'] },
    ],
  ];

  it.each(ways)('runs in an empty folder without package.json: %s', async (way, options) => {
    const outdir = join(folder, way.replaceAll(/\W+/g, '-'));
    await build({
      entryPoints: [join(dist, 'bin', 'lambda.js')],
      bundle: true,
      platform: 'node',
      logLevel: 'error',
      ...options,
      outfile: join(outdir, options.outfile ?? 'index.js'),
    });

    expect(await readdir(outdir)).toEqual([options.outfile]);
    expect(await invoke(join(outdir, options.outfile ?? ''))).toBe(wrote);
  });
});

describe('dist/lambda.zip', () => {
  it('is 1.6 MB or less', async () => {
    expect((await stat(join(dist, 'lambda.zip'))).size).toBeLessThanOrEqual(1_600_000);
  });

  // As everywhere: what needs Python is skipped where there is none, but not in CI.
  it.skipIf(!hasPython && !process.env['CI'])(
    'unpacks to a handler that runs, with the licences of what it holds',
    async () => {
      const unpacked = join(folder, 'unpacked');
      await run('python3', ['-m', 'zipfile', '-e', join(dist, 'lambda.zip'), unpacked]);

      expect(await invoke(join(unpacked, 'index.mjs'))).toBe(wrote);
      expect(await readFile(join(unpacked, 'LICENSE'), 'utf8')).toContain('Apache License');
      expect(await readFile(join(unpacked, 'THIRD-PARTY-NOTICES.txt'), 'utf8')).toMatch(/^zod /m);
    },
  );
});
