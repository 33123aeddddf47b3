import check from '../../../checks/lambda/function-url-authenticated.ts';
import type {
  FunctionPolicy,
  FunctionUrl,
} from '../../../src/collectors/lambda/function-access.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { parsePolicy, type Policy } from '../../../src/policy/document.ts';
import { testCheck } from '../../support/check-tester.ts';
import { shipping as resource } from '../../support/lambda.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const { arn } = resource;

function open(...actions: readonly string[]): Observed<Policy> {
  const Statement = actions.map((Action) => ({
    Effect: 'Allow',
    Principal: '*',
    Action,
    Resource: arn,
  }));
  const parsed = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
  if (!parsed.ok) throw new Error(parsed.fault);
  return known(parsed.policy);
}

const none = known<Policy | null>(null);
const own = (authType: FunctionUrl['authType']): FunctionUrl => ({
  arn,
  alias: undefined,
  authType,
});
const live = (authType: FunctionUrl['authType']): FunctionUrl => ({
  arn: `${arn}:live`,
  alias: 'live',
  authType,
});

function given(urls: readonly FunctionUrl[], policy: FunctionPolicy['policy'] = none) {
  const policies = [{ arn, alias: undefined }, ...urls.filter(({ alias }) => alias !== undefined)];
  return {
    urls: everyone(known(urls)),
    policies: everyone(
      Observed.known<readonly FunctionPolicy[]>(policies.map((each) => ({ ...each, policy }))),
    ),
  };
}

testCheck(check, {
  pass: [
    {
      name: 'the URL asks for a signature, whatever the policy says',
      resource,
      given: given([own('AWS_IAM')], open('lambda:InvokeFunctionUrl')),
    },
    {
      name: 'its policy may not be read, and the URL asks for a signature',
      resource,
      given: given([own('AWS_IAM')], unreadable()),
    },
  ],
  fail: [
    {
      name: 'the URL is open and the policy lets everyone invoke',
      resource,
      given: given([own('NONE')], open('lambda:InvokeFunctionUrl', 'lambda:InvokeFunction')),
      severity: 'high',
      reasons: ['lets everyone invoke it'],
    },
    {
      name: 'the policy gives every action to everyone',
      resource,
      given: given([own('NONE')], open('lambda:*')),
      severity: 'high',
    },
    {
      name: 'the policy gives the use of the URL alone, which was enough before October 2025',
      resource,
      given: given([own('NONE')], open('lambda:InvokeFunctionUrl')),
      severity: 'medium',
      reasons: ['October 2025'],
    },
    {
      name: 'no policy lets anybody in, so that the URL answers 403',
      resource,
      given: given([own('NONE')]),
      severity: 'low',
      latent: true,
      reasons: ['answers 403'],
    },
    {
      name: 'everyone may invoke the function, and nobody its URL',
      resource,
      given: given([own('NONE')], open('lambda:InvokeFunction')),
      severity: 'low',
      latent: true,
    },
    {
      name: 'the URL of an alias is open, and that of the function is not',
      resource,
      given: given(
        [own('AWS_IAM'), live('NONE')],
        open('lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'),
      ),
      reasons: ['the URL of alias live asks for no authentication'],
    },
    {
      name: 'the URL is open, and what its policy says is not known',
      resource,
      given: given([own('NONE')], unreadable()),
      severity: 'high',
      reasons: ['is not known'],
    },
  ],
  unknown: [
    {
      name: 'the URLs may not be listed',
      resource,
      given: { ...given([]), urls: everyone(unreadable()) },
      reasons: ['the test says denied'],
    },
  ],
  'not-applicable': [{ name: 'it has no URL', resource, given: given([]) }],
});
