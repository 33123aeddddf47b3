import {
  DescribeStreamSummaryCommand,
  KinesisClient,
  ListStreamsCommand,
} from '@aws-sdk/client-kinesis';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { streamEncryption, streams } from '../../../src/collectors/kinesis/streams.ts';
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

async function encryption() {
  client
    .on(ListStreamsCommand)
    .resolves(answer({ StreamNames: ['orders'], HasMoreStreams: false }));
  const { value } = await gatherFrom(streamEncryption);
  return Observed.open(value.of({ arn }));
}

it.each([
  ['{ "EncryptionType": "KMS" }', { value: 'KMS' }],
  ['{ "EncryptionType": "NONE" }', { value: 'NONE' }],
  ['{ "EncryptionType": "OTHER" }', { causes: [{ reason: 'failed' }] }],
  ['{}', { causes: [{ reason: 'failed' }] }],
])('%s tells the encryption', async (summary, state) => {
  client
    .on(DescribeStreamSummaryCommand)
    .resolves(answer({ StreamDescriptionSummary: JSON.parse(summary) }));
  expect(await encryption()).toMatchObject(state);
});

it.each([
  ['ResourceNotFoundException', 'gone'],
  ['AccessDeniedException', 'denied'],
])('after %s it is %s', async (code, reason) => {
  client.on(DescribeStreamSummaryCommand).rejects(fault(code));
  expect(await encryption()).toMatchObject({ causes: [{ reason }] });
});
