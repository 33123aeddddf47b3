import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { publicDocumentSetting } from '../../src/collectors/ssm/service-settings.ts';

export default defineCheck({
  id: 'ssm-document-block-public-sharing',
  title: 'No document of Systems Manager can be shared with everyone in the Region',
  severity: 'critical',
  responsibility: 'systems-manager.identity-and-access',
  controls: { 'aws-fsbp': { 'SSM.7': equal } },
  why: 'While the setting is as it begins, one wrong call makes a document public for every AWS account.',
  fix: 'Block public sharing of documents, in each Region. It leaves shared what is public already.',
  link: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html#block-public-access',
  remedy: {
    console: 'Systems Manager, Documents, Preferences, Edit, Block public sharing, in each Region.',
    cli: `aws ssm update-service-setting --region REGION \\
  --setting-id /ssm/documents/console/public-sharing-permission --setting-value Disable`,
    terraform: `resource "aws_ssm_service_setting" "documents" {
  setting_id    = "/ssm/documents/console/public-sharing-permission"
  setting_value = "Disable"
}`,
  },

  evaluates: publicDocumentSetting,

  evaluate: (region, { read }) =>
    read(region.mayBePublic)
      ? fail('documents may be shared with everyone')
      : pass('documents cannot be shared with everyone'),
});
