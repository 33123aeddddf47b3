/** Findings in the browser: columns of numbers, and lists of texts that they point into. */
import {
  type ControlLine,
  type Finding,
  type Outcome,
  outcomes,
  owners,
  type ResponsibilityLine,
  severities,
  type Severity,
} from '../../../src/report/model.ts';
import { type CureOf, curesOf } from '../../cures.ts';
import { reasonWith } from '../reason-text.ts';
import {
  type CheckListed,
  type CheckRest,
  type CheckShown,
  type FindingColumn,
  findingColumns,
  type FindingsHead,
  type OtherMembers,
  type ResourcesHead,
  type RestHead,
  type StartHead,
} from '../wire.ts';
import {
  callAt,
  type CallShown,
  type CallStore,
  createWaitingCalls,
  type WaitingCalls,
} from './call-store.ts';
import { readColumns } from './columns.ts';
import { at } from './at.ts';
import { createFindingIds, type FindingIds } from './finding-ids.ts';

export interface Store {
  readonly start: StartHead;
  readonly checks: readonly CheckListed[];
  readonly columns: Record<FindingColumn, Uint32Array>;
  readonly accounts: string[];
  readonly regions: string[];
  readonly services: string[];
  /** By place, members that few findings have. */
  readonly more: OtherMembers[];
  readonly types: string[];
  readonly arns: string[];
  readonly names: string[];
  readonly typeOf: number[];
  /** For each resource, where the end of its ARN begins that is asked for by itself. */
  readonly tailOf: number[];
  readonly prefixes: string[];
  readonly reasons: (readonly string[])[];
  /** The calls of each list of evidence; a place beyond the calls is that of a stranger. */
  readonly evidence: Uint32Array[];
  readonly strangers: string[];
  /** 1 for the rows that are latent. */
  readonly latent: Uint8Array;
  readonly muted: Map<number, NonNullable<Finding['muted']>>;
  readonly ids: FindingIds;
  /** Rows that were read. */
  size: number;
}

/** What the list of findings needs not. */
export interface Rest {
  readonly checks: readonly CheckShown[];
  readonly cureOf: CureOf;
  readonly responsibilities: readonly ResponsibilityLine[];
  readonly controls: readonly ControlLine[];
  readonly waitingCalls: WaitingCalls;
  /** Asking for it reads those that wait. */
  readonly calls: CallStore;
}

export interface WholeStore extends Store {
  readonly rest: Rest;
}

/** Calls with the store when all of it is there: at once, but in the moment after the page was opened. */
export type WhenWhole = (use: (store: WholeStore) => void) => void;

/** A finding with everything that its numbers point to. */
export interface FullFinding extends Omit<Finding, 'check' | 'evidence'> {
  readonly check: CheckShown;
  readonly evidence: readonly (CallShown | string)[];
}

export function createStore(start: StartHead): Store {
  const { findings: rows } = start;
  const column = () => new Uint32Array(rows);
  const store: Store = {
    start,
    checks: start.checks,
    columns: {
      check: column(),
      outcome: column(),
      severity: column(),
      owner: column(),
      account: column(),
      region: column(),
      service: column(),
      more: column(),
      resource: column(),
      reasons: column(),
      evidence: column(),
    },
    accounts: [],
    regions: [],
    services: [],
    more: [],
    types: [],
    arns: [],
    names: [],
    typeOf: [],
    tailOf: [],
    prefixes: [],
    reasons: [],
    evidence: [],
    strangers: [],
    latent: new Uint8Array(rows),
    muted: new Map(),
    ids: createFindingIds((row) => namedBy(store, row), rows),
    size: 0,
  };
  return store;
}

export function createRest({ start, arns, tailOf }: Store, head: RestHead): Rest {
  return {
    ...head,
    checks: start.checks.map((check, place) => wholeCheck(check, at(head.checks, place))),
    cureOf: curesOf(head.gaps, start.scan),
    waitingCalls: createWaitingCalls(start.calls, (place) => {
      const arn = at(arns, place);
      return { arn, tail: arn.slice(at(tailOf, place)) };
    }),
    get calls() {
      return this.waitingCalls.read();
    },
  };
}

function wholeCheck(check: CheckListed, rest: CheckRest): CheckShown {
  const claims = check.claims.map((claim, place) => ({ ...claim, ...at(rest.claims, place) }));
  return { ...check, ...rest, claims };
}

