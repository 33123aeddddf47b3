import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { iamUsersWithPolicies } from '../../src/collectors/iam/authorization-details.ts';
import { listed } from '../../src/policy/text.ts';

export default defineCheck({
  id: 'iam-user-no-direct-policies',
  title: 'IAM users get their permissions through groups only',
  severity: 'low',
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.14': equal },
    'cis-aws-6.0': { '2.14': equal },
    'cis-aws-7.0': { '2.13': equal },
    'aws-fsbp': { 'IAM.2': equal },
  },
  why: 'Permissions given to single users outlive changes of duty and are overlooked in reviews.',
  fix: 'Put the user into a group that carries the permissions, then detach the managed policies and delete the inline policies of the user.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
  remedy: {
    console:
      'IAM, Users, the user, Permissions: add the user to a group, then remove what is attached directly.',
    cli: `aws iam add-user-to-group --user-name USER --group-name GROUP
aws iam detach-user-policy --user-name USER --policy-arn POLICY_ARN
aws iam delete-user-policy --user-name USER --policy-name INLINE_POLICY`,
    terraform: `resource "aws_iam_user_group_membership" "this" {
  user   = aws_iam_user.this.name
  groups = [aws_iam_group.this.name]
}`,
  },

  evaluates: iamUsersWithPolicies,

  evaluate(user, { read }) {
    const inline = read(user.inline).map(({ name }) => name);
    const attached = read(user.attached).map(({ name }) => name);
    const reasons = [
      ...(attached.length > 0
        ? [`managed policies attached to the user: ${listed(attached)}`]
        : []),
      ...(inline.length > 0 ? [`inline policies of the user: ${listed(inline)}`] : []),
    ];
    if (reasons.length > 0) return fail(...reasons);
    return pass('no policy is attached to the user itself or written into it');
  },
});
