import check from '../../../checks/efs/file-system-backup.ts';
import type { ProtectedResource } from '../../../src/collectors/backup/protected-resources.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { protectedResource } from '../../support/backup.ts';
import { testCheck } from '../../support/check-tester.ts';
import { fileSystem } from '../../support/efs.ts';
import { everyone, known, listing, partialListing, unreadable } from '../../support/observe.ts';

const resource = fileSystem();
const itself = protectedResource({ arn: resource.arn, kind: known('EFS') });
const given = (automatic: Observed<boolean>, ...kept: readonly ProtectedResource[]) => ({
  automaticBackups: everyone(automatic),
  protectedResources: listing(...kept),
});
const denied = partialListing<ProtectedResource>('denied');

testCheck(check, {
  pass: [
    { name: 'automatic backups are on', resource, given: given(known(true)) },
    {
      name: 'automatic backups are off, and another plan made a recovery point',
      resource,
      given: given(known(false), itself),
      reasons: ['has recovery points'],
    },
    {
      name: 'automatic backups are on, and the recovery points may not be read',
      resource,
      given: { automaticBackups: everyone(known(true)), protectedResources: denied },
    },
    {
      name: 'there is a recovery point, and the policy may not be read',
      resource,
      given: given(unreadable(), itself),
    },
  ],
  fail: [
    { name: 'nothing backs it up', resource, given: given(known(false)), severity: 'medium' },
    {
      name: 'only another resource is backed up',
      resource,
      given: given(known(false), protectedResource()),
    },
  ],
  unknown: [
    {
      name: 'automatic backups are off, and the recovery points may not be read',
      resource,
      given: { automaticBackups: everyone(known(false)), protectedResources: denied },
    },
    { name: 'the policy may not be read', resource, given: given(unreadable()) },
  ],
});
