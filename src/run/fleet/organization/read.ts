/** Reads what an organisation knows and one account of it cannot: as its management account, or a delegated administrator. */
import type { AnyOperation } from '../../../aws/operation.ts';
import type { Reads } from '../../../aws/reads.ts';
import { DescribeOrganization } from '../../../collectors/organizations/operations.ts';
import { accountIdIn } from '../../../collectors/organizations/organization.ts';
import {
  type OrganizationReading,
  organizationSchema,
} from '../../../fleet/organization/reading.ts';
import { derive } from '../../../observe/observed.ts';
import { declaredCalls, readDeclared } from './declared.ts';
import { policyCalls, readPolicies, readRoots, readUnits } from './policies.ts';
import {
  readAdministrators,
  readAggregators,
  readRootFeatures,
  readTrails,
  serviceCalls,
} from './services.ts';
import { toldOf } from './told.ts';

/** What is asked, beside the list of accounts. */
export const organizationCalls: readonly AnyOperation[] = [
  DescribeOrganization,
  ...policyCalls,
  ...declaredCalls,
  ...serviceCalls,
];

export interface Asking {
  /** The account of whoever asks. */
  readonly askedBy: string;
  readonly at: Date;
  /** The Region that answers for the whole partition. */
  readonly homeRegion: string;
}

export async function readOrganization(
  aws: Reads,
  asking: Asking,
): Promise<Omit<OrganizationReading, 'requests'>> {
  const [organization, roots, scps, rcps, administrators, trails, aggregators] = await Promise.all([
    describe(aws),
    readRoots(aws),
    readPolicies(aws, 'SERVICE_CONTROL_POLICY'),
    readPolicies(aws, 'RESOURCE_CONTROL_POLICY'),
    readAdministrators(aws),
    readTrails(aws, asking),
    readAggregators(aws, asking),
  ]);
  const types = derive((read) => read.list(roots).flatMap(({ on }) => on));
  const [units, rootFeatures] = await Promise.all([
    readUnits(aws, roots),
    readRootFeatures(aws, organization, asking),
  ]);
  const [s3, ec2] = await Promise.all([
    readDeclared(aws, 'S3_POLICY', types, units),
    readDeclared(aws, 'DECLARATIVE_POLICY_EC2', types, units),
  ]);
  return {
    schema: organizationSchema,
    at: asking.at.toISOString(),
    askedBy: asking.askedBy,
    organization: toldOf(organization),
    policyTypes: toldOf(types),
    units: toldOf(units),
    scps,
    rcps,
    s3,
    ec2,
    administrators,
    rootFeatures,
    trails,
    aggregators,
  };
}

function describe(aws: Reads) {
  return aws.get(DescribeOrganization, {}, (answer, members) => {
    const organization = members.must(answer, 'Organization');
    return {
      id: members.must(organization, 'Id'),
      managementAccount: accountIdIn(members.must(organization, 'MasterAccountId'), members),
      hasAllFeatures: members.must(organization, 'FeatureSet') === 'ALL',
    };
  });
}
