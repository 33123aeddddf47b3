import { describe, expect, it } from 'vitest';
import { redactedKinds, redactUserData } from '../../../src/collectors/ec2/user-data-redaction.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const password = 'export DB_PASSWORD=x7Kq2mVw9RtB\n';
const connection = 'export DB=postgres://app:x7Kq2mVw9RtB@db.example.com/app\n';

describe('redacted user data', () => {
  it.each([
    ['none', '#!/bin/sh\nyum -y update\n', 'redacted: no secrets found', []],
    ['one', password, 'redacted: password', ['password']],
    [
      'two',
      password + connection,
      'redacted: password, connection-string',
      ['password', 'connection-string'],
    ],
  ])('names the kinds of secrets, and they are read from it: %s', (_, text, Value, kinds) => {
    expect(redactUserData(base64(text))).toEqual({ Value });
    expect(redactedKinds(Value)).toEqual(kinds);
  });

  it('says that it cannot be decoded', () => {
    const { Value } = redactUserData(Buffer.from([0, 1, 2, 0]).toString('base64'));
    expect(Value).toBe('redacted: cannot be decoded');
    expect(redactedKinds('redacted: cannot be decoded')).toBe('illegible');
  });

  it.each([[undefined], ['']])('has no value where there is none: %j', (value) => {
    expect(redactUserData(value)).toEqual({});
  });

  it.each([[''], ['no secrets found'], ['what is not redacted: no secrets found']])(
    'is told from what is not redacted: %j',
    (value) => {
      expect(redactedKinds(value)).toBeUndefined();
    },
  );
});
