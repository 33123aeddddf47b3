/**
 * The rules of listeners for HTTP that do not already serve requests by their default action: those alone can tell
 * whether something is served without encryption.
 */
import { defineCollector } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import { derive, Observed } from '../../observe/observed.ts';
import { type Ending, endingOf } from './actions.ts';
import { type Listener, listeners } from './listeners.ts';
import { DescribeRules, pageSize } from './operations.ts';

export interface Rule {
  readonly arn: string;
  /** As it stands in the console: a number. */
  readonly priority: string;
  readonly ending: Observed<Ending>;
}

export const httpRules = defineCollector({
  id: 'elb.http-rules',
  service: 'elb',
  scope: 'regional',
  calls: [DescribeRules],
  needs: { listeners },
  gather: (aws, given) =>
    perResource(
      given.listeners.items.filter(hasTellingRules),
      async ({ arn: ListenerArn }): Promise<Observed<readonly Rule[]>> => {
        const listed = await aws.list(
          DescribeRules,
          { ListenerArn, PageSize: pageSize },
          'Rules',
          (item, members): Rule | readonly Rule[] => {
            const { must, observe } = members;
            // The default rule is the listener's own default action.
            if (must(item, 'IsDefault')) return [];
            return {
              arn: must(item, 'RuleArn'),
              priority: must(item, 'Priority'),
              ending: observe(() => endingOf(must(item, 'Actions'), members)),
            };
          },
        );
        return derive((read) => read.list(listed));
      },
    ),
});

/** Whether the rules of a listener are asked for. */
function hasTellingRules({ protocol, ending }: Listener): boolean {
  const spoken = Observed.open(protocol);
  if (spoken.known && spoken.value !== 'HTTP') return false;
  const byDefault = Observed.open(ending);
  return !byDefault.known || byDefault.value !== 'forward';
}
