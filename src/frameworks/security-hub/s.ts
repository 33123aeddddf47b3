import type { AwsControls } from './control.ts';
import {
  backups,
  deletionProtection,
  encryptionAtRest,
  encryptionInTransit,
  eventRecords,
  identities,
  lifecycles,
  ownKeys,
  publicAccess,
  settings,
  upgrades,
} from './related.ts';

/** The controls whose ids begin with S. */
const fsbp = {
  'S3.1': {
    title: 'The account blocks public access to S3',
    severity: 'medium',
    nist: publicAccess,
    pci: ['1.4.4'],
  },
  'S3.2': {
    title: 'S3 buckets are closed to public reading',
    severity: 'critical',
    nist: publicAccess,
  },
  'S3.3': {
    title: 'S3 buckets are closed to public writing',
    severity: 'critical',
    nist: publicAccess,
  },
  'S3.5': {
    title: 'S3 buckets require TLS',
    severity: 'medium',
    nist: encryptionInTransit,
    pci: ['4.2.1'],
    asks: ['SC-8', 'SC-8(1)', '4.2.1'],
  },
  'S3.6': {
    title: 'S3 bucket policies give other accounts no control',
    severity: 'high',
    nist: settings,
  },
  'S3.8': {
    title: 'S3 buckets block public access',
    severity: 'high',
    nist: publicAccess,
    pci: ['1.4.4'],
  },
  'S3.9': {
    title: 'S3 buckets log access',
    severity: 'medium',
    nist: eventRecords,
    pci: ['10.2.1'],
  },
  'S3.12': { title: 'S3 buckets do without ACLs', severity: 'medium', nist: identities },
  'S3.13': {
    title: 'S3 buckets have a lifecycle configuration',
    severity: 'low',
    nist: lifecycles,
  },
  'S3.19': {
    title: 'S3 access points block public access',
    severity: 'critical',
    nist: publicAccess,
    pci: ['1.4.4'],
  },
  'S3.24': {
    title: 'S3 Multi-Region Access Points block public access',
    severity: 'high',
    pci: ['1.4.4'],
  },
  'S3.25': { title: 'S3 directory buckets have a lifecycle configuration', severity: 'low' },
  'SageMaker.1': {
    title: 'SageMaker notebooks are not on the Internet',
    severity: 'high',
    related: 'unread',
  },
  'SageMaker.2': {
    title: 'SageMaker notebooks run in a VPC of the customer',
    severity: 'high',
    related: 'unread',
  },
  'SageMaker.3': {
    title: 'SageMaker notebooks give nobody root access',
    severity: 'high',
    related: 'unread',
  },
  'SageMaker.4': {
    title: 'SageMaker endpoints start with several instances',
    severity: 'medium',
    related: 'unread',
  },
  'SageMaker.5': { title: 'SageMaker models are isolated from the network', severity: 'medium' },
  'SageMaker.8': { title: 'SageMaker notebooks run a supported platform', severity: 'medium' },
  'SageMaker.9': {
    title: 'SageMaker data quality jobs encrypt traffic between containers',
    severity: 'medium',
  },
  'SageMaker.10': {
    title: 'SageMaker explainability jobs encrypt traffic between containers',
    severity: 'medium',
  },
  'SageMaker.11': {
    title: 'SageMaker data quality jobs are isolated from the network',
    severity: 'medium',
  },
  'SageMaker.12': {
    title: 'SageMaker bias jobs are isolated from the network',
    severity: 'medium',
  },
  'SageMaker.13': {
    title: 'SageMaker model quality jobs encrypt traffic between containers',
    severity: 'medium',
  },
  'SageMaker.14': {
    title: 'SageMaker monitoring schedules are isolated from the network',
    severity: 'medium',
  },
  'SageMaker.15': {
    title: 'SageMaker bias jobs encrypt traffic between containers',
    severity: 'medium',
  },
  'SageMaker.16': {
    title: 'SageMaker models take primary containers from a registry in the VPC',
    severity: 'medium',
  },
  'SageMaker.17': {
    title: 'Offline stores of SageMaker feature groups are encrypted with KMS',
    severity: 'medium',
  },
  'SageMaker.19': {
    title: 'SageMaker pipelines take their containers from a registry in the VPC',
    severity: 'medium',
  },
  'SageMaker.20': {
    title: 'SageMaker explainability jobs are isolated from the network',
    severity: 'high',
  },
  'SageMaker.21': {
    title: 'SageMaker notebooks are encrypted with keys of the customer',
    severity: 'medium',
  },
  'SageMaker.22': {
    title: 'SageMaker monitoring schedules encrypt traffic between containers',
    severity: 'medium',
  },
  'SageMaker.23': {
    title: 'Volumes of SageMaker experiments are encrypted with keys of the customer',
    severity: 'medium',
  },
  'SageMaker.24': {
    title: 'Data of SageMaker experiments is encrypted with keys of the customer',
    severity: 'medium',
  },
  'SageMaker.25': {
    title: 'SageMaker model quality jobs are isolated from the network',
    severity: 'high',
  },
  'SecretsManager.1': {
    title: 'Secrets rotate automatically',
    severity: 'medium',
    nist: ['AC-2(1)', 'AC-3(15)'],
    pci: ['8.3.9', '8.6.3'],
  },
  'SecretsManager.2': {
    title: 'Secret rotation succeeds',
    severity: 'medium',
    nist: ['AC-2(1)', 'AC-3(15)'],
    pci: ['8.3.9', '8.6.3'],
  },
  'SecretsManager.3': {
    title: 'Unused secrets are removed',
    severity: 'medium',
    nist: ['AC-2(1)', 'AC-3(15)'],
  },
  'SecretsManager.4': {
    title: 'Secrets rotate often enough',
    severity: 'medium',
    nist: ['AC-2(1)', 'AC-3(15)'],
    pci: ['8.3.9', '8.6.3'],
  },
  'ServiceCatalog.1': {
    title: 'Service Catalog portfolios are shared in the organization only',
    severity: 'medium',
    related: 'unread',
  },
  'SES.3': { title: 'SES configuration sets send over TLS only', severity: 'medium' },
  'SNS.4': { title: 'SNS topics are not public', severity: 'critical' },
  'SQS.1': { title: 'SQS queues are encrypted', severity: 'medium', nist: encryptionAtRest },
  'SQS.3': { title: 'SQS queues are not public', severity: 'critical' },
  'SSM.1': {
    title: 'Systems Manager manages EC2 instances',
    severity: 'medium',
    nist: [
      'CA-9(1)',
      'CM-2',
      'CM-2(2)',
      'CM-8',
      'CM-8(1)',
      'CM-8(2)',
      'CM-8(3)',
      'SA-3',
      'SA-15(2)',
      'SA-15(8)',
      'SI-2(3)',
    ],
  },
  'SSM.2': {
    title: 'Managed instances are patched',
    severity: 'high',
    nist: [...upgrades, 'CM-8(3)', 'SI-2(3)'],
    pci: ['2.2.1', '6.3.3'],
  },
  'SSM.3': {
    title: 'Managed instances comply with their associations',
    severity: 'low',
    nist: ['CA-9(1)', 'CM-2', 'CM-2(2)', 'CM-8', 'CM-8(1)', 'CM-8(3)', 'SI-2(3)'],
    pci: ['2.2.1', '6.3.3'],
  },
  'SSM.4': { title: 'SSM documents are not public', severity: 'critical', nist: publicAccess },
  'SSM.6': { title: 'SSM Automation logs to CloudWatch', severity: 'medium' },
  'SSM.7': { title: 'Public sharing of SSM documents is blocked', severity: 'critical' },
  'StepFunctions.1': { title: 'State machines write logs', severity: 'medium', pci: ['10.4.2'] },
} as const satisfies AwsControls;

