/** What is left out of a scan of the active Regions, and what may still be said then. */
import { describe, expect, it } from 'vitest';
import { type Caller, createCaller } from '../../src/aws/caller.ts';
import { createLedger } from '../../src/aws/evidence/ledger.ts';
import { collect } from '../../src/collect/collect.ts';
import { defineCollector, everyRegion, scannedRegions } from '../../src/collect/collector.ts';
import type { Leaving } from '../../src/collect/leaving.ts';
import { CannotTell, Observed, startReading } from '../../src/observe/observed.ts';
import { scripted } from '../support/fake-aws.ts';

const regionsCall = { id: 'r1', service: 'account', operation: 'ListRegions', region: 'us-east-1' };
const place = {
  account: '111122223333',
  partition: 'aws',
  regions: ['eu-west-1', 'us-east-1'],
  now: new Date('2026-11-22T12:00:00Z'),
  regionStates: Observed.known(
    [
      { region: 'eu-west-1', enabled: true, state: 'ENABLED' },
      { region: 'us-east-1', enabled: true, state: 'ENABLED' },
    ],
    { ...regionsCall, regional: false },
  ),
  params: {},
};
const common = { service: 'sqs', scope: 'regional', calls: [] } as const;
const count = {
  id: 'count',
  service: 'config',
  operation: 'GetDiscoveredResourceCounts',
  region: 'eu-west-1',
  regional: true,
};

const told = defineCollector({
  ...common,
  id: 'config.told',
  gather: ({ region }) => {
    if (region === 'eu-west-1') return new Set(['AWS::SQS::Queue'] as const);
    throw new CannotTell([]);
  },
});
const leaving: Leaving<ReadonlySet<'AWS::SQS::Queue'>> = {
  by: told,
  absent: (types) => ({ types, sources: [count] }),
};
const queues = defineCollector({
  ...common,
  id: 'sqs.queues',
  recordedAs: ['AWS::SQS::Queue'],
  gather: ({ region }) => region,
});
const ofBoth = defineCollector({
  ...common,
  id: 'opensearch.domains',
  recordedAs: ['AWS::SQS::Queue', 'AWS::SNS::Topic'],
  gather: ({ region }) => region,
});
const settings = defineCollector({ ...common, id: 'sqs.settings', gather: ({ region }) => region });
const attributes = defineCollector({
  ...common,
  id: 'sqs.attributes',
  needs: { queues },
  gather: (_, given) => given.queues,
});
const anywhere = defineCollector({
  ...common,
  id: 'sqs.anywhere',
  scope: 'global',
  needs: { queues: everyRegion(queues), settings: everyRegion(settings) },
  gather: (_, given) => given,
});
const joined = defineCollector({
  ...common,
  id: 'sqs.joined',
  scope: 'global',
  needs: { queues: scannedRegions(queues) },
  gather: (_, given) => [...given.queues.keys()],
});
const all = [told, queues, ofBoth, settings, attributes, anywhere, joined];

function callerOf(): Caller {
  return createCaller({ transport: scripted({}), ledger: createLedger(), homeRegion: 'x' });
}

describe('what is known not to be there', () => {
  const gathered = () => collect(all, callerOf(), place, undefined, leaving);

  it('is not asked for, nor what rests on it; every other collector is', async () => {
    const found = await gathered();
    const where = (collector: (typeof all)[number]) => [...found.leftOut(collector)];
    expect(where(queues)).toEqual([['eu-west-1', [count]]]);
    expect(where(attributes)).toEqual([['eu-west-1', [count]]]);
    for (const kept of [told, ofBoth, settings, anywhere]) expect(where(kept), kept.id).toEqual([]);
    expect([...found.everyRegion(queues).keys()]).toEqual(['us-east-1']);
    expect([...found.everyRegion(attributes)]).toEqual([['us-east-1', 'us-east-1']]);
    expect(() => found.get(queues, 'eu-west-1')).toThrow('was not gathered in eu-west-1');
    expect(found.get(joined, 'global')).toEqual(['us-east-1']);
  });

  it('is nowhere in the account for nobody, while what was read everywhere still is', async () => {
    const { queues: some, settings: set } = (await gathered()).get(anywhere, 'global');
    const { read } = startReading();
    expect(some.some(read, (region) => region === 'us-east-1')).toBe(true);
    expect(() => some.some(read, () => false)).toThrow(CannotTell);
    expect(set.some(read, () => false)).toBe(false);
  });

  it('is asked for where nobody was told to leave anything out', async () => {
    const found = await collect(all, callerOf(), place);
    expect([...found.everyRegion(queues).keys()]).toEqual(['eu-west-1', 'us-east-1']);
  });
});
