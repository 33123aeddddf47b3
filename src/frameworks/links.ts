/** What a check's claims come to: one link for each control, those that follow from AWS's mapping among them. */
import { awsMapping } from './aws-mapping.ts';
import { catalogues, type ControlIds, type Controls, type FrameworkId } from './catalogues.ts';
import { lazily } from '../text/lazily.ts';
import type { Claim, Declared, Profile, Relation, Settings } from './relation.ts';

/** How one check stands to one control. */
export interface ControlLink {
  readonly framework: FrameworkId;
  readonly control: string;
  readonly relation: Relation;
  /** In a few words; left out where the relation is `equal`. */
  readonly because?: string;
  /**
   * `aws`: AWS relates a control of its own, which the check serves, to this one. `own`: that is our reading. `nist`, `aicpa`:
   * their mapping relates a control of SP 800-53, which the check serves, to this one.
   */
  readonly source: 'aws' | 'own' | 'nist' | 'aicpa';
  /** The controls, of AWS or of SP 800-53, through which it is related. */
  readonly via?: readonly string[];
  /** The control's own values of the check's parameters. */
  readonly at?: Profile;
}

/** The place of each control in the order of the catalogues. */
const places = lazily(
  () =>
    new Map(
      catalogues
        .flatMap(({ id, controls }) => Object.keys(controls).map((control) => keyOf(id, control)))
        .map((key, place) => [key, place]),
    ),
);

/** Every control that the claims speak of, once, in the order of the catalogues. */
export function linksOf(controls: Controls<Declared>): readonly ControlLink[] {
  const links = new Map(relatedByAws(controls));
  for (const { id: framework } of catalogues) {
    for (const [control, claim] of claimsOf(controls, framework)) {
      const key = keyOf(framework, control);
      const mapped = links.get(key);
      const own = linkOf(framework, control, claim);
      links.set(key, mapped ? { ...mapped, ...own, source: 'aws' } : own);
    }
  }
  return [...links]
    .flatMap(([key, link]) => {
      const place = places().get(key);
      return place === undefined ? [] : [{ place, link }];
    })
    .toSorted((a, b) => a.place - b.place)
    .map(({ link }) => link);
}

/** The ids of the links, by framework. */
export function idsOf(links: readonly ControlLink[]): ControlIds {
  const ids: { [F in FrameworkId]?: string[] } = {};
  for (const { framework, control } of links) (ids[framework] ??= []).push(control);
  return ids;
}

function linkOf(framework: FrameworkId, control: string, claim: Claim<Declared>): ControlLink {
  const place = { framework, control, source: 'own' } as const;
  if (claim.relation === 'equal') return { ...place, relation: claim.relation };
  const { relation, because, at } = claim;
  const link = { ...place, relation, because };
  return at ? { ...link, at: { relation: at.relation, values: settingsOf(at.values) } } : link;
}

function settingsOf(declared: Declared): Settings {
  return Object.fromEntries(
    Object.entries(declared).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

function claimsOf(
  controls: Controls<Declared>,
  framework: FrameworkId,
): readonly [string, Claim<Declared>][] {
  return Object.entries<Claim<Declared> | undefined>(controls[framework] ?? {}).flatMap(
    ([id, claim]) => (claim === undefined ? [] : [[id, claim]]),
  );
}

/** A requirement that AWS relates several of the check's controls to is one link, as strong as the strongest of them. */
function relatedByAws(controls: Controls<Declared>): ReadonlyMap<string, ControlLink> {
  const links = new Map<string, ControlLink>();
  const served = [...claimsOf(controls, 'aws-fsbp'), ...claimsOf(controls, 'aws-security-hub')];
  for (const [awsId, claim] of served) {
    for (const link of linksThrough(awsId, claim)) {
      const key = keyOf(link.framework, link.control);
      const before = links.get(key);
      const strongest = before?.relation === 'subset-of' ? before : link;
      const via = [...(before?.via ?? []), awsId];
      links.set(key, { ...strongest, via });
    }
  }
  return links;
}

function linksThrough(awsId: string, claim: Claim<Declared>): readonly ControlLink[] {
  const { nist = [], pci = [], asks = [] } = awsMapping.get(awsId) ?? {};
  const asked: readonly string[] = asks;
  const toLink = (framework: FrameworkId) => (control: string) =>
    asked.includes(control)
      ? askedThrough(awsId, claim, { framework, control })
      : relatedThrough(awsId, { framework, control });
  return [...nist.map(toLink('nist-800-53-r5')), ...pci.map(toLink('pci-dss-4.0.1'))];
}

/** A part of a part is a part; of what asks for more than AWS's control, nothing is known. */
function partThrough(relation: Relation): 'subset-of' | 'intersects-with' {
  return relation === 'equal' || relation === 'subset-of' ? 'subset-of' : 'intersects-with';
}

type Place = Pick<ControlLink, 'framework' | 'control'>;

function askedThrough(awsId: string, claim: Claim<Declared>, place: Place): ControlLink {
  const relation = partThrough(claim.relation);
  const words =
    relation === 'subset-of'
      ? `it asks for this among other things, by AWS's ${awsId}`
      : `AWS relates ${awsId} to it, and the check asks for other things than ${awsId}`;
  const link = { ...place, relation, because: words, source: 'aws', via: [awsId] } as const;
  if (claim.relation === 'equal' || claim.at === undefined) return link;
  const { values, relation: then } = claim.at;
  const at = { values: settingsOf(values), relation: partThrough(then) };
  return at.relation === relation ? link : { ...link, at };
}

function relatedThrough(awsId: string, place: Place): ControlLink {
  const because = `AWS relates ${awsId} to it; its outcome takes more than this setting`;
  return { ...place, relation: 'intersects-with', because, source: 'aws', via: [awsId] };
}

function keyOf(framework: FrameworkId, control: string): string {
  return `${framework} ${control}`;
}
