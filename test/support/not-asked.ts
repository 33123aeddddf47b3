import type { AnyOperation } from '../../src/aws/operation.ts';

/** What the sample account gives no cause to ask, and why; each has tests of its own. */
const notAsked: Readonly<Record<string, string>> = {
  's3:GetBucketLocation':
    'ListBuckets tells the Region of every bucket there; of one that is gone, which an origin names, it has no answer',
};

/** Whether the sample account makes a scan ask it. */
export function isAsked({ service, name }: Pick<AnyOperation, 'service' | 'name'>): boolean {
  return !(`${service}:${name}` in notAsked);
}
