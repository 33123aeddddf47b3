import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Answers,
  assumed,
  type Loopback,
  queryError,
  startLoopback,
} from '../support/loopback-aws.ts';
import { type Ran, runCli, temporaryFolder } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
let aws: Loopback | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await aws?.close();
  aws = undefined;
  folder.remove();
});

/** Scans one service against the loopback server. */
async function scanWith(
  answers: Answers,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  run: typeof runWarm = runCli,
): Promise<Ran & { readonly aws: Loopback }> {
  aws = await startLoopback(answers);
  const ran = await run(['--check', 's3-bucket-versioning', '--format', 'json', ...args], {
    cwd: folder.path,
    env: { ...aws.env, ...env },
  });
  return { ...ran, aws };
}

/** No keys in the environment: they must come from the configuration file. */
function configured(text: string): Readonly<Record<string, string>> {
  const path = join(folder.path, 'config');
  writeFileSync(path, text);
  return { AWS_CONFIG_FILE: path, AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
}

const base = `[profile base]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = x
`;

/** Of the call's signature. */
function regionOf(loopback: Loopback, operation: string): string | undefined {
  const call = loopback.calls.find((each) => each.operation === operation);
  return call?.headers.authorization?.split('/')[2];
}

describe('what is wrong before the first answer is said in one line, with what to do', () => {
  function expectOneLine({ code, stdout, stderr }: Ran, ...words: readonly string[]) {
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^srm-scan: .*\n$/);
    for (const word of words) expect(stderr).toContain(word);
    const report = join(folder.path, 'srm-scan-report');
    expect(existsSync(report) ? readdirSync(report) : []).toEqual([]);
  }

  it('no credentials', async () => {
    const none = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
    expectOneLine(await scanWith(() => undefined, [], none), 'No AWS credentials were found');
  });

  it('a profile that is not there', async () => {
    const env = configured(base);
    const named = await scanWith(() => undefined, ['--profile', 'bsae'], env);
    expectOneLine(named, 'unknown profile "bsae". Did you mean base?');
    expect(named.aws.calls).toEqual([]);
    await named.aws.close();
    const meant = await scanWith(() => undefined, [], { ...env, AWS_PROFILE: 'prod' });
    expectOneLine(meant, 'unknown profile "prod". Known: base');
  });

  it('an endpoint that cannot be reached', async () => {
    const env = { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' };
    const ran = await scanWith(() => undefined, ['--evidence'], env);
    expectOneLine(ran, 'AWS cannot be reached', 'ECONNREFUSED');
  });

  it.each([
    [
      'a session that ended',
      'ExpiredToken',
      'The security token included in the request is expired',
      'The credentials have expired',
    ],
    [
      'a key that is not known',
      'InvalidClientTokenId',
      'The security token included in the request is invalid.',
      'AWS does not accept the credentials',
    ],
    [
      'a wrong secret',
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
      'AWS does not accept the credentials',
    ],
    [
      'a clock that is slow',
      'SignatureDoesNotMatch',
      'Signature expired: 20261122T110000Z is now earlier than 20261122T115500Z',
      "This machine's clock is off",
    ],
    [
      'a clock that is fast',
      'SignatureDoesNotMatch',
      'Signature not yet current: 20261122T130000Z is still later than 20261122T120500Z',
      "This machine's clock is off",
    ],
  ])('%s', async (_, code, message, advice) => {
    const answers: Answers = ({ operation }) =>
      operation === 'GetCallerIdentity' ? queryError(code, message) : undefined;
    expectOneLine(await scanWith(answers, [], {}, runWarm), advice, `${code}: ${message}`);
  });

  it('a role that may not be assumed', async () => {
    const words =
      'User: arn:aws:iam::111122223333:user/me is not authorized to perform: sts:AssumeRole';
    const answers: Answers = ({ operation }) =>
      operation === 'AssumeRole' ? queryError('AccessDenied', words) : undefined;
    const role = ['--role-arn', 'arn:aws:iam::444455556666:role/audit'];
    expectOneLine(await scanWith(answers, role), 'The role could not be assumed', 'external id');
  });

  it('a role whose STS throttles is not taken for one that may not be assumed (F69)', async () => {
    const answers: Answers = ({ operation }) =>
      operation === 'AssumeRole' ? queryError('Throttling', 'Rate exceeded', 400) : undefined;
    const role = ['--role-arn', 'arn:aws:iam::444455556666:role/audit'];
    const ran = await scanWith(answers, role);
    expectOneLine(ran, 'AWS throttles', 'sts:AssumeRole', 'Throttling: Rate exceeded');
    expect(ran.stderr).not.toContain('trust policy');
  });

  it('a profile whose MFA device asks where there is no terminal (F46)', async () => {
    const device = 'arn:aws:iam::111122223333:mfa/me';
    const env = configured(`${base}
[profile admin]
role_arn = arn:aws:iam::111122223333:role/admin
source_profile = base
mfa_serial = ${device}
`);
    const ran = await scanWith(() => undefined, ['--profile', 'admin'], env);
    expectOneLine(ran, device, 'Run srm-scan in a terminal', 'aws configure export-credentials');
    expect(ran.stderr).not.toContain('callback');
    await ran.aws.close();
    const withRole = base.replace('base]', `base]\nmfa_serial = ${device}`);
    const args = ['--profile', 'base', '--role-arn', 'arn:aws:iam::111122223333:role/audit'];
    const asked = await scanWith(() => undefined, args, configured(withRole));
    expectOneLine(asked, device, 'Run srm-scan in a terminal');
  });

  it.each(['AWS_PROFILE', 'the default profile'])(
    'a credential process that fails, of %s, is not "no credentials" (F69)',
    async (how) => {
      const name = how === 'AWS_PROFILE' ? 'profile broker' : 'default';
      const env = configured(`[${name}]\ncredential_process = ${process.execPath} --nonsense\n`);
      const chosen = how === 'AWS_PROFILE' ? { AWS_PROFILE: 'broker' } : {};
      const ran = await scanWith(() => undefined, [], { ...env, ...chosen });
      expectOneLine(ran, 'The credential_process of the profile gives no credentials', 'nonsense');
      expect(ran.stderr).not.toContain('No AWS credentials were found');
    },
  );

  it('a deadline that comes too soon', async () => {
    const hangs: Answers = () => 'hang';
    expectOneLine(
      await scanWith(hangs, ['--deadline', '1s']),
      'nothing was read: the deadline was reached before AWS said which account this is',
    );
  });
});

const assumes: Answers = ({ operation }) =>
  operation === 'AssumeRole' ? assumed(3600) : undefined;

describe('a role', () => {
  const roleOf = ({ calls }: Loopback) =>
    calls.filter(({ operation }) => operation === 'AssumeRole').map(({ params }) => params);

  it('of the command line is assumed once, with its external id and session name', async () => {
    const { code, aws: loopback } = await scanWith(assumes, [
      ...['--role-arn', 'arn:aws:iam::111122223333:role/audit'],
      ...['--external-id', '4 2', '--role-session-name', 'auditor'],
    ]);
    expect(code).toBe(3);
    const [params, ...more] = roleOf(loopback);
    expect(more).toEqual([]);
    expect(params?.get('RoleArn')).toBe('arn:aws:iam::111122223333:role/audit');
    expect(params?.get('ExternalId')).toBe('4 2');
    expect(params?.get('RoleSessionName')).toBe('auditor');
    const others = loopback.calls.filter(({ operation }) => operation !== 'AssumeRole');
    expect(others.length).toBeGreaterThan(2);
    expect(new Set(others.map(({ headers }) => headers['x-amz-security-token']))).toEqual(
      new Set(['assumed-session']),
    );
  });

  it('that lasts for a short time is not assumed for each call', async () => {
    const short: Answers = ({ operation }) =>
      operation === 'AssumeRole' ? assumed(240) : undefined;
    const { aws: loopback } = await scanWith(short, [
      ...['--role-arn', 'arn:aws:iam::111122223333:role/audit'],
    ]);
    expect(roleOf(loopback)).toHaveLength(1);
  });

  it('of a profile is assumed from its source profile, in the partition of its Region', async () => {
    const env = configured(`${base}
[profile audit]
role_arn = arn:aws-us-gov:iam::111122223333:role/audit
source_profile = base
external_id = 42
role_session_name = from-profile
region = us-gov-east-1
`);
    const { aws: loopback } = await scanWith(assumes, ['--profile', 'audit'], env);
    const [params, ...more] = roleOf(loopback);
    expect(more).toEqual([]);
    expect(params?.get('ExternalId')).toBe('42');
    expect(params?.get('RoleSessionName')).toBe('from-profile');
    expect(regionOf(loopback, 'GetCallerIdentity')).toBe('us-gov-west-1');
  });
});

describe('a partition (F43)', () => {
  it.each([
    ['arn:aws-us-gov:iam::111122223333:role/audit', 'us-gov-west-1'],
    ['arn:aws-cn:iam::111122223333:role/audit', 'cn-northwest-1'],
    ['arn:aws-eusc:iam::111122223333:role/audit', 'eusc-de-east-1'],
    ['arn:aws:iam::111122223333:role/audit', 'us-east-1'],
  ])('is told by a role where no Region is: %s', async (role, region) => {
    const { aws: loopback } = await scanWith(assumes, ['--role-arn', role], {}, runWarm);
    expect(regionOf(loopback, 'AssumeRole')).toBe(region);
    expect(regionOf(loopback, 'GetCallerIdentity')).toBe(region);
  });

  it('of the European Sovereign Cloud is scanned from its own home Region', async () => {
    const { aws: loopback, code } = await scanWith(inSovereignCloud, [
      '--region',
      'eusc-de-east-1',
    ]);
    expect(code).toBe(3);
    const regions = loopback.calls.map(({ headers }) => headers.authorization?.split('/')[2]);
    expect(new Set(regions)).toEqual(new Set(['eusc-de-east-1']));
  });
});

const sovereign: Readonly<Record<string, string>> = {
  GetCallerIdentity: `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws-eusc:iam::111122223333:user/me</Arn><UserId>A</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
  'POST /listRegions': JSON.stringify({
    Regions: [{ RegionName: 'eusc-de-east-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' }],
  }),
};

const inSovereignCloud: Answers = ({ operation }) => {
  const body = sovereign[operation];
  return body === undefined ? undefined : { body };
};

describe('a role and a home Region that is closed (F44)', () => {
  it('is assumed in the Region that the caller named', async () => {
    const role = ['--role-arn', 'arn:aws:iam::111122223333:role/audit', '--region', 'eu-west-1'];
    const { aws: loopback } = await scanWith(assumes, role);
    expect(regionOf(loopback, 'AssumeRole')).toBe('eu-west-1');
  });
});

describe('a profile', () => {
  it('from the environment is used, and its Region tells the partition', async () => {
    const env = configured(base.replace('base]', 'base]\nregion = cn-north-1'));
    const { aws: loopback } = await scanWith(() => undefined, [], { ...env, AWS_PROFILE: 'base' });
    expect(regionOf(loopback, 'GetCallerIdentity')).toBe('cn-northwest-1');
  });

  it('from the environment gives way to its keys, as for the AWS CLI, and not from the command line (F39)', async () => {
    const env = {
      ...configured(base),
      AWS_ACCESS_KEY_ID: 'AKIAENVIRONMENT',
      AWS_SECRET_ACCESS_KEY: 'x',
    };
    const keyOf = ({ aws: loopback, stderr }: Awaited<ReturnType<typeof scanWith>>) => {
      expect(stderr).not.toContain('Multiple credential sources');
      const call = loopback.calls.find(({ operation }) => operation === 'GetCallerIdentity');
      return /Credential=(\w+)\//.exec(call?.headers.authorization ?? '')?.[1];
    };
    const meant = await scanWith(() => undefined, [], { ...env, AWS_PROFILE: 'base' });
    expect(keyOf(meant)).toBe('AKIAENVIRONMENT');
    await meant.aws.close();
    const named = await scanWith(() => undefined, ['--profile', 'base'], env);
    expect(keyOf(named)).toBe('AKIAIOSFODNN7EXAMPLE');
  });

  it('gives way to the Region of the environment and of the command line', async () => {
    const env = configured(base.replace('base]', 'base]\nregion = cn-north-1'));
    const chosen = { ...env, AWS_PROFILE: 'base', AWS_REGION: 'us-gov-east-1' };
    const fromEnvironment = await scanWith(() => undefined, [], chosen);
    expect(regionOf(fromEnvironment.aws, 'GetCallerIdentity')).toBe('us-gov-west-1');
    await fromEnvironment.aws.close();
    const named = await scanWith(() => undefined, ['--region', 'eu-west-1'], chosen);
    expect(regionOf(named.aws, 'GetCallerIdentity')).toBe('us-east-1');
  });

  it('that is set but empty is not set', async () => {
    const { code } = await scanWith(() => undefined, [], { AWS_PROFILE: '', AWS_REGION: '' });
    expect(code).toBe(3);
  });

  it('with a credential process runs it once for all clients', async () => {
    const log = join(folder.path, 'process.log');
    const script = join(folder.path, 'credentials.mjs');
    const credentials = {
      Version: 1,
      AccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      SecretAccessKey: 'x',
      Expiration: new Date(Date.now() + 3_600_000).toISOString(),
    };
    writeFileSync(
      script,
      `import { appendFileSync } from 'node:fs';
appendFileSync(${JSON.stringify(log)}, 'ran\\n');
console.log(${JSON.stringify(JSON.stringify(credentials))});`,
    );
    const env = configured(`[profile broker]
credential_process = "${process.execPath}" "${script}"
`);
    const args = ['--profile', 'broker', '--service', 's3,iam'];
    aws = await startLoopback();
    const { code } = await runCli(args, { cwd: folder.path, env: { ...aws.env, ...env } });
    expect(code).toBe(3);
    const hosts = new Set(aws.calls.map(({ headers }) => headers.authorization?.split('/')[3]));
    expect(hosts.size).toBeGreaterThan(3);
    expect(readFileSync(log, 'utf8')).toBe('ran\n');
  });

  it('with a credential process that gives none says so, not that there is no profile', async () => {
    const env = configured('[profile broken]\ncredential_process = echo nothing\n');
    const { stderr, code } = await scanWith(() => undefined, ['--profile', 'broken'], env);
    expect(code).toBe(2);
    expect(stderr).toContain('Profile broken credential_process returned invalid JSON');
    expect(stderr).not.toContain('Use --profile');
  });
});
