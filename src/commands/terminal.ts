/**
 * The one way to the terminal. Standard output carries what was asked for; messages and progress go to standard error.
 * Whatever is written passes `terminalText`, so that no name, message or file of others can move the cursor, hide a line or
 * pretend to be one of ours.
 */
import { printable } from '../text/printable.ts';
import { terminalText } from '../text/terminal-text.ts';

export interface Screen {
  readonly isTerminal: boolean;
  /** Undefined where there is no terminal. */
  readonly columns: number | undefined;
  write(text: string): void;
  /** Writes over the line that was drawn before. */
  redraw(line: string): void;
}

export const screens = { out: screenOf(process.stdout), err: screenOf(process.stderr) } as const;

function screenOf(stream: NodeJS.WriteStream): Screen {
  return {
    get isTerminal() {
      return stream.isTTY;
    },
    get columns() {
      return stream.isTTY ? stream.columns : undefined;
    },
    write: (text) => {
      stream.write(terminalText(text));
    },
    redraw: (line) => {
      stream.write(`\r\u001B[2K${printable(line)}`);
    },
  };
}

/** Columns of what is told to people: those of the terminal, as far as a line is easy to read; 80 where there is none. */
export function widthOf({ columns }: Pick<Screen, 'columns'>): number {
  return Math.min(columns || 80, 100);
}

/** Lines for standard output. */
export function print(text: string): void {
  screens.out.write(`${text}\n`);
}

/** One message for standard error. A line break in it is of somebody else, and written out. */
export function say(message: string): void {
  screens.err.write(`srm-scan: ${printable(message)}\n`);
}

/** Our own fault, with its stack. The message quotes who knows whom, the frames are ours. */
export function sayFault(error: unknown, said?: () => void): void {
  const [message, frames] = faultOf(error);
  const words = `srm-scan: this is a fault of srm-scan; please report it.\n${printable(message)}\n${frames}`;
  process.stderr.write(terminalText(words), said);
}

function faultOf(error: unknown): readonly [string, string] {
  if (!(error instanceof Error)) return [String(error), ''];
  const { name, message, stack = '' } = error;
  const head = message === '' ? name : `${name}: ${message}`;
  const frames = stack.startsWith(head) ? stack.slice(head.length) : `\n${stack}`;
  return [head, frames === '' ? '' : `${frames.slice(1)}\n`];
}

/** A reader that has seen enough (`| head`) is no fault; a full disk is. */
export function heedBrokenStreams(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || process.exitCode === 2) return;
    say(`cannot write to standard output: ${error.message}`);
    process.exitCode = 2;
  });
  // Nothing is left to tell it to.
  process.stderr.on('error', () => undefined);
}

/** Calls back when all that was written is out. */
export function whenWritten(then: () => void): void {
  process.stdout.write('', () => process.stderr.write('', then));
}

/** Whether a person can be asked. */
export function canAsk(): boolean {
  return process.stdin.isTTY;
}

export async function askMfaCode(serial: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(printable(`MFA code of ${serial}: `))).trim();
  } finally {
    terminal.close();
  }
}
