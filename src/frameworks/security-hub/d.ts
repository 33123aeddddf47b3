import type { AwsControls } from './control.ts';
import {
  backups,
  deletionProtection,
  encryptionAtRest,
  eventRecords,
  lifecycles,
  publicAccess,
  severalZones,
} from './related.ts';

/** The controls whose ids begin with D. */
const fsbp = {
  'DataFirehose.1': {
    title: 'Firehose streams are encrypted',
    severity: 'medium',
    related: 'unread',
  },
  'DataSync.1': { title: 'DataSync tasks write logs', severity: 'medium' },
  'DMS.1': {
    title: 'DMS replication instances are not public',
    severity: 'critical',
    related: 'unread',
  },
  'DMS.6': {
    title: 'DMS replication instances take minor upgrades by themselves',
    severity: 'medium',
    related: 'unread',
  },
  'DMS.7': {
    title: 'DMS replication tasks log the target side',
    severity: 'medium',
    related: 'unread',
  },
  'DMS.8': {
    title: 'DMS replication tasks log the source side',
    severity: 'medium',
    related: 'unread',
  },
  'DMS.9': { title: 'DMS endpoints speak TLS', severity: 'medium', related: 'unread' },
  'DMS.10': {
    title: 'DMS endpoints for Neptune authorize by IAM',
    severity: 'medium',
    related: 'unread',
  },
  'DMS.11': {
    title: 'DMS endpoints for MongoDB authenticate',
    severity: 'medium',
    related: 'unread',
  },
  'DMS.12': { title: 'DMS endpoints for Redis speak TLS', severity: 'medium', related: 'unread' },
  'DMS.13': { title: 'DMS replication instances span several zones', severity: 'medium' },
  'DocumentDB.1': {
    title: 'DocumentDB clusters are encrypted',
    severity: 'medium',
    nist: encryptionAtRest,
  },
  'DocumentDB.2': {
    title: 'DocumentDB clusters keep their backups long enough',
    severity: 'medium',
    nist: ['SI-12'],
    pci: ['3.2.1'],
  },
  'DocumentDB.3': {
    title: 'DocumentDB snapshots are not public',
    severity: 'critical',
    nist: publicAccess,
    pci: ['1.4.4'],
  },
  'DocumentDB.4': {
    title: 'DocumentDB clusters publish audit logs',
    severity: 'medium',
    nist: eventRecords,
    pci: ['10.3.3'],
  },
  'DocumentDB.5': {
    title: 'DocumentDB clusters are protected from deletion',
    severity: 'medium',
    nist: deletionProtection,
  },
  'DocumentDB.6': { title: 'DocumentDB clusters require TLS', severity: 'medium' },
  'DynamoDB.1': {
    title: 'DynamoDB tables scale with demand',
    severity: 'medium',
    nist: [...severalZones, 'CP-2(2)'],
  },
  'DynamoDB.2': {
    title: 'DynamoDB tables can be restored to a point in time',
    severity: 'medium',
    nist: [...lifecycles, 'SI-12'],
  },
  'DynamoDB.3': {
    title: 'DAX clusters are encrypted at rest',
    severity: 'medium',
    nist: encryptionAtRest,
  },
  'DynamoDB.6': {
    title: 'DynamoDB tables are protected from deletion',
    severity: 'medium',
    nist: deletionProtection,
  },
  'DynamoDB.7': {
    title: 'DAX clusters are encrypted in transit',
    severity: 'medium',
    nist: ['AC-17', 'SC-8', 'SC-13', 'SC-23'],
    pci: ['4.2.1'],
  },
} as const satisfies AwsControls;

const others = {
  'DataSync.2': { title: 'DataSync tasks are tagged', severity: 'low' },
  'Detective.1': { title: 'Detective behavior graphs are tagged', severity: 'low' },
  'DMS.2': { title: 'DMS certificates are tagged', severity: 'low' },
  'DMS.3': { title: 'DMS event subscriptions are tagged', severity: 'low' },
  'DMS.4': { title: 'DMS replication instances are tagged', severity: 'low' },
  'DMS.5': { title: 'DMS replication subnet groups are tagged', severity: 'low' },
  'DynamoDB.4': {
    title: 'DynamoDB tables belong to a backup plan',
    severity: 'medium',
    nist: backups,
  },
  'DynamoDB.5': { title: 'DynamoDB tables are tagged', severity: 'low' },
} as const satisfies AwsControls;

export const d = { fsbp, others };
