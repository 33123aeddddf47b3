/** Where the customer runs machines, platforms or containers: EC2 and its storage and network, Beanstalk, EMR, Lambda. */
import type { ExceptionGroup } from './terms.ts';

const machineChoice =
  'Choose instance types or dedicated tenancy where isolation rules ask for it.';

const spreadWorkload = {
  owner: 'shared',
  customerPart: 'Spreads its workload over zones and plans for a regional outage.',
} as const;

/** What must stay opaque to a service that carries payloads but stores no content of its own. */
const opaquePayloads = {
  'client-side-encryption': {
    customerPart: 'Encrypts payloads itself where they must stay opaque to {service}.',
  },
} as const;

export const computeExceptions: readonly ExceptionGroup[] = [
  {
    services: ['ec2', 'ecs-ec2', 'eks', 'elastic-beanstalk', 'emr'],
    layers: { 'host-virtualization': { customerPart: machineChoice } },
  },
  {
    services: [
      'vpc',
      'ec2-auto-scaling',
      'elb',
      'ecs-ec2',
      'ecs-fargate',
      'eks',
      'eks-fargate',
      'elastic-beanstalk',
      'emr',
      'iam',
      'cognito',
      'kms',
      'acm',
    ],
    layers: opaquePayloads,
  },
  {
    services: ['ec2-auto-scaling', 'ecs-fargate', 'eks-fargate', 'elastic-beanstalk', 'emr', 'efs'],
    layers: { 'availability-and-resilience': spreadWorkload },
  },
  {
    services: [
      'ec2',
      'elb',
      'ecs-ec2',
      'ecs-fargate',
      'eks',
      'eks-fargate',
      'elastic-beanstalk',
      'emr',
      'efs',
    ],
    layers: {
      'network-configuration': {
        owner: 'customer',
        customerPart: 'Sets security groups, subnets, routes and public accessibility.',
        awsPart: 'Enforces the rules and protects the network below them.',
      },
    },
  },
  {
    services: ['ec2'],
    layers: {
      'managed-service-control-plane': {
        awsPart: 'Runs the EC2 API, scheduling and metadata service.',
      },
      'service-software-and-engine-patching': {
        owner: 'customer',
        customerPart: 'Patches every package, database and middleware installed on the instances.',
        awsPart: 'Publishes updated AMIs and offers Patch Manager; installs nothing.',
      },
      'guest-os': {
        owner: 'customer',
        customerPart: 'Installs, patches, hardens and retires the operating system.',
        awsPart: 'Gives no access to and holds no key for the guest; provides base images.',
      },
      'os-configuration-and-host-firewall': {
        owner: 'customer',
        customerPart:
          'Sets accounts, services, host firewall, logging and metadata options of the guest.',
        awsPart: 'Offers defaults such as IMDSv2 and hardened images.',
      },
      'runtime-and-platform': {
        owner: 'customer',
        customerPart: 'Installs and patches language runtimes, web servers and databases.',
        awsPart: 'Not involved.',
      },
      'application-code': { customerPart: 'Writes, tests, scans and patches the application.' },
      'server-side-encryption-at-rest': {
        customerPart: 'Turns on EBS encryption by default and instance store options.',
        awsPart:
          'Encrypts on the host when asked; encrypts NVMe instance store on Nitro by itself.',
      },
      'encryption-in-transit': {
        owner: 'customer',
        customerPart: 'Configures TLS and SSH in its software.',
        awsPart:
          'Encrypts traffic between facilities and, for current Nitro types, between instances.',
      },
      'backup-and-recovery': {
        customerPart: 'Backs up instances and volumes and tests restores.',
        awsPart: 'Stores snapshots durably.',
      },
      'logging-and-monitoring': {
        customerPart: 'Collects OS and application logs, flow logs and metrics and responds.',
      },
      'availability-and-resilience': {
        owner: 'shared',
        customerPart: 'Spreads instances over zones, scales and plans for failure.',
        awsPart: 'Keeps regions and zones independent and meets the service level.',
      },
    },
  },
  {
    services: ['ebs'],
    layers: {
      'network-configuration': {
        owner: 'aws',
        customerPart: 'None for the volume itself; controls the network of the instance.',
        awsPart: 'Carries volume traffic on its own network.',
        assurance: 'infrastructure',
      },
      'server-side-encryption-at-rest': {
        customerPart: 'Creates volumes and snapshots encrypted and owns the key policy.',
        awsPart: 'Performs the encryption on the host.',
      },
      'encryption-in-transit': {
        owner: 'aws',
        customerPart: 'None for the volume link of encrypted volumes.',
        awsPart: 'Encrypts the link between the host and an encrypted volume.',
      },
      'backup-and-recovery': {
        customerPart: 'Creates, copies and expires snapshots and tests restores.',
        awsPart: 'Replicates the volume inside its zone and stores snapshots durably.',
      },
      'availability-and-resilience': {
        owner: 'shared',
        customerPart: 'Plans for the loss of a zone with snapshots.',
        awsPart: 'Replicates each volume inside its zone.',
      },
    },
  },
  {
    services: ['vpc'],
    layers: {
      'network-configuration': {
        owner: 'customer',
        customerPart:
          'Designs subnets, routes, gateways, security groups, network ACLs, endpoints and peering.',
        awsPart: 'Enforces the rules that the customer sets.',
      },
      'server-side-encryption-at-rest': {
        customerPart: 'Encrypts the buckets and log groups that hold flow logs.',
        awsPart: 'Holds VPC configuration encrypted.',
      },
      'encryption-in-transit': {
        customerPart: 'Uses VPN, TLS or VPC encryption controls for its flows.',
        awsPart: 'Encrypts traffic that leaves its facilities at the physical layer.',
      },
      'availability-and-resilience': {
        owner: 'shared',
        customerPart: 'Places subnets, NAT gateways and tunnels in several zones.',
        awsPart: 'Keeps the virtual network available.',
      },
    },
  },
  {
    services: ['ec2-auto-scaling'],
    layers: {
      'server-side-encryption-at-rest': {
        customerPart: 'Encrypts volumes in launch templates.',
        awsPart: 'Applies the template.',
      },
    },
  },
  {
    services: ['elastic-beanstalk', 'emr'],
    layers: {
      'service-software-and-engine-patching': {
        owner: 'shared',
        customerPart: 'Applies managed platform or release updates.',
        awsPart: 'Builds and publishes patched platform versions.',
      },
      'guest-os': {
        owner: 'shared',
        customerPart: 'Chooses platform updates and any custom image; patches what it adds.',
        awsPart: 'Publishes platform images with OS patches.',
      },
      'os-configuration-and-host-firewall': {
        owner: 'shared',
        customerPart:
          'Configures extensions, users and instance settings that the platform exposes.',
        awsPart: 'Ships the default platform configuration.',
      },
      'runtime-and-platform': {
        owner: 'shared',
        customerPart: 'Chooses the platform branch and applies updates.',
        awsPart: 'Maintains supported platform branches.',
      },
      'server-side-encryption-at-rest': {
        customerPart: 'Turns on encryption in the platform or security configuration.',
        awsPart: 'Encrypts when configured.',
      },
    },
  },
  {
    services: ['lambda'],
    layers: {
      'service-software-and-engine-patching': {
        owner: 'shared',
        customerPart:
          'Moves functions off deprecated runtimes and patches bundled dependencies, layers and images.',
        awsPart: 'Patches supported managed runtimes and the execution environment.',
      },
      'runtime-and-platform': {
        owner: 'shared',
        customerPart: 'Chooses a supported runtime; owns custom runtimes and container images.',
        awsPart: 'Operates and patches managed runtimes.',
      },
      'application-code': {
        customerPart:
          'Writes and scans function code and its dependencies and keeps secrets out of it.',
      },
      'network-configuration': {
        customerPart: 'Chooses VPC attachment, security groups, function URLs and policies.',
        awsPart: 'Runs the public service endpoint and the VPC interfaces.',
      },
      'server-side-encryption-at-rest': {
        customerPart: 'Chooses a KMS key for environment variables and code where required.',
        awsPart: 'Encrypts code, environment variables and temporary storage.',
      },
      'availability-and-resilience': {
        owner: 'shared',
        customerPart: 'Sets concurrency, retries and (in a VPC) subnets in several zones.',
        awsPart: 'Runs functions over several zones.',
      },
    },
  },
];
