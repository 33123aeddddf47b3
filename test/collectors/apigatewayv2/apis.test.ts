import {
  ApiGatewayV2Client,
  GetApisCommand,
  GetRoutesCommand,
  GetStagesCommand,
} from '@aws-sdk/client-apigatewayv2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { apis, routes, stages } from '../../../src/collectors/apigatewayv2/apis.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(ApiGatewayV2Client);
const arn = 'arn:aws:apigateway:eu-west-1::/apis/a1';

beforeEach(() => {
  client.reset();
});

function listApis(protocol: string) {
  const Items = JSON.parse(`[{ "ApiId": "a1", "Name": "tariffs", "ProtocolType": "${protocol}" }]`);
  client.on(GetApisCommand).resolves(answer({ Items }));
}

it.each([
  ['HTTP', { value: 'HTTP' }],
  ['WEBSOCKET', { value: 'WEBSOCKET' }],
  ['GRPC', { causes: [{ reason: 'failed' }] }],
])('an API of protocol %s has its kind', async (protocol, state) => {
  listApis(protocol);
  const { value } = await gatherFrom(apis);
  expect(value.items).toMatchObject([{ arn, name: 'tariffs' }]);
  expect(value.items.map(({ kind }) => Observed.open(kind))).toMatchObject([state]);
});

it('APIs that may not be listed are a gap', async () => {
  client.on(GetApisCommand).rejects(fault('AccessDeniedException'));
  expect((await gatherFrom(apis)).value.gaps).toMatchObject([{ reason: 'denied' }]);
});

describe('routes', () => {
  async function routesOf(types: string) {
    listApis('HTTP');
    client.on(GetRoutesCommand, { ApiId: 'a1' }).resolves(answer({ Items: JSON.parse(types) }));
    const { value } = await gatherFrom(routes);
    return Observed.open(value.of({ arn }));
  }

  it('are open where they ask for nothing', async () => {
    const types =
      '[{ "RouteKey": "GET /a", "AuthorizationType": "NONE" }, { "RouteKey": "GET /b", "AuthorizationType": "JWT" }]';
    expect(await routesOf(types)).toMatchObject({
      value: [
        { key: 'GET /a', isOpen: true },
        { key: 'GET /b', isOpen: false },
      ],
    });
  });

  it.each([
    '[{ "RouteKey": "GET /a" }]',
    '[{ "RouteKey": "GET /a", "AuthorizationType": "OIDC2" }]',
  ])('are not guessed from %s', async (types) => {
    expect(await routesOf(types)).toMatchObject({ causes: [{ reason: 'failed' }] });
  });

  it('of an API that was deleted since are gone', async () => {
    listApis('HTTP');
    client.on(GetRoutesCommand).rejects(fault('NotFoundException'));
    const { value } = await gatherFrom(routes);
    expect(Observed.open(value.of({ arn }))).toMatchObject({ causes: [{ reason: 'gone' }] });
  });
});

describe('stages', () => {
  async function stage(protocol: string, members: string) {
    listApis(protocol);
    const Items = [{ StageName: 'live', ...JSON.parse(members) }];
    client.on(GetStagesCommand).resolves(answer({ Items }));
    const [found] = (await gatherFrom(stages)).value.items;
    if (!found) throw new Error('no stage was listed');
    const { accessLog, logsExecutions } = found;
    return { accessLog, logs: logsExecutions && Observed.open(logsExecutions) };
  }

  it('of HTTP APIs have no execution logs', async () => {
    const found = await stage('HTTP', '{ "AccessLogSettings": { "DestinationArn": "arn:x" } }');
    expect(found).toEqual({ accessLog: 'arn:x', logs: undefined });
  });

  it.each([
    ['{ "DefaultRouteSettings": { "LoggingLevel": "INFO" } }', { value: true }],
    ['{ "DefaultRouteSettings": { "LoggingLevel": "OFF" } }', { value: false }],
    ['{ "DefaultRouteSettings": {} }', { value: false }],
    ['{}', { causes: [{ reason: 'failed' }] }],
  ])('of WebSocket APIs log executions by %s', async (members, logs) => {
    expect(await stage('WEBSOCKET', members)).toMatchObject({ accessLog: undefined, logs });
  });

  it('of an API that was deleted since are none', async () => {
    listApis('HTTP');
    client.on(GetStagesCommand).rejects(fault('NotFoundException'));
    expect((await gatherFrom(stages)).value).toMatchObject({ items: [], gaps: [] });
  });
});
