/**
 * Whether the buckets are there that distributions fetch from. Those of the account are in its list; S3 is asked about the
 * others, by the call that tells one that does not exist from one that it may not tell about.
 */
import { defineCollector } from '../../collect/collector.ts';
import { Observed } from '../../observe/observed.ts';
import { GetBucketLocation } from '../s3/operations.ts';
import { accountBuckets } from '../s3/buckets.ts';
import { distributions } from './distributions.ts';

/** `own`: of the account. `other`: of another account, which lets this one ask. */
export type BucketPresence = 'own' | 'other' | 'missing';

export const originBuckets = defineCollector({
  id: 'cloudfront.origin-buckets',
  service: 'cloudfront',
  scope: 'global',
  calls: [GetBucketLocation],
  needs: { distributions, accountBuckets },
  gather: async (aws, given): Promise<ReadonlyMap<string, Observed<BucketPresence>>> => {
    const { items, sources } = given.accountBuckets;
    const own = new Set(items.map(({ name }) => name));
    const ask = async (Bucket: string): Promise<Observed<BucketPresence>> => {
      if (own.has(Bucket)) return Observed.knownBy(sources, 'own');
      const told = Observed.open(await aws.get(GetBucketLocation, { Bucket }, () => true));
      if (told.known) return Observed.knownBy(told.sources, 'other');
      const gone = told.causes.find(({ reason }) => reason === 'gone');
      return gone ? Observed.known('missing', gone.source) : Observed.unreadable(...told.causes);
    };
    const named = given.distributions.items.flatMap(({ origins }) => knownOf(origins) ?? []);
    const buckets = named.flatMap(({ kind, bucket }) =>
      kind === 's3' ? (knownOf(bucket) ?? []) : [],
    );
    const answers = [...new Set(buckets)].map(async (name) => [name, await ask(name)] as const);
    return new Map(await Promise.all(answers));
  },
});

/** What could not be read is left out: whoever judges by it meets that first. */
function knownOf<T>(observed: Observed<T>): T | undefined {
  const state = Observed.open(observed);
  return state.known ? state.value : undefined;
}
