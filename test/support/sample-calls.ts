/** Calls of the sample report, and the gaps that those without an answer leave. */
import { createHash } from 'node:crypto';
import type { CallLine, Gap } from '../../src/report/model.ts';
import { sampleChecks } from './sample-checks.ts';

export const regions = ['eu-central-1', 'eu-west-1', 'us-east-1'];
export const startedAt = '2026-11-22T15:41:07.120Z';

export const denied = {
  status: 'denied' as const,
  error: { code: 'AccessDenied', message: 'User is not authorized to perform this action' },
};

export function callOf(
  service: string,
  operation: string,
  region: string,
  input?: Readonly<Record<string, unknown>>,
): CallLine {
  const hash = digest(service, operation, region, JSON.stringify(input ?? {}));
  return {
    id: `${service}.${operation}.${region}.${hash.slice(0, 12)}`,
    service,
    operation,
    region,
    ...(input ? { input } : {}),
    at: new Date(
      Date.parse(startedAt) + (Number.parseInt(hash.slice(0, 4), 16) % 9000),
    ).toISOString(),
    requestId: `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 24)}`,
    attempts: 1,
    sha256: hash,
    status: 'ok',
  };
}

export function plainCalls(): readonly CallLine[] {
  const services = [...new Set(sampleChecks.map((check) => check.service))];
  const lists = services.flatMap((service) =>
    [...regions, 'global'].map((region) => callOf(service, 'ListResources', region)),
  );
  return [
    ...lists,
    { ...callOf('kms', 'ListKeys', 'us-east-1'), ...throttled },
    { ...callOf('rds', 'DescribeDBInstances', 'us-east-1'), ...failed },
  ];
}

const throttled = {
  status: 'throttled' as const,
  attempts: 8,
  requestId: null,
  error: { code: 'ThrottlingException', message: 'Rate exceeded' },
};

const failed = {
  status: 'failed' as const,
  attempts: 3,
  requestId: null,
  error: { code: 'TimeoutError', message: 'socket hang up <b>now</b>' },
};

export function gapsOf(calls: readonly CallLine[]): readonly Gap[] {
  const groups = new Map<string, { call: CallLine; regions: Set<string>; count: number }>();
  for (const call of calls) {
    if (call.status === 'ok') continue;
    const key = [call.service, call.operation, call.status].join('/');
    const group = groups.get(key) ?? { call, regions: new Set(), count: 0 };
    group.regions.add(call.region);
    groups.set(key, { ...group, count: group.count + 1 });
  }
  return [...groups.values()].map(({ call, regions: of, count }) => ({
    service: call.service,
    operation: call.operation,
    region: of.size === 1 ? call.region : '*',
    regions: [...of].toSorted(),
    reason: call.status === 'ok' ? 'failed' : call.status,
    cause: `The call gave no answer. AWS: ${call.error?.code}: ${call.error?.message}`,
    cure: `Allow ${call.service}:${call.operation} to the scanning identity.`,
    iamAction: `${call.service}:${call.operation}`,
    count,
    checks: sampleChecks.filter((each) => each.service === call.service).map((each) => each.id),
  }));
}

export const deadlineGap: Gap = {
  service: 'ec2',
  operation: 'DescribeInstances',
  region: 'us-east-1',
  regions: ['us-east-1'],
  reason: 'deadline',
  cause: 'The scan ended before the call was made.',
  cure: 'Scan again with a later --deadline, or fewer regions or services.',
  iamAction: 'ec2:DescribeInstances',
  count: 12,
  checks: ['ec2-instance-imdsv2'],
};

export function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
