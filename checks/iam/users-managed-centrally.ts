import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, manual, pass } from '../../src/judge/verdict.ts';
import { everyRegion } from '../../src/collect/collector.ts';
import { federation } from '../../src/collectors/iam/identity-providers.ts';
import { identityCenterInstances } from '../../src/collectors/sso/instances.ts';
import { reportedUsers } from '../../src/collectors/iam/reported-users.ts';
import { any } from '../../src/observe/logic.ts';

export default defineCheck({
  id: 'iam-users-managed-centrally',
  title: 'People sign in through federation or IAM Identity Center, not IAM users',
  severity: 'medium',
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.20': equal },
    'cis-aws-6.0': { '2.20': equal },
    'cis-aws-7.0': { '2.19': equal },
    'nist-800-53-r5': servesNist(
      'central sign-in is one means of managing accounts',
      'AC-2(1)',
      'IA-2',
      'IA-8',
    ),
  },
  why: 'A person who leaves loses access everywhere at once only where access hangs on one identity; passwords of IAM users live on in each account.',
  fix: 'Connect IAM Identity Center or a SAML provider to the identity source of the company, give people permission sets or roles, and delete the console passwords of IAM users.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html',

  evaluates: federation,
  needs: { users: reportedUsers, instances: everyRegion(identityCenterInstances) },

  evaluate(account, { read, users, instances }) {
    if (!read.some(users, (user) => read(user.passwordEnabled))) {
      return pass('no IAM user has a console password');
    }
    const people = 'IAM users have console passwords';
    const isFederated = any(
      () => read(account.samlProviders).length > 0,
      () => instances.some(read, (found) => found !== null && read.some(found, () => true)),
    );
    if (!isFederated) {
      return fail(people, 'there is no SAML provider and no Identity Center instance to be seen');
    }
    return manual(
      people,
      'a SAML provider or an Identity Center instance is there: a person must say whether these users are for emergencies only',
    );
  },
});
