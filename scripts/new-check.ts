/** `npm run new <check-id>`: writes a check and its test, ready to be filled in. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const id = process.argv[2] ?? '';
const match = /^([a-z0-9]+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(id);

if (!match) {
  process.stderr.write(
    `usage: npm run new <check-id>, such as s3-bucket-versioning: <service>-<subject>, lower case\n`,
  );
  process.exit(2);
}

const [, service = '', subject = ''] = match;
const check = join(root, 'checks', service, `${subject}.ts`);
const test = join(root, 'test', 'checks', service, `${subject}.test.ts`);

for (const path of [check, test]) {
  if (existsSync(path)) {
    process.stderr.write(`${path} is there already\n`);
    process.exit(2);
  }
}

write(
  check,
  `import { defineCheck, fail, pass } from '../../src/judge/check.ts';
import { bucketVersioning } from '../../src/collectors/s3/bucket-settings.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';

export default defineCheck({
  id: '${id}',
  title: 'What holds when it passes',
  severity: 'medium',
  responsibility: 's3.backup-and-recovery',
  controls: {},
  why: 'What goes wrong where it does not hold.',
  fix: 'What to do, in one or two sentences.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',

  evaluates: buckets,
  needs: { versioning: bucketVersioning },

  evaluate(bucket, { read, versioning }) {
    const { status } = read(versioning.of(bucket));
    return status === 'Enabled' ? pass('versioning is on') : fail('versioning is off');
  },
});
`,
);
write(
  test,
  `import check from '../../../checks/${service}/${subject}.ts';
import type { Versioning } from '../../../src/collectors/s3/bucket-settings.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { records } from '../../support/s3.ts';

const resource = records;
const versioning = (status: Versioning['status']) => ({
  versioning: everyone(known<Versioning>({ status, mfaDelete: false })),
});

testCheck(check, {
  pass: [{ name: 'it is as it should be', resource, given: versioning('Enabled') }],
  fail: [{ name: 'it is not', resource, given: versioning('Off') }],
  unknown: [
    { name: 'the setting may not be read', resource, given: { versioning: everyone(unreadable()) } },
  ],
});
`,
);
process.stdout.write(`${check}\n${test}\nFill them in, then: npm run generate && npm test\n`);

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
