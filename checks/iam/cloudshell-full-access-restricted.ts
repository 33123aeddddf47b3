import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import {
  cloudShellFullAccess,
  holdersText,
  policyHolders,
} from '../../src/collectors/iam/policy-holders.ts';

export default defineCheck({
  id: 'iam-cloudshell-full-access-restricted',
  title: 'Nobody holds the AWS managed policy AWSCloudShellFullAccess',
  severity: 'medium',
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.21': equal },
    'cis-aws-6.0': { '2.21': equal },
    'cis-aws-7.0': { '2.20': equal },
    'aws-security-hub': { 'IAM.27': equal },
    'nist-800-53-r5': servesNist('one policy that few need', 'AC-6'),
  },
  why: 'The policy allows files to be moved between CloudShell and the Internet, a way out for data that few networks watch.',
  fix: 'Detach AWSCloudShellFullAccess from its holders. Where CloudShell is needed, attach a policy of your own that leaves out the upload and download of files.',
  link: 'https://docs.aws.amazon.com/cloudshell/latest/userguide/sec-auth-with-identities.html',
  remedy: {
    console: 'IAM, Policies, AWSCloudShellFullAccess, Entities attached, choose them, Detach.',
    cli: `aws iam list-entities-for-policy --policy-arn arn:aws:iam::aws:policy/AWSCloudShellFullAccess
aws iam detach-role-policy --role-name ROLE --policy-arn arn:aws:iam::aws:policy/AWSCloudShellFullAccess`,
  },

  evaluates: cloudShellFullAccess,
  needs: { holders: policyHolders },

  evaluate(policy, { read, holders }) {
    const held = read.matching(holders.of(policy.arn), () => true);
    if (held.length > 0) return fail(`attached to ${holdersText(held)}`);
    return pass('attached to no user, group or role');
  },
});
