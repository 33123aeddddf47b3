/** Identities with all their policies, as the collector gives them. */
import type { PoweredIdentity } from '../../src/collectors/iam/identity-power.ts';
import type { Observed } from '../../src/observe/observed.ts';
import type { HeldPolicy } from '../../src/policy/identity-power.ts';
import { policyOf } from '../policy/documents.ts';
import { account } from './check-tester.ts';
import { known } from './observe.ts';

export function held(name: string, ...statements: object[]): Observed<readonly HeldPolicy[]> {
  return known([{ name, policy: policyOf(...statements) }]);
}

/** The user ann, of no group, with these policies. */
export function powered(
  parts: PoweredIdentity['held'],
  boundary: PoweredIdentity['boundary'] = known(null),
): PoweredIdentity {
  const arn = `arn:aws:iam::${account}:user/ann`;
  return {
    arn,
    type: 'AWS::IAM::User',
    name: 'ann',
    region: 'global',
    who: known({
      kind: 'user',
      name: 'ann',
      arn,
      account,
      partition: 'aws',
      groups: [],
      policies: [],
    }),
    held: parts,
    boundary,
  };
}
