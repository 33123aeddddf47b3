/** What an organisation of five accounts tells of itself; a test says what is different. */
import {
  type OrganizationReading,
  organizationSchema,
  type ReadPolicy,
} from '../../src/fleet/organization/reading.ts';

export const management = '111111111111';
/** Two accounts of the unit workloads, one of production below it, one of sandbox. */
export const [billing, shop, warehouse, trial] = [
  '222222222222',
  '333333333333',
  '444444444444',
  '555555555555',
];

export const denied = { cause: 'AccessDenied (needs organizations:DescribePolicy)', cure: 'Ask.' };

export function statement(Action: string | readonly string[], more: object = {}) {
  return { Effect: 'Deny', Action, Resource: '*', ...more };
}

export function policyOf(
  id: string,
  targets: readonly string[],
  ...statements: readonly object[]
): ReadPolicy {
  const document = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return {
    id,
    name: `policy ${id}`,
    isAws: false,
    targets: { value: targets },
    content: { value: document },
  };
}

const everyAccount = [management, billing, shop, warehouse, trial] as const;
const everywhere = ['r-1', 'ou-w', 'ou-p', 'ou-s', ...everyAccount];

/** As AWS attaches it to everything. */
export const fullAccess: ReadPolicy = {
  ...policyOf('p-FullAWSAccess', everywhere, { Effect: 'Allow', Action: '*', Resource: '*' }),
  name: 'FullAWSAccess',
  isAws: true,
};

export function readingOf(differs: Partial<OrganizationReading> = {}): OrganizationReading {
  const unit = (id: string, name: string, parent: string | null, accounts: readonly string[]) => ({
    id,
    name,
    parent,
    accounts: { value: accounts },
  });
  return {
    schema: organizationSchema,
    at: '2026-11-22T03:17:00.000Z',
    askedBy: management,
    requests: { organizations: 20, iam: 1 },
    organization: {
      value: { id: 'o-exampleorgid', managementAccount: management, hasAllFeatures: true },
    },
    policyTypes: { value: ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] },
    units: {
      value: [
        unit('r-1', 'Root', null, [management]),
        unit('ou-w', 'workloads', 'r-1', [billing, shop]),
        unit('ou-p', 'production', 'ou-w', [warehouse]),
        unit('ou-s', 'sandbox', 'r-1', [trial]),
      ],
    },
    scps: { value: [fullAccess] },
    rcps: { value: [] },
    s3: { value: [{ accounts: everyAccount, content: { value: null } }] },
    ec2: { value: [{ accounts: everyAccount, content: { value: null } }] },
    administrators: { value: [] },
    rootFeatures: { value: [] },
    trails: { value: [] },
    aggregators: { value: [] },
    ...differs,
  };
}
