import * as sdk from '@aws-sdk/client-sfn';
import { sfn as service } from '../../src/collectors/sfn/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, must, SECOND } from '../site.ts';
import type { Site } from '../site.ts';

/** Of the logging of state machines moto keeps the level alone: the log group need not be there. */
async function plant(site: Site): Promise<void> {
  const machines = [
    { name: 'nwh-customs-clearance', region: HOME, level: 'ERROR' },
    { name: 'nwh-berth-rotation', region: SECOND, level: 'OFF' },
  ] as const;
  for (const { name, region, level } of machines) {
    const sfn = site.client(sdk.SFNClient, region, 60);
    const made = await sfn.send(
      new sdk.CreateStateMachineCommand({
        name,
        roleArn: `arn:aws:iam::${ACCOUNT_ID}:role/nwh-workflows`,
        definition: '{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}',
        loggingConfiguration: { level, includeExecutionData: false },
      }),
    );
    const arn = must(made.stateMachineArn, 'stateMachineArn');
    site.expect('stepfunctions-machine-logging', arn, level === 'OFF' ? 'fail' : 'pass');
  }
}

export default emulate({ service, sdk, Client: sdk.SFNClient, plant });
