import {
  APIGatewayClient,
  GetResourcesCommand,
  GetRestApisCommand,
  GetStagesCommand,
} from '@aws-sdk/client-api-gateway';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  restApis,
  restMethods,
  restStages,
} from '../../../src/collectors/api-gateway/rest-apis.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(APIGatewayClient);
const arn = 'arn:aws:apigateway:eu-west-1::/restapis/a1';

beforeEach(() => {
  client.reset();
  client.on(GetRestApisCommand).resolves(answer({ items: [api('REGIONAL')] }));
});

function api(type: 'EDGE' | 'REGIONAL' | 'PRIVATE') {
  return { id: 'a1', name: 'bookings', endpointConfiguration: { types: [type] } };
}

describe('REST APIs', () => {
  it.each([
    ['EDGE', 'REST'],
    ['REGIONAL', 'REST'],
    ['PRIVATE', 'PRIVATE'],
  ] as const)('of type %s are %s', async (type, kind) => {
    client.on(GetRestApisCommand).resolves(answer({ items: [api(type)] }));
    const { value } = await gatherFrom(restApis);
    expect(value.items.map((each) => Observed.open(each.kind))).toMatchObject([{ value: kind }]);
    expect(value.items).toMatchObject([{ arn, name: 'bookings' }]);
  });

  it('are those of every page', async () => {
    client
      .on(GetRestApisCommand)
      .resolves(answer({ items: [api('EDGE')], position: 'p' }))
      .on(GetRestApisCommand, { position: 'p' })
      .resolves(answer({ items: [{ ...api('EDGE'), id: 'b2' }] }));
    expect((await gatherFrom(restApis)).value.items).toHaveLength(2);
  });

  it('that may not be listed are a gap', async () => {
    client.on(GetRestApisCommand).rejects(fault('AccessDeniedException'));
    expect((await gatherFrom(restApis)).value.gaps).toMatchObject([{ reason: 'denied' }]);
  });
});

describe('methods', () => {
  async function methods() {
    const { value } = await gatherFrom(restMethods);
    return Observed.open(value.of({ arn }));
  }

  it('are open without an authorizer and a key, but for OPTIONS', async () => {
    const none = { authorizationType: 'NONE', apiKeyRequired: false };
    client.on(GetResourcesCommand, { restApiId: 'a1', embed: ['methods'] }).resolves(
      answer({
        items: [
          { path: '/' },
          { path: '/orders', resourceMethods: { GET: none, OPTIONS: none } },
          { path: '/keys', resourceMethods: { GET: { ...none, apiKeyRequired: true } } },
          { path: '/iam', resourceMethods: { ANY: { ...none, authorizationType: 'AWS_IAM' } } },
        ],
      }),
    );
    expect(await methods()).toMatchObject({
      value: [
        { key: 'GET /orders', isOpen: true },
        { key: 'OPTIONS /orders', isOpen: false },
        { key: 'GET /keys', isOpen: false },
        { key: 'ANY /iam', isOpen: false },
      ],
    });
  });

  it.each([[{ GET: {} }], [{ GET: { authorizationType: 'NONE' } }]])(
    'are not guessed from %o',
    async (resourceMethods) => {
      const items = [{ path: '/', resourceMethods: JSON.parse(JSON.stringify(resourceMethods)) }];
      client.on(GetResourcesCommand).resolves(answer({ items }));
      expect(await methods()).toMatchObject({ causes: [{ reason: 'failed' }] });
    },
  );

  it('of an API that was deleted since are gone', async () => {
    client.on(GetResourcesCommand).rejects(fault('NotFoundException'));
    expect(await methods()).toMatchObject({ causes: [{ reason: 'gone' }] });
  });
});

describe('stages', () => {
  async function stage(members: string) {
    const item = [{ stageName: 'live', ...JSON.parse(members) }];
    client.on(GetStagesCommand).resolves(answer({ item }));
    const [found] = (await gatherFrom(restStages)).value.items;
    if (!found?.rest || !found.logsExecutions) throw new Error('no stage of a REST API was listed');
    const { traces, openCaches, clientCertificate } = found.rest;
    return {
      ...found,
      logs: Observed.open(found.logsExecutions),
      traces: Observed.open(traces),
      caches: Observed.open(openCaches),
      clientCertificate,
    };
  }

  it('have what was set, and no variables any more', async () => {
    const found = await stage(
      `{ "accessLogSettings": { "destinationArn": "arn:x" }, "tracingEnabled": true, "clientCertificateId": "c1",
         "cacheClusterEnabled": false, "methodSettings": { "*/*": { "loggingLevel": "ERROR" } } }`,
    );
    expect(found).toMatchObject({
      arn: `${arn}/stages/live`,
      accessLog: 'arn:x',
      logs: { value: true },
      traces: { value: true },
      caches: { value: null },
      clientCertificate: 'c1',
    });
  });

  it.each([
    ['{ "methodSettings": {} }', { value: false }],
    ['{ "methodSettings": { "*/*": {} } }', { value: false }],
    ['{ "methodSettings": { "~1a/GET": { "loggingLevel": "INFO" } } }', { value: false }],
    [
      '{ "methodSettings": { "*/*": { "loggingLevel": "INFO" }, "~1a/GET": { "loggingLevel": "OFF" } } }',
      { value: false },
    ],
    ['{}', { causes: [{ reason: 'failed' }] }],
    ['{ "methodSettings": { "*/*": { "loggingLevel": "LOUD" } } }', { causes: [{}] }],
  ])('log executions by %s', async (members, state) => {
    expect((await stage(members)).logs).toMatchObject(state);
  });

  it.each([
    [
      '{ "cacheClusterEnabled": true, "methodSettings": { "*/*": { "cachingEnabled": true, "cacheDataEncrypted": false } } }',
      { value: ['*/*'] },
    ],
    [
      '{ "cacheClusterEnabled": true, "methodSettings": { "*/*": { "cachingEnabled": true, "cacheDataEncrypted": true } } }',
      { value: [] },
    ],
    ['{}', { causes: [{ reason: 'failed' }] }],
  ])('cache in the clear by %s', async (members, state) => {
    expect((await stage(members)).caches).toMatchObject(state);
  });

  it('of an API that was deleted since are none', async () => {
    client.on(GetStagesCommand).rejects(fault('NotFoundException'));
    expect((await gatherFrom(restStages)).value).toMatchObject({ items: [], gaps: [] });
  });

  it('of APIs that may not be listed are a gap', async () => {
    client.on(GetRestApisCommand).rejects(fault('AccessDeniedException'));
    expect((await gatherFrom(restStages)).value.gaps).toMatchObject([{ reason: 'denied' }]);
  });
});
