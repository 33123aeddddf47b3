/** What the page carries is what the report says, whatever that is; and the page notices when it is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDense, toDense } from '../../../reports/html/dense.ts';
import { filter } from '../../../reports/html/ui/filter.ts';
import { noCriteria } from '../../../reports/html/ui/criteria.ts';
import { controlsOf } from '../../../reports/html/control-names.ts';
import type { WholeStore } from '../../../reports/html/ui/store.ts';
import { outcomeWords, ownerWords } from '../../../reports/html/words.ts';
import type { CallLine, Finding, Report } from '../../../src/report/model.ts';
import { hostileReport } from '../../support/hostile-report.ts';
import { callsOf, dataOf, findingsOf, readWhole, storeOf } from '../../support/page-data.ts';
import { runs } from '../../support/property-runs.ts';
import { hostileNames, sampleReport } from '../../support/sample-report.ts';

const sample = sampleReport();

async function expectWhole(report: Report): Promise<void> {
  const store = await storeOf(report);
  const titles = new Map(report.checks.map(({ id, title }) => [id, title]));
  const titled = report.findings.map((each) => ({ ...each, title: titles.get(each.check) ?? '' }));
  expect(findingsOf(store)).toEqual(titled);
  expect(callsOf(store)).toEqual(report.calls);
}

/** Texts that stumble over encodings, beside any. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(...hostileNames, '', '{name}', '{{name}', '{', '\u0001', '\u0002', '\ud800', 'é'),
  fc.stringMatching(/^[0-9a-f]{0,80}$/),
  fc.uuid(),
);
const list = (of: fc.Arbitrary<string>) => fc.array(of, { maxLength: 4 });

describe('what the page carries', () => {
  it('is the sample report', () => expectWhole(sample));
  it('is a report with names that somebody hostile chose', () => expectWhole(hostileReport()));

  it('is any report', async () => {
    const resource = fc.record({ arn: text, name: text, type: text });
    const said = fc.record({
      resource: fc.oneof(
        resource,
        fc.tuple(text, text, text).map(([before, name, around]) => ({
          arn: `arn:aws:x:::${before}/${name}`,
          name: `${around}${name}${around}`,
          type: 'T',
        })),
      ),
      id: text,
      region: text,
      account: text,
      reasons: list(text),
      evidence: list(text),
      more: fc.record({ latent: fc.constant(true), kind: text }, { requiredKeys: [] }),
    });
    const asked = fc.record({
      id: text,
      service: text,
      operation: text,
      region: text,
      input: fc.dictionary(text, fc.oneof(text, fc.integer()), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
      at: fc.oneof(
        text,
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      ),
      requestId: fc.option(text),
      sha256: text,
      attempts: fc.nat(1000),
      error: fc.option(fc.record({ code: text, message: text })),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { maxLength: 12 }),
        fc.array(asked, { maxLength: 12 }),
        async (findings, calls) => {
          await expectWhole({
            ...sample,
            findings: findings.map(({ more, ...each }, index): Finding => {
              const like = sample.findings[index % sample.findings.length];
              if (like === undefined) throw new Error('the sample has no finding');
              const { latent: _latent, muted: _muted, regraded: _regraded, ...rest } = like;
              return { ...rest, ...each, ...more };
            }),
            // Inputs may name the resources of findings.
            calls: calls.map(({ error, input, ...each }, index): CallLine => {
              const about = findings[index]?.resource;
              const named = index % 2 === 0 ? about?.arn : about?.name;
              return {
                ...each,
                input: { ...input, ...(named === undefined ? {} : { About: named }) },
                status: 'ok',
                ...(error === null ? {} : { error }),
              };
            }),
          });
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it('is refused with a part missing, and with a letter changed that says anything', async () => {
    const data = await dataOf(sample);
    const saidBy = (store: WholeStore) => {
      const { checks, responsibilities, controls } = store.rest;
      const read = { checks, responsibilities, controls };
      return JSON.stringify([store.start, read, findingsOf(store), callsOf(store)]);
    };
    const said = saidBy(await readWhole(data));
    const kinds = ['list', 'rest'] as const;
    const first = (kind: (typeof kinds)[number]) => {
      const [part] = data[kind];
      if (part === undefined) throw new Error('the page carries nothing');
      return part;
    };
    for (const kind of kinds) {
      const cut = { ...first(kind), text: first(kind).text.slice(0, -2) };
      await expect(readWhole({ ...data, [kind]: [] })).rejects.toThrow();
      await expect(readWhole({ ...data, [kind]: [cut] })).rejects.toThrow('is cut');
    }
    await expect(readWhole({ list: data.rest, rest: data.list })).rejects.toThrow('beginning');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        fc.nat(),
        fc.constantFrom('!', '~', 'a', '<', 'é', ' '),
        async (kind, place, letter) => {
          const part = first(kind);
          const at = place % part.text.length;
          fc.pre(part.text[at] !== letter);
          const text = part.text.slice(0, at) + letter + part.text.slice(at + 1);
          // Few bits say nothing: those of gzip's own head, and what fills up the last letters.
          const read = await readWhole({ ...data, [kind]: [{ ...part, text }] }).catch(
            () => undefined,
          );
          if (read !== undefined) expect(saidBy(read)).toBe(said);
        },
      ),
      { numRuns: runs(30) },
    );
  });
});

describe('letters for bytes', () => {
  it('give the same bytes again, and are letters that no markup ends at', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const letters = Buffer.from(toDense(bytes)).toString('latin1');
        expect(letters).toMatch(/^[!-%'-;=?-~]*$/);
        expect(fromDense(letters, bytes.length)).toEqual(bytes);
      }),
    );
  });
});

describe('the search', () => {
  const allOf = (finding: Finding): string => {
    const check = sample.checks.find(({ id }) => id === finding.check);
    const { resource, muted } = finding;
    return [
      finding.id,
      finding.check,
      check?.title,
      check?.service,
      ...(check ? controlsOf(check) : []),
      finding.service,
      finding.account,
      finding.region,
      finding.outcome,
      outcomeWords[finding.outcome].word,
      finding.severity,
      ownerWords[finding.owner],
      resource.arn,
      resource.name,
      resource.type,
      ...finding.reasons,
      ...(finding.latent ? ['latent'] : []),
      ...(muted ? [muted.reason, muted.owner, 'muted'] : []),
    ]
      .join('\n')
      .toLowerCase();
  };
  const tricky = ['{name}', 'a{name}b is off', 'off for {{x}}', '{{name}'];
  const report = {
    ...sample,
    findings: sample.findings.map((finding, index) =>
      index % 3 === 0 ? { ...finding, reasons: [tricky[index % tricky.length] ?? ''] } : finding,
    ),
  };
  const found = (wanted: string) => {
    const words = wanted.toLowerCase().split(/\s+/u).filter(Boolean);
    return report.findings.flatMap((finding, row) => {
      const all = allOf(finding);
      const isMet = (word: string) =>
        all.split('\n').some((part) => part.includes(word)) &&
        (word.length >= 8 ||
          all
            .split('\n')
            .slice(1)
            .some((part) => part.includes(word)));
      return words.every(isMet) ? [row] : [];
    });
  };

  it('finds what a look at every text finds', async () => {
    const store = await storeOf(report);
    const words = fc.oneof(
      fc.constantFrom('{name}', '{{', 'off', 'setting', 'acme-prod-data-1', 'critical', 'zzqqxx'),
      fc
        .tuple(fc.nat(report.findings.length - 1), fc.nat(300), fc.integer({ min: 1, max: 12 }))
        .map(([row, from, length]) => {
          const finding = report.findings[row];
          return finding
            ? allOf(finding)
                .split('\n')
                .slice(1)
                .join(' ')
                .slice(from, from + length)
            : '';
        }),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 2 }), (list) => {
        const q = list.join(' ');
        expect([...filter(store, { ...noCriteria, q })]).toEqual(found(q));
      }),
    );
  });

  it('finds a finding by its whole id', async () => {
    const store = await storeOf(sample);
    for (const [row, { id }] of sample.findings.entries()) {
      expect([...filter(store, { ...noCriteria, q: id })]).toContain(row);
    }
  });
});
