import check from '../../../checks/rds/engine-version-supported.ts';
import { testCheck } from '../../support/check-tester.ts';
import type { VersionStatus } from '../../../src/collectors/rds/engine-versions.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';
import { dbInstance } from '../../support/rds.ts';

const told = (...statuses: readonly VersionStatus[]) => ({
  versions: new Map([['postgres 16.3', listing(...statuses)]]),
});

testCheck(check, {
  pass: [{ name: 'it is offered', resource: dbInstance(), given: told('available') }],
  fail: [
    {
      name: 'it is deprecated',
      resource: dbInstance(),
      given: told('deprecated'),
      reasons: ['deprecated postgres 16.3'],
    },
    { name: 'RDS knows it no more', resource: dbInstance(), given: told(), reasons: ['no more'] },
  ],
  unknown: [
    {
      name: 'it may not be asked for',
      resource: dbInstance(),
      given: { versions: new Map([['postgres 16.3', partialListing<VersionStatus>('denied')]]) },
    },
    {
      name: 'AWS did not say which it runs',
      resource: dbInstance({ engineVersion: unreadable('failed') }),
      given: told(),
    },
  ],
  'not-applicable': [
    {
      name: 'a version of RDS Custom',
      resource: dbInstance({
        engine: 'custom-oracle-ee',
        engineVersion: known('19.cdb'),
        variant: 'rds-custom',
      }),
      given: told(),
    },
  ],
});
