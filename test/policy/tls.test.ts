import { describe, expect, it } from 'vitest';
import { refusesPlainHttp } from '../../src/policy/tls.ts';
import { openRead, policyOf } from './documents.ts';

const BUCKET = 'arn:aws:s3:::records';
const deny = (fields: object = {}) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [BUCKET, `${BUCKET}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  ...fields,
});
const version = (value: string, operator = 'NumericLessThan') => ({
  Condition: { [operator]: { 's3:TlsVersion': value } },
});
const verdict = (...statements: object[]) =>
  refusesPlainHttp(policyOf(...statements), BUCKET).verdict;

describe('refusesPlainHttp', () => {
  it.each([
    ['the usual Deny', [deny()]],
    ['a boolean value', [deny({ Condition: { Bool: { 'aws:SecureTransport': false } } })]],
    ['a list of one', [deny({ Condition: { Bool: { 'aws:SecureTransport': ['false'] } } })]],
    ['BoolIfExists', [deny({ Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } } })]],
    ['{"AWS":"*"}', [deny({ Principal: { AWS: '*' } })]],
    ['every action and resource', [deny({ Action: '*', Resource: '*' })]],
    ['a resource with a wildcard behind the name', [deny({ Resource: `${BUCKET}*` })]],
    ['two statements', [deny({ Resource: BUCKET }), deny({ Resource: `${BUCKET}/*` })]],
    ['a TLS version as well', [deny(version('1.2')), deny()]],
  ])('says yes to %s', (_how, statements) => {
    expect(verdict(...statements)).toBe('yes');
  });

  it.each([
    ['no Deny', [openRead()]],
    [
      'an Allow of secure requests',
      [openRead({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
    ],
    [
      'a Deny of secure requests',
      [deny({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
    ],
    ['a Deny for one account', [deny({ Principal: { AWS: '111122223333' } })]],
    ['a Deny of reads alone', [deny({ Action: 's3:GetObject' })]],
    [
      'a Deny on another bucket',
      [deny({ Resource: ['arn:aws:s3:::other', 'arn:aws:s3:::other/*'] })],
    ],
    ['a Deny on the bucket itself alone', [deny({ Resource: BUCKET })]],
    ['an old TLS version', [deny(version('1.1'))]],
    [
      'a Deny narrowed by a second condition',
      [
        deny({
          Condition: {
            Bool: { 'aws:SecureTransport': 'false' },
            StringEquals: { 'aws:SourceVpc': 'vpc-1' },
          },
        }),
      ],
    ],
    [
      'a TLS version for secure requests alone',
      [
        deny({
          Condition: {
            Bool: { 'aws:SecureTransport': 'true' },
            NumericLessThan: { 's3:TlsVersion': '1.2' },
          },
        }),
      ],
    ],
  ])('says no to %s', (_how, statements) => {
    expect(verdict(...statements)).toBe('no');
  });

  it('says objects-only where the bucket itself stays open, with the reason', () => {
    expect(
      refusesPlainHttp(policyOf(deny({ Resource: `${BUCKET}/*`, Sid: 'Tls' })), BUCKET),
    ).toEqual({
      verdict: 'objects-only',
      bucket: undefined,
      objects: 'secure-transport',
      reasons: [
        'statement 1 (Sid Tls) refuses requests without TLS (aws:SecureTransport) to the objects, but not to the bucket itself',
      ],
    });
  });

  it('says tls-version-only where nothing but s3:TlsVersion refuses', () => {
    expect(verdict(deny(version('1.2')))).toBe('tls-version-only');
    expect(verdict(deny(version('1.3', 'NumericLessThanIfExists')))).toBe('tls-version-only');
  });

  const transport = (operator: string, value: unknown) => ({
    Condition: { [operator]: { 'aws:SecureTransport': value } },
  });
  const elsewhere = 'arn:aws:s3:::other/*';

  // What a statement does, in the words of the reason.
  it.each<[object, string | undefined]>([
    [deny({}), 'refuses requests without TLS (aws:SecureTransport) to the bucket and its objects'],
    [
      deny({ Resource: `${BUCKET}/*` }),
      'refuses requests without TLS (aws:SecureTransport) to the objects, but not to the bucket itself',
    ],
    [
      deny({ Resource: BUCKET }),
      'refuses requests without TLS (aws:SecureTransport) to the bucket itself, but not to its objects',
    ],
    [
      deny({ Resource: elsewhere }),
      'refuses requests without TLS (aws:SecureTransport), but to other resources than this bucket and its objects',
    ],
    [
      deny(version('1.2')),
      'refuses requests below a TLS version (s3:TlsVersion) to the bucket and its objects',
    ],
    [deny({ Condition: undefined }), 'refuses every request to the bucket and its objects'],
    [deny({ Condition: undefined, Principal: { AWS: '111122223333' } }), undefined],
    [deny({ Condition: undefined, Action: 's3:Get*' }), undefined],
    [deny({ Condition: undefined, Principal: undefined }), undefined],
    [
      deny({ Condition: undefined, Principal: undefined, NotPrincipal: { AWS: '111122223333' } }),
      undefined,
    ],
    [deny({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }), undefined],
    [openRead(), undefined],
    [openRead(transport('Bool', 'true')), 'only allows requests with TLS, and refuses none'],
    [openRead(version('1.2')), 'only allows requests with TLS, and refuses none'],
    [deny({ Principal: { AWS: '111122223333' } }), 'does not refuse plain HTTP to every principal'],
    [
      deny({ Principal: undefined, NotPrincipal: { AWS: '111122223333' } }),
      'does not refuse plain HTTP to every principal',
    ],
    [deny({ Principal: undefined }), 'does not refuse plain HTTP to every principal'],
    [deny({ Action: 's3:Get*' }), 'does not refuse plain HTTP for all S3 actions'],
    [
      deny({ Action: undefined, NotAction: 's3:GetObject' }),
      'does not refuse plain HTTP for all S3 actions',
    ],
    [
      deny({ Action: undefined, NotAction: 'iam:*' }),
      'refuses requests without TLS (aws:SecureTransport) to the bucket and its objects',
    ],
    [
      deny({
        Condition: { Bool: { 'aws:SecureTransport': 'false', 'aws:ViaAWSService': 'false' } },
      }),
      'refuses plain HTTP only while another condition holds',
    ],
    [deny(transport('Bool', 'true')), 'has a condition that does not refuse plain HTTP'],
  ])('%j', (statement, expected) => {
    const { reasons } = refusesPlainHttp(policyOf(statement), BUCKET);
    expect(reasons).toEqual(expected === undefined ? [] : [`statement 1 ${expected}`]);
  });

  it.each<[object, 'yes' | 'tls-version-only' | 'no']>([
    [transport('Bool', ['true', 'False']), 'yes'],
    [transport('BoolIfExists', 'false'), 'yes'],
    [transport('ForAnyValue:Bool', 'false'), 'yes'],
    [transport('ForAllValues:Bool', 'false'), 'yes'],
    [transport('ForAnyValue:BoolIfExists', 'false'), 'no'],
    [transport('ForAllValues:BoolIfExists', 'false'), 'yes'],
    [transport('StringEquals', 'false'), 'no'],
    [transport('Null', 'false'), 'no'],
    [version('1.2'), 'tls-version-only'],
    [version('1.3'), 'tls-version-only'],
    [version('1.19'), 'no'],
    [version('1.1', 'NumericLessThanEquals'), 'tls-version-only'],
    [version('1.0', 'NumericLessThanEquals'), 'no'],
    [version('1.2', 'NumericLessThanEquals'), 'tls-version-only'],
    [version('1.3', 'NumericGreaterThan'), 'no'],
    [version('1.3', 'StringNotEquals'), 'no'],
    [version('new'), 'no'],
    [{ Condition: { NumericLessThan: { 's3:TlsVersion': [1, 'new', 1.2] } } }, 'tls-version-only'],
    [{ Condition: { NumericLessThan: { 's3:TlsVersion': [] } } }, 'no'],
  ])('a Deny under %j: %s', (condition, expected) => {
    expect(verdict(deny(condition))).toBe(expected);
  });

  it('lets the better refusal of the bucket and of the objects count, in any order', () => {
    const byVersion = deny(version('1.2'));
    const always = deny({ Condition: undefined });
    const refusals = (...statements: object[]) => {
      const { bucket, objects } = refusesPlainHttp(policyOf(...statements), BUCKET);
      return { bucket, objects };
    };
    const both = (refusal: string) => ({ bucket: refusal, objects: refusal });
    expect(refusals(byVersion, deny())).toEqual(both('secure-transport'));
    expect(refusals(deny(), byVersion)).toEqual(both('secure-transport'));
    expect(refusals(byVersion, always)).toEqual(both('always'));
    expect(refusals(deny(), always)).toEqual(both('secure-transport'));
    expect(verdict(always)).toBe('yes');
    expect(
      verdict(deny({ Resource: `${BUCKET}/*` }), deny({ ...version('1.2'), Resource: BUCKET })),
    ).toBe('tls-version-only');
    expect(
      verdict(deny({ Resource: BUCKET }), deny({ ...version('1.2'), Resource: `${BUCKET}/*` })),
    ).toBe('tls-version-only');
    expect(verdict(deny({ Resource: undefined }))).toBe('yes');
  });
});
