/** CloudTrail's trails, each once, and what each is doing. */
import { isRegionName } from '../../aws/partitions.ts';
import { defineCollector, type Resource, scannedRegions } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import { type Listing, Observed } from '../../observe/observed.ts';
import type { RecordedEvents, TrailStatus } from '../../reasoning/trails.ts';
import { recordedEvents } from './event-selectors.ts';
import { DescribeTrails, GetTrailStatus, GetEventSelectors } from './operations.ts';

/** A trail. Its `region` is its home Region, which may lie outside the scan's. */
export interface Trail extends Resource {
  readonly multiRegion: Observed<boolean>;
  readonly logFileValidation: Observed<boolean>;
  /** The KMS key of its log files; null where S3's own keys encrypt them. */
  readonly kmsKey: Observed<string | null>;
  /** The name of the bucket that it delivers to. */
  readonly bucket: Observed<string>;
}

/**
 * The trails that a Region shows: its own, and shadows of those that reach it from another Region or from the
 * organisation (AWS CloudTrail API reference, "DescribeTrails").
 */
const trailsSeen = defineCollector({
  id: 'cloudtrail.trails-seen',
  service: 'cloudtrail',
  scope: 'regional',
  calls: [DescribeTrails],
  gather: (aws): Promise<Listing<Trail>> =>
    aws.list(
      DescribeTrails,
      { includeShadowTrails: true },
      'trailList',
      (trail, { must, field, observe, unusable }) => {
        const arn = must(trail, 'TrailARN');
        const home = must(trail, 'HomeRegion');
        return {
          arn,
          type: 'AWS::CloudTrail::Trail',
          name: must(trail, 'Name'),
          region: isRegionName(home) ? home : unusable(`"${home.slice(0, 40)}" is no Region`),
          multiRegion: field(trail, 'IsMultiRegionTrail'),
          logFileValidation: field(trail, 'LogFileValidationEnabled'),
          // AWS CloudTrail API reference, "Trail": only there where a key is set.
          kmsKey: observe(() => trail.KmsKeyId ?? null),
          bucket: field(trail, 'S3BucketName'),
          ...ofTheOrganization(arn, aws.account),
        };
      },
    ),
});

/** Every trail that the Regions of the scan show, once: those that reach more than their own Region are all among them. */
export const trails = defineCollector({
  id: 'cloudtrail.trails',
  service: 'cloudtrail',
  scope: 'global',
  calls: [],
  needs: { seen: scannedRegions(trailsSeen) },
  gather: (_, { seen }): Listing<Trail> => {
    const views = [...seen.values()];
    const byArn = new Map(views.flatMap(({ items }) => items.map((trail) => [trail.arn, trail])));
    return {
      items: [...byArn.values()],
      gaps: views.flatMap(({ gaps }) => gaps),
      sources: views.flatMap(({ sources }) => sources),
    };
  },
});

/** Whether each trail is recording at this time, and whether what it records arrives. */
export const trailStatus = defineCollector({
  id: 'cloudtrail.trail-status',
  service: 'cloudtrail',
  scope: 'global',
  calls: [GetTrailStatus],
  needs: { trails },
  gather: (aws, given) =>
    perResource(given.trails.items, ({ arn, region }) =>
      aws.get(
        GetTrailStatus,
        { Name: arn },
        (answer, { must }): TrailStatus => ({
          isLogging: must(answer, 'IsLogging'),
          // None of them is sent while all goes well.
          deliveryError: answer.LatestDeliveryError || null,
          digestError: answer.LatestDigestDeliveryError || null,
          cloudWatchError: answer.LatestCloudWatchLogsDeliveryError || null,
        }),
        { region },
      ),
    ),
});

/** What the event selectors of each trail take in; null of a trail of one Region, whose selectors serve no question. */
export const trailEvents = defineCollector({
  id: 'cloudtrail.trail-events',
  service: 'cloudtrail',
  scope: 'global',
  calls: [GetEventSelectors],
  needs: { trails },
  gather: (aws, given) =>
    perResource(
      given.trails.items,
      async ({ arn, region, multiRegion }): Promise<Observed<RecordedEvents | null>> => {
        const covers = Observed.open(multiRegion);
        if (covers.known && !covers.value) return Observed.known(null, ...covers.sources);
        return aws.get(GetEventSelectors, { TrailName: arn }, recordedEvents, { region });
      },
    ),
});

/** A trail of another account is shown to the members of the organisation, who cannot change it. */
function ofTheOrganization(arn: string, account: string): Pick<Resource, 'managed'> {
  const owner = arn.split(':')[4];
  if (!owner || owner === account) return {};
  const reason = `account ${owner} runs the trail for the organisation; it must be judged there`;
  return { managed: { by: 'organization', reason } };
}
