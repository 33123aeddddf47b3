/** What an account takes: as it was measured here, or as a fleet.json or summary.json of the user's own tells. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fleetSchema, fleetShape } from '../../src/fleet/model.ts';
import { summarySchema, summaryShape } from '../../src/fleet/summary.ts';
import type { Requests } from './calls.ts';

/** One account, or the mean of many. */
export interface Sample {
  /** Names it in the table. */
  readonly name: string;
  readonly requests: Requests;
  readonly seconds: number;
  readonly findings: number;
  /** Bytes of its reports; undefined where the file does not tell. */
  readonly bytes?: number | undefined;
}

export const measuredPath = new URL('../results/accounts.json', import.meta.url);

const measuredShape = z.object({
  date: z.string(),
  machine: z.string(),
  accounts: z.array(
    z.object({
      name: z.string(),
      requests: z.record(z.string(), z.number()),
      seconds: z.number(),
      findings: z.number(),
      bytes: z.number(),
    }),
  ),
});

export type Measured = z.infer<typeof measuredShape>;

export async function readMeasured(): Promise<Measured> {
  return measuredShape.parse(JSON.parse(await readFile(measuredPath, 'utf8')));
}

/** The accounts of a file that a run left. Throws, with what is wrong, for anything else. */
export async function samplesIn(path: string): Promise<readonly Sample[]> {
  const json: unknown = JSON.parse(await readFile(path, 'utf8'));
  const { schema } = z.object({ schema: z.string() }).parse(json);
  if (schema === summarySchema) {
    const { scan, requests, summary } = summaryShape.parse(json);
    return [
      {
        name: scan.account.id,
        requests,
        seconds: secondsOf(scan),
        findings: sumOf(summary.byOutcome),
      },
    ];
  }
  if (schema !== fleetSchema) {
    throw new Error(`${path}: name a fleet.json or a summary.json; this says ${schema}`);
  }
  const { accounts, requests, totals } = fleetShape.parse(json);
  const [first] = accounts;
  if (!first) throw new Error(`${path}: no account was scanned`);
  const mean = (sum: number) => sum / accounts.length;
  return [
    {
      name: `mean of ${accounts.length}`,
      requests: Object.fromEntries(
        Object.entries(requests).map(([service, number]) => [service, mean(number)]),
      ),
      seconds: mean(accounts.reduce((sum, account) => sum + secondsOf(account), 0)),
      findings: mean(sumOf(totals.byOutcome)),
    },
  ];
}

function secondsOf({
  startedAt,
  finishedAt,
}: {
  readonly startedAt: string;
  readonly finishedAt: string;
}): number {
  return (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
}

function sumOf(numbers: Readonly<Record<string, number>>): number {
  return Object.values(numbers).reduce((sum, number) => sum + number, 0);
}
