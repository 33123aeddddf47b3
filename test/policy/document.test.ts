import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/policy/document.ts';

const plain = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
};

function statementsOf(text: string) {
  const parsed = parsePolicy(text);
  if (!parsed.ok) expect.unreachable(parsed.fault);
  return parsed.policy.statements;
}

function faultOf(document: unknown): string {
  const parsed = parsePolicy(typeof document === 'string' ? document : JSON.stringify(document));
  return parsed.ok ? 'no fault' : parsed.fault;
}

describe('parsePolicy', () => {
  it('reads the percent-encoded JSON of IAM as it reads JSON', () => {
    const text = JSON.stringify(plain);
    expect(statementsOf(encodeURIComponent(text))).toEqual(statementsOf(text));
  });

  it('reads one statement, action, resource and principal like lists of one', () => {
    const single = { ...plain, Statement: { ...plain.Statement, Principal: '*' } };
    const lists = {
      ...plain,
      Statement: [
        { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'], Principal: { AWS: ['*'] } },
      ],
    };
    expect(statementsOf(JSON.stringify(single))).toEqual(statementsOf(JSON.stringify(lists)));
  });

  it('reads Bool values as boolean, text or list, and operators and keys in any letter case', () => {
    const condition = (block: object) =>
      statementsOf(
        JSON.stringify({ ...plain, Statement: { ...plain.Statement, Condition: block } }),
      )[0]?.conditions;
    const expected = condition({ Bool: { 'aws:SecureTransport': false } });
    expect(expected).toMatchObject([{ key: 'aws:securetransport', values: ['false'] }]);
    expect(condition({ bool: { 'AWS:secureTransport': 'false' } })).toEqual(expected);
    expect(condition({ BOOL: { 'aws:SecureTransport': ['false'] } })).toEqual(expected);
  });

  it.each([
    ['text that is no JSON', '{"Statement": ['],
    ['broken percent-encoding', '%7B%2'],
    ['a JSON list', []],
    ['no statement', { Version: '2012-10-17' }],
    ['an unknown version', { ...plain, Version: '2020-01-01' }],
    ['an unknown element', { ...plain, Statements: [] }],
    ['a statement that is text', { Statement: ['Allow'] }],
    ['an effect in lower case', { Statement: { ...plain.Statement, Effect: 'allow' } }],
    ['no action', { Statement: { Effect: 'Allow', Resource: '*' } }],
    ['both Action and NotAction', { Statement: { ...plain.Statement, NotAction: 's3:*' } }],
    ['an action that is a number', { Statement: { ...plain.Statement, Action: 1 } }],
    ['an action that is empty', { Statement: { ...plain.Statement, Action: '' } }],
    ['a principal that is bare text', { Statement: { ...plain.Statement, Principal: '1234' } }],
    ['an unknown principal type', { Statement: { ...plain.Statement, Principal: { aws: '*' } } }],
    [
      'an unknown operator',
      { Statement: { ...plain.Statement, Condition: { StringEqual: { 'aws:SourceVpc': 'v' } } } },
    ],
    [
      'a condition value that is an object',
      { Statement: { ...plain.Statement, Condition: { StringEquals: { 'aws:SourceVpc': {} } } } },
    ],
    [
      'a pattern longer than AWS accepts',
      { Statement: { ...plain.Statement, Action: 'a'.repeat(600) } },
    ],
    ['a document longer than AWS accepts', { ...plain, Id: 'x'.repeat(300_000) }],
  ])('gives a fault and no policy for %s', (_what, document) => {
    expect(faultOf(document)).not.toBe('no fault');
  });

  it('never quotes the document in a fault', () => {
    expect(faultOf('{"Statement": hunter2}')).not.toContain('hunter2');
    expect(faultOf({ Statement: { Effect: 'hunter2' } })).not.toContain('hunter2');
  });

  const statement = (fields: object) => ({ Statement: { ...plain.Statement, ...fields } });
  const condition = (block: unknown) => statement({ Condition: block });

  it.each<[unknown, string]>([
    ['x'.repeat(256 * 1024 + 1), 'the policy is longer than any policy AWS accepts'],
    [`%${'x'.repeat(20)}`, 'the policy is not valid percent-encoded text'],
    ['{', 'the policy is not valid JSON'],
    ['', 'the policy is not valid JSON'],
    [[], 'the policy is not a JSON object'],
    ['null', 'the policy is not a JSON object'],
    ['"*"', 'the policy is not a JSON object'],
    [{ ...plain, Statements: [] }, 'the policy has an unknown element'],
    [{ ...plain, Version: '2012-10-18' }, 'the policy has an unknown Version'],
    [{ ...plain, Version: null }, 'the policy has an unknown Version'],
    [{ Version: '2012-10-17', Id: 'x' }, 'the policy has no Statement'],
    [{ Statement: [plain.Statement, 'Allow'] }, 'statement 2 is not a JSON object'],
    [{ Statement: [[]] }, 'statement 1 is not a JSON object'],
    [{ Statement: null }, 'statement 1 is not a JSON object'],
    [statement({ Actions: '*' }), 'statement 1 has an unknown element'],
    [statement({ Sid: 1 }), 'statement 1: Sid is not text'],
    [statement({ Effect: 'deny' }), 'statement 1: Effect is neither Allow nor Deny'],
    [statement({ Action: undefined }), 'statement 1 has no Action'],
    [statement({ NotAction: '*' }), 'statement 1 has both Action and NotAction'],
    [statement({ NotResource: '*' }), 'statement 1 has both Resource and NotResource'],
    [
      statement({ Principal: '*', NotPrincipal: '*' }),
      'statement 1 has both Principal and NotPrincipal',
    ],
    [statement({ Action: 1 }), 'statement 1: Action is not text or a list of text'],
    [statement({ Action: ['*', ''] }), 'statement 1: Action is not text or a list of text'],
    [statement({ Resource: [[]] }), 'statement 1: Resource is not text or a list of text'],
    [
      statement({ Action: ['*', 'a'.repeat(513)] }),
      'statement 1: Action is longer than AWS accepts',
    ],
    [statement({ Resource: 'a'.repeat(4097) }), 'statement 1: Resource is longer than AWS accepts'],
    [statement({ Principal: 'x' }), 'statement 1: Principal is neither * nor an object'],
    [statement({ Principal: ['*'] }), 'statement 1: Principal is neither * nor an object'],
    [statement({ Principal: { AWS: 1 } }), 'statement 1: Principal is not text or a list of text'],
    [statement({ Principal: { Everyone: '*' } }), 'statement 1: Principal has an unknown type'],
    [condition('x'), 'statement 1: Condition is not an object'],
    [condition(null), 'statement 1: Condition is not an object'],
    [condition([]), 'statement 1: Condition is not an object'],
    [condition({ StringEqual: {} }), 'statement 1: unknown condition operator'],
    [condition({ StringEquals: 'x' }), 'statement 1: Condition is not an object of keys'],
    [condition({ StringEquals: { a: null } }), 'statement 1: a condition value is not text'],
    [condition({ StringEquals: { a: ['x', {}] } }), 'statement 1: a condition value is not text'],
  ])('says what is wrong with %j', (document, fault) => {
    expect(faultOf(document)).toBe(fault);
  });

  it('takes what is as long as AWS accepts', () => {
    expect(faultOf(statement({ Action: 'a'.repeat(512), Resource: 'a'.repeat(4096) }))).toBe(
      'no fault',
    );
    const spaces = (size: number) => JSON.stringify(plain).padEnd(size, ' ');
    expect(faultOf(spaces(256 * 1024))).toBe('no fault');
    expect(faultOf(spaces(256 * 1024 + 1))).not.toBe('no fault');
  });

  it.each(['2008-10-17', '2012-10-17', undefined])('knows the Version %s', (Version) => {
    expect(faultOf({ ...plain, Version, Id: 'x' })).toBe('no fault');
  });

  // Whoever writes one policy must not decide how long a scan takes.
  it.each<[string, (text: string) => object]>([
    ['principals', (text) => ({ Principal: { AWS: [text] } })],
    ['spared principals', (text) => ({ NotPrincipal: { AWS: [text] } })],
    ['keys', (text) => ({ Condition: { StringEquals: { [text]: [] } } })],
    ['values', (text) => ({ Condition: { StringEquals: { k: text } } })],
    [
      'many values',
      (text) => ({
        Condition: { StringEquals: { k: Array.from({ length: text.length / 2 }, () => 'a') } },
      }),
    ],
    [
      'actions',
      (text) => ({ Action: Array.from({ length: text.length / 256 }, () => 'a'.repeat(255)) }),
    ],
    [
      'resources',
      (text) => ({ Resource: Array.from({ length: text.length / 1024 }, () => 'a'.repeat(1023)) }),
    ],
  ])('F63 refuses a policy that says more in its %s than any that AWS accepts', (_what, fields) => {
    const most = 100 * 1024;
    expect(faultOf(statement(fields('a'.repeat(most + 2048))))).toBe(
      'the policy says more than any policy AWS accepts',
    );
    expect(faultOf(statement(fields('a'.repeat(most - 2048))))).toBe('no fault');
  });

  it('F63 takes exactly as much as AWS does', () => {
    // An action, a resource, a key and a value, each with what stands around it.
    const says = (size: number) =>
      statement({ Action: 'a', Resource: 'a', Condition: { Bool: { k: 'a'.repeat(size - 7) } } });
    expect(faultOf(says(100 * 1024))).toBe('no fault');
    expect(faultOf(says(100 * 1024 + 1))).not.toBe('no fault');
  });

  it('reads a statement with all of its elements', () => {
    const [read] = statementsOf(
      JSON.stringify({
        Statement: {
          Sid: 'All',
          Effect: 'Deny',
          NotPrincipal: { AWS: ['1', '2'], Service: 's', Federated: 'f', CanonicalUser: 'c' },
          NotAction: ['S3:Get**', '**', '*?'],
          NotResource: ['arn:aws:s3:::A/*?', '*'],
          Condition: {
            'ForAnyValue:StringLikeIfExists': { 'AWS:Key': ['V', 1, true] },
            Null: { b: false },
          },
        },
      }),
    );
    expect(read).toEqual({
      index: 1,
      sid: 'All',
      effect: 'Deny',
      principal: {
        mode: 'except',
        principals: [
          { type: 'AWS', value: '1' },
          { type: 'AWS', value: '2' },
          { type: 'Service', value: 's' },
          { type: 'Federated', value: 'f' },
          { type: 'CanonicalUser', value: 'c' },
        ],
      },
      actions: {
        mode: 'except',
        patterns: [
          { text: 'S3:Get**', glob: 's3:get*' },
          { text: '**', glob: '*:*' },
          { text: '*?', glob: '?*' },
        ],
      },
      resources: {
        mode: 'except',
        patterns: [
          { text: 'arn:aws:s3:::A/*?', glob: 'arn:aws:s3:::A/?*' },
          { text: '*', glob: '*' },
        ],
      },
      conditions: [
        {
          operator: { base: 'stringlike', quantifier: 'any', ifExists: true },
          key: 'aws:key',
          values: ['V', '1', 'true'],
        },
        {
          operator: { base: 'null', quantifier: 'none', ifExists: false },
          key: 'b',
          values: ['false'],
        },
      ],
    });
  });

  it('reads what is left out as not there, and an empty Sid as none', () => {
    const [first, second] = statementsOf(
      JSON.stringify({
        Statement: [
          { Sid: '', Effect: 'Allow', Action: '*' },
          { Effect: 'Allow', Principal: '*', Action: [] },
        ],
      }),
    );
    expect(first).toEqual({
      index: 1,
      sid: undefined,
      effect: 'Allow',
      principal: undefined,
      actions: { mode: 'only', patterns: [{ text: '*', glob: '*:*' }] },
      resources: undefined,
      conditions: [],
    });
    expect(second).toMatchObject({
      index: 2,
      sid: undefined,
      principal: { mode: 'only', principals: [{ type: 'AWS', value: '*' }] },
      actions: { mode: 'only', patterns: [] },
    });
  });

  it('reads white space around a document, encoded or not, as nothing', () => {
    const text = JSON.stringify(plain);
    expect(statementsOf(`\n ${text} \n`)).toEqual(statementsOf(text));
    expect(statementsOf(` ${encodeURIComponent(text)} `)).toEqual(statementsOf(text));
  });
});
