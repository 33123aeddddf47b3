import check from '../../../checks/backup/plan-exists.ts';
import { accountResource } from '../../../src/collect/account.ts';
import type { Resource } from '../../../src/collect/collector.ts';
import type { BackupPlan } from '../../../src/collectors/backup/plans.ts';
import type { Bucket } from '../../../src/collectors/s3/buckets.ts';
import type { Listing, Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { place, resourceOf } from '../../support/ec2.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';
import { records } from '../../support/s3.ts';

const resource = accountResource(place, {});
const volume = resourceOf('volume', 'AWS::EC2::Volume', 'vol-1');
const none = listing<Resource>();

interface State {
  readonly plans?: Listing<BackupPlan>;
  readonly volumes?: Listing<Resource>;
  readonly tables?: Listing<Resource>;
  readonly buckets?: Listing<Bucket>;
}

const given = ({ plans, volumes = none, tables = none, buckets }: State) => ({
  backupPlans: plans ?? listing<BackupPlan>(),
  dataStores: new Map([
    ['EBS', [volumes]],
    ['RDS', [none, none]],
    ['DynamoDB', [tables]],
    ['EFS', [none]],
  ]),
  accountBuckets: buckets ?? listing<Bucket>(),
});
const plan = (selections: Observed<number>): BackupPlan => ({
  arn: 'arn:aws:backup:eu-west-1:111122223333:backup-plan:1',
  name: 'daily',
  selections,
});
const withVolume = { volumes: listing(volume) };

testCheck(check, {
  pass: [
    {
      name: 'the Region has a volume, and a plan with resources assigned',
      resource,
      given: given({ ...withVolume, plans: listing(plan(known(1))) }),
      reasons: ['daily'],
    },
    {
      name: 'one plan has resources assigned, whatever another has',
      resource,
      given: given({ ...withVolume, plans: listing(plan(unreadable()), plan(known(2))) }),
    },
    {
      name: 'a bucket is data too',
      resource,
      given: given({ buckets: listing(records), plans: listing(plan(known(1))) }),
    },
  ],
  fail: [
    {
      name: 'the Region has a table and no plan',
      resource,
      given: given({ tables: listing(volume) }),
      reasons: ['no backup plan'],
    },
    {
      name: 'nothing is assigned to the only plan',
      resource,
      given: given({ ...withVolume, plans: listing(plan(known(0))) }),
      reasons: ['has resources assigned'],
    },
    {
      name: 'the Region has a volume, and the tables may not be read',
      resource,
      given: given({ ...withVolume, tables: partialListing<Resource>('denied') }),
    },
  ],
  unknown: [
    {
      name: 'the plans may not be read',
      resource,
      given: given({ ...withVolume, plans: partialListing<BackupPlan>('denied') }),
    },
    {
      name: 'what is assigned to the only plan may not be read',
      resource,
      given: given({ ...withVolume, plans: listing(plan(unreadable())) }),
    },
    {
      name: 'no data is seen, and the tables may not be read',
      resource,
      given: given({ tables: partialListing<Resource>('denied') }),
    },
  ],
  'not-applicable': [
    { name: 'the Region holds no data', resource, given: given({}) },
    {
      name: 'the only bucket is in another Region',
      resource,
      given: given({ buckets: listing({ ...records, location: known('eu-central-1') }) }),
    },
  ],
});
