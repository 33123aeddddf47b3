import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { iamRoles } from '../../src/collectors/iam/authorization-details.ts';
import { readOpenServices } from '../../src/policy/confused-deputy.ts';
import { sendsSource } from '../../src/policy/source-senders.ts';
import { listed } from '../../src/policy/text.ts';
import { readTrust } from '../../src/policy/trust.ts';

export default defineCheck({
  id: 'iam-role-trust-not-public',
  title: 'The role can be assumed by named principals only',
  severity: 'critical',
  responsibility: 'iam.identity-and-access',
  controls: {
    'nist-800-53-r5': servesNist(
      'who may assume a role is one part of who may do what',
      'AC-3',
      'AC-4',
      'AC-6',
    ),
  },
  why: 'A role that trusts everyone, or every user of a public identity provider, gives its permissions to any stranger who learns its ARN.',
  fix: 'Name the trusted principals in the trust policy, or add a condition with a fixed value such as aws:PrincipalOrgID. For an OIDC provider pin the subject (sub) to the repository, project or workload that uses the role.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html',
  remedy: {
    console: 'IAM, Roles, the role, Trust relationships, Edit trust policy.',
    cli: `aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument > trust.json
# edit trust.json: name who may assume the role in place of everybody, and keep the other statements
aws iam update-assume-role-policy --role-name ROLE --policy-document file://trust.json`,
  },

  evaluates: iamRoles,

  evaluate(role, { read, account }) {
    const policy = read(role.trust);
    const { open, statements, accounts, services, notes } = readTrust(policy);
    if (open) return fail(...statements.map(({ reason }) => reason));
    const others = accounts.filter((id) => id !== account);
    return pass(
      'the trust policy does not let everyone assume the role',
      ...(others.length > 0
        ? [`principals of other accounts may assume it: ${listed(others)}`]
        : []),
      ...(services.length > 0 ? [`AWS services assume it: ${listed(services)}`] : []),
      // No control asks for it, and a role cannot be handed to a service from another account: it is told, not judged.
      ...readOpenServices(policy, sendsSource).map(({ reason }) => reason),
      ...notes,
    );
  },
});
