/** The settings of the functions that scan many accounts: those of a scan in Lambda, and a few of their own. */
import * as z from 'zod';
import { checks } from '../../../checks/index.ts';
import { parquet } from '../../../reports/parquet/findings.ts';
import { ocsfParquet } from '../../../reports/parquet/ocsf.ts';
import type { AnyReporter } from '../../../reports/reporter.ts';
import { shapeWords } from '../../text/shape-words.ts';
import { UserError } from '../../text/user-error.ts';
import { accountOf, type LambdaContext } from '../lambda-context.ts';
import { parseEnvironment } from '../lambda-event.ts';
import { parseFormatsWithoutBrowser } from '../outputs/output.ts';
import type { Bucket } from '../outputs/s3-client.ts';
import { requestOf, type ScanRequest } from '../request.ts';
import { emptyOr } from './empty-or.ts';
import type { Lake } from './lake.ts';
import { lakeOf, lakeVariables } from './lake-settings.ts';

const separated = (text: string) => text.split(/[\s,]+/).filter((part) => part !== '');

/** With the 12 hours that a run may take, the parts of one account do not end it. */
export const highestMostParts = 40;

/** Without its ARN. */
const roleName = /^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/;

const environment = z.object({
  FLEET_ROLE_NAME: z
    .string('name the role that is assumed in each account, such as srm-scan-read')
    .regex(roleName, 'write the name of the role without its ARN, such as srm-scan-read'),
  FLEET_SEND_ROLE_NAME: emptyOr(
    roleName,
    'write the name of the role that sends, without its ARN, such as srm-scan-send; empty to send nothing',
  ),
  ...lakeVariables,
  // AWS Organizations API reference, "ListAccountsForParent".
  FLEET_UNITS: z
    .string()
    .default('')
    .transform(separated)
    .pipe(
      z.array(
        z
          .string()
          .regex(
            /^(ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|r-[0-9a-z]{4,32})$/,
            'write ids of units or roots, such as ou-ab12-c3d4e5f6 or r-ab12',
          ),
      ),
    ),
  // Step Functions developer guide, "Service quotas": of child executions of one Map that run at once.
  FLEET_CONCURRENCY: z
    .string('say how many accounts are scanned at once, such as 100')
    .regex(/^([1-9]\d{0,3}|10000)$/, 'write a number from 1 to 10000')
    .transform(Number),
  FLEET_PARTS: z
    .string()
    .transform((text) => text.trim() || '8')
    .pipe(
      z
        .string()
        .regex(
          /^([1-9]|[1-3]\d|40)$/,
          `write how many functions may read one account, one after the other: a number from 1 to ${highestMostParts}`,
        ),
    )
    .transform(Number)
    .default(8),
});

export interface FleetJob {
  readonly options: ReturnType<typeof parseEnvironment>;
  readonly request: ScanRequest;
  readonly formats: readonly AnyReporter[];
  readonly bucket: Bucket;
  readonly roleName: string;
  /** Role that sends the findings of an account to its Security Hub; undefined where nothing is sent. */
  readonly sendRoleName: string | undefined;
  /** Custom source of Security Lake that gets the findings as well; undefined for none. */
  readonly lake: Lake | undefined;
  /** Empty for the whole organisation. */
  readonly units: readonly string[];
  readonly concurrency: number;
  /** How many functions may read one account, one after the other. */
  readonly mostParts: number;
}

/** Throws a `UserError` that names the variable which is wrong. */
export function fleetJobOf(context: LambdaContext): FleetJob {
  const options = parseEnvironment();
  if (options.roleArn !== undefined) {
    throw new UserError(
      'SCAN_ROLE_ARN: the role of each account is named by FLEET_ROLE_NAME; leave this one out',
    );
  }
  const parsed = environment.safeParse(process.env, { error: shapeWords });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UserError(
      `${String(issue?.path[0] ?? 'the environment')}: ${issue?.message ?? 'is not as expected'}`,
    );
  }
  const { FLEET_ROLE_NAME, FLEET_SEND_ROLE_NAME, FLEET_UNITS } = parsed.data;
  const { FLEET_CONCURRENCY, FLEET_PARTS } = parsed.data;
  const lake = lakeOf(parsed.data);
  return {
    options,
    request: requestOf(checks, options),
    formats: withTable(parseFormatsWithoutBrowser(options.formats, 'Lambda'), lake),
    bucket: { name: options.bucket, owner: options.bucketOwner ?? accountOf(context) },
    roleName: FLEET_ROLE_NAME,
    sendRoleName: FLEET_SEND_ROLE_NAME,
    lake,
    units: FLEET_UNITS,
    concurrency: FLEET_CONCURRENCY,
    mostParts: FLEET_PARTS,
  };
}

/** The findings of all accounts are a table, whatever else was asked for; a lake takes them in a form of its own. */
function withTable(
  formats: readonly AnyReporter[],
  lake: Lake | undefined,
): readonly AnyReporter[] {
  const needed = lake === undefined ? [parquet] : [parquet, ocsfParquet];
  return [...new Set([...formats, ...needed])];
}

/** What the state machine hands to a function. Throws a `UserError` that names the member which is wrong. */
export function inputOf<T>(shape: z.ZodType<T>, event: unknown): T {
  const parsed = shape.safeParse(event, { error: shapeWords });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join('.') || 'the input';
  throw new UserError(`${place}: ${issue?.message ?? 'is not as expected'}`);
}

/** A run is named after the moment at which it began, so that the names of runs sort by time. */
export const runName = z
  .string()
  .regex(/^\d{8}T\d{6}Z$/, 'write the name of an earlier run, such as 20261127T021700Z');

/** `20261127T021700Z`. @param at as ISO 8601 has it */
export function compactTime(at: Date): string {
  return at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
}
