import type { Remedy } from '../judge/check.ts';

/** How a secret comes to rotate, and how it is seen why it did not. */
export const rotationRemedy: Remedy = {
  console:
    'Secrets Manager, the secret, Rotation, Edit rotation. It rotates at once unless told otherwise.',
  cli: `# rotates at once, and changes the password where it is used: who keeps a copy of it is locked out
aws secretsmanager rotate-secret --secret-id SECRET \\
  --rotation-lambda-arn FUNCTION_ARN --rotation-rules AutomaticallyAfterDays=30
# why a rotation failed stands in the log of its function
aws logs tail /aws/lambda/FUNCTION --since 1d`,
  terraform: `resource "aws_secretsmanager_secret_rotation" "this" { # rotates at once
  secret_id           = aws_secretsmanager_secret.this.id
  rotation_lambda_arn = aws_lambda_function.rotation.arn
  rotation_rules {
    automatically_after_days = 30
  }
}`,
};
