import check from '../../../checks/backup/restore-tested.ts';
import { accountResource } from '../../../src/collect/account.ts';
import type { RestoreTestingPlan } from '../../../src/collectors/backup/plans.ts';
import type { ProtectedResource } from '../../../src/collectors/backup/protected-resources.ts';
import type { Restore } from '../../../src/collectors/backup/restores.ts';
import type { Listing } from '../../../src/observe/observed.ts';
import { protectedResource } from '../../support/backup.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { place } from '../../support/ec2.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const resource = accountResource(place, {});
const restore = (days: number): Restore => ({ jobId: `${days}`, endedAt: known(daysAgo(days)) });
const plan: RestoreTestingPlan = {
  arn: 'arn:aws:backup:eu-west-1:111122223333:restore-testing-plan:monthly',
  name: 'monthly',
  selections: known(1),
  lastRun: known(daysAgo(20)),
};

interface State {
  readonly restores?: Listing<Restore>;
  readonly plans?: Listing<RestoreTestingPlan>;
  readonly kept?: Listing<ProtectedResource>;
}

const given = ({ restores, plans, kept }: State) => ({
  completedRestores: restores ?? listing<Restore>(),
  restoreTestingPlans: plans ?? listing<RestoreTestingPlan>(),
  protectedResources: kept ?? listing(protectedResource()),
});

testCheck(check, {
  pass: [
    {
      name: 'something was restored lately',
      resource,
      given: given({ restores: listing(restore(200), restore(30)) }),
    },
    { name: 'a restore testing plan ran', resource, given: given({ plans: listing(plan) }) },
    {
      name: 'something was restored, and the plans may not be read',
      resource,
      given: given({
        restores: listing(restore(30)),
        plans: partialListing<RestoreTestingPlan>('denied'),
      }),
    },
  ],
  fail: [
    { name: 'nobody ever restored anything', resource, given: given({}), severity: 'medium' },
    {
      name: 'the last restore is too long ago',
      resource,
      given: given({ restores: listing(restore(91)) }),
    },
    {
      name: 'a plan that assigns nothing ran',
      resource,
      given: given({ plans: listing({ ...plan, selections: known(0) }) }),
    },
    {
      name: 'a plan has not run yet',
      resource,
      given: given({ plans: listing({ ...plan, lastRun: known(null) }) }),
    },
    {
      name: 'a shorter time is asked for',
      resource,
      given: given({ plans: listing(plan) }),
      params: { maxAgeDays: 7 },
    },
  ],
  unknown: [
    {
      name: 'restores may not be read, and no plan ran',
      resource,
      given: given({ restores: partialListing<Restore>('denied') }),
    },
    {
      name: 'what is assigned to the plan may not be read',
      resource,
      given: given({ plans: listing({ ...plan, selections: unreadable() }) }),
    },
    {
      name: 'nothing was restored, and what is protected may not be read',
      resource,
      given: given({ kept: partialListing<ProtectedResource>('denied') }),
    },
  ],
  'not-applicable': [
    {
      name: 'nothing is backed up in the Region',
      resource,
      given: given({ kept: listing<ProtectedResource>() }),
    },
  ],
});
