import type { AwsControls } from './control.ts';
import {
  baselines,
  encryptionAtRest,
  encryptionInTransit,
  publicAccess,
  requestLogs,
  settings,
  severalZones,
} from './related.ts';

/** The controls whose ids begin with A. */
const fsbp = {
  'Account.1': {
    title: 'The account has a security contact',
    severity: 'medium',
    nist: ['CM-2', 'CM-2(2)'],
  },
  'ACM.1': {
    title: 'Certificates are renewed in good time',
    severity: 'medium',
    nist: ['SC-7(16)', 'SC-28(3)'],
    pci: ['4.2.1'],
  },
  'ACM.2': { title: 'RSA certificates have strong keys', severity: 'high', pci: ['4.2.1'] },
  'APIGateway.1': {
    title: 'REST and WebSocket APIs log their executions',
    severity: 'medium',
    nist: requestLogs,
  },
  'APIGateway.2': {
    title: 'REST API stages show their backends a client certificate',
    severity: 'medium',
    nist: encryptionInTransit,
  },
  'APIGateway.3': { title: 'REST API stages trace with X-Ray', severity: 'low', nist: ['CA-7'] },
  'APIGateway.4': {
    title: 'REST API stages have a web ACL',
    severity: 'medium',
    nist: ['AC-4(21)'],
  },
  'APIGateway.5': {
    title: 'Caches of REST APIs are encrypted',
    severity: 'medium',
    nist: encryptionAtRest,
  },
  'APIGateway.8': {
    title: 'Every API route names its authorization type',
    severity: 'medium',
    nist: ['AC-3', 'CM-2', 'CM-2(2)'],
  },
  'APIGateway.9': {
    title: 'HTTP and WebSocket API stages write access logs',
    severity: 'medium',
    nist: requestLogs,
    pci: ['10.4.2'],
  },
  'APIGateway.10': { title: 'Private integrations of V2 APIs speak HTTPS', severity: 'medium' },
  'APIGateway.11': {
    title: 'API Gateway domain names have a current TLS policy',
    severity: 'medium',
  },
  'AppSync.2': {
    title: 'AppSync logs at the level of fields',
    severity: 'medium',
    related: 'unread',
  },
  'AppSync.5': {
    title: 'AppSync APIs do not rely on API keys',
    severity: 'high',
    related: 'unread',
  },
  'Athena.4': { title: 'Athena workgroups write logs', severity: 'medium' },
  'AutoScaling.1': {
    title: 'Groups behind a load balancer use its health checks',
    severity: 'low',
    nist: ['CA-7', 'CP-2(2)', 'SI-2'],
  },
  'AutoScaling.2': {
    title: 'Auto Scaling groups span several zones',
    severity: 'medium',
    nist: [...severalZones, 'CP-2(2)'],
  },
  'AutoScaling.3': {
    title: 'Launch configurations require IMDSv2',
    severity: 'high',
    nist: ['AC-3', 'AC-3(7)', 'AC-3(15)', 'AC-6', 'CA-9(1)', 'CM-2'],
    pci: ['2.2.6'],
  },
  'Autoscaling.5': {
    title: 'Launch configurations give out no public addresses',
    severity: 'high',
    nist: publicAccess,
    pci: ['1.4.4'],
  },
  'AutoScaling.6': {
    title: 'Auto Scaling groups use several instance types in several zones',
    severity: 'medium',
    nist: [...severalZones, 'CP-2(2)'],
  },
  'AutoScaling.9': {
    title: 'Auto Scaling groups start from launch templates',
    severity: 'medium',
    nist: baselines,
  },
} as const satisfies AwsControls;

const others = {
  'Account.2': {
    title: 'The account belongs to an organization',
    severity: 'high',
    nist: settings,
  },
  'ACM.3': { title: 'ACM certificates are tagged', severity: 'low' },
  'Amplify.1': { title: 'Amplify apps are tagged', severity: 'low' },
  'Amplify.2': { title: 'Amplify branches are tagged', severity: 'low' },
  'AppConfig.1': { title: 'AppConfig applications are tagged', severity: 'low' },
  'AppConfig.2': { title: 'AppConfig configuration profiles are tagged', severity: 'low' },
  'AppConfig.3': { title: 'AppConfig environments are tagged', severity: 'low' },
  'AppConfig.4': { title: 'AppConfig extension associations are tagged', severity: 'low' },
  'AppFlow.1': { title: 'AppFlow flows are tagged', severity: 'low' },
  'AppRunner.1': { title: 'App Runner services are tagged', severity: 'low' },
  'AppRunner.2': { title: 'App Runner VPC connectors are tagged', severity: 'low' },
  'AppSync.4': { title: 'AppSync GraphQL APIs are tagged', severity: 'low' },
  'Athena.2': { title: 'Athena data catalogs are tagged', severity: 'low' },
  'Athena.3': { title: 'Athena workgroups are tagged', severity: 'low' },
  'AutoScaling.10': { title: 'Auto Scaling groups are tagged', severity: 'low' },
} as const satisfies AwsControls;

export const a = { fsbp, others };
