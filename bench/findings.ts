/**
 * What findings cost by themselves: `judgements` of a generated account go through the real evaluation, the real store and
 * the real reporters into files. Nothing is read from AWS. In a process of its own, so that the peak is theirs alone.
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
  /** MB of memory that the sealed findings take, resources and calls not counted. */
  storeMb: z.number(),
  /** Highest resident size of the process, in MB: before the judging, after it, and with the reports. */
  startMb: z.number(),
  judgedMb: z.number(),
  peakMb: z.number(),
  /** Seconds of CPU. */
  judgeS: z.number(),
  sealS: z.number(),
  jsonS: z.number(),
  htmlS: z.number(),
  jsonMb: z.number(),
  htmlMb: z.number(),
});

type FindingsFigures = z.infer<typeof figures>;

async function measureFindings(count: number): Promise<FindingsFigures> {
  const child = fileURLToPath(new URL('findings-child.ts', import.meta.url));
  const args = ['--expose-gc', '--import', 'tsx', child, String(count)];
  const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [told, [code]] = await Promise.all([text(running.stdout), once(running, 'close')]);
  if (code !== 0) throw new Error(`the measurement of ${count} findings ended with ${code}`);
  return figures.parse(JSON.parse(told));
}

/** A Markdown table, one row for each count. */
export async function benchFindings(counts: readonly number[]): Promise<string> {
  const names = Object.keys(figures.shape);
  const rows = [`| ${names.join(' | ')} |`, `| ${names.map(() => '--:').join(' | ')} |`];
  for (const count of counts) {
    const values = Object.values(await measureFindings(count));
    rows.push(`| ${values.map((value) => value.toLocaleString('en-GB')).join(' | ')} |`);
  }
  return `${rows.join('\n')}\n`;
}
