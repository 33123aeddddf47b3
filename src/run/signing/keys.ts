/** Keys that sign and that prove: Ed25519, ECDSA on P-256, and RSA as RSASSA-PSS; AWS KMS has all three. */
import { constants, createHash, type KeyObject, verify } from 'node:crypto';

/** The kinds of key that a signature may be of. */
export type KeyKind = 'ed25519' | 'p-256' | 'rsa';

/** Where the key is that `--sign` names. */
export type KeyPlace =
  | { readonly in: 'file'; readonly path: string }
  | { readonly in: 'kms'; readonly arn: string; readonly region: string };

/** A key that is at hand. */
export interface SigningKey {
  readonly id: string;
  sign(message: Buffer): Promise<Buffer>;
}

/** Bits. Below it a modulus is no longer safe: NIST SP 800-131A, section 3. */
const shortestRsa = 2048;

/** Undefined for a key of another kind. */
export function kindOf(key: KeyObject): KeyKind | undefined {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'ed25519':
      return 'ed25519';
    case 'ec':
      return namedCurve === 'prime256v1' ? 'p-256' : undefined;
    case 'rsa':
      return modulusLength >= shortestRsa ? 'rsa' : undefined;
    default:
      return undefined;
  }
}

/** SHA-256 (hex) of the public key as DER (SubjectPublicKeyInfo): by this an envelope names its key. */
export function keyIdOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** Whether the signature is of the message, by a public key of one of the kinds. */
export function isSignedBy(key: KeyObject, message: Buffer, signature: Buffer): boolean {
  switch (kindOf(key)) {
    case 'ed25519':
      return verify(null, message, key, signature);
    case 'p-256':
      return verify('sha256', message, key, signature);
    case 'rsa':
      return verify('sha256', message, { key, ...pss }, signature);
    case undefined:
      return false;
  }
}

/** RSASSA-PSS with a salt as long as the hash: RFC 8017, section 9.1, and how AWS KMS signs. */
const pss = {
  padding: constants.RSA_PKCS1_PSS_PADDING,
  saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
};
