/** Findings and calls in the browser: columns of numbers, and lists of texts that they point into. */
import {
  type CheckLine,
  type Finding,
  type Outcome,
  outcomes,
  type Owner,
  owners,
  severities,
  type Severity,
} from '../../../src/report/model.ts';
import type { CallColumns, CallsLine, FindingsLine, HeadLine } from '../wire.ts';
import { at } from './dom.ts';

const columnNames = [
  'check',
  'outcome',
  'severity',
  'owner',
  'account',
  'region',
  'resource',
  'reasons',
  'evidence',
] as const;

type Columns = Record<(typeof columnNames)[number], Uint32Array>;

export interface Store {
  readonly checks: readonly CheckLine[];
  readonly columns: Columns;
  readonly ids: string[];
  readonly accounts: string[];
  readonly regions: string[];
  readonly types: string[];
  readonly arns: string[];
  readonly names: string[];
  readonly typeOf: number[];
  readonly reasons: (readonly string[])[];
  readonly evidence: (readonly (number | string)[])[];
  readonly latent: Set<number>;
  readonly muted: Map<number, NonNullable<Finding['muted']>>;
  readonly calls: CallColumns[];
  /** Rows and calls that the file says it has. */
  readonly expected: { readonly findings: number; readonly calls: number };
}

/** A finding with everything that its numbers point to; title and service are those of its check and of its duty. */
export interface FullFinding extends Omit<Finding, 'check' | 'evidence' | 'service' | 'title'> {
  readonly check: CheckLine;
  readonly evidence: readonly (CallColumns | string)[];
}

export function createStore({ checks, findings, calls }: HeadLine): Store {
  const column = () => new Uint32Array(findings);
  return {
    checks,
    columns: {
      check: column(),
      outcome: column(),
      severity: column(),
      owner: column(),
      account: column(),
      region: column(),
      resource: column(),
      reasons: column(),
      evidence: column(),
    },
    ids: [],
    accounts: [],
    regions: [],
    types: [],
    arns: [],
    names: [],
    typeOf: [],
    reasons: [],
    evidence: [],
    latent: new Set(),
    muted: new Map(),
    calls: [],
    expected: { findings, calls },
  };
}

export function addFindings(store: Store, line: FindingsLine): void {
  const first = store.ids.length;
  const { lists } = line;
  append(store.accounts, lists.accounts);
  append(store.regions, lists.regions);
  append(store.types, lists.types);
  append(store.typeOf, lists.typeOf);
  append(store.reasons, lists.reasons);
  append(store.evidence, lists.evidence);
  for (const [index, arn] of lists.arns.entries()) {
    const name = at(lists.names, index);
    store.arns.push(arn);
    store.names.push(typeof name === 'string' ? name : arn.slice(arn.length - name));
  }
  append(store.ids, line.id);
  for (const name of columnNames) store.columns[name].set(line[name], first);
  for (const row of line.latent) store.latent.add(first + row);
  for (const [row, muted] of line.muted) store.muted.set(first + row, muted);
}

export function addCalls(store: Store, line: CallsLine): void {
  for (const [index, id] of line.id.entries()) {
    store.calls.push({
      id,
      service: at(line.service, index),
      operation: at(line.operation, index),
      region: at(line.region, index),
      at: at(line.at, index),
      requestId: at(line.requestId, index),
      attempts: at(line.attempts, index),
      sha256: at(line.sha256, index),
      status: at(line.status, index),
      input: at(line.input, index),
      error: at(line.error, index),
    });
  }
}

export function outcomeOf(store: Store, row: number): Outcome {
  return at(outcomes, at(store.columns.outcome, row));
}

export function severityOf(store: Store, row: number): Severity {
  return at(severities, at(store.columns.severity, row));
}

function ownerOf(store: Store, row: number): Owner {
  return at(owners, at(store.columns.owner, row));
}

export function checkOf(store: Store, row: number): CheckLine {
  return at(store.checks, at(store.columns.check, row));
}

export function fullFinding(store: Store, row: number): FullFinding {
  const resource = at(store.columns.resource, row);
  const muted = store.muted.get(row);
  return {
    id: at(store.ids, row),
    check: checkOf(store, row),
    outcome: outcomeOf(store, row),
    severity: severityOf(store, row),
    owner: ownerOf(store, row),
    account: at(store.accounts, at(store.columns.account, row)),
    region: at(store.regions, at(store.columns.region, row)),
    resource: {
      arn: at(store.arns, resource),
      name: at(store.names, resource),
      type: at(store.types, at(store.typeOf, resource)),
    },
    reasons: at(store.reasons, at(store.columns.reasons, row)),
    evidence: at(store.evidence, at(store.columns.evidence, row)).map((call) =>
      typeof call === 'string' ? call : at(store.calls, call),
    ),
    ...(store.latent.has(row) ? { latent: true as const } : {}),
    ...(muted ? { muted } : {}),
  };
}

/** One by one: a spread of 10,000 elements or more may be too many arguments. */
function append<T>(list: T[], added: readonly T[]): void {
  for (const element of added) list.push(element);
}
