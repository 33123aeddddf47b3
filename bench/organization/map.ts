/** How long a Distributed Map takes over accounts of these sizes: a model of its quotas and of Lambda's, second by second. */

export interface MapLimits {
  /** Children that run at once: `Concurrency` of the template. */
  readonly concurrency: number;
  /** Children that the Map starts a second. Step Functions developer guide, "Quotas": of standard children. */
  readonly starts: number;
  /** Functions of the account that run at once. Lambda developer guide, "Quotas": 1,000 unless raised. */
  readonly functions: number;
  /** Environments that a function gains every ten seconds, and has at first. Lambda developer guide, "Scaling behavior". */
  readonly growth: number;
}

export const usualLimits: MapLimits = {
  concurrency: 100,
  starts: 100,
  functions: 1000,
  growth: 1000,
};

export interface MapRun {
  readonly seconds: number;
  /** Most children at work at one moment. */
  readonly atOnce: number;
  /** Most that began within one second: so many roles are assumed in it, of 600 requests a second that STS allows an account. */
  readonly startsASecond: number;
}

/** @param accounts seconds that each takes, in the order of the list */
export function mapOver(accounts: readonly number[], limits: MapLimits): MapRun {
  const { starts, growth } = limits;
  const most = Math.min(limits.concurrency, limits.functions);
  /** When those at work end, the soonest first. */
  const atWork: number[] = [];
  let now = 0;
  let last = 0;
  let atOnce = 0;
  const begun = new Map<number, number>();
  for (const seconds of accounts) {
    leave(atWork, now);
    const places = () => Math.min(most, growth * (1 + Math.floor(now / 10)));
    while (atWork.length >= places()) {
      const [soonest = now] = atWork;
      const grows = (Math.floor(now / 10) + 1) * 10;
      now = places() < most ? Math.min(soonest, grows) : soonest;
      leave(atWork, now);
    }
    insert(atWork, now + seconds);
    last = Math.max(last, now + seconds);
    atOnce = Math.max(atOnce, atWork.length);
    // The sum of many fractions of a second falls short by less than this.
    const second = Math.floor(now + 1e-6);
    begun.set(second, (begun.get(second) ?? 0) + 1);
    now += 1 / starts;
  }
  return { seconds: last, atOnce, startsASecond: Math.max(0, ...begun.values()) };
}

/** Those that have ended. */
function leave(sorted: number[], now: number): void {
  while (sorted[0] !== undefined && sorted[0] <= now) sorted.shift();
}

/** Keeps the order. */
function insert(sorted: number[], value: number): void {
  const at = sorted.findIndex((each) => each > value);
  if (at === -1) sorted.push(value);
  else sorted.splice(at, 0, value);
}
