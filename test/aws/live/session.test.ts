import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { explainStart } from '../../../src/aws/live/explain-start.ts';
import { openSession } from '../../../src/aws/live/session.ts';
import { UserError } from '../../../src/text/user-error.ts';
import { temporaryFolder } from '../../support/run-cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
const ends: (() => void)[] = [];

beforeEach(() => {
  folder = temporaryFolder();
  for (const name of [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_PROFILE',
  ])
    vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder.path, 'none'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  folder.remove();
  for (const end of ends.splice(0)) end();
});

function configured(text: string): void {
  const path = join(folder.path, 'config');
  writeFileSync(path, text);
  vi.stubEnv('AWS_CONFIG_FILE', path);
}

/** A server on this machine that takes requests and never answers. */
async function mute(): Promise<string> {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

const key = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = x\n';

describe('credentials that hang (F62) are not waited for for ever, and what hangs is named', () => {
  /** What the user reads. */
  async function toldBy(options: Partial<Parameters<typeof openSession>[0]>): Promise<string> {
    const { credentials } = await openSession({ regions: [], ...options }, { credentials: 200 });
    try {
      await credentials();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      expect(error.name).toBe('CredentialsTimeout');
      const told = explainStart(`${error.name}: ${error.message}`);
      expect(told).toBeInstanceOf(UserError);
      return told.message;
    }
    return expect.unreachable();
  }

  it('a credential process', async () => {
    configured(`[profile broker]
credential_process = "${process.execPath}" -e "setTimeout(() => {}, 2000)"
`);
    expect(await toldBy({ profile: 'broker' })).toBe(
      'no credentials came within 0.2 s from the credential_process of profile "broker". See why it hangs, and scan again.',
    );
  });

  it('STS, asked for the role of the command line', async () => {
    configured(`[default]\n${key}`);
    vi.stubEnv('AWS_ENDPOINT_URL', await mute());
    const roleArn = 'arn:aws:iam::111122223333:role/audit';
    expect(await toldBy({ roleArn })).toContain(
      `from STS, which was asked for the role ${roleArn}`,
    );
  });

  it('STS, asked for the role of a profile', async () => {
    configured(`[profile base]\n${key}
[profile audit]
role_arn = arn:aws:iam::111122223333:role/audit
source_profile = base
`);
    vi.stubEnv('AWS_ENDPOINT_URL', await mute());
    expect(await toldBy({ profile: 'audit' })).toContain('from the role of profile "audit"');
  });

  it('the metadata service of an instance', async () => {
    configured('');
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', undefined);
    vi.stubEnv('AWS_EC2_METADATA_SERVICE_ENDPOINT', await mute());
    expect(await toldBy({})).toContain('from the metadata service of the instance');
  });

  it('the endpoint of a container', async () => {
    configured('');
    vi.stubEnv('AWS_CONTAINER_CREDENTIALS_FULL_URI', `${await mute()}/creds`);
    expect(await toldBy({})).toContain('from the endpoint of the container');
  });
});

describe('what went wrong before the first answer', () => {
  it.each([
    [
      'HostIsSilent: gave up after 3 time-outs in a row: sts in us-east-1 does not answer',
      'AWS cannot be reached',
    ],
    ['TimeoutError: no connection within 5 s', 'AWS cannot be reached'],
    [
      'CredentialsUnavailable: CredentialsProviderError: Could not load credentials from any providers',
      'No AWS credentials were found',
    ],
    [
      'CredentialsUnavailable: AccessDenied: User: me is not authorized to perform: sts:AssumeRole',
      'The role could not be assumed',
    ],
    [
      'CredentialsUnavailable: ExpiredToken: The security token is expired',
      'The credentials have expired',
    ],
  ])('%s', (words, advice) => {
    const { message } = explainStart(words);
    expect(message).toContain(advice);
    expect(message).toContain(words);
  });
});
