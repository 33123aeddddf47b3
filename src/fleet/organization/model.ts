/** What the report of a fleet says of the organisation itself. Part of the fleet's JSON Schema. */
import * as z from 'zod';
import { outcomes, severities } from '../../judge/terms.ts';
import { heldStates } from '../../policy/control-policies.ts';
import { standings } from '../standing.ts';
import { accountId } from '../summary.ts';

const text = z.string().max(4000);
const ids = z.array(text).readonly();

const judgement = z.object({
  id: text,
  title: text.describe('What holds where it passes.'),
  severity: z.enum(severities),
  outcome: z.enum(outcomes),
  reasons: z.array(text).readonly(),
  accounts: z.array(accountId).readonly().describe('Where it fails, or where it is not known.'),
  cure: text.nullable().describe('What to do about it; null where nothing is to be done.'),
});

const policy = z.object({
  id: text,
  name: text,
  type: z.enum(['scp', 'rcp']),
  targets: z.int().nonnegative().describe('The root, units and accounts that it is attached to.'),
});

const bound = z.object({
  under: text.describe(
    'The units from the root down, and the account where something is attached right to it.',
  ),
  accounts: z.array(accountId).readonly(),
  isManagement: z
    .boolean()
    .describe('It is the management account, which no SCP or RCP restricts.'),
  scps: ids.describe('Service control policies that are in force, those of AWS among them.'),
  rcps: ids.describe('Resource control policies that are in force, without that of AWS.'),
  guards: z
    .record(text, z.enum(heldStates))
    .describe(
      'What the SCPs, and the RCPs, leave of the actions of each line that judges them: of the weakest.',
    ),
});

const letInRow = z.object({
  account: accountId.describe('The account that is let in.'),
  whose: z
    .enum(['organization', 'closed', 'left-out', 'outside'])
    .describe(
      'An active account of the organisation, one that it has closed, one that was left out and is closed or was never activated (an earlier version kept no more of it), or none of these.',
    ),
  by: z.array(accountId).readonly().describe('The accounts whose policies let it in.'),
  count: z.int().nonnegative().describe('Resources that let it in.'),
  resources: z.array(text).readonly().describe('ARNs of the first 20 of them.'),
});

export const organizationShape = z.object({
  id: text.nullable().describe('Null where it could not be read.'),
  managementAccount: accountId.nullable(),
  askedBy: accountId,
  readAt: z.iso.datetime(),
  requests: z.record(text, z.int().nonnegative()).describe('What was sent to read it, by service.'),
  standing: z.enum(standings),
  judgements: z.array(judgement).readonly(),
  policies: z
    .array(policy)
    .readonly()
    .describe('Those that are attached to something, without those of AWS.'),
  letIn: z
    .array(letInRow)
    .readonly()
    .optional()
    .describe(
      'Which accounts are let in by the policies of others, as far as their scans were asked for these; left out where nothing is told.',
    ),
  bounds: z.array(bound).readonly().describe('Accounts for which the same policies are in force.'),
});

export type FleetOrganization = z.infer<typeof organizationShape>;
export type OrganizationJudgement = z.infer<typeof judgement>;
export type LetInRow = z.infer<typeof letInRow>;
export type Bound = z.infer<typeof bound>;
