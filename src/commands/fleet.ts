/** `srm-scan fleet`: the report over many accounts, from what their scans left in a folder. */
import { resolve } from 'node:path';
import { checks } from '../../checks/index.ts';
import { fleetText } from '../../reports/fleet/terminal.ts';
import type { FleetReport } from '../fleet/model.ts';
import { createFleet } from '../fleet/reduce.ts';
import type { Bar } from '../fleet/standing.ts';
import { readFleet } from '../run/fleet/former.ts';
import { addFolder } from '../run/fleet/read-folder.ts';
import { boundIn } from '../run/fleet/bound.ts';
import { fleetFiles, writeFleet } from '../run/fleet/write.ts';
import { parseFailOn } from '../run/outcome.ts';
import { openSigner, parseSign, type Signer } from '../run/signing/signer.ts';
import { version } from '../run/version.generated.ts';
import { UserError } from '../text/user-error.ts';
import { isColoured, type MannerOptions } from './manner.ts';
import { say, screens, widthOf } from './terminal.ts';

export interface FleetCommandOptions extends MannerOptions {
  readonly failOn: string;
  readonly allowUnknown?: true;
  readonly baseline?: string;
  readonly sign?: string;
  /** Whose credentials sign by AWS KMS. */
  readonly profile?: string;
}

export async function fleetCommand(path: string, options: FleetCommandOptions): Promise<number> {
  const bar = { failOn: parseFailOn(options.failOn), allowUnknown: options.allowUnknown === true };
  const former = options.baseline === undefined ? undefined : await readFleet(options.baseline);
  const key = options.sign === undefined ? undefined : parseSign(options.sign);
  const signer = key && (await openSigner(key, options.profile));
  const folder = resolve(path);
  const report = await reportOn(folder, bar, former);
  if (report.totals.accounts === 0) {
    throw new UserError(
      `${folder}: no folder of a run is in it; name the folder that --output named, or that of a run of --org`,
    );
  }
  return endWith(report, folder, options, signer);
}

/** All that lies in the folder, as one report. */
export async function reportOn(
  folder: string,
  bar: Bar,
  former?: FleetReport,
): Promise<FleetReport> {
  const catalogue = new Map(checks.map(({ id, title }) => [id, { title }]));
  const fleet = createFleet({ ...bar, tool: { name: 'srm-scan', version }, catalogue });
  await addFolder(fleet, folder);
  return fleet.report(former);
}

/** Writes the report with its manifest, tells it, and gives the exit code: 2 where it could not be signed. */
export async function endWith(
  report: FleetReport,
  folder: string,
  manner: MannerOptions,
  signer?: Signer,
): Promise<number> {
  const bound = await boundIn(folder, fleetFiles);
  const { paths, unsigned, wasSigned } = await writeFleet(folder, report, bound, signer);
  if (unsigned) say(`${unsigned.message}; the report is written without a signature`);
  else if (wasSigned) say(`${folder} was signed as it was before; --sign signs it as it is now`);
  if (!manner.quiet) {
    const { out } = screens;
    const width = widthOf(out);
    out.write(fleetText(report, { width, colour: isColoured(out, manner), paths }));
  }
  return unsigned ? 2 : exitCodeOf(report);
}

/** The worst of its accounts, and of what the organisation decides. An account that was to be scanned and was not is something that was not read. */
function exitCodeOf({ totals, accounts, organization }: FleetReport): 0 | 1 | 2 | 3 {
  const { standings, unscanned } = totals;
  const own = organization?.standing;
  if (accounts.length === 0) return 2;
  if (standings.fails > 0 || own === 'fails') return 1;
  return standings.unread > 0 || unscanned > 0 || own === 'unread' ? 3 : 0;
}
