import { subsetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { judgeResourcePolicy } from '../../src/reasoning/exposure/resource-policy.ts';
import { secretPolicies, secrets } from '../../src/collectors/secrets-manager/secrets.ts';

export default defineCheck({
  id: 'secretsmanager-secret-not-public',
  title: 'The resource policy of the secret does not let in everyone',
  severity: 'critical',
  responsibility: 'secrets-manager.identity-and-access',
  controls: {
    'cis-aws-7.0': {
      '2.21': subsetOf('secrets are one of the five kinds of resource that it names'),
    },
    'nist-800-53-r5': servesNist(
      'who may read a secret is one part of it',
      'AC-3',
      'AC-6',
      'AC-21',
    ),
  },
  why: 'With a policy that is open to everyone, any AWS account can read the secret or change it, if it may use the key too.',
  fix: 'Name the accounts or roles in the statement that the finding names, or limit it with a fixed value of aws:PrincipalOrgID; then change the secret.',
  link: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html',
  remedy: {
    console: 'Secrets Manager, the secret, Resource permissions, Edit permissions.',
    cli: `aws secretsmanager get-resource-policy --secret-id SECRET --query ResourcePolicy --output text > policy.json
# edit policy.json: name who needs the secret; --block-public-policy refuses what is still open
aws secretsmanager put-resource-policy --secret-id SECRET --resource-policy file://policy.json --block-public-policy`,
    terraform: `resource "aws_secretsmanager_secret_policy" "this" {
  secret_arn          = aws_secretsmanager_secret.this.arn
  policy              = data.aws_iam_policy_document.secret.json
  block_public_policy = true
}`,
  },

  evaluates: secrets,
  needs: { policies: secretPolicies },

  evaluate: (secret, { read, policies }) =>
    judgeResourcePolicy(read(policies.of(secret)), {
      service: 'secretsmanager',
      arn: secret.arn,
      what: 'resource policy',
    }),
});
