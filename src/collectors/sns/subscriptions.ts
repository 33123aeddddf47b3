/** Who subscribes to topics: asked of those that others name, not of every topic of the account. */
import type { Aws } from '../../aws/reads.ts';
import { perResource, type PerResource } from '../../collect/per-resource.ts';
import { Observed } from '../../observe/observed.ts';
import type { Subscription } from '../../reasoning/alarms/watch.ts';
import { ListSubscriptionsByTopic } from './operations.ts';

/** @param topics ARNs, also of other accounts, which may let this one ask */
export function subscriptionsOf(
  aws: Aws,
  topics: readonly string[],
): Promise<PerResource<readonly Subscription[]>> {
  return perResource(
    topics.map((arn) => ({ arn })),
    async ({ arn }) => {
      const region = arn.split(':')[3] ?? aws.region;
      const found = await aws.list(
        ListSubscriptionsByTopic,
        { TopicArn: arn },
        'Subscriptions',
        (subscription, { must }) => {
          const name = must(subscription, 'SubscriptionArn');
          // Else it is PendingConfirmation, or Deleted: Amazon SNS API reference, "Subscription".
          return {
            arn: `${name} ${subscription.Owner ?? ''}`,
            isConfirmed: name.startsWith('arn:'),
          };
        },
        { region },
      );
      const { gaps, items, sources } = found;
      const isSure = gaps.length === 0 || items.some(({ isConfirmed }) => isConfirmed);
      return isSure ? Observed.knownBy(sources, items) : Observed.unreadable(...gaps);
    },
  );
}
