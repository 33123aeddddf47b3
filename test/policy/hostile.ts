/** Policies that are as hard to judge as their size allows: what somebody would write who wants a scan to hang. */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The two-letter words of a small alphabet, in an order that repeats none before all have come. */
function word(at: number): string {
  const { length } = LETTERS;
  const first = LETTERS[at % length] ?? '';
  const second = LETTERS[Math.floor(at / length) % length] ?? '';
  const rest = Math.floor(at / length ** 2);
  return `${first}${second}${rest === 0 ? '' : word(rest - 1)}`;
}

const words = (count: number, shape: (word: string, at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => shape(word(at), at));
const allow = (fields: object) => ({ Effect: 'Allow', Principal: '*', ...fields });
const deny = (fields: object) => ({ Effect: 'Deny', Principal: '*', ...fields });
const run = (letter: string, length: number) => letter.repeat(Math.max(1, length));

/** How the statements of one shape grow with a count. */
const SHAPES: Readonly<Record<string, (count: number) => readonly object[]>> = {
  'actions x resources x Denies': (count) => [
    allow({ Action: words(count, (w) => w), Resource: words(count, (w) => w) }),
    ...words(count >> 4, (_, at) => LETTERS[at % LETTERS.length] ?? '').map((letter) =>
      deny({ Action: `*${letter}*`, NotResource: `*${letter}*` }),
    ),
  ],
  'actions x resources x Denies of everything': (count) => [
    allow({ Action: words(count, (w) => w), Resource: words(count, (w) => w) }),
    ...words(count >> 4, (w) => w).map((w) => deny({ Action: '*', Resource: `${w}z` })),
  ],
  'actions x resources x resources of a Deny': (count) => [
    allow({ Action: words(count, (w) => w), Resource: words(count, (w) => `-${w}`) }),
    deny({ Action: '*', Resource: [...words(count, (w) => `*-${w}-`), '-*'] }),
  ],
  'actions x resources x actions of a Deny': (count) => [
    allow({ Action: words(count, (w) => w), Resource: words(count, (w) => w) }),
    deny({ Action: [...words(count, (w) => `*${w}-`), '*'], Resource: '*' }),
  ],
  'Allows x Denies': (count) => [
    ...words(count, (w) => w).map((w) => allow({ Action: `${w}*`, Resource: `${w}*` })),
    ...words(count, (w) => w).map((w) => deny({ Action: `${w}?`, Resource: `${w}?` })),
  ],
  'short patterns against short patterns': (count) => [
    allow({ Action: words(count, (w) => `*${w}`), Resource: '*' }),
    deny({ Action: words(count, (w) => `?*${w}`), Resource: '*' }),
  ],
  'near misses of one long pattern': (count) => [
    allow({
      Action: [run('a', Math.min(500, count))],
      Resource: words(count >> 8, () => run('a', 400)),
    }),
    deny({
      Action: [`*${run('a', Math.min(250, count))}b`],
      Resource: words(count >> 8, () => `*${run('a', 200)}b`),
    }),
  ],
  'near misses of many long patterns': (count) => [
    allow({ Action: words(count, (w) => `${w}${run('a', 400)}`), Resource: '*' }),
    deny({ Action: words(count, (w) => `*${run('a', 200)}b${w}`), Resource: '*' }),
  ],
  'nested wildcards': (count) => [
    allow({ Action: words(count, (w) => `*${[...w, ...'abcabc'].join('*')}*`), Resource: '*' }),
    deny({ Action: words(count, (w) => `*${[...'abcabd', ...w].join('*')}*`), Resource: '*' }),
  ],
  'long runs of wildcards': (count) => [
    allow({
      Action: words(count, (w) => `${run('*?', 200)}${w}`),
      Resource: words(count, () => run('?', 400)),
    }),
    deny({
      NotAction: words(count, (w) => `${w}${run('?', 400)}`),
      Resource: `${run('*?', count)}x`,
    }),
  ],
  'NotAction against patterns': (count) => [
    allow({ Action: words(count, (w) => `a*${w}`), Resource: '*' }),
    deny({ NotAction: words(count, (w) => `a*?${w}-`), Resource: '*' }),
  ],
  'NotAction against NotAction': (count) => [
    allow({ NotAction: words(count, (w) => `a*${w}`), Resource: '*' }),
    deny({ NotAction: words(count, (w) => `a?*${w}`), Resource: '*' }),
  ],
  'NotResource against NotResource': (count) => [
    ...words(count >> 4, (w) => w).map((w) =>
      allow({ Action: 's3:*', NotResource: [`a*${w}`, `b*${w}`] }),
    ),
    deny({ Action: 's3:*', NotResource: words(count, (w) => `a?*${w}`) }),
  ],
  'NotAction beside many actions on everything': (count) => [
    { Effect: 'Allow', Action: words(count, (w) => `*${w}`), Resource: '*' },
    { Effect: 'Allow', NotAction: words(count, (w) => `?*${w}-`), Resource: '*' },
  ],
  'many NotActions': (count) =>
    words(count, (w) => w).map((w) => ({
      Effect: 'Allow',
      NotAction: [`*${w}`, 'iam:*'],
      Resource: '*',
    })),
  'many condition values': (count) => [
    allow({
      Action: 's3:*',
      Resource: '*',
      Condition: {
        StringLike: { 'aws:PrincipalArn': words(count, (w) => `arn:aws:iam::111122223333:${w}*`) },
        IpAddress: { 'aws:SourceIp': words(count, (_, at) => `10.${at % 250}.0.0/16`) },
      },
    }),
  ],
  'many accounts in many conditions': (count) => [
    allow({
      Action: 's3:*',
      Resource: '*',
      Condition: {
        StringEquals: {
          'aws:PrincipalAccount': words(count, (_, at) => String(111_111_111_111 + at)),
          'aws:SourceAccount': words(count, (_, at) => String(111_111_111_111 + count - at)),
        },
      },
    }),
  ],
  'many condition keys': (count) => [
    allow({
      Action: 's3:*',
      Resource: '*',
      Condition: {
        Null: Object.fromEntries(words(count, (w) => w).map((w) => [`aws:${w}`, 'false'])),
        StringLikeIfExists: Object.fromEntries(
          words(count, (w) => w).map((w) => [`aws:${w}`, '*']),
        ),
      },
    }),
  ],
  'many numbers': (count) => [
    deny({
      Action: 's3:*',
      Resource: '*',
      Condition: { NumericLessThan: { 's3:TlsVersion': words(count, () => '1') } },
    }),
  ],
  'many principals': (count) => [
    allow({
      Principal: { AWS: words(count, (_, at) => String(111_111_111_111 + at)) },
      Action: 's3:*',
      Resource: '*',
    }),
    deny({
      Principal: undefined,
      NotPrincipal: { AWS: words(count, (w) => w) },
      Action: '*',
      Resource: '*',
    }),
  ],
  'issuers x conditions': (count) => [
    allow({
      Principal: { Federated: words(count, (w) => `https://www.amazon.com${run('/', w.length)}`) },
      Action: 'sts:*',
      Condition: {
        StringLike: Object.fromEntries(
          words(count, (w) => w).map((w) => [`${w}:app_id`, [w, `${w}*`]]),
        ),
        StringEqualsIfExists: { 'www.amazon.com:app_id': words(count, (w) => w) },
      },
    }),
  ],
  'issuers x claims': (count) => [
    allow({
      Principal: { Federated: words(count, () => 'gitlab.com') },
      Action: 'sts:*',
      Condition: {
        StringLike: { 'gitlab.com:sub': words(count, (w) => `project_path:${w}/*`) },
      },
    }),
  ],
  'an issuer of slashes': (count) => [
    allow({
      Principal: { Federated: [`a${run('/', count)}b`, `https://${run('/', count)}b`] },
      Action: 'sts:*',
    }),
  ],
  'claims of colons': (count) => [
    allow({
      Principal: { Federated: 'token.actions.githubusercontent.com' },
      Action: 'sts:*',
      Condition: {
        StringLike: {
          'token.actions.githubusercontent.com:sub': [
            `${run(':repo', count)}*`,
            `repo:${run('a', count)}:`,
          ],
        },
      },
    }),
  ],
};

export const HOSTILE_SHAPES: readonly string[] = Object.keys(SHAPES);

/** The largest document of a shape that has at most `size` characters. */
export function hostile(shape: string, size: number): string {
  const statements = SHAPES[shape];
  if (!statements) throw new Error(`no shape is called ${shape}`);
  const text = (count: number) =>
    JSON.stringify({ Version: '2012-10-17', Statement: statements(count) });
  let fits = 1;
  let step = 1;
  while (text(fits + step).length <= size) step *= 2;
  for (; step >= 1; step = Math.floor(step / 2)) {
    if (text(fits + step).length <= size) fits += step;
  }
  return text(fits);
}
