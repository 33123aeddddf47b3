import { subsetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { anyText } from '../../src/judge/items.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { instances } from '../../src/collectors/ec2/instances.ts';
import { userDataSecrets } from '../../src/collectors/ec2/user-data.ts';
import { describeSecrets, withoutExcused } from '../../src/reasoning/secrets/excuse.ts';

const nobody: readonly string[] = [];

export default defineCheck({
  id: 'ec2-instance-user-data-no-secrets',
  title: 'The user data of the instance holds no passwords or keys',
  severity: 'critical',
  responsibility: 'ec2.application-code',
  controls: {
    'nist-800-53-r5': {
      'IA-5(7)': subsetOf('user data is one of the places where secrets are kept'),
      ...servesNist('user data is one part of what is developed', 'SA-3'),
    },
  },
  why: 'User data can be read by every process on the instance and by everyone who may describe it, so a secret in it is no secret.',
  fix: 'Change the secret, keep the new one in Secrets Manager or Parameter Store, and let the instance fetch it with its role; then replace the user data.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html',
  remedy: {
    console: 'EC2, Instances, stop the instance, Actions, Instance settings, Edit user data.',
    cli: `aws secretsmanager create-secret --name SECRET --secret-string file://secret
# in the user data, with the role of the instance:
aws secretsmanager get-secret-value --secret-id SECRET --query SecretString --output text`,
  },

  evaluates: instances,
  needs: { userData: userDataSecrets },
  params: { excused: nobody },
  meanings: {
    excused:
      'patterns of names, such as DB_SECRET_*, or of kinds, such as token, that hold no secret',
  },
  items: { excused: anyText },

  evaluate(instance, { read, userData, params }) {
    const { isEmpty, found } = read(userData.of(instance));
    if (isEmpty) return pass('the instance has no user data');
    if (found.length === 0) return pass('nothing in the user data looks like a secret');
    const { left, excused } = withoutExcused(found, params.excused);
    if (left.length > 0) {
      return fail(`the user data holds what looks like a secret: ${describeSecrets(left)}`);
    }
    return pass(
      'nothing else in the user data looks like a secret',
      `excused by what was set: ${describeSecrets(excused)}`,
    );
  },
});
