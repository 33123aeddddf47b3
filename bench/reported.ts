/** What a report says of its own scan, read without the findings, of which there may be half a million. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** As far as it is measured. */
const Reported = z.object({
  coverage: z.object({
    calls: z.object({
      ok: z.number(),
      denied: z.number(),
      throttled: z.number(),
      failed: z.number(),
      skipped: z.number(),
    }),
    gaps: z.array(
      z.object({
        service: z.string(),
        operation: z.string(),
        region: z.string(),
        cause: z.string(),
      }),
    ),
  }),
  summary: z.object({ byOutcome: z.record(z.string(), z.number()) }),
});
export type Reported = z.infer<typeof Reported>;

/** Takes the two members out of report.json, whose own members begin and end at the second column of a line. */
export async function readReported(file: string): Promise<Reported> {
  const texts = new Map<string, string>();
  let open: string | undefined;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    const name = /^ {2}"(\w+)": /.exec(line)?.[1];
    if (name === 'coverage' || name === 'summary') {
      open = name;
      texts.set(name, line.slice(line.indexOf(':') + 1));
      continue;
    }
    if (name !== undefined) open = undefined;
    if (open === undefined) continue;
    texts.set(open, `${texts.get(open)}${line}`);
    if (/^ {2}[}\]],?$/.test(line)) open = undefined;
  }
  const members = [...texts].map(([name, text]) => [name, JSON.parse(text.replace(/,$/, ''))]);
  return Reported.parse(Object.fromEntries(members));
}
