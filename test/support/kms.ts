/** Keys as the collector gives them. */
import type { Key, KeyMetadata } from '../../src/collectors/kms/keys.ts';
import { known } from './observe.ts';

/** A key of the customer that can rotate, with what a test changes of it. */
export function kmsKey(changes: Partial<KeyMetadata> = {}): Key {
  const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
  return {
    arn: `arn:aws:kms:eu-west-1:111122223333:key/${keyId}`,
    type: 'AWS::KMS::Key',
    name: keyId,
    region: 'eu-west-1',
    keyId,
    metadata: known({
      state: 'Enabled',
      spec: 'SYMMETRIC_DEFAULT',
      origin: 'AWS_KMS',
      isReplica: false,
      deletion: undefined,
      ...changes,
    }),
  };
}
