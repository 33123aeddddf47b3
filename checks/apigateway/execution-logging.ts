import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { everyStage } from '../../src/collectors/api-gateway/every-api.ts';

export default defineCheck({
  id: 'apigateway-execution-logging',
  title: 'The stage of the REST or WebSocket API logs the execution of requests',
  severity: 'medium',
  responsibility: 'api-gateway.logging-and-monitoring',
  controls: { 'aws-fsbp': { 'APIGateway.1': equal } },
  why: 'Access logs tell that a request failed; the execution log tells where: at the authorizer, in a mapping, or behind the API.',
  fix: 'Set the level of the stage to errors at least, and take out settings of single methods that turn it off.',
  link: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  remedy: {
    console:
      'API Gateway, APIs, the API, Stages, the stage, Logs and tracing, Edit, CloudWatch logs. The account needs a role for it first: Settings, Logging.',
    cli: `aws apigateway update-stage --rest-api-id API --stage-name STAGE \\
  --patch-operations 'op=replace,path=/*/*/logging/loglevel,value=ERROR'`,
    terraform: `resource "aws_api_gateway_method_settings" "all" {
  method_path = "*/*"
  settings {
    logging_level = "ERROR"
  }
  # …
}`,
  },

  evaluates: everyStage,

  evaluate({ logsExecutions }, { read }) {
    if (logsExecutions === undefined) return notApplicable('HTTP APIs have no execution logs');
    return read(logsExecutions)
      ? pass('the execution of every method is logged, errors at least')
      : fail('the execution of some or all methods is not logged');
  },
});
