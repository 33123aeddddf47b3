import check from '../../../checks/ebs/volume-backup-covered.ts';
import type { ProtectedResource } from '../../../src/collectors/backup/protected-resources.ts';
import type { Volume } from '../../../src/collectors/ec2/volumes.ts';
import { protectedResource } from '../../support/backup.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { resourceOf } from '../../support/ec2.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const instanceArn = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1';
const resource: Volume = {
  ...resourceOf('volume', 'AWS::EC2::Volume', 'vol-1'),
  encrypted: known(true),
  attachedTo: known([instanceArn]),
};
const given = (...items: readonly ProtectedResource[]) => ({
  protectedResources: listing(...items),
});
const recent = protectedResource({ arn: resource.arn, lastBackup: daysAgo(1) });

testCheck(check, {
  pass: [
    { name: 'the volume was backed up', resource, given: given(recent) },
    {
      name: 'its instance was backed up',
      resource,
      given: given(protectedResource({ arn: instanceArn, lastBackup: daysAgo(6) })),
    },
    {
      name: 'an older age is allowed',
      resource,
      given: given({ ...recent, lastBackup: daysAgo(20) }),
      params: { maxAgeDays: 30 },
    },
    {
      name: 'a page that may not be read does not matter',
      resource,
      given: { protectedResources: partialListing('denied', recent) },
    },
  ],
  fail: [
    { name: 'never', resource, given: given(), severity: 'low' },
    {
      name: 'another volume was backed up',
      resource,
      given: given({ ...recent, arn: `${resource.arn}2` }),
    },
    {
      name: 'too long ago; the latest of several is told',
      resource,
      given: given(
        { ...recent, lastBackup: daysAgo(40) },
        protectedResource({ arn: instanceArn, lastBackup: daysAgo(8) }),
      ),
      reasons: ['too old: 8 days ago'],
    },
    { name: 'none has ended yet', resource, given: given({ ...recent, lastBackup: null }) },
  ],
  unknown: [
    {
      name: 'the backups may not be read',
      resource,
      given: { protectedResources: partialListing<ProtectedResource>('denied') },
    },
    {
      name: 'what it is attached to is missing',
      resource: { ...resource, attachedTo: unreadable('failed') },
      given: given(recent),
    },
  ],
  'not-applicable': [
    {
      name: 'nothing is attached to it',
      resource: { ...resource, attachedTo: known([]) },
      given: given(),
    },
  ],
});
