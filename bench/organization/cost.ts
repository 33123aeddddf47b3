/** What a fleet costs a month, from what it does. Pure: what is not told is not guessed here. */
import type { PriceName, Prices } from './prices.ts';

/** One run over all accounts, and how often and where it is made. */
export interface FleetUse {
  readonly accounts: number;
  /** Requests to AWS of one run, of the scans and beside them. */
  readonly requests: number;
  /** Seconds that the functions of one run take together. */
  readonly seconds: number;
  /** Of each function, in MB. */
  readonly memory: number;
  /** Bytes of all reports of one run. */
  readonly bytes: number;
  readonly runsAMonth: number;
  /** Days that reports are kept. */
  readonly keptDays: number;
  /** Queries a month, each over the findings of one run. */
  readonly queries: number;
  /** Findings of one run. */
  readonly findings: number;
  /** Share of the accounts where GuardDuty is on. */
  readonly guardDuty: number;
  /** Trails that log read events of management beyond the first copy of each Region. */
  readonly furtherTrails: number;
}

export interface CostLine {
  readonly name: PriceName;
  /** A month. */
  readonly amount: number;
  readonly usd: number;
  /** It is caused in the accounts that are scanned, and is on their bills. */
  readonly isCaused: boolean;
}

/** As the template has it; what each account, or each run, takes of each. */
const ofAccount = {
  // ScanAccount, HowItEnded, TellOfAccount; the start and the end of the child workflow.
  transitions: 5,
  // The HTML page, the JSON report, its manifest, and the summary: once beside them, once as the key that says it is done.
  writes: 5,
  // Whether it was scanned before; then by the report of the whole.
  reads: 2,
  // A bucket key spares most: one to write and one to read, at the most.
  kms: 2,
  // Start, report and metric of the function, and the events of its execution without their data.
  logBytes: 7000,
  // The execution of the state machine.
  traces: 1,
} as const;

const ofRun = {
  // ListAccounts, ScanAccounts, Report, Tell, IsComplete, its end; the start and the end of the whole.
  transitions: 8,
  // The list of accounts, the report of the whole and its data.
  writes: 3,
  // The Map reads the list, the report reads it again, and the report before.
  reads: 3,
  invocations: 2,
} as const;

/** GB of /tmp that are not free. */
const furtherStorage = 1.5;

/** A row of Parquet, compressed. */
const bytesOfFinding = 28;

/** AWS reads, and bills, 10 MB at the least. */
const leastScanned = 0.01;

export function costOf(use: FleetUse, prices: Prices): readonly CostLine[] {
  const { accounts, runsAMonth } = use;
  const eachRun = (perAccount: number, perRun = 0) => (accounts * perAccount + perRun) * runsAMonth;
  const events = eventsOf(use) * runsAMonth;
  const runsKept = (use.keptDays / 30) * runsAMonth;
  const gbOfFindings = (use.findings * bytesOfFinding) / 1e9;
  const line = (name: PriceName, amount: number, isCaused = false): CostLine => ({
    name,
    amount,
    usd: (amount / prices[name].per) * prices[name].usd,
    isCaused,
  });
  return [
    line('lambdaTime', use.seconds * (use.memory / 1024) * runsAMonth),
    line('lambdaStorage', use.seconds * furtherStorage * runsAMonth),
    line('lambdaRequests', eachRun(1, ofRun.invocations)),
    line('transitions', eachRun(ofAccount.transitions, ofRun.transitions)),
    line('traces', eachRun(ofAccount.traces, 1)),
    line('logs', eachRun(ofAccount.logBytes) / 1e9),
    line('s3Writes', eachRun(ofAccount.writes, ofRun.writes)),
    line('s3Reads', eachRun(ofAccount.reads, ofRun.reads)),
    line('s3Storage', (use.bytes * runsKept) / 1e9),
    line('kmsKeys', 1),
    line('kmsRequests', eachRun(ofAccount.kms)),
    line('events', runsAMonth),
    line('athena', use.queries * Math.max(leastScanned, gbOfFindings)),
    line('guardDuty', events * use.guardDuty, true),
    line('trailCopies', events * use.furtherTrails, true),
  ];
}

/**
 * Management events of one run, at the most: a request is one, and AssumeRole is one in each of the two accounts. (AWS CloudTrail
 * user guide: reads of configuration are management events; those of objects are data events.)
 */
export function eventsOf({ requests, accounts }: Pick<FleetUse, 'requests' | 'accounts'>): number {
  return requests + accounts;
}

export function sumOf(lines: readonly CostLine[], which: (line: CostLine) => boolean): number {
  return lines.filter(which).reduce((sum, { usd }) => sum + usd, 0);
}
