import { describe, expect, it } from 'vitest';
import { redactedSecrets } from '../../../src/reasoning/secrets/redacted.ts';
import {
  findInVariables,
  redactedVariables,
  redactVariables,
} from '../../../src/reasoning/secrets/variables.ts';

describe('variables hold a secret', () => {
  it.each([
    ['given to a name', { DB_PASSWORD: 'x7Kq2mVw9RtB' }, 'password'],
    ['that looks like code, which nothing evaluates', { PASSWORD: 'data.kq27.live' }, 'password'],
    ['with quotes in it', { DB_PASSWORD: `x7K'q2m"Vw9` }, 'password'],
    ['in JSON', { CONFIG: '{"password":"x7Kq2mVw9RtB"}' }, 'password'],
    [
      'in an address',
      { DB: 'postgres://app:x7Kq2mVw9RtB@db.example.com/app' },
      'connection-string',
    ],
    [
      'that two variables make together',
      { ID: 'AKIAQ7W3E5R2T6Y4U2I7', OTHER: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzKEY' },
      'aws-secret-access-key',
    ],
  ])('%s', (_what, variables, kind) => {
    expect(findInVariables(variables).map((each) => each.kind)).toContain(kind);
  });
});

describe('redacted variables', () => {
  it('are one that says what was found', () => {
    const left = redactVariables({ DB_PASSWORD: 'x7Kq2mVw9RtB', STAGE: 'live' });
    expect(JSON.stringify(left)).not.toMatch(/x7Kq2mVw9RtB|STAGE|live/);
    expect(redactedSecrets(redactedVariables(left) ?? '')).toEqual([
      { kind: 'password', names: ['DB_PASSWORD'], hasUnnamed: false },
    ]);
  });

  it('that hold nothing say so', () => {
    expect(redactedSecrets(redactedVariables(redactVariables({ STAGE: 'live' })) ?? '')).toEqual(
      [],
    );
  });

  it('that are none stay none', () => {
    expect(redactVariables({})).toEqual({});
    expect(redactedVariables({})).toBeUndefined();
  });
});
