/** The operations of Amazon ECR that are sent, each with its IAM action and what its answers mean. */
import { ecr } from './service.ts';

export const DescribeRepositories = ecr.operation(
  'DescribeRepositories',
  (sdk) => sdk.DescribeRepositoriesCommand,
  { action: 'ecr:DescribeRepositories', pages: 'nextToken' },
);

export const GetRegistryScanningConfiguration = ecr.operation(
  'GetRegistryScanningConfiguration',
  (sdk) => sdk.GetRegistryScanningConfigurationCommand,
  { action: 'ecr:GetRegistryScanningConfiguration' },
);

export const GetRepositoryPolicy = ecr.operation(
  'GetRepositoryPolicy',
  (sdk) => sdk.GetRepositoryPolicyCommand,
  {
    action: 'ecr:GetRepositoryPolicy',
    absent: ['RepositoryPolicyNotFoundException'],
    gone: ['RepositoryNotFoundException'],
  },
);

export const GetLifecyclePolicy = ecr.operation(
  'GetLifecyclePolicy',
  (sdk) => sdk.GetLifecyclePolicyCommand,
  {
    action: 'ecr:GetLifecyclePolicy',
    absent: ['LifecyclePolicyNotFoundException'],
    gone: ['RepositoryNotFoundException'],
  },
);
