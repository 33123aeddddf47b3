import type { ReportHead } from '../../src/report/model.ts';

/** What a window, a bookmark or a printed file is called by. */
export function titleOf({ scan }: Pick<ReportHead, 'scan'>): string {
  const { id, alias } = scan.account;
  const name = alias === null ? id : `${id} (${alias})`;
  return `${scan.sample ? 'Sample: ' : ''}AWS shared responsibility report, account ${name}`;
}
