import { intersectsWith } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { anyText } from '../../src/judge/items.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { covers, normaliseGlob } from '../../src/policy/match.ts';
import { namesSecret } from '../../src/reasoning/secrets/stored-names.ts';
import { storedParameters } from '../../src/collectors/ssm/parameters.ts';

const nobody: readonly string[] = [];
const part = 'it goes by the names of parameters, and values elsewhere are no part of it';

export default defineCheck({
  id: 'ssm-parameter-secrets-encrypted',
  title: 'A parameter whose name names a secret is stored as SecureString',
  severity: 'high',
  responsibility: 'systems-manager.server-side-encryption-at-rest',
  controls: {
    'nist-800-53-r5': { 'SC-28': intersectsWith(part), 'IA-5(7)': intersectsWith(part) },
  },
  why: 'Everyone who may read the parameters of a path sees a String as plain text; a SecureString needs the right to use its key too.',
  fix: 'Change the secret, store the new one as SecureString or in Secrets Manager, and delete the old parameter with its history.',
  link: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html',
  remedy: {
    console:
      'Systems Manager, Parameter Store, Create parameter, Type SecureString. The type of a parameter that is there cannot be changed: delete it first.',
    cli: `aws ssm delete-parameter --name NAME # with its history; who reads it fails until the next line ran
aws ssm put-parameter --name NAME --type SecureString --key-id KEY --value file://secret`,
    terraform: `resource "aws_ssm_parameter" "this" { # the value is in the state too, unless value_wo is used
  name   = "/prod/db/password"
  type   = "SecureString"
  key_id = aws_kms_key.parameters.arn
  # …
}`,
  },

  evaluates: storedParameters,
  params: { excused: nobody },
  meanings: { excused: 'patterns of names, such as /prod/*/token, that hold no secret' },
  items: { excused: anyText },

  evaluate({ name, kind }, { read, params: { excused } }) {
    const type = read(kind);
    if (type === 'SecureString') return pass('the parameter is a SecureString');
    if (!namesSecret(name)) return pass('its name names no secret; its value was not read');
    const isExcused = excused.some((pattern) =>
      covers(normaliseGlob(pattern.toLowerCase()), name.toLowerCase()),
    );
    if (isExcused) return pass('excused by what was set; its value was not read');
    return fail(`its name names a secret, and it is a ${type}; its value was not read`);
  },
});
