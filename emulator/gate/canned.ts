import { z } from 'zod';
import { failure, success, xml } from './answer.ts';
import type { Answer } from './answer.ts';
import type { AwsRequest } from './request.ts';

/** Facts of one region that moto keeps no operation for. Times are ISO 8601. */
const RegionState = z.strictObject({
  analyzers: z.array(
    z.strictObject({
      arn: z.string(),
      name: z.string(),
      type: z.enum([
        'ACCOUNT',
        'ORGANIZATION',
        'ACCOUNT_UNUSED_ACCESS',
        'ORGANIZATION_UNUSED_ACCESS',
        'ACCOUNT_INTERNAL_ACCESS',
        'ORGANIZATION_INTERNAL_ACCESS',
      ]),
      createdAt: z.string(),
      status: z.enum(['ACTIVE', 'CREATING', 'DISABLED', 'FAILED']),
    }),
  ),
  ebsDefaultKmsKeyId: z.string(),
  snapshotBlockPublicAccess: z.enum(['unblocked', 'block-new-sharing', 'block-all-sharing']),
  imageBlockPublicAccess: z.enum(['unblocked', 'block-new-sharing']),
  /** `undefined` members have no preference. */
  metadataDefaults: z.strictObject({
    httpTokens: z.enum(['optional', 'required']).optional(),
    httpEndpoint: z.enum(['enabled', 'disabled']).optional(),
    httpPutResponseHopLimit: z.number().optional(),
  }),
  serialConsoleAccess: z.boolean(),
  vpcBlockPublicAccess: z.enum(['off', 'block-bidirectional', 'block-ingress']),
  protectedResources: z.array(
    z.strictObject({ arn: z.string(), type: z.string(), lastBackup: z.string() }),
  ),
});
export type RegionState = z.infer<typeof RegionState>;

/** Facts of the whole account that moto keeps no operation for. */
const AccountState = z.strictObject({
  /** What IAM ListOrganizationsFeatures answers: the features, or the code of an error. */
  organizationsFeatures: z.union([
    z.array(z.enum(['RootCredentialsManagement', 'RootSessions'])),
    z.string(),
  ]),
  /** IAM Identity Center instances that the account sees. */
  identityCenterInstances: z.array(z.strictObject({ arn: z.string(), storeId: z.string() })),
});
export type AccountState = z.infer<typeof AccountState>;

/** Body of `PUT /emulator/state`. Members that are missing stay as they are. */
export const StateChange = z.strictObject({
  account: AccountState.partial().optional(),
  regions: z.record(z.string(), RegionState.partial()).optional(),
});
export type StateChange = z.infer<typeof StateChange>;

/** Operations that moto lacks, answered from a state that begins as a new AWS account. */
export interface Canned {
  readonly answer: (request: AwsRequest) => Answer | undefined;
  readonly change: (change: StateChange) => void;
}

function newRegion(): RegionState {
  return {
    analyzers: [],
    ebsDefaultKmsKeyId: 'alias/aws/ebs',
    snapshotBlockPublicAccess: 'unblocked',
    imageBlockPublicAccess: 'block-new-sharing',
    metadataDefaults: {},
    serialConsoleAccess: false,
    vpcBlockPublicAccess: 'off',
    protectedResources: [],
  };
}

function optional(name: string, value: string | number | undefined): string {
  return value === undefined ? '' : `<${name}>${xml(String(value))}</${name}>`;
}

type Answerer = (request: AwsRequest, region: RegionState, account: AccountState) => Answer;

