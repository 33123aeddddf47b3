/** The matrix as machines get it: the lines of services in use, and one line for each service that is not. */
import type {
  InUse,
  OtherService,
  Report,
  ReportHead,
  ResponsibilityLine,
} from '../src/report/model.ts';

type Matrix = Pick<Report, 'responsibilities' | 'otherServices'>;

/** Most services of the matrix are in no account: their lines would say the same in every report. */
export function dividedMatrix({ responsibilities }: Pick<ReportHead, 'responsibilities'>): Matrix {
  const inUse: ResponsibilityLine[] = [];
  const others = new Map<string, ResponsibilityLine[]>();
  for (const line of responsibilities) {
    if (!isOther(line.inUse)) inUse.push(line);
    else others.set(line.service, [...(others.get(line.service) ?? []), line]);
  }
  const otherServices = [...others.values()].flatMap(lineOfService);
  return { responsibilities: inUse, otherServices };
}

function isOther(inUse: InUse): inUse is OtherService['inUse'] {
  return inUse === 'no' || inUse === 'not-looked-for';
}

function lineOfService(lines: readonly ResponsibilityLine[]): readonly OtherService[] {
  const [first] = lines;
  if (first === undefined || !isOther(first.inUse)) return [];
  const { service, serviceName, category, inUse } = first;
  const statuses: Partial<Record<ResponsibilityLine['status'], number>> = {};
  for (const { status } of lines) statuses[status] = (statuses[status] ?? 0) + 1;
  return [{ service, serviceName, category, inUse, statuses }];
}
