/**
 * Filter patterns of CloudWatch Logs for JSON: `{ ($.eventName = CreateTrail) || ($.eventName = "UpdateTrail") }`. They are
 * read into clauses, so that two that mean the same are the same, however they are written. The language is that of the
 * Amazon CloudWatch Logs user guide, "Filter pattern syntax for metric filters".
 */

/** A value to compare with: a text with `*` for any characters, or a regular expression between percent signs. */
export type PatternValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regex'; readonly regex: string };

export type Comparison = '=' | '!=' | '<' | '>' | '<=' | '>=';

/** What is asked of one field, `userIdentity.type` for `$.userIdentity.type`. */
export type Clause =
  | {
      readonly kind: 'compares';
      readonly field: string;
      readonly by: Comparison;
      readonly value: PatternValue;
    }
  | { readonly kind: 'exists'; readonly field: string; readonly exists: boolean }
  | { readonly kind: 'is'; readonly field: string; readonly value: 'TRUE' | 'FALSE' | 'NULL' };

export type FilterPattern =
  | { readonly kind: 'clause'; readonly clause: Clause }
  | { readonly kind: 'all' | 'any'; readonly of: readonly FilterPattern[] };

/**
 * Null for a pattern of plain terms or of columns, which compares no fields, and for the empty one.
 *
 * @throws PatternError where the pattern is of the kind that compares fields and cannot be read
 */
export function parseFilterPattern(text: string): FilterPattern | null {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{')) return null;
  if (!trimmed.endsWith('}')) throw new PatternError('it has no } at its end');
  const tokens = tokensOf(trimmed.slice(1, -1));
  const [pattern, rest] = anyOf(tokens);
  if (rest.length > 0) throw new PatternError(`"${wordOf(rest[0])}" was not expected`);
  return pattern;
}

/** Says what of a pattern cannot be read. */
export class PatternError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PatternError';
  }
}

type Token =
  | { readonly kind: 'mark'; readonly mark: '(' | ')' | '&&' | '||' | Comparison }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'value'; readonly value: PatternValue }
  | { readonly kind: 'word'; readonly word: string };
type Tokens = readonly Token[];

const shapes = {
  blank: /\s+/y,
  mark: /\(|\)|&&|\|\||!=|<=|>=|=|<|>/y,
  // $.a.b[0].c, $['a.b'].c, $.["a"]
  field: /\$(?:\.?\[[^\]]*\]|\.[^\s.()[\]=!<>&|"]+)+/y,
  quoted: /"(?:[^"\\]|\\.)*"/y,
  regex: /%[^%]*%/y,
  word: /[^\s()=!<>&|"]+/y,
} as const;

function tokensOf(text: string): Tokens {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const [name, found] = shapeAt(text, at);
    at += found.length;
    if (name !== 'blank') tokens.push(tokenOf(name, found));
  }
  return tokens;
}

type Shape = keyof typeof shapes;

function shapeAt(text: string, at: number): readonly [Shape, string] {
  const names = ['blank', 'mark', 'field', 'quoted', 'regex', 'word'] as const;
  for (const name of names) {
    const shape = shapes[name];
    shape.lastIndex = at;
    const [found] = shape.exec(text) ?? [];
    if (found !== undefined) return [name, found];
  }
  throw new PatternError(`"${text.slice(at, at + 20)}" was not expected`);
}

function tokenOf(name: Shape, found: string): Token {
  if (name === 'field') return { kind: 'field', field: fieldOf(found) };
  if (name === 'regex')
    return { kind: 'value', value: { kind: 'regex', regex: found.slice(1, -1) } };
  if (name === 'quoted') {
    const text = found.slice(1, -1).replaceAll(/\\(.)/g, '$1');
    return { kind: 'value', value: { kind: 'text', text } };
  }
  const mark = marks.find((each) => each === found);
  return mark ? { kind: 'mark', mark } : { kind: 'word', word: found };
}

const comparisons = ['=', '!=', '<=', '>=', '<', '>'] as const;
const marks = ['(', ')', '&&', '||', ...comparisons] as const;

