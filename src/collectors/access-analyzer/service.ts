import type * as AccessAnalyzerSdk from '@aws-sdk/client-accessanalyzer';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const accessAnalyzer: Service<
  typeof AccessAnalyzerSdk,
  AccessAnalyzerSdk.ServiceInputTypes,
  AccessAnalyzerSdk.ServiceOutputTypes,
  AccessAnalyzerSdk.AccessAnalyzerClientResolvedConfig
> = defineService({
  id: 'access-analyzer',
  iamPrefix: 'access-analyzer',
  matrix: ['iam'],
  scope: 'regional',
  rates: {
    usual: careful('Not documented; other tools were throttled above 15 requests a second.'),
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-accessanalyzer'),
  client: (sdk, config) => new sdk.AccessAnalyzerClient(config),
});
