/** Resources that AWS Backup has made recovery points of. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
import type { Observed } from '../../observe/observed.ts';
import { ListProtectedResources } from './operations.ts';

/** The largest page of the operation. */
const resourcesPerPage = 1000;

/** What CloudFormation calls the kinds of resource that most is made of, by service and kind of their ARNs. */
const types: ReadonlyMap<string, string> = new Map([
  ['dynamodb:table', 'AWS::DynamoDB::Table'],
  ['ec2:instance', 'AWS::EC2::Instance'],
  ['ec2:volume', 'AWS::EC2::Volume'],
  ['elasticfilesystem:file-system', 'AWS::EFS::FileSystem'],
  ['rds:cluster', 'AWS::RDS::DBCluster'],
  ['rds:db', 'AWS::RDS::DBInstance'],
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
        const [service, , , of] = arn.split(':').slice(2);
        return {
          arn,
          type: types.get(`${service}:${of?.split('/')[0]}`) ?? 'AWS::Backup::ProtectedResource',
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
