/** How the storage of a database is encrypted, and the verdict on it. */
import { fail, pass, type Verdict } from '../judge/verdict.ts';

/**
 * - `kms`: with a key of the customer or the AWS managed key of RDS.
 * - `aws-owned-key`: with a key that AWS owns and shows to nobody.
 * - `none`: not at all.
 */
export type StorageEncryption = 'kms' | 'aws-owned-key' | 'none';

const words = {
  kms: 'storage is encrypted with a KMS key',
  'aws-owned-key': 'storage is encrypted with a key that AWS owns (sse-rds)',
} as const satisfies Record<Exclude<StorageEncryption, 'none'>, string>;

export function judgeStorage(encryption: StorageEncryption): Verdict {
  return encryption === 'none' ? fail('storage is not encrypted') : pass(words[encryption]);
}
