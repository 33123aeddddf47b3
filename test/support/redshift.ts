import type { Cluster } from '../../src/collectors/redshift/clusters.ts';
import { known } from './observe.ts';

/** A cluster that is as it should be, but for what is given. */
export function cluster(members: Partial<Cluster> = {}): Cluster {
  return {
    arn: 'arn:aws:redshift:eu-central-1:111122223333:cluster:sales',
    type: 'AWS::Redshift::Cluster',
    name: 'sales',
    region: 'eu-central-1',
    encrypted: known(true),
    publiclyAccessible: known(false),
    ...members,
  };
}
