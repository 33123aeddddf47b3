import { supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failWhen } from '../../src/judge/fail-when.ts';
import { accessPoints } from '../../src/collectors/efs/access-points.ts';

const both = supersetOf('it asks for a root directory and a user together');

export default defineCheck({
  id: 'efs-access-point-identity',
  title: 'The access point imposes a root directory and a user on its clients',
  severity: 'medium',
  responsibility: 'efs.identity-and-access',
  controls: { 'aws-fsbp': { 'EFS.3': both, 'EFS.4': both } },
  why: 'Without them whoever comes in by the access point sees the whole file system, as any user that the client claims to be, root included.',
  fix: 'Neither can be changed later: make an access point with both, let the clients mount it, and delete the old one.',
  link: 'https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html',
  remedy: {
    console: 'EFS, Access points, Create access point, Root directory path and POSIX user.',
    cli: `aws efs create-access-point --file-system-id FILE_SYSTEM --posix-user Uid=1000,Gid=1000 \\
  --root-directory 'Path=/app,CreationInfo={OwnerUid=1000,OwnerGid=1000,Permissions=750}'
aws efs delete-access-point --access-point-id OLD # once no client mounts it`,
    terraform: `resource "aws_efs_access_point" "this" { # replaces the access point
  file_system_id = aws_efs_file_system.this.id
  posix_user {
    uid = 1000
    gid = 1000
  }
  root_directory {
    path = "/app"
    creation_info {
      owner_uid   = 1000
      owner_gid   = 1000
      permissions = "750"
    }
  }
}`,
  },

  evaluates: accessPoints,

  evaluate: (point, { read }) =>
    failWhen(
      {
        'clients see the root of the whole file system': () => /^\/+$/.test(read(point.root)),
        'clients act as the user that they claim to be': () => !read(point.imposesUser),
      },
      'clients see one directory, as one user',
    ),
});
