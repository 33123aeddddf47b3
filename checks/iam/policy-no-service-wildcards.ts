import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { customerPolicies, onlyBounds } from '../../src/collectors/iam/customer-policies.ts';
import { readServiceWildcards } from '../../src/policy/service-wildcards.ts';

export default defineCheck({
  id: 'iam-policy-no-service-wildcards',
  title: 'The customer managed policy allows all actions of no service',
  severity: 'low',
  responsibility: 'iam.identity-and-access',
  controls: { 'aws-fsbp': { 'IAM.21': equal } },
  why: 'All actions of a service are also those that delete, that open to the public, and that AWS will add next year.',
  fix: 'Name the actions that the work needs. IAM Access Analyzer can write the policy from what CloudTrail saw its holders do.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html',
  remedy: {
    console: 'IAM, Policies, the policy, Edit: choose actions in place of "All actions".',
    cli: `aws iam get-policy-version --policy-arn POLICY_ARN --version-id VERSION
# edit policy.json; the versions before stay, to go back to
aws iam create-policy-version --policy-arn POLICY_ARN --policy-document file://policy.json --set-as-default`,
  },

  evaluates: customerPolicies,

  evaluate(policy, { read }) {
    if (onlyBounds(read, policy)) {
      return notApplicable('the policy is a permissions boundary only, which grants nothing');
    }
    const reasons = readServiceWildcards(read(policy.document));
    if (reasons.length > 0) return fail(...reasons);
    return pass('no statement allows all actions of a service');
  },
});
