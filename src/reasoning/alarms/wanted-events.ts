/** Which events an alarm is to report. Names and fields are those of CloudTrail's records. */
import type { FilterPattern } from './filter-pattern.ts';
import { type KnownFields, type Match, matchOf } from './filter-match.ts';

/** One kind of event, by what is always so of its record. */
export interface WantedEvent {
  /** As reasons name it. */
  readonly name: string;
  readonly fields: KnownFields;
}

export interface WantedEvents {
  /** As it stands behind "reports": `changes to trails`. */
  readonly what: string;
  /** A filter pattern that does it, for the remedy. */
  readonly pattern: string;
  /** Every one must be taken in. */
  readonly events: readonly WantedEvent[];
  /** What must not be taken in beside them: a filter that counts it too reports something else. */
  readonly others?: readonly WantedEvent[];
  /** Whether a filter may leave out some of the events by fields that are not named here: noisy sources. */
  readonly mayLeaveOut?: true;
}

/** An everyday call, which no alarm is to report. */
const everyday: WantedEvent = {
  name: 'everyday calls',
  fields: {
    eventName: 'DescribeInstances',
    eventSource: 'ec2.amazonaws.com',
    eventType: 'AwsApiCall',
    errorCode: null,
    errorMessage: null,
    'userIdentity.type': 'AssumedRole',
    'userIdentity.invokedBy': null,
    'additionalEventData.MFAUsed': null,
    'responseElements.ConsoleLogin': null,
  },
};

/** Calls of one service that went well, by the names of the operations. */
export function callsOf(what: string, source: string, names: readonly string[]): WantedEvents {
  const any = names.map((name) => `($.eventName = ${name})`).join(' || ');
  return {
    what,
    pattern: `{ ($.eventSource = ${source}) && (${any}) }`,
    events: names.map((name) => ({
      name,
      fields: { eventName: name, eventSource: source, eventType: 'AwsApiCall', errorCode: null },
    })),
  };
}

/** A sign-in to the console, and what is said of it. */
export function signIn(name: string, fields: KnownFields): WantedEvent {
  const eventType = 'AwsConsoleSignIn';
  const base = { eventName: 'ConsoleLogin', eventSource: 'signin.amazonaws.com', eventType };
  return { name, fields: { ...base, ...fields } };
}

/** What a filter lacks of what is wanted; nothing where it does it. */
export interface Shortfall {
  /** Events that it does not take in. */
  readonly lacks: readonly string[];
  /** Events that it takes in only by what other fields say. */
  readonly narrows: readonly string[];
  /** Events that it takes in and should not. */
  readonly adds: readonly string[];
}

export function shortfallOf(pattern: FilterPattern, wanted: WantedEvents): Shortfall {
  const { events, others = [], mayLeaveOut } = wanted;
  const named = (all: readonly WantedEvent[], ...how: readonly Match[]) =>
    all.filter(({ fields }) => how.includes(matchOf(pattern, fields))).map(({ name }) => name);
  return {
    lacks: named(events, 'never'),
    narrows: mayLeaveOut ? named(events, 'only-if') : named(events, 'only-if', 'but-for'),
    adds: named([everyday, ...others], 'always', 'but-for'),
  };
}

/** Whether a filter with this pattern takes in all that is wanted, and no more than other events of that kind. */
export function takesIn(pattern: FilterPattern | null, wanted: WantedEvents): boolean {
  if (pattern === null) return false;
  const { lacks, narrows, adds } = shortfallOf(pattern, wanted);
  return lacks.length + narrows.length + adds.length === 0;
}
