/**
 * Hosts that do not answer. After a few time-outs in a row a host is given up, and with it every host of a Region of
 * which none answered in between: otherwise each call would wait for as long as a call may, one after the other.
 */

/** What one client reaches: a service in one Region. */
export interface HostName {
  readonly service: string;
  readonly region: string;
  /** A service without Regions answers from elsewhere than the Region that it is asked in. */
  readonly scope: 'regional' | 'global';
}

/** What is known of one host. */
export interface Watch {
  /** Why the host is not asked any more. */
  goneBecause(): string | undefined;
  /** Whether the last word of the host, or of its Region, was a time-out. */
  isDoubted(): boolean;
  answered(): void;
  /** Tells that a request that was sent at `sentAt` had no answer in time. True when hosts were given up by it. */
  timedOut(sentAt: number, now: number): boolean;
}

interface Row {
  timeOuts: number;
  lastAt: number;
}

const mostTimeOuts = 3;

export function createSilence(): (host: HostName) => Watch {
  const regions = new Map<string, Row>();

  return ({ service, region, scope }) => {
    const own = emptyRow();
    const shared = regions.get(region) ?? emptyRow();
    if (scope === 'regional') regions.set(region, shared);
    const rows = scope === 'regional' ? [own, shared] : [own];
    let hasAnswered = false;

    return {
      goneBecause: () => {
        const after = `gave up after ${mostTimeOuts} time-outs in a row`;
        if (isGone(own)) return `${after}: ${service} in ${region} does not answer`;
        if (hasAnswered || !rows.some(isGone)) return undefined;
        return `${after}: no service in ${region} answers`;
      },
      isDoubted: () => rows.some(({ timeOuts }) => timeOuts > 0),
      answered: () => {
        hasAnswered = true;
        for (const row of rows) if (!isGone(row)) row.timeOuts = 0;
      },
      timedOut: (sentAt, now) => rows.map((row) => count(row, sentAt, now)).includes(true),
    };
  };
}

function emptyRow(): Row {
  return { timeOuts: 0, lastAt: Number.NEGATIVE_INFINITY };
}

function isGone({ timeOuts }: Row): boolean {
  return timeOuts >= mostTimeOuts;
}

/** Requests that waited at the same time are one time-out: a network that fails for a moment is no silent host. */
function count(row: Row, sentAt: number, now: number): boolean {
  if (sentAt < row.lastAt) return false;
  row.lastAt = now;
  row.timeOuts += 1;
  return row.timeOuts === mostTimeOuts;
}
