import check from '../../../checks/config/recorder-enabled.ts';
import type { Recording } from '../../../src/collectors/config/recorders.ts';
import type { Recorder, RecorderStatus } from '../../../src/reasoning/recorders.ts';
import { testCheck } from '../../support/check-tester.ts';
import { anywhere, known, listing, unreadable } from '../../support/observe.ts';

const home = 'us-east-1';
const other = 'eu-west-1';
const regions = [other, home];
/** AWS Config came there after February 2022. */
const young = 'eu-central-2';

const recorder: Recorder = { name: 'default', records: { kind: 'all' }, recordsGlobalTypes: true };
const running: RecorderStatus = { name: 'default', isRecording: true, lastStatus: 'SUCCESS' };

function recording(region: string, changes: Partial<Recording> = {}): Recording {
  return {
    arn: 'arn:aws:iam::111122223333:root',
    type: 'AWS::::Account',
    name: '111122223333',
    region,
    recorders: known([recorder]),
    statuses: known([running]),
    deliveryChannels: known(1),
    ...changes,
  };
}

const withoutIam = { recorders: known([{ ...recorder, recordsGlobalTypes: false }]) };
const records = (kind: Recorder['records']) => ({
  recorders: known([{ ...recorder, records: kind }]),
});
const status = (changes: Partial<RecorderStatus>) => ({
  statuses: known([{ ...running, ...changes }]),
});

/** The case of one Region beside another that is as `beside` says. */
function inRegions(name: string, resource: Recording, beside: Partial<Recording> = {}) {
  const second = recording(resource.region === home ? other : home, beside);
  return { name, resource, given: { everywhere: everywhereIs(resource, second) }, regions };
}

const everywhereIs = (...all: readonly Recording[]) =>
  anywhere(new Map(all.map((each) => [each.region, listing(each)])));

/** A scan of one Region of several. */
function alone(name: string, resource: Recording) {
  const only = new Map([[resource.region, listing(resource)]]);
  return {
    name,
    resource,
    given: { everywhere: anywhere(only, unreadable('left-out')) },
    regions: [resource.region],
  };
}

testCheck(check, {
  pass: [
    inRegions('all types are recorded', recording(other)),
    {
      ...inRegions('the IAM types are recorded here', recording(home), withoutIam),
      reasons: ['records the IAM resource types'],
    },
    inRegions('the IAM types are recorded in the other Region', recording(home, withoutIam)),
    inRegions(
      'no Region records the IAM types, which one finding says, not this one',
      recording(other, withoutIam),
      withoutIam,
    ),
    {
      ...inRegions(
        'the exclusion is allowed',
        recording(other, records({ kind: 'all-but', excluded: ['AWS::EC2::Subnet'] })),
      ),
      params: { mayExclude: ['AWS::EC2::Subnet'] },
    },
    inRegions('the other Region is unreadable, but this one has the IAM types', recording(home), {
      recorders: unreadable(),
    }),
    alone('F9 the one Region that is scanned has the IAM types', recording(home)),
    {
      name: 'F11 the IAM types are in a Region that can record them, beside one that cannot',
      resource: recording(home),
      given: { everywhere: everywhereIs(recording(home), recording(young)) },
      regions: [home, young],
    },
  ],
  fail: [
    {
      ...inRegions(
        'there is no recorder',
        recording(other, { recorders: known([]), statuses: known([]), deliveryChannels: known(0) }),
      ),
      reasons: ['no customer managed recorder', 'no delivery channel'],
    },
    {
      ...inRegions('it is stopped', recording(other, status({ isRecording: false }))),
      reasons: ['stopped'],
    },
    {
      ...inRegions('it has no status', recording(other, { statuses: known([]) })),
      reasons: ['stopped'],
    },
    {
      ...inRegions(
        'it could not record last time',
        recording(other, status({ lastStatus: 'FAILURE' })),
      ),
      reasons: ['FAILURE'],
    },
    {
      ...inRegions('it has not recorded yet', recording(other, status({ lastStatus: 'PENDING' }))),
      reasons: ['yet'],
    },
    {
      ...inRegions('only named types', recording(other, records({ kind: 'some' }))),
      reasons: ['only'],
    },
    {
      ...inRegions(
        'an exclusion that nobody allowed',
        recording(
          other,
          records({ kind: 'all-but', excluded: ['AWS::EC2::Subnet', 'AWS::IAM::Role'] }),
        ),
      ),
      params: { mayExclude: ['AWS::EC2::Subnet'] },
    },
    {
      ...inRegions('it cannot deliver', recording(other, { deliveryChannels: known(0) })),
      reasons: ['delivery channel'],
    },
    {
      ...inRegions('no Region records the IAM types', recording(home, withoutIam), withoutIam),
      reasons: ['no Region of the account (eu-west-1, us-east-1)'],
    },
    {
      name: 'F11 only a Region that cannot record the IAM types lists them',
      resource: recording(home, withoutIam),
      given: { everywhere: everywhereIs(recording(home, withoutIam), recording(young)) },
      regions: [young, home],
      reasons: ['no Region of the account'],
    },
    inRegions(
      'the Region with the IAM types is stopped',
      recording(home, withoutIam),
      status({ isRecording: false }),
    ),
    inRegions(
      'there is no recorder, whatever the statuses are',
      recording(other, { recorders: known([]), statuses: unreadable() }),
    ),
  ],
  unknown: [
    {
      ...alone('F9 the IAM types may be in a Region outside the scan', recording(home, withoutIam)),
      reasons: ['left-out'],
    },
    inRegions('the recorders may not be read', recording(other, { recorders: unreadable() })),
    inRegions('the statuses may not be read', recording(other, { statuses: unreadable() })),
    inRegions('the channels may not be read', recording(other, { deliveryChannels: unreadable() })),
    inRegions(
      'the IAM types are not here and the other Region is unreadable',
      recording(home, withoutIam),
      { recorders: unreadable() },
    ),
  ],
});
