/** Documents that the account owns, and with whom they are shared. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import { DescribeDocumentPermission, ListDocuments } from './operations.ts';

/** The largest pages of the operations. */
const documentsPerPage = 50;
const accountsPerPage = 200;

export const documents = defineCollector({
  id: 'systems-manager.documents',
  service: 'systems-manager',
  scope: 'regional',
  calls: [ListDocuments],
  gather: (aws) =>
    aws.list(
      ListDocuments,
      { Filters: [{ Key: 'Owner', Values: ['Self'] }], MaxResults: documentsPerPage },
      'DocumentIdentifiers',
      (document, { must }): Resource => {
        const name = must(document, 'Name');
        return {
          arn: `arn:${aws.partition}:ssm:${aws.region}:${aws.account}:document/${name}`,
          type: 'AWS::SSM::Document',
          name,
          region: aws.region,
        };
      },
    ),
});

/** With whom a document is shared. */
export interface DocumentSharing {
  readonly isPublic: boolean;
  /** Ids of single accounts. */
  readonly accounts: readonly string[];
}

export const documentSharing = defineCollector({
  id: 'systems-manager.document-sharing',
  service: 'systems-manager',
  scope: 'regional',
  calls: [DescribeDocumentPermission],
  needs: { documents },
  gather: (aws, given) =>
    perResource(given.documents.items, ({ name: Name }) =>
      aws.get(
        DescribeDocumentPermission,
        { Name, PermissionType: 'Share', MaxResults: accountsPerPage },
        (answer, { must, unusable }): DocumentSharing => {
          // `all` is everyone: AWS Systems Manager user guide, "Sharing SSM documents". AWS writes it in small letters.
          const ids = must(answer, 'AccountIds');
          const isPublic = ids.some((id) => id.toLowerCase() === 'all');
          const accounts = ids.filter((id) => /^\d{12}$/.test(id));
          if (isPublic) return { isPublic, accounts };
          if (answer.NextToken)
            return unusable('it is shared with more accounts than one page holds');
          if (accounts.length < ids.length) return unusable('it is shared with what is no account');
          return { isPublic, accounts };
        },
      ),
    ),
});
