/**
 * What findings cost by themselves: those of a made account (bench/made) go through the real evaluation, the real store and
 * the real reporters into files. Nothing is read from AWS. In a process of its own for each format, so that the memory is
 * that of the format alone.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const figures = z.strictObject({
  findings: z.number(),
  resources: z.number(),
  calls: z.number(),
  format: z.string(),
  /** MB of memory that the sealed findings take, resources and calls not counted. */
  storeMb: z.number(),
  /** Resident size of the process before the report is written, in MB, and how far it rises above that meanwhile. */
  startMb: z.number(),
  aboveMb: z.number(),
  /** Seconds of CPU. */
  judgeS: z.number(),
  sealS: z.number(),
  writeS: z.number(),
  fileMb: z.number(),
});

type FindingsFigures = z.infer<typeof figures>;

async function measureFindings(count: number, format: string): Promise<FindingsFigures> {
  const child = fileURLToPath(new URL('findings-child.ts', import.meta.url));
  const args = ['--expose-gc', '--import', 'tsx', child, String(count), format];
  const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [told, [code]] = await Promise.all([text(running.stdout), once(running, 'close')]);
  if (code !== 0) throw new Error(`the measurement of ${count} findings ended with ${code}`);
  return figures.parse(JSON.parse(told));
}

/** A row for each count and format. */
export async function benchFindings(
  counts: readonly number[],
  formats: readonly string[],
): Promise<readonly FindingsFigures[]> {
  const rows: FindingsFigures[] = [];
  for (const count of counts) {
    for (const format of formats) rows.push(await measureFindings(count, format));
  }
  return rows;
}
