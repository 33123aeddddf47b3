/** What resource control policies keep out: principals of other organisations, and plain HTTP. */
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/policy/document.ts';
import { readResourceControl, type Requests } from '../../src/policy/resource-control.ts';

const action = 's3:GetObject';
const own = 'o-a1b2c3d4e5';
const outside: Requests = { kind: 'outside', organization: own };
const plainHttp: Requests = { kind: 'plain-http' };

type Written = Readonly<Record<string, unknown>>;

function read(requests: Requests, ...statements: readonly Written[]) {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const parsed = parsePolicy(text);
  if (!parsed.ok) throw new Error(parsed.fault);
  return readResourceControl(action, [{ name: 'guard', policy: parsed.policy }], requests);
}

function deny(Condition: Written, more: Written = {}): Written {
  return { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Condition, ...more };
}

const strangers = { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': own } };
const noService = { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } };

describe('principals of other organisations', () => {
  it.each([
    ['by the organisation’s id', strangers],
    [
      'without IfExists, which a negated operator does not need',
      { StringNotEquals: { 'aws:PrincipalOrgID': own } },
    ],
    ['by everything', {}],
  ])('are denied %s', (_, condition) => {
    expect(read(outside, deny(condition))).toEqual({
      state: 'denied',
      reasons: ['guard, statement 1 denies it'],
    });
  });

  // As in AWS's examples of data perimeters.
  it.each([
    ['services of AWS', { ...strangers, ...noService }, 'services of AWS'],
    [
      'a partner’s organisation',
      { StringNotEquals: { 'aws:PrincipalOrgID': [own, 'o-partner111'] } },
      'o-partner111',
    ],
    [
      'a partner’s account',
      {
        StringNotEqualsIfExists: {
          'aws:PrincipalOrgID': own,
          'aws:PrincipalAccount': '444455556666',
        },
      },
      '444455556666',
    ],
    [
      'a partner’s role',
      {
        ...strangers,
        ArnNotLikeIfExists: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:role/partner' },
      },
      'arn:aws:iam::444455556666:role/partner',
    ],
  ])('are denied but for %s', (_, condition, name) => {
    expect(read(outside, deny(condition))).toEqual({
      state: 'denied-but-for',
      reasons: [`guard, statement 1 denies it to all but ${name}`],
    });
  });

  it.each([
    ['on some resources', deny(strangers, { Resource: 'arn:aws:s3:::data/*' })],
    [
      'while they are signed',
      deny({ ...strangers, Bool: { 'aws:PrincipalIsAWSService': 'false' } }),
    ],
    ['by a pattern of organisations', deny({ StringNotLike: { 'aws:PrincipalOrgID': 'o-*' } })],
    [
      'but for a role that any account may make',
      deny({ ...strangers, ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/partner' } }),
    ],
    [
      'from some networks',
      deny({ ...strangers, NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }),
    ],
    [
      'where the bucket has no tag',
      deny({ ...strangers, StringNotEquals: { 'aws:ResourceTag/open': 'yes' } }),
    ],
    [
      'where a service does it for another organisation',
      deny({ StringNotEqualsIfExists: { 'aws:SourceOrgID': own } }),
    ],
    ['over plain HTTP alone', deny({ Bool: { 'aws:SecureTransport': 'false' } })],
  ])('are denied in part: %s', (_, statement) => {
    expect(read(outside, statement).state).toBe('in-part');
  });

  it.each([
    ['another action', deny(strangers, { Action: 'kms:*' })],
    [
      'services that somebody else uses to reach it',
      deny({
        StringNotEqualsIfExists: { 'aws:SourceOrgID': own },
        Bool: { 'aws:PrincipalIsAWSService': 'true' },
      }),
    ],
  ])('are not denied where a policy denies %s', (_, statement) => {
    expect(read(outside, statement)).toEqual({ state: 'not-denied', reasons: [] });
  });

  it('are denied, though another statement says less, or another policy could not be read', () => {
    const some = deny(strangers, { Resource: 'arn:aws:s3:::data/*' });
    expect(read(outside, some, deny(strangers)).state).toBe('denied');
    const unread = { name: 'other', policy: undefined };
    expect(readResourceControl(action, [unread], outside)).toEqual({
      state: 'unread',
      reasons: ['other could not be read'],
    });
  });
});

describe('plain HTTP', () => {
  it.each([
    ['Bool', { Bool: { 'aws:SecureTransport': 'false' } }],
    ['BoolIfExists', { BoolIfExists: { 'aws:SecureTransport': 'false' } }],
  ])('is denied by %s', (_, condition) => {
    expect(read(plainHttp, deny(condition)).state).toBe('denied');
  });

  it('is denied to strangers alone where the policy is about these', () => {
    expect(read(plainHttp, deny(strangers)).state).toBe('in-part');
  });

  it('is not denied by what denies TLS', () => {
    expect(read(plainHttp, deny({ Bool: { 'aws:SecureTransport': 'true' } })).state).toBe(
      'not-denied',
    );
  });
});
