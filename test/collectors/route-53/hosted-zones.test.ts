import {
  ListHostedZonesCommand,
  ListQueryLoggingConfigsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { hostedZones, zonesThatLog } from '../../../src/collectors/route-53/hosted-zones.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(Route53Client);

beforeEach(() => {
  client.reset();
});

it.each([
  ['{ "Config": { "PrivateZone": true } }', { value: true }],
  ['{ "Config": { "PrivateZone": false } }', { value: false }],
  ['{}', { causes: [{ reason: 'failed' }] }],
])('%s tells who asks a zone', async (rest, state) => {
  const zone = { Id: '/hostedzone/Z1', Name: 'harbour.example.' };
  client
    .on(ListHostedZonesCommand)
    .resolves(answer({ HostedZones: [{ ...zone, ...JSON.parse(rest) }], IsTruncated: false }));
  const { value } = await gatherFrom(hostedZones);
  const [first] = value.items;
  if (!first) throw new Error('no zone was listed');
  expect(first.arn).toBe('arn:aws:route53:::hostedzone/Z1');
  expect(Observed.open(first.isPrivate)).toMatchObject(state);
});

it('lists what logs, and says where it may not', async () => {
  client
    .on(ListQueryLoggingConfigsCommand)
    .resolvesOnce(
      answer({
        QueryLoggingConfigs: [
          { Id: '1', HostedZoneId: 'Z1', CloudWatchLogsLogGroupArn: 'arn:aws:logs:x' },
        ],
      }),
    )
    .rejects(fault('AccessDenied'));
  expect((await gatherFrom(zonesThatLog)).value.items).toEqual(['Z1']);
  expect((await gatherFrom(zonesThatLog)).value.gaps).toMatchObject([{ reason: 'denied' }]);
});
