import {
  CreateEventBusCommand,
  EventBridgeClient,
  PutPermissionCommand,
} from '@aws-sdk/client-eventbridge';
import * as sdk from '@aws-sdk/client-eventbridge';
import { eventbridge as service } from '../../src/collectors/eventbridge/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';

const BUSES = [
  {
    name: 'nwh-port-events',
    region: HOME,
    allow: {
      Principal: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-nwh1234567' } },
    },
    open: false,
  },
  { name: 'nwh-partner-events', region: SECOND, allow: { Principal: '*' }, open: true },
  { name: 'nwh-drafts', region: US, allow: undefined, open: false },
] as const;

async function plant(site: Site): Promise<void> {
  for (const { name, region, allow, open } of BUSES) {
    const events = site.client(EventBridgeClient, region, 130);
    const arn = `arn:aws:events:${region}:${ACCOUNT_ID}:event-bus/${name}`;
    await events.send(new CreateEventBusCommand({ Name: name }));
    if (allow) {
      const statement = { Sid: 'Send', Effect: 'Allow', Action: 'events:PutEvents', Resource: arn };
      const Policy = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ ...statement, ...allow }],
      });
      await events.send(new PutPermissionCommand({ EventBusName: name, Policy }));
    }
    site.expect('eventbridge-bus-not-public', arn, open ? 'fail' : 'pass');
    site.expect('eventbridge-bus-policy-attached', arn, allow ? 'pass' : 'fail');
  }
}

export default emulate({ service, sdk, Client: EventBridgeClient, plant });
