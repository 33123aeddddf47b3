/** The operations of HTTP and WebSocket APIs of API Gateway that are sent. Every read of it is the IAM action `apigateway:GET`. */
import { withoutMembers } from '../../aws/evidence/redaction.ts';
import { apiGatewayV2 } from './service.ts';

const action = 'apigateway:GET';

export const GetApis = apiGatewayV2.operation('GetApis', (sdk) => sdk.GetApisCommand, {
  action,
  pages: 'NextToken',
});

export const GetRoutes = apiGatewayV2.operation('GetRoutes', (sdk) => sdk.GetRoutesCommand, {
  action,
  pages: 'NextToken',
  gone: ['NotFoundException'],
});

export const GetStages = apiGatewayV2.operation('GetStages', (sdk) => sdk.GetStagesCommand, {
  action,
  pages: 'NextToken',
  // An API that was deleted since has no stages.
  absent: ['NotFoundException'],
  // Stage variables may hold passwords of what the API calls.
  redact: withoutMembers('Items[].StageVariables'),
});
