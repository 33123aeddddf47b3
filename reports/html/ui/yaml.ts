/** Entries of a list in YAML 1.2, whose quoted strings are those of JSON. */

export function yamlEntry(members: Readonly<Record<string, string | readonly string[]>>): string {
  return Object.entries(members)
    .map(([name, value], index) => `${index === 0 ? '  - ' : '    '}${name}: ${written(value)}\n`)
    .join('');
}

function written(value: string | readonly string[]): string {
  return typeof value === 'string' ? quoted(value) : `[${value.map(quoted).join(', ')}]`;
}

/** What cannot be seen is written by its number. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
  );
}
