/** Documents that the account owns, with whom they are shared, and whether the Region lets documents be public at all. */
import { oneOf } from '../../aws/one-of.ts';
import { accountListing } from '../../collect/account.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import { DescribeDocumentPermission, GetServiceSetting, ListDocuments } from './operations.ts';

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

/** Whether documents may be made public, for each Region. A new account may: the setting begins with `Enable`. */
export const publicDocumentSetting = defineCollector({
  id: 'systems-manager.public-document-setting',
  service: 'systems-manager',
  scope: 'regional',
  calls: [GetServiceSetting],
  gather: async (aws) => {
    const mayBePublic = await aws.get(
      GetServiceSetting,
      { SettingId: '/ssm/documents/console/public-sharing-permission' },
      (answer, members) => {
        const setting = members.must(answer, 'ServiceSetting');
        const value = members.must(setting, 'SettingValue');
        return oneOf(value, ['Enable', 'Disable'], members) === 'Enable';
      },
    );
    return accountListing(aws, { mayBePublic });
  },
});
