import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  type Trail,
} from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  DescribeMetricFiltersCommand,
  type MetricFilter,
} from '@aws-sdk/client-cloudwatch-logs';
import { ListSubscriptionsByTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { alarmWatch } from '../../../src/collectors/cloudwatch/alarm-watch.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { account, now } from '../../support/check-tester.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const cloudtrail = mockClient(CloudTrailClient);
const logs = mockClient(CloudWatchLogsClient);
const cloudwatch = mockClient(CloudWatchClient);
const sns = mockClient(SNSClient);

const group = (owner = account) => `arn:aws:logs:eu-west-1:${owner}:log-group:audit:*`;
const topic = 'arn:aws:sns:eu-west-1:111122223333:security';
const trail = {
  Name: 'audit',
  TrailARN: `arn:aws:cloudtrail:eu-west-1:${account}:trail/audit`,
  HomeRegion: 'eu-west-1',
  S3BucketName: 'audit-logs',
  IsMultiRegionTrail: true,
  LogFileValidationEnabled: true,
  CloudWatchLogsLogGroupArn: group(),
};
const filter = {
  filterName: 'root',
  filterPattern: '{ $.userIdentity.type = "Root" }',
  metricTransformations: [{ metricName: 'Root', metricNamespace: 'Trail', metricValue: '1' }],
  logGroupName: 'audit',
};
const actions = {
  ActionsEnabled: true,
  AlarmActions: [topic],
  OKActions: [],
  InsufficientDataActions: [],
};
const alarm = (AlarmName: string) => ({
  AlarmName,
  AlarmArn: `arn:aws:cloudwatch:eu-west-1:${account}:alarm:${AlarmName}`,
  ...actions,
});

function trailsAre(...trailList: readonly Trail[]) {
  cloudtrail.on(DescribeTrailsCommand).resolves(answer({ trailList: [...trailList] }));
}

function filtersAre(...metricFilters: readonly MetricFilter[]) {
  logs.on(DescribeMetricFiltersCommand).resolves(answer({ metricFilters: [...metricFilters] }));
}

beforeEach(() => {
  for (const client of [cloudtrail, logs, cloudwatch, sns]) client.reset();
  trailsAre(trail);
  cloudtrail
    .on(GetTrailStatusCommand)
    .resolves(answer({ IsLogging: true, LatestCloudWatchLogsDeliveryTime: now }));
  cloudtrail.on(GetEventSelectorsCommand).resolves(
    answer({
      EventSelectors: [
        { ReadWriteType: 'All' as const, IncludeManagementEvents: true, DataResources: [] },
      ],
    }),
  );
  filtersAre(filter);
  cloudwatch
    .on(DescribeAlarmsCommand)
    .resolves(
      answer({ MetricAlarms: [{ ...alarm('root'), MetricName: 'Root', Namespace: 'Trail' }] }),
    );
  sns.on(ListSubscriptionsByTopicCommand).resolves(
    answer({
      Subscriptions: [
        { SubscriptionArn: `${topic}:1`, Owner: account, Endpoint: 'ines@northwind.example' },
        { SubscriptionArn: 'PendingConfirmation', Owner: account },
      ],
    }),
  );
});

async function gather() {
  const { value } = await gatherFrom(alarmWatch);
  const [watched] = value.trails.items;
  if (!watched) throw new Error('the trail was not listed');
  return { watch: value, filters: Observed.open(watched.filters) };
}

describe('who is told of what trails record', () => {
  it('is read from the trail to the subscriber', async () => {
    const { watch, filters } = await gather();
    expect(filters).toMatchObject({ known: true, value: [{ name: 'root', region: 'eu-west-1' }] });
    expect(watch.alarmsIn('eu-west-1').items).toMatchObject([{ name: 'root' }]);
    expect(Observed.open(watch.subscribers.of({ arn: topic }))).toMatchObject({
      value: [{ isConfirmed: true }, { isConfirmed: false }],
    });
  });

  it('asks nothing of a trail that delivers to no log group', async () => {
    const { CloudWatchLogsLogGroupArn: _, ...without } = trail;
    trailsAre(without);
    const { filters } = await gather();
    expect(filters).toMatchObject({ known: true, value: [] });
    expect(logs.calls()).toHaveLength(0);
    expect(cloudwatch.calls()).toHaveLength(0);
  });

  it('misses no trail of all Regions where one Region could be read', async () => {
    cloudtrail
      .on(DescribeTrailsCommand)
      .rejectsOnce(fault('AccessDeniedException'))
      .resolves(answer({ trailList: [] }));
    const { value } = await gatherFrom(alarmWatch, { regions: ['eu-west-1', 'us-east-1'] });
    expect(value.trails).toMatchObject({ items: [], gaps: [] });
    cloudtrail.on(DescribeTrailsCommand).rejects(fault('AccessDeniedException'));
    const none = await gatherFrom(alarmWatch, { regions: ['eu-west-1', 'us-east-1'] });
    expect(none.value.trails.gaps).toMatchObject([{ reason: 'denied' }, { reason: 'denied' }]);
  });

  it('asks nothing of the log group of another account, and says that it cannot tell', async () => {
    trailsAre({ ...trail, CloudWatchLogsLogGroupArn: group('999999999999') });
    const { filters } = await gather();
    expect(filters).toMatchObject({
      causes: [{ detail: expect.stringContaining('another account') }],
    });
    expect(logs.calls()).toHaveLength(0);
  });

  it('does not take it that a trail of the organization has no log group where none is shown', async () => {
    const { CloudWatchLogsLogGroupArn: _, ...without } = trail;
    trailsAre({ ...without, TrailARN: 'arn:aws:cloudtrail:eu-west-1:999999999999:trail/all' });
    const { filters } = await gather();
    expect(filters).toMatchObject({ known: false });
  });

  it('takes a log group that is no more for one without filters', async () => {
    logs.on(DescribeMetricFiltersCommand).rejects(fault('ResourceNotFoundException'));
    expect((await gather()).filters).toMatchObject({ known: true, value: [] });
  });

  it('reads every page of filters, and none where a page is missing', async () => {
    logs
      .on(DescribeMetricFiltersCommand)
      .resolves(answer({ metricFilters: [filter], nextToken: 't' }))
      .on(DescribeMetricFiltersCommand, { nextToken: 't' })
      .resolves(answer({ metricFilters: [{ ...filter, filterName: 'other' }] }));
    expect((await gather()).filters).toMatchObject({
      value: [{ name: 'root' }, { name: 'other' }],
    });
    logs
      .on(DescribeMetricFiltersCommand, { nextToken: 't' })
      .rejects(fault('AccessDeniedException'));
    expect((await gather()).filters).toMatchObject({ causes: [{ reason: 'denied' }] });
  });

  it('keeps a filter whose pattern it cannot read, and reads no other for it', async () => {
    filtersAre(
      { ...filter, filterPattern: '{ $.eventName ~ x }' },
      { ...filter, filterName: 'other' },
    );
    const { filters } = await gather();
    if (!filters.known) throw new Error('the filters are known');
    expect(filters.value.map(({ pattern }) => Observed.open(pattern).known)).toEqual([false, true]);
  });

  it('counts no filter of some accounts alone, and no metric with dimensions', async () => {
    filtersAre(
      { ...filter, fieldSelectionCriteria: '@aws.account IN ["111122223333"]' },
      {
        ...filter,
        filterName: 'split',
        metricTransformations: [
          {
            metricName: 'Root',
            metricNamespace: 'Trail',
            metricValue: '1',
            dimensions: { Who: '$.a' },
          },
        ],
      },
    );
    const { filters } = await gather();
    if (!filters.known) throw new Error('the filters are known');
    const [some, split] = filters.value;
    expect(some && Observed.open(some.pattern)).toMatchObject({ value: null });
    expect(split && Observed.open(split.metrics)).toMatchObject({
      value: [{ hasDimensions: true }],
    });
  });

  it('finds the metric of an alarm by itself or within an expression, and none that has dimensions', async () => {
    const metric = (Dimensions: { Name: string; Value: string }[]) => ({
      MetricName: 'Root',
      Namespace: 'Trail',
      Dimensions,
    });
    const query = { Id: 'm', MetricStat: { Metric: metric([]), Period: 300, Stat: 'Sum' } };
    cloudwatch.on(DescribeAlarmsCommand).resolves(
      answer({
        MetricAlarms: [
          { ...alarm('plain'), ...metric([]) },
          { ...alarm('math'), Metrics: [query, { Id: 'e', Expression: 'm * 2' }] },
          { ...alarm('dimension'), ...metric([{ Name: 'Who', Value: 'ines' }]) },
          { ...alarm('half'), MetricName: 'Root' },
        ],
      }),
    );
    const { watch } = await gather();
    const metrics = watch.alarmsIn('eu-west-1').items.map((each) => Observed.open(each.metrics));
    const root = [{ namespace: 'Trail', name: 'Root' }];
    expect(metrics).toMatchObject([
      { value: root },
      { value: root },
      { value: [] },
      { known: false },
    ]);
  });

  it('takes a topic that is no more for one without subscribers, and a denial for neither', async () => {
    sns.on(ListSubscriptionsByTopicCommand).rejects(fault('NotFoundException'));
    const gone = await gather();
    expect(Observed.open(gone.watch.subscribers.of({ arn: topic }))).toMatchObject({ value: [] });
    sns.on(ListSubscriptionsByTopicCommand).rejects(fault('AuthorizationErrorException'));
    const denied = await gather();
    expect(Observed.open(denied.watch.subscribers.of({ arn: topic }))).toMatchObject({
      known: false,
    });
  });
});
