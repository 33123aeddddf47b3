import { gunzipSync } from 'node:zlib';

// What counts as a secret here: a literal value that would let its reader in. Not secrets are references (to
// a variable, a command, a template, Secrets Manager, Parameter Store, a file), encrypted values, password
// hashes, and placeholders such as `changeme`: a value that everybody knows discloses nothing.
// Every expression below starts at a token boundary or has bounded repeats, so that its time is linear in
// the length of the text, which whoever launched the instance has written.

interface Detector {
  readonly name: string;
  readonly finds: (text: string) => boolean;
}

const DETECTORS: readonly Detector[] = [
  { name: 'aws-secret-access-key', finds: hasAwsSecretKey },
  { name: 'private-key', finds: hasPrivateKey },
  { name: 'password', finds: hasPassword },
  { name: 'token', finds: hasAssignedToken },
  { name: 'connection-string', finds: hasConnectionString },
  token('anthropic-api-key', /(?<!\w)sk-ant-[\w-]{32,200}/g),
  token('docker-token', /(?<!\w)dckr_[po]at_[\w-]{20,100}/g),
  token('github-token', /(?<!\w)(?:gh[opsur]_[A-Za-z0-9]{36,255}|github_pat_\w{60,255})/g),
  token('gitlab-token', /(?<!\w)gl(?:pat|rt|dt|cbt)-[\w-]{20,100}/g),
  token('google-api-key', /(?<!\w)AIza[\w-]{35}(?![\w-])/g),
  token('hashicorp-vault-token', /(?<!\w)hv[bs]\.[\w-]{24,200}/g),
  token('json-web-token', /(?<![\w-])eyJ[\w-]{10,4000}\.eyJ[\w-]{10,4000}\.[\w-]{20,1000}/g),
  token('npm-token', /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/g),
  token('openai-api-key', /(?<!\w)sk-(?:proj-|svcacct-)[\w-]{40,200}/g),
  token('pypi-token', /(?<!\w)pypi-[\w-]{50,300}/g),
  token('sendgrid-api-key', /(?<!\w)SG\.[\w-]{22}\.[\w-]{43}(?![\w-])/g),
  token('slack-token', /(?<!\w)xox[abeoprs]-[A-Za-z0-9-]{20,250}/g),
  token('slack-webhook', /hooks\.slack\.com\/services\/T\w{6,20}\/B\w{6,20}\/\w{16,40}/g),
  token('stripe-live-key', /(?<!\w)[rs]k_live_[A-Za-z0-9]{16,250}/g),
];

/**
 * Looks for secrets in a text and returns the names of the detectors that found one, each once, in a fixed
 * order. Values are never returned. Never throws; time is linear in the length of the text.
 */
export function detectSecrets(text: string): string[] {
  return DETECTORS.filter(({ finds }) => finds(text)).map(({ name }) => name);
}

