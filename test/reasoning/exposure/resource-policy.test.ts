import { describe, expect, it } from 'vitest';
import { judgeResourcePolicy } from '../../../src/reasoning/exposure/resource-policy.ts';
import { policyOf } from '../../policy/documents.ts';

const arn = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const queue = { service: 'sqs', arn, what: 'queue policy' };
const send = { Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: arn };

describe('the judgement of a resource policy', () => {
  it('passes where there is none', () => {
    expect(judgeResourcePolicy(null, queue)).toEqual({
      outcome: 'pass',
      reasons: ['there is no queue policy'],
    });
  });

  it('fails with the statement that lets in everyone', () => {
    expect(judgeResourcePolicy(policyOf(send), queue)).toEqual({
      outcome: 'fail',
      reasons: ['statement 1 allows sqs:SendMessage to everyone'],
    });
  });

  it('passes with the condition that limits everyone', () => {
    const Condition = { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:news' } };
    expect(judgeResourcePolicy(policyOf({ ...send, Condition }), queue)).toEqual({
      outcome: 'pass',
      reasons: [
        'no statement of the queue policy lets in everyone',
        'statement 1 is limited by aws:sourcearn',
      ],
    });
  });

  it('leaves to a person what names no principal', () => {
    const { Principal: _, ...nobody } = send;
    expect(judgeResourcePolicy(policyOf(nobody), queue).outcome).toBe('manual');
  });
});
