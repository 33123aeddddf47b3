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
  const described = aws.get(DescribeOrganization, {}, (answer, members) => {
    const organization = members.must(answer, 'Organization');
    return {
      id: members.must(organization, 'Id'),
      managementAccount: accountIdIn(members.must(organization, 'MasterAccountId'), members),
      hasAllFeatures: members.must(organization, 'FeatureSet') === 'ALL',
    };
  });
  const roots = readRoots(aws);
  const units = roots.then((of) => readUnits(aws, of));
  const types = roots.then((of) => derive((read) => read.list(of).flatMap(({ on }) => on)));
  const declared = async (type: 'S3_POLICY' | 'DECLARATIVE_POLICY_EC2') =>
    readDeclared(aws, type, await types, await units);
  const [organization, scps, rcps, s3, ec2, administrators, rootFeatures, trails, aggregators] =
    await Promise.all([
      described,
      readPolicies(aws, 'SERVICE_CONTROL_POLICY'),
      readPolicies(aws, 'RESOURCE_CONTROL_POLICY'),
      declared('S3_POLICY'),
      declared('DECLARATIVE_POLICY_EC2'),
      readAdministrators(aws),
      described.then((of) => readRootFeatures(aws, of, asking)),
      readTrails(aws, asking),
      readAggregators(aws, asking),
    ]);
  return {
    schema: organizationSchema,
    at: asking.at.toISOString(),
    askedBy: asking.askedBy,
    organization: toldOf(organization),
    policyTypes: toldOf(await types),
    units: toldOf(await units),
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
