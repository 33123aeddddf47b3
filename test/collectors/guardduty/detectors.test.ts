import {
  type DetectorFeatureConfigurationResult,
  GetDetectorCommand,
  GuardDutyClient,
  ListDetectorsCommand,
} from '@aws-sdk/client-guardduty';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { detectors } from '../../../src/collectors/guardduty/detectors.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(GuardDutyClient);

function detectorIs(Features: DetectorFeatureConfigurationResult[]) {
  client.on(ListDetectorsCommand).resolves(answer({ DetectorIds: ['d1'] }));
  client
    .on(GetDetectorCommand)
    .resolves(answer({ ServiceRole: 'r', Status: 'ENABLED' as const, Features }));
}

beforeEach(() => {
  client.reset();
});

async function gather() {
  const { value } = await gatherFrom(detectors);
  const [detector] = value.items;
  if (!detector) throw new Error('there is no detector');
  const features = Observed.open(detector.features);
  return { detector, features: features.known ? features.value : [] };
}

it('reads the detector of a Region and what it watches', async () => {
  detectorIs([
    { Name: 'S3_DATA_EVENTS', Status: 'ENABLED' },
    {
      Name: 'RUNTIME_MONITORING',
      Status: 'ENABLED',
      ManagedBy: 'GUARDDUTY_POLICY',
      AdditionalConfiguration: [{ Name: 'EC2_AGENT_MANAGEMENT', Status: 'DISABLED' }],
    },
  ]);
  const { detector, features } = await gather();
  expect(detector).toMatchObject({
    arn: 'arn:aws:guardduty:eu-west-1:111122223333:detector/d1',
    region: 'eu-west-1',
  });
  expect(features).toMatchObject([
    { name: 'S3_DATA_EVENTS', isOn: { value: true }, isSetByOrganization: false, additional: [] },
    {
      name: 'RUNTIME_MONITORING',
      isSetByOrganization: true,
      additional: [{ name: 'EC2_AGENT_MANAGEMENT', isOn: { value: false } }],
    },
  ]);
});

it('keeps the other features where one lacks its status', async () => {
  detectorIs([{ Name: 'S3_DATA_EVENTS' }, { Name: 'EKS_AUDIT_LOGS', Status: 'DISABLED' }]);
  const { features } = await gather();
  expect(features.map(({ isOn }) => Observed.open(isOn).known)).toEqual([false, true]);
});

it('a Region without a detector is an empty list, and asks no more', async () => {
  client.on(ListDetectorsCommand).resolves(answer({ DetectorIds: [] }));
  const { value } = await gatherFrom(detectors);
  expect(value).toMatchObject({ items: [], gaps: [] });
  expect(client.commandCalls(GetDetectorCommand)).toHaveLength(0);
});

it('a Region that denies it is a gap, and a detector that may not be read stays', async () => {
  client.on(ListDetectorsCommand).rejects(fault('AccessDeniedException'));
  const { value } = await gatherFrom(detectors);
  expect(value).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
  client.on(ListDetectorsCommand).resolves(answer({ DetectorIds: ['d1'] }));
  client.on(GetDetectorCommand).rejects(fault('AccessDeniedException'));
  const { detector } = await gather();
  expect(Observed.open(detector.isOn)).toMatchObject({ causes: [{ reason: 'denied' }] });
});
