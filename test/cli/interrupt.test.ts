import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/aws/evidence/read.ts';
import { type Answers, type Loopback, queryError, startLoopback } from '../support/loopback-aws.ts';
import { type Ran, runCli, temporaryFolder } from '../support/run-cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
let aws: Loopback;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await aws.close();
  folder.remove();
});

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'),
);

/** The report, which must be whole whatever ended the scan. */
function reportIn(path: string): unknown {
  const report: unknown = JSON.parse(readFileSync(join(path, 'latest', 'report.json'), 'utf8'));
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  if (typeof schema !== 'object' || schema === null) throw new Error('no schema');
  expect(ajv.validate(schema, report), ajv.errorsText()).toBe(true);
  return report;
}

const discovering = new Set([
  'GetCallerIdentity',
  'ListAccountAliases',
  'DescribeRegions',
  'POST /listRegions',
]);
/** Answers the discovery; then it says nothing any more. */
const hangs: Answers = ({ operation }) => (discovering.has(operation) ? undefined : 'hang');

async function scanInto(
  answers: Answers,
  args: readonly string[],
  whenItHangs: (child: ChildProcess) => void = () => undefined,
): Promise<Ran> {
  aws = await startLoopback(answers);
  return runCli(['--service', 's3', '--service', 'iam', '--output', folder.path, ...args], {
    env: aws.env,
    started: (child) => {
      void aws.hanging.then(() => whenItHangs(child));
    },
  });
}

describe('a scan that is ended writes what was read', () => {
  it('at Ctrl-C, with evidence that can be judged again', async () => {
    const { code, stdout, stderr } = await scanInto(hangs, ['--evidence'], (child) =>
      child.kill('SIGINT'),
    );
    expect(code).toBe(3);
    expect(stderr).toContain('SIGINT: writing what was read so far');
    expect(stderr).not.toMatch(/Warning|^\s+at /m);
    expect(stdout).toContain('PARTIAL: the scan was interrupted (SIGINT)');
    expect(reportIn(folder.path)).toMatchObject({
      scan: { status: 'partial', endedBy: 'the scan was interrupted (SIGINT)' },
      summary: { byOutcome: { pass: 0, fail: 0 } },
    });
    expect(readdirSync(join(folder.path, 'latest')).toSorted()).toEqual([
      'evidence.ndjson.gz',
      'manifest.json',
      'report.html',
      'report.json',
      'summary.json',
    ]);
    const evidence = await readEvidence(join(folder.path, 'latest', 'evidence.ndjson.gz'));
    expect(evidence.end.status).toBe('partial');
    const again = join(folder.path, 'again');
    const judged = await runCli([
      ...['evaluate', join(folder.path, 'latest', 'evidence.ndjson.gz'), '--output', again],
    ]);
    expect(judged.code).toBe(3);
    expect(reportIn(again)).toEqual(reportIn(folder.path));
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('at %s (F71)', async (name) => {
    const { code, stdout } = await scanInto(hangs, [], (child) => child.kill(name));
    expect(code).toBe(3);
    expect(stdout).toContain(`PARTIAL: the scan was interrupted (${name})`);
    expect(reportIn(folder.path)).toMatchObject({ scan: { status: 'partial' } });
  });

  it('at the deadline', async () => {
    const { code, stdout } = await scanInto(hangs, ['--deadline', '8s']);
    expect(code).toBe(3);
    expect(stdout).toContain('PARTIAL: the deadline was reached');
    expect(reportIn(folder.path)).toMatchObject({ scan: { status: 'partial' } });
  });

  it('when the credentials expire', async () => {
    const expired = queryError('ExpiredToken', 'The security token is expired');
    const answers: Answers = ({ operation }) => (discovering.has(operation) ? undefined : expired);
    const { code, stdout } = await scanInto(answers, []);
    expect(code).toBe(3);
    expect(stdout).toContain('PARTIAL: the credentials ended during the scan (ExpiredToken:');
    expect(reportIn(folder.path)).toMatchObject({ scan: { status: 'partial' } });
  });
});
