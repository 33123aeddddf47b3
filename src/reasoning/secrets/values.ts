/** Whether a value is a secret: a literal that is no reference, no placeholder and no mask. */
import { isKmsKeyName, type Value } from './assignments.ts';

// Shorter values are mostly settings (`passwd: files`), and no policy of today accepts them as passwords.
const MIN_PASSWORD_LENGTH = 6;

/** Whether a value may be a password of somebody's. */
export function isPassword(value: Omit<Value, 'name'>): boolean {
  if (value.text.length < MIN_PASSWORD_LENGTH) return false;
  return !isReference(value) && !isPlaceholder(value.text);
}

/** Whether a value looks generated: one unbroken stretch of letters with digits among them. */
export function isRandom(value: Value): boolean {
  const { text } = value;
  if (isReference(value) || isMasked(text) || /example/i.test(text)) return false;
  if (isName(text) || (isKmsKeyName(value.name) && isKeyId(text))) return false;
  if (/^A[KS]IA[A-Z2-7]{16}$/.test(text)) return false;
  return text
    .split(/[^A-Za-z0-9+=]/)
    .some(
      (part) => part.length >= 12 && /\d/.test(part) && /[A-Za-z]/.test(part) && !isMasked(part),
    );
}

/** Whether a value is a name made of words and numbers, as of a secret elsewhere: `prod/billing01`, `db-app-2024`. */
function isName(text: string): boolean {
  const parts = text.split(/[/._:-]/);
  return parts.length > 1 && parts.every((part) => /^(?:[A-Z]?[a-z]*|[A-Z]*)\d{0,8}$/.test(part));
}

/** The id of a key of KMS: a UUID, or that of a multi-Region key. */
function isKeyId(text: string): boolean {
  return /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|mrk-[\da-f]{32})$/i.test(text);
}

/** Whether a value has too few different characters to be a secret. */
export function isMasked(value: string): boolean {
  return new Set(value).size < 8;
}

function isReference({ text, isQuoted }: Omit<Value, 'name'>): boolean {
  return REFERENCES.some((pattern) => pattern.test(text)) || (!isQuoted && isExpression(text));
}

const REFERENCES: readonly RegExp[] = [
  /\$[{(]|\{\{|`|#\{|<[\w .-]{1,60}>|%[A-Za-z_]\w{1,40}%/, // ${A}, $(b), {{c}}, `d`, #{e}, <f>, %G%
  /^\$[A-Za-z_][\w:.]*$|(?<!\$)\$[A-Z_]{2}/, // $a, $env:A, prefix-$ABC
  /^(?:\[.*\]|\(.*\)|\{.*\}|<.*>|@.*@|__\w+__)$|^!(?:Ref|Sub|GetAtt|ImportValue|Join)\b/,
  /^arn:|^(?:(?:aws|gcp|azure)[-_]?)?(?:ssm|secretsmanager|secret|vault|op|sops|kms|file|env|ref)[:+]|^resolve:|^ENC[[(]/i,
  /^alias\/|^@Microsoft\.KeyVault\(/,
  /^(?:~|\.{1,2})?\/[\w./-]+$|^[A-Za-z]:\\|^[a-z][a-z0-9+.-]*:\/\//, // paths and addresses
  /^AQICAH|^\{cipher\}|^\$(?:\d|2[aby]|y|argon2\w{0,2})\$|^\{(?:SSHA|CRYPT)/i, // encrypted or hashed
];

/** Code rather than a value: `get_secret(...)`, `os.environ[...]`, `var.db_password`, `args.password`. */
function isExpression(text: string): boolean {
  return (
    /^[A-Za-z_][\w.]*[([]/.test(text) ||
    /^[a-z_]+(?:\.[a-z_]+)+$/.test(text) ||
    /^(?:var|local|data|module|params?|config|settings|env|process|secrets?|vars|args|values)(?:\.\w+)+$/.test(
      text,
    ) ||
    /^[({[]/.test(text)
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
