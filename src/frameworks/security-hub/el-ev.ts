import type { AwsControls } from './control.ts';
import {
  backups,
  deletionProtection,
  encryptionAtRest,
  encryptionBetweenNodes,
  encryptionInTransit,
  grants,
  identities,
  openNetwork,
  publicAccess,
  requestLogs,
  settings,
  severalZones,
  upgrades,
} from './related.ts';

/** The controls of ElastiCache to EventBridge. */
const fsbp = {
  'ElastiCache.1': {
    title: 'ElastiCache clusters back themselves up',
    severity: 'high',
    nist: backups,
  },
  'ElastiCache.2': {
    title: 'ElastiCache clusters take minor upgrades by themselves',
    severity: 'high',
    nist: upgrades,
    pci: ['6.3.3'],
  },
  'ElastiCache.3': {
    title: 'ElastiCache replication groups fail over by themselves',
    severity: 'medium',
    nist: ['CP-10', 'SC-5(2)', 'SC-36', 'SI-13(5)'],
  },
  'ElastiCache.4': {
    title: 'ElastiCache replication groups are encrypted at rest',
    severity: 'medium',
    nist: encryptionAtRest,
  },
  'ElastiCache.5': {
    title: 'ElastiCache replication groups are encrypted in transit',
    severity: 'medium',
    nist: encryptionInTransit,
    pci: ['4.2.1'],
  },
  'ElastiCache.6': {
    title: 'Older ElastiCache replication groups ask for a Redis token',
    severity: 'medium',
    nist: identities,
    pci: ['8.3.1'],
  },
  'ElastiCache.7': {
    title: 'ElastiCache clusters are outside the default subnet group',
    severity: 'high',
    nist: openNetwork,
  },
  'ElasticBeanstalk.1': {
    title: 'Elastic Beanstalk environments report enhanced health',
    severity: 'low',
    nist: ['CA-7', 'SI-2'],
  },
  'ElasticBeanstalk.2': {
    title: 'Elastic Beanstalk updates its platform by itself',
    severity: 'high',
    nist: upgrades,
    pci: ['6.3.3'],
  },
  'ElasticBeanstalk.3': {
    title: 'Elastic Beanstalk environments log to CloudWatch',
    severity: 'high',
    pci: ['10.4.2'],
  },
  'ELB.1': {
    title: 'Application Load Balancers redirect HTTP to HTTPS',
    severity: 'medium',
    nist: encryptionInTransit,
  },
  'ELB.2': {
    title: 'Classic Load Balancers have certificates from ACM',
    severity: 'medium',
    nist: [
      'AC-4',
      'AC-17(2)',
      'IA-5(1)',
      'SC-7(4)',
      'SC-8',
      'SC-8(1)',
      'SC-8(2)',
      'SC-12(3)',
      'SC-13',
      'SC-23',
      'SC-23(5)',
      'SI-7(6)',
    ],
  },
  'ELB.3': {
    title: 'Classic Load Balancers listen on HTTPS or TLS',
    severity: 'medium',
    nist: encryptionInTransit,
    pci: ['4.2.1'],
  },
  'ELB.4': {
    title: 'Application Load Balancers drop invalid headers',
    severity: 'medium',
    nist: ['SC-7(4)', 'SC-8(2)'],
    pci: ['6.2.4'],
  },
  'ELB.5': { title: 'Load balancers write access logs', severity: 'medium', nist: requestLogs },
  'ELB.6': {
    title: 'Load balancers are protected from deletion',
    severity: 'medium',
    nist: deletionProtection,
  },
  'ELB.7': { title: 'Classic Load Balancers drain connections', severity: 'low', nist: settings },
  'ELB.8': {
    title: 'Classic Load Balancers have a strong predefined TLS policy',
    severity: 'medium',
    nist: encryptionInTransit,
    pci: ['4.2.1'],
  },
  'ELB.9': {
    title: 'Classic Load Balancers balance across zones',
    severity: 'medium',
    nist: severalZones,
  },
  'ELB.10': {
    title: 'Classic Load Balancers span several zones',
    severity: 'medium',
    nist: severalZones,
  },
  'ELB.12': {
    title: 'Application Load Balancers withstand request desync',
    severity: 'medium',
    nist: [...settings, 'AC-4(21)'],
    pci: ['6.2.4'],
  },
  'ELB.13': {
    title: 'Application, Network and Gateway Load Balancers span several zones',
    severity: 'medium',
    nist: severalZones,
  },
  'ELB.14': {
    title: 'Classic Load Balancers withstand request desync',
    severity: 'medium',
    nist: [...settings, 'AC-4(21)'],
    pci: ['6.2.4'],
  },
  'ELB.17': {
    title: 'Load balancer listeners have a recommended TLS policy',
    severity: 'medium',
    nist: encryptionInTransit,
  },
  'ELB.18': { title: 'Load balancer listeners speak encrypted protocols', severity: 'medium' },
  'ELB.21': { title: 'Target groups check health over encrypted protocols', severity: 'medium' },
  'ELB.22': { title: 'Target groups speak encrypted protocols', severity: 'medium' },
  'EMR.1': {
    title: 'Primary nodes of EMR clusters have no public address',
    severity: 'high',
    nist: publicAccess,
    pci: ['1.4.4'],
  },
  'EMR.2': {
    title: 'EMR blocks public access',
    severity: 'critical',
    nist: publicAccess,
    pci: ['1.4.4'],
  },
  'EMR.3': {
    title: 'EMR security configurations encrypt at rest',
    severity: 'medium',
    nist: ['CA-9(1)', 'CP-9(8)', 'SI-12'],
  },
  'EMR.4': {
    title: 'EMR security configurations encrypt in transit',
    severity: 'medium',
    nist: encryptionBetweenNodes,
  },
  'ES.1': {
    title: 'Elasticsearch domains are encrypted at rest',
    severity: 'medium',
    related: 'unread',
  },
  'ES.2': {
    title: 'Elasticsearch domains are not public',
    severity: 'critical',
    related: 'unread',
  },
  'ES.3': {
    title: 'Elasticsearch domains encrypt traffic between nodes',
    severity: 'medium',
    related: 'unread',
  },
  'ES.4': {
    title: 'Elasticsearch domains publish error logs',
    severity: 'medium',
    related: 'unread',
  },
  'ES.5': {
    title: 'Elasticsearch domains write audit logs',
    severity: 'medium',
    related: 'unread',
  },
  'ES.6': {
    title: 'Elasticsearch domains have three data nodes',
    severity: 'medium',
    related: 'unread',
  },
  'ES.7': {
    title: 'Elasticsearch domains have three dedicated master nodes',
    severity: 'medium',
    related: 'unread',
  },
  'ES.8': {
    title: 'Elasticsearch domains have a current TLS policy',
    severity: 'medium',
    related: 'unread',
  },
  'EventBridge.3': {
    title: 'Custom event buses carry a resource policy',
    severity: 'low',
    nist: grants,
    pci: ['10.3.1'],
  },
} as const satisfies AwsControls;

const others = {
  'ELB.16': {
    title: 'Application Load Balancers have a web ACL',
    severity: 'medium',
    nist: ['AC-4(21)'],
  },
  'ES.9': { title: 'Elasticsearch domains are tagged', severity: 'low' },
  'EventBridge.2': { title: 'Event buses are tagged', severity: 'low' },
  'EventBridge.4': {
    title: 'EventBridge global endpoints replicate events',
    severity: 'medium',
    nist: severalZones,
  },
} as const satisfies AwsControls;

export const elToEv = { fsbp, others };
