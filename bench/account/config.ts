/** AWS Config: a recorder in most Regions that are in use. */
import type {
  DescribeConfigurationRecordersResponse,
  DescribeConfigurationRecorderStatusResponse,
  DescribeDeliveryChannelsResponse,
} from '@aws-sdk/client-config-service';
import { accountId, percent } from './identity.ts';
import type { Answerers } from './question.ts';
import { homeRegion } from './regions.ts';
import { bucketName } from './s3.ts';

function hasRecorder(region: string): boolean {
  return region === homeRegion || percent('recorder', region, 0) < 70;
}

export const configAnswers = {
  DescribeConfigurationRecorders: ({ region }): DescribeConfigurationRecordersResponse => ({
    ConfigurationRecorders: hasRecorder(region)
      ? [
          {
            name: 'default',
            roleARN: `arn:aws:iam::${accountId}:role/config`,
            recordingGroup: {
              allSupported: true,
              includeGlobalResourceTypes: region === homeRegion,
              resourceTypes: [],
              recordingStrategy: { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' },
            },
          },
        ]
      : [],
  }),
  DescribeConfigurationRecorderStatus: ({
    region,
    now,
  }): DescribeConfigurationRecorderStatusResponse => ({
    ConfigurationRecordersStatus: hasRecorder(region)
      ? [
          {
            name: 'default',
            recording: percent('recording', region, 0) < 90,
            lastStatus: 'Success',
            lastStartTime: now,
          },
        ]
      : [],
  }),
  DescribeDeliveryChannels: ({ region }): DescribeDeliveryChannelsResponse => ({
    DeliveryChannels: hasRecorder(region) ? [{ name: 'default', s3BucketName: bucketName(0) }] : [],
  }),
} satisfies Answerers;
