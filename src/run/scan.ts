/** A scan: select, collect, evaluate, report. */
import { type Caller, createCaller } from '../aws/caller.ts';
import type { Transport } from '../aws/transport.ts';
import { type CallRecord, createLedger } from '../aws/evidence/ledger.ts';
import { collect, type Progress } from '../collect/collect.ts';
import type { Collector } from '../collect/collector.ts';
import { gatheredOutside, scopeOf, withoutClosed } from './regions.ts';
import { closedRegionsOf } from '../aws/evidence/closed-regions.ts';
import { discover, type Discovery } from './discovery.ts';
import { explainStart } from '../aws/live/session.ts';
import { evaluate } from '../judge/evaluate.ts';
import { Observed } from '../observe/observed.ts';
import { plan } from '../plan/plan.ts';
import type { Report, ScanInfo } from '../report/model.ts';
import { reportOf } from '../report/build.ts';
import type { ScanRequest } from './request.ts';
import { version } from './version.generated.ts';

/** Where the answers come from, and when. */
export interface ScanSource {
  readonly transport: Transport;
  readonly startedAt: Date;
  /** The Region that answers for services without Regions. */
  readonly homeRegion: string;
  readonly keep?: (record: CallRecord) => void;
  readonly progress?: Progress;
  /** How the collection ended; asked once, when it has. */
  ended(): Pick<ScanInfo, 'status' | 'endedBy'> & { readonly finishedAt: string };
}

export async function scan(request: ScanRequest, source: ScanSource): Promise<Report> {
  const { checks, collectors } = plan(request.checks);
  const ledger = createLedger(source.keep);
  const caller = createCaller({ ...source, ledger, askers: collectors });

  const discovery = await whoAndWhere(caller, collectors);
  const asked = scopeOf(discovery, request.selection.regions);
  const { params } = request;
  const place = { ...discovery, regions: asked.regions, now: source.startedAt, params };

  const all = await collect(collectors, caller, place, source.progress);
  const ended = source.ended();

  const closed = closedRegionsOf(ledger.lines);
  const scope = withoutClosed(asked, closed);
  const { regions } = scope;
  const gathered = gatheredOutside(closed, all);
  const { startedAt } = source;
  const world = { ...place, regions, gathered, params, fault: ledger.fault };
  const evaluation = evaluate(checks, world);
  return reportOf({ version, request, discovery, scope, startedAt, ended, ledger, evaluation });
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
