/** What the list of distributions does not tell: the older kind of access logs, and the default root object. */
import { defineCollector } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import type { Observed } from '../../observe/observed.ts';
import { distributions } from './distributions.ts';
import { GetDistributionConfig } from './operations.ts';

export interface DistributionConfig {
  /** Whether standard logging of the older kind is on. */
  readonly logs: Observed<boolean>;
  /** Empty where it has none. */
  readonly rootObject: Observed<string>;
}

export const distributionConfigs = defineCollector({
  id: 'cloudfront.distribution-configs',
  service: 'cloudfront',
  scope: 'global',
  calls: [GetDistributionConfig],
  needs: { distributions },
  gather: (aws, given) =>
    perResource(given.distributions.items, ({ name: Id }) =>
      aws.get(
        GetDistributionConfig,
        { Id },
        (answer, { must, observe, unusable }): DistributionConfig => {
          const config = must(answer, 'DistributionConfig');
          return {
            logs: observe(() => must(must(config, 'Logging'), 'Enabled')),
            // "use an empty DefaultRootObject element" for none: API reference, "DistributionConfig".
            rootObject: observe(
              () => config.DefaultRootObject ?? unusable('the answer lacks DefaultRootObject'),
            ),
          };
        },
      ),
    ),
});
