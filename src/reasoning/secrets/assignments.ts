/** Values that a text gives to names, whatever the notation. */

/** A value as it is written. */
export interface Value {
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
export function* assignedValues(
  text: string,
  isWanted: (name: string) => boolean,
): Generator<Value> {
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
