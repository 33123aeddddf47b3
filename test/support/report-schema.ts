/** The published schema of the report: every report of the tests must keep to it. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { expect } from 'vitest';

const schema: object = JSON.parse(
  readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
ajvFormats.default(ajv);

export const validate = ajv.compile(schema);

/** Fails the test with what the schema finds wrong. */
export function expectValid(report: unknown): void {
  validate(report);
  expect(validate.errors ?? [], 'the report keeps to docs/report.schema.json').toEqual([]);
}
