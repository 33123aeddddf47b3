import {
  type ConfigurationOptionSetting,
  DescribeConfigurationSettingsCommand,
  DescribeEnvironmentsCommand,
  ElasticBeanstalkClient,
  type EnvironmentDescription,
} from '@aws-sdk/client-elastic-beanstalk';
import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  environments,
  environmentSettings,
} from '../../../src/collectors/elastic-beanstalk/environments.ts';
import { DescribeConfigurationSettings } from '../../../src/collectors/elastic-beanstalk/operations.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(ElasticBeanstalkClient);
const scaling = mockClient(AutoScalingClient);

beforeEach(() => {
  client.reset();
  scaling.reset();
  scaling.on(DescribeAutoScalingGroupsCommand).resolves(answer({ AutoScalingGroups: [] }));
});

const arn = 'arn:aws:elasticbeanstalk:eu-west-1:111122223333:environment/shop/live';

function environment(name: string, Status: EnvironmentDescription['Status'] = 'Ready') {
  const EnvironmentArn = arn.replace('live', name);
  return { EnvironmentName: name, ApplicationName: 'shop', EnvironmentArn, Status };
}

const health = 'aws:elasticbeanstalk:healthreporting:system';
const updates = 'aws:elasticbeanstalk:managedactions';
const logs = 'aws:elasticbeanstalk:cloudwatch:logs';

function option(Namespace: string, OptionName: string, Value: string): ConfigurationOptionSetting {
  return { Namespace, OptionName, Value };
}

const good = [
  option(health, 'SystemType', 'enhanced'),
  option(updates, 'ManagedActionsEnabled', 'true'),
  option(logs, 'StreamLogs', 'true'),
];

/** The settings of the one environment, after what the call answers. */
async function settingsWith(sets: readonly object[]) {
  client
    .on(DescribeEnvironmentsCommand)
    .resolves(answer({ Environments: [environment('live')] }))
    .on(DescribeConfigurationSettingsCommand)
    .resolves(answer({ ConfigurationSettings: [...sets] }));
  const { value } = await gatherFrom(environmentSettings);
  const state = Observed.open(value.of({ arn }));
  if (!state.known) return 'unknown';
  const { reportsEnhancedHealth, updatesPlatform, streamsLogs } = state.value;
  return [reportsEnhancedHealth, updatesPlatform, streamsLogs].map((each) => {
    const one = Observed.open(each);
    return one.known ? one.value : 'unknown';
  });
}

describe('environments', () => {
  it('are those of every page, without those that are on their way out', async () => {
    client
      .on(DescribeEnvironmentsCommand)
      .resolves(
        answer({
          Environments: [environment('one'), environment('two', 'Terminating')],
          NextToken: 'more',
        }),
      )
      .on(DescribeEnvironmentsCommand, { NextToken: 'more' })
      .resolves(answer({ Environments: [environment('three')] }));
    const { value } = await gatherFrom(environments);
    expect(value.items.map(({ name }) => name)).toEqual(['one', 'three']);
  });
});

/** An Auto Scaling group of an environment of that name. */
function groupOf(Value: string) {
  return {
    AutoScalingGroupARN: `arn:aws:autoscaling:eu-west-1:1:${Value}`,
    AutoScalingGroupName: Value,
    MinSize: 1,
    MaxSize: 1,
    DesiredCapacity: 1,
    DefaultCooldown: 300,
    AvailabilityZones: ['eu-west-1a'],
    HealthCheckType: 'EC2',
    CreatedTime: new Date(0),
    Tags: [{ Key: 'elasticbeanstalk:environment-name', Value }],
  };
}

describe('environments that AWS does not list for the identity', () => {
  it('are a gap where an Auto Scaling group is of one', async () => {
    client.on(DescribeEnvironmentsCommand).resolves(answer({ Environments: [] }));
    scaling
      .on(DescribeAutoScalingGroupsCommand)
      .resolves(answer({ AutoScalingGroups: [groupOf('live')] }));
    const { value } = await gatherFrom(environments);
    expect(value.items).toEqual([]);
    expect(value.gaps).toMatchObject([
      { reason: 'denied', source: { operation: 'DescribeEnvironments' } },
    ]);
    expect(value.gaps[0]?.detail).toContain('the environment live');
  });

  it('are none where each group is of one that is listed, or of none', async () => {
    const Environments = [environment('live'), environment('old', 'Terminating')];
    client.on(DescribeEnvironmentsCommand).resolves(answer({ Environments }));
    const AutoScalingGroups = [groupOf('live'), groupOf('old'), { ...groupOf('x'), Tags: [] }];
    scaling.on(DescribeAutoScalingGroupsCommand).resolves(answer({ AutoScalingGroups }));
    expect((await gatherFrom(environments)).value.gaps).toEqual([]);
  });

  it('may be there where the groups could not be read', async () => {
    client.on(DescribeEnvironmentsCommand).resolves(answer({ Environments: [] }));
    scaling.on(DescribeAutoScalingGroupsCommand).rejects(fault('AccessDenied'));
    expect((await gatherFrom(environments)).value.gaps).toMatchObject([
      { reason: 'denied', source: { operation: 'DescribeAutoScalingGroups' } },
    ]);
  });
});

describe('settings of an environment', () => {
  it('are those that are deployed, and not those of a draft', async () => {
    const draft = { DeploymentStatus: 'pending', OptionSettings: [] };
    const deployed = { DeploymentStatus: 'deployed', OptionSettings: good };
    expect(await settingsWith([draft, deployed])).toEqual([true, true, true]);
  });

  it('are not known where an option is not among them', async () => {
    const deployed = { DeploymentStatus: 'deployed', OptionSettings: [] };
    expect(await settingsWith([deployed])).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('are of one namespace: a like name in another says nothing', async () => {
    const OptionSettings = [option('aws:elasticbeanstalk:application', 'StreamLogs', 'true')];
    const deployed = { DeploymentStatus: 'deployed', OptionSettings };
    expect(await settingsWith([deployed])).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('with a value that is unheard of are not known, each by itself', async () => {
    const OptionSettings = [...good.slice(1), option(health, 'SystemType', 'deep')];
    const deployed = { DeploymentStatus: 'deployed', OptionSettings };
    expect(await settingsWith([deployed])).toEqual(['unknown', true, true]);
  });

  it('are not known where only a draft is told', async () => {
    expect(await settingsWith([{ DeploymentStatus: 'failed', OptionSettings: good }])).toBe(
      'unknown',
    );
  });

  it('of one that is gone say so', async () => {
    client
      .on(DescribeEnvironmentsCommand)
      .resolves(answer({ Environments: [environment('live')] }))
      .on(DescribeConfigurationSettingsCommand)
      .rejects(fault('InvalidParameterValue'));
    const { value } = await gatherFrom(environmentSettings);
    expect([...(value.gone ?? new Map<string, unknown>()).keys()]).toEqual([arn]);
  });

  it('K11 leave out the values of what is not read: variables and passwords', () => {
    const kept = DescribeConfigurationSettings.redact?.(
      answer({
        ConfigurationSettings: [
          {
            OptionSettings: [
              option('aws:elasticbeanstalk:application:environment', 'DB_PASSWORD', 'hunter2'),
              option('aws:rds:dbinstance', 'DBPassword', 'hunter2'),
              ...good,
            ],
          },
        ],
      }),
    );
    expect(JSON.stringify(kept)).not.toContain('hunter2');
    expect(JSON.stringify(kept)).toContain('enhanced');
  });
});
