import { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { queueAttributes, queues } from '../../../src/collectors/sqs/queues.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(SQSClient);
const url = 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders';
const QueueArn = 'arn:aws:sqs:eu-west-1:111122223333:orders';

beforeEach(() => {
  client.reset();
});

describe('queues', () => {
  it('are those of every page, which there are only where a size is asked for', async () => {
    client
      .on(ListQueuesCommand, { MaxResults: 1000 })
      .resolves(answer({ QueueUrls: [url], NextToken: 'n' }))
      .on(ListQueuesCommand, { MaxResults: 1000, NextToken: 'n' })
      .resolves(answer({ QueueUrls: [`${url}.fifo`] }));
    const { value } = await gatherFrom(queues);
    expect(value).toMatchObject({
      items: [
        { name: 'orders', arn: QueueArn },
        { name: 'orders.fifo', arn: `${QueueArn}.fifo` },
      ],
      gaps: [],
    });
  });

  it('are none where SQS leaves the list out', async () => {
    client.on(ListQueuesCommand).resolves(answer({}));
    const { value } = await gatherFrom(queues);
    expect(value).toMatchObject({ items: [], gaps: [] });
  });

  it('that may not be listed, or whose URL names none, are a gap', async () => {
    client.on(ListQueuesCommand).rejectsOnce(fault('AccessDenied'));
    expect((await gatherFrom(queues)).value.gaps).toMatchObject([{ reason: 'denied' }]);
    client.on(ListQueuesCommand).resolves(answer({ QueueUrls: ['https://example.com/'] }));
    expect((await gatherFrom(queues)).value.gaps).toMatchObject([{ reason: 'failed' }]);
  });
});

describe('the attributes of a queue', () => {
  beforeEach(() => {
    client.on(ListQueuesCommand).resolves(answer({ QueueUrls: [url] }));
  });

  async function attributes() {
    const { value } = await gatherFrom(queueAttributes);
    return Observed.open(value.of({ arn: QueueArn }));
  }

  async function withThese(some: Readonly<Record<string, string>>) {
    client
      .on(GetQueueAttributesCommand, { QueueUrl: url })
      .resolves(answer({ Attributes: { QueueArn, ...some } }));
    const state = await attributes();
    if (!state.known) throw new Error('the attributes are not known');
    const { policy, encryption } = state.value;
    return { policy: Observed.open(policy), encryption: Observed.open(encryption) };
  }

  it.each([
    [{ SqsManagedSseEnabled: 'true' }, { value: 'SQS' }],
    [{ SqsManagedSseEnabled: 'false' }, { value: undefined }],
    [{ SqsManagedSseEnabled: 'false', KmsMasterKeyId: 'alias/aws/sqs' }, { value: 'KMS' }],
    [{ KmsMasterKeyId: 'alias/aws/sqs' }, { value: 'KMS' }],
    [{}, { causes: [{ reason: 'failed' }] }],
    [{ SqsManagedSseEnabled: 'perhaps' }, { causes: [{ reason: 'failed' }] }],
  ])('%o tell the encryption', async (some, state) => {
    expect((await withThese(JSON.parse(JSON.stringify(some)))).encryption).toMatchObject(state);
  });

  it.each([
    ['none', {}, { value: null }],
    ['one that is emptied', { Policy: '' }, { value: null }],
    [
      'one',
      { Policy: '{"Statement":{"Effect":"Allow","Principal":"*","Action":"sqs:*"}}' },
      { value: { statements: [{ effect: 'Allow' }] } },
    ],
    ['one in no known words', { Policy: '{"Statement":1}' }, { causes: [{ reason: 'failed' }] }],
  ])('have a policy: %s', async (_what, some, state) => {
    expect((await withThese(JSON.parse(JSON.stringify(some)))).policy).toMatchObject(state);
  });

  it.each([
    ['QueueDoesNotExist', 'gone'],
    ['AWS.SimpleQueueService.NonExistentQueue', 'gone'],
    ['AccessDenied', 'denied'],
  ])('after %s are %s', async (code, reason) => {
    client.on(GetQueueAttributesCommand).rejects(fault(code));
    expect(await attributes()).toMatchObject({ causes: [{ reason }] });
  });

  it('are not guessed from an answer without any', async () => {
    client.on(GetQueueAttributesCommand).resolves(answer({}));
    expect(await attributes()).toMatchObject({ causes: [{ reason: 'failed' }] });
  });
});
