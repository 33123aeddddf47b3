import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { listOf } from '../../src/text/list-of.ts';
import { documents, documentSharing } from '../../src/collectors/ssm/documents.ts';

export default defineCheck({
  id: 'ssm-document-not-public',
  title: 'The document of Systems Manager is not shared with everyone',
  severity: 'critical',
  responsibility: 'systems-manager.identity-and-access',
  controls: { 'aws-fsbp': { 'SSM.4': equal } },
  why: 'Everyone with an AWS account can read a public document: its commands, host names, buckets, and whatever secret was written into it.',
  fix: 'Stop sharing the document with everyone, share it with single accounts instead, and change what secrets it holds.',
  link: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html',
  remedy: {
    console:
      'Systems Manager, Documents, Owned by me, the document, Details, Permissions, Private.',
    cli: `aws ssm modify-document-permission --name DOCUMENT --permission-type Share \\
  --account-ids-to-remove all`,
    terraform: `resource "aws_ssm_document" "this" {
  permissions = {
    type        = "Share"
    account_ids = "111122223333" # instead of All; without the block it is private
  }
  # …
}`,
  },

  evaluates: documents,
  needs: { documentSharing },

  evaluate(document, { read, documentSharing: sharing }) {
    const { isPublic, accounts } = read(sharing.of(document));
    if (isPublic) return fail('the document is shared with every AWS account');
    if (accounts.length === 0) return pass('the document is shared with nobody');
    return pass(`the document is shared with single accounts: ${listOf(accounts)}`);
  },
});
