import {
  CreateRepositoryCommand,
  ECRClient,
  PutLifecyclePolicyCommand,
  PutRegistryScanningConfigurationCommand,
  SetRepositoryPolicyCommand,
} from '@aws-sdk/client-ecr';
import * as sdk from '@aws-sdk/client-ecr';
import { ecr as service } from '../../src/collectors/ecr/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';

/** What may be pulled by whom. */
const pullBy = (principal: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Pull',
        Effect: 'Allow',
        Principal: { AWS: principal },
        Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      },
    ],
  });

const expiresUntagged = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      selection: {
        tagStatus: 'untagged',
        countType: 'sinceImagePushed',
        countUnit: 'days',
        countNumber: 14,
      },
      action: { type: 'expire' },
    },
  ],
});

/** One that is well kept; one that scans nothing and is open to everyone; one that scans by its own flag. */
const REPOSITORIES = [
  {
    name: 'nwh/bookings-api',
    region: HOME,
    isImmutable: true,
    ownFlag: false,
    isScanned: true,
    policy: pullBy('arn:aws:iam::210987654321:root'),
    isPublic: false,
    expires: true,
  },
  {
    name: 'nwh/tools',
    region: SECOND,
    isImmutable: false,
    ownFlag: false,
    isScanned: false,
    policy: pullBy('*'),
    isPublic: true,
    expires: false,
  },
  {
    name: 'nwh/customs-worker',
    region: US,
    isImmutable: true,
    ownFlag: true,
    isScanned: true,
    policy: undefined,
    isPublic: false,
    expires: false,
  },
] as const;

const said = (isGood: boolean) => (isGood ? 'pass' : 'fail');

async function plant(site: Site): Promise<void> {
  await site.client(ECRClient, HOME, 200).send(
    new PutRegistryScanningConfigurationCommand({
      scanType: 'ENHANCED',
      rules: [
        {
          scanFrequency: 'CONTINUOUS_SCAN',
          repositoryFilters: [{ filter: 'nwh/*', filterType: 'WILDCARD' }],
        },
      ],
    }),
  );
  for (const each of REPOSITORIES) {
    const { name: repositoryName, region } = each;
    const ecr = site.client(ECRClient, region, 200);
    await ecr.send(
      new CreateRepositoryCommand({
        repositoryName,
        imageTagMutability: each.isImmutable ? 'IMMUTABLE' : 'MUTABLE',
        imageScanningConfiguration: { scanOnPush: each.ownFlag },
      }),
    );
    if (each.policy !== undefined) {
      await ecr.send(
        new SetRepositoryPolicyCommand({ repositoryName, policyText: each.policy, force: true }),
      );
    }
    if (each.expires) {
      await ecr.send(
        new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText: expiresUntagged }),
      );
    }
    const arn = `arn:aws:ecr:${region}:${ACCOUNT_ID}:repository/${repositoryName}`;
    site.expect('ecr-repository-immutable-tags', arn, said(each.isImmutable));
    site.expect('ecr-repository-scanning', arn, said(each.isScanned));
    site.expect('ecr-repository-not-public', arn, said(!each.isPublic));
    site.expect('ecr-repository-lifecycle', arn, said(each.expires));
  }
}

export default emulate({ service, sdk, Client: ECRClient, plant });
