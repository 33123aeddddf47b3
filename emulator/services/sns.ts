import * as sdk from '@aws-sdk/client-sns';
import { sns as service } from '../../src/collectors/sns/service.ts';
import { emulate } from '../service.ts';

/** The topics are planted by those that send to them. */
export default emulate({ service, sdk, Client: sdk.SNSClient, plant: () => Promise.resolve() });
