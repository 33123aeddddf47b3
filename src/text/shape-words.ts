/** What a value should be instead, in our own words: the checker of shapes has words for programmers. */

/** What the checker tells. `input` is what was given; undefined where nothing was. */
interface Mismatch {
  readonly code?: string | undefined;
  readonly input?: unknown;
  readonly expected?: unknown;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly format?: unknown;
  readonly values?: unknown;
  readonly keys?: unknown;
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list is wanted',
  boolean: 'true or false is wanted',
  int: 'a whole number is wanted',
  number: 'a number is wanted',
  object: 'members with values are wanted',
  record: 'members with values are wanted',
  string: 'a text is wanted',
};

const formats: Readonly<Record<string, string>> = {
  date: 'a day is wanted, such as 2027-01-31',
  datetime: 'a moment is wanted, such as 2027-01-31T12:00:00Z',
  url: 'an address is wanted, such as https://example.com/',
};

/** Of more values than these none is named. */
const mostNamed = 8;

/** Given to each `safeParse` of what a user or another program wrote. Half a sentence, without a full stop. */
export function shapeWords(mismatch: Mismatch): string {
  const { code, input, expected, origin, minimum, maximum, format, values, keys } = mismatch;
  switch (code) {
    case 'invalid_type':
      return typeWords(String(expected), input);
    case 'invalid_value':
      return missing(input, valueWords(listed(values)));
    case 'too_small':
      return origin === 'number' || origin === 'int'
        ? `a number of ${String(minimum)} or more is wanted`
        : `it is too short: ${String(minimum)} at least is wanted`;
    case 'too_big':
      return origin === 'number' || origin === 'int'
        ? `a number of ${String(maximum)} or less is wanted`
        : `it is too long: ${String(maximum)} at most is wanted`;
    case 'invalid_format':
      return formats[String(format)] ?? 'the text has another form than is wanted';
    case 'unrecognized_keys':
      return `there is no member "${listed(keys)[0] ?? ''}"; leave it out`;
    case 'invalid_key':
      return 'a member has a name that is not wanted';
    default:
      return missing(input, 'it is not as expected');
  }
}

function typeWords(expected: string, input: unknown): string {
  const wanted = kinds[expected] ?? `${expected} is wanted`;
  const isBare = typeof input === 'number' || typeof input === 'boolean' || input instanceof Date;
  if (expected === 'string' && isBare) return `${wanted} (in YAML, numbers and dates need quotes)`;
  return missing(input, wanted);
}

function valueWords(values: readonly string[]): string {
  if (values.length === 0 || values.length > mostNamed) return 'another value is wanted';
  return values.length === 1 ? `write ${values[0]}` : `write one of ${values.join(', ')}`;
}

function missing(input: unknown, wanted: string): string {
  if (input === undefined) return `${wanted}, and there is none`;
  return input === null ? `${wanted}, and it is empty` : wanted;
}

function listed(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.map(String) : [];
}
