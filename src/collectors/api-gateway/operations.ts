/** The operations of REST APIs of API Gateway that are sent. Every read of it is the IAM action `apigateway:GET`. */
import { withoutMembers } from '../../aws/evidence/redaction.ts';
import { apiGateway } from './service.ts';

const action = 'apigateway:GET';

export const GetRestApis = apiGateway.operation('GetRestApis', (sdk) => sdk.GetRestApisCommand, {
  action,
  pages: 'position',
});

export const GetResources = apiGateway.operation('GetResources', (sdk) => sdk.GetResourcesCommand, {
  action,
  pages: 'position',
  gone: ['NotFoundException'],
});

export const GetStages = apiGateway.operation('GetStages', (sdk) => sdk.GetStagesCommand, {
  action,
  // An API that was deleted since has no stages.
  absent: ['NotFoundException'],
  // Stage variables may hold passwords of what the API calls.
  redact: withoutMembers('item[].variables', 'item[].canarySettings.stageVariableOverrides'),
});
