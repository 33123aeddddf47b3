/** Runs one collector as the engine does, over whatever the SDK's clients are made to answer. */
import { createCaller } from '../../src/aws/caller.ts';
import type { Place } from '../../src/aws/reads.ts';
import { connect } from '../../src/aws/live/connection.ts';
import { createLedger, type Ledger } from '../../src/aws/evidence/ledger.ts';
import { liveTransport } from '../../src/aws/live/live.ts';
import { type Collector, collectorOf, type Gathered } from '../../src/collect/collector.ts';
import { collect } from '../../src/collect/collect.ts';
import { Observed } from '../../src/observe/observed.ts';
import { account, now } from './check-tester.ts';
import { holdClock } from './held-clock.ts';

export interface GatherOptions {
  readonly regions?: readonly string[];
  readonly partition?: string;
  readonly regionStates?: Place['regionStates'];
  readonly params?: Place['params'];
}

export interface GatherResult<T> {
  /** What the collector gave, in its only place or in the first Region. */
  readonly value: T;
  readonly gathered: Gathered;
  readonly ledger: Ledger;
}

/**
 * Gathers a collector and all that it needs, with the real caller, dispatcher and transport. Make the answers with
 * `mockClient` of aws-sdk-client-mock, which replaces `send` of every client of a class.
 */
export async function gatherFrom<T>(
  collector: Collector<T>,
  options: GatherOptions = {},
): Promise<GatherResult<T>> {
  const regions = options.regions ?? ['eu-west-1'];
  const { signal } = new AbortController();
  const credentials = () =>
    Promise.resolve({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' });
  const connection = connect({ credentials });
  const onHopeless = () => undefined;
  // Nobody waits for what AWS's rates and reports take.
  const clock = holdClock();
  const transport = liveTransport({ connection, share: 1, clock, signal, onHopeless });
  const ledger = createLedger();
  const caller = createCaller({ transport, ledger, homeRegion: 'us-east-1' });
  const place = {
    account,
    partition: options.partition ?? 'aws',
    regions,
    now,
    params: options.params ?? {},
    regionStates:
      options.regionStates ??
      Observed.known(regions.map((region) => ({ region, enabled: true, state: 'opted-in' }))),
  };
  const needed = withNeeds(collector);
  const gathered = await clock.during(collect(needed, caller, place));
  const where = collector.scope === 'global' ? 'global' : (regions[0] ?? 'eu-west-1');
  return { value: gathered.get(collector, where), gathered, ledger };
}

/** The collector after all that it needs. */
function withNeeds(collector: Collector<unknown>): readonly Collector<unknown>[] {
  const found = new Set<Collector<unknown>>();
  const add = (each: Collector<unknown>) => {
    for (const need of Object.values(each.needs)) add(collectorOf(need));
    found.add(each);
  };
  add(collector);
  return [...found];
}
