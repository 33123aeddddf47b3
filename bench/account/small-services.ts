/** Services of which a scan asks one or two things. */
import type { ListAnalyzersResponse } from '@aws-sdk/client-accessanalyzer';
import type {
  GetAlternateContactResponse,
  GetContactInformationResponse,
  ListRegionsResponse,
  RegionOptStatus,
} from '@aws-sdk/client-account';
import type { ListProtectedResourcesOutput } from '@aws-sdk/client-backup';
import type { DescribeOrganizationResponse } from '@aws-sdk/client-organizations';
import type { ListInstancesResponse } from '@aws-sdk/client-sso-admin';
import type { GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import { accountId, daysBefore, ec2Id, percent } from './identity.ts';
import { pageOf } from './question.ts';
import type { Answerers } from './question.ts';
import { countIn, disabledRegions, homeRegion, regions } from './regions.ts';

export const stsAnswers = {
  GetCallerIdentity: (): GetCallerIdentityResponse => ({
    Account: accountId,
    Arn: `arn:aws:sts::${accountId}:assumed-role/audit/bench`,
    UserId: 'AROAGENERATED00000000:bench',
  }),
} satisfies Answerers;

export const accountAnswers = {
  ListRegions: (question): ListRegionsResponse => {
    const all: [string, RegionOptStatus][] = [
      ...regions.map((name): [string, RegionOptStatus] => [name, 'ENABLED_BY_DEFAULT']),
      ...disabledRegions.map((name): [string, RegionOptStatus] => [name, 'DISABLED']),
    ];
    // Account Management API reference, "ListRegions": 50 at most.
    const pages = { size: 'MaxResults', token: 'NextToken', usual: 50, most: 50 };
    const { items, next } = pageOf(question, pages, all.length, (index) => {
      const [RegionName, RegionOptStatus] = all[index] ?? [homeRegion, 'ENABLED_BY_DEFAULT'];
      return { RegionName, RegionOptStatus };
    });
    return { Regions: items, NextToken: next };
  },
  GetAlternateContact: (): GetAlternateContactResponse => ({
    AlternateContact: {
      AlternateContactType: 'SECURITY',
      Name: 'Security desk',
      EmailAddress: 'security@example.com',
      PhoneNumber: '+1 555 0100',
      Title: 'Desk',
    },
  }),
  GetContactInformation: (): GetContactInformationResponse => ({
    ContactInformation: {
      FullName: 'Generated Account',
      AddressLine1: '1 Main Street',
      City: 'Anytown',
      PostalCode: '12345',
      CountryCode: 'US',
      PhoneNumber: '+1 555 0101',
    },
  }),
} satisfies Answerers;

export const organizationsAnswers = {
  DescribeOrganization: (): DescribeOrganizationResponse => ({
    Organization: {
      Id: 'o-generated0',
      Arn: 'arn:aws:organizations::210987654321:organization/o-generated0',
      FeatureSet: 'ALL',
      MasterAccountId: '210987654321',
      MasterAccountArn: 'arn:aws:organizations::210987654321:account/o-generated0/210987654321',
      MasterAccountEmail: 'management@example.com',
    },
  }),
} satisfies Answerers;

export const ssoAnswers = {
  ListInstances: (): ListInstancesResponse => ({ Instances: [] }),
} satisfies Answerers;

export const accessAnalyzerAnswers = {
  ListFindingsV2: () => ({ findings: [] }),
  ListAnalyzers: ({ region, now }): ListAnalyzersResponse => ({
    analyzers:
      percent('analyzer', region, 0) < 60
        ? [
            {
              arn: `arn:aws:access-analyzer:${region}:${accountId}:analyzer/external`,
              name: 'external',
              type: 'ACCOUNT',
              status: 'ACTIVE',
              createdAt: daysBefore(now, 500),
            },
          ]
        : [],
  }),
} satisfies Answerers;

/** Every third volume has a backup of the last days. */
const backedUp = 3;

export const backupAnswers = {
  ListProtectedResources: (question): ListProtectedResourcesOutput => {
    const { region, size, now } = question;
    // AWS Backup developer guide, "ListProtectedResources".
    const pages = { size: 'maxResults', token: 'nextToken', usual: 1000, most: 1000 };
    const all = Math.ceil(countIn(size, 'volumes', region) / backedUp);
    const { items, next } = pageOf(question, pages, all, (index) => ({
      ResourceArn: `arn:aws:ec2:${region}:${accountId}:volume/${ec2Id('vol', region, index * backedUp)}`,
      ResourceType: 'EBS',
      LastBackupTime: daysBefore(now, 1),
    }));
    return { Results: items, NextToken: next };
  },
} satisfies Answerers;
