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
});
