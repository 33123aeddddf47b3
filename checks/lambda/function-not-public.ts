import { equal, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { functionPolicies, functionUrls } from '../../src/collectors/lambda/function-access.ts';
import { functions } from '../../src/collectors/lambda/functions.ts';
import { judgeFunctionPolicies } from '../../src/reasoning/exposure/function-policy.ts';

export default defineCheck({
  id: 'lambda-function-not-public',
  title: 'The policies of the function do not let everyone invoke it',
  severity: 'critical',
  responsibility: 'lambda.identity-and-access',
  controls: {
    'cis-aws-7.0': {
      '2.21': subsetOf('functions are one of the kinds of resource that it is about'),
    },
    'aws-fsbp': { 'Lambda.1': equal },
  },
  why: 'Whoever can invoke a function runs its code with the rights of its role, at the cost of the account.',
  fix: 'Remove the statement that the finding names, or add it again for a named account, or with a fixed aws:SourceAccount, aws:SourceArn or aws:PrincipalOrgID. A permission for Amazon S3 needs aws:SourceAccount beside the ARN of the bucket. A function URL that is public on purpose needs such a statement: exclude its function.',
  link: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
  remedy: {
    console:
      'Lambda, Functions, the function, Configuration, Permissions, Resource-based policy statements. Callers that the statement let in are refused at once.',
    cli: `aws lambda get-policy --function-name FUNCTION --query Policy --output text
aws lambda remove-permission --function-name FUNCTION --statement-id SID
aws lambda add-permission --function-name FUNCTION --statement-id from-bucket --action lambda:InvokeFunction \\
  --principal s3.amazonaws.com --source-arn arn:aws:s3:::BUCKET --source-account ACCOUNT`,
    terraform: `resource "aws_lambda_permission" "from_bucket" {
  function_name  = aws_lambda_function.this.function_name
  action         = "lambda:InvokeFunction"
  principal      = "s3.amazonaws.com"
  source_arn     = aws_s3_bucket.this.arn
  source_account = data.aws_caller_identity.this.account_id
}`,
  },

  evaluates: functions,
  needs: { policies: functionPolicies, urls: functionUrls },

  evaluate(func, { read, policies, urls }) {
    // Which aliases were asked for their policies rests on the URLs: where those are unknown, so is a pass.
    const asked = read(policies.of(func));
    const verdict = judgeFunctionPolicies(asked, read);
    if (verdict.outcome !== 'fail') read(urls.of(func));
    return verdict;
  },
});
