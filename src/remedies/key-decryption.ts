/** How a policy is kept from decrypting with every key. */
import type { Remedy } from '../judge/check.ts';

export const limitDecryption: Remedy = {
  console: 'IAM, Policies or the identity, the policy, Edit: name the ARNs of keys as resources.',
  cli: `aws iam get-policy-version --policy-arn POLICY_ARN --version-id VERSION
# edit policy.json: who decrypts with a key that is not named can no longer read that data
aws iam create-policy-version --policy-arn POLICY_ARN --policy-document file://policy.json --set-as-default
# an inline policy: aws iam put-role-policy, put-user-policy or put-group-policy with the same name`,
};
