/**
 * Frameworks that no check names by itself. What the checks say of them follows from the controls of NIST SP 800-53 that they
 * serve, by mappings that others published. Two steps of "has to do with" decide nothing: every such link is
 * `intersects-with`, so a finding supports a control and never meets it or fails it.
 */
import { beyond } from '../beyond/index.ts';
import type { FrameworkId } from '../catalogues.ts';
import type { ControlLink } from '../links.ts';
import { isoFromNist } from './iso-27001-2022.ts';
import { csfFromNist } from './nist-csf-2.0.ts';
import { socFromNist } from './soc-2-2017.ts';

interface Crosswalk {
  readonly source: 'nist' | 'aicpa';
  readonly publisher: string;
  /** By control, the controls of SP 800-53 with spaces between them. */
  readonly rows: Readonly<Record<string, string>>;
}

export const crosswalks: { readonly [F in FrameworkId]?: Crosswalk } = {
  'nist-csf-2.0': { source: 'nist', publisher: 'NIST', rows: csfFromNist },
  'iso-27001-2022': { source: 'nist', publisher: 'NIST', rows: isoFromNist },
  'soc-2-2017': { source: 'aicpa', publisher: 'the AICPA', rows: socFromNist },
};

/** The links of a check, with those that a crosswalk adds for these frameworks. */
export function linksWith(
  links: readonly ControlLink[],
  chosen: readonly string[],
): readonly ControlLink[] {
  const added = reachable.filter((id) => chosen.includes(id));
  return added.length === 0 ? links : [...links, ...added.flatMap((id) => linksAcross(links, id))];
}

const reachable = [
  'nist-csf-2.0',
  'iso-27001-2022',
  'soc-2-2017',
] as const satisfies readonly FrameworkId[];

/** An enhancement counts for what its base control counts for too. No setting shows what is procedural or of AWS alone. */
function linksAcross(
  links: readonly ControlLink[],
  framework: FrameworkId,
): readonly ControlLink[] {
  const crosswalk = crosswalks[framework];
  if (!crosswalk) return [];
  const served = links.filter((link) => link.framework === 'nist-800-53-r5');
  const own = new Set(
    links.flatMap((link) => (link.framework === framework ? [link.control] : [])),
  );
  return Object.entries(crosswalk.rows).flatMap(([control, row]): readonly ControlLink[] => {
    const wanted = new Set(row.split(' '));
    const via = served
      .map((link) => link.control)
      .filter((id) => wanted.has(id) || wanted.has(id.replace(/\(.*$/, '')));
    const [first] = via;
    if (first === undefined || own.has(control)) return [];
    if (['procedural', 'aws'].includes(beyond(framework, control).kind)) {
      return [];
    }
    const { source, publisher } = crosswalk;
    const because = `${publisher} relates SP 800-53 ${first} to it, which the check serves in part`;
    return [{ framework, control, relation: 'intersects-with', because, source, via }];
  });
}
