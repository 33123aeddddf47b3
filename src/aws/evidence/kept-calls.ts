/**
 * Calls of evidence as a reading that goes on needs them: the answers in a file, for there may be more of them than memory
 * holds, and in memory only where each of them stands.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { isLasting } from '../faults.ts';
import type { CallRecord, Exchange } from './ledger.ts';

export interface KeptCalls {
  /** The answer to a call, or the error that is one; undefined where it has to be asked. */
  exchangeOf(id: string): Promise<Exchange | undefined>;
  /** How many requests were sent for a call that has no answer. */
  sentFor(id: string): number;
}

/** Where nothing was kept. */
export const noCalls: KeptCalls = {
  exchangeOf: () => Promise.resolve(undefined),
  sentFor: () => 0,
};

export interface KeptCallsFile extends KeptCalls {
  close(): Promise<void>;
}

/** Whether the call need not be asked again. */
export function isAnswered({ error }: Pick<Exchange, 'error'>): boolean {
  return error === undefined || isLasting(error);
}

interface Place {
  readonly at: number;
  readonly length: number;
}

/** Bytes that are written at once. */
const block = 2 ** 20;

/**
 * @param path a new file; whoever opened it deletes it
 * @param fill hands over the calls; a later record of a call stands for the earlier ones. Where it rejects, nothing is open
 */
export async function openKeptCalls(
  path: string,
  fill: (add: (call: CallRecord) => Promise<void>) => Promise<void>,
): Promise<KeptCallsFile> {
  const file = await open(path, 'wx+', 0o600);
  try {
    const { places, unanswered } = await filled(file, fill);
    return {
      exchangeOf: async (id) => {
        const place = places.get(id);
        return place && exchangeIn(await readAll(file, place));
      },
      sentFor: (id) => unanswered.get(id) ?? 0,
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function filled(file: FileHandle, fill: Parameters<typeof openKeptCalls>[1]) {
  const places = new Map<string, Place>();
  const unanswered = new Map<string, number>();
  let waiting: Buffer[] = [];
  let written = 0;
  let end = 0;
  const flush = async () => {
    const all = Buffer.concat(waiting);
    waiting = [];
    await writeAll(file, all, written);
    written = end;
  };
  await fill(async (call) => {
    if (!isAnswered(call)) {
      places.delete(call.id);
      unanswered.set(call.id, call.attempts);
      return;
    }
    unanswered.delete(call.id);
    const packed = Buffer.from(textOf(call));
    places.set(call.id, { at: end, length: packed.length });
    waiting.push(packed);
    end += packed.length;
    if (end - written >= block) await flush();
  });
  await flush();
  return { places, unanswered };
}

/** A line about the answer, and then its own text, which need not be parsed for that. */
function textOf({ at, requestId, attempts, error, answer }: CallRecord): string {
  return `${JSON.stringify({ at, requestId, attempts, error })}\n${answer ?? ''}`;
}

function exchangeIn(text: string): Exchange {
  const end = text.indexOf('\n');
  const about: Exchange = JSON.parse(text.slice(0, end));
  return about.error ? about : { ...about, answer: text.slice(end + 1) };
}

async function writeAll(file: FileHandle, all: Buffer, from: number): Promise<void> {
  for (let done = 0; done < all.length;) {
    const { bytesWritten } = await file.write(all, done, all.length - done, from + done);
    done += bytesWritten;
  }
}

async function readAll(file: FileHandle, { at, length }: Place): Promise<string> {
  const all = Buffer.alloc(length);
  for (let done = 0; done < length;) {
    const { bytesRead } = await file.read(all, done, length - done, at + done);
    if (bytesRead === 0) throw new Error('the file of kept answers was cut off');
    done += bytesRead;
  }
  return all.toString();
}
