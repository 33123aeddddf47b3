/** What tests of the checks of Kinesis share. */
import type { StreamSettings } from '../../src/collectors/kinesis/streams.ts';
import { everyone, known } from './observe.ts';

export const stream = {
  arn: 'arn:aws:kinesis:eu-west-1:111122223333:stream/orders',
  type: 'AWS::Kinesis::Stream',
  name: 'orders',
  region: 'eu-west-1',
};

/** The settings of a stream that has nothing against it, but for what is given. */
export function streamSettings(differing: Partial<StreamSettings> = {}) {
  const settings: StreamSettings = {
    encryption: known('KMS'),
    retentionHours: known(168),
    ...differing,
  };
  return { settings: everyone(known(settings)) };
}
