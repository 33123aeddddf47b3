import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { restStages } from '../../src/collectors/api-gateway/rest-apis.ts';

export default defineCheck({
  id: 'apigateway-stage-tracing',
  title: 'The stage of the REST API traces requests with X-Ray',
  severity: 'low',
  responsibility: 'api-gateway.logging-and-monitoring',
  controls: { 'aws-fsbp': { 'APIGateway.3': equal } },
  why: 'A trace shows the way of one request through the API and all that it calls, which logs of each part do not.',
  fix: 'Turn on active tracing for the stage.',
  link: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html',
  remedy: {
    console:
      'API Gateway, APIs, the API, Stages, the stage, Logs and tracing, Edit, X-Ray tracing.',
    cli: `aws apigateway update-stage --rest-api-id API --stage-name STAGE \\
  --patch-operations op=replace,path=/tracingEnabled,value=true`,
    terraform: `resource "aws_api_gateway_stage" "this" {
  xray_tracing_enabled = true
  # …
}`,
  },

  evaluates: restStages,

  evaluate({ rest }, { read }) {
    return rest && read(rest.traces) ? pass('tracing is on') : fail('tracing is off');
  },
});
