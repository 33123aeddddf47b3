/** Policies of resources for tests of checks. */
import type { Observed } from '../../src/observe/observed.ts';
import { parsePolicy, type Policy } from '../../src/policy/document.ts';
import { known } from './observe.ts';

/** A policy of statements that allow, unless they say otherwise. */
export function policyOf(...statements: readonly object[]): Observed<Policy> {
  const Statement = statements.map((statement, index) => ({
    Sid: `S${index + 1}`,
    Effect: 'Allow',
    ...statement,
  }));
  const parsed = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
  if (!parsed.ok) throw new Error(parsed.fault);
  return known(parsed.policy);
}
