/** How the private registry of a Region scans images, by rules that name repositories. */
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector } from '../../collect/collector.ts';
import { type PerResource, settingsBy } from '../../collect/per-resource.ts';
import { GetRegistryScanningConfiguration } from './operations.ts';
import { repositories } from './repositories.ts';

export interface RegistryScanning {
  /** With `ENHANCED` Amazon Inspector scans, and the flags of repositories are of no effect. */
  readonly type: 'BASIC' | 'ENHANCED';
  readonly rules: readonly ScanningRule[];
}

export interface ScanningRule {
  /** `MANUAL` scans nothing by itself. */
  readonly frequency: 'SCAN_ON_PUSH' | 'CONTINUOUS_SCAN' | 'MANUAL';
  /** Patterns of names of repositories. */
  readonly filters: readonly string[];
}

const frequencies = ['SCAN_ON_PUSH', 'CONTINUOUS_SCAN', 'MANUAL'] as const;

/** The same for every repository of a Region; where there is none, nobody asks. */
export const registryScanning = defineCollector({
  id: 'ecr.registry-scanning',
  service: 'ecr',
  scope: 'regional',
  calls: [GetRegistryScanningConfiguration],
  needs: { repositories },
  gather: async (aws, given): Promise<PerResource<RegistryScanning>> => {
    const { items } = given.repositories;
    if (items.length === 0) return settingsBy(new Map());
    const scanning = await aws.get(
      GetRegistryScanningConfiguration,
      {},
      (answer, members): RegistryScanning => {
        const { must } = members;
        const { scanType, rules } = must(answer, 'scanningConfiguration');
        return {
          type: oneOf(must({ scanType }, 'scanType'), ['BASIC', 'ENHANCED'], members),
          rules: must({ rules }, 'rules').map((rule) => ({
            frequency: oneOf(must(rule, 'scanFrequency'), frequencies, members),
            filters: must(rule, 'repositoryFilters').map((each) => filterOf(each, members)),
          })),
        };
      },
    );
    return settingsBy(new Map(items.map(({ arn }) => [arn, scanning])));
  },
});

interface AnswerFilter {
  readonly filter: string | undefined;
  readonly filterType: string | undefined;
}

function filterOf(filter: AnswerFilter, members: Members): string {
  oneOf(members.must(filter, 'filterType'), ['WILDCARD'], members);
  return members.must(filter, 'filter');
}

/**
 * Whether a filter takes in a repository. One without `*` takes in every name that contains it. Amazon ECR user guide,
 * "Filters to choose which repositories are scanned in Amazon ECR".
 */
export function takesIn(filter: string, name: string): boolean {
  const [first = '', ...rest] = filter.split('*');
  const last = rest.pop();
  if (last === undefined) return name.includes(filter);
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
