/** IAM users and their access keys. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import { derive } from '../../observe/observed.ts';
import { ListUsers, ListAccessKeys } from './operations.ts';

export const users = defineCollector({
  id: 'iam.users',
  service: 'iam',
  scope: 'global',
  calls: [ListUsers],
  gather: (aws) =>
    aws.list(ListUsers, { MaxItems: 1000 }, 'Users', (user, { must }): Resource => ({
      arn: must(user, 'Arn'),
      type: 'AWS::IAM::User',
      name: must(user, 'UserName'),
      region: 'global',
    })),
});

export interface AccessKey {
  readonly id: string;
  readonly active: boolean;
  readonly createdAt: Date;
}

/** Asked of each user, since the credential report's date of a key moves when its status changes. */
export const accessKeys = defineCollector({
  id: 'iam.access-keys',
  service: 'iam',
  scope: 'global',
  calls: [ListAccessKeys],
  needs: { users },
  gather: (aws, given) =>
    perResource(given.users.items, async ({ name }) => {
      const keys = await aws.list(
        ListAccessKeys,
        { UserName: name },
        'AccessKeyMetadata',
        (key, { must }): AccessKey => ({
          id: must(key, 'AccessKeyId'),
          active: must(key, 'Status') !== 'Inactive',
          createdAt: must(key, 'CreateDate'),
        }),
        { key: ({ id }) => id },
      );
      return derive((read) => read.list(keys));
    }),
});
