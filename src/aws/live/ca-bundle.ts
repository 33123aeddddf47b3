/**
 * The certificates that AWS's hosts are trusted by, where they are not Node's own: companies that look into TLS sign with
 * an authority of theirs. As for the AWS CLI, the bundle stands in place of the usual list.
 */
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { UserError } from '../../text/user-error.ts';

export interface CaBundle {
  readonly path: string;
  /** Certificates in PEM. */
  readonly pem: readonly string[];
}

/**
 * @param named where it is said, as the message names it, and the path that stands there
 * @throws UserError where the file cannot be read or holds no certificate
 */
export async function readCaBundle(named: {
  readonly by: string;
  readonly path: string;
}): Promise<CaBundle> {
  const { by, path } = named;
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`the certificates that ${by} names cannot be read: ${why}`, { cause });
  }
  const pem = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (pem.length === 0) {
    throw new UserError(`the file that ${by} names holds no certificate in PEM: ${path}`);
  }
  const broken = pem.findIndex((each) => !isCertificate(each));
  if (broken !== -1) {
    const which = `certificate ${broken + 1} of the file that ${by} names`;
    throw new UserError(`${which} cannot be read as one: ${path}`);
  }
  return { path, pem };
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== '';
  } catch {
    return false;
  }
}
