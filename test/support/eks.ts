import type { EksCluster } from '../../src/collectors/eks/clusters.ts';
import type { Nodegroup } from '../../src/collectors/eks/nodegroups.ts';
import type { OfferedVersion, Support } from '../../src/reasoning/kubernetes-support.ts';
import { known, listing } from './observe.ts';

/** A cluster as EKS makes it where nothing is said: public, without a key of the customer and without logs. */
export function eksCluster(set: Partial<EksCluster> = {}): EksCluster {
  return {
    arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/shop',
    type: 'AWS::EKS::Cluster',
    name: 'shop',
    region: 'eu-west-1',
    version: known('1.34'),
    endpoint: known({ isPublic: true, cidrs: ['0.0.0.0/0'] }),
    secretsKey: known(undefined),
    logs: known([]),
    ...set,
  };
}

export function nodegroup(set: Partial<Nodegroup> = {}): Nodegroup {
  return {
    arn: 'arn:aws:eks:eu-west-1:111122223333:nodegroup/shop/workers/0e5d1b0c',
    type: 'AWS::EKS::Nodegroup',
    name: 'shop/workers',
    region: 'eu-west-1',
    version: known('1.34'),
    clusterVersion: known('1.34'),
    issues: known([]),
    remoteAccess: known('none'),
    ...set,
  };
}

const offered = (version: string, support: Support): OfferedVersion => ({
  version,
  support: known(support),
});

/** What AWS says of its versions at the clock of the tests. */
export const versions = listing(
  offered('1.35', 'STANDARD_SUPPORT'),
  offered('1.34', 'STANDARD_SUPPORT'),
  offered('1.33', 'EXTENDED_SUPPORT'),
  offered('1.31', 'EXTENDED_SUPPORT'),
  offered('1.30', 'UNSUPPORTED'),
);
