import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { rootManagement } from '../../src/collectors/iam/root-management.ts';

export default defineCheck({
  id: 'organizations-central-root-access',
  title: 'Root credentials of member accounts are managed centrally',
  severity: 'medium',
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-7.0': { '2.1.1': equal },
    'nist-800-53-r5': servesNist(
      'credentials of root are some of the credentials that are managed',
      'AC-2(1)',
      'AC-6',
    ),
  },
  why: 'With central management member accounts need no root password, key or MFA device that could be stolen or lost.',
  fix: 'In the management account turn on trusted access for IAM and, under Root access management, root credentials management. Then delete the root credentials of the member accounts.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html',
  remedy: {
    console: 'In the management account: IAM, Root access management, Enable.',
    cli: `aws organizations enable-aws-service-access --service-principal iam.amazonaws.com
aws iam enable-organizations-root-credentials-management
aws iam enable-organizations-root-sessions`,
    terraform: `resource "aws_iam_organizations_features" "root" {
  enabled_features = ["RootCredentialsManagement", "RootSessions"]
}`,
  },

  evaluates: rootManagement,

  evaluate(account, { read }) {
    const state = read(account.rootManagement);
    if (state.decided !== 'here') {
      return notApplicable(
        state.decided === 'nowhere'
          ? 'the account is in no organization'
          : 'a member account: the management account or the delegated administrator of IAM decides',
      );
    }
    const { features } = state;
    const sessions = features.includes('RootSessions') ? 'on' : 'off';
    if (features.includes('RootCredentialsManagement')) {
      return pass(`root credentials management is on, root sessions are ${sessions}`);
    }
    return fail('root credentials management is off');
  },
});
