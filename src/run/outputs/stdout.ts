import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Reporter } from '../../../reports/reporter.ts';
import { terminalText, visibleJson } from '../../text/terminal-text.ts';
import type { ReportReader } from '../../report/model.ts';

/** Writes a report to standard output, which is the user's: it stays open. */
export async function writeToStdout(report: ReportReader, reporter: Reporter): Promise<void> {
  try {
    const pieces = Readable.from(
      process.stdout.isTTY ? shown(report, reporter) : reporter.render(report),
    );
    await pipeline(pieces, process.stdout, { end: false });
  } catch (error) {
    // What is wrong with standard output itself is told where the program ends.
    if (!isOfStream(error)) throw error;
  }
}

/** For a terminal, which heeds control characters. JSON escapes the oldest of them alone. */
async function* shown(report: ReportReader, { isJson, render }: Reporter): AsyncGenerator<string> {
  const visible = isJson ? visibleJson : terminalText;
  for await (const piece of render(report)) yield visible(piece);
}

/** The reader is gone, or the disk is full. */
function isOfStream(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('syscall' in error) return error.syscall === 'write';
  return 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
