import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { fileSystems } from '../../src/collectors/efs/file-systems.ts';

export default defineCheck({
  id: 'efs-file-system-encrypted',
  title: 'The file system is encrypted at rest',
  severity: 'medium',
  responsibility: 'efs.server-side-encryption-at-rest',
  controls: {
    'cis-aws-5.0': { '2.3.1': equal },
    'cis-aws-6.0': { '3.3.1': equal },
    'cis-aws-7.0': { '3.3.1': equal },
    'aws-fsbp': { 'EFS.1': equal, 'EFS.8': equal },
  },
  why: 'The console encrypts a new file system and the API does so only where it is asked, so one that a tool made may lie in plain text.',
  fix: 'Encryption cannot be turned on later: make an encrypted file system, copy the data with DataSync or from a backup, and let the clients mount the new one.',
  link: 'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
  remedy: {
    console: 'EFS, Create file system, Customize, Enable encryption of data at rest.',
    cli: `# a new file system: the old one stays, and its clients stop while the last files are copied
aws efs create-file-system --encrypted --kms-key-id KEY
aws backup start-restore-job --recovery-point-arn ARN --iam-role-arn ROLE \\
  --metadata file-system-id=OLD,newFileSystem=true,Encrypted=true,KmsKeyId=KEY,PerformanceMode=generalPurpose`,
    terraform: `# Never change encrypted of the resource that is there: Terraform destroys the file system and makes an
# empty one. Make another, copy the data, let the clients mount it, and then take the old one out.
resource "aws_efs_file_system" "encrypted" {
  encrypted  = true
  kms_key_id = aws_kms_key.files.arn
}`,
  },

  evaluates: fileSystems,

  evaluate: (fileSystem, { read }) =>
    read(fileSystem.encrypted)
      ? pass('the file system is encrypted')
      : fail('the file system is not encrypted'),
});
