/** A private authority and the certificate that it gave to hosts of AWS, localhost among them. Valid for a hundred years. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

function fixture(name: string): string {
  return fileURLToPath(new URL(`tls/${name}`, import.meta.url));
}

/** Path of the authority's certificate. Its key was thrown away. */
export const authorityPath = fixture('authority.pem');

export const hostTls = {
  key: readFileSync(fixture('host.key.pem'), 'utf8'),
  cert: readFileSync(fixture('host.pem'), 'utf8'),
};
