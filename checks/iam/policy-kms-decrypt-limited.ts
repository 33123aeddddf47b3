import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { limitDecryption } from '../../src/remedies/key-decryption.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { customerPolicies, onlyBounds } from '../../src/collectors/iam/customer-policies.ts';
import { readKeyDecryption } from '../../src/policy/key-decryption.ts';

export default defineCheck({
  id: 'iam-policy-kms-decrypt-limited',
  title: 'The customer managed policy does not allow decryption with every KMS key',
  severity: 'medium',
  responsibility: 'iam.identity-and-access',
  controls: {
    'aws-fsbp': {
      'KMS.1': subsetOf('what an unconditional Deny of the same policy takes back passes'),
    },
  },
  why: 'Whoever may decrypt with every key can read whatever is encrypted in the account, wherever a key policy leaves that to IAM, as the default one does.',
  fix: 'Name the keys that the work needs as resources. An alias in place of a key needs the condition kms:ResourceAliases.',
  link: 'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
  remedy: limitDecryption,

  evaluates: customerPolicies,

  evaluate(policy, { read }) {
    if (onlyBounds(read, policy)) {
      return notApplicable('the policy is a permissions boundary only, which grants nothing');
    }
    const reasons = readKeyDecryption(read(policy.document));
    return reasons.length > 0 ? fail(...reasons) : pass('no decryption with every KMS key');
  },
});
