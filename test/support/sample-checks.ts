/** Checks of the sample report: titles as the catalogue has them, the rest short. */
import type { CheckLine } from '../../src/report/model.ts';
import type { Severity } from '../../src/judge/terms.ts';

type Row = readonly [
  id: string,
  title: string,
  severity: Severity,
  responsibility: `${string}.${string}`,
  controls: CheckLine['controls'],
];

const rows: readonly Row[] = [
  [
    's3-bucket-not-public',
    'No policy or ACL makes the bucket readable or writable by the public',
    'critical',
    's3.identity-and-access',
    {
      'cis-aws-6.0': ['3.1.4'],
      'aws-fsbp': ['S3.2', 'S3.3'],
      'nist-800-53-r5': ['AC-3', 'AC-21'],
      'pci-dss-4.0.1': ['1.4.4'],
    },
  ],
  [
    's3-bucket-tls-only',
    'The bucket policy refuses requests without TLS',
    'medium',
    's3.encryption-in-transit',
    { 'cis-aws-6.0': ['3.1.1'], 'aws-fsbp': ['S3.5'], 'nist-800-53-r5': ['SC-8'] },
  ],
  [
    's3-bucket-default-encryption',
    'Default encryption is configured for the bucket',
    'medium',
    's3.server-side-encryption-at-rest',
    { 'nist-800-53-r5': ['SC-28'] },
  ],
  [
    's3-bucket-versioning',
    'Versioning is on so that overwritten or deleted data can be recovered',
    'medium',
    's3.backup-and-recovery',
    { 'aws-fsbp': ['S3.9'] },
  ],
  [
    's3-bucket-lifecycle',
    'A lifecycle configuration controls retention',
    'low',
    's3.data-and-data-location',
    { 'aws-fsbp': ['S3.13'] },
  ],
  [
    's3-bucket-access-logging',
    'Server access logging is on',
    'medium',
    's3.logging-and-monitoring',
    { 'aws-fsbp': ['S3.9'] },
  ],
  [
    's3-bucket-in-approved-region',
    'Data buckets are in the regions that the owner approved',
    'informational',
    's3.data-and-data-location',
    {},
  ],
  [
    'iam-root-mfa',
    'The root user signs in with MFA, or has no credentials at all',
    'critical',
    'iam.identity-and-access',
    { 'cis-aws-6.0': ['2.4'], 'aws-security-hub': ['IAM.9'] },
  ],
  [
    'iam-root-no-access-keys',
    'The root user has no access key',
    'critical',
    'iam.identity-and-access',
    { 'cis-aws-6.0': ['2.3'], 'aws-fsbp': ['IAM.4'] },
  ],
  [
    'account-contact-details-present',
    'Primary contact details of the account are filled in (owner confirms that they are current)',
    'medium',
    'account.identity-and-access',
    { 'cis-aws-6.0': ['2.1'] },
  ],
  [
    'ec2-sg-no-admin-ports-open-ipv4',
    'No security group opens SSH, RDP or other admin ports to the IPv4 internet',
    'critical',
    'ec2.network-configuration',
    { 'cis-aws-6.0': ['6.3'] },
  ],
  [
    'ec2-instance-imdsv2',
    'Instances answer metadata requests with session tokens only (IMDSv2)',
    'high',
    'ec2.os-configuration-and-host-firewall',
    { 'cis-aws-6.0': ['6.7'], 'aws-fsbp': ['EC2.8'] },
  ],
  [
    'ebs-default-encryption',
    'New EBS volumes are encrypted by default in every region',
    'medium',
    'ebs.server-side-encryption-at-rest',
    { 'cis-aws-6.0': ['6.1.1'] },
  ],
  [
    'vpc-flow-logs-enabled',
    'Flow logs record at least rejected traffic in every VPC',
    'medium',
    'vpc.logging-and-monitoring',
    { 'cis-aws-6.0': ['4.7'], 'aws-fsbp': ['EC2.6'] },
  ],
  [
    'rds-instance-not-public',
    'No database instance has a public address that the internet can reach',
    'critical',
    'rds.network-configuration',
    { 'cis-aws-6.0': ['3.2.3'], 'aws-fsbp': ['RDS.2'] },
  ],
  [
    'rds-instance-storage-encrypted',
    'Storage of database instances is encrypted',
    'high',
    'rds.server-side-encryption-at-rest',
    { 'cis-aws-6.0': ['3.2.1'] },
  ],
  [
    'lambda-function-no-public-policy',
    'No function policy lets the public invoke the function',
    'critical',
    'lambda.identity-and-access',
    { 'aws-fsbp': ['Lambda.1'] },
  ],
  [
    'lambda-function-supported-runtime',
    'Functions use a runtime that AWS still patches',
    'medium',
    'lambda.runtime-and-platform',
    { 'aws-fsbp': ['Lambda.2'] },
  ],
  [
    'kms-key-rotation',
    'Customer managed symmetric keys are rotated',
    'medium',
    'kms.server-side-encryption-at-rest',
    { 'cis-aws-6.0': ['4.6'] },
  ],
  [
    'cloudtrail-multi-region',
    'A trail records management events of every region',
    'high',
    'cloudtrail.logging-and-monitoring',
    { 'cis-aws-6.0': ['4.1'] },
  ],
];

export const sampleChecks: readonly CheckLine[] = rows.map(
  ([id, title, severity, responsibility, controls]) => ({
    id,
    title,
    severity,
    service: responsibility.slice(0, responsibility.indexOf('.')),
    judges: {
      list: `${responsibility.slice(0, responsibility.indexOf('.'))}.things`,
      service: responsibility.slice(0, responsibility.indexOf('.')),
    },
    responsibility,
    controls,
    claims: [],
    why: 'Whoever finds it can use it without a password, and the account has no record of who did.',
    fix: 'Turn the setting on for the resource. Turn it on for the whole account where nothing needs the exception, and forbid the change with an organisation policy.',
    link: 'https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html',
  }),
);
