/** The way to the log of a function: what it writes to its standard output, CloudWatch Logs keeps. */
import { printable } from '../text/printable.ts';

/** @param line without its end; what would end it, or move a cursor, is spelled out */
export function logLine(line: string): void {
  process.stdout.write(`${printable(line)}\n`);
}
