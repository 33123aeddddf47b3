import * as sdk from '@aws-sdk/client-kinesis';
import { createWire } from '../../src/aws/live/wire.ts';
import { kinesis as service } from '../../src/collectors/kinesis/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND } from '../site.ts';
import type { Site } from '../site.ts';

/** One stream is encrypted and keeps its records for a week; one is as a stream is made. */
async function plant(site: Site): Promise<void> {
  const streams = [
    { name: 'nwh-arrivals', region: HOME, isHardened: true },
    { name: 'nwh-tide-gauges', region: SECOND, isHardened: false },
  ] as const;
  for (const { name: StreamName, region, isHardened } of streams) {
    // The SDK would speak HTTP/2, which the gate does not.
    const requestHandler = createWire();
    const kinesis = new sdk.KinesisClient({ ...site.configFor(region, 60), requestHandler });
    await kinesis.send(new sdk.CreateStreamCommand({ StreamName, ShardCount: 1 }));
    if (isHardened) {
      await kinesis.send(
        new sdk.StartStreamEncryptionCommand({
          StreamName,
          EncryptionType: 'KMS',
          KeyId: 'alias/aws/kinesis',
        }),
      );
      await kinesis.send(
        new sdk.IncreaseStreamRetentionPeriodCommand({ StreamName, RetentionPeriodHours: 168 }),
      );
    }
    const arn = `arn:aws:kinesis:${region}:${ACCOUNT_ID}:stream/${StreamName}`;
    site.expect('kinesis-stream-encrypted', arn, isHardened ? 'pass' : 'fail');
    site.expect('kinesis-stream-retention', arn, isHardened ? 'pass' : 'fail');
  }
}

export default emulate({ service, sdk, Client: sdk.KinesisClient, plant });
