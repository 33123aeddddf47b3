import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { functions } from '../../src/collectors/lambda/functions.ts';

export default defineCheck({
  id: 'lambda-function-tracing',
  title: 'The function traces its invocations with X-Ray',
  severity: 'low',
  responsibility: 'lambda.logging-and-monitoring',
  controls: { 'aws-security-hub': { 'Lambda.7': equal } },
  why: 'A trace shows the way of one request through functions and all that they call, which the log of each function does not.',
  fix: 'Turn on active tracing, and let the role of the function write to X-Ray.',
  link: 'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
  remedy: {
    console:
      'Lambda, Functions, the function, Configuration, Monitoring and operations tools, Edit, Lambda service traces.',
    cli: `aws lambda update-function-configuration --function-name FUNCTION --tracing-config Mode=Active`,
    terraform: `resource "aws_lambda_function" "this" {
  tracing_config {
    mode = "Active"
  }
  # …
}`,
  },

  evaluates: functions,

  evaluate: (func, { read }) =>
    read(func.tracing) === 'Active'
      ? pass('active tracing is on')
      : fail('the function traces only what its callers trace'),
});
