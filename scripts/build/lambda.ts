/**
 * `npm run build:lambda`, after the build: says where the archive is and what it weighs. With a bucket as its argument,
 * `npm run build:lambda -- s3://my-code`, it is copied there by the AWS CLI, under a key of its own for each archive:
 * CloudFormation takes the same key for the same code.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { version } from '../../src/run/version.generated.ts';

const path = 'dist/lambda.zip';
const archive = readFileSync(new URL(`../../${path}`, import.meta.url));
const sha256 = createHash('sha256').update(archive).digest('hex');
console.log(`${path}: ${archive.length} bytes, SHA-256 ${sha256}`);

const [to] = process.argv.slice(2);
if (to !== undefined) send(to);

function send(address: string): void {
  const [, bucket, folder = ''] = /^s3:\/\/([^/]+)(\/.*)?$/.exec(address) ?? [];
  if (bucket === undefined) {
    console.error(`"${address}" is not of the form s3://<bucket> or s3://<bucket>/<folder>`);
    process.exit(2);
  }
  const file = `srm-scan-${version}-${sha256.slice(0, 12)}.zip`;
  const key = [...folder.split('/'), file].filter((part) => part !== '').join('/');
  const copied = spawnSync('aws', ['s3', 'cp', path, `s3://${bucket}/${key}`], {
    stdio: 'inherit',
  });
  if (copied.error) console.error(`the AWS CLI could not be started: ${copied.error.message}`);
  if (copied.status !== 0) process.exit(copied.status ?? 1);
  console.log(`CodeBucket=${bucket} CodeKey=${key}`);
}
