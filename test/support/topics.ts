/** An SNS topic for tests of checks. */
import type { Resource } from '../../src/collect/collector.ts';

export const alerts: Resource = {
  arn: 'arn:aws:sns:eu-west-1:111122223333:alerts',
  type: 'AWS::SNS::Topic',
  name: 'alerts',
  region: 'eu-west-1',
};
