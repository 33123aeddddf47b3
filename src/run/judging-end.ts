/** Milliseconds. With the writing of the reports it must fit into what a Lambda keeps back for both. */
export const judgingAfterEnd = 10_000;

/**
 * What ends the judging: what ends the scan, at once. Where that came while AWS was still being read, the judging has a
 * time of its own, for otherwise what was read would be lost.
 */
export function judgingEnd(end: AbortSignal | undefined): AbortSignal | undefined {
  if (!end?.aborted) return end;
  const late = new AbortController();
  setTimeout(() => {
    late.abort(new Error(`${endOf(end)}, and to judge what was read took longer than was left`));
  }, judgingAfterEnd).unref();
  return late.signal;
}

/** Why it was ended, in words. */
export function endOf({ reason }: AbortSignal): string {
  return reason instanceof Error ? reason.message : 'the scan was interrupted';
}
