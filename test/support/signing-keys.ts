/** Keys that sign, in files as a user has them. */
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a new pair as `<name>.pem` and `<name>.pub.pem`, and returns their paths. */
export function writeKeys(folder: string, name: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const paths = { key: join(folder, `${name}.pem`), pub: join(folder, `${name}.pub.pem`) };
  writeFileSync(paths.key, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  writeFileSync(paths.pub, publicKey.export({ type: 'spki', format: 'pem' }));
  return paths;
}
