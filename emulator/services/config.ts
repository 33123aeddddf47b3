import {
  ConfigServiceClient,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  StartConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import * as sdk from '@aws-sdk/client-config-service';
import { config as service } from '../../src/collectors/config/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';
import s3 from './s3.ts';

async function plantRecorder(site: Site, region: string, running: boolean): Promise<void> {
  const { logBucket } = await s3.planted(site);
  const config = site.client(ConfigServiceClient, region);
  await config.send(
    new PutConfigurationRecorderCommand({
      ConfigurationRecorder: {
        name: 'default',
        roleARN: `arn:aws:iam::${ACCOUNT_ID}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
        recordingGroup: { allSupported: true, includeGlobalResourceTypes: region === HOME },
      },
    }),
  );
  const DeliveryChannel = { name: 'default', s3BucketName: logBucket };
  await config.send(new PutDeliveryChannelCommand({ DeliveryChannel }));
  const recorder = { ConfigurationRecorderName: 'default' };
  if (running) await config.send(new StartConfigurationRecorderCommand(recorder));
}

/** Recorders run in two Regions, one is stopped, the other Regions have none. */
async function plant(site: Site): Promise<void> {
  await plantRecorder(site, HOME, true);
  await plantRecorder(site, SECOND, true);
  await plantRecorder(site, US, false);
  site.expect('config-recorder-enabled', HOME, 'pass');
  site.expect('config-recorder-enabled', US, 'fail');
}

export default emulate({ service, sdk, Client: ConfigServiceClient, plant });
