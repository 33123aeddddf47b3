/** The account's buckets and the Region of each. Every setting of a bucket is asked in its Region. */
import type { Aws, GetOptions, Members, Place } from '../../aws/reads.ts';
import type { Operation } from '../../aws/operation.ts';
import { type Collector, defineCollector, type Resource } from '../../collect/collector.ts';
import { type MayKnowGone, type PerResource, perResource } from '../../collect/per-resource.ts';
import { type Listing, Observed } from '../../observe/observed.ts';
import { isRegionName, regionsEnabledByDefault } from '../../aws/partitions.ts';
import { GetBucketLocation, ListBuckets } from './operations.ts';

export interface Bucket extends Resource {
  /** The bucket's Region. Where it is unreadable, `region` is `unknown` and so is every setting. */
  readonly location: Observed<string>;
}

/** Every bucket of the account, whatever Regions the scan is of. */
export const accountBuckets = defineCollector({
  id: 's3.account-buckets',
  service: 's3',
  scope: 'global',
  calls: [ListBuckets, GetBucketLocation],
  gather: async (aws): Promise<Listing<Bucket> & MayKnowGone> => {
    const listed = await aws.list(
      ListBuckets,
      { MaxBuckets: 1000 },
      'Buckets',
      (bucket, { must, observe, unusable }) => {
        const name = must(bucket, 'Name');
        return {
          arn: `arn:${aws.partition}:s3:::${name}`,
          type: 'AWS::S3::Bucket',
          name,
          told: bucket.BucketRegion?.trim()
            ? observe(() => regionIn(must(bucket, 'BucketRegion'), unusable))
            : undefined,
        };
      },
    );
    const located = await perResource(
      listed.items,
      async ({ told, name }) => told ?? locate(aws, name),
    );
    const items = listed.items.map(({ told: _told, ...bucket }): Bucket => {
      const location = located.of(bucket);
      const state = Observed.open(location);
      return { ...bucket, region: state.known ? state.value : 'unknown', location };
    });
    const { gone } = located;
    return { ...listed, items, ...(gone ? { gone } : {}) };
  },
});

/** What is no Region is none that a scan of some Regions leaves out. */
function regionIn(text: string, unusable: Members['unusable']): string {
  return isRegionName(text) ? text : unusable(`"${text.slice(0, 40)}" is no Region`);
}

/** The Region of a bucket that ListBuckets told none of, as endpoints do that are not AWS's own. */
function locate(aws: Aws, Bucket: string): Promise<Observed<string>> {
  return aws.get(GetBucketLocation, { Bucket }, (answer, { must, unusable }) => {
    // Amazon S3 API reference, "GetBucketLocation": EU is eu-west-1, and us-east-1 has no name.
    if (answer.LocationConstraint === 'EU') return 'eu-west-1';
    if (!answer.LocationConstraint && aws.partition === 'aws') return 'us-east-1';
    return regionIn(must(answer, 'LocationConstraint'), unusable);
  });
}

/**
 * The buckets that a scan judges. A scan that leaves out a Region which the account has was told to, and leaves out
 * the buckets there. A scan of all Regions leaves out none, not even a bucket in a Region that was switched off or
 * could not be found out: its settings will be unreadable, and that is said.
 */
export const buckets = defineCollector({
  id: 's3.buckets',
  service: 's3',
  scope: 'global',
  calls: [],
  needs: { all: accountBuckets },
  gather: (aws, { all }) => ({ ...all, items: all.items.filter(isScanned(aws)) }),
});

/** Tells whether a bucket lies where the scan looks; true where its Region is not known, or is none of the partition's. */
export function isScanned(place: Pick<Place, 'regions' | 'regionStates' | 'partition'>) {
  const states = Observed.open(place.regionStates);
  const ofTheAccount = states.known
    ? states.value.filter(({ enabled }) => enabled).map(({ region }) => region)
    : (regionsEnabledByDefault[place.partition] ?? []);
  const isWhole = ofTheAccount.every((region) => place.regions.includes(region));
  const isRegion = (name: string) =>
    !states.known || states.value.some(({ region }) => region === name);
  return ({ location }: Bucket): boolean => {
    const state = Observed.open(location);
    if (isWhole || !state.known || place.regions.includes(state.value)) return true;
    return !isRegion(state.value);
  };
}

/** Asks about each bucket in its Region. Where that is not known, S3 cannot be asked, and the answer is as unknown. */
async function askInRegion<T>(
  { location }: Bucket,
  ask: (region: string) => Promise<Observed<T>>,
): Promise<Observed<T>> {
  const state = Observed.open(location);
  return state.known ? ask(state.value) : Observed.unreadable(...state.causes);
}

interface SettingOptions<T, A> extends GetOptions<A> {
  /**
   * What other answers say of the setting, null where they leave it open: S3 is not asked about a bucket of which it is
   * known already. The value rests on those answers and on no other.
   */
  readonly unless?: Collector<PerResource<{ readonly value: T | A } | null>>;
}

/** Declares the collector of one setting that each bucket has, which one call for each bucket tells. */
export function bucketSetting<O extends object, T, A = never>(
  id: string,
  operation: Operation<{ Bucket: string | undefined }, O>,
  read: (answer: O, members: Members) => T,
  { unless, ...options }: SettingOptions<T, A> = {},
): Collector<PerResource<T | A>> {
  const about = { id, service: 's3', scope: 'global', calls: [operation] } as const;
  const asking = (aws: Aws) => (bucket: Bucket) =>
    askInRegion(bucket, (region) =>
      aws.get(operation, { Bucket: bucket.name }, read, { ...options, region }),
    );
  if (!unless) {
    return defineCollector({
      ...about,
      needs: { buckets },
      gather: (aws, given) => perResource(given.buckets.items, asking(aws)),
    });
  }
  return defineCollector({
    ...about,
    needs: { buckets, unless },
    gather: (aws, given) => {
      const ask = asking(aws);
      return perResource(given.buckets.items, async (bucket): Promise<Observed<T | A>> => {
        const told = Observed.open(given.unless.of(bucket));
        if (told.known && told.value) return Observed.known(told.value.value, ...told.sources);
        // Of a bucket that is gone there is nothing more to ask.
        const gone = told.known ? [] : told.causes.filter(({ reason }) => reason === 'gone');
        return gone.length > 0 ? Observed.unreadable(...gone) : ask(bucket);
      });
    },
  });
}
