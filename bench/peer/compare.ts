/** srm-scan and Prowler in turns on the same generated account, through the same gate, with checks of the same meaning. */
import { run } from '../cli.ts';
import type { Figures } from '../figures.ts';
import { askedIn } from '../questions.ts';
import { documentedBucket } from '../rates.ts';
import type { SizeName } from '../account/sizes.ts';
import type { Stage } from '../stages.ts';
import { openGenerated } from '../stages.ts';
import { ours, prowlers } from './prowler-checks.ts';
import { installProwler, prowlerVersion, runProwler } from './prowler.ts';

interface Contender {
  readonly name: string;
  readonly run: (endpoint: string, folder: string) => Promise<Figures>;
}

/** Rows of a table: what each used in each run, and what the account could not answer, in words. */
export interface Comparison {
  readonly rows: readonly { readonly name: string; readonly figures: readonly Figures[] }[];
  readonly remarks: readonly string[];
}

const latency = 60;

export async function compareWithProwler(
  accounts: readonly SizeName[],
  runs: number,
  folder: string,
): Promise<Comparison> {
  await installProwler();
  const rows: { name: string; figures: Figures[] }[] = [];
  const remarks = [
    `${ours.length} checks of srm-scan against ${prowlers.length} of Prowler ${prowlerVersion}`,
  ];
  for (const account of accounts) {
    const stage = await openGenerated(account);
    const contenders = [srmScan(0.5), srmScan(1), prowler].map((contender) => ({
      ...contender,
      row: { name: `${account} resources, ${contender.name}`, figures: new Array<Figures>() },
    }));
    rows.push(...contenders.map(({ row }) => row));
    try {
      for (let round = 1; round <= runs; round += 1) {
        for (const { row, ...contender } of contenders) {
          process.stderr.write(`run ${round} of ${runs}: ${row.name}\n`);
          row.figures.push(await measureContender(contender, stage, folder));
          remarks.push(...unansweredRemarks(row.name, stage));
        }
      }
    } finally {
      await stage.close();
    }
  }
  return { rows, remarks: [...new Set(remarks)] };
}

async function measureContender(
  contender: Contender,
  { gate, reset }: Stage,
  folder: string,
): Promise<Figures> {
  reset();
  gate.setLatency({ milliseconds: latency });
  gate.setBuckets(documentedBucket);
  gate.calls.reset();
  const figures = await contender.run(gate.endpoint, folder);
  const calls = gate.calls.list();
  return {
    ...askedIn(calls).figures,
    unanswered: calls.filter(({ by }) => by === 'unanswered').length,
    inFlight: gate.calls.maxInFlight(),
    ...figures,
  };
}

function unansweredRemarks(name: string, { gate }: Stage): readonly string[] {
  const { unanswered } = askedIn(gate.calls.list());
  return unanswered.length === 0 ? [] : [`${name}: refused ${unanswered.join(', ')}`];
}

function srmScan(rate: number): Contender {
  return {
    name: `srm-scan, rate ${rate}`,
    run: async (endpoint, folder) => {
      const checks = ours.flatMap((id) => ['--check', id]);
      const args = [...checks, '--rate', String(rate), '--output', folder];
      const ran = await run(args, endpoint, folder);
      const findings = Object.values(ran.report?.summary.byOutcome ?? {});
      return {
        wall: ran.wallSeconds,
        cpu: ran.cpuSeconds,
        memory: ran.peakMegabytes,
        findings: findings.reduce((sum, each) => sum + each, 0),
      };
    },
  };
}

const prowler: Contender = {
  name: 'Prowler',
  run: async (endpoint, folder) => {
    const { wallSeconds, cpuSeconds, peakMegabytes, findings } = await runProwler(endpoint, folder);
    return { wall: wallSeconds, cpu: cpuSeconds, memory: peakMegabytes, findings };
  },
};