const others = {
  'S3.7': {
    title: 'S3 buckets replicate to another Region',
    severity: 'low',
    nist: [...lifecycles, 'AU-9(2)', 'CP-6', 'CP-6(1)', 'SC-36(2)'],
  },
  'S3.10': {
    title: 'S3 buckets with versioning have a lifecycle configuration',
    severity: 'medium',
    nist: lifecycles,
  },
  'S3.11': {
    title: 'S3 buckets notify of events',
    severity: 'medium',
    nist: ['CA-7', 'SI-3(8)', 'SI-4', 'SI-4(4)'],
  },
  'S3.14': { title: 'S3 buckets have versioning', severity: 'low', nist: [...backups, 'AU-9(2)'] },
  'S3.15': {
    title: 'S3 buckets have Object Lock',
    severity: 'medium',
    nist: ['CP-6(2)'],
    pci: ['10.5.1'],
  },
  'S3.17': {
    title: 'S3 buckets encrypt with KMS keys',
    severity: 'medium',
    nist: ownKeys,
    pci: ['3.5.1'],
  },
  'S3.20': { title: 'S3 buckets have MFA delete', severity: 'low', nist: deletionProtection },
  'S3.22': { title: 'Writes to S3 objects are recorded', severity: 'medium', pci: ['10.2.1'] },
  'S3.23': { title: 'Reads of S3 objects are recorded', severity: 'medium', pci: ['10.2.1'] },
  'SageMaker.6': { title: 'SageMaker app image configurations are tagged', severity: 'low' },
  'SageMaker.7': { title: 'SageMaker images are tagged', severity: 'low' },
  'SageMaker.18': {
    title: 'Online stores of SageMaker feature groups are encrypted with KMS',
    severity: 'medium',
    related: 'unread',
  },
  'SecretsManager.5': { title: 'Secrets are tagged', severity: 'low' },
  'SES.1': { title: 'SES contact lists are tagged', severity: 'low' },
  'SES.2': { title: 'SES configuration sets are tagged', severity: 'low' },
  'SNS.1': {
    title: 'SNS topics are encrypted with KMS',
    severity: 'medium',
    nist: encryptionAtRest,
  },
  'SNS.3': { title: 'SNS topics are tagged', severity: 'low' },
  'SQS.2': { title: 'SQS queues are tagged', severity: 'low' },
  'SSM.5': { title: 'SSM documents are tagged', severity: 'low' },
  'StepFunctions.2': { title: 'Step Functions activities are tagged', severity: 'low' },
} as const satisfies AwsControls;

export const s = { fsbp, others };
