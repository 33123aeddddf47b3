/** Every way to get credentials that the SDK knows is there in the bundle, though no scan loads more than its own. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadedBy } from '../support/loaded-modules.ts';
import { type Loopback, startLoopback } from '../support/loopback-aws.ts';
import { startProxy } from '../support/loopback-proxy.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

const key = 'ASIAIOSFODNN7EXAMPLE';
const ends = new Date(Date.now() + 3_600_000);

const answers: Readonly<Record<string, string>> = {
  AssumeRoleWithWebIdentity: `<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>${key}</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${ends.toISOString()}</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`,
  'GET /federation/credentials': JSON.stringify({
    roleCredentials: {
      accessKeyId: key,
      secretAccessKey: 'x',
      sessionToken: 't',
      expiration: ends.getTime(),
    },
  }),
  'GET /container': JSON.stringify({
    AccessKeyId: key,
    SecretAccessKey: 'x',
    Token: 't',
    Expiration: ends.toISOString(),
  }),
};

let aws: Loopback;
beforeAll(async () => {
  aws = await startLoopback(({ operation }) => {
    const body = answers[operation];
    return body === undefined ? undefined : { body };
  });
});
afterAll(() => aws.close());

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** The key that the scan asked AWS with who it is, and the packages of the ways to credentials that it loaded. */
async function scanWith(env: Readonly<Record<string, string>>) {
  const before = aws.calls.length;
  const { AWS_ENDPOINT_URL = '' } = aws.env;
  const { packages } = await loadedBy(['--check', 's3-bucket-versioning'], folder.path, {
    AWS_ENDPOINT_URL,
    AWS_REGION: 'eu-west-1',
    ...env,
  });
  const call = aws.calls.slice(before).find(({ operation }) => operation === 'GetCallerIdentity');
  const ways = packages.filter((name) => name.startsWith('@aws-sdk/credential-provider-'));
  return {
    usedKey: /Credential=(\w+)\//.exec(call?.headers.authorization ?? '')?.[1],
    ways: ways.map((name) => name.slice('@aws-sdk/credential-provider-'.length)),
  };
}

function write(name: string, text: string): string {
  const path = join(folder.path, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

describe('credentials', () => {
  it('of a web identity, as in EKS and GitHub Actions', async () => {
    const scanned = await scanWith({
      AWS_WEB_IDENTITY_TOKEN_FILE: write('token', 'jwt'),
      AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/audit',
    });
    expect(scanned.usedKey).toBe(key);
    expect(scanned.ways).toContain('web-identity');
    expect(scanned.ways).not.toContain('sso');
  });

  it('of an SSO session', async () => {
    const cached = createHash('sha1').update('work').digest('hex');
    write(
      `.aws/sso/cache/${cached}.json`,
      JSON.stringify({ accessToken: 'a', expiresAt: ends.toISOString() }),
    );
    const config = write(
      'config',
      `[sso-session work]
sso_region = eu-west-1
sso_start_url = https://example.awsapps.com/start
[profile audit]
sso_session = work
sso_account_id = 111122223333
sso_role_name = audit
`,
    );
    const scanned = await scanWith({
      HOME: folder.path,
      AWS_CONFIG_FILE: config,
      AWS_PROFILE: 'audit',
    });
    expect(scanned.usedKey).toBe(key);
    expect(scanned.ways).toContain('sso');
    expect(scanned.ways).not.toContain('web-identity');
  });

  it('of an SSO session are asked for in the Region of the session (F43)', async () => {
    const home = folder.path;
    const cached = createHash('sha1').update('work').digest('hex');
    const token = JSON.stringify({ accessToken: 'a', expiresAt: ends.toISOString() });
    write(`.aws/sso/cache/${cached}.json`, token);
    const config = write(
      'config',
      `[sso-session work]
sso_region = ap-southeast-2
sso_start_url = https://example.awsapps.com/start
[profile audit]
sso_session = work
sso_account_id = 111122223333
sso_role_name = audit
`,
    );
    const proxy = await startProxy({ port: Number(new URL(aws.endpoint).port), fate: () => 403 });
    const { stderr } = await runCli(['--check', 's3-bucket-versioning', '--profile', 'audit'], {
      cwd: home,
      env: { HOME: home, AWS_CONFIG_FILE: config, AWS_REGION: 'eu-west-1', HTTPS_PROXY: proxy.url },
    });
    await proxy.close();
    expect(proxy.asked).toEqual(['portal.sso.ap-southeast-2.amazonaws.com:443']);
    expect(stderr).toContain('does not let portal.sso.ap-southeast-2.amazonaws.com through');
  });

  it('of a container, as in ECS and CodeBuild', async () => {
    const { AWS_ENDPOINT_URL = '' } = aws.env;
    const scanned = await scanWith({
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `${AWS_ENDPOINT_URL}/container`,
    });
    expect(scanned.usedKey).toBe(key);
    expect(scanned.ways).toContain('http');
    expect(scanned.ways).not.toContain('sso');
  });
});
