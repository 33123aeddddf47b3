import {
  DescribeStreamSummaryCommand,
  KinesisClient,
  ListStreamsCommand,
} from '@aws-sdk/client-kinesis';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { streams, streamSettings } from '../../../src/collectors/kinesis/streams.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(KinesisClient);

beforeEach(() => {
  client.reset();
});

const arn = 'arn:aws:kinesis:eu-west-1:111122223333:stream/orders';

it('lists the streams of every page', async () => {
  client
    .on(ListStreamsCommand)
    .resolvesOnce(answer({ StreamNames: ['orders'], HasMoreStreams: true, NextToken: 'more' }))
    .resolvesOnce(answer({ StreamNames: ['returns'], HasMoreStreams: false }));
  const { value } = await gatherFrom(streams);
  expect(value.items.map(({ name }) => name)).toEqual(['orders', 'returns']);
  expect(value.items[0]?.arn).toBe(arn);
});

it('says that an answer without a list cannot be used', async () => {
  client.on(ListStreamsCommand).resolves(answer({}));
  const { value } = await gatherFrom(streams);
  expect(value.gaps).toMatchObject([{ reason: 'failed' }]);
});

async function settings() {
  client
    .on(ListStreamsCommand)
    .resolves(answer({ StreamNames: ['orders'], HasMoreStreams: false }));
  const { value } = await gatherFrom(streamSettings);
  return Observed.open(value.of({ arn }));
}

async function settingsOf(summary: string) {
  client
    .on(DescribeStreamSummaryCommand)
    .resolves(answer({ StreamDescriptionSummary: JSON.parse(summary) }));
  const opened = await settings();
  if (!('value' in opened)) throw new Error('the settings are unreadable');
  return opened.value;
}

it.each([
  ['{ "EncryptionType": "KMS" }', { value: 'KMS' }],
  ['{ "EncryptionType": "NONE" }', { value: 'NONE' }],
  ['{ "EncryptionType": "OTHER" }', { causes: [{ reason: 'failed' }] }],
  ['{}', { causes: [{ reason: 'failed' }] }],
])('%s tells the encryption', async (summary, state) => {
  expect(Observed.open((await settingsOf(summary)).encryption)).toMatchObject(state);
});

it.each([
  ['{ "RetentionPeriodHours": 24 }', { value: 24 }],
  ['{}', { causes: [{ reason: 'failed' }] }],
])('%s tells the retention', async (summary, state) => {
  expect(Observed.open((await settingsOf(summary)).retentionHours)).toMatchObject(state);
});

it.each([
  ['ResourceNotFoundException', 'gone'],
  ['AccessDeniedException', 'denied'],
])('after %s it is %s', async (code, reason) => {
  client.on(DescribeStreamSummaryCommand).rejects(fault(code));
  expect(await settings()).toMatchObject({ causes: [{ reason }] });
});
