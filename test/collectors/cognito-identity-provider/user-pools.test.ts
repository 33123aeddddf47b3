import {
  CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  ListUserPoolsCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import {
  userPools,
  userPoolSettings,
} from '../../../src/collectors/cognito-identity-provider/user-pools.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(CognitoIdentityProviderClient);
const Id = 'eu-west-1_a1B2c3D4e';
const arn = `arn:aws:cognito-idp:eu-west-1:111122223333:userpool/${Id}`;

beforeEach(() => {
  client.reset();
  client.on(ListUserPoolsCommand).resolves(answer({ UserPools: [{ Id, Name: 'customers' }] }));
});

async function settings() {
  const { value } = await gatherFrom(userPoolSettings);
  return Observed.open(value.of({ arn }));
}

async function of(pool: string) {
  client.on(DescribeUserPoolCommand).resolves(answer({ UserPool: JSON.parse(pool) }));
  const state = await settings();
  if (!state.known) throw new Error('the settings are not known');
  const { mfa, isProtected, password } = state.value;
  return [mfa, isProtected, password].map((each) => Observed.open<unknown>(each));
}

it('user pools are those of every page', async () => {
  client
    .on(ListUserPoolsCommand, { MaxResults: 60 })
    .resolves(answer({ UserPools: [{ Id, Name: 'customers' }], NextToken: 'n' }))
    .on(ListUserPoolsCommand, { NextToken: 'n' })
    .resolves(answer({ UserPools: [{ Id: 'eu-west-1_x', Name: 'staff' }] }));
  const { value } = await gatherFrom(userPools);
  expect(value).toMatchObject({ items: [{ arn }, { name: 'staff' }], gaps: [] });
});

it('user pools that may not be listed are a gap', async () => {
  client.on(ListUserPoolsCommand).rejects(fault('AccessDeniedException'));
  expect((await gatherFrom(userPools)).value.gaps).toMatchObject([{ reason: 'denied' }]);
});

it('settings are those of the pool', async () => {
  const rules = `"MinimumLength": 8, "RequireLowercase": true, "RequireUppercase": true, "RequireNumbers": true,
    "RequireSymbols": false, "TemporaryPasswordValidityDays": 7`;
  const pool = `{ "MfaConfiguration": "OPTIONAL", "DeletionProtection": "ACTIVE", "Policies": { "PasswordPolicy": { ${rules} } } }`;
  expect(await of(pool)).toMatchObject([
    { value: 'OPTIONAL' },
    { value: true },
    { value: { minLength: 8, symbols: false, temporaryDays: 7 } },
  ]);
});

it.each([
  '{}',
  '{ "MfaConfiguration": "SOMETIMES", "DeletionProtection": "LATER", "Policies": {} }',
])('settings are not guessed from %s', async (pool) => {
  const failed = { causes: [{ reason: 'failed' }] };
  expect(await of(pool)).toMatchObject([failed, failed, failed]);
});

it.each([
  ['ResourceNotFoundException', 'gone'],
  ['AccessDeniedException', 'denied'],
])('after %s settings are %s', async (code, reason) => {
  client.on(DescribeUserPoolCommand).rejects(fault(code));
  expect(await settings()).toMatchObject({ causes: [{ reason }] });
});
