/** A Lambda function for tests of checks. */
import type { LambdaFunction } from '../../src/collectors/lambda/functions.ts';
import { known } from './observe.ts';

export const shipping: LambdaFunction = {
  arn: 'arn:aws:lambda:eu-west-1:111122223333:function:shipping',
  type: 'AWS::Lambda::Function',
  name: 'shipping',
  region: 'eu-west-1',
  runtime: known({ id: 'python3.13', deprecated: '2029-06-30' }),
  secrets: known(null),
  tracing: known('PassThrough'),
  subnetIds: [],
};