export function addResources(store: Store, head: ResourcesHead, body: Uint8Array): void {
  const { rows, tails, names } = head;
  append(store.prefixes, head.prefixes);
  append(store.types, head.types);
  const reader = readColumns(body);
  const prefixes = reader.next(rows);
  const types = reader.next(rows);
  const hex = reader.next(rows);
  const forms = reader.next(rows);
  let next = 0;
  for (const [row, beginning] of tails.entries()) {
    const prefix = at(store.prefixes, at(prefixes, row));
    const tail = beginning + reader.hex(at(hex, row));
    const form = at(forms, row);
    store.arns.push(prefix + tail);
    store.tailOf.push(prefix.length);
    store.typeOf.push(at(types, row));
    if (form === 0) store.names.push(tail);
    else if (form === 1) store.names.push(at(names, next));
    else store.names.push(at(names, next) + tail + at(names, next + 1));
    next += form;
  }
}

export function addFindings(store: Store, head: FindingsHead, body: Uint8Array): void {
  const { lists, rows } = head;
  const first = store.size;
  for (const name of ['accounts', 'regions', 'services'] as const) {
    append(store[name], lists[name]);
  }
  for (const json of lists.more) store.more.push(JSON.parse(json));
  append(store.reasons, lists.reasons);
  append(store.strangers, head.strangers);
  const reader = readColumns(body);
  const [evidence, named] = head.evidence;
  const lengths = reader.next(evidence);
  const calls = reader.next(named);
  let from = 0;
  for (const length of lengths) {
    store.evidence.push(calls.subarray(from, from + length));
    from += length;
  }
  for (const name of findingColumns) reader.into(store.columns[name], first, rows);
  for (const row of reader.next(head.ofLists)) store.ids.ofList(first + row);
  for (const row of reader.next(head.latent)) store.latent[first + row] = 1;
  for (const [row, muted] of head.muted) store.muted.set(first + row, muted);
  for (const [row, id] of head.ids) store.ids.set(first + row, id);
  store.size = first + rows;
}

export function outcomeOf(store: Store, row: number): Outcome {
  return at(outcomes, at(store.columns.outcome, row));
}

export function severityOf(store: Store, row: number): Severity {
  return at(severities, at(store.columns.severity, row));
}

export function checkOf(store: Store, row: number): CheckListed {
  return at(store.checks, at(store.columns.check, row));
}

export function regionOf(store: Store, row: number): string {
  return at(store.regions, at(store.columns.region, row));
}

/** The service that the finding is of. */
export function serviceOf(store: Store, row: number): string {
  const own = at(store.services, at(store.columns.service, row));
  return own === '' ? checkOf(store, row).service : own;
}

/** What people call it. */
export function serviceName({ start }: Store, service: string): string {
  return start.services[service] ?? service;
}

export function resourceOf(store: Store, row: number): Finding['resource'] {
  const place = at(store.columns.resource, row);
  return {
    arn: at(store.arns, place),
    type: at(store.types, at(store.typeOf, place)),
    name: at(store.names, place),
  };
}

export function reasonsOf(store: Store, row: number): readonly string[] {
  const name = at(store.names, at(store.columns.resource, row));
  return at(store.reasons, at(store.columns.reasons, row)).map((reason) =>
    reasonWith(reason, name),
  );
}

export function fullFinding(store: WholeStore, row: number): FullFinding {
  const muted = store.muted.get(row);
  const check = at(store.rest.checks, at(store.columns.check, row));
  return {
    id: store.ids.at(row),
    check,
    title: check.title,
    service: serviceOf(store, row),
    outcome: outcomeOf(store, row),
    severity: severityOf(store, row),
    owner: at(owners, at(store.columns.owner, row)),
    account: at(store.accounts, at(store.columns.account, row)),
    region: regionOf(store, row),
    ...at(store.more, at(store.columns.more, row)),
    resource: resourceOf(store, row),
    reasons: reasonsOf(store, row),
    evidence: evidenceOf(store, row),
    ...(store.latent[row] === 1 ? { latent: true as const } : {}),
    ...(muted ? { muted } : {}),
  };
}

function evidenceOf({ columns, evidence, rest, strangers }: WholeStore, row: number) {
  const { calls } = rest;
  const places = at(evidence, at(columns.evidence, row));
  return Array.from(places, (place) =>
    place < calls.size ? callAt(calls, place) : at(strangers, place - calls.size),
  );
}

function namedBy(store: Store, row: number) {
  return {
    ...resourceOf(store, row),
    account: at(store.accounts, at(store.columns.account, row)),
    region: regionOf(store, row),
    check: checkOf(store, row).id,
  };
}

/** One by one: a spread of 10,000 elements or more may be too many arguments. */
function append<T>(list: T[], added: readonly T[]): void {
  for (const element of added) list.push(element);
}
