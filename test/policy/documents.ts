import { expect } from 'vitest';
import { parsePolicy } from '../../src/policy/document.ts';
import type { Policy } from '../../src/policy/document.ts';

/** Reads a policy of the given statements as a service would hand it over. */
export function policyOf(...statements: object[]): Policy {
  const parsed = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
  if (!parsed.ok) expect.unreachable(parsed.fault);
  return parsed.policy;
}

/** An Allow of s3:GetObject to everyone; the fields given replace those of the statement. */
export function openRead(fields: object = {}): object {
  return {
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::records/*',
    ...fields,
  };
}
