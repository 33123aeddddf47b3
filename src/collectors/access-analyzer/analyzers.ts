/** IAM Access Analyzer: the analyzers of each Region that this account can see. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { ListAnalyzers } from './operations.ts';

export interface Analyzer extends Resource {
  /** What it looks for and in which zone of trust: `ACCOUNT`, `ORGANIZATION`, `ACCOUNT_UNUSED_ACCESS`, … */
  readonly kind: string;
  /** `ACTIVE`, `CREATING`, `DISABLED` or `FAILED`. */
  readonly status: string;
  /** Whether it is active and looks for access from outside its zone of trust. */
  readonly watchesOutside: Observed<boolean>;
}

/** Analyzers for unused or internal access do not look for access from outside (IAM user guide, Access Analyzer). */
const external = ['ACCOUNT', 'ORGANIZATION'] as const;
const others = [
  'ACCOUNT_UNUSED_ACCESS',
  'ORGANIZATION_UNUSED_ACCESS',
  'ACCOUNT_INTERNAL_ACCESS',
  'ORGANIZATION_INTERNAL_ACCESS',
] as const;
const statuses = ['ACTIVE', 'CREATING', 'DISABLED', 'FAILED'] as const;

export const analyzers = defineCollector({
  id: 'iam.access-analyzers',
  service: 'iam',
  scope: 'regional',
  calls: [ListAnalyzers],
  gather: (aws) =>
    aws.list(ListAnalyzers, {}, 'analyzers', (analyzer, members): Analyzer => {
      const { must, observe } = members;
      const kind = must(analyzer, 'type');
      const status = must(analyzer, 'status');
      return {
        arn: must(analyzer, 'arn'),
        type: 'AWS::AccessAnalyzer::Analyzer',
        name: must(analyzer, 'name'),
        region: aws.region,
        kind,
        status,
        watchesOutside: observe(() => {
          const zone = oneOf(kind, [...external, ...others], members);
          const isActive = oneOf(status, statuses, members) === 'ACTIVE';
          return isActive && external.some((each) => each === zone);
        }),
      };
    }),
});
