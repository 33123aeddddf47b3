/** `--sign`: who signs the manifest of a run. */
import { UserError } from '../../text/user-error.ts';
import { envelopeText, pae, payloadType } from './dsse.ts';
import { openKeyFile } from './key-file.ts';
import type { KeyPlace, SigningKey } from './keys.ts';

export interface Signer {
  /** The text of a DSSE envelope around the statement. Throws a `UserError` where it cannot be signed. */
  sign(statement: string): Promise<string>;
}

const signForms = 'file:KEY.pem or kms:arn:aws:kms:REGION:ACCOUNT:key/ID';

/** Throws a `UserError` for what names no key. */
export function parseSign(text: string): KeyPlace {
  const [, kind, rest = ''] = /^(file|kms):(.+)$/s.exec(text) ?? [];
  if (kind === 'file') return { in: 'file', path: rest };
  const [, region] = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):\d{12}:key\/[A-Za-z0-9-]+$/.exec(rest) ?? [];
  if (kind === 'kms' && region !== undefined) return { in: 'kms', arn: rest, region };
  if (kind === 'kms') {
    throw new UserError(
      `--sign "${text}" names no key of AWS KMS by its ARN; write kms:arn:aws:kms:eu-west-1:111122223333:key/<id>. An alias may lead to another key tomorrow`,
    );
  }
  throw new UserError(`--sign "${text}" names no key; write ${signForms}`);
}

/** Opens the key, before anything is scanned. @param profile whose credentials AWS KMS is asked with */
export async function openSigner(place: KeyPlace, profile?: string): Promise<Signer> {
  const key = await openKey(place, profile);
  return {
    sign: async (statement) => {
      const payload = Buffer.from(statement);
      return envelopeText(payload, key.id, await key.sign(pae(payloadType, payload)));
    },
  };
}

async function openKey(place: KeyPlace, profile: string | undefined): Promise<SigningKey> {
  if (place.in === 'file') return openKeyFile(place.path);
  const { openKmsKey } = await import('./kms.ts');
  return openKmsKey(place, profile);
}
