import {
  CloudTrailClient,
  CreateTrailCommand,
  PutEventSelectorsCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import * as sdk from '@aws-sdk/client-cloudtrail';
import { cloudtrail as service } from '../../src/collectors/cloudtrail/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, US, must } from '../site.ts';
import type { Site } from '../site.ts';
import kms from './kms.ts';
import s3 from './s3.ts';

/** A trail of all Regions that is set up well, and one of a single Region that nobody set up further. */
async function plant(site: Site): Promise<void> {
  const { trailBucket, weakTrailBucket } = await s3.planted(site);
  const keyArn = (await kms.planted(site))('nwh-trail');
  const home = site.client(CloudTrailClient, HOME);
  const made = await home.send(
    new CreateTrailCommand({
      Name: 'northwind-audit',
      S3BucketName: trailBucket,
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
  const us = site.client(CloudTrailClient, US);
  const Name = 'legacy-trail';
  const weak = await us.send(
    new CreateTrailCommand({ Name, S3BucketName: weakTrailBucket, IsMultiRegionTrail: false }),
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

export default emulate({ service, sdk, Client: CloudTrailClient, plant });
