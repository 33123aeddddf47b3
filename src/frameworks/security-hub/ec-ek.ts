import type { AwsControls } from './control.ts';
import {
  backups,
  baselines,
  encryptionAtRest,
  eventRecords,
  ownKeys,
  privileges,
  publicAccess,
  requestLogs,
  settings,
  upgrades,
} from './related.ts';

/** The controls of ECR, ECS, EFS and EKS. */
const fsbp = {
  'ECR.1': {
    title: 'Private repositories scan their images',
    severity: 'high',
    nist: ['RA-5'],
    pci: ['6.2.3', '6.2.4'],
  },
  'ECR.2': {
    title: 'Private repositories have immutable tags',
    severity: 'medium',
    nist: [...settings, 'CM-8(1)'],
  },
  'ECR.3': { title: 'Repositories have a lifecycle policy', severity: 'medium', nist: baselines },
  'ECS.2': {
    title: 'ECS services give tasks no public address',
    severity: 'high',
    nist: publicAccess,
    pci: ['1.4.4'],
  },
  'ECS.3': {
    title: 'ECS tasks do not share the process namespace of the host',
    severity: 'high',
    nist: settings,
  },
  'ECS.4': { title: 'ECS containers are not privileged', severity: 'high', nist: privileges },
  'ECS.5': {
    title: 'ECS containers cannot write to their root file system',
    severity: 'high',
    nist: privileges,
  },
  'ECS.8': {
    title: 'ECS task definitions hold no plain secrets',
    severity: 'high',
    nist: settings,
    pci: ['8.6.2'],
  },
  'ECS.9': { title: 'ECS task definitions configure logging', severity: 'high', nist: requestLogs },
  'ECS.10': {
    title: 'Fargate services run on the latest platform version',
    severity: 'medium',
    nist: upgrades,
    pci: ['6.3.3'],
  },
  'ECS.12': {
    title: 'ECS clusters use Container Insights',
    severity: 'medium',
    nist: ['AU-6(3)', 'AU-6(4)', 'CA-7', 'SI-2'],
  },
  'ECS.16': { title: 'ECS task sets give out no public address', severity: 'high', pci: ['1.4.4'] },
  'ECS.18': { title: 'ECS tasks reach EFS volumes over TLS', severity: 'medium' },
  'ECS.19': {
    title: 'ECS capacity providers protect busy instances from termination',
    severity: 'medium',
  },
  'ECS.20': { title: 'Linux containers in ECS run as a user other than root', severity: 'medium' },
  'ECS.21': {
    title: 'Windows containers in ECS run as a user other than the administrator',
    severity: 'medium',
  },
  'EFS.1': {
    title: 'EFS file systems are encrypted with KMS',
    severity: 'medium',
    nist: encryptionAtRest,
  },
  'EFS.2': { title: 'EFS file systems belong to a backup plan', severity: 'medium', nist: backups },
  'EFS.3': {
    title: 'EFS access points confine clients to a root directory',
    severity: 'medium',
    nist: ['AC-6(10)'],
  },
  'EFS.4': {
    title: 'EFS access points impose a user identity',
    severity: 'medium',
    nist: ['AC-6(2)'],
    pci: ['7.3.1'],
  },
  'EFS.7': { title: 'EFS file systems back themselves up', severity: 'medium' },
  'EFS.8': { title: 'EFS file systems are encrypted at rest', severity: 'medium' },
  'EKS.1': {
    title: 'EKS cluster endpoints are not public',
    severity: 'high',
    nist: publicAccess,
    pci: ['1.4.4'],
  },
  'EKS.2': {
    title: 'EKS clusters run a supported Kubernetes version',
    severity: 'high',
    nist: [...upgrades, 'CA-9(1)', 'CM-2'],
    pci: ['12.3.4'],
  },
  'EKS.3': {
    title: 'EKS encrypts Kubernetes secrets',
    severity: 'medium',
    nist: ['SC-8', 'SC-12', 'SC-13', 'SC-28'],
    pci: ['8.3.2'],
  },
  'EKS.8': {
    title: 'EKS clusters write audit logs',
    severity: 'medium',
    nist: [...eventRecords, 'AC-2(12)', 'AU-9(7)', 'SI-4'],
    pci: ['10.2.1'],
  },
  'EKS.9': { title: 'EKS node groups run a supported Kubernetes version', severity: 'high' },
} as const satisfies AwsControls;

const others = {
  'ECR.4': { title: 'Public ECR repositories are tagged', severity: 'low' },
  'ECR.5': {
    title: 'ECR repositories are encrypted with keys of the customer',
    severity: 'medium',
    nist: ownKeys,
  },
  'ECS.13': { title: 'ECS services are tagged', severity: 'low' },
  'ECS.14': { title: 'ECS clusters are tagged', severity: 'low' },
  'ECS.15': { title: 'ECS task definitions are tagged', severity: 'low' },
  'ECS.17': {
    title: 'ECS tasks do not run in the network of the host',
    severity: 'medium',
    nist: privileges,
  },
  'EFS.5': { title: 'EFS access points are tagged', severity: 'low' },
  'EFS.6': {
    title: 'EFS mount targets are outside subnets that give out public addresses',
    severity: 'medium',
    nist: ['SC-7'],
    pci: ['1.4.4'],
  },
  'EKS.6': { title: 'EKS clusters are tagged', severity: 'low' },
  'EKS.7': { title: 'EKS identity provider configurations are tagged', severity: 'low' },
} as const satisfies AwsControls;

export const ecToEk = { fsbp, others };
