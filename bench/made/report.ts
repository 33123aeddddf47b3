/** A report of so many findings, through the real evaluation and the real store. */
import { checks as allChecks } from '../../checks/index.ts';
import { createLedger } from '../../src/aws/evidence/ledger.ts';
import { evaluate } from '../../src/judge/evaluate.ts';
import { Observed } from '../../src/observe/observed.ts';
import { everything } from '../../src/plan/asked.ts';
import { reportOf } from '../../src/report/build.ts';
import type { ReportReader } from '../../src/report/model.ts';
import { createFindingStore } from '../../src/report/store.ts';
import { inTurns } from '../../src/run/pace.ts';
import { regions } from '../account/regions.ts';
import { account, makeAccount, startedAt } from './account.ts';
import { judging } from './judging.ts';

const partition = 'aws';

export interface Making {
  /** How many resources there are. */
  readonly resources: number;
  /** Judges them all; what `seal` gives is the report. */
  judge(): Promise<void>;
  seal(): ReportReader;
}

/** The account is made at once, the findings when they are asked for. */
export function prepareReport(findings: number): Making {
  const ledger = createLedger();
  const world = makeAccount(findings, allChecks, ledger);
  const checks = judging(allChecks, world, findings);
  const calls = new Set(ledger.lines.map(({ id }) => id));
  const store = createFindingStore({ account, partition }, (id) => calls.has(id));
  const judged = {
    gathered: {
      get: nothing,
      everyRegion: nothing,
      allRegions: Observed.known<true>(true),
      leftOut: () => new Map(),
      gone: () => undefined,
    },
    fault: nothing,
    spoil: nothing,
    now: startedAt,
    account,
    partition,
    regions,
    params: {},
  };
  return {
    resources: [...world.made.values()].reduce((sum, { length }) => sum + length, 0),
    judge: async () => {
      await evaluate(checks, judged, store, { pace: inTurns() });
    },
    seal: () =>
      reportOf({
        version: '0.0.0',
        request: { checks, selection: everything, params: {} },
        discovery: {
          account,
          alias: Observed.known('bench'),
          partition,
          principal: `arn:aws:sts::${account}:assumed-role/srm-scan/bench`,
        },
        scope: { regions, skipped: [] },
        startedAt,
        ended: { status: 'complete', finishedAt: startedAt.toISOString() },
        ledger,
        findings: store.seal(),
      }),
  };
}

function nothing(): never {
  throw new Error('nothing was gathered');
}
