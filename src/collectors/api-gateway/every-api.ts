/** The APIs of both versions of API Gateway together, for checks that judge them alike. */
import { defineCollector } from '../../collect/collector.ts';
import { joinListings } from '../../collect/join-listings.ts';
import type { PerResource } from '../../collect/per-resource.ts';
import type { Listing } from '../../observe/observed.ts';
import { apis, routes, stages } from '../apigatewayv2/apis.ts';
import type { Api, Route, Stage } from './api.ts';
import { restApis, restMethods, restStages } from './rest-apis.ts';

export const everyApi = defineCollector({
  id: 'api-gateway.every-api',
  service: 'api-gateway',
  scope: 'regional',
  calls: [],
  needs: { restApis, apis },
  gather: (_aws, given): Listing<Api> => joinListings([given.restApis, given.apis]),
});

export const everyStage = defineCollector({
  id: 'api-gateway.every-stage',
  service: 'api-gateway',
  scope: 'regional',
  calls: [],
  needs: { restStages, stages },
  gather: (_aws, given): Listing<Stage> => joinListings([given.restStages, given.stages]),
});

/** The methods and routes of each API. */
export const everyRoute = defineCollector({
  id: 'api-gateway.every-route',
  service: 'api-gateway',
  scope: 'regional',
  calls: [],
  needs: { restApis, restMethods, routes },
  gather: (_aws, given): PerResource<readonly Route[]> => {
    const rest = new Set(given.restApis.items.map(({ arn }) => arn));
    return {
      of: (api) => (rest.has(api.arn) ? given.restMethods.of(api) : given.routes.of(api)),
    };
  },
});
