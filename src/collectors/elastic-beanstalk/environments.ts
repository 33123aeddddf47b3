/** Environments of Elastic Beanstalk, and what was set for each. */
import type { ConfigurationSettingsDescription } from '@aws-sdk/client-elastic-beanstalk';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { type PerResource, perResource } from '../../collect/per-resource.ts';
import type { Observed } from '../../observe/observed.ts';
import { DescribeConfigurationSettings, DescribeEnvironments } from './operations.ts';
import { type OptionName, optionOf, options } from './options.ts';

export interface Environment extends Resource {
  readonly application: string;
}

export interface EnvironmentSettings {
  readonly reportsEnhancedHealth: Observed<boolean>;
  readonly updatesPlatform: Observed<boolean>;
  readonly streamsLogs: Observed<boolean>;
}

/** Without a number of records to a page the answer holds all of them. */
export const environments = defineCollector({
  id: 'elastic-beanstalk.environments',
  service: 'elastic-beanstalk',
  scope: 'regional',
  calls: [DescribeEnvironments],
  gather: (aws) =>
    aws.list(
      DescribeEnvironments,
      { IncludeDeleted: false },
      'Environments',
      (environment, { must }): Environment | readonly Environment[] => {
        const status = must(environment, 'Status');
        if (status === 'Terminating' || status === 'Terminated') return [];
        return {
          arn: must(environment, 'EnvironmentArn'),
          type: 'AWS::ElasticBeanstalk::Environment',
          name: must(environment, 'EnvironmentName'),
          region: aws.region,
          application: must(environment, 'ApplicationName'),
        };
      },
    ),
});

export const environmentSettings = defineCollector({
  id: 'elastic-beanstalk.environment-settings',
  service: 'elastic-beanstalk',
  scope: 'regional',
  calls: [DescribeConfigurationSettings],
  needs: { environments },
  gather: (aws, given): Promise<PerResource<EnvironmentSettings>> =>
    perResource(given.environments.items, ({ application, name }) =>
      aws.get(
        DescribeConfigurationSettings,
        { ApplicationName: application, EnvironmentName: name },
        (answer, members): EnvironmentSettings => {
          const deployed = deployedOf(members.must(answer, 'ConfigurationSettings'), members);
          const has = (option: OptionName, value: string) =>
            members.observe(() => valueOf(deployed, option, members) === value);
          return {
            reportsEnhancedHealth: has('SystemType', 'enhanced'),
            updatesPlatform: has('ManagedActionsEnabled', 'true'),
            streamsLogs: has('StreamLogs', 'true'),
          };
        },
      ),
    ),
});

/** Beside what is deployed there may be a draft: API reference, "DescribeConfigurationSettings". */
function deployedOf(
  settings: readonly ConfigurationSettingsDescription[],
  members: Members,
): ConfigurationSettingsDescription {
  const states = ['deployed', 'failed', 'pending'] as const;
  const deployed = settings.find(
    (each) => oneOf(members.must(each, 'DeploymentStatus'), states, members) === 'deployed',
  );
  return deployed ?? members.unusable('none of the settings is deployed');
}

/** Where the option is not among the settings its default holds: developer guide, "General options for all environments". */
function valueOf(
  settings: ConfigurationSettingsDescription,
  option: OptionName,
  members: Members,
): string {
  const { byDefault, values } = options[option];
  const set = members
    .must(settings, 'OptionSettings')
    .find(({ Namespace, OptionName }) => optionOf(Namespace, OptionName) === option);
  return set === undefined ? byDefault : oneOf(members.must(set, 'Value'), values, members);
}
