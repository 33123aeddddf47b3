import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failFor } from '../../src/judge/fail-when.ts';
import { limitDecryption } from '../../src/remedies/key-decryption.ts';
import { identitiesWithInlinePolicies } from '../../src/collectors/iam/inline-policies.ts';
import { readKeyDecryption } from '../../src/policy/key-decryption.ts';
import { shortName } from '../../src/policy/text.ts';

export default defineCheck({
  id: 'iam-inline-policy-kms-decrypt-limited',
  title: 'No policy written into a user, group or role allows decryption with every KMS key',
  severity: 'medium',
  responsibility: 'iam.identity-and-access',
  controls: {
    'aws-fsbp': {
      'KMS.2': subsetOf('what an unconditional Deny of the same policy takes back passes'),
    },
  },
  why: 'An inline policy stands in no list of policies, so that nobody who looks for who can decrypt what finds it there.',
  fix: 'Name the keys that the work needs as resources, and move the policy into a managed one.',
  link: 'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
  remedy: limitDecryption,

  evaluates: identitiesWithInlinePolicies,

  evaluate(identity, { read }) {
    const policies = read(identity.inline);
    return failFor(
      policies.map(
        ({ name, document }) =>
          () =>
            readKeyDecryption(read(document)).map(
              (reason) => `inline policy ${shortName(name)}: ${reason}`,
            ),
      ),
      `inline policies: ${policies.map(({ name }) => shortName(name)).join(', ')}`,
    );
  },
});
