/**
 * How findings and calls stand in the page: records of bytes, compressed. There are two rows of them, so that the list of
 * findings is there before the rest is unpacked: of `start`, `resources` and `findings`, and of `rest` and `calls`. A record
 * is a head of JSON and columns of whole numbers; whatever repeats is a number that points into a list, and the lists grow
 * from record to record, so that neither side ever holds the whole. What the page can work out is not there: the ids of
 * findings and of calls are made of what they name (src/text/finding-id.ts).
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
import type { GapTold } from '../cures.ts';

export type RecordHead = StartHead | ResourcesHead | FindingsHead | RestHead | CallsHead;

/** A check in the page: its `controls` are the ids of its claims. */
export type CheckShown = Omit<CheckLine, 'controls'>;
type Claim = CheckShown['claims'][number];
type ControlNamed = Pick<Claim, 'framework' | 'control'>;

/** What the list of findings needs of it. */
export interface CheckListed extends Pick<
  CheckShown,
  'id' | 'title' | 'service' | 'responsibility'
> {
  readonly claims: readonly ControlNamed[];
}

/** What else there is of it, and of each of its claims. */
export interface CheckRest extends Omit<CheckShown, keyof CheckListed> {
  readonly claims: readonly Omit<Claim, keyof ControlNamed>[];
}

/** The first record, which has no columns. */
export interface StartHead {
  readonly kind: 'start';
  /** Rows to come, so that a damaged file is noticed. */
  readonly resources: number;
  readonly findings: number;
  readonly calls: number;
  /** The names of services by their ids. */
  readonly services: Readonly<Record<string, string>>;
  readonly tool: ReportHead['tool'];
  readonly scan: ReportHead['scan'];
  readonly checks: readonly CheckListed[];
  /** The frameworks and controls that checks name, in the order in which people count: the browser would have to load what sorts so. */
  readonly controlNames: readonly string[];
  /** By framework and id, the titles of the controls that checks of the scan bear upon. */
  readonly controlTitles: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The first record of the rest, which has no columns. */
export interface RestHead {
  readonly kind: 'rest';
  /** In the order of those of the start. */
  readonly checks: readonly CheckRest[];
  /** By them the page says what would let a finding be decided that is unknown. */
  readonly gaps: readonly GapTold[];
  /** Of the services that are, or may be, in use. */
  readonly responsibilities: readonly ResponsibilityLine[];
  /** Of the chosen frameworks. */
  readonly controls: readonly ControlLine[];
}

/**
 * Resources in the order of their ARNs: the findings of a check stand in that order too, so that from one to the next the
 * place of the resource grows by little. Its body: the columns of `resourceColumns`, then the bytes of the hex digits.
 */
export interface ResourcesHead {
  readonly kind: 'resources';
  readonly rows: number;
  /** How ARNs begin, which end with their resource's name or else with what follows the last colon or slash; rows of this record and later ones point to them by their place. */
  readonly prefixes: readonly string[];
  readonly types: readonly string[];
  /** What follows that in each ARN, but for hex digits at its end. */
  readonly tails: readonly string[];
  /** Of those whose name is not the end of their ARN, as `form` says. */
  readonly names: readonly string[];
}

/**
 * `hex` is how many bytes of hex digits end the ARN. `form` says how a name is written: 0 it is the end of the ARN, 1 it is
 * the next of `names`, 2 the end of the ARN stands between the next two of `names`.
 */
export const resourceColumns = ['prefix', 'type', 'hex', 'form'] as const;
export type ResourceColumn = (typeof resourceColumns)[number];

/** New entries of the lists; rows of this record and later ones point to them by their place. */
export interface Lists {
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
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
 * Its body: for each new list of evidence its length, and then the places of its calls; then the columns of the
 * findings; then the rows whose id is that of a whole list, and those that are latent.
 */
export interface FindingsHead {
  readonly kind: 'findings';
  readonly rows: number;
  readonly lists: Lists;
  /** How many lists of evidence are new, and how many calls these name. */
  readonly evidence: readonly [lists: number, calls: number];
  /** Calls that the report does not list stand by their ids, counted from the end of the calls. */
  readonly strangers: readonly string[];
  /** How many rows have the id of a whole list, and how many are latent. */
  readonly ofLists: number;
  readonly latent: number;
  /** Ids that follow from nothing. */
  readonly ids: readonly (readonly [row: number, id: string])[];
  readonly muted: readonly (readonly [row: number, muted: NonNullable<Finding['muted']>])[];
}

/** The members of a finding that have a column or a mark of their own. The others stand together in `more`. */
export type OtherMembers = Omit<
  Finding,
  | 'id'
  | 'check'
  | 'title'
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

/** In an input, for the end of an ARN and for a whole one, in quotes: JSON writes no such character as itself. */
export const inputMarks = { tail: '\u0001', arn: '\u0002' } as const;

/** Columns of calls; `hashForm` has a row for each new hash. */
export const callColumns = [
  'service',
  'operation',
  'region',
  'at',
  'attempts',
  'status',
  'input',
  'about',
  'hash',
  'hashForm',
  'request',
] as const;
export type CallColumn = (typeof callColumns)[number];

/**
 * Its body: the columns of the calls, then the bytes of what is written in hex: first the new hashes, then the request ids.
 * `at` is milliseconds since 1970. `about` is the place of the resource that the input names, where it has a mark for one.
 * `hashForm`, of each new hash, and `request` say how a text is written: 0 there is none, 1 it is the next of `hashes` or
 * `requests`, 2 it is a UUID of 16 bytes, and from 3 on it is so many bytes in hex, less 3.
 */
export interface CallsHead {
  readonly kind: 'calls';
  readonly rows: number;
  readonly services: readonly string[];
  readonly operations: readonly string[];
  readonly regions: readonly string[];
  readonly statuses: readonly CallLine['status'][];
  /** How many hashes are new. */
  readonly newHashes: number;
  readonly hashes: readonly string[];
  readonly requests: readonly string[];
  /** New inputs, as JSON; empty where a call has none. Marks (`inputMarks`) stand for the resource that is asked about. */
  readonly inputs: readonly string[];
  /** Moments that are written in another way than ISO 8601 with milliseconds. */
  readonly moments: readonly (readonly [row: number, at: string])[];
  readonly errors: readonly (readonly [row: number, error: NonNullable<CallLine['error']>])[];
  /** Ids that do not follow from service, operation, Region and input. */
  readonly ids: readonly (readonly [row: number, id: string])[];
}
