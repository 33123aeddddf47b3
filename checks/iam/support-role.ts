import { equal, supersetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { accountItself } from '../../src/collectors/account/account.ts';
import {
  awsPolicyArn,
  holdersText,
  policyHolders,
} from '../../src/collectors/iam/policy-holders.ts';

export default defineCheck({
  id: 'iam-support-role',
  title: 'A role may manage cases with AWS Support',
  severity: 'low',
  responsibility: 'iam.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '1.16': equal },
    'cis-aws-6.0': { '2.16': equal },
    'cis-aws-7.0': { '2.15': equal },
    'aws-security-hub': {
      'IAM.18': supersetOf('a user or group that holds the policy is enough for the control'),
    },
    'nist-800-53-r5': servesNist('AWS Support is one source of help', 'IR-7'),
  },
  why: 'In an incident nobody should have to look for permissions, or use the root user, to call AWS Support.',
  fix: 'Create a role that the people who handle incidents can assume, and attach the AWS managed policy AWSSupportAccess to it.',
  link: 'https://docs.aws.amazon.com/awssupport/latest/user/accessing-support.html',
  remedy: {
    console:
      'IAM, Roles, the role of those who handle incidents, Add permissions, Attach policies, AWSSupportAccess.',
    cli: 'aws iam attach-role-policy --role-name ROLE --policy-arn arn:aws:iam::aws:policy/AWSSupportAccess',
    terraform: `resource "aws_iam_role_policy_attachment" "support" {
  role       = aws_iam_role.incidents.name
  policy_arn = "arn:aws:iam::aws:policy/AWSSupportAccess"
}`,
  },

  evaluates: accountItself,
  needs: { holders: policyHolders },

  params: { anyHolder: false },
  meanings: { anyHolder: 'users and groups count as well, as for IAM.18; CIS asks for a role' },

  evaluate(_account, { read, holders, partition, params }) {
    const all = holders.of(awsPolicyArn(partition, 'AWSSupportAccess'));
    const held = read.matching(all, ({ kind }) => params.anyHolder || kind === 'role');
    if (held.length > 0) return pass(`AWSSupportAccess is attached to ${holdersText(held)}`);
    if (all.items.length === 0) return fail('AWSSupportAccess is attached to no role');
    return fail(`AWSSupportAccess is attached to no role, only to ${holdersText(all.items)}`);
  },
});
