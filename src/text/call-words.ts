/** Calls, in the words of reasons. */

/** What is to be known of a call, or of a collector that broke. */
interface Named {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
}

/** "s3:GetBucketAcl in eu-west-1": which call it was. */
export function callWords({ service, operation, region }: Named): string {
  return `${service}:${operation} in ${region}`;
}

/** "s3:GetBucketAcl in eu-west-1: AccessDenied: …": the reason of a finding for which the call gave no usable answer. */
export function lostCallWords(call: Named, detail: string): string {
  return `${callWords(call)}: ${detail}`;
}

/** Which call such a reason names, and what came instead of an answer; both empty where it is no such reason. */
export function partsOfLostCall(reason: string): {
  readonly call: string;
  readonly detail: string;
} {
  const end = reason.indexOf(': ');
  return end < 0
    ? { call: '', detail: '' }
    : { call: reason.slice(0, end), detail: reason.slice(end + 2) };
}
