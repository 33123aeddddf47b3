import type * as ApiGatewayV2Sdk from '@aws-sdk/client-apigatewayv2';
import { defineService, type Service } from '../../aws/operation.ts';
const quotas =
  'API Gateway developer guide, "Quotas for creating, deploying and managing an API": 10 requests a second, in bursts of 40, for all operations of both versions; half of it here';

export const apiGatewayV2: Service<
  typeof ApiGatewayV2Sdk,
  ApiGatewayV2Sdk.ServiceInputTypes,
  ApiGatewayV2Sdk.ServiceOutputTypes,
  ApiGatewayV2Sdk.ApiGatewayV2ClientResolvedConfig
> = defineService({
  id: 'apigatewayv2',
  iamPrefix: 'apigateway',
  matrix: ['api-gateway'],
  scope: 'regional',
  rates: { usual: { burst: 20, refill: 5, group: 'all', source: quotas } },
  callsInFlight: 4,
  load: () => import('@aws-sdk/client-apigatewayv2'),
  client: (sdk, config) => new sdk.ApiGatewayV2Client(config),
});
