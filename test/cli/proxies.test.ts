/**
 * A network that lets nothing out but by a proxy, and looks into TLS: the hosts have AWS's own names, and the proxy leads
 * to a server on this machine, whose certificate is of a private authority (F40).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answers, type Loopback, startLoopback } from '../support/loopback-aws.ts';
import { type LoopbackProxy, type ProxyOptions, startProxy } from '../support/loopback-proxy.ts';
import { type Ran, runCli, temporaryFolder } from '../support/run-cli.ts';
import { authorityPath, hostTls } from '../support/tls.ts';

let folder: ReturnType<typeof temporaryFolder>;
let aws: Loopback | undefined;
let proxy: LoopbackProxy | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await proxy?.close();
  await aws?.close();
  aws = proxy = undefined;
  folder.remove();
});

const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x' };

interface Network extends Omit<ProxyOptions, 'port'> {
  readonly answers?: Answers;
  /** Without TLS. */
  readonly plain?: true;
}

async function networkOf({ answers, plain, ...how }: Network = {}) {
  aws = await startLoopback(answers, plain ? undefined : hostTls);
  proxy = await startProxy({ port: Number(new URL(aws.endpoint).port), ...how });
  return { aws, proxy, at: `127.0.0.1:${proxy.port}` };
}

function scan(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ran> {
  return runCli(['--service', 's3', '--format', 'json', ...args], {
    cwd: folder.path,
    env: { ...keys, ...env },
  });
}

function expectOneLine({ code, stdout, stderr }: Ran, ...words: readonly string[]) {
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^srm-scan: .*\n$/);
  for (const word of words) expect(stderr).toContain(word);
}

describe('a proxy that wants to know who asks, and looks into TLS (F40)', () => {
  const wants = 'audit:p@ss word';
  const pair = 'audit:p%40ss%20word';

  it('is gone through for every call, by sockets that are used again', async () => {
    const { aws: loopback, proxy: by, at } = await networkOf({ wants });
    const env = { HTTPS_PROXY: `http://${pair}@${at}`, AWS_CA_BUNDLE: authorityPath };
    expect((await scan(env, '--service', 'iam')).code).toBe(3);
    const hosts = ['sts.us-east-1', 'iam', 'sso.eu-west-1', '111122223333.s3-control.us-east-1'];
    expect(by.asked).toEqual(
      expect.arrayContaining(hosts.map((host) => `${host}.amazonaws.com:443`)),
    );
    const { length } = loopback.calls;
    expect(length).toBeGreaterThan(by.asked.length);
  });

  it('is gone through to assume a role', async () => {
    const { aws: loopback, proxy: by, at } = await networkOf({ wants });
    const env = { https_proxy: `${pair}@${at}`, AWS_CA_BUNDLE: authorityPath };
    await scan(env, '--role-arn', 'arn:aws:iam::111122223333:role/audit');
    expect(loopback.calls.map(({ operation }) => operation)).toContain('AssumeRole');
    expect(by.asked).toContain('sts.us-east-1.amazonaws.com:443');
  });

  it('that does not accept the password is named, without it', async () => {
    const { at } = await networkOf({ wants });
    const env = { HTTPS_PROXY: `http://audit:wrong-secret@${at}`, AWS_CA_BUNDLE: authorityPath };
    const ran = await scan(env);
    expectOneLine(ran, `the proxy http://audit@${at} asks for a user and a password`, 'status 407');
    expect(ran.stderr).not.toContain('wrong-secret');
  });

  it('that was told nobody is named', async () => {
    const { at } = await networkOf({ wants });
    const ran = await scan({ HTTPS_PROXY: at, AWS_CA_BUNDLE: authorityPath });
    expectOneLine(ran, `the proxy http://${at} asks`, 'none is given', 'http://user:password@');
  });

  it('that lets AWS not through is named', async () => {
    const { at } = await networkOf({ fate: () => 403 });
    const ran = await scan({ HTTPS_PROXY: `http://${at}` });
    expectOneLine(ran, `the proxy http://${at} does not let sts.us-east-1.amazonaws.com through`);
  });

  it('that is not there is named', async () => {
    const ran = await scan({ HTTPS_PROXY: 'http://127.0.0.1:1' });
    expectOneLine(ran, 'the proxy http://127.0.0.1:1 cannot be reached', 'ECONNREFUSED');
  });
});

describe('certificates of a private authority (F40)', () => {
  it('are not trusted unasked, and the host is named', async () => {
    const { at } = await networkOf();
    const ran = await scan({ HTTPS_PROXY: `http://${at}` });
    const why =
      'the certificate of sts.us-east-1.amazonaws.com by way of the proxy http://127.0.0.1';
    expectOneLine(ran, why, "is not trusted by Node's own list", 'AWS_CA_BUNDLE');
  });

  it('are trusted where the profile says so', async () => {
    const { aws: loopback, at } = await networkOf();
    const config = join(folder.path, 'config');
    writeFileSync(config, `[profile audit]\nca_bundle = ${authorityPath}\nregion = eu-west-1\n`);
    const env = { HTTPS_PROXY: `http://${at}`, AWS_CONFIG_FILE: config, AWS_PROFILE: 'audit' };
    expect((await scan(env)).code).toBe(3);
    expect(loopback.calls.map(({ operation }) => operation)).toContain('GetCallerIdentity');
  });

  it('that cannot be read, and files without any, are the user’s to mend', async () => {
    const nowhere = join(folder.path, 'nowhere.pem');
    expectOneLine(await scan({ AWS_CA_BUNDLE: nowhere }), 'that AWS_CA_BUNDLE names', nowhere);
    const empty = join(folder.path, 'empty.pem');
    writeFileSync(empty, 'no certificate');
    expectOneLine(await scan({ AWS_CA_BUNDLE: empty }), 'holds no certificate', empty);
    writeFileSync(empty, readFileSync(authorityPath, 'utf8').replace(/\nM.{20}/, '\nMIIB'));
    expectOneLine(await scan({ AWS_CA_BUNDLE: empty }), 'certificate 1 of the file', empty);
  });
});

describe('NO_PROXY (F40)', () => {
  it('lets a host be asked straight', async () => {
    const { aws: loopback, proxy: by, at } = await networkOf();
    const env = { AWS_ENDPOINT_URL: loopback.endpoint, AWS_CA_BUNDLE: authorityPath };
    const { code } = await scan({ ...env, HTTPS_PROXY: `http://${at}`, NO_PROXY: 'localhost' });
    expect({ code, asked: by.asked }).toEqual({ code: 3, asked: [] });
  });
});

it('an endpoint without TLS is asked by way of HTTP_PROXY (F40)', async () => {
  const { aws: loopback, proxy: by, at } = await networkOf({ plain: true, wants: 'me:x' });
  const env = { AWS_ENDPOINT_URL: loopback.endpoint, HTTP_PROXY: `http://me:x@${at}` };
  expect((await scan(env)).code).toBe(3);
  expect(by.asked).toHaveLength(loopback.calls.length);
  expect(by.asked[0]).toBe(`${loopback.endpoint}/`);
  const refused = await scan({ ...env, HTTP_PROXY: `http://me:y@${at}` });
  expectOneLine(refused, `the proxy http://me@${at} asks for a user and a password`);
});
