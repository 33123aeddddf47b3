import type { AwsControls } from './control.ts';
import { requestLogs, settings, webRules } from './related.ts';

/** The controls whose ids begin with T to Z. */
const fsbp = {
  'Transfer.2': {
    title: 'Transfer Family servers do not speak FTP',
    severity: 'medium',
    related: 'unread',
  },
  'Transfer.3': {
    title: 'Transfer Family connectors write logs',
    severity: 'medium',
    related: 'unread',
  },
  'WAF.1': {
    title: 'Global web ACLs of WAF Classic write logs',
    severity: 'medium',
    nist: requestLogs,
    pci: ['10.4.2'],
  },
  'WAF.2': {
    title: 'Regional rules of WAF Classic hold conditions',
    severity: 'medium',
    nist: webRules,
  },
  'WAF.3': {
    title: 'Regional rule groups of WAF Classic hold rules',
    severity: 'medium',
    nist: webRules,
  },
  'WAF.4': {
    title: 'Regional web ACLs of WAF Classic hold rules',
    severity: 'medium',
    nist: settings,
  },
  'WAF.6': {
    title: 'Global rules of WAF Classic hold conditions',
    severity: 'medium',
    nist: settings,
  },
  'WAF.7': {
    title: 'Global rule groups of WAF Classic hold rules',
    severity: 'medium',
    nist: settings,
  },
  'WAF.8': {
    title: 'Global web ACLs of WAF Classic hold rules',
    severity: 'medium',
    nist: webRules,
  },
  'WAF.10': { title: 'Web ACLs hold rules', severity: 'medium', nist: settings },
  'WAF.12': {
    title: 'WAF rules publish metrics',
    severity: 'medium',
    nist: [...requestLogs, 'SC-7(10)'],
  },
  'WorkSpaces.1': { title: 'User volumes of WorkSpaces are encrypted', severity: 'medium' },
  'WorkSpaces.2': { title: 'Root volumes of WorkSpaces are encrypted', severity: 'medium' },
} as const satisfies AwsControls;

const others = {
  'Transfer.1': { title: 'Transfer Family workflows are tagged', severity: 'low' },
  'Transfer.4': { title: 'Transfer Family agreements are tagged', severity: 'low' },
  'Transfer.5': { title: 'Transfer Family certificates are tagged', severity: 'low' },
  'Transfer.6': { title: 'Transfer Family connectors are tagged', severity: 'low' },
  'Transfer.7': { title: 'Transfer Family profiles are tagged', severity: 'low' },
  'WAF.11': {
    title: 'Web ACLs write logs',
    severity: 'low',
    nist: [...requestLogs, 'SC-7(10)'],
    pci: ['10.4.2'],
  },
} as const satisfies AwsControls;

export const tToZ = { fsbp, others };
