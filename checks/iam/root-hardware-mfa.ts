import { equal, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { accountSummary } from '../../src/collectors/iam/account-summary.ts';
import { rootUser } from '../../src/collectors/iam/root-user.ts';
import { rootCredentials } from '../../src/reasoning/root-credentials.ts';
import {
  type VirtualMfaDevice,
  virtualMfaDevices,
} from '../../src/collectors/iam/virtual-mfa-devices.ts';

export default defineCheck({
  id: 'iam-root-hardware-mfa',
  title: 'Every MFA device of the root user is a hardware or FIDO device',
  severity: {
    is: 'high',
    because:
      'a virtual device keeps out a stolen password too; that root has any device is the critical check',
  },
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.5': equal },
    'cis-aws-6.0': { '2.5': equal },
    'cis-aws-7.0': { '2.6': equal },
    'aws-fsbp': { 'IAM.6': subsetOf('a root user without password and access key passes') },
  },
  why: 'The secret of a virtual device lies in an app or its backup and can be copied, and any one device of root is enough to sign in.',
  fix: 'Sign in as root, assign a security key or hardware token under Security credentials, then remove each virtual device of root.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-hw-key-for-root.html',
  remedy: {
    console:
      'Sign in as the root user; the account name at the top right, Security credentials, Assign MFA device, Passkey or security key; then remove each virtual device.',
  },

  evaluates: rootUser,
  needs: { summary: accountSummary, devices: virtualMfaDevices },

  evaluate(root, { read, summary, devices }) {
    if (!root.canSignIn) return notApplicable('no root user can sign in in this partition');
    const isOfRoot = ({ user }: VirtualMfaDevice) => user === root.arn;
    if (devices.items.some(isOfRoot)) {
      return fail(
        ...read
          .matching(devices, isOfRoot)
          .map(({ serial }) => `root has a virtual MFA device: ${serial}`),
      );
    }
    if (!read(summary.rootMfa)) {
      const credentials = rootCredentials(read, root, summary);
      if (credentials.length > 0) return fail('root has no MFA device', ...credentials);
      return pass('root has no credentials that need MFA: neither password nor access key');
    }
    read.list(devices);
    return pass(
      'root has MFA and none of its devices is virtual',
      'a passkey that is synchronised between devices is not told from a security key',
    );
  },
});
