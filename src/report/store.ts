/**
 * The findings of a scan: written once, while it judges, then sealed and read as often as formats need. They stand in
 * columns, and what repeats is kept once: half a million findings as objects do not fit beside what was gathered. A
 * reader makes one object at a time.
 */
import type { Check } from '../judge/check.ts';
import type { Judgement, World } from '../judge/judgement.ts';
import { type SetParameters, unusual } from '../judge/parameter.ts';
import { outcomes, type Owner, owners, severities } from '../judge/terms.ts';
import { findingIdText } from '../text/finding-id.ts';
import { internedLists, internedResources, internedTexts } from '../text/interned.ts';
import { createColumns, entryAt, weightOf } from './columns.ts';
import { createFindingIds } from './finding-ids.ts';
import { type Findings, findingsOf, type Judging } from './findings.ts';
import type { Muting } from './mutes.ts';
import type { Tags } from './tags.ts';

export interface FindingStore {
  /**
   * Adds a finding. A second one of the same id is the same finding said again: the graver of the two stands, and where
   * they agree the reasons of both.
   */
  add(check: Check, judgement: Judgement): void;
  /** Ends the writing, and puts the findings in order. */
  seal(): Findings;
}

/** Whose findings they are. */
interface Place {
  readonly account: string;
  readonly partition: string;
  /** What the user set, by check. */
  readonly params?: World['params'];
}

/**
 * @param isCall whether the report lists a call of that id: where a collector itself failed there is none to name
 * @param muting what owners accept, where there is a mute file
 * @param tags where they were asked for
 */
export function createFindingStore(
  { account, partition, params = {} }: Place,
  isCall: (id: string) => boolean,
  muting?: Muting,
  tags?: Tags,
): FindingStore {
  const wholeAccount = {
    arn: `arn:${partition}:iam::${account}:root`,
    type: 'AWS::::Account',
    name: account,
  };
  const ids = createFindingIds();
  const columns = createColumns();
  const checks = internedTexts();
  const regions = internedTexts();
  const duties = internedTexts();
  const kinds = internedTexts();
  kinds.place('');
  const regradings = internedTexts();
  regradings.place('');
  const judging = new Map<string, Judging>();
  const resources = internedResources();
  const reasons = internedLists();
  const evidence = internedLists();
  let sealed = false;

  /** Two resources may share an ARN (a name used again), and a resource may be judged by many checks. */
  const rowOf = (check: Check, { region, resource }: Judgement) => {
    const { type, arn } = resource ?? wholeAccount;
    const named = { account, region, check: check.id, type, arn };
    return ids.rowOf(findingIdText(named, resource === undefined));
  };

  const write = (row: number, check: Check, judgement: Judgement) => {
    columns.check.set(row, checks.place(check.id));
    columns.outcome.set(row, outcomes.indexOf(judgement.outcome));
    columns.severity.set(row, severities.indexOf(judgement.severity));
    columns.regraded.set(row, regradings.place(judgement.regradedBecause ?? ''));
    columns.owner.set(row, owners.indexOf(ownerOf(judgement)));
    columns.latent.set(row, judgement.latent ? 1 : 0);
    columns.region.set(row, regions.place(judgement.region));
    columns.duty.set(row, duties.place(dutyOf(check, judgement)));
    columns.kind.set(row, kinds.place(judgement.resource?.variant ?? ''));
    columns.resource.set(row, resources.place(judgement.resource ?? wholeAccount));
    columns.reasons.set(row, reasons.place(once(judgement.reasons)));
    columns.evidence.set(row, evidence.place(callsOf(judgement).toSorted()));
  };

  const callsOf = ({ sources }: Judgement) => once(sources.map(({ id }) => id)).filter(isCall);

  const writeAgain = (row: number, check: Check, judgement: Judgement) => {
    const before = weightOf(columns.outcome.at(row), columns.severity.at(row));
    const now = weightOf(
      outcomes.indexOf(judgement.outcome),
      severities.indexOf(judgement.severity),
    );
    if (now < before) write(row, check, judgement);
    if (now !== before) return;
    const said = entryAt(reasons.entries, columns.reasons.at(row));
    const calls = entryAt(evidence.entries, columns.evidence.at(row));
    columns.reasons.set(row, reasons.place(once([...said, ...judgement.reasons])));
    columns.evidence.set(row, evidence.place(once([...calls, ...callsOf(judgement)]).toSorted()));
  };

  return {
    add: (check, judgement) => {
      if (sealed) throw new Error('the findings were sealed');
      if (!judging.has(check.id)) judging.set(check.id, judgingOf(check, params[check.id]));
      const rows = ids.size;
      const row = rowOf(check, judgement);
      if (row === rows) write(row, check, judgement);
      else writeAgain(row, check, judgement);
    },
    seal: () => {
      sealed = true;
      const entries = {
        checks: checks.entries,
        regions: regions.entries,
        duties: duties.entries,
        kinds: kinds.entries,
        regradings: regradings.entries,
        resources: resources.entries,
        reasons: reasons.entries,
        evidence: evidence.entries,
      };
      return findingsOf({
        account,
        columns,
        entries,
        judging,
        size: ids.size,
        idAt: ids.at,
        ...(muting && { muting }),
        ...(tags && { tags }),
      });
    },
  };
}

function judgingOf(check: Check, set: SetParameters | undefined): Judging {
  const parameters = unusual(check.params, set);
  return {
    title: check.titleWith(set),
    severity: check.severity,
    service: check.service,
    of: check.evaluates.service,
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
  };
}

/** An Aurora cluster is judged by a check of RDS, but it is Aurora's responsibility that is assessed. */
function dutyOf(check: Check, { resource }: Judgement): string {
  if (!resource?.service) return check.responsibility;
  return check.responsibility.replace(/^[^.]+/, resource.service);
}

function ownerOf({ outcome, resource }: Judgement): Owner {
  if (outcome !== 'out-of-scope') return 'customer';
  return resource?.managed?.by ?? 'customer';
}

function once(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)];
}
