/** KMS keys with what they are, and the rotation and policies of those that the customer manages. */
import type { KeyMetadata as AnswerKey } from '@aws-sdk/client-kms';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { type PerResource, perResource } from '../../collect/per-resource.ts';
import { derive, Observed, pagesOf } from '../../observe/observed.ts';
import { policyIn, type Policy } from '../../policy/document.ts';
import { ListKeys, DescribeKey, GetKeyRotationStatus, GetKeyPolicy } from './operations.ts';

export interface Key extends Resource {
  readonly keyId: string;
  readonly metadata: Observed<KeyMetadata>;
}

/** What decides whether a key can rotate. */
export interface KeyMetadata {
  readonly state: string;
  readonly spec: string;
  readonly origin: string;
  /** A replica of a multi-Region key takes the rotation of its primary. */
  readonly isReplica: boolean;
  /** When KMS deletes the key; undefined where its deletion is not scheduled. */
  readonly deletion: Date | undefined;
}

export interface KeyRotation {
  readonly isOn: boolean;
  /** Days; undefined where rotation is off. */
  readonly period: number | undefined;
}

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html */
const keyStates = [
  'Creating',
  'Enabled',
  'Disabled',
  'PendingDeletion',
  'PendingImport',
  'PendingReplicaDeletion',
  'Unavailable',
  'Updating',
] as const;
/** https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html */
const keySpecs = [
  'SYMMETRIC_DEFAULT',
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'SM2',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_NIST_EDWARDS25519',
  'ECC_SECG_P256K1',
  'HMAC_224',
  'HMAC_256',
  'HMAC_384',
  'HMAC_512',
  'ML_DSA_44',
  'ML_DSA_65',
  'ML_DSA_87',
  'ML_KEM_512',
  'ML_KEM_768',
  'ML_KEM_1024',
] as const;
const origins = ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'] as const;

export const keys = defineCollector({
  id: 'kms.keys',
  service: 'kms',
  scope: 'regional',
  calls: [ListKeys, DescribeKey],
  gather: async (aws) => {
    const { sources, ...found } = await aws.list(
      ListKeys,
      { Limit: 1000 },
      'Keys',
      (key, { must }) => ({
        keyId: must(key, 'KeyId'),
        arn: must(key, 'KeyArn'),
      }),
    );
    const described = await perResource(found.items, ({ keyId }) =>
      aws.get(DescribeKey, { KeyId: keyId }, (answer, members) => {
        const key = members.must(answer, 'KeyMetadata');
        return {
          manager: members.observe(() =>
            oneOf(members.must(key, 'KeyManager'), ['AWS', 'CUSTOMER'], members),
          ),
          metadata: members.observe(() => metadataOf(key, members)),
        };
      }),
    );
    const items = found.items.map((key): Key => {
      const manager = derive((read) => read(read(described.of(key)).manager));
      const metadata = derive((read) => read(read(described.of(key)).metadata));
      const place = { type: 'AWS::KMS::Key', name: key.keyId, region: aws.region };
      // Whose key it is was told by DescribeKey: every verdict rests on that too.
      const state = Observed.open(manager);
      const listed = [...pagesOf(key, sources), ...(state.known ? state.sources : [])];
      return { ...key, ...place, ...managedByAws(manager), judgedIf: manager, metadata, listed };
    });
    const { gone } = described;
    return { ...found, sources, items, ...(gone ? { gone } : {}) };
  },
});

function metadataOf(key: AnswerKey, members: Members): KeyMetadata {
  const { must } = members;
  // Only keys of several Regions have it.
  const several = key.MultiRegionConfiguration;
  return {
    state: oneOf(must(key, 'KeyState'), keyStates, members),
    spec: oneOf(must(key, 'KeySpec'), keySpecs, members),
    origin: oneOf(must(key, 'Origin'), origins, members),
    isReplica:
      several !== undefined &&
      oneOf(must(several, 'MultiRegionKeyType'), ['PRIMARY', 'REPLICA'], members) === 'REPLICA',
    // Only keys that wait for their deletion have it: AWS KMS API reference, "KeyMetadata".
    deletion: key.DeletionDate,
  };
}

/** AWS KMS developer guide, "AWS managed keys": the customer cannot change their policies or their rotation. */
function managedByAws(manager: Observed<'AWS' | 'CUSTOMER'>): Pick<Resource, 'managed'> {
  const state = Observed.open(manager);
  if (!state.known || state.value !== 'AWS') return {};
  const reason = 'AWS manages this key for one of its services, with its policy and rotation';
  return { managed: { by: 'aws', reason } };
}

/**
 * Why automatic rotation cannot be turned on for a key, or undefined where it can. AWS KMS developer guide, "Enable
 * automatic key rotation".
 */
export function whyNotRotatable(key: KeyMetadata): string | undefined {
  if (key.isReplica) return 'the key is a replica: the rotation of its primary key decides';
  if (key.spec !== 'SYMMETRIC_DEFAULT') {
    return `automatic rotation is for symmetric encryption keys, and this is ${key.spec}`;
  }
  if (key.origin !== 'AWS_KMS') {
    return `KMS did not make the key material (origin ${key.origin}), so it cannot rotate it by itself`;
  }
  if (key.state !== 'Enabled') return `the key is not in use (state ${key.state})`;
  return undefined;
}

/** The rotation of the keys that can rotate; KMS refuses to answer for the others. */
export const keyRotations = defineCollector({
  id: 'kms.key-rotations',
  service: 'kms',
  scope: 'regional',
  calls: [GetKeyRotationStatus],
  needs: { keys },
  gather: (aws, given): Promise<PerResource<KeyRotation>> =>
    perResource(given.keys.items.filter(canRotate), ({ keyId: KeyId }) =>
      aws.get(GetKeyRotationStatus, { KeyId }, (answer, { must }) => ({
        isOn: must(answer, 'KeyRotationEnabled'),
        period: answer.RotationPeriodInDays,
      })),
    ),
});

function canRotate({ managed, metadata }: Key): boolean {
  const state = Observed.open(metadata);
  return !managed && state.known && whyNotRotatable(state.value) === undefined;
}

/** Key policies. A key that could not be described is asked for its policy all the same. */
export const keyPolicies = defineCollector({
  id: 'kms.key-policies',
  service: 'kms',
  scope: 'regional',
  calls: [GetKeyPolicy],
  needs: { keys },
  gather: (aws, given): Promise<PerResource<Policy>> =>
    perResource(
      given.keys.items.filter(({ managed }) => !managed),
      // A key has one policy, and this is its name: AWS KMS API reference, "GetKeyPolicy".
      ({ keyId: KeyId }) =>
        aws.get(GetKeyPolicy, { KeyId, PolicyName: 'default' }, (answer, members) =>
          policyIn(members.must(answer, 'Policy'), members, 'the key policy'),
        ),
    ),
});
