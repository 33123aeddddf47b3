import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as sdk from '@aws-sdk/client-sqs';
import { sqs as service } from '../../src/collectors/sqs/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Planted, Site } from '../site.ts';

interface QueuePlan {
  readonly name: string;
  readonly region: string;
  /** The condition under which everyone may send; null for none. Without it the queue has no policy. */
  readonly condition?: object | null;
  readonly encrypted: boolean;
  readonly open: Planted['outcome'];
}

const QUEUES: readonly QueuePlan[] = [
  {
    name: 'nwh-manifests',
    region: HOME,
    condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::nwh-manifests' } },
    encrypted: true,
    open: 'pass',
  },
  {
    name: 'nwh-carrier-inbox',
    region: SECOND,
    condition: null,
    encrypted: false,
    open: 'fail',
  },
  { name: 'nwh-dead-letters', region: US, encrypted: true, open: 'pass' },
];

async function plant(site: Site): Promise<void> {
  for (const { name, region, condition, encrypted, open } of QUEUES) {
    const arn = `arn:aws:sqs:${region}:${ACCOUNT_ID}:${name}`;
    const send = { Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: arn };
    const statement = { Sid: 'Send', ...send, ...(condition ? { Condition: condition } : {}) };
    await site.client(SQSClient, region, 260).send(
      new CreateQueueCommand({
        QueueName: name,
        Attributes: {
          SqsManagedSseEnabled: String(encrypted),
          ...(condition === undefined
            ? {}
            : { Policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }) }),
        },
      }),
    );
    site.expect('sqs-queue-not-public', arn, open);
    site.expect('sqs-queue-encrypted', arn, encrypted ? 'pass' : 'fail');
  }
}

export default emulate({ service, sdk, Client: SQSClient, plant });
