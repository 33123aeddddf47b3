/** REST APIs with their methods and stages. */
import type { MethodSetting, Stage as RestStage } from '@aws-sdk/client-api-gateway';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector } from '../../collect/collector.ts';
import { joinListings, reachedBy } from '../../collect/join-listings.ts';
import { type PerResource, perResource } from '../../collect/per-resource.ts';
import { derive, type Listing, pagesOf } from '../../observe/observed.ts';
import { type Api, type Route, type Stage } from './api.ts';
import { GetResources, GetRestApis, GetStages } from './operations.ts';

/** The largest page of the operations. */
const perPage = 500;

export const restApis = defineCollector({
  id: 'api-gateway.rest-apis',
  service: 'api-gateway',
  scope: 'regional',
  recordedAs: ['AWS::ApiGateway::RestApi'],
  calls: [GetRestApis],
  gather: (aws) =>
    aws.list(GetRestApis, { limit: perPage }, 'items', (api, members): Api => {
      const apiId = members.must(api, 'id');
      return {
        arn: `arn:${aws.partition}:apigateway:${aws.region}::/restapis/${apiId}`,
        type: 'AWS::ApiGateway::RestApi',
        name: members.must(api, 'name'),
        region: aws.region,
        apiId,
        kind: members.observe(() => {
          const types = members.must(members.must(api, 'endpointConfiguration'), 'types');
          const known = types.map((type) => oneOf(type, ['EDGE', 'REGIONAL', 'PRIVATE'], members));
          return known.length > 0 && known.every((type) => type === 'PRIVATE') ? 'PRIVATE' : 'REST';
        }),
      };
    }),
});

export const restMethods = defineCollector({
  id: 'api-gateway.rest-methods',
  service: 'api-gateway',
  scope: 'regional',
  calls: [GetResources],
  needs: { apis: restApis },
  gather: (aws, given): Promise<PerResource<readonly Route[]>> =>
    perResource(given.apis.items, async ({ apiId }) => {
      const methods = await aws.list(
        GetResources,
        { restApiId: apiId, embed: ['methods'], limit: perPage },
        'items',
        (resource, { must }): Route[] => {
          const path = must(resource, 'path');
          // Left out of a resource without methods: API Gateway API reference, "Resource".
          const methodsOf = Object.entries(resource.resourceMethods ?? {});
          return methodsOf.map(([verb, method]) => ({
            key: `${verb} ${path}`,
            // Browsers ask with OPTIONS, and without any credentials.
            isOpen:
              verb !== 'OPTIONS' &&
              must(method, 'authorizationType') === 'NONE' &&
              !must(method, 'apiKeyRequired'),
          }));
        },
        { key: ({ key }) => key },
      );
      return derive((read) => read.list(methods));
    }),
});

export const restStages = defineCollector({
  id: 'api-gateway.rest-stages',
  service: 'api-gateway',
  scope: 'regional',
  calls: [GetStages],
  needs: { apis: restApis },
  gather: async (aws, given): Promise<Listing<Stage>> => {
    const lists = await Promise.all(
      given.apis.items.map(async (api) => {
        const { apiId, arn, name, kind } = api;
        const listed = await aws.list(
          GetStages,
          { restApiId: apiId },
          'item',
          (stage, members): Stage => {
            const stageName = members.must(stage, 'stageName');
            return {
              arn: `${arn}/stages/${stageName}`,
              type: 'AWS::ApiGateway::Stage',
              name: `${name}/${stageName}`,
              region: aws.region,
              kind,
              // Left out where nobody set it: API Gateway API reference, "Stage".
              accessLog: stage.accessLogSettings?.destinationArn || undefined,
              logsExecutions: members.observe(() => logsExecutions(stage, members)),
              rest: {
                traces: members.field(stage, 'tracingEnabled'),
                clientCertificate: stage.clientCertificateId || undefined,
                openCaches: members.observe(() => openCachesOf(stage, members)),
              },
            };
          },
        );
        return reachedBy(pagesOf(api, given.apis.sources), listed);
      }),
    );
    // What APIs could not be listed have stages that nobody saw.
    return joinListings<Stage>([{ ...given.apis, items: [] }, ...lists]);
  },
});

/** What is set for all methods stands under this name: API Gateway API reference, "Stage", methodSettings. */
const everyMethod = '*/*';

/** All methods log by what is set for all, and none has a setting of its own that does not. */
function logsExecutions(stage: RestStage, members: Members): boolean {
  const settings = settingsOf(stage, members);
  const logs = ({ loggingLevel = 'OFF' }: MethodSetting) =>
    oneOf(loggingLevel, ['OFF', 'ERROR', 'INFO'], members) !== 'OFF';
  return (
    settings.some(([name]) => name === everyMethod) && settings.every(([, each]) => logs(each))
  );
}

function openCachesOf(stage: RestStage, members: Members): readonly string[] | null {
  if (!members.must(stage, 'cacheClusterEnabled')) return null;
  const caching = settingsOf(stage, members).filter(([, each]) =>
    members.must(each, 'cachingEnabled'),
  );
  return caching
    .filter(([, each]) => !members.must(each, 'cacheDataEncrypted'))
    .map(([name]) => name);
}

function settingsOf(stage: RestStage, { must }: Members): [string, MethodSetting][] {
  return Object.entries(must(stage, 'methodSettings'));
}
