/** A scan: select, collect, evaluate, report. */
import { type Caller, createCaller } from '../aws/caller.ts';
import type { Transport } from '../aws/transport.ts';
import { type CallRecord, createLedger, type Ledger } from '../aws/evidence/ledger.ts';
import { collect, type Progress } from '../collect/collect.ts';
import type { Collector } from '../collect/collector.ts';
import { gatheredOutside, readScope, scopeOf, withoutClosed } from './regions.ts';
import { closedRegionsOf } from '../aws/evidence/closed-regions.ts';
import { discover, type Discovery } from './discovery.ts';
import { activityIn, collectorsOfActivity, leavingOf } from './active-regions.ts';
import { letInBy } from '../collectors/organizations/let-in.ts';
import { explainStart } from '../aws/live/explain-start.ts';
import type { Check } from '../judge/check.ts';
import { evaluate } from '../judge/evaluate.ts';
import type { World } from '../judge/judgement.ts';
import { endOf, judgingEnd } from './judging-end.ts';
import { inTurns } from './pace.ts';
import { sessionTokens, tokenAsker } from './session-tokens.ts';
import { Observed } from '../observe/observed.ts';
import { type Plan, plan } from '../plan/plan.ts';
import type { ReportReader, ScanInfo } from '../report/model.ts';
import { mutingOf } from '../report/mutes.ts';
import { reportOf } from '../report/build.ts';
import { createFindingStore } from '../report/store.ts';
import type { ScanRequest } from './request.ts';
import { asksTags, collectorsOfTags, gatheredTags } from './tags.ts';
import { version } from './version.generated.ts';

/** Where the answers come from, and when. */
export interface ScanSource {
  readonly transport: Transport;
  readonly startedAt: Date;
  /** The Region that answers for services without Regions. */
  readonly homeRegion: string;
  /** The Region that the environment or the profile names, if it is another. */
  readonly ownRegion?: string;
  readonly keep?: (record: CallRecord) => void;
  readonly progress?: Progress;
  /** The answers are of the sample company; a report of it says so. */
  readonly sample?: true;
  /** Told after each check that was judged. */
  readonly onJudged?: (done: number, of: number) => void;
  /** Told whose account it is before anything else is read; a `UserError` that it throws ends the scan. */
  readonly onAccount?: (account: string) => void;
  /** Ends the scan: the reading, or the judging where that had begun. Its reason is an Error that says why. */
  readonly signal?: AbortSignal;
  /** How the reading ended; asked once, when it has. Where it rejects, nothing is judged. */
  ended(): ReadingEnd | Promise<ReadingEnd>;
}

export type ReadingEnd = Pick<ScanInfo, 'status' | 'endedBy' | 'finishedAt' | 'evidence' | 'parts'>;

/** What the scan collects: what its checks need, and what else the request asks for. */
export function planOf(request: ScanRequest): Plan {
  const further = [...collectorsOfTags(request), ...collectorsOfActivity(request)];
  return plan(request.checks, further);
}

export async function scan(request: ScanRequest, source: ScanSource): Promise<ReportReader> {
  const { checks, collectors } = planOf(request);
  const ledger = createLedger(source.keep);
  const told = [...request.selection.regions, ...(source.ownRegion ? [source.ownRegion] : [])];
  const caller = createCaller({ ...source, told, ledger, askers: [...collectors, tokenAsker] });

  const discovery = await whoAndWhere(caller, collectors);
  source.onAccount?.(discovery.account);
  noteUnreadRegions(discovery, ledger);
  const asked = scopeOf(discovery, request.selection);
  caller.accountHas(asked.regions);
  const { params } = request;
  const place = { ...discovery, regions: asked.regions, now: source.startedAt, params };

  const leaving = leavingOf(request);
  const all = await collect(collectors, caller, place, source.progress, leaving);
  const end = await source.ended();
  const refused = ledger.lines.some(({ status }) => status === 'region-disabled');
  const tokens = refused ? await sessionTokens(caller, collectors, discovery) : undefined;
  caller.ended(tokenAsker);

  const closed = closedRegionsOf(ledger.lines);
  const scope = withoutClosed(asked, closed);
  const gathered = gatheredOutside(closed, all);
  const { fault, spoil } = ledger;
  const world = { ...place, regions: scope.regions, gathered, fault, spoil };

  const { findings, finished } = await judge(request, checks, world, ledger, source);
  const ended = finished ? end : endedEarly(end, source.signal);
  const letIn = letInBy(gathered, collectors, { ...place, regions: scope.regions });
  const { startedAt, sample } = source;
  const read = readScope(scope, ledger.lines);
  const activity = leaving && activityIn(read.regions, checks, gathered, ledger.lines);
  const parts = {
    version,
    request,
    discovery,
    scope: read,
    ...(activity && { activity }),
    startedAt,
    ended,
    tokens,
    ...(sample && { sample }),
  };
  return reportOf({ ...parts, ledger, findings, letIn });
}

/** Without the account's own list the scan may miss Regions, whatever each check finds in the others. */
function noteUnreadRegions({ regionStates }: Discovery, ledger: Ledger): void {
  const state = Observed.open(regionStates);
  if (state.known) return;
  for (const { spoilt, source, detail } of state.causes) {
    if (spoilt) ledger.spoil(source.id, detail, 'discovery');
  }
}

async function judge(
  request: ScanRequest,
  checks: readonly Check[],
  world: World,
  { lines }: Ledger,
  { signal, onJudged, homeRegion }: ScanSource,
) {
  const calls = new Set(lines.map((line) => line.id));
  const scanned = { ...world, checks: checks.map(({ id }) => id) };
  const tags = asksTags(request) ? gatheredTags(request, world, homeRegion) : undefined;
  const muting = request.mutes && mutingOf(request.mutes, scanned, tags);
  const store = createFindingStore(world, (id) => calls.has(id), muting, tags);
  const how = { pace: inTurns(), signal: judgingEnd(signal), onJudged };
  const judged = await evaluate(checks, world, store, how);
  return { ...judged, findings: store.seal() };
}

/** What ended the reading also ended the judging, in the end. */
function endedEarly(read: ReadingEnd, signal: AbortSignal | undefined): ReadingEnd {
  const endedBy = read.endedBy ?? (signal ? endOf(signal) : undefined);
  return { ...read, status: 'partial', ...(endedBy === undefined ? {} : { endedBy }) };
}

/** Where the credentials do not work, or AWS cannot be reached, there is nothing to report on. */
async function whoAndWhere(
  caller: Caller,
  collectors: readonly Collector<unknown>[],
): Promise<Discovery> {
  const discovery = Observed.open(await discover(caller, collectors));
  if (discovery.known) return discovery.value;
  throw explainStart(discovery.causes.map((cause) => cause.detail).join('; '));
}
