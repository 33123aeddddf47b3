import check from '../../../checks/config/recorder-enabled.ts';
import type { Recording } from '../../../src/collectors/config/recorders.ts';
import type { Recorder, RecorderStatus } from '../../../src/reasoning/recorders.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, listing, unreadable } from '../../support/observe.ts';

const home = 'us-east-1';
const other = 'eu-west-1';
const regions = [other, home];

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
  const everywhere = new Map([resource, second].map((each) => [each.region, listing(each)]));
  return { name, resource, given: { everywhere }, regions };
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
      reasons: ['no Region of the scan (eu-west-1, us-east-1)'],
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
