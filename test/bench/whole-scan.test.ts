import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateAccount } from '../../bench/account/account.ts';
import { askedIn } from '../../bench/questions.ts';
import { documentedBucket } from '../../bench/rates.ts';
import { readReported } from '../../bench/reported.ts';
import { startGate } from '../../emulator/gate.ts';
import type { Gate } from '../../emulator/gate.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

const folder = temporaryFolder();
let gate: Gate;
beforeAll(async () => {
  const today = new Date();
  today.setUTCHours(0, 0, 0, 0);
  gate = await startGate({ upstream: generateAccount('145', today).answer });
  gate.setBuckets(documentedBucket);
});
afterAll(async () => {
  await gate.close();
  folder.remove();
});

it('answers every call of a whole scan, with findings of good and bad settings', async () => {
  const args = ['--format', 'json', '--output', folder.path];
  const { code, stderr } = await runCli(args, {
    env: {
      AWS_ENDPOINT_URL: gate.endpoint,
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'x',
      AWS_REGION: 'us-east-1',
    },
  });
  expect({ code, stderr }).toMatchObject({ code: 1 });
  expect(askedIn(gate.calls.list())).toMatchObject({ unanswered: [], repeated: [] });
  const { coverage, summary } = await readReported(`${folder.path}/latest/report.json`);
  expect(coverage.gaps).toEqual([]);
  expect(coverage.calls).toMatchObject({ denied: 0, throttled: 0, failed: 0, skipped: 0 });
  const outcomes = ['pass', 'fail', 'manual', 'not-applicable', 'out-of-scope'];
  for (const outcome of outcomes) expect(summary.byOutcome[outcome]).toBeGreaterThan(0);
});
