/** Resources that AWS Backup has made recovery points of. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
import type { Observed } from '../../observe/observed.ts';
import { ListProtectedResources } from './operations.ts';

/** The largest page of the operation. */
const resourcesPerPage = 1000;

/** What CloudFormation calls the kinds of resource that AWS Backup has a word of its own for. */
const types: ReadonlyMap<string, string> = new Map([
  ['Aurora', 'AWS::RDS::DBCluster'],
  ['DynamoDB', 'AWS::DynamoDB::Table'],
  ['EBS', 'AWS::EC2::Volume'],
  ['EC2', 'AWS::EC2::Instance'],
  ['EFS', 'AWS::EFS::FileSystem'],
  ['RDS', 'AWS::RDS::DBInstance'],
  ['S3', 'AWS::S3::Bucket'],
]);

export interface ProtectedResource extends Resource {
  /** As AWS Backup calls it: `EBS`, `RDS`, `DynamoDB`, … */
  readonly kind: Observed<string>;
  /** Null where no backup has ended yet. */
  readonly lastBackup: Date | null;
}

export const protectedResources = defineCollector({
  id: 'backup.protected-resources',
  service: 'backup',
  scope: 'regional',
  calls: [ListProtectedResources],
  gather: (aws) =>
    aws.list(
      ListProtectedResources,
      { MaxResults: resourcesPerPage },
      'Results',
      (resource, { must, field }): ProtectedResource => {
        const arn = must(resource, 'ResourceArn');
        const { ResourceType: kind } = resource;
        return {
          arn,
          type: types.get(kind ?? '') ?? 'AWS::Backup::ProtectedResource',
          name: arn.slice(arn.lastIndexOf(':') + 1),
          region: aws.region,
          kind: field(resource, 'ResourceType'),
          // The reference does not promise the member: AWS Backup API reference, "ProtectedResource".
          lastBackup: resource.LastBackupTime ?? null,
        };
      },
    ),
});

export const protectedResourcesByArn = lookupBy(({ arn }: ProtectedResource) => arn);
