/** How long EKS supports each version of Kubernetes. */
import type { Dated } from './dated.ts';

/** The days on which support ends, in UTC: ISO 8601. */
export interface KubernetesVersion {
  readonly version: string;
  readonly standardUntil: string;
  readonly extendedUntil: string;
}

/** AWS says it itself of each Region (DescribeClusterVersions): this is for where that may not be asked. */
export const kubernetesCalendar: Dated<KubernetesVersion> = {
  values: [
    { version: '1.29', standardUntil: '2025-03-23', extendedUntil: '2026-03-23' },
    { version: '1.30', standardUntil: '2025-07-23', extendedUntil: '2026-07-23' },
    { version: '1.31', standardUntil: '2025-11-26', extendedUntil: '2026-11-26' },
    { version: '1.32', standardUntil: '2026-03-23', extendedUntil: '2027-03-23' },
    { version: '1.33', standardUntil: '2026-07-29', extendedUntil: '2027-07-29' },
    { version: '1.34', standardUntil: '2026-12-02', extendedUntil: '2027-12-02' },
    { version: '1.35', standardUntil: '2027-03-27', extendedUntil: '2028-03-27' },
  ],
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
  asOf: '2026-11-27',
  doubtedFrom: '2027-03-27',
};
