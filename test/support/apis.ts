/** APIs and stages of API Gateway for tests of checks. */
import type { Api, Stage } from '../../src/collectors/api-gateway/api.ts';
import { known } from './observe.ts';

export const tariffs: Api = {
  arn: 'arn:aws:apigateway:eu-west-1::/apis/a1b2c3',
  type: 'AWS::ApiGatewayV2::Api',
  name: 'tariffs',
  region: 'eu-west-1',
  apiId: 'a1b2c3',
  kind: known('HTTP'),
};

export const live: Stage = {
  arn: 'arn:aws:apigateway:eu-west-1::/restapis/d4e5f6/stages/live',
  type: 'AWS::ApiGateway::Stage',
  name: 'bookings/live',
  region: 'eu-west-1',
  kind: known('REST'),
  accessLog: 'arn:aws:logs:eu-west-1:111122223333:log-group:api',
  logsExecutions: known(true),
  rest: { traces: known(true), clientCertificate: 'c1', openCaches: known(null) },
};
