/** A private key in a file: Ed25519, PKCS #8 as PEM (RFC 5958, RFC 8410). */
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { whyUnreadable } from '../../text/unreadable.ts';
import { UserError } from '../../text/user-error.ts';
import { textOf } from '../manifest/read.ts';
import { keyIdOf, type SigningKey } from './keys.ts';

const make = 'make one with: openssl genpkey -algorithm ed25519 -out KEY.pem';

/** Throws a `UserError` for a file that others may read, and for one that holds no such key. */
export async function openKeyFile(path: string): Promise<SigningKey> {
  await refuseOpen(path);
  const key = privateKeyIn(await pemIn(path), path);
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new UserError(
      `${path}: the key is ${key.asymmetricKeyType ?? 'of another kind'}, and --sign file: takes Ed25519; ${make}`,
    );
  }
  return {
    id: keyIdOf(createPublicKey(key)),
    sign: (message) => Promise.resolve(sign(null, message, key)),
  };
}

/** As ssh does: a key that others can read signs for them too. Windows has no such bits. */
async function refuseOpen(path: string): Promise<void> {
  const { mode } = await stat(path).catch((error: unknown) => {
    throw new UserError(`${path}: ${whyUnreadable(error)}`, { cause: error });
  });
  if (process.platform === 'win32' || (mode & 0o077) === 0) return;
  throw new UserError(
    `${path}: others than you may use this key (mode ${(mode & 0o777).toString(8).padStart(4, '0')}); run: chmod 600 ${path}`,
  );
}

/** The text of a file of a key. Throws a `UserError` where there is none. */
export async function pemIn(path: string): Promise<string> {
  const text = await textOf(path);
  if (text !== undefined) return text;
  throw new UserError(`${path}: there is no such file`);
}

function privateKeyIn(pem: string, path: string): KeyObject {
  if (pem.includes('BEGIN ENCRYPTED PRIVATE KEY')) {
    throw new UserError(
      `${path}: the key is encrypted, and srm-scan asks for no passphrase; use a key without one, or --sign kms:`,
    );
  }
  if (!pem.includes('BEGIN PRIVATE KEY')) {
    throw new UserError(`${path}: this is no private key (PKCS #8, PEM); ${make}`);
  }
  try {
    return createPrivateKey(pem);
  } catch (error) {
    throw new UserError(`${path}: the private key is damaged; ${make}`, { cause: error });
  }
}
