/** A scan of two Regions of which one does not answer. The limits are shortened; what is asserted is what is told. */
import { everything } from '../../src/plan/asked.ts';
import { afterEach, expect, it, vi } from 'vitest';
import { checks } from '../../checks/index.ts';
import { requestOf } from '../../src/run/request.ts';
import { scan } from '../../src/run/scan.ts';
import { liveSource } from '../../src/run/source.ts';
import { type Loopback, startLoopback } from '../support/loopback-aws.ts';

let aws: Loopback | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws?.close();
});

it('gives up the Region as a whole, and reads the others (F41)', async () => {
  const silent = 'eu-west-1';
  const regionOf = (authorization: string | undefined) => authorization?.split('/')[2];
  aws = await startLoopback(({ headers }) =>
    regionOf(headers.authorization) === silent ? 'hang' : undefined,
  );
  for (const [name, value] of Object.entries(aws.env)) vi.stubEnv(name, value);
  const limits = { connect: 5000, answer: 1500, doubted: 1000, bytes: 1e6, credentials: 5000 };
  const regions: string[] = [];
  const source = await liveSource({ rate: 1, regions, limits });
  const services = ['ec2', 'ebs', 'vpc', 'kms', 'rds', 'cloudtrail', 'config'];
  const request = requestOf(checks, { ...everything, services, regions });
  const report = await scan(request, source);
  source.close();

  // One line tells of all that was lost there (F49).
  const gaps = report.coverage.gaps.filter(({ regions: where }) => where.includes(silent));
  expect(gaps).toMatchObject([
    { service: '*', operation: '*', reason: 'failed', regions: [silent] },
  ]);
  expect(gaps[0]?.cause).toMatch(
    /Nothing in this Region answered.* What came: (HostIsSilent|TimeoutError)/,
  );
  expect(gaps[0]?.count).toBeGreaterThan(5);
  const calls = [...report.calls()].filter(({ region }) => region === silent);
  // It waited three times, however many calls there were.
  for (const call of calls) expect(call.attempts).toBeLessThanOrEqual(3);
  expect(calls.some((call) => call.attempts === 0)).toBe(true);
  const elsewhere = report.coverage.gaps.filter(({ region }) => region === 'us-east-1');
  expect(elsewhere.length).toBeGreaterThan(5);
  for (const gap of elsewhere) expect(gap.reason).toBe('denied');
});
