import { DescribeTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { tableSettings } from '../../../src/collectors/dynamodb/table-settings.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(DynamoDBClient);
const arn = 'arn:aws:dynamodb:eu-west-1:111122223333:table/bookings';
const key = 'arn:aws:kms:eu-west-1:111122223333:key/1';

beforeEach(() => {
  client.reset();
  client.on(ListTablesCommand).resolves(answer({ TableNames: ['bookings'] }));
});

async function settings() {
  const { value } = await gatherFrom(tableSettings);
  return Observed.open(value.of({ arn }));
}

async function of(table: string) {
  client
    .on(DescribeTableCommand, { TableName: 'bookings' })
    .resolves(answer({ Table: JSON.parse(table) }));
  const state = await settings();
  if (!state.known) throw new Error('the settings are not known');
  const { isProtected, key: held } = state.value;
  return { isProtected: Observed.open(isProtected), key: Observed.open(held) };
}

it.each([
  ['{ "DeletionProtectionEnabled": true }', { value: true }],
  ['{ "DeletionProtectionEnabled": false }', { value: false }],
  ['{}', { causes: [{ reason: 'failed' }] }],
])('%s tells the protection', async (table, state) => {
  expect((await of(table)).isProtected).toMatchObject(state);
});

it.each([
  ['{}', { value: { kind: 'aws-owned' } }],
  [
    `{ "SSEDescription": { "Status": "ENABLED", "SSEType": "KMS", "KMSMasterKeyArn": "${key}" } }`,
    { value: { kind: 'kms', arn: key } },
  ],
  [
    `{ "SSEDescription": { "Status": "UPDATING", "SSEType": "KMS", "KMSMasterKeyArn": "${key}" } }`,
    { value: { kind: 'kms', arn: key } },
  ],
  ['{ "SSEDescription": { "Status": "DISABLED" } }', { value: { kind: 'aws-owned' } }],
  [
    '{ "SSEDescription": { "Status": "ENABLED", "SSEType": "AES256" } }',
    { value: { kind: 'aws-owned' } },
  ],
  [
    '{ "SSEDescription": { "Status": "ENABLED", "SSEType": "KMS" } }',
    { causes: [{ reason: 'failed' }] },
  ],
  ['{ "SSEDescription": { "SSEType": "KMS" } }', { causes: [{ reason: 'failed' }] }],
  ['{ "SSEDescription": { "Status": "PENDING" } }', { causes: [{ reason: 'failed' }] }],
])('%s tells the key', async (table, state) => {
  expect((await of(table)).key).toMatchObject(state);
});

it.each([
  ['ResourceNotFoundException', 'gone'],
  ['AccessDeniedException', 'denied'],
])('after %s they are %s', async (code, reason) => {
  client.on(DescribeTableCommand).rejects(fault(code));
  expect(await settings()).toMatchObject({ causes: [{ reason }] });
});
