import * as sdk from '@aws-sdk/client-kinesis';
import { createWire } from '../../src/aws/live/wire.ts';
import { kinesis as service } from '../../src/collectors/kinesis/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND } from '../site.ts';
import type { Site } from '../site.ts';

/** One stream is encrypted, and one is not. */
async function plant(site: Site): Promise<void> {
  const streams = [
    { name: 'nwh-arrivals', region: HOME, isEncrypted: true },
    { name: 'nwh-tide-gauges', region: SECOND, isEncrypted: false },
  ] as const;
  for (const { name: StreamName, region, isEncrypted } of streams) {
    // The SDK would speak HTTP/2, which the gate does not.
    const requestHandler = createWire();
    const kinesis = new sdk.KinesisClient({ ...site.configFor(region, 60), requestHandler });
    await kinesis.send(new sdk.CreateStreamCommand({ StreamName, ShardCount: 1 }));
    if (isEncrypted) {
      await kinesis.send(
        new sdk.StartStreamEncryptionCommand({
          StreamName,
          EncryptionType: 'KMS',
          KeyId: 'alias/aws/kinesis',
        }),
      );
    }
    const arn = `arn:aws:kinesis:${region}:${ACCOUNT_ID}:stream/${StreamName}`;
    site.expect('kinesis-stream-encrypted', arn, isEncrypted ? 'pass' : 'fail');
  }
}

export default emulate({ service, sdk, Client: sdk.KinesisClient, plant });
