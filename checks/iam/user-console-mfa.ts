import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { byReport, reportedUsers } from '../../src/collectors/iam/reported-users.ts';

export default defineCheck({
  id: 'iam-user-console-mfa',
  title: 'Every IAM user with a console password has MFA',
  severity: {
    is: 'high',
    because: 'a console password without MFA is what is phished and sprayed most',
  },
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.9': equal },
    'cis-aws-6.0': { '2.9': equal },
    'cis-aws-7.0': { '2.10': equal },
    'aws-fsbp': { 'IAM.5': equal },
  },
  why: 'A console password that was guessed, phished or used elsewhere opens the account where nothing else is asked for.',
  fix: 'Assign an MFA device to the user under Security credentials, or delete its console password if nobody signs in with it.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html',
  remedy: {
    console:
      'IAM, Users, the user, Security credentials, Assign MFA device. Or, where nobody signs in: Console sign-in, Manage, Disable.',
    cli: `aws iam list-mfa-devices --user-name USER   # what the user has
aws iam create-virtual-mfa-device --virtual-mfa-device-name USER \\
  --bootstrap-method QRCodePNG --outfile qr.png   # the user scans it; delete it then: it is the secret
aws iam enable-mfa-device --user-name USER --serial-number DEVICE_ARN \\
  --authentication-code1 CODE --authentication-code2 NEXT_CODE
# or, where nobody signs in with the password
aws iam delete-login-profile --user-name USER`,
  },

  evaluates: reportedUsers,

  evaluate(user, { read }) {
    if (!read(user.passwordEnabled)) return notApplicable('the user has no console password');
    if (read(user.mfaActive)) return pass(`the user has an MFA device ${byReport(user)}`);
    return fail(`the user has a console password and no MFA device ${byReport(user)}`);
  },
});
