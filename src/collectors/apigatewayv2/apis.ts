/** HTTP and WebSocket APIs with their routes and stages. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector } from '../../collect/collector.ts';
import { joinListings, reachedBy } from '../../collect/join-listings.ts';
import { type PerResource, perResource } from '../../collect/per-resource.ts';
import { derive, type Listing, Observed, pagesOf } from '../../observe/observed.ts';
import { type Api, type Route, type Stage } from '../api-gateway/api.ts';
import { GetApis, GetRoutes, GetStages } from './operations.ts';

export const apis = defineCollector({
  id: 'api-gateway.apis',
  service: 'api-gateway',
  scope: 'regional',
  recordedAs: ['AWS::ApiGatewayV2::Api'],
  calls: [GetApis],
  gather: (aws) =>
    aws.list(GetApis, {}, 'Items', (api, members): Api => {
      const apiId = members.must(api, 'ApiId');
      return {
        arn: `arn:${aws.partition}:apigateway:${aws.region}::/apis/${apiId}`,
        type: 'AWS::ApiGatewayV2::Api',
        name: members.must(api, 'Name'),
        region: aws.region,
        apiId,
        kind: members.observe(() =>
          oneOf(members.must(api, 'ProtocolType'), ['HTTP', 'WEBSOCKET'], members),
        ),
      };
    }),
});

export const routes = defineCollector({
  id: 'api-gateway.routes',
  service: 'api-gateway',
  scope: 'regional',
  calls: [GetRoutes],
  needs: { apis },
  gather: (aws, given): Promise<PerResource<readonly Route[]>> =>
    perResource(given.apis.items, async ({ apiId }) => {
      const found = await aws.list(
        GetRoutes,
        { ApiId: apiId },
        'Items',
        (route, members): Route => {
          const types = ['NONE', 'AWS_IAM', 'CUSTOM', 'JWT'] as const;
          const type = oneOf(members.must(route, 'AuthorizationType'), types, members);
          return { key: members.must(route, 'RouteKey'), isOpen: type === 'NONE' };
        },
        { key: ({ key }) => key },
      );
      return derive((read) => read.list(found));
    }),
});

export const stages = defineCollector({
  id: 'api-gateway.stages',
  service: 'api-gateway',
  scope: 'regional',
  calls: [GetStages],
  needs: { apis },
  gather: async (aws, given): Promise<Listing<Stage>> => {
    const lists = await Promise.all(
      given.apis.items.map(async (api) => {
        const { apiId, arn, name, kind } = api;
        const listed = await aws.list(
          GetStages,
          { ApiId: apiId },
          'Items',
          (stage, members): Stage => {
            const stageName = members.must(stage, 'StageName');
            const state = Observed.open(kind);
            return {
              arn: `${arn}/stages/${stageName}`,
              type: 'AWS::ApiGatewayV2::Stage',
              name: `${name}/${stageName}`,
              region: aws.region,
              kind,
              // Left out where nobody set it: API Gateway V2 API reference, "Stages".
              accessLog: stage.AccessLogSettings?.DestinationArn || undefined,
              logsExecutions:
                state.known && state.value === 'HTTP'
                  ? undefined
                  : members.observe(() => {
                      // The same of the level, which is off until it is set.
                      const { LoggingLevel = 'OFF' } = members.must(stage, 'DefaultRouteSettings');
                      return oneOf(LoggingLevel, ['OFF', 'ERROR', 'INFO'], members) !== 'OFF';
                    }),
              rest: undefined,
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
