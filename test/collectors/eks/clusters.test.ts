import {
  type Cluster,
  DescribeClusterCommand,
  DescribeClusterVersionsCommand,
  DescribeNodegroupCommand,
  EKSClient,
  ListClustersCommand,
  ListFargateProfilesCommand,
  ListNodegroupsCommand,
  type Nodegroup,
} from '@aws-sdk/client-eks';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { eksClusters } from '../../../src/collectors/eks/clusters.ts';
import { nodegroups } from '../../../src/collectors/eks/nodegroups.ts';
import { kubernetesVersions } from '../../../src/collectors/eks/versions.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(EKSClient);

const shop = {
  name: 'shop',
  arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/shop',
  version: '1.34',
  resourcesVpcConfig: { endpointPublicAccess: true, publicAccessCidrs: ['0.0.0.0/0'] },
  logging: {
    clusterLogging: [
      { types: ['audit'], enabled: true },
      { types: ['api', 'authenticator', 'controllerManager', 'scheduler'], enabled: false },
    ],
  },
  status: 'ACTIVE',
} satisfies Cluster;

const workers = {
  nodegroupName: 'workers',
  nodegroupArn: 'arn:aws:eks:eu-west-1:111122223333:nodegroup/shop/workers/0e5d1b0c',
  clusterName: 'shop',
  version: '1.33',
  health: { issues: [] },
} satisfies Nodegroup;

beforeEach(() => {
  client.reset();
  client.on(ListClustersCommand).resolves(answer({ clusters: ['shop'] }));
  client.on(ListFargateProfilesCommand).resolves(answer({ fargateProfileNames: [] }));
  client.on(ListNodegroupsCommand).resolves(answer({ nodegroups: ['workers'] }));
  client.on(DescribeNodegroupCommand).resolves(answer({ nodegroup: workers }));
});

async function clusterOf(set: Partial<Cluster> = {}) {
  client.on(DescribeClusterCommand).resolves(answer({ cluster: { ...shop, ...set } }));
  const { value } = await gatherFrom(eksClusters);
  const [cluster] = value.items;
  if (!cluster) throw new Error('there is no cluster');
  return cluster;
}

describe('clusters', () => {
  it('are those of every page, and stay where they may not be described', async () => {
    client
      .on(ListClustersCommand)
      .resolves(answer({ clusters: ['shop'], nextToken: 'more' }))
      .on(ListClustersCommand, { nextToken: 'more' })
      .resolves(answer({ clusters: ['bank'] }));
    client.on(DescribeClusterCommand).rejects(fault('AccessDeniedException'));
    const { value } = await gatherFrom(eksClusters);
    expect(value).toMatchObject({ items: [{ arn: shop.arn }, { name: 'bank' }], gaps: [] });
    const [first] = value.items;
    expect(first && Observed.open(first.version)).toMatchObject({ causes: [{ reason: 'denied' }] });
  });

  it('that were deleted since they were listed are gone', async () => {
    client.on(DescribeClusterCommand).rejects(fault('ResourceNotFoundException'));
    const { gathered } = await gatherFrom(eksClusters);
    expect(gathered.gone(shop.arn)).toMatchObject({ reason: 'gone' });
  });

  it('have the logs that are on', async () => {
    expect(Observed.open((await clusterOf()).logs)).toMatchObject({ value: ['audit'] });
  });

  it('have a key where one encrypts secrets', async () => {
    const encryptionConfig = [{ resources: ['secrets'], provider: { keyArn: 'arn:aws:kms:key' } }];
    expect(Observed.open((await clusterOf()).secretsKey)).toMatchObject({ value: undefined });
    const cluster = await clusterOf({ encryptionConfig });
    expect(Observed.open(cluster.secretsKey)).toMatchObject({ value: 'arn:aws:kms:key' });
  });

  it.each([
    { config: { endpointPublicAccess: false }, is: { value: { isPublic: false } } },
    { config: { endpointPublicAccess: true }, is: { known: false } },
    { config: { publicAccessCidrs: ['0.0.0.0/0'] }, is: { known: false } },
    {
      config: { endpointPublicAccess: true, publicAccessCidrs: ['somewhere'] },
      is: { known: false },
    },
  ])('have an endpoint, which is not guessed: $config', async ({ config, is }) => {
    const { endpoint } = await clusterOf({ resourcesVpcConfig: config });
    expect(Observed.open(endpoint)).toMatchObject(is);
  });

  it('in Auto Mode are of that kind, and nobody is asked for profiles', async () => {
    const cluster = await clusterOf({ computeConfig: { enabled: true } });
    expect(cluster).toMatchObject({ service: 'eks-fargate', variant: 'eks-auto-mode' });
    expect(client.commandCalls(ListFargateProfilesCommand)).toEqual([]);
  });

  it('with profiles of Fargate belong to it', async () => {
    client.on(ListFargateProfilesCommand).resolves(answer({ fargateProfileNames: ['default'] }));
    const cluster = await clusterOf();
    expect(cluster.service).toBe('eks-fargate');
    expect(cluster.variant).toBeUndefined();
  });

  it('are not judged while nobody knows on what their pods run', async () => {
    client.on(ListFargateProfilesCommand).rejects(fault('AccessDeniedException'));
    const { judgedIf } = await clusterOf();
    expect(judgedIf && Observed.open(judgedIf)).toMatchObject({ causes: [{ reason: 'denied' }] });
  });
});

