import { defineCheck } from '../../src/judge/define-check.ts';
import { anyText } from '../../src/judge/items.ts';
import { subsetOf } from '../../src/frameworks/relation.ts';
import { launchTemplates } from '../../src/collectors/ec2/launch-templates.ts';
import { judgeVersions } from '../../src/reasoning/launch-versions.ts';
import { describeSecrets, withoutExcused } from '../../src/reasoning/secrets/excuse.ts';

const nobody: readonly string[] = [];

export default defineCheck({
  id: 'ec2-launch-template-user-data-no-secrets',
  title: 'The user data of the launch template holds no passwords or keys',
  severity: 'critical',
  responsibility: 'ec2.application-code',
  controls: {
    'nist-800-53-r5': {
      'IA-5(7)': subsetOf('user data is one of the places where secrets are kept'),
    },
  },
  why: 'Everybody who may describe launch templates reads their user data, and every instance from the template carries it on.',
  fix: 'Change the secret, keep the new one in Secrets Manager or Parameter Store, let instances fetch it with their role, and delete the versions that hold the old one.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html',
  remedy: {
    console:
      'EC2, Launch templates, the template, Actions, Modify template (create new version), Advanced details, User data without the secret; then Set default version.',
    cli: `aws secretsmanager create-secret --name SECRET --secret-string file://secret
aws ec2 create-launch-template-version --launch-template-id TEMPLATE --source-version '$Default' \\
  --launch-template-data '{"UserData":"BASE64_OF_NEW_USER_DATA"}'
aws ec2 modify-launch-template --launch-template-id TEMPLATE --default-version NEW_VERSION
# no group, fleet or script may name the old versions any more
aws ec2 delete-launch-template-versions --launch-template-id TEMPLATE --versions OLD_VERSIONS`,
  },

  evaluates: launchTemplates,
  params: { excused: nobody },
  meanings: {
    excused:
      'patterns of names, such as DB_SECRET_*, or of kinds, such as token, that hold no secret',
  },
  items: { excused: anyText },

  evaluate(template, { read, params }) {
    return judgeVersions(
      template,
      read,
      ({ userData }) => {
        const { left } = withoutExcused(read(userData).found, params.excused);
        return left.length > 0
          ? [`holds in its user data what looks like a secret: ${describeSecrets(left)}`]
          : [];
      },
      'nothing in the user data of the versions in use looks like a secret',
    );
  },
});
