import check from '../../../checks/lambda/function-not-public.ts';
import type {
  FunctionPolicy,
  FunctionUrl,
} from '../../../src/collectors/lambda/function-access.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { parsePolicy, type Policy } from '../../../src/policy/document.ts';
import { testCheck } from '../../support/check-tester.ts';
import { shipping as resource } from '../../support/lambda.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const noUrls = everyone(known<readonly FunctionUrl[]>([]));
const { arn } = resource;

function policy(statement: object): Observed<Policy> {
  const allow = { Sid: 'One', Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: arn };
  const parsed = parsePolicy(
    JSON.stringify({ Version: '2012-10-17', Statement: [{ ...allow, ...statement }] }),
  );
  if (!parsed.ok) throw new Error(parsed.fault);
  return known(parsed.policy);
}

const none = known<Policy | null>(null);

function given(own: FunctionPolicy['policy'], live?: FunctionPolicy['policy']) {
  const all: FunctionPolicy[] = [{ arn, alias: undefined, policy: own }];
  if (live) all.push({ arn: `${arn}:live`, alias: 'live', policy: live });
  return { policies: everyone(Observed.known<readonly FunctionPolicy[]>(all)), urls: noUrls };
}

testCheck(check, {
  pass: [
    { name: 'it has no policy', resource, given: given(none), reasons: ['no function policy'] },
    {
      name: 'the policy names an account',
      resource,
      given: given(policy({ Principal: { AWS: 'arn:aws:iam::444455556666:root' } })),
    },
    {
      name: 'everyone is limited to a fixed organization',
      resource,
      given: given(
        policy({
          Principal: '*',
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-example1234' } },
        }),
      ),
      reasons: ['aws:principalorgid'],
    },
    {
      name: 'Amazon S3 is let in for the buckets of one account',
      resource,
      given: given(
        policy({
          Principal: { Service: 's3.amazonaws.com' },
          Condition: {
            StringEquals: { 'AWS:SourceAccount': '111122223333' },
            ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::uploads' },
          },
        }),
      ),
    },
    {
      name: 'another service is let in for a rule of its own',
      resource,
      given: given(policy({ Principal: { Service: 'events.amazonaws.com' } })),
    },
  ],
  fail: [
    {
      name: 'everyone may invoke it',
      resource,
      given: given(policy({ Principal: '*' })),
      severity: 'critical',
      reasons: ['lambda:InvokeFunction to everyone'],
    },
    {
      name: 'S17 everyone is written as a list',
      resource,
      given: given(policy({ Principal: { AWS: ['*'] } })),
    },
    {
      name: 'it has a public URL: that the caller comes through a URL does not say who he is',
      resource,
      given: given(
        policy({
          Principal: '*',
          Action: 'lambda:InvokeFunctionUrl',
          Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
        }),
      ),
      reasons: ['lambda:functionurlauthtype does not say who calls'],
    },
    {
      name: 'everyone may invoke it through a URL',
      resource,
      given: given(
        policy({
          Principal: '*',
          Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } },
        }),
      ),
    },
    {
      name: 'S14 the condition asks for the account of the function itself',
      resource,
      given: given(
        policy({
          Principal: '*',
          Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } },
        }),
      ),
    },
    {
      name: 'Amazon S3 is let in for a bucket, whose name may pass to another account',
      resource,
      given: given(
        policy({
          Principal: { Service: 's3.amazonaws.com' },
          Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::uploads' } },
        }),
      ),
      reasons: ['Amazon S3 on behalf of any account'],
    },
    {
      name: 'the policy of an alias with a URL lets everyone in',
      resource,
      given: given(none, policy({ Principal: '*', Resource: `${arn}:live` })),
      reasons: ['alias live: '],
    },
    {
      name: 'one policy is open and the other may not be read',
      resource,
      given: given(unreadable(), policy({ Principal: '*', Resource: `${arn}:live` })),
    },
    {
      name: 'the policy is open and the URLs may not be listed',
      resource,
      given: { ...given(policy({ Principal: '*' })), urls: everyone(unreadable()) },
    },
  ],
  unknown: [
    {
      name: 'the policy may not be read',
      resource,
      given: given(unreadable()),
      reasons: ['the test says denied'],
    },
    {
      name: 'the policy of an alias may not be read',
      resource,
      given: given(none, unreadable()),
    },
    {
      name: 'the URLs may not be listed, and so the aliases are not known whose policies count',
      resource,
      given: { ...given(none), urls: everyone(unreadable()) },
    },
  ],
  'out-of-scope': [
    {
      name: 'CloudFront made the function for an edge',
      resource: { ...resource, managed: { by: 'aws', reason: 'CloudFront made it' } },
      given: given(none),
    },
  ],
});
