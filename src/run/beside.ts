/** Evidence is compared with the report beside it, which says where the chain of the scan ended. */
import { dirname, join } from 'node:path';
import type { Evidence } from '../aws/evidence/record.ts';
import { UserError } from '../text/user-error.ts';
import { toldBy } from './outputs/earlier.ts';

/** Throws a `UserError` where a report of the same scan lies beside the file and names another end of the chain. */
export async function compareWithReport(file: string, { start, seal }: Evidence): Promise<void> {
  const path = join(dirname(file), 'report.json');
  const told = await toldBy(path);
  if (told?.head === undefined || told.startedAt !== start.startedAt) return;
  const head = seal?.head ?? 'no chain';
  if (told.head === head) return;
  throw new UserError(
    `${file} is not the evidence of ${path}, although both say that they are of one scan: the report says that the chain ends in ${told.head}, the evidence ends in ${head}; one of the two was changed`,
  );
}
