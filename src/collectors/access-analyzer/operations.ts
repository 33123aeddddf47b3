/** The operations of IAM Access Analyzer that are sent, each with its IAM action and what its answers mean. */
import { accessAnalyzer } from './service.ts';

export const ListAnalyzers = accessAnalyzer.operation(
  'ListAnalyzers',
  (sdk) => sdk.ListAnalyzersCommand,
  {
    action: 'access-analyzer:ListAnalyzers',
    pages: 'nextToken',
  },
);

export const ListFindingsV2 = accessAnalyzer.operation(
  'ListFindingsV2',
  (sdk) => sdk.ListFindingsV2Command,
  {
    action: 'access-analyzer:ListFindings',
    pages: 'nextToken',
    gone: ['ResourceNotFoundException'],
  },
);
