import { describe, expect, it } from 'vitest';
import { redactUserData } from '../../../src/collectors/ec2/user-data-redaction.ts';
import { redactedSecrets } from '../../../src/reasoning/secrets/redacted.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const password = 'export DB_PASSWORD=x7Kq2mVw9RtB\n';
const connection = 'export DB=postgres://app:x7Kq2mVw9RtB@db.example.com/app\n';

describe('redacted user data', () => {
  it.each([
    ['none', '#!/bin/sh\nyum -y update\n', 'redacted: no secrets found', []],
    [
      'one with its name',
      password,
      'redacted: password of DB_PASSWORD',
      [{ kind: 'password', names: ['DB_PASSWORD'], hasUnnamed: false }],
    ],
    [
      'one without a name',
      connection,
      'redacted: connection-string',
      [{ kind: 'connection-string', names: [], hasUnnamed: true }],
    ],
    [
      'several',
      `${password}echo "root:x7Kq2mVw9RtB" | chpasswd\nADMIN_PASSWORD=x7Kq2mVw9RtB\n${connection}`,
      'redacted: password of DB_PASSWORD+ADMIN_PASSWORD+?, connection-string',
      [
        { kind: 'password', names: ['DB_PASSWORD', 'ADMIN_PASSWORD'], hasUnnamed: true },
        { kind: 'connection-string', names: [], hasUnnamed: true },
      ],
    ],
  ])('names the kinds of secrets, and they are read from it: %s', (_, text, Value, found) => {
    expect(redactUserData(base64(text))).toEqual({ Value });
    expect(redactedSecrets(Value)).toEqual(found);
  });

  it.each([
    ['an option that a value is glued to', 'mysql -uroot -pMySecretPassword bookings2024'],
    ['a name that is more than words', 'x7Kq2mVw9RtBpassword=x7Kq2mVw9RtB'],
    ['a name with two sorts of letters', 'x7kQ-mVw_password: x7Kq2mVw9RtB'],
  ])('does not tell what may be a secret itself: %s', (_what, text) => {
    expect(redactUserData(base64(text))).toEqual({ Value: 'redacted: password' });
  });

  it('F36 nothing found in what could not be decoded is not a pass', () => {
    const some = Buffer.concat([
      Buffer.from('#!/bin/sh\nyum -y update\n'),
      Buffer.from([0xff, 0xfe]),
    ]);
    expect(redactUserData(some.toString('base64'))).toEqual({
      Value: 'redacted: cannot be decoded',
    });
    const found = Buffer.concat([some, Buffer.from(`\n${password}`)]);
    expect(redactUserData(found.toString('base64'))).toEqual({
      Value: 'redacted: password of DB_PASSWORD',
    });
  });

  it('says that it cannot be decoded', () => {
    const { Value } = redactUserData(Buffer.from([0, 1, 2, 0]).toString('base64'));
    expect(Value).toBe('redacted: cannot be decoded');
    expect(redactedSecrets('redacted: cannot be decoded')).toBe('illegible');
  });

  it.each([[undefined], ['']])('has no value where there is none: %j', (value) => {
    expect(redactUserData(value)).toEqual({});
  });

  it.each([[''], ['no secrets found'], ['what is not redacted: no secrets found']])(
    'is told from what is not redacted: %j',
    (value) => {
      expect(redactedSecrets(value)).toBeUndefined();
    },
  );
});
