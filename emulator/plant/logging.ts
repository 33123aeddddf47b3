import {
  CreateTrailCommand,
  PutEventSelectorsCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  StartConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { TRAIL_BUCKET, WEAK_TRAIL_BUCKET } from './s3.ts';
import { ACCOUNT_ID, HOME, SECOND, US, must } from './site.ts';
import type { Site } from './site.ts';

async function plantTrails(site: Site, keyArn: string): Promise<void> {
  const home = site.cloudtrail(HOME);
  const made = await home.send(
    new CreateTrailCommand({
      Name: 'northwind-audit',
      S3BucketName: TRAIL_BUCKET,
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
      KmsKeyId: keyArn,
      IncludeGlobalServiceEvents: true,
    }),
  );
  await home.send(new StartLoggingCommand({ Name: 'northwind-audit' }));
  const DataResources = [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }];
  const selector = { ReadWriteType: 'WriteOnly', IncludeManagementEvents: false } as const;
  await home.send(
    new PutEventSelectorsCommand({
      TrailName: 'northwind-audit',
      EventSelectors: [
        { ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] },
        { ...selector, DataResources },
      ],
    }),
  );
  const us = site.cloudtrail(US);
  const Name = 'legacy-trail';
  const weak = await us.send(
    new CreateTrailCommand({ Name, S3BucketName: WEAK_TRAIL_BUCKET, IsMultiRegionTrail: false }),
  );
  // What AWS gives a trail that nobody set up further; moto gives it none.
  await us.send(
    new PutEventSelectorsCommand({
      TrailName: Name,
      EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] }],
    }),
  );
  const good = must(made.TrailARN, 'TrailARN');
  const bad = must(weak.TrailARN, 'TrailARN');
  const account = `arn:aws:iam::${ACCOUNT_ID}:root`;
  site.expect('cloudtrail-multi-region-enabled', account, 'pass');
  site.expect('cloudtrail-s3-write-events', account, 'pass');
  site.expect('cloudtrail-s3-read-events', account, 'fail');
  for (const check of ['cloudtrail-log-file-validation', 'cloudtrail-kms-encryption']) {
    site.expect(check, good, 'pass');
    site.expect(check, bad, 'fail');
  }
}

async function plantRecorder(site: Site, region: string, running: boolean): Promise<void> {
  const config = site.config(region);
  await config.send(
    new PutConfigurationRecorderCommand({
      ConfigurationRecorder: {
        name: 'default',
        roleARN: `arn:aws:iam::${ACCOUNT_ID}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
        recordingGroup: { allSupported: true, includeGlobalResourceTypes: region === HOME },
      },
    }),
  );
  const DeliveryChannel = { name: 'default', s3BucketName: 'nwh-access-logs' };
  await config.send(new PutDeliveryChannelCommand({ DeliveryChannel }));
  const recorder = { ConfigurationRecorderName: 'default' };
  if (running) await config.send(new StartConfigurationRecorderCommand(recorder));
}

/** CloudTrail and AWS Config: recorders run in two Regions, one is stopped, the others have none. */
export async function plantLogging(site: Site, keyArn: string): Promise<void> {
  await plantTrails(site, keyArn);
  await plantRecorder(site, HOME, true);
  await plantRecorder(site, SECOND, true);
  await plantRecorder(site, US, false);
  site.expect('config-recorder-enabled', HOME, 'pass');
  site.expect('config-recorder-enabled', US, 'fail');
}
