/** What stands between events and people, for tests: each part is whole unless it says otherwise. */
import { z } from 'zod';
import type { CheckInfo } from '../../src/judge/check.ts';
import type { MetricAlarmFacts } from '../../src/collectors/cloudwatch/alarms.ts';
import { parseFilterPattern } from '../../src/reasoning/alarms/filter-pattern.ts';
import type {
  Alarm,
  MetricFilter,
  Subscription,
  Watch,
  WatchedTrail,
} from '../../src/reasoning/alarms/watch.ts';
import type { Listing, Observed } from '../../src/observe/observed.ts';
import { theAccount } from './account.ts';
import { recordingWith } from './cloudtrail.ts';
import { everyone, known, listing, unreadable } from './observe.ts';

const region = 'eu-west-1';
export const topic = `arn:aws:sns:${region}:111122223333:security`;
const metric = { namespace: 'Trail', name: 'Wanted' };

export function filterWith(pattern: string, fields: Partial<MetricFilter> = {}): MetricFilter {
  return {
    name: 'wanted',
    region,
    pattern: known(parseFilterPattern(pattern)),
    metrics: known([{ ...metric, hasDimensions: false }]),
    ...fields,
  };
}

export function alarmWith(fields: Partial<Alarm> = {}): Alarm {
  return {
    name: 'wanted-alarm',
    metrics: known([metric]),
    actionsEnabled: known(true),
    alarmActions: known([topic]),
    ...fields,
  };
}

export function watchedTrail(
  filters: readonly MetricFilter[],
  fields: Partial<WatchedTrail> = {},
): WatchedTrail {
  const { logGroup } = recordingWith();
  return { ...recordingWith(), logGroup, filters: known(filters), ...fields };
}

export function watchWith(
  trails: Listing<WatchedTrail>,
  alarms: Listing<Alarm> = listing(alarmWith()),
  subscribers: Observed<readonly Subscription[]> = known([{ isConfirmed: true }]),
): Watch {
  return { trails, alarmsIn: () => alarms, subscribers: everyone(subscribers) };
}

/** A trail whose log group has filters with these patterns, and all behind them is whole. */
export function given(...patterns: readonly string[]) {
  const filters = patterns.map((pattern) => filterWith(pattern));
  return { watch: watchWith(listing(watchedTrail(filters))) };
}

const resource = theAccount({});

/** A case of a filter with this pattern. */
export function filtered(name: string, pattern: string, ...reasons: readonly (string | RegExp)[]) {
  return { name, resource, given: given(pattern), reasons };
}

/** What all the checks of this kind say of an account whose filters may not be read, and of one without any. */
export const unread = {
  name: 'the metric filters may not be read',
  resource,
  given: { watch: watchWith(listing(watchedTrail([], { filters: unreadable() }))) },
};
export const unfiltered = {
  name: 'the log group of the trail has no metric filter',
  resource,
  given: given(),
  reasons: ['no metric filter of log group audit'],
};

/** The pattern that the page of a check tells people to write. */
export function patternOnPage({ remedy }: Pick<CheckInfo, 'remedy'>): string {
  const [, text = ''] = /pattern +=( .*)/.exec(remedy?.terraform ?? '') ?? [];
  return z.string().parse(JSON.parse(text));
}

/** An alarm as a resource of its own. */
export function metricAlarm(fields: Partial<MetricAlarmFacts> = {}): MetricAlarmFacts {
  return {
    ...alarmWith(),
    arn: `arn:aws:cloudwatch:${region}:111122223333:alarm:wanted-alarm`,
    type: 'AWS::CloudWatch::Alarm',
    region,
    okActions: known([]),
    missingDataActions: known([]),
    ...fields,
  };
}
