/** Trails: the first records all Regions, the others their own. */
import type {
  DescribeTrailsResponse,
  EventSelector,
  GetEventSelectorsResponse,
  GetTrailStatusResponse,
  Trail,
} from '@aws-sdk/client-cloudtrail';
import { accountId, daysBefore, lastNumber, numbered, percent } from './identity.ts';
import type { Answerers, Question } from './question.ts';
import { regionOf } from './regions.ts';
import { bucketName } from './s3.ts';

export const cloudTrailAnswers = {
  DescribeTrails: (question): DescribeTrailsResponse => {
    const all = Array.from({ length: question.size.counts.trails }, (_, index) =>
      trailAt(question, index),
    );
    const showsShadows = question.text('includeShadowTrails') !== 'false';
    return {
      trailList: all.filter(
        ({ HomeRegion, IsMultiRegionTrail }) =>
          HomeRegion === question.region || (showsShadows && IsMultiRegionTrail === true),
      ),
    };
  },
  GetTrailStatus: (question): GetTrailStatusResponse => ({
    IsLogging: percent('logging', 'trail', indexIn(question, 'Name')) < 90,
    LatestDeliveryTime: daysBefore(question.now, 0),
  }),
  GetEventSelectors: (question): GetEventSelectorsResponse => {
    const objects: EventSelector = {
      ReadWriteType: 'WriteOnly',
      IncludeManagementEvents: false,
      DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
      ExcludeManagementEventSources: [],
    };
    const management: EventSelector = {
      ReadWriteType: 'All',
      IncludeManagementEvents: true,
      DataResources: [],
      ExcludeManagementEventSources: [],
    };
    const index = indexIn(question, 'TrailName');
    return {
      TrailARN: question.text('TrailName'),
      EventSelectors: index === 0 ? [management, objects] : [management],
    };
  },
} satisfies Answerers;

function indexIn(question: Question, name: string): number {
  return lastNumber(question.text(name)) ?? 0;
}

function trailAt({ size }: Question, index: number): Trail {
  const HomeRegion = regionOf(size, index);
  const Name = numbered('trail', index);
  const key = `arn:aws:kms:${HomeRegion}:${accountId}:alias/trail`;
  return {
    Name,
    TrailARN: `arn:aws:cloudtrail:${HomeRegion}:${accountId}:trail/${Name}`,
    HomeRegion,
    IsMultiRegionTrail: index === 0,
    IsOrganizationTrail: false,
    IncludeGlobalServiceEvents: true,
    LogFileValidationEnabled: index % 2 === 0,
    HasCustomEventSelectors: index === 0,
    HasInsightSelectors: false,
    S3BucketName: bucketName(index % size.counts.buckets),
    ...(index % 2 === 0 ? { KmsKeyId: key } : {}),
  };
}
