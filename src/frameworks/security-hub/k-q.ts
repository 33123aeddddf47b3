import type { AwsControls } from './control.ts';
import {
  baselines,
  deletionProtection,
  encryptionAtRest,
  encryptionBetweenNodes,
  encryptionInTransit,
  eventRecords,
  grants,
  identities,
  privileges,
  publicAccess,
  severalZones,
  upgrades,
} from './related.ts';

/** The controls whose ids begin with K to Q. */
const fsbp = {
  'Kinesis.1': {
    title: 'Kinesis streams are encrypted',
    severity: 'medium',
    nist: encryptionAtRest,
  },
  'Kinesis.3': { title: 'Kinesis streams keep their records long enough', severity: 'medium' },
  'KMS.1': {
    title: 'Managed policies do not allow decryption with every key',
    severity: 'medium',
    nist: grants,
  },
  'KMS.2': {
    title: 'Inline policies do not allow decryption with every key',
    severity: 'medium',
    nist: grants,
  },
  'KMS.3': {
    title: 'KMS keys are not about to be deleted by accident',
    severity: 'critical',
    nist: ['SC-12', 'SC-12(2)'],
  },
  'KMS.5': { title: 'KMS keys are not public', severity: 'critical' },
  'Lambda.1': {
    title: 'Lambda functions are not public',
    severity: 'critical',
    nist: publicAccess,
    pci: ['7.2.1'],
  },
  'Lambda.2': {
    title: 'Lambda functions have a supported runtime',
    severity: 'medium',
    nist: [...upgrades, 'CA-9(1)', 'CM-2'],
    pci: ['12.3.4'],
  },
  'Lambda.5': {
    title: 'Lambda functions in a VPC span several zones',
    severity: 'medium',
    nist: severalZones,
  },
  'Macie.1': {
    title: 'Macie is on',
    severity: 'medium',
    nist: ['CA-7', 'CA-9(1)', 'RA-5', 'SA-8(19)', 'SI-4'],
  },
  'Macie.2': {
    title: 'Macie looks for sensitive data by itself',
    severity: 'high',
    nist: ['CA-7', 'CA-9(1)', 'RA-5', 'SA-8(19)', 'SI-4'],
  },
  'MQ.2': { title: 'ActiveMQ brokers publish audit logs', severity: 'medium', related: 'unread' },
  'MSK.1': {
    title: 'MSK brokers encrypt traffic among them',
    severity: 'medium',
    related: 'unread',
  },
  'MSK.3': {
    title: 'MSK Connect connectors encrypt in transit',
    severity: 'medium',
    related: 'unread',
  },
  'MSK.4': { title: 'MSK clusters are not public', severity: 'critical' },
  'MSK.5': { title: 'MSK connectors write logs', severity: 'medium' },
  'MSK.6': { title: 'MSK clusters let nobody in unauthenticated', severity: 'medium' },
  'Neptune.1': {
    title: 'Neptune clusters are encrypted',
    severity: 'medium',
    nist: encryptionAtRest,
  },
  'Neptune.2': {
    title: 'Neptune clusters publish audit logs',
    severity: 'medium',
    nist: [...eventRecords, 'AU-6(1)', 'AU-6(5)', 'AU-7(1)', 'AU-9(7)', 'SI-4(5)', 'SI-20'],
    pci: ['10.3.3'],
  },
  'Neptune.3': {
    title: 'Neptune snapshots are not public',
    severity: 'critical',
    nist: publicAccess,
    pci: ['1.4.4'],
  },
  'Neptune.4': {
    title: 'Neptune clusters are protected from deletion',
    severity: 'low',
    nist: deletionProtection,
  },
  'Neptune.5': {
    title: 'Neptune clusters back themselves up',
    severity: 'medium',
    nist: ['SI-12'],
  },
  'Neptune.6': {
    title: 'Neptune snapshots are encrypted',
    severity: 'medium',
    nist: ['CA-9(1)', 'CM-3(6)', 'SC-7(10)', 'SC-7(18)', 'SC-13', 'SC-28', 'SC-28(1)'],
  },
  'Neptune.7': {
    title: 'Neptune clusters accept IAM authentication',
    severity: 'medium',
    nist: identities,
  },
  'Neptune.8': {
    title: 'Neptune clusters copy tags to snapshots',
    severity: 'low',
    nist: baselines,
  },
  'NetworkFirewall.2': {
    title: 'Network firewalls write logs',
    severity: 'medium',
    related: 'unread',
  },
  'NetworkFirewall.3': {
    title: 'Network firewall policies hold rule groups',
    severity: 'medium',
    related: 'unread',
  },
  'NetworkFirewall.4': {
    title: 'Network firewalls drop or forward full packets by default',
    severity: 'medium',
    related: 'unread',
  },
  'NetworkFirewall.5': {
    title: 'Network firewalls drop or forward fragments by default',
    severity: 'medium',
    related: 'unread',
  },
  'NetworkFirewall.6': {
    title: 'Stateless rule groups hold rules',
    severity: 'medium',
    related: 'unread',
  },
  'NetworkFirewall.9': {
    title: 'Network firewalls are protected from deletion',
    severity: 'medium',
    related: 'unread',
  },
  'NetworkFirewall.10': {
    title: 'Network firewalls are protected from changes of subnet',
    severity: 'medium',
    related: 'unread',
  },
  'Opensearch.1': {
    title: 'OpenSearch domains are encrypted at rest',
    severity: 'medium',
    nist: ['CA-9(1)', 'CM-3(6)', 'SC-13', 'SC-28', 'SC-28(1)', 'SI-7(6)'],
  },
  'Opensearch.2': {
    title: 'OpenSearch domains are not public',
    severity: 'critical',
    nist: publicAccess,
  },
  'Opensearch.3': {
    title: 'OpenSearch domains encrypt traffic between nodes',
    severity: 'medium',
    nist: encryptionBetweenNodes,
  },
  'Opensearch.4': {
    title: 'OpenSearch domains publish error logs',
    severity: 'medium',
    nist: eventRecords,
  },
  'Opensearch.5': {
    title: 'OpenSearch domains write audit logs',
    severity: 'medium',
    nist: eventRecords,
    pci: ['10.2.1'],
  },
  'Opensearch.6': {
    title: 'OpenSearch domains have three data nodes',
    severity: 'medium',
    nist: severalZones,
  },
  'Opensearch.7': {
    title: 'OpenSearch domains have fine-grained access control',
    severity: 'high',
    nist: privileges,
  },
  'Opensearch.8': {
    title: 'OpenSearch domains have a current TLS policy',
    severity: 'medium',
    nist: encryptionInTransit,
  },
  'Opensearch.10': {
    title: 'OpenSearch domains have the latest software update',
    severity: 'medium',
    nist: upgrades,
    pci: ['6.3.3'],
  },
  'PCA.1': {
    title: 'Root authorities of AWS Private CA are disabled',
    severity: 'low',
    related: 'unread',
  },
} as const satisfies AwsControls;

