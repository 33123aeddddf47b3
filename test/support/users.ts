/** IAM users as ListUsers gives them. */
import type { User } from '../../src/collectors/iam/users.ts';
import { account, daysAgo } from './check-tester.ts';
import { known } from './observe.ts';

export function listedUser(name = 'ines'): User {
  const arn = `arn:aws:iam::${account}:user/${name}`;
  return { arn, type: 'AWS::IAM::User', name, region: 'global', createdAt: known(daysAgo(300)) };
}
