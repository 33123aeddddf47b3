import check from '../../../checks/cloudfront/waf.ts';
import { testCheck } from '../../support/check-tester.ts';
import { distribution } from '../../support/distributions.ts';
import { known, unreadable } from '../../support/observe.ts';

const arn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/web/473e64fd';

testCheck(check, {
  pass: [
    { name: 'it has one', resource: distribution({ webAcl: known(arn) }), reasons: [arn] },
    {
      name: 'it has one of AWS WAF Classic, which has a bare id',
      resource: distribution({ webAcl: known('473e64fd-f30b-4765-81a0-62ad96dd167a') }),
      reasons: ['of AWS WAF Classic'],
    },
  ],
  fail: [{ name: 'it has none', resource: distribution() }],
  unknown: [{ name: 'it is not told', resource: distribution({ webAcl: unreadable('failed') }) }],
});
