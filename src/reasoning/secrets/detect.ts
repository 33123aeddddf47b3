import {
  assignedValues,
  isPasswordName,
  isPlainName,
  isTokenName,
  type Value,
} from './assignments.ts';
import { isMasked, isPassword, isRandom } from './values.ts';

// What counts as a secret here: a literal value that would let its reader in. Not secrets are references (to
// a variable, a command, a template, Secrets Manager, Parameter Store, a file), encrypted values, password
// hashes, and placeholders such as `changeme`: a value that everybody knows discloses nothing.
// No library does it: secretlint (MIT, 13.1) knows the shapes of vendors' tokens and no passwords that are given to names,
// found 7 of 21 of the secrets of these tests, and needs Node 22 and 63 packages.
// Every expression below starts at a token boundary or has bounded repeats, so that its time is linear in
// the length of the text, which whoever launched the instance has written.

interface Detector {
  readonly name: string;
  /** What the secrets are given to, each name once; `undefined` for what has no name that may be told. */
  readonly find: (text: string) => ReadonlySet<string | undefined>;
}

/** Secrets of one kind. */
export interface FoundSecrets {
  /** The detector's name, such as `private-key`. */
  readonly kind: string;
  /** The names that they are given to, as they are written. */
  readonly names: readonly string[];
  /** Whether some have no name, or one that may be a secret itself. */
  readonly hasUnnamed: boolean;
}

const DETECTORS: readonly Detector[] = [
  { name: 'aws-secret-access-key', find: unnamed(hasAwsSecretKey) },
  { name: 'private-key', find: unnamed(hasPrivateKey) },
  { name: 'password', find: findPasswords },
  { name: 'token', find: (text) => namesOf(text, isTokenName, isRandom) },
  { name: 'connection-string', find: unnamed(hasConnectionString) },
  token('anthropic-api-key', /(?<!\w)sk-ant-[\w-]{32,200}/g),
  token('databricks-token', /(?<!\w)dapi[0-9a-f]{32}(?!\w)/g),
  token('digitalocean-token', /(?<!\w)do[opr]_v1_[0-9a-f]{64}(?!\w)/g),
  token('docker-token', /(?<!\w)dckr_[po]at_[\w-]{20,100}/g),
  token('github-token', /(?<!\w)(?:gh[opsur]_[A-Za-z0-9]{36,255}|github_pat_\w{60,255})/g),
  token('gitlab-token', /(?<!\w)gl(?:pat|rt|dt|cbt)-[\w-]{20,100}/g),
  token('google-api-key', /(?<!\w)AIza[\w-]{35}(?![\w-])/g),
  token('grafana-token', /(?<!\w)gl(?:sa_\w{32}_[0-9a-f]{8}|c_[\w+/=]{40,400})/g),
  token('hashicorp-vault-token', /(?<!\w)hv[bs]\.[\w-]{24,200}/g),
  token('hugging-face-token', /(?<!\w)hf_[A-Za-z]{34}(?!\w)/g),
  token('json-web-token', /(?<![\w-])eyJ[\w-]{10,4000}\.eyJ[\w-]{10,4000}\.[\w-]{20,1000}/g),
  token('linear-api-key', /(?<!\w)lin_api_[A-Za-z0-9]{40}(?!\w)/g),
  token('new-relic-key', /(?<!\w)NRAK-[A-Z0-9]{27}(?!\w)/g),
  token('npm-token', /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/g),
  token('openai-api-key', /(?<!\w)sk-(?:proj-|svcacct-)[\w-]{40,200}/g),
  token('one-password-token', /(?<!\w)ops_eyJ[\w-]{100,2000}/g),
  token('pypi-token', /(?<!\w)pypi-[\w-]{50,300}/g),
  token('sendgrid-api-key', /(?<!\w)SG\.[\w-]{22}\.[\w-]{43}(?![\w-])/g),
  token('shopify-token', /(?<!\w)shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}(?!\w)/g),
  token('slack-token', /(?<!\w)xox[abeoprs]-[A-Za-z0-9-]{20,250}/g),
  token('slack-webhook', /hooks\.slack\.com\/services\/T\w{6,20}\/B\w{6,20}\/\w{16,40}/g),
  token('stripe-live-key', /(?<!\w)[rs]k_live_[A-Za-z0-9]{16,250}/g),
];

/**
 * Looks for secrets in a text: of each kind that is there, in a fixed order, what they are given to. Values are never
 * returned. Never throws; time is linear in the length of the text.
 */
export function findSecrets(text: string): FoundSecrets[] {
  return DETECTORS.flatMap(({ name, find }) => {
    const found = find(text);
    if (found.size === 0) return [];
    const names = [...found].flatMap((each) => each ?? []);
    const hasUnnamed = found.has(undefined) || names.length > MOST_NAMES;
    return [{ kind: name, names: names.slice(0, MOST_NAMES), hasUnnamed }];
  });
}

/** More are no longer told one by one: user data unpacks to a hundred times its size. */
const MOST_NAMES = 50;

const nothing: ReadonlySet<undefined> = new Set<undefined>();
const something: ReadonlySet<undefined> = new Set([undefined]);

/** A detector of what has no name. */
function unnamed(finds: (text: string) => boolean): Detector['find'] {
  return (text) => (finds(text) ? something : nothing);
}

/** A detector for tokens that can be told by their shape; fewer than 8 different characters are a mask. */
function token(name: string, pattern: RegExp): Detector {
  const finds = (text: string): boolean =>
    [...text.matchAll(pattern)].some(([value]) => !isMasked(value) && !/example/i.test(value));
  return { name, find: unnamed(finds) };
}

