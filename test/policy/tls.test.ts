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
});
