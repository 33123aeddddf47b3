import { subsetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { anyText } from '../../src/judge/items.ts';
import { functions } from '../../src/collectors/lambda/functions.ts';
import { judgeVariables } from '../../src/reasoning/secrets/judge-variables.ts';

const nobody: readonly string[] = [];

export default defineCheck({
  id: 'lambda-function-env-no-secrets',
  title: 'The environment variables of the function hold no passwords or keys',
  severity: 'high',
  responsibility: 'lambda.application-code',
  controls: {
    'nist-800-53-r5': {
      'IA-5(7)': subsetOf('environment variables are one of the places where secrets are kept'),
      ...servesNist('a secret in the open is data at rest that is not protected', 'SC-28'),
    },
  },
  why: 'Everyone who may list functions reads their environment variables, and each published version keeps a copy that cannot be changed.',
  fix: 'Change the secret, keep the new one in Secrets Manager or Parameter Store, let the function fetch it with its role, and delete the versions that hold the old one.',
  link: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
  remedy: {
    console: 'Lambda, Functions, the function, Configuration, Environment variables, Edit.',
    cli: `aws secretsmanager create-secret --name SECRET --secret-string file://secret
# names all variables that stay: those that are left out are deleted
aws lambda update-function-configuration --function-name FUNCTION \\
  --environment 'Variables={SECRET_ARN=arn:aws:secretsmanager:REGION:ACCOUNT:secret:SECRET}'`,
    terraform: `resource "aws_lambda_function" "this" {
  environment {
    variables = { SECRET_ARN = aws_secretsmanager_secret.this.arn }
  }
  # …
}`,
  },

  evaluates: functions,
  params: { excused: nobody },
  meanings: {
    excused:
      'patterns of names, such as DB_SECRET_*, or of kinds, such as token, that hold no secret',
  },
  items: { excused: anyText },

  evaluate: (func, { read, params }) => judgeVariables(read(func.secrets), params.excused),
});
