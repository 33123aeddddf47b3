/** IAM Identity Center, where people's identities can come from as well. */
import { defineCollector } from '../../collect/collector.ts';
import { ListInstances } from './operations.ts';

/**
 * ARNs of the Identity Center instances that this account may see, each in its own Region. The organisation's instance
 * shows itself only to the management account and the delegated administrator.
 */
export const identityCenterInstances = defineCollector({
  id: 'sso.instances',
  service: 'iam',
  scope: 'regional',
  calls: [ListInstances],
  gather: (aws) =>
    aws.list(ListInstances, { MaxResults: 100 }, 'Instances', (instance, { must }) =>
      must(instance, 'InstanceArn'),
    ),
});
