import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { restStages } from '../../src/collectors/api-gateway/rest-apis.ts';

export default defineCheck({
  id: 'apigateway-stage-client-certificate',
  title: 'The stage of the REST API shows its backends a client certificate',
  severity: 'medium',
  responsibility: 'api-gateway.encryption-in-transit',
  controls: { 'aws-fsbp': { 'APIGateway.2': equal } },
  why: 'With a client certificate a backend can tell requests of the API from those of anybody else who has found its address.',
  fix: 'Generate a client certificate, give it to the stage, and let the backends refuse whoever does not show it.',
  link: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html',
  remedy: {
    console:
      'API Gateway, Client certificates, Generate; then APIs, the API, Stages, the stage, Edit.',
    cli: `aws apigateway generate-client-certificate
aws apigateway update-stage --rest-api-id API --stage-name STAGE \\
  --patch-operations op=replace,path=/clientCertificateId,value=CERTIFICATE`,
    terraform: `resource "aws_api_gateway_stage" "this" {
  client_certificate_id = aws_api_gateway_client_certificate.this.id
  # …
}`,
  },

  evaluates: restStages,

  evaluate: ({ rest }) =>
    rest?.clientCertificate === undefined
      ? fail('the stage has no client certificate')
      : pass(`the stage shows ${rest.clientCertificate}`),
});
