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
  client
    .on(ListHostedZonesCommand)
    .resolves(answer({ HostedZones: [{ ...zone, ...JSON.parse(rest) }], IsTruncated: false }));
  const { value } = await gatherFrom(hostedZones);
  const [first] = value.items;
  if (!first) throw new Error('no zone was listed');
  expect(first.arn).toBe('arn:aws:route53:::hostedzone/Z1');
  expect(Observed.open(first.isPrivate)).toMatchObject(state);
});

const zone = { Id: '/hostedzone/Z1', Name: 'harbour.example.', CallerReference: '1' };

it('does not ask what logs where there is no zone', async () => {
  client.on(ListHostedZonesCommand).resolves(answer({ HostedZones: [], IsTruncated: false }));
  expect((await gatherFrom(zonesThatLog)).value).toMatchObject({ items: [], gaps: [] });
  expect(client.commandCalls(ListQueryLoggingConfigsCommand)).toEqual([]);
});

it('lists the zones of every page', async () => {
  client
    .on(ListHostedZonesCommand)
    .resolvesOnce(answer({ HostedZones: [zone], IsTruncated: true, NextMarker: 'Z2' }))
    .resolvesOnce(answer({ HostedZones: [{ ...zone, Id: '/hostedzone/Z2' }], IsTruncated: false }));
  const { value } = await gatherFrom(hostedZones);
  expect(value.items.map(({ id }) => id)).toEqual(['Z1', 'Z2']);
  expect(client.commandCalls(ListHostedZonesCommand)[1]?.args[0].input.Marker).toBe('Z2');
});

it('lists what logs, and says where it may not', async () => {
  client.on(ListHostedZonesCommand).resolves(answer({ HostedZones: [zone], IsTruncated: false }));
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
