import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failFor } from '../../src/judge/fail-when.ts';
import type { InlinePolicy } from '../../src/collectors/iam/authorization-details.ts';
import { identitiesWithInlinePolicies } from '../../src/collectors/iam/inline-policies.ts';
import type { Read } from '../../src/observe/observed.ts';
import { readFullAdmin } from '../../src/policy/full-admin.ts';
import { shortName } from '../../src/policy/text.ts';

export default defineCheck({
  id: 'iam-inline-policy-no-full-admin',
  title: 'No policy written into a user, group or role allows every action on every resource',
  severity: 'high',
  responsibility: 'iam.identity-and-access',
  controls: {
    'nist-800-53-r5': servesNist(
      'policies that are written into an identity are one of the ways in which it gets its rights',
      'AC-3',
      'AC-5',
      'AC-6',
    ),
  },
  why: 'An inline policy stands in no list of policies, so full administration in it is the first to be overlooked in a review.',
  fix: 'Replace the inline policy by managed ones with the actions and resources that the work needs. Keep full administration for an emergency role that is watched.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
  remedy: {
    console: 'IAM, the user, group or role, Permissions, the inline policy, Remove.',
    cli: `aws iam get-role-policy --role-name ROLE --policy-name POLICY
aws iam delete-role-policy --role-name ROLE --policy-name POLICY   # or delete-user-policy, delete-group-policy`,
  },

  evaluates: identitiesWithInlinePolicies,
  /** Strict: a condition on who or how does not excuse full administration. */
  params: { strict: false },
  meanings: { strict: 'whether full administration fails that is allowed under a condition only' },

  evaluate(identity, { read, params }) {
    const policies = read(identity.inline);
    return failFor(
      policies.map((policy) => () => adminIn(policy, params.strict, read)),
      `inline policies: ${policies.map(({ name }) => shortName(name)).join(', ')}`,
    );
  },
});

/** What of one policy is full administration. */
function adminIn({ name, document }: InlinePolicy, isStrict: boolean, read: Read): string[] {
  const { verdict, reasons } = readFullAdmin(read(document));
  if (verdict === 'not-admin' || (verdict === 'conditional' && !isStrict)) return [];
  return reasons.map((reason) => `inline policy ${shortName(name)}: ${reason}`);
}
