/** A collector or a check that broke: no call is to blame, and yet something was not read or not judged. */
export interface OwnFault {
  readonly in: 'collector' | 'check';
  readonly id: string;
  readonly service: string;
  readonly region: string;
  /** What it said as it broke. */
  readonly detail: string;
}

/** What was thrown, in words. */
export function wordsOfFault(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
