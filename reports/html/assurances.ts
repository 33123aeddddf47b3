/**
 * The reports that show what AWS does alone. Most services say the same of a layer, so they stand once, each with its layers, and
 * what is to be read in them once below.
 */
import type { ResponsibilityLine } from '../../src/report/model.ts';
import { html, join, type Markup, nothing } from './markup.ts';

export function assurances(lines: readonly ResponsibilityLine[]): Markup {
  const own = lines.filter(({ owner }) => owner === 'aws');
  if (own.length === 0) return nothing;
  const kinds = new Map<string, ResponsibilityLine[]>();
  const advice = new Set<string>();
  for (const line of own) {
    const { kind, sentences } = partsOf(line.assurance);
    kinds.set(kind, [...(kinds.get(kind) ?? []), line]);
    for (const sentence of sentences) advice.add(sentence);
  }
  const usual = usualKinds(own);
  return html`<details id="to-fetch" tabindex="-1">
    <summary>Reports to fetch for what AWS does alone</summary>
    <ul>
      ${[...kinds].map(
        ([kind, of]) =>
          html`<li>
            ${kind}. <span class="note">For ${join(layersOf(of, kind, usual), ', ')}.</span>
          </li> `,
      )}
    </ul>
    <p>${[...advice].join(' ')}</p>
  </details> `;
}

/** The first sentence names the reports and where they are had; the others say how to read them. */
function partsOf(assurance: string): {
  readonly kind: string;
  readonly sentences: readonly string[];
} {
  const [kind = '', ...sentences] = assurance.split(/\.\s+(?=\p{Lu})/u);
  return { kind, sentences: sentences.map(ended) };
}

/** Of the address that ends one, a full stop would become a part. */
function ended(sentence: string): string {
  return /[./]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** By layer, what most services say of it. */
function usualKinds(lines: readonly ResponsibilityLine[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { layerName, assurance } of lines) {
    const { kind } = partsOf(assurance);
    const own = counts.get(layerName) ?? new Map<string, number>();
    counts.set(layerName, own.set(kind, (own.get(kind) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([layer, own]) => [
      layer,
      [...own].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '',
    ]),
  );
}

/** A layer by its name; where a service is an exception, with it. */
function layersOf(
  lines: readonly ResponsibilityLine[],
  kind: string,
  usual: ReadonlyMap<string, string>,
): readonly string[] {
  const names = lines.map(({ layerName, serviceName }) =>
    usual.get(layerName) === kind
      ? layerName.toLowerCase()
      : `${layerName.toLowerCase()} of ${serviceName}`,
  );
  return [...new Set(names)];
}
