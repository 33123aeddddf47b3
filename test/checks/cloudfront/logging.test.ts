import check from '../../../checks/cloudfront/logging.ts';
import type { DeliveringSource } from '../../../src/collectors/cloudfront/deliveries.ts';
import type { DistributionConfig } from '../../../src/collectors/cloudfront/configs.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { behavior, configOf, distribution } from '../../support/distributions.ts';
import { everyone, known, listing, partialListing, unreadable } from '../../support/observe.ts';

const resource = distribution();
const none = listing<DeliveringSource>();
const delivered = listing<DeliveringSource>({ name: 'web', resources: [resource.arn] });
const denied = partialListing<DeliveringSource>('denied');
const given = (logs: Observed<boolean>, deliveries = none) => ({
  ...configOf({ logs }),
  deliveries,
});
const realtime = distribution({ behaviors: known([behavior({ hasRealtimeLogs: true })]) });
const params = { legacyOnly: true };

testCheck(check, {
  pass: [
    { name: 'it writes the older standard logs', resource, given: given(known(true)) },
    {
      name: 'it delivers standard logs (v2), which CloudFront does not tell of',
      resource,
      given: given(known(false), delivered),
    },
    {
      name: 'a cache behavior writes real-time logs',
      resource: realtime,
      given: given(known(false)),
    },
    {
      name: 'it writes the older logs, whatever is delivered',
      resource,
      given: given(known(true), denied),
    },
  ],
  fail: [
    { name: 'it writes none', resource, given: given(known(false)) },
    {
      name: 'another distribution delivers, and it does not',
      resource,
      given: given(
        known(false),
        listing({ name: 'other', resources: ['arn:aws:cloudfront::1:distribution/E'] }),
      ),
    },
    {
      name: 'it delivers standard logs (v2), and the owner counts the older alone',
      resource,
      given: given(known(false), delivered),
      params,
    },
  ],
  unknown: [
    {
      name: 'the configuration may not be read',
      resource,
      given: { configs: everyone<DistributionConfig>(unreadable()), deliveries: none },
    },
    {
      name: 'it writes no older logs, and deliveries may not be described',
      resource,
      given: given(known(false), denied),
    },
  ],
});
