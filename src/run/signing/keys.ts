/** Keys that sign and that prove: Ed25519, and ECDSA on P-256 as AWS KMS has it. */
import { createHash, type KeyObject, verify } from 'node:crypto';

/** The kinds of key that a signature may be of. */
export type KeyKind = 'ed25519' | 'p-256';

/** Where the key is that `--sign` names. */
export type KeyPlace =
  | { readonly in: 'file'; readonly path: string }
  | { readonly in: 'kms'; readonly arn: string; readonly region: string };

/** A key that is at hand. */
export interface SigningKey {
  readonly id: string;
  sign(message: Buffer): Promise<Buffer>;
}

/** Undefined for a key of another kind. */
export function kindOf(key: KeyObject): KeyKind | undefined {
  if (key.asymmetricKeyType === 'ed25519') return 'ed25519';
  const curve = key.asymmetricKeyDetails?.namedCurve;
  return key.asymmetricKeyType === 'ec' && curve === 'prime256v1' ? 'p-256' : undefined;
}

/** SHA-256 (hex) of the public key as DER (SubjectPublicKeyInfo): by this an envelope names its key. */
export function keyIdOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** Whether the signature is of the message, by a public key of one of the kinds. */
export function isSignedBy(key: KeyObject, message: Buffer, signature: Buffer): boolean {
  const kind = kindOf(key);
  if (kind === undefined) return false;
  return verify(kind === 'ed25519' ? null : 'sha256', message, key, signature);
}
