import {
  GetResourcePolicyCommand,
  ListSecretsCommand,
  type SecretListEntry,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { secretPolicies, secrets } from '../../../src/collectors/secrets-manager/secrets.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(SecretsManagerClient);
const ARN = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-a1b2c3';
const CreatedDate = new Date('2025-01-01T00:00:00Z');
const entry: SecretListEntry = { ARN, Name: 'orders', CreatedDate };

beforeEach(() => {
  client.reset();
});

async function listed(...SecretList: readonly SecretListEntry[]) {
  client.on(ListSecretsCommand).resolves(answer({ SecretList: [...SecretList] }));
  const { value } = await gatherFrom(secrets);
  return value.items;
}

describe('secrets', () => {
  it('that never rotated and that nobody read lack the members', async () => {
    const [secret] = await listed(entry);
    if (!secret) throw new Error('there is no secret');
    expect(secret).toMatchObject({ owner: null, name: 'orders' });
    const { replicaOf, lastRead, rotation, lastRotated } = secret;
    const left: readonly Observed<unknown>[] = [replicaOf, lastRead, rotation, lastRotated];
    for (const each of left) {
      expect(Observed.open(each)).toMatchObject({ known: true, value: null });
    }
  });

  it('rotate as the list says', async () => {
    const NextRotationDate = new Date('2026-12-01T00:00:00Z');
    const RotationRules = { AutomaticallyAfterDays: 30 };
    const [secret] = await listed({
      ...entry,
      RotationEnabled: true,
      NextRotationDate,
      RotationRules,
    });
    const rotation = secret && Observed.open(secret.rotation);
    if (!rotation?.known || !rotation.value) throw new Error('it does not rotate');
    expect(Observed.open(rotation.value.dueBy)).toMatchObject({ value: NextRotationDate });
    expect(Observed.open(rotation.value.everyDays)).toMatchObject({ value: 30 });
  });

  it('whose rotation was turned off do not rotate', async () => {
    const [secret] = await listed({ ...entry, RotationEnabled: false });
    expect(secret && Observed.open(secret.rotation)).toMatchObject({ value: null });
  });

  it('that rotate with a schedule that is not told are unknown, and never on time', async () => {
    const [secret] = await listed({ ...entry, RotationEnabled: true });
    const rotation = secret && Observed.open(secret.rotation);
    if (!rotation?.known || !rotation.value) throw new Error('it does not rotate');
    expect(Observed.open(rotation.value.dueBy)).toMatchObject({ known: false });
  });

  it.each([
    { PrimaryRegion: 'eu-west-1', value: { known: true, value: null } },
    { PrimaryRegion: 'eu-central-1', value: { known: true, value: 'eu-central-1' } },
    { PrimaryRegion: 'SomethingNew', value: { known: false } },
  ])('with the primary Region $PrimaryRegion', async ({ PrimaryRegion, value }) => {
    const [secret] = await listed({ ...entry, PrimaryRegion });
    expect(secret && Observed.open(secret.replicaOf)).toMatchObject(value);
  });

  it('that wait for their deletion are left out', async () => {
    expect(await listed({ ...entry, DeletedDate: CreatedDate })).toEqual([]);
  });
});

describe('the policy of a secret', () => {
  async function policyBy() {
    client.on(ListSecretsCommand).resolves(answer({ SecretList: [entry] }));
    const { value, gathered } = await gatherFrom(secretPolicies);
    const [secret] = gathered.get(secrets, 'eu-west-1').items;
    return secret && Observed.open(value.of(secret));
  }

  it('is null where it has none', async () => {
    client.on(GetResourcePolicyCommand).resolves(answer({ ARN, Name: 'orders' }));
    expect(await policyBy()).toMatchObject({ known: true, value: null });
  });

  it('is not taken for none where the answer is empty', async () => {
    client.on(GetResourcePolicyCommand).resolves(answer({}));
    expect(await policyBy()).toMatchObject({ causes: [{ reason: 'failed' }] });
  });

  it('that is no policy cannot be used', async () => {
    client.on(GetResourcePolicyCommand).resolves(answer({ ARN, ResourcePolicy: '{' }));
    expect(await policyBy()).toMatchObject({ causes: [{ reason: 'failed' }] });
  });

  it.each(['ResourceNotFoundException', 'InvalidRequestException'])(
    'is gone with its secret: %s',
    async (code) => {
      client.on(GetResourcePolicyCommand).rejects(fault(code));
      expect(await policyBy()).toMatchObject({ causes: [{ reason: 'gone' }] });
    },
  );
});
