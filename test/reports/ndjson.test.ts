import { describe, expect, it } from 'vitest';
import { json } from '../../reports/json.ts';
import { ndjson } from '../../reports/ndjson.ts';
import { reportsToTell, textOf } from '../support/format-case.ts';
import { putTogether } from './formats/ndjson.ts';

describe('the lines, put together,', () => {
  it.each(reportsToTell)('are report.json: %s', async (_, make) => {
    const report = make();
    const whole: unknown = JSON.parse(await textOf(json, report));
    expect(putTogether(await textOf(ndjson, report)).report).toEqual(whole);
  });
});
