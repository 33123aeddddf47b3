import * as sdk from '@aws-sdk/client-elastic-beanstalk';
import { z } from 'zod';
import { elasticBeanstalk as service } from '../../src/collectors/elastic-beanstalk/service.ts';
import { failure, success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND } from '../site.ts';
import type { Site } from '../site.ts';

/** Moto has environments without their configuration. */
const state = z.strictObject({
  environments: z
    .array(
      z.strictObject({
        name: z.string(),
        health: z.enum(['basic', 'enhanced']),
        takesUpdates: z.boolean(),
        streamsLogs: z.boolean(),
      }),
    )
    .default([]),
});

const APPLICATION = 'nwh-tracking';

/** The environment that customers use is looked after; the one of a trial is not. */
async function plant(site: Site): Promise<void> {
  await site.set(
    'state',
    elasticBeanstalk.state({
      [HOME]: {
        environments: [
          { name: 'nwh-tracking-live', health: 'enhanced', takesUpdates: true, streamsLogs: true },
        ],
      },
      [SECOND]: {
        environments: [
          { name: 'nwh-tracking-trial', health: 'basic', takesUpdates: false, streamsLogs: false },
        ],
      },
    }),
  );
  for (const check of ['enhanced-health', 'managed-updates', 'logs-streamed']) {
    site.expect(`elasticbeanstalk-${check}`, 'nwh-tracking-live', 'pass');
    site.expect(`elasticbeanstalk-${check}`, 'nwh-tracking-trial', 'fail');
  }
}

function option(namespace: string, name: string, value: string | boolean): string {
  return (
    `<member><Namespace>aws:elasticbeanstalk:${namespace}</Namespace>` +
    `<OptionName>${name}</OptionName><Value>${value}</Value></member>`
  );
}

const elasticBeanstalk = emulate({
  service,
  sdk,
  Client: sdk.ElasticBeanstalkClient,
  state,
  answers: {
    DescribeEnvironments: (request, { environments }) => {
      const arn = `arn:aws:elasticbeanstalk:${request.region}:${ACCOUNT_ID}:environment/${APPLICATION}`;
      const each = environments.map(
        ({ name }) =>
          `<member><EnvironmentName>${name}</EnvironmentName><ApplicationName>${APPLICATION}</ApplicationName>` +
          `<Status>Ready</Status><EnvironmentArn>${arn}/${name}</EnvironmentArn></member>`,
      );
      return success(request, `<Environments>${each.join('')}</Environments>`);
    },
    DescribeConfigurationSettings: (request, { environments }) => {
      const asked = new URLSearchParams(request.body.toString()).get('EnvironmentName') ?? '';
      const found = environments.find(({ name }) => name === asked);
      if (!found) {
        const message = `No Environment found for EnvironmentName = '${asked}'.`;
        return failure(request, { code: 'InvalidParameterValue', message, status: 400 });
      }
      const settings = [
        option('healthreporting:system', 'SystemType', found.health),
        option('managedactions', 'ManagedActionsEnabled', found.takesUpdates),
        option('cloudwatch:logs', 'StreamLogs', found.streamsLogs),
        option('application:environment', 'DB_PASSWORD', 'planted-only-here'),
      ];
      return success(
        request,
        '<ConfigurationSettings><member><DeploymentStatus>deployed</DeploymentStatus>' +
          `<ApplicationName>${APPLICATION}</ApplicationName><EnvironmentName>${asked}</EnvironmentName>` +
          `<OptionSettings>${settings.join('')}</OptionSettings></member></ConfigurationSettings>`,
      );
    },
  },
  plant,
});
export default elasticBeanstalk;
