import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { keyRotations, keys, whyNotRotatable } from '../../src/collectors/kms/keys.ts';

export default defineCheck({
  id: 'kms-key-rotation',
  title: 'The customer managed key rotates automatically',
  severity: 'medium',
  responsibility: 'kms.server-side-encryption-at-rest',
  controls: {
    'cis-aws-5.0': { '3.6': equal },
    'cis-aws-6.0': { '4.6': equal },
    'cis-aws-7.0': { '4.6': equal },
    'aws-security-hub': { 'KMS.4': equal },
  },
  why: 'Rotation bounds how much data one generation of key material protects, at no cost to those who use the key.',
  fix: 'Turn automatic rotation on in the key rotation tab of the key. Data that was encrypted before stays readable.',
  link: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-enable.html',
  remedy: {
    console: 'KMS, Customer managed keys, the key, Key rotation, Edit, Enable.',
    cli: 'aws kms enable-key-rotation --key-id KEY',
    terraform: `resource "aws_kms_key" "this" {
  enable_key_rotation = true
}`,
  },

  evaluates: keys,
  needs: { rotations: keyRotations },

  evaluate(key, { read, rotations }) {
    const hindrance = whyNotRotatable(read(key.metadata));
    if (hindrance !== undefined) return notApplicable(hindrance);
    const { isOn, period } = read(rotations.of(key));
    if (!isOn) return fail('automatic rotation is off');
    const every = period === undefined ? '' : `, every ${period} days`;
    return pass(`automatic rotation is on${every}`);
  },
});
