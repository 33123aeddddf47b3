/** The buckets that trails deliver to, and what is asked of them alone. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import {
  type Cause,
  type Listing,
  Observed,
  pagesOf,
  type Source,
} from '../../observe/observed.ts';
import { type Trail, trails } from './trails.ts';
import { logTarget } from '../s3/bucket-logging.ts';
import { accountBuckets, type Bucket, isScanned } from '../s3/buckets.ts';
import { GetBucketLogging } from '../s3/operations.ts';

/** A bucket that at least one trail delivers to. */
export interface TrailBucket extends Resource {
  /** The bucket among the account's own; unreadable where it is not known to be one of them. */
  readonly own: Observed<Bucket>;
}

export const trailBuckets = defineCollector({
  id: 'cloudtrail.trail-buckets',
  service: 'cloudtrail',
  scope: 'global',
  calls: [],
  needs: { trails, buckets: accountBuckets },
  gather: (aws, given): Listing<TrailBucket> => {
    const ownByName = new Map(given.buckets.items.map((bucket) => [bucket.name, bucket]));
    const { byBucket, unread } = byTargets(given.trails.items);
    const items = [...byBucket].flatMap(([name, delivering]): TrailBucket[] => {
      const own = ownByName.get(name);
      if (own) {
        const pages = pagesOf(own, given.buckets.sources);
        const listed = [...pages, ...showing(delivering, given.trails)];
        const known = { ...own, own: Observed.known(own, ...pages), listed };
        // Another Region's buckets are left out of a scan of some Regions, as everywhere.
        return isScanned(aws)(own) ? [known] : [];
      }
      const listed = showing(delivering, given.trails);
      return [{ ...strangeBucket(name, aws.partition, delivering, given.buckets), listed }];
    });
    return {
      items,
      gaps: [...given.trails.gaps, ...unread],
      sources: [...given.trails.sources, ...given.buckets.sources],
    };
  },
});

/** The bucket that each trail bucket sends its access log to; null where it keeps none. */
export const trailBucketLogging = defineCollector({
  id: 'cloudtrail.trail-bucket-logging',
  service: 'cloudtrail',
  scope: 'global',
  calls: [GetBucketLogging],
  needs: { buckets: trailBuckets },
  gather: (aws, given) =>
    perResource(given.buckets.items, async ({ own }) => {
      const bucket = Observed.open(own);
      if (!bucket.known) return Observed.unreadable(...bucket.causes);
      const location = Observed.open(bucket.value.location);
      if (!location.known) return Observed.unreadable(...location.causes);
      const { name: Bucket } = bucket.value;
      return aws.get(GetBucketLogging, { Bucket }, logTarget, { region: location.value });
    }),
});

/** The pages that showed the trails. */
function showing(delivering: readonly Trail[], all: Listing<Trail>): readonly Source[] {
  return [...new Set(delivering.flatMap((trail) => pagesOf(trail, all.sources)))];
}

/** A bucket of another account, or one that cannot be told from those. */
function strangeBucket(
  name: string,
  partition: string,
  delivering: readonly Trail[],
  own: Listing<Bucket>,
): TrailBucket {
  const isForeign = own.gaps.length === 0;
  const isOrganizations = isForeign && delivering.every(({ managed }) => managed);
  const detail = `bucket ${name} is not among this account's; it must be judged in the account that owns it`;
  const foreign = own.sources.map((source): Cause => ({ reason: 'denied', detail, source }));
  const reason = "the trail is the organisation's, and its bucket belongs to another account";
  return {
    arn: `arn:${partition}:s3:::${name}`,
    type: 'AWS::S3::Bucket',
    name,
    region: 'unknown',
    own: Observed.unreadable(...(isForeign ? foreign : own.gaps)),
    ...(isOrganizations ? { managed: { by: 'organization', reason } } : {}),
  };
}

function byTargets(all: readonly Trail[]) {
  const byBucket = new Map<string, Trail[]>();
  const unread: Cause[] = [];
  for (const trail of all) {
    const target = Observed.open(trail.bucket);
    if (!target.known) {
      unread.push(...target.causes);
      continue;
    }
    byBucket.set(target.value, [...(byBucket.get(target.value) ?? []), trail]);
  }
  return { byBucket, unread };
}
