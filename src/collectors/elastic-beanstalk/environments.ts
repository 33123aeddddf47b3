/** Environments of Elastic Beanstalk, and what was set for each. */
import type { ConfigurationSettingsDescription } from '@aws-sdk/client-elastic-beanstalk';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { type PerResource, perResource } from '../../collect/per-resource.ts';
import { type Cause, type Listing, Observed, type Source } from '../../observe/observed.ts';
import { type Group, groups } from '../auto-scaling/groups.ts';
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

/**
 * Without a number of records to a page the answer holds all of them, but AWS leaves out, without a word, those that the
 * caller may not see: API reference, "DescribeEnvironments". Every environment has an Auto Scaling group, and one that is
 * tagged with the name of an environment which is not listed shows that something was kept back.
 */
export const environments = defineCollector({
  id: 'elastic-beanstalk.environments',
  service: 'elastic-beanstalk',
  scope: 'regional',
  recordedAs: ['AWS::ElasticBeanstalk::Environment'],
  calls: [DescribeEnvironments],
  needs: { groups },
  gather: async (aws, given): Promise<Listing<Environment>> => {
    const shown = new Set<string>();
    const listing = await aws.list(
      DescribeEnvironments,
      { IncludeDeleted: false },
      'Environments',
      (environment, { must }): Environment | readonly Environment[] => {
        const name = must(environment, 'EnvironmentName');
        const status = must(environment, 'Status');
        shown.add(name);
        if (status === 'Terminating' || status === 'Terminated') return [];
        return {
          arn: must(environment, 'EnvironmentArn'),
          type: 'AWS::ElasticBeanstalk::Environment',
          name,
          region: aws.region,
          application: must(environment, 'ApplicationName'),
        };
      },
    );
    const kept = keptBack(given.groups, shown, listing.sources);
    return { ...listing, gaps: [...listing.gaps, ...kept] };
  },
});

/** What the Auto Scaling groups know of environments and the list does not, or why they cannot tell. */
function keptBack(
  { items, gaps }: Listing<Group>,
  shown: ReadonlySet<string>,
  sources: readonly Source[],
): readonly Cause[] {
  const causes = items.flatMap(({ environment }): readonly Cause[] => {
    const name = Observed.open(environment);
    if (!name.known) return name.causes;
    if (name.value === null || shown.has(name.value)) return [];
    const detail = `an Auto Scaling group is of the environment ${name.value}, which AWS does not list for this identity`;
    return sources.map((source) => ({ reason: 'denied', detail, source, spoilt: true }));
  });
  return [...gaps, ...causes];
}

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

/** An answer holds every option of the environment, those that have their default too: one that is not there says nothing. */
function valueOf(
  settings: ConfigurationSettingsDescription,
  option: OptionName,
  members: Members,
): string {
  const set = members
    .must(settings, 'OptionSettings')
    .find(({ Namespace, OptionName }) => optionOf(Namespace, OptionName) === option);
  if (set === undefined) return members.unusable(`the settings do not tell the option ${option}`);
  return oneOf(members.must(set, 'Value'), options[option].values, members);
}
