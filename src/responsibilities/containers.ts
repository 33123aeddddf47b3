/** Container orchestration and images: ECS, EKS, Fargate, ECR. */
import type { ExceptionGroup } from './terms.ts';

export const containerExceptions: readonly ExceptionGroup[] = [
  {
    services: ['ecs-ec2', 'ecs-fargate', 'eks', 'eks-fargate'],
    layers: {
      'service-software-and-engine-patching': { owner: 'shared' },
      'runtime-and-platform': {
        owner: 'customer',
        customerPart: 'Builds, scans and rebuilds container images with their runtimes.',
        awsPart: 'Not involved in the image content.',
      },
      'encryption-in-transit': {
        customerPart:
          'Uses HTTPS endpoints and checks certificates and enforces TLS between its containers.',
      },
    },
  },
  {
    services: ['ecs-ec2', 'ecs-fargate', 'eks', 'eks-fargate', 'elastic-beanstalk', 'emr'],
    layers: {
      'backup-and-recovery': {
        customerPart:
          'Keeps templates, definitions and configuration in version control and can recreate them; backs up persistent volumes.',
      },
    },
  },
  {
    services: ['ecs-ec2', 'eks'],
    layers: {
      'guest-os': {
        owner: 'customer',
        customerPart:
          'Patches and replaces worker nodes (for managed node groups by starting the update).',
        awsPart: 'Publishes optimised node images and carries out requested node group updates.',
      },
      'os-configuration-and-host-firewall': {
        owner: 'customer',
        customerPart: 'Configures nodes, container runtime and pod or task isolation.',
        awsPart: 'Provides optimised images with sensible defaults.',
      },
      'availability-and-resilience': { owner: 'shared' },
    },
  },
  {
    services: ['ecs-ec2', 'ecs-fargate'],
    layers: { 'application-code': { customerPart: 'Secures the code in its images.' } },
  },
  {
    services: ['eks', 'eks-fargate'],
    layers: {
      'managed-service-control-plane': {
        customerPart:
          'Decide who can reach the API endpoint and upgrade the Kubernetes version in time.',
      },
      'service-software-and-engine-patching': {
        awsPart: 'Patches the control plane within the chosen version.',
      },
      'application-code': { customerPart: 'Secures the code in its images and the manifests.' },
      'network-configuration': {
        customerPart:
          'Sets security groups, subnets, routes and public accessibility and the API endpoint allow-list.',
      },
      'identity-and-access': {
        customerPart: 'Maps IAM principals to Kubernetes RBAC and uses pod identities.',
      },
    },
  },
  {
    services: ['ecs-ec2'],
    layers: {
      'managed-service-control-plane': {
        customerPart: 'Keep the container agent on the nodes current.',
        awsPart: 'Runs the ECS scheduler and API.',
      },
      'service-software-and-engine-patching': {
        customerPart: 'Updates the ECS agent and container runtime on the nodes.',
        awsPart: 'Patches the ECS service itself.',
      },
      'server-side-encryption-at-rest': {
        customerPart: 'Encrypts node volumes and file systems.',
        awsPart: 'Encrypts when asked.',
      },
      'availability-and-resilience': {
        customerPart: 'Spreads tasks and nodes over zones.',
        awsPart: 'Keeps the scheduler available.',
      },
    },
  },
  {
    services: ['ecs-fargate'],
    layers: {
      'managed-service-control-plane': {
        customerPart: 'Redeploy tasks so that they move to a patched platform version.',
        awsPart: 'Runs the ECS scheduler, the Fargate data plane and the API.',
      },
      'service-software-and-engine-patching': {
        customerPart: 'Replaces long-running tasks so that they start on a patched platform.',
        awsPart: 'Patches the Fargate platform, its kernel and container runtime.',
      },
      'server-side-encryption-at-rest': {
        customerPart: 'Chooses a key for ephemeral storage and encrypts attached volumes.',
        awsPart: 'Encrypts Fargate ephemeral storage.',
      },
    },
  },
  {
    services: ['eks'],
    layers: {
      'managed-service-control-plane': {
        awsPart: 'Runs and patches the Kubernetes control plane nodes and etcd.',
      },
      'service-software-and-engine-patching': {
        customerPart: 'Starts cluster version upgrades and updates add-ons and nodes.',
      },
      'server-side-encryption-at-rest': {
        customerPart: 'Adds its own KMS key for secrets and encrypts node volumes.',
        awsPart: 'Encrypts etcd storage and, for newer versions, API data.',
      },
      'logging-and-monitoring': {
        customerPart: 'Turns on control plane logs and collects node and pod logs.',
      },
      'availability-and-resilience': {
        customerPart: 'Spreads nodes and pods over zones.',
        awsPart: 'Runs the control plane over several zones.',
      },
    },
  },
  {
    services: ['eks-fargate'],
    layers: {
      'managed-service-control-plane': {
        awsPart: 'Runs and patches the Kubernetes control plane, etcd and the managed data plane.',
      },
      'service-software-and-engine-patching': {
        customerPart: 'Starts cluster version upgrades and updates add-ons.',
      },
      'server-side-encryption-at-rest': {
        customerPart: 'Adds its own KMS key for secrets.',
        awsPart: 'Encrypts etcd and managed node storage.',
      },
      'logging-and-monitoring': {
        customerPart: 'Turns on control plane logs and collects pod logs.',
      },
    },
  },
  {
    services: ['ecr'],
    layers: {
      'server-side-encryption-at-rest': {
        customerPart: 'Chooses a KMS key at creation where required.',
        awsPart: 'Encrypts stored images with SSE-S3 by default.',
      },
    },
  },
];
