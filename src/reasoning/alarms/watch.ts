/** What stands between an event of CloudTrail and the people who are told of it: trail, log group, filter, alarm, topic. */
import { lookupBy } from '../../collect/lookup.ts';
import type { Listing, Observed } from '../../observe/observed.ts';
import type { ByResource } from '../by-resource.ts';
import type { RecordingTrail } from '../trails.ts';
import type { FilterPattern } from './filter-pattern.ts';

/** A metric as filters and alarms name it. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
}

/** A metric filter of the log group of a trail. */
export interface MetricFilter {
  readonly name: string;
  readonly region: string;
  /** Null where it does not compare fields. */
  readonly pattern: Observed<FilterPattern | null>;
  readonly metrics: Observed<readonly (Metric & { readonly hasDimensions: boolean })[]>;
}

/** A trail with the filters of the log group that it delivers to. */
export interface WatchedTrail extends RecordingTrail {
  /** The ARN; null where the trail delivers to none. */
  readonly logGroup: Observed<string | null>;
  readonly filters: Observed<readonly MetricFilter[]>;
}

export interface Alarm {
  readonly name: string;
  /** The metrics that it is about, without those that need a dimension. */
  readonly metrics: Observed<readonly Metric[]>;
  readonly actionsEnabled: Observed<boolean>;
  /** ARNs of what it does when it goes off. */
  readonly alarmActions: Observed<readonly string[]>;
}

/** Whether a subscriber of a topic has said that he wants what is sent. */
export interface Subscription {
  readonly isConfirmed: boolean;
}

export interface Watch {
  readonly trails: Listing<WatchedTrail>;
  /** Of the Regions of the filters. */
  alarmsIn(region: string): Listing<Alarm>;
  /** By topic, of all topics that alarms on metrics of filters name. */
  readonly subscribers: ByResource<readonly Subscription[]>;
}

export function keyOf({ namespace, name }: Metric): string {
  return `${namespace} ${name}`;
}

/** The alarms on a metric. */
export const alarmsOn = lookupBy((alarm: Alarm, read) => read(alarm.metrics).map(keyOf));

/** The topics among the actions of an alarm. */
export function topicsAmong(actions: readonly string[]): readonly string[] {
  return actions.filter((action) => /^arn:[^:]+:sns:/.test(action));
}
