/** One timed run of one scenario: what the program used, what it says, and what the gate saw. */
import type { Call, Fault, Gate } from '../emulator/gate.ts';
import { run } from './cli.ts';
import type { Reported } from './cli.ts';
import type { Figures } from './figures.ts';

export interface Scenario {
  readonly name: string;
  readonly args: readonly string[];
  /** Milliseconds that every answer takes; none where nothing is asked. */
  readonly latency?: number;
  readonly faults?: readonly Fault[];
  /** Name of the scenario whose findings and calls it must equal, whatever went wrong on the way. */
  readonly sameAs?: string;
}

export interface Measured {
  readonly figures: Figures;
  readonly report: Reported | undefined;
  /** Questions that were asked and answered more than once. */
  readonly repeated: readonly string[];
  /** Answers of moto's, and how many of them the gate gave from memory. */
  readonly answers: { readonly all: number; readonly kept: number };
}

/** Runs a scenario once. */
export async function measure(scenario: Scenario, gate: Gate, folder: string): Promise<Measured> {
  gate.setLatency({ milliseconds: scenario.latency ?? 0 });
  gate.setFaults(scenario.faults ?? []);
  gate.calls.reset();
  const before = process.cpuUsage();
  const { report, wallSeconds, cpuSeconds, peakMegabytes } = await run(
    scenario.args,
    gate.endpoint,
    folder,
  );
  const { user, system } = process.cpuUsage(before);
  const calls = gate.calls.list();
  const questions = questionsOf(calls);
  const kept = calls.filter(({ by }) => by === 'kept').length;
  const figures: Figures = { wall: wallSeconds, cpu: cpuSeconds, memory: peakMegabytes };
  if (report) figures.findings = sum(Object.values(report.summary.byOutcome));
  if (report && calls.length > 0) {
    const { denied, throttled, failed, skipped } = report.coverage.calls;
    figures.calls = calls.length;
    figures.distinct = questions.size;
    figures.duplicates = sum(questions.values()) - questions.size;
    figures.throttled = calls.filter(({ by }) => by === 'rate').length;
    figures.lost = denied + throttled + failed + skipped;
    figures.inFlight = gate.calls.maxInFlight();
    figures.connections = gate.calls.connections();
    figures.gate = (user + system) / 1e4 / wallSeconds;
  }
  return {
    figures,
    report,
    repeated: [...questions].filter(([, times]) => times > 1).map(([question]) => question),
    answers: { all: kept + calls.filter(({ by }) => by === 'moto').length, kept },
  };
}

/** How often each question was answered. A retry after a throttle is no second question. */
function questionsOf(calls: readonly Call[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { service, operation, region, inputHash, by } of calls) {
    if (by !== 'moto' && by !== 'canned' && by !== 'kept') continue;
    const question = `${service}:${operation} ${region} ${inputHash.slice(0, 12)}`;
    times.set(question, (times.get(question) ?? 0) + 1);
  }
  return times;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