const ANSWERS: Readonly<Record<string, Answerer>> = {
  'accessanalyzer:ListAnalyzers': (request, { analyzers }) => {
    const type = request.url.searchParams.get('type');
    return success(request, {
      analyzers: analyzers.filter((analyzer) => type === null || analyzer.type === type),
    });
  },
  'backup:ListProtectedResources': (request, { protectedResources }) =>
    success(request, {
      Results: protectedResources.map(({ arn, type, lastBackup }) => ({
        ResourceArn: arn,
        ResourceType: type,
        LastBackupTime: Date.parse(lastBackup) / 1000,
      })),
    }),
  'ec2:GetEbsDefaultKmsKeyId': (request, { ebsDefaultKmsKeyId }) =>
    success(request, optional('kmsKeyId', ebsDefaultKmsKeyId)),
  'ec2:GetSnapshotBlockPublicAccessState': (request, region) =>
    success(
      request,
      `<state>${region.snapshotBlockPublicAccess}</state><managedBy>account</managedBy>`,
    ),
  'ec2:GetImageBlockPublicAccessState': (request, region) =>
    success(
      request,
      `<imageBlockPublicAccessState>${region.imageBlockPublicAccess}</imageBlockPublicAccessState>` +
        '<managedBy>account</managedBy>',
    ),
  'ec2:GetInstanceMetadataDefaults': (request, { metadataDefaults }) =>
    success(
      request,
      '<accountLevel>' +
        optional('httpTokens', metadataDefaults.httpTokens) +
        optional('httpPutResponseHopLimit', metadataDefaults.httpPutResponseHopLimit) +
        optional('httpEndpoint', metadataDefaults.httpEndpoint) +
        '<managedBy>account</managedBy></accountLevel>',
    ),
  'ec2:GetSerialConsoleAccessStatus': (request, { serialConsoleAccess }) =>
    success(
      request,
      `<serialConsoleAccessEnabled>${String(serialConsoleAccess)}</serialConsoleAccessEnabled>` +
        '<managedBy>account</managedBy>',
    ),
  'ec2:DescribeVpcBlockPublicAccessOptions': (request, { vpcBlockPublicAccess }) =>
    success(
      request,
      '<vpcBlockPublicAccessOptions><awsAccountId>123456789012</awsAccountId>' +
        `<awsRegion>${request.region}</awsRegion>` +
        `<internetGatewayBlockMode>${vpcBlockPublicAccess}</internetGatewayBlockMode>` +
        '<state>default-state</state><managedBy>account</managedBy></vpcBlockPublicAccessOptions>',
    ),
  'ec2:DescribeVpcBlockPublicAccessExclusions': (request) =>
    success(request, '<vpcBlockPublicAccessExclusionSet/>'),
  'iam:ListOrganizationsFeatures': (request, _region, { organizationsFeatures }) => {
    if (typeof organizationsFeatures === 'string') {
      const message = 'The organization does not allow this request.';
      return failure(request, { code: organizationsFeatures, message, status: 400 });
    }
    const members = organizationsFeatures.map((feature) => `<member>${feature}</member>`).join('');
    const id = '<OrganizationId>o-exampleorgid</OrganizationId>';
    return success(request, `${id}<EnabledFeatures>${members}</EnabledFeatures>`);
  },
  'sso-admin:ListInstances': (request, _region, { identityCenterInstances }) =>
    success(request, {
      Instances: identityCenterInstances.map(({ arn, storeId }) => ({
        InstanceArn: arn,
        IdentityStoreId: storeId,
        Status: 'ACTIVE',
      })),
    }),
};

/** The state of a new account that belongs to no organisation. */
export function createCanned(): Canned {
  const regions = new Map<string, RegionState>();
  let account: AccountState = {
    organizationsFeatures: 'OrganizationNotFoundException',
    identityCenterInstances: [],
  };
  function regionOf(name: string): RegionState {
    return regions.get(name) ?? newRegion();
  }
  return {
    answer: (request) =>
      ANSWERS[`${request.service}:${request.operation}`]?.(
        request,
        regionOf(request.region),
        account,
      ),
    change: (change) => {
      account = { ...account, ...defined(change.account ?? {}) };
      for (const [name, state] of Object.entries(change.regions ?? {})) {
        regions.set(name, { ...regionOf(name), ...defined(state) });
      }
    },
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function isDefined<T extends object>(value: T): value is T & Defined<T> {
  return Object.values(value).every((member) => member !== undefined);
}

/** JSON has no `undefined`: a member that is present has a value. */
function defined<T extends object>(value: T): Defined<T> {
  if (!isDefined(value)) throw new Error('A member of the state is undefined.');
  return value;
}
