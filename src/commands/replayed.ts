/** How a replay tells whether it came to what the scan had said. */
import { compareManifests, type Difference, isSame } from '../run/manifest/compare.ts';
import type { Material } from '../report/model.ts';
import type { Manifest } from '../run/manifest/shape.ts';
import { listOf } from '../text/list-of.ts';
import { wrapText } from './text.ts';

/** Checks that are named before "and n more". */
const mostNamed = 20;

/** Lines for below the summary. @param then the manifest of the scan @param now that of the replay */
export function replayedText(then: Manifest, now: Manifest): string {
  const difference = compareManifests(then, now);
  const lines = isSame(difference)
    ? [`Same rules, same findings: ${difference.agreed} of ${difference.agreed}.`]
    : differenceLines(difference, then, now);
  return `\nReplay\n${lines.map((line) => `${wrapText(line, 2)}\n`).join('')}`;
}

function differenceLines(difference: Difference, then: Manifest, now: Manifest): readonly string[] {
  const { findings, agreed, parameters, materials } = difference;
  const rules = ruleLines(difference, then, now);
  return [
    ...(rules.length === 0 ? ['Same rules.'] : rules),
    ...parameters.map(
      (each) =>
        `Parameter ${each.check}.${each.parameter} differs: the scan had ${each.before ?? 'the default'}, this has ${each.after ?? 'the default'}.`,
    ),
    ...materials.map(
      ({ kind, before, after }) =>
        `The file of --${kind} differs: the scan had ${fileWords(before)}, this has ${fileWords(after)}.`,
    ),
    ...(findings.length === 0
      ? [`Same findings, of the checks that both judged: ${agreed} of ${agreed}.`]
      : findings
          .slice(0, mostNamed)
          .map(
            (each) => `Findings differ: ${each.check}, ${each.before} then and ${each.after} now.`,
          )),
    ...(findings.length > mostNamed
      ? [`Findings of ${findings.length - mostNamed} more checks differ.`]
      : []),
  ];
}

function fileWords(file: Material | null): string {
  return file === null ? 'none' : `${file.name} (SHA-256 ${file.sha256})`;
}

function ruleLines({ engine, rules }: Difference, then: Manifest, now: Manifest) {
  const versions =
    then.tool.version === now.tool.version
      ? `both say srm-scan ${now.tool.version}`
      : `srm-scan ${then.tool.version} then, ${now.tool.version} now`;
  return [
    ...(engine === true ? [`Rules differ: the engine that runs every check (${versions}).`] : []),
    ...(engine === null ? ['Rules: of which engine is not known to both.'] : []),
    ...named(`Rules differ (${versions})`, rules.changed),
    ...named('Judged then and not now', rules.onlyThen),
    ...named('Judged now and not then', rules.onlyNow),
    ...named('Rules that are not known to both', rules.unknown),
  ];
}

function named(text: string, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [`${text}: ${listOf(ids, mostNamed)}.`];
}
