/**
 * How findings and calls stand in the page: records of bytes, compressed. A record is a head of JSON and columns of whole
 * numbers; whatever repeats is a number that points into a list, and the lists grow from record to record, so that
 * neither side ever holds the whole. What the page can work out is not there: the ids of findings and of calls are
 * made of what they name (src/text/finding-id.ts).
 *
 * A record: the length of its head in 4 bytes, the least first; the head; the length of its body; the body. A column
 * holds, for each row, the difference to the row before: doubled, and less one where it is negative; then 7 bits a byte, the
 * least first, and the eighth bit of each byte but the last.
 */
import type {
  CallLine,
  CheckLine,
  ControlLine,
  Finding,
  ReportHead,
  ResponsibilityLine,
} from '../../src/report/model.ts';

export type RecordHead = StartHead | FindingsHead | CallsHead;

/** A check in the page: its `controls` are the ids of its claims. */
export type CheckShown = Omit<CheckLine, 'controls'>;

/** The first record, which has no columns. */
export interface StartHead {
  readonly kind: 'start';
  /** Rows to come, so that a damaged file is noticed. */
  readonly findings: number;
  readonly calls: number;
  /** The names of services by their ids. */
  readonly services: Readonly<Record<string, string>>;
  readonly tool: ReportHead['tool'];
  readonly scan: ReportHead['scan'];
  readonly checks: readonly CheckShown[];
  /** Of the services that are, or may be, in use. */
  readonly responsibilities: readonly ResponsibilityLine[];
  /** Of the chosen frameworks. */
  readonly controls: readonly ControlLine[];
}

/** New entries of the lists; rows of this record and later ones point to them by their place. */
export interface Lists {
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly types: readonly string[];
  /** What stands before the name in an ARN that ends with it. */
  readonly prefixes: readonly string[];
  readonly names: readonly string[];
  /** Whole ARNs of the resources whose ARN does not end with their name, in the order of `names`. */
  readonly arns: readonly string[];
  /** In a reason, `{name}` stands for the name of the finding's resource, and `{{` for a bracket. */
  readonly reasons: readonly (readonly string[])[];
  /** Services that are not the check's own; the first is empty. */
  readonly services: readonly string[];
  /** Members that few findings have, as JSON. */
  readonly more: readonly string[];
}

/** Columns of findings, in the order in which they stand in the body. */
export const findingColumns = [
  'check',
  'outcome',
  'severity',
  'owner',
  'account',
  'region',
  'service',
  'more',
  'resource',
  'reasons',
  'evidence',
] as const;
export type FindingColumn = (typeof findingColumns)[number];

/**
 * Its body: for each new resource the place of its prefix plus one (0: the ARN stands whole) and the place of its type;
 * for each new list of evidence its length, and then the places of its calls; then the columns of the findings.
 */
export interface FindingsHead {
  readonly kind: 'findings';
  readonly rows: number;
  readonly lists: Lists;
  /** How many lists of evidence are new, and how many calls these name. */
  readonly evidence: readonly [lists: number, calls: number];
  /** Calls that the report does not list stand by their ids, counted from the end of the calls. */
  readonly strangers: readonly string[];
  /** Rows whose id is that of a whole list, and ids that follow from nothing. */
  readonly ofLists: readonly number[];
  readonly ids: readonly (readonly [row: number, id: string])[];
  readonly latent: readonly number[];
  readonly muted: readonly (readonly [row: number, muted: NonNullable<Finding['muted']>])[];
}

/** The members of a finding that have a column or a mark of their own. The others stand together in `more`. */
export type OtherMembers = Omit<
  Finding,
  | 'id'
  | 'check'
  | 'outcome'
  | 'severity'
  | 'owner'
  | 'account'
  | 'region'
  | 'service'
  | 'resource'
  | 'reasons'
  | 'evidence'
  | 'latent'
  | 'muted'
>;

/** Columns of calls. */
export const callColumns = [
  'service',
  'operation',
  'region',
  'at',
  'attempts',
  'status',
  'hash',
  'request',
] as const;
export type CallColumn = (typeof callColumns)[number];

/**
 * Its body: the columns of the calls, then the new hashes, 32 bytes each, and the request ids that are made of hex
 * digits. `at` is milliseconds since 1970. `request` says how a request id is written: 0 there is none, 1 it is the
 * next of `requests`, 2 it is a UUID of 16 bytes, and from 3 on it is so many bytes in hex, less 3.
 */
export interface CallsHead {
  readonly kind: 'calls';
  readonly rows: number;
  readonly services: readonly string[];
  readonly operations: readonly string[];
  readonly regions: readonly string[];
  readonly statuses: readonly CallLine['status'][];
  /** How many hashes are new. */
  readonly hashes: number;
  readonly requests: readonly string[];
  /** Of each call, as JSON; empty where it has none. */
  readonly inputs: readonly string[];
  readonly errors: readonly (readonly [row: number, error: NonNullable<CallLine['error']>])[];
  /** Ids that do not follow from service, operation, Region and input. */
  readonly ids: readonly (readonly [row: number, id: string])[];
}
