import check from '../../../checks/s3/bucket-public-access-blocked.ts';
import type { PublicAccessBlock } from '../../../src/reasoning/exposure/block-public-access.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { blockOf, fullBlock, lost, records } from '../../support/s3.ts';

const resource = records;
const given = (
  accountWide: Observed<PublicAccessBlock>,
  bucket: Observed<PublicAccessBlock> = known(null),
) => ({ accountWide, own: everyone(bucket) });

testCheck(check, {
  pass: [
    {
      name: 'S1 inherited from the account',
      resource,
      given: given(known(fullBlock)),
      reasons: ['inherited from the account'],
    },
    {
      name: 'S7 inherited from the organisation, which shows as the account',
      resource,
      given: given(known(fullBlock), known(blockOf())),
      reasons: ['or its organisation'],
    },
    {
      name: 'S25 inherited, though the bucket may not be asked',
      resource: lost,
      given: given(known(fullBlock), unreadable()),
      reasons: ['inherited'],
    },
    {
      name: 'by the bucket itself, though the account may not be asked',
      resource,
      given: given(unreadable(), known(fullBlock)),
      reasons: ['for the bucket itself'],
    },
    {
      name: 'two flags by the one and two by the other',
      resource,
      given: given(
        known(blockOf('BlockPublicAcls', 'IgnorePublicAcls')),
        known(blockOf('BlockPublicPolicy', 'RestrictPublicBuckets')),
      ),
      reasons: [/: BlockPublicAcls, IgnorePublicAcls$/],
    },
  ],
  fail: [
    {
      name: 'nothing was ever set',
      resource,
      given: given(known(null)),
      reasons: ['IgnorePublicAcls is off', 'RestrictPublicBuckets is off'],
    },
    {
      name: 'one flag is off for both',
      resource,
      given: given(
        known(blockOf('BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy')),
        known(null),
      ),
      reasons: [/^RestrictPublicBuckets is off/],
    },
    {
      name: 'strict: the account alone blocks',
      resource,
      given: given(known(fullBlock)),
      params: { strict: true },
      reasons: ['for the bucket itself'],
    },
  ],
  unknown: [
    { name: 'S23 the bucket may not be asked', resource, given: given(known(null), unreadable()) },
    { name: 'S23 the account may not be asked', resource, given: given(unreadable()) },
  ],
});
