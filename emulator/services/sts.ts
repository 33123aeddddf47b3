import * as sdk from '@aws-sdk/client-sts';
import { sts as service } from '../../src/collectors/sts/service.ts';
import { emulate } from '../service.ts';

export default emulate({ service, sdk, Client: sdk.STSClient, plant: () => Promise.resolve() });
