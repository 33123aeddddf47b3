import check from '../../../checks/accessanalyzer/external-enabled.ts';
import type { Analyzer } from '../../../src/collectors/access-analyzer/analyzers.ts';
import { theAccount } from '../../support/account.ts';
import { account, testCheck } from '../../support/check-tester.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const resource = theAccount({}, 'eu-west-1');

const analyzer = (kind: string, status = 'ACTIVE'): Analyzer => ({
  arn: `arn:aws:access-analyzer:eu-west-1:${account}:analyzer/watch`,
  type: 'AWS::AccessAnalyzer::Analyzer',
  name: 'watch',
  region: 'eu-west-1',
  kind,
  status,
  watchesOutside: known(['ACCOUNT', 'ORGANIZATION'].includes(kind) && status === 'ACTIVE'),
});
/** Of a kind that AWS did not have when this was written. */
const unheardOf = { ...analyzer('SOMETHING_NEW'), watchesOutside: unreadable('failed') };

testCheck(check, {
  pass: [
    {
      name: 'an analyzer of the account',
      resource,
      given: { analyzers: listing(analyzer('ACCOUNT_UNUSED_ACCESS'), analyzer('ACCOUNT')) },
    },
    {
      name: 'an analyzer of the organization',
      resource,
      given: { analyzers: listing(analyzer('ORGANIZATION')) },
    },
    {
      name: 'one is active, whatever the next page holds',
      resource,
      given: { analyzers: partialListing('throttled', analyzer('ACCOUNT')) },
    },
  ],
  fail: [
    { name: 'there is none', resource, given: { analyzers: listing() } },
    {
      name: 'only unused and internal access are watched',
      resource,
      given: {
        analyzers: listing(analyzer('ACCOUNT_UNUSED_ACCESS'), analyzer('ACCOUNT_INTERNAL_ACCESS')),
      },
      reasons: ['ACCOUNT_UNUSED_ACCESS', 'ACCOUNT_INTERNAL_ACCESS'],
    },
    {
      name: 'the analyzer is not active',
      resource,
      given: { analyzers: listing(analyzer('ORGANIZATION', 'DISABLED')) },
      reasons: ['DISABLED'],
    },
  ],
  manual: [
    {
      name: 'an analyzer elsewhere is declared to cover a member account',
      resource,
      given: { analyzers: listing() },
      params: { centralAnalyzer: true },
    },
  ],
  unknown: [
    {
      name: 'K3 the one analyzer is of an unheard-of kind',
      resource,
      given: { analyzers: listing(unheardOf) },
    },
    { name: 'the list is denied', resource, given: { analyzers: partialListing('denied') } },
    {
      name: 'the list is denied and an analyzer elsewhere is declared',
      resource,
      given: { analyzers: partialListing('denied') },
      params: { centralAnalyzer: true },
    },
  ],
});
