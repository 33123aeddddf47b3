import { expect, it } from 'vitest';
import { accountListing } from '../../src/collect/account.ts';
import { known } from '../support/observe.ts';

it('the account is a resource with its settings, in a list that nothing could leave incomplete', () => {
  const aws = { account: '111122223333', partition: 'aws-cn', region: 'cn-north-1' };
  const isOn = known(true);
  expect(accountListing(aws, { isOn })).toEqual({
    items: [
      {
        arn: 'arn:aws-cn:iam::111122223333:root',
        type: 'AWS::::Account',
        name: '111122223333',
        region: 'cn-north-1',
        isOn,
      },
    ],
    gaps: [],
    sources: [],
  });
});