// An access key id alone is a name, not a secret; the 40 characters that go with it are the key.
function hasAwsSecretKey(text: string): boolean {
  const ids = text.match(/(?<![A-Za-z0-9])A[KS]IA[A-Z2-7]{16}(?![A-Za-z0-9])/g) ?? [];
  const isNamed = /secret.?access.?key/i.test(text);
  if (!isNamed && ids.length === 0) return false;
  const keys = text.match(/(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g) ?? [];
  return keys.some(
    (key) => /[a-z]/.test(key) && /[A-Z]/.test(key) && /\d/.test(key) && !/EXAMPLE/.test(key),
  );
}

function hasPrivateKey(text: string): boolean {
  for (const { index } of text.matchAll(/-----BEGIN [A-Z ]{0,20}PRIVATE KEY(?: BLOCK)?-----/g)) {
    const [, body = ''] = text.slice(index + 10, index + 800).split('-----', 2);
    if ((body.match(/[A-Za-z0-9+/]{16,}/g) ?? []).some((line) => !isMasked(line))) return true;
  }
  return /PuTTY-User-Key-File-\d:/.test(text);
}

function findPasswords(text: string): ReadonlySet<string | undefined> {
  const isInCommand = COMMANDS_WITH_PASSWORD.some((pattern) =>
    [...text.matchAll(pattern)].some(([, value = '']) =>
      isPassword({ text: value, isQuoted: false }),
    ),
  );
  const names = namesOf(text, isPasswordName, isPassword);
  return isInCommand || hasPasswordList(text) ? new Set([...names, undefined]) : names;
}

/** Lines of `name:password` behind `chpasswd`, as cloud-init's module and the command itself take them. */
function hasPasswordList(text: string): boolean {
  const [, ...lists] = text.split(/(?<!\w)chpasswd(?=:|[ \t]*<<)/);
  return lists.some((list) =>
    [
      ...list
        .slice(0, 4000)
        .matchAll(/^[ \t]*(?:- )?["']?[a-z_][\w.-]{0,31}:([^\s"':]{1,200})["']?$/gm),
    ].some(
      ([, value = '']) =>
        isPassword({ text: value, isQuoted: false }) && !/^R(?:ANDOM)?$/.test(value),
    ),
  );
}

/** The names that are given such values. */
function namesOf(
  text: string,
  isWanted: (name: string) => boolean,
  isSecret: (value: Value) => boolean,
): ReadonlySet<string | undefined> {
  const names = new Set<string | undefined>();
  for (const value of assignedValues(text, isWanted)) {
    if (isSecret(value)) names.add(isPlainName(value.name) ? value.name : undefined);
  }
  return names;
}

const COMMANDS_WITH_PASSWORD: readonly RegExp[] = [
  /(?<!\w)docker[ \t]{1,4}login(?=[ \t])[^\n|;]{0,200}?[ \t]-p[ \t]{0,4}["']?([^\s"']{1,200})/g,
  /(?<!\w)echo[ \t]{1,4}(?:-e[ \t]{1,4})?["']?[\w.-]{1,40}:([^\s"'|]{1,200})["']?[ \t]{0,4}\|[ \t]{0,4}(?:sudo[ \t]{1,4})?chpasswd/g,
  /(?<!\w)echo[ \t]{1,4}["']?([^\s"'|]{1,200})["']?[ \t]{0,4}\|[ \t]{0,4}(?:sudo[ \t]{1,4})?passwd[ \t]{1,4}--stdin/g,
  /(?<!\w)curl(?=[ \t])[^\n|;]{0,200}?[ \t](?:-u|--user)[ \t]{0,4}["']?[^\s"':]{1,100}:([^\s"']{1,200})/g,
  /(?<!\w)sshpass[ \t]{1,4}-p[ \t]{0,4}["']?([^\s"']{1,200})/g,
  /(?<!\w)mysql[a-z]{0,10}(?=[ \t])[^\n|;]{0,100}?[ \t]-p["']?([^\s"']{1,200})/g,
  /(?<!\w)mysqladmin[ \t][^\n|;]{0,100}?[ \t]password[ \t]{1,4}["']?([^\s"']{1,200})/g,
  /(?<!\w)net[ \t]{1,4}user[ \t]{1,4}[^\s/]{1,60}[ \t]{1,4}["']?((?=[A-Za-z]{0,200}[^\sA-Za-z"'/])[^\s"'/]{1,200})/gi,
  /(?<!\w)ConvertTo-SecureString[ \t]{1,4}(?:-String[ \t]{1,4})?["']([^"'\n]{1,200})["'][^\n]{0,60}-AsPlainText/gi,
  /(?<!\w)ConvertTo-SecureString[ \t]{1,4}-AsPlainText[ \t]{1,4}(?:-Force[ \t]{1,4})?(?:-String[ \t]{1,4})?["']([^"'\n]{1,200})["']/gi,
  /["']([^"'\n]{1,200})["'][ \t]{0,4}\|[ \t]{0,4}ConvertTo-SecureString[ \t]{1,4}-AsPlainText/gi,
  /(?<!\w)(?:IDENTIFIED[ \t]{1,4}(?:WITH[ \t]{1,4}\w{1,40}[ \t]{1,4})?BY|WITH[ \t]{1,4}(?:ENCRYPTED[ \t]{1,4})?PASSWORD)[ \t]{1,4}\\?["']([^"'\n]{1,200})/gi,
];

function hasConnectionString(text: string): boolean {
  const pattern =
    /(?<![A-Za-z0-9])[a-z][a-z0-9+]{1,20}:\/\/[^\s:@/"'<]{0,100}:([^\s@/"']{1,200})@[\w.[-]/gi;
  return [...text.matchAll(pattern)].some(([, password = '']) =>
    isPassword({ text: password, isQuoted: false }),
  );
}
