import { subsetOf, supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { everyStage } from '../../src/collectors/api-gateway/every-api.ts';

export default defineCheck({
  id: 'apigateway-access-logging',
  title: 'The stage of the API writes access logs',
  severity: 'medium',
  responsibility: 'api-gateway.logging-and-monitoring',
  controls: {
    'cis-aws-7.0': { '4.10': subsetOf('APIs are one of the entry points that it is about') },
    'aws-fsbp': { 'APIGateway.9': supersetOf('it asks the stages of REST APIs for them too') },
  },
  why: 'Without access logs nobody can say afterwards who called an API, from where, and what it answered.',
  fix: 'Give the stage a log group of CloudWatch Logs, or a stream of Amazon Data Firehose, and a format.',
  link: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  remedy: {
    console: 'API Gateway, APIs, the API, Stages, the stage, Logs and tracing, Edit.',
    cli: `aws apigatewayv2 update-stage --api-id API --stage-name STAGE \\
  --access-log-settings 'DestinationArn=LOG_GROUP_ARN,Format=$context.requestId $context.identity.sourceIp $context.status'
aws apigateway update-stage --rest-api-id API --stage-name STAGE \\
  --patch-operations op=replace,path=/accessLogSettings/destinationArn,value=LOG_GROUP_ARN`,
    terraform: `resource "aws_apigatewayv2_stage" "this" {
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.api.arn
    format          = "$context.requestId $context.identity.sourceIp $context.status"
  }
  # …
}`,
  },

  evaluates: everyStage,

  evaluate: ({ accessLog }) =>
    accessLog === undefined
      ? fail('the stage writes no access logs')
      : pass(`access logs go to ${accessLog}`),
});
