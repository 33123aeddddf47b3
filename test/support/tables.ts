/** A DynamoDB table for tests of checks. */
import type { Resource } from '../../src/collect/collector.ts';

export const bookings: Resource = {
  arn: 'arn:aws:dynamodb:eu-west-1:111122223333:table/bookings',
  type: 'AWS::DynamoDB::Table',
  name: 'bookings',
  region: 'eu-west-1',
};
