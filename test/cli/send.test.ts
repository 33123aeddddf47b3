/** `--send securityhub` by the built command line, against a Security Hub on this machine. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fleetShape } from '../../src/fleet/model.ts';
import { fakeSecurityHub } from '../support/fake-security-hub.ts';
import {
  assumed,
  errorFor,
  type Loopback,
  queryError,
  type Reply,
  startLoopback,
} from '../support/loopback-aws.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

const regions = ['eu-west-1', 'us-east-1'];

let hub = fakeSecurityHub();
/** By Region: whether new volumes are encrypted; undefined where the call is refused. */
let encrypts: Readonly<Record<string, boolean | undefined>> = {};
/** An account that has no role which sends. */
let roleless: string | undefined;
let aws: Loopback;

/** The access key of a request: of a role that was assumed it tells account and role. */
function credential({ authorization }: { readonly authorization?: string | undefined }): string {
  return /Credential=([^/]+)\//.exec(authorization ?? '')?.[1] ?? '';
}

function assume(arn: string): Reply {
  const account = /\d{12}/.exec(arn)?.[0] ?? '';
  const isSending = arn.endsWith('/srm-scan-send');
  if (isSending && account === roleless) return queryError('AccessDenied', 'there is no such role');
  const reply = assumed(3600);
  const key = `ASIA${account}${isSending ? 'SEND' : 'READ'}`;
  return { ...reply, body: reply.body.replace('ASIAIOSFODNN7EXAMPLE', key) };
}

let folder: ReturnType<typeof temporaryFolder>;