describe('node groups', () => {
  async function groupOf(set: Partial<Nodegroup> = {}) {
    client.on(DescribeClusterCommand).resolves(answer({ cluster: shop }));
    client.on(DescribeNodegroupCommand).resolves(answer({ nodegroup: { ...workers, ...set } }));
    const { value } = await gatherFrom(nodegroups);
    const [group] = value.items;
    if (!group) throw new Error('there is no node group');
    return group;
  }

  it('know the version of their control plane', async () => {
    const group = await groupOf();
    expect(group).toMatchObject({ name: 'shop/workers', arn: workers.nodegroupArn });
    expect(Observed.open(group.version)).toMatchObject({ value: '1.33' });
    expect(Observed.open(group.clusterVersion)).toMatchObject({ value: '1.34' });
  });

  it.each([
    { set: {}, is: 'none' },
    { set: { launchTemplate: { id: 'lt-1' } }, is: 'launch-template' },
    { set: { remoteAccess: { ec2SshKey: 'ops' } }, is: 'everywhere' },
    { set: { remoteAccess: { ec2SshKey: 'ops', sourceSecurityGroups: [] } }, is: 'everywhere' },
    { set: { remoteAccess: { ec2SshKey: 'ops', sourceSecurityGroups: ['sg-1'] } }, is: 'groups' },
    { set: { remoteAccess: {} }, is: 'none' },
  ])('are open to $is', async ({ set, is }) => {
    expect(Observed.open((await groupOf(set)).remoteAccess)).toMatchObject({ value: is });
  });

  it('without health keep all else', async () => {
    const group = await groupOf({ health: undefined });
    expect(Observed.open(group.issues)).toMatchObject({ known: false });
    expect(Observed.open(group.version)).toMatchObject({ known: true });
  });

  it('that were deleted since are left out, and those of which nobody may know are a gap', async () => {
    client.on(DescribeClusterCommand).resolves(answer({ cluster: shop }));
    client
      .on(DescribeNodegroupCommand)
      .rejectsOnce(fault('ResourceNotFoundException'))
      .rejects(fault('AccessDeniedException'));
    expect((await gatherFrom(nodegroups)).value).toMatchObject({ items: [], gaps: [] });
    expect((await gatherFrom(nodegroups)).value).toMatchObject({
      items: [],
      gaps: [{ reason: 'denied' }],
    });
  });
});

describe('the versions of Kubernetes', () => {
  it('are asked for where there are clusters alone', async () => {
    client.on(ListClustersCommand).resolves(answer({ clusters: [] }));
    expect((await gatherFrom(kubernetesVersions)).value).toMatchObject({ items: [], gaps: [] });
    expect(client.commandCalls(DescribeClusterVersionsCommand)).toEqual([]);
  });

  it('say how each is supported, and one of which they say something new is not known', async () => {
    client.on(DescribeClusterCommand).resolves(answer({ cluster: shop }));
    const clusterVersions = [
      { clusterVersion: '1.34', versionStatus: 'STANDARD_SUPPORT' as const },
      { clusterVersion: '1.29', versionStatus: JSON.parse('"FOR_FRIENDS"') },
    ];
    client.on(DescribeClusterVersionsCommand).resolves(answer({ clusterVersions }));
    const { value } = await gatherFrom(kubernetesVersions);
    expect(value.items.map(({ support }) => Observed.open(support))).toMatchObject([
      { value: 'STANDARD_SUPPORT' },
      { known: false },
    ]);
  });
});
