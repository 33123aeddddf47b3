import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { functions } from '../../src/collectors/lambda/functions.ts';
import { ageOf } from '../../src/reasoning/dated/dated.ts';
import { lambdaRuntimes } from '../../src/reasoning/dated/lambda-runtimes.ts';

export default defineCheck({
  id: 'lambda-function-supported-runtime',
  title: 'The function runs on a runtime that AWS supports',
  severity: 'medium',
  responsibility: 'lambda.runtime-and-platform',
  controls: { 'aws-fsbp': { 'Lambda.2': equal } },
  why: 'AWS patches the runtimes that it supports. After its deprecation date a runtime gets no more patches, and some weeks later the function can no longer be changed.',
  fix: 'Move the function to a supported runtime, and test it there: AWS does not move functions to another major version.',
  link: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
  remedy: {
    console: 'Lambda, Functions, the function, Code, Runtime settings, Edit.',
    cli: `aws lambda list-functions --function-version ALL --query "Functions[?Runtime=='python3.9'].FunctionArn"
aws lambda update-function-configuration --function-name FUNCTION --runtime python3.13`,
    terraform: `resource "aws_lambda_function" "this" {
  runtime = "python3.13"
  # …
}`,
  },

  evaluates: functions,

  evaluate(func, { read, now }) {
    const runtime = read(func.runtime);
    if (runtime === null) {
      return notApplicable('a container image brings its own runtime, which its owner patches');
    }
    const { id, deprecated } = runtime;
    const age = ageOf(lambdaRuntimes, now);
    if (deprecated === null) return pass(`AWS supports ${id}, and has set no end to it`, ...age);
    return now.getTime() < Date.parse(deprecated)
      ? pass(`AWS supports ${id} until ${deprecated}`, ...age)
      : fail(`AWS has not supported ${id} since ${deprecated}`, ...age);
  },
});