beforeAll(async () => {
  folder = temporaryFolder();
  aws = await startLoopback((call) => {
    if (call.operation === 'GetEbsEncryptionByDefault') {
      const region = call.headers.authorization?.split('/')[2] ?? '';
      const is = encrypts[region];
      if (is === undefined) return errorFor(call, 'UnauthorizedOperation', 'no');
      return {
        body: `<GetEbsEncryptionByDefaultResponse><ebsEncryptionByDefault>${is}</ebsEncryptionByDefault></GetEbsEncryptionByDefaultResponse>`,
      };
    }
    if (call.operation === 'AssumeRole') return assume(call.params.get('RoleArn') ?? '');
    const account = /\d{12}/.exec(credential(call.headers))?.[0];
    if (call.operation === 'GetCallerIdentity' && account !== undefined) {
      return {
        body: `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::${account}:assumed-role/read/me</Arn><UserId>AROA:me</UserId><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
      };
    }
    return hub.answer(call);
  });
});
afterAll(async () => {
  folder.remove();
  await aws.close();
});
beforeEach(() => {
  hub = fakeSecurityHub();
  encrypts = { 'eu-west-1': false, 'us-east-1': false };
});

function scan(...args: readonly string[]) {
  return scanBy(runWarm, ...args);
}
function scanBy(run: typeof runWarm, ...args: readonly string[]) {
  return run(
    ['--check', 'ebs-default-encryption', '--format', 'json', '--output', folder.path, ...args],
    { env: { ...aws.env, AWS_REGION: 'eu-west-1' } },
  );
}

function statuses() {
  return [...hub.findings.values()]
    .map(({ ProductFields, Compliance, RecordState }) =>
      [ProductFields?.['srm-scan/Region'], Compliance?.Status, RecordState].join(' '),
    )
    .toSorted();
}

const failed = regions.map((region) => `${region} FAILED ACTIVE`);

describe('only a scan of the live account sends', () => {
  it.each([
    [
      'evaluate',
      ['evaluate', 'evidence.ndjson.gz'],
      /"evaluate" has no option --send; scan and policy have it/,
    ],
    ['--demo', ['--demo'], /--demo asks nothing of AWS; leave out --send or --demo/],
  ])('and not %s', async (_, args, message) => {
    const { code, stderr } = await runWarm([...args, '--send', 'securityhub']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(message) });
  });
});

describe('--send securityhub', () => {
  it('is not done unless it is asked for', async () => {
    const before = aws.calls.length;
    await scan();
    expect(aws.calls.slice(before).map(({ operation }) => operation)).not.toContain(
      'POST /findings',
    );
    expect(hub.batches).toEqual([]);
  });

  it('imports failures, and what has not changed only once', async () => {
    const first = await scanBy(runCli, '--send', 'securityhub');
    expect(first.stderr).toContain(
      'Security Hub in eu-west-1: 2 new or changed, 0 archived, 0 unchanged',
    );
    expect(first.code).toBe(0);
    expect(statuses()).toEqual(failed);
    for (const { ProductArn } of hub.findings.values()) {
      expect(ProductArn).toBe(
        'arn:aws:securityhub:eu-west-1:111122223333:product/111122223333/default',
      );
    }
    const second = await scan('--send', 'securityhub');
    expect(second.stderr).toContain('0 new or changed, 0 archived, 2 unchanged');
    expect(hub.batches).toEqual([2]);
  });

  it('archives what is resolved, and opens it again where it fails again', async () => {
    await scan('--send', 'securityhub');
    const [createdAt] = [...hub.findings.values()].map(({ CreatedAt }) => CreatedAt);
    encrypts = { 'eu-west-1': true, 'us-east-1': false };
    const resolved = await scan('--send', 'securityhub');
    expect(resolved.stderr).toContain('0 new or changed, 1 archived, 1 unchanged');
    expect(statuses()).toEqual(['eu-west-1 PASSED ARCHIVED', 'us-east-1 FAILED ACTIVE']);
    for (const { CreatedAt } of hub.findings.values()) expect(CreatedAt).toBe(createdAt);
    encrypts = { 'eu-west-1': false, 'us-east-1': false };
    await scan('--send', 'securityhub');
    expect(statuses()).toEqual(failed);
  });

  it('leaves a failure as it is where it could not be read this time', async () => {
    await scan('--send', 'securityhub');
    encrypts = { 'eu-west-1': undefined, 'us-east-1': false };
    const { stderr } = await scan('--send', 'securityhub');
    expect(stderr).toContain(
      '0 archived, 1 unchanged, 1 left as they were since they could not be read',
    );
    expect(statuses()).toEqual(failed);
  });

  it('leaves what the scan was not asked for', async () => {
    await scan('--send', 'securityhub');
    encrypts = { 'eu-west-1': true, 'us-east-1': true };
    await scan('--send', 'securityhub', '--region', 'eu-west-1');
    expect(statuses()).toEqual(['eu-west-1 PASSED ARCHIVED', 'us-east-1 FAILED ACTIVE']);
  });

  it('says which findings were not taken, with exit code 2', async () => {
    await scan('--send', 'securityhub');
    const [id = ''] = hub.findings.keys();
    hub.findings.clear();
    hub.refuses.add(id);
    const { code, stderr } = await scanBy(runCli, '--send', 'securityhub', '--quiet');
    expect(code).toBe(2);
    expect(stderr).toBe(
      `srm-scan: Security Hub did not take 1 findings (InvalidInput: the finding was not taken): ${id}\n`,
    );
    expect(hub.findings.size).toBe(1);
  });

  const notOn: Reply = {
    status: 401,
    body: JSON.stringify({
      __type: 'InvalidAccessException',
      message: 'Account 111122223333 is not subscribed to AWS Security Hub',
    }),
  };
  it('says why nothing could be sent, with exit code 2; the reports are there', async () => {
    hub.failing = notOn;
    const { code, stderr, stdout } = await scan('--send', 'securityhub');
    expect(code).toBe(2);
    expect(stderr).toContain('is not subscribed to AWS Security Hub');
    expect(stderr).toContain('srm-scan policy --send securityhub');
    expect(stdout).toContain('report.json');
  });

  it('of many accounts sends those of each as its own role, and says where there is none', async () => {
    const [good, without] = ['222222222222', '333333333333'] as const;
    roleless = without;
    const list = join(folder.path, 'accounts.txt');
    writeFileSync(list, `${good}\n${without}\n`);
    const before = aws.calls.length;
    const { code, stderr, stdout } = await scan(
      ...['--accounts', list, '--send', 'securityhub', '--external-id', '42-audit'],
    );
    roleless = undefined;
    expect(code, stderr).toBe(2);
    const why = `${without}: not all was sent to Security Hub in eu-west-1: none came from STS, which was asked for the role arn:aws:iam::${without}:role/srm-scan-send`;
    expect(stderr).toContain(why);
    expect(stderr).not.toContain(`${good}: `);
    const sent = [...hub.findings.values()];
    expect(sent.map(({ AwsAccountId, ProductArn }) => [AwsAccountId, ProductArn])).toEqual(
      regions.map(() => [good, `arn:aws:securityhub:eu-west-1:${good}:product/${good}/default`]),
    );
    // What reads never sends, and what sends never reads.
    for (const { operation, headers } of aws.calls.slice(before)) {
      if (operation === 'AssumeRole') continue;
      const role = credential(headers);
      expect(role.endsWith('SEND'), operation).toBe(operation.startsWith('POST /findings'));
    }
    const told = 'The findings of 2 accounts were sent to Security Hub; of 1 not all was taken.';
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      `${told} Not all was taken ${without} Security Hub: `,
    );
    const page = /\S+fleet\.json/.exec(stdout)?.[0] ?? '';
    const html = readFileSync(page.replace(/json$/, 'html'), 'utf8');
    expect(html).toContain(`<p>${told}</p>`);
    const { accounts } = fleetShape.parse(JSON.parse(readFileSync(page, 'utf8')));
    const ofAccounts = new Map(accounts.map((account) => [account.id, account.sent]));
    expect(ofAccounts.get(good)).toMatchObject({ region: 'eu-west-1', imported: 2 });
    expect(ofAccounts.get(good)).not.toHaveProperty('why');
    expect(ofAccounts.get(without)).toMatchObject({
      imported: 0,
      why: expect.stringContaining('srm-scan-send'),
    });
  });

  it.each([
    [['--send', 'slack'], 'unknown place to send to "slack". Known: securityhub.'],
    [['--demo', '--send', 'securityhub'], '--demo asks nothing of AWS'],
    [['--org', '--send-role-name', 'sender'], 'is the role that sends; add --send'],
    [
      ['--org', '--send', 'securityhub', '--send-role-name', 'arn:aws:iam::1:role/a'],
      'is no name of a role',
    ],
  ])('%j is refused before anything is scanned', async (args, message) => {
    const before = aws.calls.length;
    const { code, stderr } = await runWarm(args, { env: aws.env });
    expect({ code, calls: aws.calls.length }).toEqual({ code: 2, calls: before });
    expect(stderr).toContain(message);
  });

  it('is allowed by what "policy --send securityhub" prints, and by nothing of "policy"', async () => {
    const plain = await runWarm(['policy', '--service', 'kms']);
    expect(plain.stdout).not.toContain('securityhub:BatchImportFindings');
    const { stdout } = await runWarm(['policy', '--service', 'kms', '--send', 'securityhub']);
    const policy: unknown = JSON.parse(stdout);
    expect(policy).toMatchObject({
      Statement: [
        { Sid: 'SrmScanRead' },
        {
          Action: ['securityhub:BatchImportFindings'],
          Condition: { StringEquals: { 'securityhub:TargetAccount': '${aws:PrincipalAccount}' } },
        },
        { Action: ['securityhub:GetFindings'] },
      ],
    });
  });
});
