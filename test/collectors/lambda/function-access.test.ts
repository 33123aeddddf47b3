import {
  GetPolicyCommand,
  LambdaClient,
  ListFunctionsCommand,
  ListFunctionUrlConfigsCommand,
} from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { functionPolicies, functionUrls } from '../../../src/collectors/lambda/function-access.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(LambdaClient);
const arn = 'arn:aws:lambda:eu-west-1:111122223333:function:shipping';
const Policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 'lambda:InvokeFunctionUrl', Resource: arn },
  ],
});

beforeEach(() => {
  client.reset();
  client
    .on(ListFunctionsCommand)
    .resolves(answer({ Functions: [{ FunctionName: 'shipping', FunctionArn: arn }] }));
});

function url(FunctionArn: string, AuthType: 'AWS_IAM' | 'NONE') {
  const [CreationTime, LastModifiedTime] = ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'];
  return { FunctionUrl: 'https://x', FunctionArn, AuthType, CreationTime, LastModifiedTime };
}

async function urlsOf() {
  const { value } = await gatherFrom(functionUrls);
  return Observed.open(value.of({ arn }));
}

async function policiesOf() {
  const { value } = await gatherFrom(functionPolicies);
  const state = Observed.open(value.of({ arn }));
  if (!state.known) throw new Error('the policies are not known');
  return state.value.map(({ alias, policy }) => ({ alias, policy: Observed.open(policy) }));
}

describe('function URLs', () => {
  it('are those of the function and of its aliases, from every page', async () => {
    client
      .on(ListFunctionUrlConfigsCommand, { FunctionName: 'shipping' })
      .resolves(
        answer({
          FunctionUrlConfigs: [url(arn, 'AWS_IAM')],
          NextMarker: 'n',
        }),
      )
      .on(ListFunctionUrlConfigsCommand, { Marker: 'n' })
      .resolves(answer({ FunctionUrlConfigs: [url(`${arn}:live`, 'NONE')] }));
    expect(await urlsOf()).toMatchObject({
      value: [
        { arn, alias: undefined, authType: 'AWS_IAM' },
        { arn: `${arn}:live`, alias: 'live', authType: 'NONE' },
      ],
    });
  });

  it('of a function that was deleted since are gone with it', async () => {
    client.on(ListFunctionUrlConfigsCommand).rejects(fault('ResourceNotFoundException'));
    expect(await urlsOf()).toMatchObject({ causes: [{ reason: 'gone' }] });
  });

  it.each([
    [{ FunctionArn: arn }],
    [{ AuthType: 'NONE' }],
    [JSON.parse('{ "FunctionArn": "f", "AuthType": "OPEN" }')],
  ])('are not guessed from %o', async (config: object) => {
    client
      .on(ListFunctionUrlConfigsCommand)
      .resolves(answer(JSON.parse(JSON.stringify({ FunctionUrlConfigs: [config] }))));
    expect(await urlsOf()).toMatchObject({ causes: [{ reason: 'failed' }] });
  });
});

describe('function policies', () => {
  it('are that of the function and those of its aliases with a URL', async () => {
    client
      .on(ListFunctionUrlConfigsCommand)
      .resolves(answer({ FunctionUrlConfigs: [url(`${arn}:live`, 'NONE')] }))
      .on(GetPolicyCommand)
      .rejects(fault('ResourceNotFoundException'))
      .on(GetPolicyCommand, { Qualifier: 'live' })
      .resolves(answer({ Policy }));
    expect(await policiesOf()).toMatchObject([
      { alias: undefined, policy: { value: null } },
      { alias: 'live', policy: { value: { statements: [{ effect: 'Allow' }] } } },
    ]);
  });

  it('are asked for of the function where its URLs are not known', async () => {
    client
      .on(ListFunctionUrlConfigsCommand)
      .rejects(fault('AccessDeniedException'))
      .on(GetPolicyCommand)
      .resolves(answer({ Policy }));
    expect(await policiesOf()).toMatchObject([{ alias: undefined, policy: { known: true } }]);
  });

  it.each(['{', '{ "Statement": [{ "Effect": "Maybe" }] }'])(
    'are not guessed from %s',
    async (text) => {
      client
        .on(ListFunctionUrlConfigsCommand)
        .resolves(answer({ FunctionUrlConfigs: [] }))
        .on(GetPolicyCommand)
        .resolves(answer({ Policy: text }));
      expect(await policiesOf()).toMatchObject([{ policy: { causes: [{ reason: 'failed' }] } }]);
    },
  );
});
