import { equalWith, intersectsWith, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { managedPolicies } from '../../src/collectors/iam/authorization-details.ts';
import { holdersText, policyHolders } from '../../src/collectors/iam/policy-holders.ts';
import { readFullAdmin } from '../../src/policy/full-admin.ts';

const cis = equalWith(
  { strict: true },
  subsetOf('full administration that stands under a condition passes'),
);

export default defineCheck({
  id: 'iam-policy-no-full-admin',
  title: 'No attached managed policy allows every action on every resource',
  severity: 'high',
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.15': cis },
    'cis-aws-6.0': { '2.15': cis },
    'cis-aws-7.0': { '2.14': cis },
    'aws-fsbp': {
      'IAM.1': intersectsWith(
        'it judges policies that are attached, those of AWS too; the control judges those of the customer, attached or not',
      ),
    },
  },
  why: 'Whoever gets hold of one such identity has the whole account, its data and its logs.',
  fix: 'Give the holders policies with the actions and resources that their work needs, then detach this policy from them. Keep full administration for an emergency role that is watched.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  remedy: {
    console: 'IAM, Policies, the policy, Entities attached, choose them, Detach.',
    cli: `aws iam list-entities-for-policy --policy-arn POLICY_ARN
aws iam detach-role-policy --role-name ROLE --policy-arn POLICY_ARN   # or detach-user-policy, detach-group-policy`,
  },

  evaluates: managedPolicies,
  needs: { holders: policyHolders },
  /** Strict: a condition on who or how does not excuse full administration. */
  params: { strict: false },
  meanings: { strict: 'whether full administration fails that is allowed under a condition only' },

  evaluate(policy, { read, holders, params }) {
    const held = read.matching(holders.of(policy.arn), () => true);
    if (held.length === 0) {
      return notApplicable(
        'attached to no user, group or role; a permissions boundary grants nothing',
      );
    }
    const { verdict, reasons } = readFullAdmin(read(policy.document));
    if (verdict === 'not-admin') {
      return pass('does not allow every action on every resource', ...reasons);
    }
    const attachment = `attached to ${holdersText(held)}`;
    const whose =
      policy.author === 'aws'
        ? `${attachment}: AWS writes the policy, whom it is attached to is the customer's choice`
        : attachment;
    if (verdict === 'admin' || params.strict) return fail(...reasons, whose);
    return pass('full administration only under a condition', ...reasons, whose);
  },
});
