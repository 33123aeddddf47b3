import type * as APIGatewaySdk from '@aws-sdk/client-api-gateway';
import { defineService, type Service } from '../../aws/operation.ts';
const quotas =
  'API Gateway developer guide, "Quotas for creating, deploying and managing an API": 10 requests a second, in bursts of 40, for all operations of both versions; half of it here';

export const apiGateway: Service<
  typeof APIGatewaySdk,
  APIGatewaySdk.ServiceInputTypes,
  APIGatewaySdk.ServiceOutputTypes,
  APIGatewaySdk.APIGatewayClientResolvedConfig
> = defineService({
  id: 'api-gateway',
  iamPrefix: 'apigateway',
  matrix: ['api-gateway'],
  scope: 'regional',
  rates: {
    usual: { burst: 20, refill: 5, group: 'all', source: quotas },
    GetResources: {
      burst: 5,
      refill: 2.5,
      source:
        'API Gateway developer guide, "Quotas for creating, deploying and managing an API": 5 requests every 2 seconds',
    },
  },
  callsInFlight: 4,
  load: () => import('@aws-sdk/client-api-gateway'),
  client: (sdk, config) => new sdk.APIGatewayClient(config),
});