/** A detector for tokens that can be told by their shape; fewer than 8 different characters are a mask. */
function token(name: string, pattern: RegExp): Detector {
  const finds = (text: string): boolean =>
    [...text.matchAll(pattern)].some(([value]) => !isMasked(value) && !/example/i.test(value));
  return { name, finds };
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

function hasPassword(text: string): boolean {
  for (const value of assignedValues(text, isPasswordName)) {
    if (isPassword(value)) return true;
  }
  return COMMANDS_WITH_PASSWORD.some((pattern) =>
    [...text.matchAll(pattern)].some(([, value = '']) =>
      isPassword({ text: value, isQuoted: false }),
    ),
  );
}

const COMMANDS_WITH_PASSWORD: readonly RegExp[] = [
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

function hasAssignedToken(text: string): boolean {
  for (const value of assignedValues(text, isTokenName)) {
    if (isRandom(value)) return true;
  }
  return false;
}

function hasConnectionString(text: string): boolean {
  const pattern =
    /(?<![A-Za-z0-9])[a-z][a-z0-9+]{1,20}:\/\/[^\s:@/"'<]{0,100}:([^\s@/"']{1,200})@[\w.[-]/gi;
  return [...text.matchAll(pattern)].some(([, password = '']) =>
    isPassword({ text: password, isQuoted: false }),
  );
}

interface Value {
  readonly text: string;
  readonly isQuoted: boolean;
}

const ASSIGNMENTS: readonly RegExp[] = [
  // name = value, name: value, "name": "value", name => value; not a comparison
  /(?<![A-Za-z0-9_])([A-Za-z_][\w.-]{0,80})(?:["']|\\["'])?[ \t]{0,8}(?:=>|:=|[:=])(?![=~])[ \t]{0,8}/g,
  // --name value, -Name value
  /(?<![\w-])-{1,2}([A-Za-z][\w-]{0,60})[ \t]{1,8}(?!-)/g,
  // { "name": "NAME", "value": "value" }, and the same in YAML
  /(?<!\w)name["']?[ \t]{0,4}[:=][ \t]{0,4}["']?([\w.-]{1,80})["']?[\s,]{1,20}["']?value["']?[ \t]{0,4}[:=][ \t]{0,4}/gi,
  // <name>value</name>
  /<([A-Za-z][\w.-]{0,60})>(?=[^<>\n]{1,200}<\/)/g,
];

/** Finds the literal text that is given to each name that `isWanted` takes, whatever the notation. */
function* assignedValues(text: string, isWanted: (name: string) => boolean): Generator<Value> {
  for (const pattern of ASSIGNMENTS) {
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      // Inside a value that was looked at, nothing is looked at again: that would cost quadratic time.
      if (match.index < end || !isWanted(match[1] ?? '')) continue;
      const start = match.index + match[0].length;
      const value = valueAt(text, start);
      if (value === undefined) continue;
      end = start + value.text.length;
      yield value;
    }
  }
}

function valueAt(text: string, start: number): Value | undefined {
  const [line = ''] = text.slice(start, start + 500).split(/[\r\n]/, 1);
  const quoted = /^\\?(["'])(.*?)\\?\1/.exec(line)?.[2];
  if (quoted !== undefined) return { text: quoted, isQuoted: true };
  const bare = /^(?:<[\w .-]{1,60}>|[^\s"',;&|<]+)/.exec(line)?.[0];
  return bare === undefined ? undefined : { text: bare, isQuoted: false };
}

/** The words of a name: `dbPassword`, `DB_PASSWORD` and `db-password` are all `db`, `password`. */
function wordsOf(name: string): string[] {
  const separated = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return separated.split(/[^a-z]+/).filter((word) => word !== '');
}

function isPasswordName(name: string): boolean {
  const last = wordsOf(name).at(-1) ?? '';
  return /^(?:pass|pwd|passphrase)$|(?:password|passwd)$/.test(last);
}

function isTokenName(name: string): boolean {
  const words = wordsOf(name).join('');
  if (words.endsWith('publickeytoken')) return false; // names a .NET assembly
  return /(?:token|secret|(?:api|access|account|auth|secret|private|encryption|master)key)$/.test(
    words,
  );
}

// Shorter values are mostly settings (`passwd: files`), and no policy of today accepts them as passwords.
const MIN_PASSWORD_LENGTH = 6;

function isPassword(value: Value): boolean {
  if (value.text.length < MIN_PASSWORD_LENGTH) return false;
  return !isReference(value) && !isPlaceholder(value.text);
}

/** Whether a value looks generated: one unbroken stretch of letters with digits among them. */
function isRandom(value: Value): boolean {
  const { text } = value;
  if (isReference(value) || isMasked(text) || /example/i.test(text)) return false;
  if (/^A[KS]IA[A-Z2-7]{16}$/.test(text)) return false;
  return text
    .split(/[^A-Za-z0-9+=]/)
    .some(
      (part) => part.length >= 12 && /\d/.test(part) && /[A-Za-z]/.test(part) && !isMasked(part),
    );
}

function isMasked(value: string): boolean {
  return new Set(value).size < 8;
}

function isReference({ text, isQuoted }: Value): boolean {
  return REFERENCES.some((pattern) => pattern.test(text)) || (!isQuoted && isExpression(text));
}

const REFERENCES: readonly RegExp[] = [
  /\$[{(]|\{\{|`|#\{|<[\w .-]{1,60}>|%[A-Za-z_]\w{1,40}%/, // ${A}, $(b), {{c}}, `d`, #{e}, <f>, %G%
  /^\$[A-Za-z_][\w:.]*$|(?<!\$)\$[A-Z_]{2}/, // $a, $env:A, prefix-$ABC
  /^(?:\[.*\]|\(.*\)|\{.*\}|<.*>|@.*@|__\w+__)$|^!(?:Ref|Sub|GetAtt|ImportValue|Join)\b/,
  /^arn:|^(?:aws[-_]?)?(?:ssm|secretsmanager|secret|vault|op|sops|kms|file|env|ref)[:+]|^resolve:|^ENC[[(]/i,
  /^(?:~|\.{1,2})?\/[\w./-]+$|^[A-Za-z]:\\|^https?:\/\//, // paths and addresses
  /^AQICAH|^\{cipher\}|^\$(?:\d|2[aby]|y|argon2\w{0,2})\$|^\{(?:SSHA|CRYPT)/i, // encrypted or hashed
];

/** Code rather than a value: `get_secret(...)`, `os.environ[...]`, `var.db_password`, `args.password`. */
function isExpression(text: string): boolean {
  return (
    /^[A-Za-z_][\w.]*[([]/.test(text) || /^[a-z_]+(?:\.[a-z_]+)+$/.test(text) || /^[({[]/.test(text)
  );
}

const PLACEHOLDER_WORDS: ReadonlySet<string> = new Set(
  `my your the a an db database user username admin root master password passwd pwd pass passphrase secret token
  key api access change changeme changeit replace replaceme me it this here with enter insert set fill in value
  string text example sample dummy fake placeholder todo tbd fixme none null nil undefined true false yes no
  default redacted masked hidden removed empty not provided is goes files systemd compat prompt required optional
  disabled enabled never always random unlocked locked`.split(/\s+/),
);

function isPlaceholder(value: string): boolean {
  if (new Set(value).size < 3) return true;
  if (/\d/.test(value)) return false;
  const words = value.toLowerCase().split(/[^a-z]+/);
  return words.every((word) => word === '' || PLACEHOLDER_WORDS.has(word)) && /[a-z]/i.test(value);
}

const MAX_DECODED_BYTES = 1024 * 1024;
const MAX_MIME_DEPTH = 4;

/**
 * Decodes the `UserData` value of EC2's `DescribeInstanceAttribute` into text: base64, then gzip where used.
 * The parts of a MIME archive that are encoded themselves follow the text, decoded (cloud-init reads them all).
 *
 * Returns `undefined` for what cannot be read whole: not base64, a broken or binary content, or more than
 * 1 MiB in all when decompressed. Nothing can then be said of what it holds. Never throws.
 */
export function decodeUserData(base64: string): string | undefined {
  const texts: string[] = [];
  let waiting = [base64];
  let room = MAX_DECODED_BYTES;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const bytes = decodeBytes(next, room);
    const text = bytes === undefined ? undefined : charactersOf(bytes);
    const parts = text === undefined ? undefined : encodedParts(text);
    if (bytes === undefined || text === undefined || parts === undefined) return undefined;
    room -= bytes.length;
    texts.push(text);
    waiting = [...waiting, ...parts];
  }
  return texts.join('\n');
}

function decodeBytes(base64: string, room: number): Buffer | undefined {
  const compact = base64.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
  const bytes = Buffer.from(compact, 'base64');
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes.length <= room ? bytes : undefined;
  try {
    return gunzipSync(bytes, { maxOutputLength: Math.max(room, 1) });
  } catch {
    return undefined; // truncated, damaged, or larger than there is room for
  }
}

/** UTF-8, or UTF-16 with a byte order mark as Windows writes it. Text has no NUL characters. */
function charactersOf(bytes: Buffer): string | undefined {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
  return text.includes('\0') ? undefined : text;
}

/** The bodies of a MIME entity whose transfer encoding is base64; `undefined` when it is nested too deeply. */
function encodedParts(entity: string, depth = MAX_MIME_DEPTH): string[] | undefined {
  const [headers = '', ...paragraphs] = entity.trimStart().split(/\r?\n\r?\n/);
  const body = paragraphs.join('\n\n');
  const unfolded = headers.replace(/\r?\n[ \t]+/g, ' ');
  const boundary = /^content-type:[ \t]*multipart\/.*?boundary="?([^";\s]+)/im.exec(unfolded)?.[1];
  if (boundary === undefined) {
    return /^content-transfer-encoding:[ \t]*base64/im.test(unfolded) ? [body] : [];
  }
  if (depth === 0) return undefined;
  const parts = body
    .split(`--${boundary}`)
    .slice(1)
    .map((part) => encodedParts(part, depth - 1));
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}
