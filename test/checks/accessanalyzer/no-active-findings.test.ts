import check from '../../../checks/accessanalyzer/no-active-findings.ts';
import type { Analyzer } from '../../../src/collectors/access-analyzer/analyzers.ts';
import type { OpenFinding } from '../../../src/collectors/access-analyzer/findings.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, listing, partialListing, unreadable } from '../../support/observe.ts';

const analyzer = (watchesOutside = known(true), kind = 'ACCOUNT'): Analyzer => ({
  arn: 'arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/outside',
  type: 'AWS::AccessAnalyzer::Analyzer',
  name: 'outside',
  region: 'eu-west-1',
  kind,
  status: 'ACTIVE',
  watchesOutside,
});
const resource = analyzer();
const open: OpenFinding = { id: '1', resource: 'arn:aws:s3:::records' };
const found = (...findings: readonly OpenFinding[]) => ({
  findings: everyone(known(listing(...findings))),
});
const unasked = {
  findings: {
    of: () => {
      throw new Error('nothing was asked');
    },
  },
};

testCheck(check, {
  pass: [{ name: 'none is active', resource, given: found() }],
  fail: [
    {
      name: 'one is active, and its resource is told',
      resource,
      given: found(open),
      reasons: [/^active findings: 1: arn:aws:s3:::records$/],
    },
    {
      name: 'two of one resource, and one of none that has a name',
      resource,
      given: found(open, { ...open, id: '2' }, { id: '3', resource: undefined }),
      reasons: [/^active findings: 3: arn:aws:s3:::records$/],
    },
    {
      name: 'one is known, the next page is not',
      resource,
      given: { findings: everyone(known(partialListing('denied', open))) },
    },
  ],
  unknown: [
    { name: 'the findings may not be read', resource, given: { findings: everyone(unreadable()) } },
    {
      name: 'the first page is empty, and the next may not be read',
      resource,
      given: { findings: everyone(known(partialListing<OpenFinding>('denied'))) },
    },
    {
      name: 'what kind of analyzer it is was not told',
      resource: analyzer(unreadable('failed')),
      given: unasked,
    },
  ],
  'not-applicable': [
    {
      name: 'an analyzer of unused access looks for other things',
      resource: analyzer(known(false), 'ACCOUNT_UNUSED_ACCESS'),
      given: unasked,
      reasons: ['ACCOUNT_UNUSED_ACCESS'],
    },
  ],
});
