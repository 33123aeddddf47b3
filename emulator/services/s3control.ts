import * as sdk from '@aws-sdk/client-s3-control';
import { s3control as service } from '../../src/collectors/s3control/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID } from '../site.ts';
import type { Site } from '../site.ts';

/** Nobody turned on the public access block of the account. */
function plant(site: Site): Promise<void> {
  site.expect('s3-account-public-access-blocked', `arn:aws:iam::${ACCOUNT_ID}:root`, 'fail');
  return Promise.resolve();
}

export default emulate({ service, sdk, Client: sdk.S3ControlClient, plant });
