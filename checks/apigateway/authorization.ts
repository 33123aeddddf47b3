import { intersectsWith } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { anyText } from '../../src/judge/items.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { everyApi, everyRoute } from '../../src/collectors/api-gateway/every-api.ts';
import { covers, normaliseGlob } from '../../src/policy/match.ts';
import { listOf } from '../../src/text/list-of.ts';

const nothing: readonly string[] = [];
/** Of many routes the first few tell enough. */
const mostRoutes = 12;

export default defineCheck({
  id: 'apigateway-authorization',
  title: 'Each route of the API asks who calls',
  severity: 'medium',
  responsibility: 'api-gateway.identity-and-access',
  controls: {
    'aws-fsbp': {
      'APIGateway.8': intersectsWith(
        'it judges REST APIs too, and of WebSocket APIs the route alone that opens the connection',
      ),
    },
    'nist-800-53-r5': servesNist('a route is one of the ways to data', 'IA-2'),
  },
  why: 'A route without an authorizer hands every request on to what stands behind it, which trusts the API to have asked.',
  fix: 'Give the routes that the finding names an authorizer (IAM, Cognito, a JWT or a function); name those that are public on purpose with the parameter public.',
  link: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  remedy: {
    console:
      'API Gateway, APIs, the API, Authorization (HTTP), or Resources, the method, Method request, Edit (REST). Callers without credentials are refused once it is deployed.',
    cli: `aws apigatewayv2 update-route --api-id API --route-id ROUTE --authorization-type AWS_IAM
aws apigateway update-method --rest-api-id API --resource-id RESOURCE --http-method GET \\
  --patch-operations op=replace,path=/authorizationType,value=AWS_IAM
aws apigateway create-deployment --rest-api-id API --stage-name STAGE`,
    terraform: `resource "aws_apigatewayv2_route" "orders" {
  authorization_type = "AWS_IAM"
  # …
}`,
  },

  evaluates: everyApi,
  needs: { routes: everyRoute },
  params: { public: nothing },
  meanings: { public: 'patterns of routes that everyone may use, such as GET /health' },
  items: { public: anyText },

  evaluate(api, { read, routes, params }) {
    const kind = read(api.kind);
    if (kind === 'PRIVATE') return notApplicable('it is reached through VPC endpoints alone');
    const all = read(routes.of(api));
    if (all.length === 0) return notApplicable('it has no routes');
    // A WebSocket API asks when the connection is opened, and never again.
    const asking = kind === 'WEBSOCKET' ? all.filter(({ key }) => key === '$connect') : all;
    if (asking.length === 0)
      return fail('it has no $connect route, which alone could ask who calls');
    const globs = params.public.map((pattern) => normaliseGlob(pattern.toLowerCase()));
    const open = asking
      .filter(({ key, isOpen }) => isOpen && !globs.some((glob) => covers(glob, key.toLowerCase())))
      .map(({ key }) => key)
      .toSorted();
    return open.length > 0
      ? fail(`nothing asks who calls ${listOf(open, mostRoutes)}`)
      : pass('every route asks who calls, or is named as public');
  },
});
