import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  type KeyMetadata,
  KMSClient,
  ListKeysCommand,
} from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { keyPolicies, keyRotations, keys } from '../../../src/collectors/kms/keys.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const kms = mockClient(KMSClient);
const denied = fault('AccessDeniedException');

const entry = (KeyId: string) => ({ KeyId, KeyArn: `arn:aws:kms:eu-west-1:1:key/${KeyId}` });

function describeKey(KeyId: string, more: Partial<KeyMetadata> = {}) {
  kms.on(DescribeKeyCommand, { KeyId }).resolves(
    answer({
      KeyMetadata: {
        KeyId,
        KeyManager: 'CUSTOMER',
        KeyState: 'Enabled',
        KeySpec: 'SYMMETRIC_DEFAULT',
        Origin: 'AWS_KMS',
        ...more,
      },
    }),
  );
}

beforeEach(() => {
  kms.reset();
  kms
    .on(ListKeysCommand)
    .resolves(answer({ Keys: [entry('own'), entry('aws')], Truncated: true, NextMarker: '2' }))
    .on(ListKeysCommand, { Marker: '2' })
    .resolves(answer({ Keys: [entry('rsa'), entry('shut')], Truncated: false }));
  describeKey('own');
  describeKey('aws', { KeyManager: 'AWS' });
  describeKey('rsa', { KeySpec: 'RSA_2048' });
  kms.on(DescribeKeyCommand, { KeyId: 'shut' }).rejects(denied);
});

const asked = (calls: readonly { args: readonly [{ input: { KeyId: string | undefined } }] }[]) =>
  calls.map((call) => call.args[0].input.KeyId);

describe('KMS keys', () => {
  it('lists every page and knows the keys that AWS manages', async () => {
    const { value } = await gatherFrom(keys);
    expect(value.items.map(({ name, managed }) => [name, managed?.by])).toEqual([
      ['own', undefined],
      ['aws', 'aws'],
      ['rsa', undefined],
      ['shut', undefined],
    ]);
    const shut = value.items[3];
    if (!shut) throw new Error('the key was not listed');
    expect(Observed.open(shut.metadata)).toMatchObject({ causes: [{ reason: 'denied' }] });
    expect(
      Observed.open(shut.judgedIf ?? shut.metadata),
      'F73: it may be a key of AWS',
    ).toMatchObject({
      causes: [{ reason: 'denied' }],
    });
  });

  it('knows whose a key is although its spec was not told (K2)', async () => {
    describeKey('own', { KeySpec: undefined });
    const { value } = await gatherFrom(keys);
    const [own] = value.items;
    expect(own && Observed.open(own.metadata)).toMatchObject({ known: false });
    expect(own?.judgedIf && Observed.open(own.judgedIf)).toMatchObject({ value: 'CUSTOMER' });
  });

  it('tells the day of a deletion that is scheduled', async () => {
    const day = new Date('2026-12-20T09:30:00Z');
    describeKey('own', { KeyState: 'PendingDeletion', DeletionDate: day });
    const { value } = await gatherFrom(keys);
    const days = value.items.map(({ metadata }) => Observed.open(metadata));
    expect(days[0]).toMatchObject({ value: { state: 'PendingDeletion', deletion: day } });
    expect(days[2]).toMatchObject({ value: { state: 'Enabled', deletion: undefined } });
  });

  it('asks for the rotation of keys that can rotate, and of no other', async () => {
    kms.on(GetKeyRotationStatusCommand).resolves(answer({ KeyRotationEnabled: true }));
    await gatherFrom(keyRotations);
    expect(asked(kms.commandCalls(GetKeyRotationStatusCommand))).toEqual(['own']);
  });

  it('asks for the policies of all keys but those that AWS manages', async () => {
    kms.on(GetKeyPolicyCommand).resolves(answer({ Policy: '{"Statement":[]}' }));
    await gatherFrom(keyPolicies);
    expect(asked(kms.commandCalls(GetKeyPolicyCommand))).toEqual(['own', 'rsa', 'shut']);
  });

  it('takes a policy that is no policy for unreadable', async () => {
    kms.on(GetKeyPolicyCommand).resolves(answer({ Policy: '{' }));
    const { value, gathered } = await gatherFrom(keyPolicies);
    const [own] = gathered.get(keys, 'eu-west-1').items;
    if (!own) throw new Error('the key was not listed');
    expect(Observed.open(value.of(own))).toMatchObject({ known: false });
  });
});
