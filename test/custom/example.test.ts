/** The example of docs/custom-checks.md, by the tester that users have: both from the built package. */
import '../../docs/examples/checks/acme-records-bucket-versioned.test.ts';

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('docs/custom-checks.md shows the example and its test as they are', () => {
  const docs = new URL('../../docs/', import.meta.url);
  const page = readFileSync(new URL('custom-checks.md', docs), 'utf8');
  for (const name of ['', '.test']) {
    const path = `examples/checks/acme-records-bucket-versioned${name}.ts`;
    expect(page).toContain(readFileSync(new URL(path, docs), 'utf8'));
  }
});
