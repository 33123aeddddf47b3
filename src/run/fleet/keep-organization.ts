/** What an organisation told of itself, kept in the folder of the run. */
import { randomBytes } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  isWhole,
  organizationName,
  type OrganizationReading,
  readingShape,
} from '../../fleet/organization/reading.ts';
import { UserError } from '../../text/user-error.ts';
import { textOf } from '../manifest/read.ts';
import { blaming } from '../outputs/cannot-write.ts';
import type { Directory } from './organization.ts';
import { parsedAs } from './parsed-as.ts';

/** Whether all that the organisation can tell is there. Throws a `UserError` where the file was changed. */
export async function isOrganizationKept(folder: string): Promise<boolean> {
  const kept = await organizationIn(folder);
  return kept !== undefined && isWhole(kept);
}

/** Asks the organisation. */
export async function keepOrganization(
  directory: Pick<Directory, 'organization'>,
  folder: string,
  askedBy: string,
): Promise<void> {
  const reading = await directory.organization(askedBy);
  const path = join(folder, organizationName);
  const part = join(folder, `.${organizationName}-${randomBytes(6).toString('hex')}.part`);
  await blaming(path, async () => {
    await writeFile(part, `${JSON.stringify(reading)}\n`, { mode: 0o600 });
    await rename(part, path);
  });
}

/** Undefined where the organisation was not asked. Throws a `UserError` where the file was changed. */
export async function organizationIn(folder: string): Promise<OrganizationReading | undefined> {
  const path = join(folder, organizationName);
  const text = await textOf(path);
  return text === undefined ? undefined : parseOrganization(path, text);
}

/** The same for its text. @param path what it is called in the error */
export function parseOrganization(path: string, text: string): OrganizationReading {
  const read = parsedAs(readingShape, text);
  if ('why' in read) {
    throw new UserError(
      `${path}: it is not what srm-scan wrote there any more: ${read.why}; delete it, and scan again`,
    );
  }
  return read;
}
