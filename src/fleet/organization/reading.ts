/**
 * What an organisation told of itself, as it was read: kept beside the scans of its accounts, so that the report can be made
 * again without asking. What could not be read says why, and what to do about it.
 */
import * as z from 'zod';
import { accountId } from '../summary.ts';

export const organizationSchema = 'srm-scan/organization/1';
/** Its name, beside the list of accounts. */
export const organizationName = 'organization.json';

/** A value that AWS told, or why it did not. */
export type Told<T> = { readonly value: T } | Untold;

export interface Untold {
  /** AWS's own words behind ours. */
  readonly cause: string;
  /** What to do about it. */
  readonly cure: string;
}

const text = (most: number) => z.string().max(most);
const id = text(130);
const untold = z.object({ cause: text(2000), cure: text(500) });

function told<T extends z.ZodType>(value: T) {
  return z.union([z.object({ value }), untold]);
}

const unit = z.object({
  id,
  name: text(200),
  parent: id.nullable().describe('Null for the root.'),
  accounts: told(z.array(accountId).readonly()).describe(
    'Right in it, without those that are closed.',
  ),
});

const policy = z.object({
  id,
  name: text(200),
  isAws: z.boolean().describe('AWS wrote it, as FullAWSAccess.'),
  targets: told(z.array(id).readonly()).describe(
    'The root, units and accounts that it is attached to.',
  ),
  content: told(text(200_000)).optional().describe('Read of those that bound permissions.'),
});

const administrator = z.object({
  account: accountId,
  services: told(z.array(text(200)).readonly()).describe('Their service principals.'),
});

const trail = z.object({
  arn: text(300),
  name: text(200),
  coversEveryRegion: z.boolean(),
  isLogging: told(z.boolean()),
  deliveryError: told(text(500).nullable()).describe('Null where the latest files arrived.'),
  recordsManagement: told(z.boolean()).describe('Reads and writes, of all management events.'),
});

const aggregator = z.object({
  name: text(300),
  region: text(50),
  regions: z.array(text(50)).readonly().nullable().describe('Null for every Region.'),
});

/** Accounts that inherit the same policies of a kind, and so have one effective policy. */
const declared = z.object({
  accounts: z.array(accountId).readonly(),
  content: told(text(200_000).nullable()).describe('The effective policy; null for none.'),
});

export const readingShape = z.object({
  schema: z.literal(organizationSchema),
  at: z.iso.datetime(),
  askedBy: accountId,
  requests: z
    .record(text(60), z.int().nonnegative())
    .describe('What was sent for it, by service; the list of accounts is no part of it.'),
  organization: told(z.object({ id, managementAccount: accountId, hasAllFeatures: z.boolean() })),
  policyTypes: told(z.array(text(100)).readonly()).describe('Those that are turned on.'),
  units: told(z.array(unit).readonly()).describe('The root first, each before those below it.'),
  scps: told(z.array(policy).readonly()),
  rcps: told(z.array(policy).readonly()),
  s3: told(z.array(declared).readonly()).describe('By S3 policies.'),
  ec2: told(z.array(declared).readonly()).describe('By declarative policies for EC2.'),
  administrators: told(z.array(administrator).readonly()),
  rootFeatures: told(z.array(text(100)).readonly()),
  trails: told(z.array(trail).readonly()).describe('Of the organisation.'),
  aggregators: told(z.array(aggregator).readonly()).describe(
    'Of AWS Config for the whole organisation, in the account of whoever asked.',
  ),
});

export type OrganizationReading = z.infer<typeof readingShape>;
export type ReadUnit = z.infer<typeof unit>;
export type ReadDeclared = z.infer<typeof declared>;
export type ReadAdministrator = z.infer<typeof administrator>;
export type ReadTrail = z.infer<typeof trail>;
export type ReadPolicy = z.infer<typeof policy>;

/** Whether all of it was read, so that nobody needs to ask again. */
export function isWhole(reading: OrganizationReading): boolean {
  return !hasUntold(reading);
}

function hasUntold(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  return 'cause' in part || Object.values(part).some(hasUntold);
}
