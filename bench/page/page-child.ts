/**
 * Writes the page of so many findings: arguments, how many, and the file; standard output, as JSON, what can be looked for in
 * it. In a process of its own, whose memory ends with it.
 */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { html } from '../../reports/html/html.ts';
import { prepareReport } from '../made/report.ts';

const [count, file = ''] = process.argv.slice(2);
const making = prepareReport(Number(count));
await making.judge();
const report = making.seal();
await pipeline(Readable.from(html.render(report)), createWriteStream(file));
let left = Math.floor(report.totals.findings / 2);
for (const { id, resource } of report.findings()) {
  left -= 1;
  if (left > 0) continue;
  const { findings, calls } = report.totals;
  const told = { findings, calls, resources: making.resources, id, arn: resource.arn };
  process.stdout.write(JSON.stringify(told));
  break;
}
