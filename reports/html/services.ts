import type { ResponsibilityLine } from '../../src/report/model.ts';

/** The lines of one service, in the order of the report. */
export interface ServiceLines {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly inUse: ResponsibilityLine['inUse'];
  readonly lines: readonly ResponsibilityLine[];
}

export function byService(lines: readonly ResponsibilityLine[]): readonly ServiceLines[] {
  const groups = new Map<string, ResponsibilityLine[]>();
  for (const line of lines) {
    const group = groups.get(line.service);
    if (group) group.push(line);
    else groups.set(line.service, [line]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { service: id, serviceName: name, category, inUse } = first;
    return [{ id, name, category, inUse, lines: group }];
  });
}

/** Whether the matrix must have the service: what may be in use is not left out. */
export function isShown({ inUse }: ServiceLines): boolean {
  return inUse === 'yes' || inUse === 'unknown';
}
