import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateRouteCommand,
  CreateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import * as sdk from '@aws-sdk/client-apigatewayv2';
import { apiGatewayV2 as service } from '../../src/collectors/apigatewayv2/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, SECOND, must } from '../site.ts';
import type { Site } from '../site.ts';

const APIS = [
  { name: 'nwh-tariffs', protocol: 'HTTP', route: 'GET /tariffs', isGood: false },
  { name: 'nwh-berth-updates', protocol: 'WEBSOCKET', route: '$connect', isGood: true },
] as const;

async function plant(site: Site): Promise<void> {
  for (const { name, protocol, route, isGood } of APIS) {
    const client = site.client(ApiGatewayV2Client, SECOND, 90);
    const { ApiId: id } = await client.send(
      new CreateApiCommand({
        Name: name,
        ProtocolType: protocol,
        RouteSelectionExpression: '$request.body.action',
      }),
    );
    const ApiId = must(id, 'ApiId');
    const AuthorizationType = isGood ? 'AWS_IAM' : 'NONE';
    await client.send(new CreateRouteCommand({ ApiId, RouteKey: route, AuthorizationType }));
    const DestinationArn = `arn:aws:logs:${SECOND}:${ACCOUNT_ID}:log-group:${name}`;
    await client.send(
      new CreateStageCommand({
        ApiId,
        StageName: 'live',
        ...(isGood
          ? {
              AccessLogSettings: { DestinationArn, Format: '$context.requestId' },
              DefaultRouteSettings: { LoggingLevel: 'INFO' },
            }
          : {}),
      }),
    );
    const arn = `arn:aws:apigateway:${SECOND}::/apis/${ApiId}`;
    const outcome = isGood ? 'pass' : 'fail';
    site.expect('apigateway-authorization', arn, outcome);
    site.expect('apigateway-access-logging', `${arn}/stages/live`, outcome);
    if (isGood) site.expect('apigateway-execution-logging', `${arn}/stages/live`, 'pass');
  }
}

export default emulate({ service, sdk, Client: ApiGatewayV2Client, plant });
