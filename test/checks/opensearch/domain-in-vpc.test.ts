import check from '../../../checks/opensearch/domain-in-vpc.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { domain } from '../../support/opensearch.ts';

testCheck(check, {
  pass: [{ name: 'it is in a VPC', resource: domain() }],
  fail: [{ name: 'its endpoint is public', resource: domain({ isInVpc: known(false) }) }],
  unknown: [{ name: 'it is not told', resource: domain({ isInVpc: unreadable('failed') }) }],
});
