import { equal, subsetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { keyPolicies, keys } from '../../src/collectors/kms/keys.ts';
import { judgeResourcePolicy } from '../../src/reasoning/exposure/resource-policy.ts';

export default defineCheck({
  id: 'kms-key-not-public',
  title: 'The policy of the customer managed key does not let in everyone',
  severity: 'critical',
  responsibility: 'kms.identity-and-access',
  controls: {
    'cis-aws-7.0': { '2.21': subsetOf('keys are one of the five kinds of resource that it names') },
    'aws-fsbp': { 'KMS.5': equal },
    'nist-800-53-r5': servesNist(
      'who may use a key is one part of managing it',
      'AC-3',
      'AC-6',
      'SC-12',
    ),
  },
  why: 'A key policy that is open to everyone lets other accounts decrypt what the key protects, or make it undecipherable.',
  fix: 'Name the accounts or roles in the statement that the finding names, or limit it with a fixed value of kms:CallerAccount or aws:PrincipalOrgID. kms:ViaService alone does not say who calls.',
  link: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
  remedy: {
    console: 'KMS, Customer managed keys, the key, Key policy, Switch to policy view, Edit.',
    cli: `aws kms get-key-policy --key-id KEY --policy-name default --query Policy --output text > policy.json
# edit policy.json: take out the open statement, and keep the one by which you administer the key
aws kms put-key-policy --key-id KEY --policy-name default --policy file://policy.json`,
  },

  evaluates: keys,
  needs: { policies: keyPolicies },

  evaluate: (key, { read, policies }) =>
    judgeResourcePolicy(read(policies.of(key)), {
      service: 'kms',
      arn: key.arn,
      what: 'key policy',
    }),
});
