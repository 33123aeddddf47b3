/** IAM Access Analyzer: the analyzers of each Region that this account can see. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { ListAnalyzers } from './operations.ts';

export interface Analyzer extends Resource {
  /** What it looks for and in which zone of trust: `ACCOUNT`, `ORGANIZATION`, `ACCOUNT_UNUSED_ACCESS`, … */
  readonly kind: string;
  /** `ACTIVE`, `CREATING`, `DISABLED` or `FAILED`. */
  readonly status: string;
}

export const analyzers = defineCollector({
  id: 'iam.access-analyzers',
  service: 'iam',
  scope: 'regional',
  calls: [ListAnalyzers],
  gather: (aws) =>
    aws.list(ListAnalyzers, {}, 'analyzers', (analyzer, { must }): Analyzer => ({
      arn: must(analyzer, 'arn'),
      type: 'AWS::AccessAnalyzer::Analyzer',
      name: must(analyzer, 'name'),
      region: aws.region,
      kind: must(analyzer, 'type'),
      status: must(analyzer, 'status'),
    })),
});
