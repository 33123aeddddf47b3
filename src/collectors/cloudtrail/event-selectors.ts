/**
 * What a trail's event selectors take in. The rules are those of the AWS CloudTrail user guide, "Logging management
 * events" and "Logging data events", and of the API reference, "AdvancedFieldSelector".
 */
import type {
  AdvancedEventSelector,
  AdvancedFieldSelector,
  EventSelector,
} from '@aws-sdk/client-cloudtrail';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import type { ReadsAndWrites, RecordedEvents } from '../../reasoning/trails.ts';

interface Selectors {
  readonly EventSelectors?: readonly EventSelector[] | undefined;
  readonly AdvancedEventSelectors?: readonly AdvancedEventSelector[] | undefined;
}

const nothing: ReadsAndWrites = { reads: false, writes: false };

/** Reads the answer of GetEventSelectors. A trail has selectors of one kind, and always at least one. */
export function recordedEvents(answer: Selectors, members: Members): RecordedEvents {
  const basic = (answer.EventSelectors ?? []).map((selector) => readBasic(selector, members));
  const advanced = (answer.AdvancedEventSelectors ?? []).map((selector) =>
    readAdvanced(selector, members),
  );
  const all = [...basic, ...advanced];
  if (all.length === 0) members.unusable('the answer has no event selectors');
  return all.reduce(together);
}

function readBasic(selector: EventSelector, members: Members): RecordedEvents {
  const { must } = members;
  const kind = oneOf(must(selector, 'ReadWriteType'), ['All', 'ReadOnly', 'WriteOnly'], members);
  const taken = { reads: kind !== 'WriteOnly', writes: kind !== 'ReadOnly' };
  const hasAllObjects = must(selector, 'DataResources').some(
    (resource) =>
      must(resource, 'Type') === 'AWS::S3::Object' && must(resource, 'Values').some(isEveryBucket),
  );
  return {
    management: must(selector, 'IncludeManagementEvents') ? taken : nothing,
    // Not sent by trails from before 2019, which leave out nothing.
    excludedSources: selector.ExcludeManagementEventSources ?? [],
    s3Objects: hasAllObjects ? taken : nothing,
  };
}

function readAdvanced(selector: AdvancedEventSelector, { must }: Members): RecordedEvents {
  const fields = must(selector, 'FieldSelectors');
  const other = (...names: readonly string[]) =>
    fields.filter(({ Field }) => Field === undefined || !names.includes(Field));
  const taken = readOnlyField(fields);
  if (equals(fields, 'eventCategory', 'Management')) {
    const narrowing = other('eventCategory', 'readOnly').filter((field) => !isExclusion(field));
    const excludedSources = fields.flatMap((field) =>
      field.Field === 'eventSource' ? (field.NotEquals ?? []) : [],
    );
    const management = narrowing.length === 0 ? taken : nothing;
    return { management, excludedSources, s3Objects: nothing };
  }
  const isAboutObjects =
    equals(fields, 'eventCategory', 'Data') && equals(fields, 'resources.type', 'AWS::S3::Object');
  const narrowing = other('eventCategory', 'resources.type', 'readOnly').filter(
    (field) => !isAnyBucket(field),
  );
  const s3Objects = isAboutObjects && narrowing.length === 0 ? taken : nothing;
  return { management: nothing, excludedSources: [], s3Objects };
}

/** Without the field both kinds are recorded. */
function readOnlyField(fields: readonly AdvancedFieldSelector[]): ReadsAndWrites {
  const given = fields.filter(({ Field }) => Field === 'readOnly');
  if (given.length === 0) return { reads: true, writes: true };
  const values = new Set(given.flatMap(({ Equals }) => Equals ?? []));
  return { reads: values.has('true'), writes: values.has('false') };
}

function equals(fields: readonly AdvancedFieldSelector[], name: string, value: string): boolean {
  return fields.some(({ Field, Equals }) => Field === name && Equals?.includes(value));
}

/** Leaving out KMS or the RDS Data API is what CloudTrail allows; it is said beside the verdict. */
function isExclusion(field: AdvancedFieldSelector): boolean {
  return field.Field === 'eventSource' && hasNothingBut(field, 'NotEquals');
}

/** An ARN filter that every object passes narrows nothing. */
function isAnyBucket(field: AdvancedFieldSelector): boolean {
  return (
    field.Field === 'resources.ARN' &&
    hasNothingBut(field, 'StartsWith') &&
    (field.StartsWith ?? []).some(isEveryBucket)
  );
}

function hasNothingBut(field: AdvancedFieldSelector, operator: keyof AdvancedFieldSelector) {
  return Object.entries(field).every(
    ([name, values]) => name === 'Field' || name === operator || !values || values.length === 0,
  );
}

/** `arn:aws:s3`, as CloudTrail writes it, or the beginning that all objects' ARNs share. */
function isEveryBucket(prefix: string): boolean {
  return /^arn:aws[\w-]*:s3(:::)?$/.test(prefix);
}

function together(a: RecordedEvents, b: RecordedEvents): RecordedEvents {
  return {
    management: either(a.management, b.management),
    excludedSources: [...new Set([...a.excludedSources, ...b.excludedSources])],
    s3Objects: either(a.s3Objects, b.s3Objects),
  };
}

function either(a: ReadsAndWrites, b: ReadsAndWrites): ReadsAndWrites {
  return { reads: a.reads || b.reads, writes: a.writes || b.writes };
}
