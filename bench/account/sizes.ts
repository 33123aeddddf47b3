/**
 * How many resources of each kind the generated accounts have. The mix of the smaller ones is that of a company which
 * grew: people and their keys, buckets, servers with their disks, and the network around them. The largest is made of
 * what grows without bound: security groups, disks and their snapshots.
 */

/** The kinds that are counted. Settings of the account and of a Region are no resources. */
export interface Counts {
  readonly users: number;
  readonly groups: number;
  readonly roles: number;
  readonly policies: number;
  readonly serverCertificates: number;
  readonly buckets: number;
  readonly instances: number;
  readonly volumes: number;
  readonly snapshots: number;
  readonly vpcs: number;
  readonly subnets: number;
  readonly routeTables: number;
  readonly networkAcls: number;
  /** Those that EC2 makes with each VPC are among them. */
  readonly securityGroups: number;
  readonly networkInterfaces: number;
  readonly flowLogs: number;
  readonly vpcEndpoints: number;
  readonly peeringConnections: number;
  readonly prefixLists: number;
  readonly dbInstances: number;
  readonly dbClusters: number;
  readonly dbSnapshots: number;
  readonly dbParameterGroups: number;
  readonly keys: number;
  readonly trails: number;
}

export type Kind = keyof Counts;

/** An account that can be generated. */
export interface Size {
  /** Regions that hold something, the home Region among them; the others are enabled and empty. */
  readonly regionsInUse: number;
  readonly counts: Counts;
}

/** By the number of resources. */
export const sizes = {
  '145': {
    regionsInUse: 4,
    counts: {
      users: 9,
      groups: 3,
      roles: 12,
      policies: 6,
      serverCertificates: 1,
      buckets: 10,
      instances: 8,
      volumes: 10,
      snapshots: 7,
      vpcs: 6,
      subnets: 10,
      routeTables: 7,
      networkAcls: 6,
      securityGroups: 14,
      networkInterfaces: 9,
      flowLogs: 4,
      vpcEndpoints: 4,
      peeringConnections: 1,
      prefixLists: 1,
      dbInstances: 3,
      dbClusters: 1,
      dbSnapshots: 3,
      dbParameterGroups: 3,
      keys: 6,
      trails: 1,
    },
  },
  '2560': {
    regionsInUse: 17,
    counts: {
      users: 300,
      groups: 20,
      roles: 150,
      policies: 60,
      serverCertificates: 2,
      buckets: 200,
      instances: 96,
      volumes: 220,
      snapshots: 170,
      vpcs: 34,
      subnets: 120,
      routeTables: 60,
      networkAcls: 40,
      securityGroups: 584,
      networkInterfaces: 240,
      flowLogs: 20,
      vpcEndpoints: 40,
      peeringConnections: 10,
      prefixLists: 4,
      dbInstances: 60,
      dbClusters: 20,
      dbSnapshots: 40,
      dbParameterGroups: 17,
      keys: 48,
      trails: 5,
    },
  },
  '6600': {
    regionsInUse: 17,
    counts: {
      users: 400,
      groups: 40,
      roles: 400,
      policies: 150,
      serverCertificates: 4,
      buckets: 360,
      instances: 700,
      volumes: 1200,
      snapshots: 900,
      vpcs: 60,
      subnets: 240,
      routeTables: 120,
      networkAcls: 80,
      securityGroups: 500,
      networkInterfaces: 800,
      flowLogs: 34,
      vpcEndpoints: 80,
      peeringConnections: 20,
      prefixLists: 8,
      dbInstances: 160,
      dbClusters: 50,
      dbSnapshots: 114,
      dbParameterGroups: 40,
      keys: 134,
      trails: 6,
    },
  },
  '121000': {
    regionsInUse: 17,
    counts: {
      users: 1000,
      groups: 100,
      roles: 1000,
      policies: 500,
      serverCertificates: 10,
      buckets: 800,
      instances: 2500,
      volumes: 14_000,
      snapshots: 4000,
      vpcs: 100,
      subnets: 600,
      routeTables: 300,
      networkAcls: 200,
      securityGroups: 90_000,
      networkInterfaces: 4200,
      flowLogs: 70,
      vpcEndpoints: 200,
      peeringConnections: 40,
      prefixLists: 20,
      dbInstances: 500,
      dbClusters: 100,
      dbSnapshots: 300,
      dbParameterGroups: 60,
      keys: 390,
      trails: 10,
    },
  },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof sizes;
