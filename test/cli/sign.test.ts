/** `--sign file:`: what is signed, and which keys are taken. */
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { writeKeys } from '../support/signing-keys.ts';
import { draft04OfProtobuf } from '../support/standard-schemas.ts';
import { runWarm } from '../support/warm-cli.ts';

const folder = temporaryFolder();
const output = join(folder.path, 'out');
const { key, pub } = writeKeys(folder.path, 'owner');
const demo = ['--demo', '--quiet', '--check', 's3-bucket-versioning', '--fail-on', 'none'];
let envelope: {
  readonly payloadType: string;
  readonly payload: string;
  readonly signatures: readonly { readonly sig: string }[];
};

beforeAll(async () => {
  await runCli([...demo, '--sign', `file:${key}`, '--output', output]);
  envelope = JSON.parse(readFileSync(join(output, 'latest', 'manifest.dsse.json'), 'utf8'));
});
afterAll(() => {
  folder.remove();
});

describe('what is signed', () => {
  it('is an in-toto statement that names every file', () => {
    expect(envelope.payloadType).toBe('application/vnd.in-toto+json');
    expect(JSON.parse(Buffer.from(envelope.payload, 'base64').toString())).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [
        { name: 'manifest.json' },
        { name: 'report.html' },
        { name: 'report.json' },
        { name: 'summary.json' },
      ],
      predicateType: 'urn:srm-scan:manifest:1',
      predicate: { scan: { account: '123456789012', sample: true } },
    });
  });

  it('is an envelope as sigstore has it, with all that DSSE requires and nothing else', () => {
    expect(draft04OfProtobuf('dsse/sigstore-Envelope.schema.json')(envelope)).toEqual([]);
    // The schema is of protobuf, which requires nothing; the specification of the envelope does.
    expect(Object.keys(envelope)).toEqual(['payloadType', 'payload', 'signatures']);
    expect(envelope.signatures.map((each) => Object.keys(each))).toEqual([['keyid', 'sig']]);
    // Another member, or another alphabet of base64, would be found.
    const faults = draft04OfProtobuf('dsse/sigstore-Envelope.schema.json');
    expect(faults({ ...envelope, payload_type: 'x' })).toHaveLength(1);
    expect(faults({ ...envelope, payload: 'a-_b' })).toHaveLength(1);
  });

  it('names each file once, by a digest as in-toto writes it, and its predicate by a URI', () => {
    const statement = z
      .strictObject({
        _type: z.literal('https://in-toto.io/Statement/v1'),
        subject: z
          .array(
            z.strictObject({
              name: z.string().min(1),
              digest: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
            }),
          )
          .min(1),
        predicateType: z.string().refine((uri) => URL.canParse(uri)),
        predicate: z.looseObject({}),
      })
      .parse(JSON.parse(Buffer.from(envelope.payload, 'base64').toString()));
    const names = statement.subject.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is signed by DSSE: the type and the payload, each with its length', () => {
    const payload = Buffer.from(envelope.payload, 'base64');
    const head = `DSSEv1 28 application/vnd.in-toto+json ${payload.length} `;
    const message = Buffer.concat([Buffer.from(head), payload]);
    const signature = Buffer.from(envelope.signatures[0]?.sig ?? '', 'base64');
    const isValid = verify(null, message, createPublicKey(readFileSync(pub)), signature);
    expect(isValid).toBe(true);
  });
});

describe('a key that is not taken ends with 2, before anything is scanned', () => {
  const write = (name: string, text: string, mode = 0o600) => {
    const path = join(folder.path, name);
    writeFileSync(path, text);
    chmodSync(path, mode);
    return `file:${path}`;
  };
  const ec = () =>
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    });
  const locked = () =>
    generateKeyPairSync('ed25519').privateKey.export({
      ...{ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' },
    });
  it.each([
    [
      'one that others may read',
      () => write('open.pem', readFileSync(key, 'utf8'), 0o640),
      /mode 0640\); run: chmod 600 /,
    ],
    [
      'one of another kind',
      () => write('ec.pem', String(ec())),
      /the key is ec, and --sign file: takes Ed25519/,
    ],
    ['an encrypted one', () => write('locked.pem', String(locked())), /the key is encrypted/],
    [
      'a public one',
      () => write('public.pem', readFileSync(pub, 'utf8')),
      /this is no private key/,
    ],
    ['one that is not there', () => 'file:nowhere.pem', /nowhere.pem: there is no such file/],
    ['nothing known', () => 'gpg:me', /"gpg:me" names no key; write file:KEY.pem or kms:arn/],
    [
      'an alias of KMS',
      () => 'kms:arn:aws:kms:eu-west-1:111122223333:alias/a',
      /An alias may lead/,
    ],
  ])('%s', async (_, sign, message) => {
    const unused = join(folder.path, 'unused');
    const ran = await runWarm([...demo, '--sign', sign(), '--output', unused]);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
    expect(existsSync(unused)).toBe(false);
  });

  it('and there is nothing to sign on standard output', async () => {
    const args = [...demo, '--format', 'json', '--output', '-', '--sign', `file:${key}`];
    expect((await runWarm(args)).stderr).toContain('--sign signs the files of a folder');
  });
});

it('the permissions of signing by KMS are printed apart from those of a scan', async () => {
  const arn = 'arn:aws:kms:eu-west-1:111122223333:key/1234';
  const { stdout } = await runCli(['policy', '--sign', `kms:${arn}`]);
  expect(JSON.parse(stdout)).toMatchObject({
    Statement: [{ Effect: 'Allow', Action: ['kms:GetPublicKey', 'kms:Sign'], Resource: arn }],
  });
  expect((await runWarm(['policy', '--service', 's3'])).stdout).not.toContain('kms:Sign');
});
