/** What a run over many accounts set out to do, kept in its folder: what is missing of it can be told, and done, later. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { canonical, sha256 } from '../../aws/evidence/canonical.ts';
import { shapeWords } from '../../text/shape-words.ts';
import { UserError } from '../../text/user-error.ts';
import { blaming, hasCode } from '../outputs/cannot-write.ts';
import { textOf } from '../manifest/read.ts';
import type { ScanRequest } from '../request.ts';

export const planSchema = 'srm-scan/fleet-run/1';
export const planName = 'fleet-run.json';

const account = z.string().regex(/^\d{12}$/);

const shape = z.object({
  schema: z.literal(planSchema),
  tool: z.object({ name: z.literal('srm-scan'), version: z.string() }),
  startedAt: z.iso.datetime(),
  /** The account that asks, which needs no role. */
  self: account,
  partition: z.string().regex(/^aws[a-z-]*$/),
  roleName: z.string(),
  /** Role that sends the findings of each account to Security Hub; absent where nothing is sent. */
  sendRoleName: z.string().optional(),
  /** SHA-256 of what each account is asked for, and of what is accepted and attested. */
  choices: z.string(),
  accounts: z.array(account).readonly(),
  /** The accounts are those of an organisation, which is asked what it knows. */
  asksOrganization: z.literal(true).optional(),
});

export type FleetPlan = z.infer<typeof shape>;

/** So that nobody adds to a run what was asked for something else. */
export function choicesOf({ selection, params, mutes, attestations }: ScanRequest): string {
  return sha256(canonical({ selection, params, mutes, attestations }));
}

/** Makes the folder of the run under `output`, with the plan in it. Returns where it stands. */
export async function beginRun(output: string, plan: FleetPlan): Promise<string> {
  const moment = plan.startedAt.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-');
  for (let number = 1; ; number += 1) {
    const folder = join(output, `fleet-${moment}${number === 1 ? '' : `-${number}`}`);
    try {
      await mkdir(folder, { mode: 0o700 });
    } catch (error) {
      if (hasCode(error, 'EEXIST')) continue;
      throw error;
    }
    const path = join(folder, planName);
    await blaming(path, () =>
      writeFile(path, `${JSON.stringify(plan, null, 2)}\n`, { flag: 'wx', mode: 0o600 }),
    );
    return folder;
  }
}

/** Undefined where the folder is of no such run. Throws a `UserError` where the plan was changed. */
export async function planIn(folder: string): Promise<FleetPlan | undefined> {
  const path = join(folder, planName);
  const text = await textOf(path);
  if (text === undefined) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UserError(`${path}: this is not JSON, so it is no plan of srm-scan`);
  }
  const read = shape.safeParse(json, { error: shapeWords });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UserError(
    `${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not as expected'}; this srm-scan goes on with ${planSchema}`,
  );
}
