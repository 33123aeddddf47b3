/**
 * How a list goes on is written in operations.ts as plain data. Here it is held against the SDK's own paginators: each is
 * run with a client that answers from memory, and shows which member of an answer it reads and which of the next request
 * it sets.
 */
import { describe, expect, it } from 'vitest';
import { paginatorOf, tokensOf } from '../../scripts/scaffold/sdk.ts';
import { allServices } from '../support/services.ts';

/** Lists that are asked for one page, and why that is all of them. */
const onePage: Readonly<Record<string, string>> = {
  'iam:ListAccountAliases':
    'an account has one alias at most: IAM user guide, "Your account alias"',
};

const apiToken = 'API Gateway V2 API reference: NextToken of the answer and of the request';
const busToken = 'Amazon EventBridge API reference, "ListEventBuses": NextToken both ways';
const wafMarker = 'AWS WAFV2 API reference: NextMarker of the answer and of the request';

/** Lists that the SDK has no paginator for, and where AWS says how they go on. */
const byReference: Readonly<Record<string, string>> = {
  'apigatewayv2:GetApis': apiToken,
  'apigatewayv2:GetRoutes': apiToken,
  'apigatewayv2:GetStages': apiToken,
  'ec2:DescribeVpcBlockPublicAccessExclusions':
    'NextToken both ways: EC2 API reference, "DescribeVpcBlockPublicAccessExclusions"',
  'elastic-beanstalk:DescribeEnvironments':
    'NextToken both ways: AWS Elastic Beanstalk API reference, "DescribeEnvironments"',
  'eventbridge:ListEventBuses': busToken,
  'wafv2:ListWebACLs': wafMarker,
  'wafv2:ListLoggingConfigurations': wafMarker,
};

/** An answer with that text where the path leads. */
function answerWith(path: string, text: string): object {
  const [name = '', ...rest] = path.split('.');
  return { [name]: rest.length === 0 ? text : answerWith(rest.join('.'), text) };
}

const services = await allServices();
const operations = services.flatMap(({ sdk, operations: all }) =>
  all.map((operation) => ({
    name: `${operation.service}:${operation.name}`,
    operation,
    sdk,
    paginator: paginatorOf(sdk, operation.name),
  })),
);

describe('an operation that the SDK pages has the same pages', () => {
  it.each(operations.filter(({ paginator }) => paginator !== undefined))(
    '$name',
    async ({ name, operation, sdk, paginator }) => {
      if (name in onePage) {
        expect(operation.pages).toBeUndefined();
        return;
      }
      if (!paginator) throw new Error('there is no paginator');
      const { answer, input } = await tokensOf(sdk, paginator);
      expect(operation.pages, 'pages of the operation').toBeDefined();
      expect(operation.pages?.next(answerWith(answer, 'the next page'))).toBe('the next page');
      expect(operation.pages?.next(answerWith(`${answer}Other`, 'no token'))).toBeUndefined();
      expect(operation.pages?.turn({ Kept: 1 }, 'the next page')).toEqual({
        Kept: 1,
        [input]: 'the next page',
      });
    },
  );
});

it('no operation has pages of which neither the SDK knows nor the reference', () => {
  const alone = operations.filter(({ operation, paginator }) => operation.pages && !paginator);
  expect(alone.map(({ name }) => name)).toEqual(Object.keys(byReference));
});

it('the exceptions are operations that are sent, and that the SDK pages', () => {
  const paged = operations.flatMap(({ name, paginator }) => (paginator ? [name] : []));
  expect(Object.keys(onePage).filter((name) => !paged.includes(name))).toEqual([]);
});
