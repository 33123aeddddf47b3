/** An organisation of so many accounts, and what one run over it does. */
import { pagesOf, requestsOfRun, type Requests, totalOf } from './calls.ts';
import { mapOver, type MapLimits, type MapRun } from './map.ts';
import type { Sample } from './measured.ts';

/** A kind of account, and how many of a hundred are of it. */
export interface Share {
  readonly sample: Sample;
  readonly percent: number;
}

export interface Assumed {
  /** Added to the seconds of each account: the start of a function, and the role. */
  readonly startSeconds: number;
  /** Bytes of the reports of an account whose file does not tell. */
  readonly bytes: number;
  /** Pages of the list of accounts that are asked for a second. */
  readonly pagesASecond: number;
  /** Milliseconds that the report of the whole takes for each account. */
  readonly reduceMilliseconds: number;
}

export const assumed: Assumed = {
  startSeconds: 2,
  bytes: 9_000_000,
  pagesASecond: 2.5,
  reduceMilliseconds: 4,
};

export interface FleetRun {
  readonly accounts: number;
  /** By service, those beside the scans among them. */
  readonly requests: Requests;
  readonly calls: number;
  /** Of all functions together. */
  readonly seconds: number;
  readonly bytes: number;
  readonly findings: number;
  readonly map: MapRun;
  /** From the start of the list to the end of the report. */
  readonly wallSeconds: number;
}

export function fleetOf(
  accounts: number,
  shares: readonly Share[],
  limits: MapLimits,
  how: Assumed = assumed,
): FleetRun {
  const samples = spread(accounts, shares);
  const scans: Record<string, number> = {};
  for (const { requests } of samples) {
    for (const [service, number] of Object.entries(requests)) {
      scans[service] = (scans[service] ?? 0) + number;
    }
  }
  // The account that scans has its role too: the job assumes one in each.
  const requests = requestsOfRun({ scans, listed: accounts, roles: accounts, asksWho: false });
  const seconds = samples.map((sample) => sample.seconds + how.startSeconds);
  const map = mapOver(seconds, limits);
  const listing = how.startSeconds + pagesOf(accounts) / how.pagesASecond;
  const reducing = how.startSeconds + (accounts * how.reduceMilliseconds) / 1000;
  return {
    accounts,
    requests,
    calls: totalOf(requests),
    seconds: listing + seconds.reduce((sum, each) => sum + each, 0) + reducing,
    bytes: samples.reduce((sum, { bytes }) => sum + (bytes ?? how.bytes), 0),
    findings: samples.reduce((sum, { findings }) => sum + findings, 0),
    map,
    wallSeconds: listing + map.seconds + reducing,
  };
}

/** So many accounts, each kind as evenly among the others as its share allows, as account ids lie. */
function spread(accounts: number, shares: readonly Share[]): readonly Sample[] {
  const taken = shares.map(() => 0);
  return Array.from({ length: accounts }, (_, index) => {
    const owed = shares.map(({ percent }, at) => ((index + 1) * percent) / 100 - (taken[at] ?? 0));
    const next = owed.indexOf(Math.max(...owed));
    taken[next] = (taken[next] ?? 0) + 1;
    const share = shares[next];
    if (!share) throw new Error('no kind of account is named');
    return share.sample;
  });
}
