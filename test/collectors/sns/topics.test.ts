import { GetTopicAttributesCommand, ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { topicAttributes, topics } from '../../../src/collectors/sns/topics.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(SNSClient);
const TopicArn = 'arn:aws:sns:eu-west-1:111122223333:alerts';
const Policy = '{"Statement":{"Effect":"Allow","Principal":"*","Action":"sns:Publish"}}';

beforeEach(() => {
  client.reset();
});

describe('topics', () => {
  it('are those of every page', async () => {
    client
      .on(ListTopicsCommand)
      .resolves(answer({ Topics: [{ TopicArn }], NextToken: 'n' }))
      .on(ListTopicsCommand, { NextToken: 'n' })
      .resolves(answer({ Topics: [{ TopicArn: `${TopicArn}.fifo` }] }));
    const { value } = await gatherFrom(topics);
    expect(value).toMatchObject({ items: [{ name: 'alerts' }, { name: 'alerts.fifo' }], gaps: [] });
  });

  it('that may not be listed, or have no ARN, are a gap', async () => {
    client.on(ListTopicsCommand).rejectsOnce(fault('AuthorizationError'));
    expect((await gatherFrom(topics)).value.gaps).toMatchObject([{ reason: 'denied' }]);
    client.on(ListTopicsCommand).resolves(answer({ Topics: [{}] }));
    expect((await gatherFrom(topics)).value.gaps).toMatchObject([{ reason: 'failed' }]);
  });
});

describe('the attributes of a topic', () => {
  beforeEach(() => {
    client.on(ListTopicsCommand).resolves(answer({ Topics: [{ TopicArn }] }));
  });

  async function attributes() {
    const { value } = await gatherFrom(topicAttributes);
    return Observed.open(value.of({ arn: TopicArn }));
  }

  it('are its policy and its key', async () => {
    client
      .on(GetTopicAttributesCommand, { TopicArn })
      .resolves(answer({ Attributes: { TopicArn, Policy, KmsMasterKeyId: 'alias/topics' } }));
    const state = await attributes();
    if (!state.known) throw new Error('the attributes are not known');
    expect(state.value.key).toBe('alias/topics');
    expect(Observed.open(state.value.policy)).toMatchObject({ value: { statements: [{}] } });
  });

  it('have no key where nobody set one, and are not guessed where the policy is missing', async () => {
    client.on(GetTopicAttributesCommand).resolves(answer({ Attributes: { TopicArn } }));
    const state = await attributes();
    if (!state.known) throw new Error('the attributes are not known');
    expect(state.value.key).toBeUndefined();
    expect(Observed.open(state.value.policy)).toMatchObject({ causes: [{ reason: 'failed' }] });
  });

  it.each([
    ['NotFound', 'gone'],
    ['NotFoundException', 'gone'],
    ['AuthorizationError', 'denied'],
  ])('after %s are %s', async (code, reason) => {
    client.on(GetTopicAttributesCommand).rejects(fault(code));
    expect(await attributes()).toMatchObject({ causes: [{ reason }] });
  });

  it.each([{}, { Attributes: {} }])('are not guessed from %o', async (given) => {
    client.on(GetTopicAttributesCommand).resolves(answer(given));
    expect(await attributes()).toMatchObject({ causes: [{ reason: 'failed' }] });
  });
});
