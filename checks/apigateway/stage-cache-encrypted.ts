import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { restStages } from '../../src/collectors/api-gateway/rest-apis.ts';
import { listOf } from '../../src/text/list-of.ts';

export default defineCheck({
  id: 'apigateway-stage-cache-encrypted',
  title: 'The cache of the REST API stage is encrypted',
  severity: 'medium',
  responsibility: 'api-gateway.server-side-encryption-at-rest',
  controls: { 'aws-fsbp': { 'APIGateway.5': equal } },
  why: 'A cache keeps answers, and with them the data of whoever asked first.',
  fix: 'Turn on encryption for all methods that cache.',
  link: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
  remedy: {
    console:
      'API Gateway, APIs, the API, Stages, the stage, Edit, Encrypt cache data. The cache is emptied.',
    cli: `aws apigateway update-stage --rest-api-id API --stage-name STAGE \\
  --patch-operations 'op=replace,path=/*/*/caching/dataEncrypted,value=true'`,
    terraform: `resource "aws_api_gateway_method_settings" "all" {
  method_path = "*/*"
  settings {
    caching_enabled      = true
    cache_data_encrypted = true
  }
  # …
}`,
  },

  evaluates: restStages,

  evaluate({ rest }, { read }) {
    const open = rest === undefined ? null : read(rest.openCaches);
    if (open === null) return notApplicable('the stage has no cache');
    return open.length > 0
      ? fail(`answers are cached in the clear for ${listOf(open)}`)
      : pass('no method caches in the clear');
  },
});