/** The path with a dot before each name, however it is written; an index stays in its brackets. */
function fieldOf(selector: string): string {
  const steps = [...selector.slice(1).matchAll(/\.?\[([^\]]*)\]|\.([^.[]+)/g)];
  const names = steps.map(([, bracketed, dotted]) => {
    if (dotted !== undefined) return `.${dotted}`;
    const inner = (bracketed ?? '').trim();
    const quoted = /^(["'])(.*)\1$/.exec(inner)?.[2];
    return quoted === undefined ? `[${inner}]` : `.${quoted}`;
  });
  return names.join('').replace(/^\./, '');
}

/** `||` binds less than `&&`. */
function anyOf(tokens: Tokens): readonly [FilterPattern, Tokens] {
  return joined('any', '||', tokens, (rest) => joined('all', '&&', rest, oneOf));
}

function joined(
  kind: 'all' | 'any',
  mark: '&&' | '||',
  tokens: Tokens,
  next: (tokens: Tokens) => readonly [FilterPattern, Tokens],
): readonly [FilterPattern, Tokens] {
  const of: FilterPattern[] = [];
  let rest = tokens;
  for (;;) {
    const [pattern, after] = next(rest);
    of.push(pattern);
    if (!isMark(after[0], mark)) return [together(kind, of), after];
    rest = after.slice(1);
  }
}

/** One alone is itself, and what is nested in its own kind is a part of it: brackets are no difference. */
function together(kind: 'all' | 'any', of: readonly FilterPattern[]): FilterPattern {
  const flat = of.flatMap((each) => (each.kind === kind ? each.of : [each]));
  const [only] = flat;
  return only !== undefined && flat.length === 1 ? only : { kind, of: flat };
}

function oneOf(tokens: Tokens): readonly [FilterPattern, Tokens] {
  if (!isMark(tokens[0], '(')) return clauseOf(tokens);
  const [inner, after] = anyOf(tokens.slice(1));
  if (!isMark(after[0], ')')) throw new PatternError('a bracket is not closed');
  return [inner, after.slice(1)];
}

function clauseOf([first, second, third, ...rest]: Tokens): readonly [FilterPattern, Tokens] {
  if (first?.kind !== 'field')
    throw new PatternError(`"${wordOf(first)}" stands where a field should`);
  const { field } = first;
  const clause = (made: Clause, after: Tokens) =>
    [{ kind: 'clause', clause: made }, after] as const;
  const after = third === undefined ? rest : [third, ...rest];
  if (second?.kind === 'mark') {
    const by = comparisons.find((each) => each === second.mark);
    const value = valueOf(third);
    if (by && value) return clause({ kind: 'compares', field, by, value }, rest);
  }
  if (second?.kind === 'word') {
    const word = second.word.toUpperCase();
    if (word === 'EXISTS') return clause({ kind: 'exists', field, exists: true }, after);
    const object = third?.kind === 'word' ? third.word.toUpperCase() : '';
    if (word === 'NOT' && object === 'EXISTS') {
      return clause({ kind: 'exists', field, exists: false }, rest);
    }
    const value = (['TRUE', 'FALSE', 'NULL'] as const).find((each) => each === object);
    if (word === 'IS' && value) return clause({ kind: 'is', field, value }, rest);
  }
  throw new PatternError(`what is asked of ${field} cannot be read`);
}

function valueOf(token: Token | undefined): PatternValue | undefined {
  if (token?.kind === 'value') return token.value;
  return token?.kind === 'word' ? { kind: 'text', text: token.word } : undefined;
}

function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === 'mark' && token.mark === mark;
}

function wordOf(token: Token | undefined): string {
  switch (token?.kind) {
    case undefined:
      return 'the end';
    case 'mark':
      return token.mark;
    case 'field':
      return `$.${token.field}`;
    case 'word':
      return token.word;
    case 'value':
      return token.value.kind === 'text' ? token.value.text : `%${token.value.regex}%`;
  }
}
