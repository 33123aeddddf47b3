import {
  CloudTrailClient,
  CreateTrailCommand,
  PutEventSelectorsCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import * as sdk from '@aws-sdk/client-cloudtrail';
import { cloudtrail as service } from '../../src/collectors/cloudtrail/service.ts';
import { z } from 'zod';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, US, must } from '../site.ts';
import type { Site } from '../site.ts';
import logs from './cloudwatch-logs.ts';
import kms from './kms.ts';
import s3 from './s3.ts';

/** Of trails moto does not say when events last arrived in CloudWatch Logs. Times are ISO 8601, trails named by ARN. */
const state = z.strictObject({
  running: z.record(z.string(), z.strictObject({ delivered: z.string() })).default({}),
});

const asked = z.object({ Name: z.string() });

/** A trail of all Regions that is set up well, and one of a single Region that nobody set up further. */
async function plant(site: Site): Promise<void> {
  const { trailBucket, weakTrailBucket } = await s3.planted(site);
  const keyArn = (await kms.planted(site))('nwh-trail');
  const { auditGroupArn } = await logs.planted(site);
  const home = site.client(CloudTrailClient, HOME);
  const made = await home.send(
    new CreateTrailCommand({
      Name: 'northwind-audit',
      S3BucketName: trailBucket,
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
      KmsKeyId: keyArn,
      IncludeGlobalServiceEvents: true,
      CloudWatchLogsLogGroupArn: auditGroupArn,
      CloudWatchLogsRoleArn: `arn:aws:iam::${ACCOUNT_ID}:role/northwind-trail-to-logs`,
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
  const delivered = site.daysBefore(0.1).toISOString();
  await site.set('state', cloudtrail.state({ [HOME]: { running: { [good]: { delivered } } } }));
  const account = `arn:aws:iam::${ACCOUNT_ID}:root`;
  site.expect('cloudtrail-multi-region-enabled', account, 'pass');
  site.expect('cloudtrail-s3-write-events', account, 'pass');
  site.expect('cloudtrail-s3-read-events', account, 'fail');
  for (const about of ['log-file-validation', 'kms-encryption', 'cloudwatch-logs']) {
    const check = `cloudtrail-${about}`;
    site.expect(check, good, 'pass');
    site.expect(check, bad, 'fail');
  }
}

const cloudtrail = emulate({
  service,
  sdk,
  Client: CloudTrailClient,
  state,
  answers: {
    GetTrailStatus: (request, { running }) => {
      const trail = running[asked.parse(JSON.parse(request.body.toString())).Name];
      if (!trail) return success(request, { IsLogging: false });
      const at = Date.parse(trail.delivered) / 1000;
      return success(request, {
        IsLogging: true,
        LatestDeliveryTime: at,
        LatestCloudWatchLogsDeliveryTime: at,
      });
    },
  },
  plant,
});
export default cloudtrail;
