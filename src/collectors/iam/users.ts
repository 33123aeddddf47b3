/** IAM users. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { ListUsers } from './operations.ts';

export interface User extends Resource {
  readonly createdAt: Observed<Date>;
}

export const users = defineCollector({
  id: 'iam.users',
  service: 'iam',
  scope: 'global',
  calls: [ListUsers],
  gather: (aws) =>
    aws.list(ListUsers, { MaxItems: 1000 }, 'Users', (user, { must, field }): User => ({
      arn: must(user, 'Arn'),
      type: 'AWS::IAM::User',
      name: must(user, 'UserName'),
      region: 'global',
      createdAt: field(user, 'CreateDate'),
    })),
});
