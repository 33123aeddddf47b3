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
  /** Requests of calls that are not among these, by service: nobody had to ask them again. */
  sentBesides(ids: (id: string) => boolean): Readonly<Record<string, number>>;
}

/** Where nothing was kept. */
export const noCalls: KeptCalls = {
  exchangeOf: () => Promise.resolve(undefined),
  sentFor: () => 0,
  sentBesides: () => ({}),
};

export interface KeptCallsFile extends KeptCalls {
  close(): Promise<void>;
}

/** Whether the call need not be asked again. */
export function isAnswered({ error }: Pick<Exchange, 'error'>): boolean {
  return error === undefined || isLasting(error);
}

interface KeptCall {
  readonly service: string;
  /** Requests. */
  readonly sent: number;
  /** Of its answer. */
  readonly place?: Place;
}

interface Place {
  readonly at: number;
  readonly length: number;
}

/** Hands over the calls; a later record of a call stands for the earlier ones. */
type Fill = (add: (call: CallRecord) => Promise<void>) => Promise<void>;

/** Bytes that are written at once. */
const block = 2 ** 20;

/** Where `fill` rejects, nothing is open. @param path a new file; whoever opened it deletes it */
export async function openKeptCalls(path: string, fill: Fill): Promise<KeptCallsFile> {
  const file = await open(path, 'wx+', 0o600);
  try {
    const calls = await filled(file, fill);
    return {
      exchangeOf: async (id) => {
        const place = calls.get(id)?.place;
        return place && exchangeIn(await readAll(file, place));
      },
      sentFor: (id) => calls.get(id)?.sent ?? 0,
      sentBesides: (isAmong) => {
        const sentOf: Record<string, number> = {};
        for (const [id, { service, sent }] of calls) {
          if (!isAmong(id)) sentOf[service] = (sentOf[service] ?? 0) + sent;
        }
        return sentOf;
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function filled(file: FileHandle, fill: Fill): Promise<ReadonlyMap<string, KeptCall>> {
  const calls = new Map<string, KeptCall>();
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
    const { id, service, attempts: sent } = call;
    if (!isAnswered(call)) {
      calls.set(id, { service, sent });
      return;
    }
    const packed = Buffer.from(textOf(call));
    calls.set(id, { service, sent, place: { at: end, length: packed.length } });
    waiting.push(packed);
    end += packed.length;
    if (end - written >= block) await flush();
  });
  await flush();
  return calls;
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
