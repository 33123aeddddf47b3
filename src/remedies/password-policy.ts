/** How the password policy of an account is set: as a whole, whatever part of it a check asks for. */
import type { Remedy } from '../judge/check.ts';

export const setPasswordPolicy: Remedy = {
  console: 'IAM, Account settings, Password policy, Edit, Custom.',
  cli: `aws iam get-account-password-policy
# settings that are not named go back to their defaults: name all that you want
aws iam update-account-password-policy --minimum-password-length 14 --password-reuse-prevention 24 \\
  --require-uppercase-characters --require-lowercase-characters --require-numbers --require-symbols`,
  terraform: `# settings that are not named go back to their defaults: name all that you want
resource "aws_iam_account_password_policy" "this" {
  minimum_password_length      = 14
  password_reuse_prevention    = 24
  require_uppercase_characters = true
  require_lowercase_characters = true
  require_numbers              = true
  require_symbols              = true
}`,
};
