/** `--sign kms:` by the built command line: keys that AWS KMS made, over HTTP, and what becomes of a run that they do not sign. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateKeyCommand,
  DisableKeyCommand,
  GetPublicKeyCommand,
  KMSClient,
  type KeySpec,
  type KeyUsageType,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Gate, startGate } from '../../emulator/gate.ts';
import { startEmulator } from '../support/emulator.ts';
import { type Ran, runCli, temporaryFolder } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

const moto = await startEmulator({ awsPolicies: false });

describe.skipIf(!moto)('--sign kms:', () => {
  const folder = temporaryFolder();
  let gate: Gate;
  let kms: KMSClient;

  beforeAll(async () => {
    gate = await startGate({ upstream: moto?.endpoint ?? '' });
    const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-secret' };
    kms = new KMSClient({ region: 'eu-west-1', endpoint: gate.endpoint, credentials });
  });
  beforeEach(() => {
    gate.setFaults([]);
    gate.calls.reset();
  });
  afterAll(async () => {
    folder.remove();
    kms?.destroy();
    await gate?.close();
    await moto?.stop();
  });

  async function makeKey(
    KeySpec: KeySpec,
    KeyUsage: KeyUsageType = 'SIGN_VERIFY',
  ): Promise<string> {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec, KeyUsage }));
    return KeyMetadata?.Arn ?? '';
  }

  /** As an auditor would keep it. */
  async function publicKeyOf(arn: string): Promise<string> {
    const { PublicKey = new Uint8Array() } = await kms.send(
      new GetPublicKeyCommand({ KeyId: arn }),
    );
    const path = join(folder.path, `${arn.split('/').at(-1)}.pub.pem`);
    const lines = Buffer.from(PublicKey).toString('base64').replaceAll(/.{64}/g, '$&\n');
    writeFileSync(path, `-----BEGIN PUBLIC KEY-----\n${lines}\n-----END PUBLIC KEY-----\n`);
    return path;
  }

  function sign(arn: string, output: string) {
    const demo = ['--demo', '--quiet', '--check', 's3-bucket-versioning', '--fail-on', 'none'];
    return runCli([...demo, '--format', 'json', '--output', output, '--sign', `kms:${arn}`], {
      env: {
        AWS_ENDPOINT_URL: gate.endpoint,
        AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'not-a-secret',
      },
    });
  }

  const specs = ['ECC_NIST_P256', 'RSA_2048', 'ECC_NIST_EDWARDS25519'] as const;

  describe.each(specs)('a key of the spec %s', (spec) => {
    const output = join(folder.path, spec);
    const run = join(folder.path, `handed over ${spec}`);
    let pub = '';
    let other = '';
    let signed: Ran;

    beforeAll(async () => {
      const arn = await makeKey(spec);
      [pub, other] = [await publicKeyOf(arn), await publicKeyOf(await makeKey(spec))];
      signed = await sign(arn, output);
    });
    beforeEach(() => {
      rmSync(run, { recursive: true, force: true });
      cpSync(join(output, 'latest'), run, { recursive: true, dereference: true });
    });

    it('signs, and its public key proves it', async () => {
      expect(signed).toEqual({ code: 0, stdout: '', stderr: '' });
      const { code, stdout } = await runWarm(['verify', run, '--key', pub]);
      expect(stdout).toMatch(/Signed by the key\s+[0-9a-f]{64}; the\s+signature\s+holds/);
      expect(code).toBe(0);
    });

    it('is told from another key', async () => {
      const { code, stdout } = await runWarm(['verify', run, '--key', other]);
      expect(code).toBe(1);
      expect(stdout).toMatch(/^manifest.dsse.json is not by this key/);
    });

    it.each(['report.json', 'manifest.json'])('proves a changed byte of %s', async (name) => {
      const path = join(run, name);
      const content = readFileSync(path);
      const middle = content.length >> 1;
      content[middle] = (content[middle] ?? 0) ^ 1;
      writeFileSync(path, content);
      const { code, stdout } = await runWarm(['verify', run, '--key', pub]);
      expect(code).toBe(1);
      expect(stdout).toMatch(new RegExp(`^${name} `));
    });

    it('proves a changed byte of the signature', async () => {
      const path = join(run, 'manifest.dsse.json');
      const text = readFileSync(path, 'utf8');
      writeFileSync(
        path,
        text.replace(/("sig": ".{20})(.)/, (_, start, byte) => start + (byte === 'A' ? 'B' : 'A')),
      );
      expect(await runWarm(['verify', run, '--key', pub])).toMatchObject({
        code: 1,
        stdout: 'manifest.dsse.json does not hold: the signature, or what it is of, was changed\n',
      });
    });
  });

  it('asks for nothing but the public key, whether it may sign, and the signature', async () => {
    const arn = await makeKey('ECC_NIST_P256');
    gate.calls.reset();
    await sign(arn, join(folder.path, 'asked'));
    const asked = gate.calls.list().map(({ operation }) => operation);
    expect(asked).toEqual(['GetPublicKey', 'Sign', 'Sign']);
  });

  describe('a key that cannot sign ends with 2 before the scan, and nothing is written', () => {
    const output = join(folder.path, 'unused');
    it.each([
      [
        'one that encrypts',
        () => makeKey('RSA_2048', 'ENCRYPT_DECRYPT'),
        /^srm-scan: arn:aws:kms:\S+ is a key for ENCRYPT_DECRYPT; --sign kms: takes a key for SIGN_VERIFY/,
      ],
      [
        'one that is no pair of keys',
        () => makeKey('SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT'),
        /kms:GetPublicKey: UnsupportedOperationException: .*SYMMETRIC_DEFAULT/,
      ],
      [
        'one of another curve',
        () => makeKey('ECC_NIST_P384'),
        / signs by another algorithm; --sign kms: takes a key .* ECC_NIST_P256, ECC_NIST_EDWARDS25519 or RSA_2048/,
      ],
      [
        'one that is disabled',
        async () => {
          const arn = await makeKey('ECC_NIST_P256');
          await kms.send(new DisableKeyCommand({ KeyId: arn.split('/').at(-1) }));
          return arn;
        },
        /kms:Sign: DisabledException: .* is disabled\./,
      ],
      [
        'one that is not there',
        () => Promise.resolve('arn:aws:kms:eu-west-1:123456789012:key/0-0'),
        /kms:GetPublicKey: NotFoundException: /,
      ],
      [
        'one whose public key is denied',
        () => {
          gate.setFaults([{ kind: 'deny', match: { service: 'kms', operation: 'GetPublicKey' } }]);
          return makeKey('ECC_NIST_P256');
        },
        /kms:GetPublicKey: AccessDeniedException: .* \("srm-scan policy --sign kms:arn:\S+" prints what is needed\)/,
      ],
      [
        'one that may not be signed with',
        () => {
          gate.setFaults([{ kind: 'deny', match: { service: 'kms', operation: 'Sign' } }]);
          return makeKey('ECC_NIST_P256');
        },
        /kms:Sign: AccessDeniedException: .* prints what is needed\)/,
      ],
    ])('%s', async (_, key, message) => {
      const { code, stdout, stderr } = await sign(await key(), output);
      expect(stderr).toMatch(message);
      expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({
        ...{ code: 2, stdout: '', lines: 2 },
      });
      expect(existsSync(output)).toBe(false);
    });
  });

  it('a key that was lost while the scan ran leaves the reports, unsigned, and says so', async () => {
    const output = join(folder.path, 'lost');
    const arn = await makeKey('ECC_NIST_P256');
    // The trial before the scan comes through.
    gate.setFaults([{ kind: 'deny', match: { service: 'kms', operation: 'Sign' }, after: 1 }]);
    const { code, stdout, stderr } = await sign(arn, output);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^srm-scan: cannot sign with arn:\S+: kms:Sign: AccessDeniedException: .*; the reports are written without a signature\n$/,
    );
    expect(readdirSync(output)).toHaveLength(2);
    expect(readdirSync(join(output, 'latest')).toSorted()).toEqual([
      'manifest.json',
      'report.json',
      'summary.json',
    ]);
    expect(await runWarm(['verify', join(output, 'latest')])).toMatchObject({ code: 0 });
  });
});