const others = {
  'Keyspaces.1': { title: 'Keyspaces are tagged', severity: 'low' },
  'Kinesis.2': { title: 'Kinesis streams are tagged', severity: 'low' },
  'KMS.4': {
    title: 'KMS keys rotate',
    severity: 'medium',
    nist: ['SC-12', 'SC-12(2)', 'SC-28(3)'],
    pci: ['3.7.4'],
  },
  'Lambda.3': { title: 'Lambda functions are in a VPC', severity: 'low', nist: publicAccess },
  'Lambda.6': { title: 'Lambda functions are tagged', severity: 'low' },
  'Lambda.7': { title: 'Lambda functions trace with X-Ray', severity: 'low', nist: ['CA-7'] },
  'MQ.4': { title: 'Amazon MQ brokers are tagged', severity: 'low' },
  'MQ.5': { title: 'ActiveMQ brokers have a standby', severity: 'low', related: 'unread' },
  'MQ.6': { title: 'RabbitMQ brokers are clusters', severity: 'low', related: 'unread' },
  'MSK.2': { title: 'MSK clusters have enhanced monitoring', severity: 'low', related: 'unread' },
  'Neptune.9': {
    title: 'Neptune clusters span several zones',
    severity: 'medium',
    nist: severalZones,
  },
  'NetworkFirewall.1': {
    title: 'Network firewalls span several zones',
    severity: 'medium',
    related: 'unread',
  },
  'NetworkFirewall.7': { title: 'Network firewalls are tagged', severity: 'low' },
  'NetworkFirewall.8': { title: 'Network firewall policies are tagged', severity: 'low' },
  'Opensearch.9': { title: 'OpenSearch domains are tagged', severity: 'low' },
  'Opensearch.11': {
    title: 'OpenSearch domains have three dedicated primary nodes',
    severity: 'low',
    nist: ['CP-2', 'CP-10', 'SC-5', 'SC-36', 'SI-13'],
  },
  'PCA.2': { title: 'Private certificate authorities are tagged', severity: 'low' },
} as const satisfies AwsControls;

export const kToQ = { fsbp, others };
