/** The requests that a run over many accounts sends to AWS, by service. */

export type Requests = Readonly<Record<string, number>>;

export interface RunOver {
  /** What the scans sent, as summary.json and fleet.json have it. */
  readonly scans: Requests;
  /** Accounts that the organisation lists, the closed ones among them; none where they are named in a file. */
  readonly listed: number;
  /** Accounts whose role is assumed. */
  readonly roles: number;
  /** The command line asks who it is; the job does not. */
  readonly asksWho: boolean;
  /** What was sent to read the organisation itself, as fleet.json has it; none for accounts of a file. */
  readonly organization?: Requests | undefined;
}

/** AWS Organizations API reference, "ListAccounts": so many on a page at most. */
const page = 20;

/**
 * What is sent beside the scans: who asks, the pages of the list, and a role for each account but that of whoever asks. A request
 * that is sent again because nobody answered is one more.
 */
export function requestsOfRun(run: RunOver): Requests {
  const { scans, listed, roles, asksWho, organization = {} } = run;
  const pages = pagesOf(listed);
  const sum: Record<string, number> = { ...scans };
  sum['sts'] = (sum['sts'] ?? 0) + (asksWho ? 1 : 0) + roles;
  if (pages > 0) sum['organizations'] = (sum['organizations'] ?? 0) + pages;
  for (const [service, number] of Object.entries(organization)) {
    sum[service] = (sum[service] ?? 0) + number;
  }
  return sum;
}

/** Of the list of so many accounts. */
export function pagesOf(listed: number): number {
  return Math.ceil(listed / page);
}

export function totalOf(requests: Requests): number {
  return Object.values(requests).reduce((sum, number) => sum + number, 0);
}
