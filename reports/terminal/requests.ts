/** What was sent to AWS, in a sentence: CloudTrail has a line for each, and others bill by it. */

/** So many services are named. */
const most = 6;

/** @param where the rest is told */
export function requestsSentence(
  byService: Readonly<Record<string, number>>,
  where: string,
): string {
  const services = Object.entries(byService).toSorted(([, one], [, other]) => other - one);
  const sent = services.reduce((sum, [, number]) => sum + number, 0);
  if (sent === 0) return 'No request was sent to AWS.';
  const named = services.slice(0, most).map(([service, number]) => `${service} ${number}`);
  const more = services.length - named.length;
  const rest = more > 0 ? ` and ${more} more services` : '';
  return `Requests sent: ${sent}. By service: ${named.join(', ')}${rest}; ${where}.`;
}

/** Every attempt is a request. */
export function requestsBy(
  calls: Iterable<{ readonly service: string; readonly attempts: number }>,
): Readonly<Record<string, number>> {
  const sent: Record<string, number> = {};
  for (const { service, attempts } of calls) {
    if (attempts > 0) sent[service] = (sent[service] ?? 0) + attempts;
  }
  return sent;
}
