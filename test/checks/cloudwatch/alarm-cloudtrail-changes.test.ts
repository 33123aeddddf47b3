import check from '../../../checks/cloudwatch/alarm-cloudtrail-changes.ts';
import type { MetricFilter, WatchedTrail } from '../../../src/reasoning/alarms/watch.ts';
import { theAccount } from '../../support/account.ts';
import {
  alarmWith,
  filtered,
  filterWith,
  given,
  topic,
  unfiltered,
  unread,
  watchedTrail,
  watchWith,
  patternOnPage,
} from '../../support/alarms.ts';
import { testCheck } from '../../support/check-tester.ts';
import { allOrNone, eventsWith, statusWith } from '../../support/cloudtrail.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const resource = theAccount({});
const names = ['CreateTrail', 'UpdateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging'];
const any = (some: readonly string[]) => some.map((name) => `$.eventName = ${name}`).join(' || ');
const pattern = `{ ${any(names)} }`;
const whole = filterWith(pattern);

/** A whole chain but for the trail, the filter, the alarms or the subscribers. */
const trailIs = (name: string, fields: Partial<WatchedTrail>) => ({
  name,
  resource,
  given: { watch: watchWith(listing(watchedTrail([whole], fields))) },
});
const filterIs = (name: string, fields: Partial<MetricFilter>, others: MetricFilter[] = []) => ({
  name,
  resource,
  given: { watch: watchWith(listing(watchedTrail([filterWith(pattern, fields), ...others]))) },
});
const behind = (
  name: string,
  alarms: Parameters<typeof watchWith>[1],
  subscribers?: Parameters<typeof watchWith>[2],
) => ({
  name,
  resource,
  given: { watch: watchWith(listing(watchedTrail([whole])), alarms, subscribers) },
});

testCheck(check, {
  pass: [
    filtered('a filter is as the page of the check tells it', patternOnPage(check)),
    filtered('trail, filter, alarm and subscriber are there', pattern, 'alarm wanted-alarm'),
    filtered(
      'the calls stand in another order, in quotes and brackets',
      `{(${any(names.toReversed())})}`,
    ),
    filtered('the filter takes in more calls', `{ ${any([...names, 'PutEventSelectors'])} }`),
    filtered('a wildcard stands for several', '{ $.eventName = *Trail || $.eventName = *Logging }'),
    filtered(
      'the filter takes in calls that went well alone',
      `{ (${any(names)}) && $.errorCode NOT EXISTS }`,
    ),
    filterIs('a second filter cannot be read', {}, [filterWith('', { pattern: unreadable() })]),
    behind('a page of the alarms could not be read', partialListing('throttled', alarmWith())),
    behind(
      'one alarm is off and another is not',
      listing(alarmWith({ name: 'off', actionsEnabled: known(false) }), alarmWith()),
    ),
    behind(
      'one of several topics has a subscriber',
      listing(alarmWith()),
      known([{ isConfirmed: false }, { isConfirmed: true }]),
    ),
    trailIs('the files do not reach the bucket, but the events reach the log group', {
      status: known(statusWith({ deliveryError: 'NoSuchBucket' })),
    }),
  ],
  fail: [
    unfiltered,
    filtered(
      'the filter lacks one of the calls',
      `{ ${any(names.slice(0, -1))} }`,
      'lacks StopLogging',
    ),
    filtered(
      'the filter leaves out what one role does',
      `{ (${any(names)}) && $.userIdentity.arn != "*deploy*" }`,
      'leaves out some',
    ),
    filtered('the filter searches for terms', '"CreateTrail"'),
    {
      name: 'two filters take in a part each',
      resource,
      given: given(`{ ${any(names.slice(2))} }`, `{ ${any(names.slice(0, 2))} }`),
    },
    {
      ...filterIs('the metric has dimensions', {
        metrics: known([{ namespace: 'Trail', name: 'Wanted', hasDimensions: true }]),
      }),
      reasons: ['has dimensions'],
    },
    {
      ...behind('no alarm is on the metric', listing()),
      reasons: ['no alarm is on metric Trail Wanted'],
    },
    {
      ...behind(
        'an alarm is on a metric of the same name in another namespace',
        listing(alarmWith({ metrics: known([{ namespace: 'Other', name: 'Wanted' }]) })),
      ),
      reasons: ['no alarm is on'],
    },
    {
      ...behind(
        'the actions of the alarm are off',
        listing(alarmWith({ actionsEnabled: known(false) })),
      ),
      reasons: ['the actions of alarm wanted-alarm are off'],
    },
    {
      ...behind(
        'the alarm has an action that tells nobody',
        listing(alarmWith({ alarmActions: known(['arn:aws:automate:eu-west-1:ec2:stop']) })),
      ),
      reasons: ['names no SNS topic'],
    },
    {
      ...behind(
        'nobody confirmed the subscription',
        listing(alarmWith()),
        known([{ isConfirmed: false }]),
      ),
      reasons: [topic],
    },
    { ...behind('nobody subscribes', listing(alarmWith()), known([])), reasons: ['no subscriber'] },
    trailIs('the trail covers one Region', { multiRegion: known(false) }),
    trailIs('the trail is stopped', { status: known(statusWith({ isLogging: false })) }),
    {
      ...trailIs('the trail cannot write to its log group', {
        status: known(statusWith({ cloudWatchError: 'Access denied' })),
      }),
      reasons: ['cannot deliver to its log group: Access denied'],
    },
    trailIs('the trail records no writes', {
      events: known(eventsWith({ management: { reads: true, writes: false } })),
    }),
    trailIs('the trail leaves out the service that is watched', {
      events: known(eventsWith({ excludedSources: ['cloudtrail.amazonaws.com'] })),
    }),
    {
      ...trailIs('no trail delivers to a log group', { logGroup: known(null), filters: known([]) }),
      reasons: ['no trail that covers every Region'],
    },
    trailIs('the trail records nothing, whatever its filters are', {
      events: known(eventsWith({ management: allOrNone(false) })),
      filters: unreadable(),
    }),
  ],
  unknown: [
    unread,
    trailIs('the log group is of another account, as that of an organization trail is', {
      filters: unreadable('denied'),
    }),
    trailIs('the trail may not be read', { status: unreadable() }),
    filterIs('the pattern of the filter cannot be read', { pattern: unreadable('failed') }),
    filterIs('the metrics of the filter cannot be read', { metrics: unreadable('failed') }),
    behind('the alarms may not be read', partialListing('denied')),
    behind(
      'it cannot be told whether the actions are on',
      listing(alarmWith({ actionsEnabled: unreadable('failed') })),
    ),
    behind(
      'the actions cannot be told',
      listing(alarmWith({ alarmActions: unreadable('failed') })),
    ),
    behind('the subscribers may not be read', listing(alarmWith()), unreadable()),
    {
      name: 'the trails may not be read',
      resource,
      given: { watch: watchWith(partialListing('denied')) },
    },
    {
      ...unread,
      name: 'the filters may not be read and a SIEM is declared',
      params: { reportedElsewhere: true },
    },
  ],
  manual: [
    {
      ...unfiltered,
      name: 'a SIEM is declared to report it',
      params: { reportedElsewhere: true },
      reasons: ['declared'],
    },
  ],
});
