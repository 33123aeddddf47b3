import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import {
  functionPolicies,
  functionUrls,
  type FunctionUrl,
} from '../../src/collectors/lambda/function-access.ts';
import { functions } from '../../src/collectors/lambda/functions.ts';
import { ifKnown } from '../../src/observe/if-known.ts';
import { type OpenUrl, urlBy } from '../../src/reasoning/exposure/function-policy.ts';

export default defineCheck({
  id: 'lambda-function-url-authenticated',
  title: 'The URLs of the function let in only callers who sign with IAM',
  severity: 'high',
  responsibility: 'lambda.network-configuration',
  controls: {
    'nist-800-53-r5': servesNist('a URL is one of the ways to a function', 'AC-3', 'IA-2'),
  },
  why: 'A URL without authentication is an address on the Internet: whoever has it calls the function, and nothing but its code asks who that is.',
  fix: 'Set the URL to AWS_IAM, and put CloudFront with origin access control or an API in front where callers cannot sign.',
  link: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  remedy: {
    console:
      'Lambda, Functions, the function (and its alias), Configuration, Function URL, Edit, Auth type AWS_IAM. Callers that do not sign get 403 from then on.',
    cli: `aws lambda update-function-url-config --function-name FUNCTION --auth-type AWS_IAM   # --qualifier ALIAS for that of an alias
aws lambda remove-permission --function-name FUNCTION --statement-id FunctionURLAllowPublicAccess`,
    terraform: `resource "aws_lambda_function_url" "this" {
  function_name      = aws_lambda_function.this.function_name
  authorization_type = "AWS_IAM"
}`,
  },

  evaluates: functions,
  needs: { urls: functionUrls, policies: functionPolicies },

  evaluate(func, { read, urls, policies }) {
    const all = read(urls.of(func));
    if (all.length === 0) return notApplicable('the function has no URL');
    const open = all.filter(({ authType }) => authType === 'NONE');
    if (open.length === 0) return pass('every URL asks for a signature of IAM');
    const states = open.map((url) => {
      const own = read(policies.of(func)).find(({ arn }) => arn === url.arn);
      return { url, state: own && ifKnown(() => urlBy(read(own.policy), url.arn)) };
    });
    const reasons = states.map(({ url, state }) => `${nameOf(url)} ${wordsOf(state)}`);
    if (states.every(({ state }) => state === 'refuses')) {
      return {
        ...fail(...reasons),
        severity: { is: 'low', because: 'every such URL answers 403' },
        latent: true,
      };
    }
    const mayOnly = states.every(({ state }) => state === 'refuses' || state === 'may-answer');
    return {
      ...fail(...reasons),
      ...(mayOnly
        ? { severity: { is: 'medium', because: 'only URLs from before October 2025 may answer' } }
        : {}),
    };
  },
});

function nameOf({ alias }: FunctionUrl): string {
  return alias === undefined ? 'its URL' : `the URL of alias ${alias}`;
}

function wordsOf(state: OpenUrl | undefined): string {
  switch (state) {
    case 'answers':
      return 'asks for no authentication, and its policy lets everyone invoke it';
    case 'may-answer':
      return 'asks for no authentication; its policy gives lambda:InvokeFunctionUrl alone, with which only URLs from before October 2025 may answer';
    case 'refuses':
      return 'asks for no authentication, but answers 403 while its policy does not let everyone in';
    case undefined:
      return 'asks for no authentication; whether its policy lets everyone in is not known';
  }
}
