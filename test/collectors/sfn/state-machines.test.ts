import {
  DescribeStateMachineCommand,
  ListStateMachinesCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { stateMachineLogging } from '../../../src/collectors/sfn/state-machines.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(SFNClient);

beforeEach(() => {
  client.reset();
});

const arn = 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders';

async function logging() {
  client.on(ListStateMachinesCommand).resolves(
    answer({
      stateMachines: [
        { stateMachineArn: arn, name: 'orders', type: 'STANDARD', creationDate: new Date(0) },
      ],
    }),
  );
  const { value } = await gatherFrom(stateMachineLogging);
  return Observed.open(value.of({ arn }));
}

it.each([
  ['{ "loggingConfiguration": { "level": "ALL" } }', { value: 'ALL' }],
  ['{ "loggingConfiguration": { "level": "OFF" } }', { value: 'OFF' }],
  ['{ "loggingConfiguration": { "level": "SOME" } }', { causes: [{ reason: 'failed' }] }],
  ['{ "loggingConfiguration": {} }', { causes: [{ reason: 'failed' }] }],
  ['{}', { causes: [{ reason: 'failed' }] }],
])('%s tells the level', async (machine, state) => {
  client.on(DescribeStateMachineCommand).resolves(answer(JSON.parse(machine)));
  expect(await logging()).toMatchObject(state);
});

it.each([
  ['StateMachineDoesNotExist', 'gone'],
  ['AccessDeniedException', 'denied'],
])('after %s it is %s', async (code, reason) => {
  client.on(DescribeStateMachineCommand).rejects(fault(code));
  expect(await logging()).toMatchObject({ causes: [{ reason }] });
});
