import * as sdk from '@aws-sdk/client-cloudwatch-logs';
import { cloudwatchLogs as service } from '../../src/collectors/cloudwatch-logs/service.ts';
import { emulate } from '../service.ts';

/** What delivers its logs is planted with the services that write them. */
export default emulate({
  service,
  sdk,
  Client: sdk.CloudWatchLogsClient,
  plant: () => Promise.resolve(),
});
