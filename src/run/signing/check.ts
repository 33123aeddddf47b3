/** Whether a folder is signed by the owner of a key. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { UserError } from '../../text/user-error.ts';
import { type ReadFleetManifest, type ReadManifest, textOf } from '../manifest/read.ts';
import { signatureName } from '../outputs/names.ts';
import { envelopeShape, pae } from './dsse.ts';
import { pemIn } from './key-file.ts';
import { isSignedBy, keyIdOf, kindOf } from './keys.ts';
import { isStatementOf } from './statement.ts';

/** A public key from a file (SubjectPublicKeyInfo, PEM). Throws a `UserError` for anything else. */
export async function readPublicKey(path: string): Promise<KeyObject> {
  const pem = await pemIn(path);
  if (pem.includes('PRIVATE KEY')) {
    throw new UserError(
      `${path}: this is a private key; take its public one: openssl pkey -in ${path} -pubout`,
    );
  }
  const key = keyIn(pem);
  if (key && kindOf(key) !== undefined) return key;
  throw new UserError(
    `${path}: this is no public key of Ed25519, P-256 or RSA of 2048 bits or more (PEM, "BEGIN PUBLIC KEY")`,
  );
}

function keyIn(pem: string): KeyObject | undefined {
  try {
    return pem.includes('BEGIN PUBLIC KEY') ? createPublicKey(pem) : undefined;
  } catch {
    return undefined;
  }
}

export type Signed =
  /** There is no signature. */
  | { readonly is: 'unsigned' }
  /** There is one, and no key to hold it against. */
  | { readonly is: 'unchecked'; readonly keyIds: readonly string[] }
  | { readonly is: 'valid'; readonly keyId: string }
  /** @param why in half a sentence */
  | { readonly is: 'wrong'; readonly why: string };

/** Holds the signature of a folder against the manifest, and against a key where one is given. */
export async function checkSignature(
  folder: string,
  { manifest, text }: ReadManifest | ReadFleetManifest,
  key: KeyObject | undefined,
): Promise<Signed> {
  const written = await textOf(join(folder, signatureName));
  if (written === undefined) return { is: 'unsigned' };
  const envelope = envelopeIn(written);
  if (!envelope) return { is: 'wrong', why: 'is no DSSE envelope of an in-toto statement' };
  const payload = Buffer.from(envelope.payload, 'base64');
  const message = pae(envelope.payloadType, payload);
  const keyIds = envelope.signatures.map(({ keyid }) => keyid);
  if (key) {
    const isValid = envelope.signatures.some(({ sig }) =>
      isSignedBy(key, message, Buffer.from(sig, 'base64')),
    );
    if (!isValid) return { is: 'wrong', why: notBy(keyIdOf(key), keyIds) };
  }
  // Only of what is proven to be signed it matters what it says; without a key it is worth a look all the same.
  if (!isStatementOf(payload.toString('utf8'), manifest, text)) {
    return { is: 'wrong', why: 'is of another manifest, or the manifest was changed' };
  }
  return key ? { is: 'valid', keyId: keyIdOf(key) } : { is: 'unchecked', keyIds };
}

/** A key id is a hint: it tells another key from a signature that was changed. */
function notBy(ours: string, theirs: readonly string[]): string {
  const isByOurs = theirs.includes(ours);
  return isByOurs
    ? 'does not hold: the signature, or what it is of, was changed'
    : `is not by this key (${ours}); the envelope names ${theirs.join(', ')}`;
}

function envelopeIn(text: string) {
  try {
    return envelopeShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
