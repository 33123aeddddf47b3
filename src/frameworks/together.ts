/** Controls of which each check asks for a part, and several checks together for all. */
import type { ControlId, FrameworkId } from './catalogues.ts';

/** Checks that together ask for all that each of these controls asks: where all of them pass, so do the controls. */
export interface Together {
  readonly controls: { readonly [F in FrameworkId]?: readonly ControlId<F>[] };
  /** Ids. */
  readonly checks: readonly string[];
  /** Why nothing of the controls is left. */
  readonly because: string;
}

export const together: readonly Together[] = [
  {
    controls: { 'cis-aws-5.0': ['2.2.1'], 'cis-aws-6.0': ['3.2.1'], 'cis-aws-7.0': ['3.2.1'] },
    checks: ['rds-cluster-encrypted', 'rds-instance-encrypted'],
    because: 'the storage of every database belongs to a cluster or to an instance',
  },
  {
    controls: { 'cis-aws-5.0': ['2.2.4'], 'cis-aws-6.0': ['3.2.4'], 'cis-aws-7.0': ['3.2.4'] },
    checks: ['rds-cluster-multi-az', 'rds-instance-multi-az'],
    because: 'every database is a cluster or an instance of its own',
  },
  {
    controls: { 'aws-security-hub': ['EC2.13', 'EC2.14'] },
    checks: ['ec2-sg-no-admin-ports-open-ipv4', 'ec2-sg-no-admin-ports-open-ipv6'],
    because: 'they judge ports 22 and 3389 over both families',
  },
];

/** The ids of the checks that are declared to ask together for all of a control, by set. */
export function togetherFor(framework: FrameworkId, control: string): readonly Together[] {
  return together.filter(({ controls }) => {
    const ids: readonly string[] = controls[framework] ?? [];
    return ids.includes(control);
  });
}
