import check from '../../../checks/cloudtrail/s3-write-events.ts';
import type { RecordedEvents } from '../../../src/reasoning/trails.ts';
import type { RecordingTrail } from '../../../src/reasoning/trails.ts';
import { theAccount } from '../../support/account.ts';
import { testCheck } from '../../support/check-tester.ts';
import { eventsWith, recordingWith, statusWith } from '../../support/cloudtrail.ts';
import { known, listing, unreadable } from '../../support/observe.ts';

const resource = theAccount({});
const given = (fields: Partial<RecordingTrail>) => ({ recording: listing(recordingWith(fields)) });
const recording = (s3Objects: RecordedEvents['s3Objects']) =>
  given({ events: known(eventsWith({ s3Objects })) });

testCheck(check, {
  pass: [
    { name: 'it records both kinds', resource, given: given({}) },
    {
      name: 'it records this kind alone',
      resource,
      given: recording({ reads: false, writes: true }),
    },
  ],
  fail: [
    {
      name: 'F2 its log files do not arrive',
      resource,
      given: given({ status: known(statusWith({ deliveryError: 'NoSuchBucket' })) }),
      reasons: ['cannot deliver its log files: NoSuchBucket'],
    },
    {
      name: 'it records the other kind alone',
      resource,
      given: recording({ reads: true, writes: false }),
    },
    {
      name: 'it records them in one Region',
      resource,
      given: given({ multiRegion: known(false) }),
    },
    {
      name: 'it is stopped',
      resource,
      given: given({ status: known(statusWith({ isLogging: false })) }),
    },
  ],
  unknown: [
    { name: 'its selectors may not be read', resource, given: given({ events: unreadable() }) },
  ],
});
