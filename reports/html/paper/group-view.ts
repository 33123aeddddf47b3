/** Groups of findings as lines of paper. */
import type { ReportReader } from '../../../src/report/model.ts';
import { cutEnd } from '../../../src/text/wrap.ts';
import { foreign, html, join, type Markup, nothing, type Part } from '../markup.ts';
import { number, plural } from '../words.ts';
import type { Group, Place, Same } from './groups.ts';

/** Characters of one reason, cause or answer: names of strangers may be of any length. */
const longestText = 160;
/** ARNs and names are at most so long in AWS. */
const longestName = 128;

/** The beginning of a long text, where it can be without half a word; the whole of it is in report.json. */
export function short(text: string, most = longestText): Markup {
  const cut = cutEnd(text, most);
  return foreign(cut === text ? text : cut.replace(/\s\S{0,30}…$/u, '\u{a0}…'));
}

/** @param byCheck how many findings of the check there are in all */
export function groupView(
  { check, same, count, left }: Group,
  { scan, byCheck }: Pick<ReportReader, 'scan' | 'byCheck'>,
): Markup {
  const judged = Object.values(byCheck.get(check.id)?.counts ?? {}).reduce(
    (sum, each) => sum + each,
    0,
  );
  return html`<div class="group">
    <p class="check">
      ${check.title}
      <span class="soft">${check.id}, ${number(count)} of ${number(judged)}</span>
    </p>
    <ul>
      ${same.map((each) => sameView(each, scan.account.id))}${
        left === 0 ? nothing : html`<li>${number(left)} more for other reasons</li>`
      }
    </ul>
  </div> `;
}

function sameView({ isLatent, isMuted, reasons, named, count }: Same, account: string): Markup {
  const marks: readonly Part[] = [...(isLatent ? ['latent'] : []), ...(isMuted ? ['muted'] : [])];
  const more = count - named.length;
  return html`<li>
    <strong
      >${placesText(named, account)}${more === 0 ? nothing : ` and ${number(more)} more`}</strong
    >${marks.length === 0 ? nothing : html` (${join(marks, ', ')})`}: ${short(reasons.join('; '))}
  </li> `;
}

/** `a, b (eu-west-1); c (us-east-1)`; of the account itself its Regions alone. */
export function placesText(named: readonly Place[], account: string): readonly Part[] {
  if (named.every(({ name }) => name === account)) {
    const regions = named.flatMap(({ region }) => (region === 'global' ? [] : [region]));
    return regions.length === 0 ? ['the account'] : join(regions, ', ');
  }
  const byRegion = new Map<string, string[]>();
  for (const { name, region } of named) {
    byRegion.set(region, [...(byRegion.get(region) ?? []), name]);
  }
  const parts = [...byRegion].map(([region, names]) => [
    join(
      names.map((name) => short(name, longestName)),
      ', ',
    ),
    region === 'global' ? '' : ` (${region})`,
  ]);
  return join(parts, '; ');
}

/** How many checks and findings the groups are of. */
export function extent(groups: readonly Group[], noun: string): string {
  const findings = groups.reduce((sum, { count }) => sum + count, 0);
  const checks = new Set(groups.map(({ check }) => check.id)).size;
  return `${plural(findings, noun)} of ${plural(checks, 'check')}`;
}
