/**
 * The process that bench/findings.ts measures: arguments, how many findings, and the id of a format; standard output, the
 * figures as JSON.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findReporter } from '../reports/index.ts';
import { writeToFolder } from '../src/run/outputs/folder.ts';
import { prepareReport } from './made/report.ts';

const [count, format = ''] = process.argv.slice(2);
const reporter = findReporter(format);
if (!reporter) throw new Error(`there is no format ${format}`);

const making = prepareReport(Number(count));
const begun = used();
const [judgeS] = await timed(() => making.judge());
const [sealS, report] = await timed(() => Promise.resolve(making.seal()));
const judged = used();
const folder = await mkdtemp(join(tmpdir(), 'srm-scan-findings-'));
try {
  const watch = watchMemory();
  const [writeS, { paths }] = await timed(() =>
    writeToFolder(report, { to: 'folder', path: folder, reporters: [reporter] }),
  );
  const memory = watch.stop();
  const [path = ''] = paths.filter((each) => each.endsWith(reporter.file));
  const figures = {
    findings: report.totals.findings,
    resources: making.resources,
    calls: report.totals.calls,
    format,
    storeMb: judged - begun,
    ...memory,
    judgeS,
    sealS,
    writeS,
    fileMb: Number(((await stat(path)).size / 1e6).toFixed(2)),
  };
  process.stdout.write(JSON.stringify(figures));
} finally {
  await rm(folder, { recursive: true });
}

/** In MB, once what is not used was let go. */
function used(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 1e6);
}

/** Resident memory in MB, from now until it is stopped: where it began, and how far above that it came. */
function watchMemory() {
  globalThis.gc?.();
  const start = process.memoryUsage.rss();
  let highest = start;
  const look = () => {
    highest = Math.max(highest, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 5);
  return {
    stop: () => {
      look();
      clearInterval(timer);
      return { startMb: Math.round(start / 1e6), aboveMb: Math.round((highest - start) / 1e6) };
    },
  };
}

/** In seconds of CPU, which do not depend on what else the machine does. */
async function timed<T>(work: () => Promise<T>): Promise<readonly [seconds: number, result: T]> {
  const from = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(from);
  return [Number(((user + system) / 1e6).toFixed(2)), result];
}
