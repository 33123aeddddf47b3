import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { logGroups } from '../../../src/collectors/cloudwatch-logs/log-groups.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(CloudWatchLogsClient);
const group = (logGroupName: string) => ({
  logGroupName,
  arn: `arn:aws:logs:eu-west-1:111122223333:log-group:${logGroupName}:*`,
});

beforeEach(() => {
  client.reset();
});

it('reads every page, and takes no retention for one without an end', async () => {
  client
    .on(DescribeLogGroupsCommand)
    .resolves(answer({ logGroups: [{ ...group('a'), retentionInDays: 30 }], nextToken: 't' }))
    .on(DescribeLogGroupsCommand, { nextToken: 't' })
    .resolves(
      answer({
        logGroups: [group('b'), { ...group('c'), logGroupClass: 'DELIVERY', retentionInDays: 2 }],
      }),
    );
  const { value } = await gatherFrom(logGroups);
  expect(value.gaps).toEqual([]);
  expect(value.items.map(({ arn }) => arn.endsWith(':*'))).toEqual([false, false, false]);
  expect(value.items.map(({ retention }) => Observed.open(retention))).toMatchObject([
    { value: 30 },
    { value: null },
    { value: 2 },
  ]);
  expect(value.items.map(({ passesOn }) => Observed.open(passesOn))).toMatchObject([
    { value: false },
    { value: false },
    { value: true },
  ]);
});

it('a Region that denies it is a gap, and no empty list', async () => {
  client.on(DescribeLogGroupsCommand).rejects(fault('AccessDeniedException'));
  const { value } = await gatherFrom(logGroups);
  expect(value).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
});
