import * as sdk from '@aws-sdk/client-route-53';
import { z } from 'zod';
import { route53 as service } from '../../src/collectors/route-53/service.ts';
import { text } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, must, US } from '../site.ts';
import type { Site } from '../site.ts';

const state = z.strictObject({ logging: z.array(z.string()).default([]) });

/** Moto wants a log group for the logs of queries, which would be judged: what logs is canned. */
async function plant(site: Site): Promise<void> {
  const route53 = site.client(sdk.Route53Client, US, 200);
  const idOf = async (Name: string) => {
    const made = await route53.send(
      new sdk.CreateHostedZoneCommand({ Name, CallerReference: Name }),
    );
    return must(made.HostedZone?.Id, 'Id').replace('/hostedzone/', '');
  };
  const logging = await idOf('northwind-harbour.example');
  const silent = await idOf('tides.example');
  await site.set('state', route53Service.state({ [US]: { logging: [logging] } }));
  site.expect('route53-zone-query-logging', arnOf(logging), 'pass');
  site.expect('route53-zone-query-logging', arnOf(silent), 'fail');
}

function arnOf(id: string): string {
  return `arn:aws:route53:::hostedzone/${id}`;
}

const route53Service = emulate({
  service,
  sdk,
  Client: sdk.Route53Client,
  state,
  answers: {
    ListQueryLoggingConfigs: (_request, { logging }) => {
      const configs = logging.map(
        (id) => `<QueryLoggingConfig>
          <Id>${id.toLowerCase()}</Id>
          <HostedZoneId>${id}</HostedZoneId>
          <CloudWatchLogsLogGroupArn>arn:aws:logs:us-east-1:${ACCOUNT_ID}:log-group:/aws/route53/queries</CloudWatchLogsLogGroupArn>
        </QueryLoggingConfig>`,
      );
      return text(
        200,
        'text/xml',
        `<ListQueryLoggingConfigsResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
          <QueryLoggingConfigs>${configs.join('')}</QueryLoggingConfigs>
        </ListQueryLoggingConfigsResponse>`,
      );
    },
  },
  plant,
});
export default route53Service;
