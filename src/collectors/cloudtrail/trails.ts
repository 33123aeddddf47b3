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
  /** The ARN of the log group that it delivers to; null where it delivers to none. */
  readonly logGroup: Observed<string | null>;
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
          // The same page: only there where the trail delivers to a log group.
          logGroup: observe(() => trail.CloudWatchLogsLogGroupArn ?? null),
          ...ofTheOrganization(arn, aws.account),
        };
      },
    ),
});

/**
 * What the trails that cover every Region are known by. Each Region that has such a trail shows it: where one Region could be
 * read there are no others, whatever another Region kept to itself.
 */
export const multiRegionView = defineCollector({
  id: 'cloudtrail.multi-region-view',
  service: 'cloudtrail',
  scope: 'global',
  calls: [],
  needs: { seen: scannedRegions(trailsSeen) },
  gather: (_, { seen }): Pick<Listing<Trail>, 'gaps' | 'sources'> => {
    const views = [...seen.values()];
    const whole = views.find(({ gaps }) => gaps.length === 0);
    return {
      gaps: whole ? [] : views.flatMap(({ gaps }) => gaps),
      sources: (whole ? [whole] : views).flatMap(({ sources }) => sources),
    };
  },
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
          // Not sent before the first delivery.
          cloudWatchDelivery: answer.LatestCloudWatchLogsDeliveryTime ?? null,
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
