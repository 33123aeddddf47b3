import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import * as sdk from '@aws-sdk/client-api-gateway';
import { apiGateway as service } from '../../src/collectors/api-gateway/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, US, must } from '../site.ts';
import type { Site } from '../site.ts';

const APIS = [
  { name: 'nwh-bookings-api', region: HOME, isGood: true },
  { name: 'nwh-legacy-rates', region: US, isGood: false },
] as const;

const replace = (path: string, value: string) => ({ op: 'replace' as const, path, value });

async function plant(site: Site): Promise<void> {
  for (const { name, region, isGood } of APIS) {
    const client = site.client(APIGatewayClient, region, 240);
    const { id } = await client.send(
      new CreateRestApiCommand({ name, endpointConfiguration: { types: ['REGIONAL'] } }),
    );
    const restApiId = must(id, 'id');
    const { items } = await client.send(new GetResourcesCommand({ restApiId }));
    const resourceId = must(items?.[0]?.id, 'id');
    const method = { restApiId, resourceId, httpMethod: 'GET' };
    await client.send(
      new PutMethodCommand({
        ...method,
        authorizationType: isGood ? 'AWS_IAM' : 'NONE',
        apiKeyRequired: false,
      }),
    );
    await client.send(
      new PutIntegrationCommand({
        ...method,
        type: 'HTTP_PROXY',
        integrationHttpMethod: 'GET',
        uri: 'https://backend.example.com/',
      }),
    );
    const deployment = await client.send(new CreateDeploymentCommand({ restApiId }));
    const stage = { restApiId, stageName: 'live' };
    await client.send(
      new CreateStageCommand({
        ...stage,
        deploymentId: must(deployment.id, 'id'),
        tracingEnabled: isGood,
        cacheClusterEnabled: true,
        cacheClusterSize: '0.5',
      }),
    );
    const logs = `arn:aws:logs:${region}:${ACCOUNT_ID}:log-group:${name}`;
    await client.send(
      new UpdateStageCommand({
        ...stage,
        patchOperations: [
          replace('/*/*/logging/loglevel', isGood ? 'ERROR' : 'OFF'),
          replace('/*/*/caching/enabled', 'true'),
          replace('/*/*/caching/dataEncrypted', String(isGood)),
          ...(isGood ? [replace('/accessLogSettings/destinationArn', logs)] : []),
        ],
      }),
    );
    const arn = `arn:aws:apigateway:${region}::/restapis/${restApiId}`;
    const outcome = isGood ? 'pass' : 'fail';
    site.expect('apigateway-authorization', arn, outcome);
    const ofStage = `${arn}/stages/live`;
    site.expect('apigateway-access-logging', ofStage, outcome);
    site.expect('apigateway-execution-logging', ofStage, outcome);
    site.expect('apigateway-stage-tracing', ofStage, outcome);
    site.expect('apigateway-stage-cache-encrypted', ofStage, outcome);
    site.expect('apigateway-stage-client-certificate', ofStage, 'fail');
  }
}

export default emulate({ service, sdk, Client: APIGatewayClient, plant });
