import check from '../../../checks/opensearch/domain-encrypted.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { domain } from '../../support/opensearch.ts';

testCheck(check, {
  pass: [{ name: 'it is encrypted', resource: domain() }],
  fail: [{ name: 'it was made without encryption', resource: domain({ encrypted: known(false) }) }],
  unknown: [{ name: 'it is not told', resource: domain({ encrypted: unreadable('failed') }) }],
});
