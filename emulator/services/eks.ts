import {
  CreateClusterCommand,
  CreateFargateProfileCommand,
  CreateNodegroupCommand,
  EKSClient,
  type LogType,
} from '@aws-sdk/client-eks';
import * as sdk from '@aws-sdk/client-eks';
import { z } from 'zod';
import { eks as service } from '../../src/collectors/eks/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, must, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';
import ec2 from './ec2/service.ts';

/** Moto does not say which versions there are. */
const versions = [
  { clusterVersion: '1.35', versionStatus: 'STANDARD_SUPPORT' },
  { clusterVersion: '1.34', versionStatus: 'STANDARD_SUPPORT' },
  { clusterVersion: '1.33', versionStatus: 'EXTENDED_SUPPORT' },
  { clusterVersion: '1.32', versionStatus: 'EXTENDED_SUPPORT' },
  { clusterVersion: '1.31', versionStatus: 'EXTENDED_SUPPORT' },
  { clusterVersion: '1.30', versionStatus: 'UNSUPPORTED' },
];

/** One that is well kept, one that nobody keeps, and one whose pods run on Fargate. */
const CLUSTERS = [
  {
    name: 'nwh-platform',
    region: HOME,
    version: '1.34',
    cidrs: undefined,
    hasKey: true,
    logs: ['audit', 'authenticator'],
    nodes: '1.34',
    fails: [],
  },
  {
    name: 'nwh-terminals',
    region: SECOND,
    version: '1.34',
    cidrs: ['0.0.0.0/0'],
    hasKey: false,
    logs: ['api'],
    nodes: '1.30',
    fails: [
      'eks-cluster-endpoint-restricted',
      'eks-cluster-secrets-encrypted',
      'eks-cluster-audit-logging',
    ],
  },
  {
    name: 'nwh-customs',
    region: US,
    version: '1.32',
    cidrs: ['198.51.100.0/24'],
    hasKey: false,
    logs: ['audit'],
    nodes: undefined,
    fails: ['eks-cluster-supported-version', 'eks-cluster-secrets-encrypted'],
  },
] as const;

type Plan = (typeof CLUSTERS)[number];

const judged = [
  'eks-cluster-endpoint-restricted',
  'eks-cluster-supported-version',
  'eks-cluster-secrets-encrypted',
  'eks-cluster-audit-logging',
];

const roleArn = `arn:aws:iam::${ACCOUNT_ID}:role/nwh-eks`;

async function plantCluster(eks: EKSClient, plan: Plan, subnetIds: string[]): Promise<void> {
  const { name, region, version, cidrs, hasKey, logs } = plan;
  const keyArn = `arn:aws:kms:${region}:${ACCOUNT_ID}:key/0e5d1b0c-7a4f-4c8e-9b1a-2f6d3c9e8a71`;
  const types: LogType[] = [...logs];
  await eks.send(
    new CreateClusterCommand({
      name,
      version,
      roleArn,
      // The SDK would make one up, anew for each recording, and DescribeCluster shows it.
      clientRequestToken: name,
      resourcesVpcConfig: {
        subnetIds,
        endpointPrivateAccess: true,
        endpointPublicAccess: cidrs !== undefined,
        ...(cidrs === undefined ? {} : { publicAccessCidrs: [...cidrs] }),
      },
      logging: { clusterLogging: [{ types, enabled: true }] },
      ...(hasKey ? { encryptionConfig: [{ resources: ['secrets'], provider: { keyArn } }] } : {}),
    }),
  );
}

async function plant(site: Site): Promise<void> {
  const { production } = await ec2.planted(site);
  const subnets = [...production.subnetIds];
  for (const plan of CLUSTERS) {
    const { name: clusterName, region, nodes } = plan;
    const eks = site.client(EKSClient, region, 120);
    await plantCluster(eks, plan, subnets);
    const arn = `arn:aws:eks:${region}:${ACCOUNT_ID}:cluster/${clusterName}`;
    const fails: readonly string[] = plan.fails;
    for (const check of judged) site.expect(check, arn, fails.includes(check) ? 'fail' : 'pass');
    if (nodes === undefined) {
      await eks.send(
        new CreateFargateProfileCommand({
          clusterName,
          fargateProfileName: 'declarations',
          podExecutionRoleArn: roleArn,
          clientRequestToken: clusterName,
          selectors: [{ namespace: 'declarations' }],
        }),
      );
    } else {
      await plantNodes(site, plan, nodes, subnets);
    }
  }
}

/** The nodes of the cluster that nobody keeps are four versions behind, and open to everyone. */
async function plantNodes(site: Site, plan: Plan, version: string, subnets: string[]) {
  const isOpen = plan.fails.length > 0;
  const made = await site.client(EKSClient, plan.region, 120).send(
    new CreateNodegroupCommand({
      clusterName: plan.name,
      nodegroupName: 'workers',
      clientRequestToken: plan.name,
      version,
      subnets,
      nodeRole: roleArn,
      remoteAccess: {
        ec2SshKey: 'nwh-operations',
        ...(isOpen ? {} : { sourceSecurityGroups: ['sg-0a1b2c3d4e5f60718'] }),
      },
    }),
  );
  const arn = must(made.nodegroup?.nodegroupArn, 'nodegroupArn');
  for (const check of ['eks-nodegroup-supported-version', 'eks-nodegroup-no-open-ssh']) {
    site.expect(check, arn, isOpen ? 'fail' : 'pass');
  }
}

export default emulate({
  service,
  sdk,
  Client: EKSClient,
  state: z.strictObject({}),
  answers: {
    DescribeClusterVersions: (request) => success(request, { clusterVersions: versions }),
  },
  plant,
});
