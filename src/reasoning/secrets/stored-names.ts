/** What the name of a stored value says of it, where the value itself is not read: `/prod/db/password`. */
import { isPasswordName, isTokenName } from './assignments.ts';

/** Behind the name of a secret these say that something about it is stored, and not the secret: `password/max-length`. */
const aboutSecrets: ReadonlySet<string> = new Set(
  `age alias arn bucket count days description enabled endpoint expiration expires expiry file format hint host id issuer
  key kms length lifetime location max min name path policy port prefix prefixes provider region role rotation rule rules ttl
  type uri url user username validity version`.split(/\s+/),
);

/**
 * Whether a name says that a password, a token or a private key is stored under it: one of its parts does, and what follows
 * names no property of the secret, such as where it is or how long it lives.
 *
 * @param name parts are divided by slashes
 */
export function namesSecret(name: string): boolean {
  const parts = name.split('/').filter((part) => part !== '');
  return parts.some(
    (part, at) => isSecretPart(part) && !parts.slice(at + 1).some((later) => isProperty(later)),
  );
}

function isSecretPart(part: string): boolean {
  // `passwords` and `credentials` name what is in them.
  const one = part.replace(/s$/i, '');
  return isPasswordName(one) || isTokenName(one) || /(?:^|[^a-z])(?:credential|cred)$/i.test(one);
}

function isProperty(part: string): boolean {
  const words = part
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return aboutSecrets.has(words.at(-1) ?? '');
}
