/** Whether somebody is told of events: the question of fifteen checks, which differ in the events. */
import { fail, manual, pass, type Verdict } from '../../judge/verdict.ts';
import { ifKnown } from '../../observe/if-known.ts';
import { all, any } from '../../observe/logic.ts';
import type { Observed, Read } from '../../observe/observed.ts';
import { listed } from '../../policy/text.ts';
import { type Shortfall, shortfallOf, takesIn, type WantedEvents } from './wanted-events.ts';
import {
  type Alarm,
  alarmsOn,
  keyOf,
  type MetricFilter,
  topicsAmong,
  type Watch,
  type WatchedTrail,
} from './watch.ts';

/** What users may set for each of the checks. */
export const alarmParams = { reportedElsewhere: false };
export const alarmMeanings = {
  reportedElsewhere:
    'whether something else reports these events to people: a SIEM, or a rule of EventBridge',
};

/**
 * Passes when one chain is whole: a trail that covers every Region and delivers to a log group, a metric filter that takes
 * in the wanted events, an alarm on its metric whose actions are on, and a topic with a subscriber. One whole chain decides,
 * whatever could not be read of others.
 */
export function judgeAlarm(
  read: Read,
  watch: Watch,
  wanted: WantedEvents,
  { reportedElsewhere }: typeof alarmParams,
): Verdict {
  const chains: string[] = [];
  const isReported = read.some(watch.trails, (trail) =>
    all(
      () => serves(read, trail, wanted),
      () =>
        any(
          ...read(trail.filters).map(
            (filter) => () =>
              all(
                () => takesIn(read(filter.pattern), wanted),
                () => isTold(read, watch, filter, chains),
              ),
          ),
        ),
    ),
  );
  if (isReported) return pass(...chains.map((chain) => `${chain} reports ${wanted.what}`));
  if (reportedElsewhere) {
    return manual(
      `no alarm of this account reports ${wanted.what}; that something else does was declared, and is to be confirmed there`,
    );
  }
  return fail(...gapsOf(read, watch, wanted));
}

/** Whether the trail brings the events into a log group. */
function serves(read: Read, trail: WatchedTrail, wanted: WantedEvents): boolean {
  return all(
    () => read(trail.multiRegion),
    () => read(trail.logGroup) !== null,
    () => read(trail.status).isLogging,
    () => read(trail.status).cloudWatchError === null,
    () => records(read, trail, wanted),
  );
}

function records(read: Read, trail: WatchedTrail, { events }: WantedEvents): boolean {
  const recorded = read(trail.events);
  if (recorded === null) return false;
  const { management, excludedSources } = recorded;
  const isLeftOut = events.some(({ fields }) =>
    excludedSources.includes(fields['eventSource'] ?? ''),
  );
  return management.reads && management.writes && !isLeftOut;
}

/** Whether an alarm on a metric of the filter tells somebody. */
function isTold(read: Read, watch: Watch, filter: MetricFilter, chains: string[]): boolean {
  const metrics = read(filter.metrics).filter(({ hasDimensions }) => !hasDimensions);
  const alarms = watch.alarmsIn(filter.region);
  return any(
    ...metrics.map(
      (metric) => () =>
        read.some(alarmsOn(alarms, keyOf(metric)), (alarm) => {
          const tells = isHeard(read, watch, alarm);
          if (tells) chains.push(`alarm ${alarm.name} on metric filter ${filter.name}`);
          return tells;
        }),
    ),
  );
}

/** Whether the alarm's actions are on and one of its topics has a subscriber. */
function isHeard(read: Read, watch: Watch, alarm: Alarm): boolean {
  return all(
    () => read(alarm.actionsEnabled),
    () =>
      any(
        ...topicsAmong(read(alarm.alarmActions)).map(
          (topic) => () =>
            read(watch.subscribers.of({ arn: topic })).some(({ isConfirmed }) => isConfirmed),
        ),
      ),
  );
}

/** Where the chains end that are nearest to being whole. */
function gapsOf(read: Read, watch: Watch, wanted: WantedEvents): readonly string[] {
  const known = <T>(value: Observed<T>) => ifKnown(() => read(value));
  const serving = watch.trails.items.filter((trail) => ifKnown(() => serves(read, trail, wanted)));
  if (serving.length === 0) {
    return [
      'no trail that covers every Region and records these events delivers them to a log group of CloudWatch Logs',
      ...watch.trails.items.flatMap(({ name, status }) => {
        const error = known(status)?.cloudWatchError ?? null;
        return error === null ? [] : [`trail ${name} cannot deliver to its log group: ${error}`];
      }),
    ];
  }
  const filters = serving.flatMap((trail) => known(trail.filters) ?? []);
  const whole = filters.filter(({ pattern }) => takesIn(known(pattern) ?? null, wanted));
  if (whole.length > 0) return whole.flatMap((filter) => gapsBehind(read, watch, filter));
  const groups = serving.map((trail) => nameOf(known(trail.logGroup)));
  return [
    `no metric filter of log group ${listed(groups)} takes in ${wanted.what}, and them alone`,
    ...filters.flatMap((filter) => {
      const pattern = known(filter.pattern) ?? null;
      return pattern === null ? [] : nearMiss(filter.name, shortfallOf(pattern, wanted), wanted);
    }),
  ];
}

/** What keeps a filter from being the one; nothing of a filter that is about something else. */
function nearMiss(
  name: string,
  { lacks, narrows, adds }: Shortfall,
  { events }: WantedEvents,
): readonly string[] {
  if (lacks.length === events.length) return [];
  return [
    ...(lacks.length > 0 ? [`metric filter ${name} lacks ${listed(lacks)}`] : []),
    ...(narrows.length > 0
      ? [`metric filter ${name} asks more of ${listed(narrows)} and so leaves out some`]
      : []),
    ...(adds.length > 0 ? [`metric filter ${name} counts ${listed(adds)} as well`] : []),
  ];
}

/** Why nobody is told of what the filter counts. */
function gapsBehind(read: Read, watch: Watch, { name, region, metrics }: MetricFilter) {
  return (ifKnown(() => read(metrics)) ?? []).flatMap((metric): readonly string[] => {
    const named = `metric ${metric.namespace} ${metric.name} of metric filter ${name}`;
    if (metric.hasDimensions) {
      return [`${named} has dimensions, so that an alarm sees one value of them alone`];
    }
    const alarms = alarmsOn(watch.alarmsIn(region), keyOf(metric)).items;
    if (alarms.length === 0) return [`no alarm is on ${named}`];
    return alarms.map((alarm) => {
      if (ifKnown(() => read(alarm.actionsEnabled)) === false) {
        return `the actions of alarm ${alarm.name} are off`;
      }
      const topics = topicsAmong(ifKnown(() => read(alarm.alarmActions)) ?? []);
      return topics.length === 0
        ? `alarm ${alarm.name} names no SNS topic among its alarm actions`
        : `no subscriber of ${listed(topics)} is confirmed, which alarm ${alarm.name} sends to`;
    });
  });
}

/** The name within the ARN of a log group. */
function nameOf(arn: string | null | undefined): string {
  return arn?.split(':')[6] ?? 'unknown';
}
