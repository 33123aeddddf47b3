import check from '../../../checks/cloudtrail/multi-region-enabled.ts';
import type { RecordingTrail } from '../../../src/reasoning/trails.ts';
import { theAccount } from '../../support/account.ts';
import { testCheck } from '../../support/check-tester.ts';
import { allOrNone, eventsWith, recordingWith, statusWith } from '../../support/cloudtrail.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const resource = theAccount({});
const given = (...trails: readonly Partial<RecordingTrail>[]) => ({
  recording: listing(...trails.map(recordingWith)),
});
const stopped = { name: 'stopped', status: known(statusWith({ isLogging: false })) };

testCheck(check, {
  pass: [
    {
      name: 'F2 it delivers to its bucket, and what does not reach CloudWatch Logs is told',
      resource,
      given: given({ status: known(statusWith({ cloudWatchError: 'Access denied' })) }),
      reasons: ['fails to deliver to CloudWatch Logs: Access denied'],
    },
    { name: 'one trail does', resource, given: given({}), reasons: ['trail audit'] },
    {
      name: 'one trail does beside others that do not, or may not be read',
      resource,
      given: given(stopped, { status: unreadable(), events: unreadable() }, {}),
    },
    {
      name: 'one trail does although a Region could not be read',
      resource,
      given: { recording: partialListing('denied', recordingWith()) },
    },
    {
      name: 'services that it leaves out are told',
      resource,
      given: given({ events: known(eventsWith({ excludedSources: ['kms.amazonaws.com'] })) }),
      reasons: ['kms.amazonaws.com'],
    },
  ],
  fail: [
    {
      name: 'F2 its log files do not arrive',
      resource,
      given: given({ status: known(statusWith({ deliveryError: 'NoSuchBucket' })) }),
      reasons: ['cannot deliver its log files: NoSuchBucket'],
    },
    { name: 'there is no trail', resource, given: given(), reasons: ['there is no trail'] },
    { name: 'it is stopped', resource, given: given(stopped), reasons: ['stopped is stopped'] },
    {
      name: 'it covers one Region, and its selectors may not be read',
      resource,
      given: given({ multiRegion: known(false), events: unreadable() }),
      reasons: ['covers eu-west-1 only'],
    },
    {
      name: 'it records writes alone',
      resource,
      given: given({
        events: known(eventsWith({ management: { reads: false, writes: true } })),
      }),
      reasons: ['does not record all management events'],
    },
    {
      name: 'what it records is data alone',
      resource,
      given: given({ events: known(eventsWith({ management: allOrNone(false) })) }),
    },
  ],
  unknown: [
    {
      name: "a member may not read the selectors of the organisation's trail",
      resource,
      given: given({ events: unreadable() }, stopped),
    },
    { name: 'its status may not be read', resource, given: given({ status: unreadable() }) },
    {
      name: 'a Region that could not be read may have the trail',
      resource,
      given: { recording: partialListing('denied') },
    },
  ],
});
