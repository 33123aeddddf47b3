/** `npm run build:lambda -- s3://…`, after the build, with an AWS CLI that only says what it was asked. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tsx = join(root, 'node_modules', '.bin', 'tsx');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'srm-scan-build-lambda-'));
  const aws = join(folder, 'aws');
  await writeFile(aws, '#!/bin/sh\necho "aws $*"\n');
  await chmod(aws, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function buildLambda(...args: readonly string[]) {
  const path = [folder, process.env['PATH']].join(delimiter);
  const env = { ...process.env, PATH: path };
  return promisify(execFile)(tsx, ['scripts/build/lambda.ts', ...args], { cwd: root, env });
}

it('prints path, size and hash of the archive', async () => {
  const archive = await readFile(join(root, 'dist', 'lambda.zip'));
  const sha256 = createHash('sha256').update(archive).digest('hex');
  const { stdout } = await buildLambda();
  expect(stdout).toBe(`dist/lambda.zip: ${archive.length} bytes, SHA-256 ${sha256}\n`);
});

it('uploads it under a key of its own, and prints the parameters of the template', async () => {
  const { stdout } = await buildLambda('s3://my-code/scans/');
  const [, , parameters = ''] = stdout.split('\n');
  const match = /^CodeBucket=my-code CodeKey=(scans\/srm-scan-[\d.]+-[\da-f]{12}\.zip)$/.exec(
    parameters,
  );
  expect(stdout).toContain(`aws s3 cp dist/lambda.zip s3://my-code/${match?.[1] ?? '?'}\n`);
  const template: unknown = JSON.parse(
    await readFile(join(root, 'deploy', 'scheduled-scan.json'), 'utf8'),
  );
  for (const name of ['CodeBucket', 'CodeKey'])
    expect(template).toHaveProperty(['Parameters', name]);
});

it('refuses what is no address of S3', async () => {
  await expect(buildLambda('my-code')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"my-code" is not of the form s3://<bucket>'),
  });
});
