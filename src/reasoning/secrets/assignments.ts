/** Values that a text gives to names, whatever the notation. */

/** A value as it is written. */
export interface Value {
  readonly text: string;
  readonly isQuoted: boolean;
  /** The name that it is given to. */
  readonly name: string;
}

interface Notation {
  readonly pattern: RegExp;
  /** What the name stands in front of; the name of an option may be a value glued to a letter (`-pSecret`). */
  readonly names: 'assignments' | 'options';
}

const NOTATIONS: readonly Notation[] = [
  // name = value, name: value, "name": "value", name => value; not a comparison
  {
    pattern:
      /(?<![A-Za-z0-9_])([A-Za-z_][\w.-]{0,80})(?:["']|\\["'])?[ \t]{0,8}(?:=>|:=|[:=])(?![=~])[ \t]{0,8}/g,
    names: 'assignments',
  },
  // --name value, -Name value
  { pattern: /(?<![\w-])-{1,2}([A-Za-z][\w-]{0,60})[ \t]{1,8}(?!-)/g, names: 'options' },
  // { "name": "NAME", "value": "value" }, and the same in YAML
  {
    pattern:
      /(?<!\w)name["']?[ \t]{0,4}[:=][ \t]{0,4}["']?([\w.-]{1,80})["']?[\s,]{1,20}["']?value["']?[ \t]{0,4}[:=][ \t]{0,4}/gi,
    names: 'assignments',
  },
  // <name>value</name>
  { pattern: /<([A-Za-z][\w.-]{0,60})>(?=[^<>\n]{1,200}<\/)/g, names: 'assignments' },
];

/** Finds the literal text that is given to each name that `isWanted` takes, whatever the notation. */
export function* assignedValues(
  text: string,
  isWanted: (name: string) => boolean,
): Generator<Value> {
  for (const { pattern, names } of NOTATIONS) {
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      const [before, name = ''] = match;
      // Inside a value that was looked at, nothing is looked at again: that would cost quadratic time.
      if (match.index < end || !isWanted(name)) continue;
      const start = match.index + before.length;
      const value = valueAt(text, start, /:[ \t]+$/.test(before));
      if (value === undefined) continue;
      end = start + value.text.length;
      yield { ...value, name: names === 'assignments' ? name : '' };
    }
  }
}

function valueAt(text: string, start: number, mayBeYaml: boolean): Omit<Value, 'name'> | undefined {
  const [first = '', second = ''] = text.slice(start, start + 500).split(/\r?\n|\r/, 2);
  const line = mayBeYaml ? yamlText(first, second) : first;
  const quoted = /^\\?(["'])(.*?)\\?\1/.exec(line)?.[2];
  if (quoted !== undefined) return { text: quoted, isQuoted: true };
  const bare = /^(?:<[\w .-]{1,60}>|[^\s"',;&|<]+)/.exec(line)?.[0];
  return bare === undefined ? undefined : { text: bare, isQuoted: false };
}

/** Tags behind which the text is what is written; any other, such as `!vault` or `!Ref`, stands for another value. */
const LITERAL_TAGS: ReadonlySet<string> = new Set(['!!str', '!str', '!!binary', '!unsafe']);

/** What a value in YAML says: a tag or an alias says that it is elsewhere, and a block begins on the next line. */
function yamlText(line: string, next: string): string {
  if (/^[|>][+-]?\d?[ \t]*$/.test(line)) return next.trimStart();
  if (/^\*[A-Za-z_][\w-]*[ \t]*$/.test(line)) return '';
  const [tag] = /^!{1,2}[A-Za-z][\w:.-]{0,60}(?=[ \t]|$)/.exec(line) ?? [];
  if (tag === undefined) return line;
  return LITERAL_TAGS.has(tag) ? yamlText(line.slice(tag.length).trimStart(), next) : '';
}

/** The words of a name: `dbPassword`, `DB_PASSWORD` and `db-password` are all `db`, `password`. */
function wordsOf(name: string): string[] {
  const separated = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return separated.split(/[^a-z]+/).filter((word) => word !== '');
}

/** Whether a name is that of a password. */
export function isPasswordName(name: string): boolean {
  const last = wordsOf(name).at(-1) ?? '';
  return /^(?:pass|pwd|passphrase)$|(?:password|passwd)$/.test(last);
}

/** Whether a name is that of a token or a key. */
export function isTokenName(name: string): boolean {
  const words = wordsOf(name).join('');
  if (words.endsWith('publickeytoken')) return false; // names a .NET assembly
  return /(?:token|secret|(?:api|access|account|auth|secret|private|encryption|master)key)$/.test(
    words,
  );
}

/** Whether a name is that of a key of KMS, whose id is no secret. */
export function isKmsKeyName(name: string): boolean {
  return /(?:^|[^a-z])(?:kms|cmk|master|encryption)(?:[^a-z]|$)/.test(wordsOf(name).join(' '));
}

/**
 * Whether a name may be told: made of words in one of the usual ways to write names, so that it is no value which
 * stands where a name was expected.
 */
export function isPlainName(name: string): boolean {
  return /^(?:[A-Z]+(?:[_.-][A-Z0-9]+)*|[a-z]+(?:[_.-][a-z0-9]+)*|[a-z]+(?:[A-Z][a-z]+)+)$/.test(
    name,
  );
}
