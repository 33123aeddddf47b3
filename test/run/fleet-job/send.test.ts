/** What a function of the job sends to Security Hub: as which role, and what is told where it cannot. */
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { parseEnvironment } from '../../../src/run/lambda-event.ts';
import { sendFindings } from '../../../src/run/fleet-job/send.ts';
import { fakeSecurityHub } from '../../support/fake-security-hub.ts';
import {
  assumed,
  type Loopback,
  queryError,
  type Reply,
  startLoopback,
} from '../../support/loopback-aws.ts';
import { readerOf } from '../../support/report-document.ts';
import { sampleReport } from '../../support/sample-report.ts';

let hub = fakeSecurityHub();
let role: Reply | undefined;
let isSilent = false;
let aws: Loopback;
beforeAll(async () => {
  aws = await startLoopback((call) => {
    if (call.operation === 'AssumeRole') return role;
    if (isSilent && call.operation === 'POST /findings/import') return 'hang';
    return hub.answer(call);
  });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});
beforeEach(() => {
  hub = fakeSecurityHub();
  role = assumed(3600);
  isSilent = false;
  const own = { REPORT_BUCKET: 'reports', SCAN_EXTERNAL_ID: '42-audit', AWS_REGION: 'eu-west-1' };
  for (const [name, value] of Object.entries({ ...aws.env, ...own })) vi.stubEnv(name, value);
});

const report = sampleReport();
const { id: account } = report.scan.account;

function send(sendRoleName: string | undefined, remaining = 60_000) {
  return sendFindings({ options: parseEnvironment(), sendRoleName }, readerOf(report), {
    awsRequestId: 'r1',
    functionName: 'scan',
    invokedFunctionArn: 'arn:aws:lambda:eu-west-1:999988887777:function:scan',
    getRemainingTimeInMillis: () => remaining,
  });
}

it('sends nothing where it is given no role for it', async () => {
  const before = aws.calls.length;
  expect(await send(undefined)).toBeUndefined();
  expect(aws.calls).toHaveLength(before);
});

it('sends as the role of the account that was scanned, with the external id', async () => {
  const before = aws.calls.length;
  const sent = await send('srm-scan-send');
  expect(sent).toEqual({
    to: 'securityhub',
    region: 'eu-west-1',
    imported: hub.findings.size,
    archived: 0,
    unchanged: 0,
    notRead: 0,
    refused: 0,
  });
  expect(hub.findings.size).toBeGreaterThan(0);
  const [assume, ...rest] = aws.calls.slice(before);
  expect(assume?.params.get('RoleArn')).toBe(`arn:aws:iam::${account}:role/srm-scan-send`);
  expect(assume?.params.get('ExternalId')).toBe('42-audit');
  for (const { headers } of rest) expect(headers['x-amz-security-token']).toBe('assumed-session');
});

it.each<[string, () => void, RegExp]>([
  [
    'the role is not there',
    () => {
      role = queryError('AccessDenied', 'not authorized to perform: sts:AssumeRole');
    },
    /^none came from STS, which was asked for the role arn:aws:iam::\d{12}:role\/srm-scan-send .*AccessDenied: not authorized/,
  ],
  [
    'Security Hub is not on',
    () => {
      const words = 'Account 111122223333 is not subscribed to AWS Security Hub';
      const body = JSON.stringify({ __type: 'InvalidAccessException', message: words });
      hub.failing = { status: 401, body };
    },
    /^InvalidAccessException: Account 111122223333 is not subscribed/,
  ],
])('says so, and rejects not, where %s', async (_, given, why) => {
  given();
  const sent = await send('srm-scan-send');
  expect(sent).toMatchObject({ imported: 0, why: expect.stringMatching(why) });
});

it('says how many were refused, and why', async () => {
  await send('srm-scan-send');
  const [refused = ''] = hub.findings.keys();
  const all = hub.findings.size;
  hub.findings.clear();
  hub.refuses.add(refused);
  expect(await send('srm-scan-send')).toMatchObject({
    imported: all - 1,
    refused: 1,
    why: 'InvalidInput: the finding was not taken',
  });
});

it('ends in time for the summary, whatever Security Hub does', async () => {
  isSilent = true;
  const sent = await send('srm-scan-send', 8200);
  expect(sent).toMatchObject({
    imported: 0,
    why: expect.stringContaining('the time of the function'),
  });
});
