/** One timed run of one scenario: what the program used, what it says, and what the gate saw. */
import type { BucketOf } from '../emulator/gate/buckets.ts';
import type { Call, Fault } from '../emulator/gate.ts';
import { boundOf, busiestSecond, sendsBeyond } from './bound.ts';
import { run } from './cli.ts';
import type { Run } from './cli.ts';
import type { Figures } from './figures.ts';
import { askedIn } from './questions.ts';
import type { Asked } from './questions.ts';
import type { Reported } from './reported.ts';
import type { Stage } from './stages.ts';

export interface Scenario {
  readonly name: string;
  readonly args: readonly string[];
  /** Milliseconds that every answer takes; none where nothing is asked. */
  readonly latency?: number;
  readonly faults?: readonly Fault[];
  /** AWS's buckets at the gate, and the share of them that the program was told to use. */
  readonly limits?: { readonly bucketOf: BucketOf; readonly share: number };
  /** Name of the scenario whose findings and calls it must equal, whatever went wrong on the way. */
  readonly sameAs?: string;
}

export interface Measured extends Asked {
  readonly report: Reported | undefined;
  /** What set the bound, and the busiest second of a bucket, in words. */
  readonly remarks: readonly string[];
  /** Answers of moto's, and how many of them the gate gave from memory. */
  readonly answers: { readonly all: number; readonly kept: number };
}

/** Runs a scenario once. */
export async function measure(scenario: Scenario, stage: Stage, folder: string): Promise<Measured> {
  const { gate } = stage;
  stage.reset();
  gate.setLatency({ milliseconds: scenario.latency ?? 0 });
  gate.setFaults(scenario.faults ?? []);
  gate.setBuckets(scenario.limits?.bucketOf ?? (() => undefined));
  gate.calls.reset();
  const before = process.cpuUsage();
  const ran = await run(scenario.args, gate.endpoint, folder);
  const { user, system } = process.cpuUsage(before);
  const calls = gate.calls.list();
  const asked = askedIn(calls);
  const kept = calls.filter(({ by }) => by === 'kept').length;
  const limited = limitsOf(scenario, calls, stage.longestList(), ran.wallSeconds);
  return {
    figures: {
      wall: ran.wallSeconds,
      cpu: ran.cpuSeconds,
      memory: ran.peakMegabytes,
      ...reportedOf(ran),
      ...(ran.report && calls.length > 0
        ? {
            ...asked.figures,
            lost: lostOf(ran.report),
            inFlight: gate.calls.maxInFlight(),
            connections: gate.calls.connections(),
            gate: (user + system) / 1e4 / ran.wallSeconds,
          }
        : {}),
      ...limited.figures,
    },
    report: ran.report,
    repeated: asked.repeated,
    unanswered: asked.unanswered,
    remarks: limited.remarks,
    answers: { all: kept + calls.filter(({ by }) => by === 'moto').length, kept },
  };
}

function reportedOf({ report, size }: Run): Figures {
  return {
    ...(report ? { findings: sum(Object.values(report.summary.byOutcome)) } : {}),
    ...(size.json === undefined ? {} : { json: size.json }),
    ...(size.html === undefined ? {} : { html: size.html }),
  };
}

function lostOf({ coverage }: Reported): number {
  const { denied, throttled, failed, skipped } = coverage.calls;
  return denied + throttled + failed + skipped;
}

/** Who asks, which Regions there are, and what is asked of one resource of a list: one answer needed for the next. */
const stepsAroundList = 3;

function limitsOf(
  { limits, latency = 0 }: Scenario,
  calls: readonly Call[],
  longestList: number,
  wallSeconds: number,
): { readonly figures: Figures; readonly remarks: readonly string[] } {
  if (!limits || calls.length === 0) return { figures: {}, remarks: [] };
  const { bucketOf, share } = limits;
  const chain = ((longestList + stepsAroundList) * latency) / 1000;
  const bound = boundOf(calls, bucketOf, share, chain);
  const busiest = busiestSecond(calls, bucketOf, share);
  return {
    figures: {
      beyond: sendsBeyond(calls, bucketOf, share),
      bound: bound.seconds,
      ratio: wallSeconds / bound.seconds,
    },
    remarks: [
      `bound by ${bound.bucket ?? 'calls that follow each other'}`,
      ...(busiest
        ? [
            `busiest second: ${busiest.sends} sends of ${busiest.bucket}, whose full bucket allows ${busiest.allowed}`,
          ]
        : []),
    ],
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
