/**
 * How RDS says that storage is encrypted. `StorageEncryptionType` is the newer member and the exact one: where AWS
 * encrypts with a key of its own, `StorageEncrypted` is false and the type is `sse-rds`. Amazon RDS API reference,
 * "DBCluster", StorageEncrypted and StorageEncryptionType; read 2026-11.
 */
import type { Members } from '../../aws/reads.ts';
import type { StorageEncryption } from '../../reasoning/storage-encryption.ts';

export interface Stored {
  readonly StorageEncrypted?: boolean | undefined;
  readonly StorageEncryptionType?: string | undefined;
}

/** Reads both members together. Within `observe`: what cannot be understood makes the value unreadable. */
export function readEncryption(stored: Stored, { must, unusable }: Members): StorageEncryption {
  const { StorageEncrypted: flag, StorageEncryptionType: type } = stored;
  switch (type) {
    case 'sse-rds':
      return 'aws-owned-key';
    case 'sse-kms':
      return 'kms';
    case 'none':
      if (flag === true) unusable('StorageEncrypted is true, yet StorageEncryptionType is none');
      return 'none';
    case undefined:
      return must(stored, 'StorageEncrypted') ? 'kms' : 'none';
    default:
      if (flag === true) return 'kms';
      return unusable('StorageEncryptionType has a value that srm-scan does not know');
  }
}
