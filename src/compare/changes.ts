/**
 * What changed from one report to another. A failure that is gone was resolved only where the new scan looked for it; one that
 * is there was caused by the account only where the rule is the same, as far as the reports tell.
 */
import { listOf } from '../text/list-of.ts';
import { UserError } from '../text/user-error.ts';
import type { KeptCall, KeptCheck, KeptFinding, KeptHead } from './kept-report.ts';

/**
 * `new`: fails, and did not. `resolved`: failed, and does not. `changed`: otherwise than before. `unread`: could not be read,
 * and could. `rule`: the rule or its parameters changed, and not the account. `scope`: one of the scans did not look there.
 */
export const changeKinds = ['new', 'resolved', 'changed', 'unread', 'rule', 'scope'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface Change {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly check: string;
  readonly region: string;
  readonly arn: string;
  readonly severity: KeptFinding['severity'];
  /** Of a failure that was one of another severity. */
  readonly severityBefore?: KeptFinding['severity'];
  /** `none` where the report has no such finding. */
  readonly before: KeptFinding['outcome'] | 'none';
  readonly now: KeptFinding['outcome'] | 'none';
  /** Who accepts the failure now. */
  readonly mutedBy?: string;
  /** It was muted, and is not any more. */
  readonly unmuted?: true;
  /** What there is to say of it, in half a sentence. */
  readonly because: string;
}

export interface Changes {
  readonly old: KeptHead;
  readonly new: KeptHead;
  /** What bears upon all of it, in sentences. */
  readonly notices: readonly string[];
  /** Calls that gave no usable answer and are no gap of the old scan: `<service>:<operation> in <Region> (<reason>)`. */
  readonly newGaps: readonly string[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly changes: readonly Change[];
}

/** A report that others are compared with. */
export interface Baseline {
  readonly head: KeptHead;
  readonly checks: ReadonlyMap<string, KeptCheck>;
  /** The hash of each answer, by call. */
  readonly calls: ReadonlyMap<string, string>;
  /** By id; of what passes and the like the outcome is all that is kept. */
  readonly findings: ReadonlyMap<string, KeptFinding | KeptFinding['outcome']>;
}

/** Calls that are named before "and n more". */
const mostNamed = 5;

/** Gathers a baseline as it is read. */
export function createBaseline() {
  const checks = new Map<string, KeptCheck>();
  const calls = new Map<string, string>();
  const findings = new Map<string, KeptFinding | KeptFinding['outcome']>();
  return {
    check: (line: KeptCheck) => void checks.set(line.id, line),
    call: (line: KeptCall) => void calls.set(line.id, line.sha256),
    finding: (line: KeptFinding) =>
      void findings.set(line.id, line.outcome === 'fail' ? line : line.outcome),
    whole: (head: KeptHead): Baseline => ({ head, checks, calls, findings }),
  };
}

/** Holds a report against a baseline, as it is read. */
export function createComparison(old: Baseline) {
  const seen = new Set<string>();
  const checks = new Map<string, KeptCheck>();
  const calls = new Map<string, string>();
  const judged = new Set<string>();
  /** Checks and Regions of which a list could not be read. */
  const unreadLists = new Set<string>();
  const differing: KeptFinding[] = [];
  return {
    check: (line: KeptCheck) => void checks.set(line.id, line),
    call: (line: KeptCall) => void calls.set(line.id, line.sha256),
    finding: (line: KeptFinding) => {
      judged.add(line.check);
      if (line.outcome === 'unknown' && line.resource.type === 'AWS::::Account') {
        unreadLists.add(`${line.check} ${line.region}`);
      }
      const before = old.findings.get(line.id);
      if (before !== undefined) seen.add(line.id);
      if (isSame(before, line)) return;
      differing.push(line);
    },
    whole: (head: KeptHead): Changes => {
      const facts = { old, new: { head, checks, calls }, judged, unreadLists };
      refuseOtherAccount(old.head, head);
      const gone = [...old.findings.values()].filter(
        (each) => typeof each !== 'string' && !seen.has(each.id),
      );
      const changes = [
        ...differing.map((line) => changeOf(line, old.findings.get(line.id), facts)),
        ...gone.flatMap((each) => (typeof each === 'string' ? [] : [goneOf(each, facts)])),
      ];
      const counts = { new: 0, resolved: 0, changed: 0, unread: 0, rule: 0, scope: 0 };
      for (const { kind } of changes) counts[kind] += 1;
      const newGaps = newGapsOf(old.head, head);
      const notices = noticesOf(old.head, head, newGaps);
      return { old: old.head, new: head, notices, newGaps, counts, changes };
    },
  };
}

interface Facts {
  readonly old: Baseline;
  readonly new: Pick<Baseline, 'head' | 'checks' | 'calls'>;
  readonly judged: ReadonlySet<string>;
  readonly unreadLists: ReadonlySet<string>;
}

type Before = KeptFinding | KeptFinding['outcome'] | undefined;

/** What is neither a failure nor unknown, and was there before as it is now or not at all, is nothing to tell. */
function isSame(before: Before, now: KeptFinding): boolean {
  if (before === undefined) return now.outcome !== 'fail' && now.outcome !== 'unknown';
  if (typeof before === 'string') return before === now.outcome;
  return now.outcome === 'fail' && differences(before, now).length === 0;
}

function isMuted({ muted }: KeptFinding): boolean {
  return muted !== undefined;
}

function differences(before: KeptFinding, now: KeptFinding): readonly string[] {
  return [
    ...(before.severity === now.severity
      ? []
      : [`the severity was ${before.severity} and is ${now.severity}`]),
    ...(isMuted(before) === isMuted(now)
      ? []
      : [isMuted(now) ? 'it is muted now' : 'it is not muted any more']),
    ...(before.latent === now.latent
      ? []
      : [now.latent ? 'nothing uses it any more' : 'it is in use now']),
    ...(before.reasons.join('\n') === now.reasons.join('\n') ? [] : ['for other reasons']),
  ];
}

function changeOf(now: KeptFinding, before: Before, facts: Facts): Change {
  const was = before === undefined || typeof before === 'string' ? undefined : before;
  const outcome = before === undefined ? 'none' : typeof before === 'string' ? before : 'fail';
  const change = {
    ...about(now),
    before: outcome,
    now: now.outcome,
    ...(was === undefined || was.severity === now.severity ? {} : { severityBefore: was.severity }),
    ...(now.muted === undefined ? {} : { mutedBy: now.muted.owner }),
    ...(was?.muted !== undefined && now.outcome === 'fail' && now.muted === undefined
      ? { unmuted: true as const }
      : {}),
  } as const;
  const outside = before === undefined ? outsideOf(facts.old, now, facts) : undefined;
  if (outside !== undefined && outside.kind !== 'unread') return { ...change, ...outside };
  const said = now.reasons.join('; ');
  if (now.outcome === 'unknown') return { ...change, kind: 'unread', because: said };
  // Of a Region that the old scan was asked for and has nothing of: as good as unknown, or as not there.
  if (outside !== undefined) {
    return { ...change, kind: 'new', because: `${outside.because}; ${said}` };
  }
  const rule = ruleOf(now, facts);
  if (was !== undefined && now.outcome === 'fail') {
    const what = differences(was, now);
    const isOfMute = was.muted !== now.muted && what.some((each) => each.includes('muted'));
    if (rule !== undefined && !isOfMute) return { ...change, kind: 'rule', because: rule };
    return { ...change, kind: 'changed', because: `${what.join('; ')}: ${said}` };
  }
  if (rule !== undefined) return { ...change, kind: 'rule', because: rule };
  if (now.outcome === 'fail') {
    const first = outcome === 'unknown' ? 'it could not be read before; ' : '';
    const same = isAnsweredAlike(now, facts)
      ? '; AWS answers as before, so time made the difference'
      : '';
    return { ...change, kind: 'new', because: `${first}${said}${same}` };
  }
  return { ...change, kind: was === undefined ? 'changed' : 'resolved', because: said };
}

/** A failure of the old report that the new one does not have. */
function goneOf(was: KeptFinding, facts: Facts): Change {
  const change = { ...about(was), before: was.outcome, now: 'none' } as const;
  const outside = outsideOf(facts.new, was, facts);
  if (outside !== undefined) return { ...change, ...outside };
  const { scan } = facts.new.head;
  if (facts.unreadLists.has(`${was.check} ${was.region}`) || !facts.judged.has(was.check)) {
    return { ...change, kind: 'unread', because: 'the list that would show it could not be read' };
  }
  if (scan.status === 'partial') {
    return { ...change, kind: 'unread', because: 'the new scan ended early' };
  }
  return { ...change, kind: 'resolved', because: 'the resource is not there any more' };
}

/** Where the other scan did not look. `unread`: it was asked to, and what it does not have counts as new. */
function outsideOf(
  { head, checks }: Pick<Baseline, 'head' | 'checks'>,
  { check, region }: KeptFinding,
  facts: Facts,
): { readonly kind: ChangeKind; readonly because: string } | undefined {
  const isOld = head === facts.old.head;
  const which = isOld ? 'the old scan' : 'the new scan';
  if (!checks.has(check)) {
    const { version } = head.tool;
    return isSameSelection(facts) && facts.old.head.tool.version !== facts.new.head.tool.version
      ? { kind: 'rule', because: `srm-scan ${version} has no such check` }
      : { kind: 'scope', because: `${which} did not ask for the check` };
  }
  const { regions, activity } = head.scan;
  const isLeftOut = activity?.leftOut.some(
    (group) => group.regions.includes(region) && group.checks.includes(check),
  );
  if (isLeftOut) {
    const because = `${which} left the check out in ${region}: AWS Config counted nothing there`;
    // What was there nowhere before is new; of what was there, the new scan tells nothing.
    return { kind: isOld ? 'unread' : 'scope', because };
  }
  if (region === 'global' || regions.includes(region)) return undefined;
  const because = `${which} read nothing of ${region}`;
  return { kind: isSameSelection(facts) ? 'unread' : 'scope', because };
}

function isSameSelection(facts: Facts): boolean {
  const [old, now] = [facts.old.head, facts.new.head].map(({ scan }) => selectionText(scan));
  return old === now;
}

/** What a scan was asked for, to be held against that of another. Parameters have a comparison of their own. */
export function selectionText({ selection }: KeptHead['scan']): string {
  const { settings: _settings, ...rest } = selection;
  return JSON.stringify(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Why it is the rule that changed, or undefined where it may be the account. */
function ruleOf(now: KeptFinding, facts: Facts): string | undefined {
  const [before, after] = [facts.old, facts.new].map(({ checks }) =>
    JSON.stringify(checks.get(now.check)?.parameters ?? {}),
  );
  if (before !== after) return `its parameters were ${before ?? ''} and are ${after ?? ''}`;
  const { version } = facts.old.head.tool;
  if (version === facts.new.head.tool.version || !isAnsweredAlike(now, facts)) return undefined;
  return `AWS answers as before; srm-scan ${version} judged it otherwise`;
}

/** Whether every answer that the verdict rests on is the same in both scans. */
function isAnsweredAlike({ evidence }: KeptFinding, facts: Facts): boolean {
  return (
    evidence.length > 0 &&
    evidence.every((id) => {
      const hash = facts.old.calls.get(id);
      return hash !== undefined && hash === facts.new.calls.get(id);
    })
  );
}

function about({ id, check, region, resource, severity }: KeptFinding) {
  return { id, check, region, arn: resource.arn, severity };
}

function refuseOtherAccount(old: KeptHead, now: KeptHead): void {
  const [before, after] = [old.scan.account.id, now.scan.account.id];
  if (before === after) return;
  throw new UserError(
    `the old report is of account ${before}, the new one of ${after}: compare reports of one account`,
  );
}

function newGapsOf(old: KeptHead, now: KeptHead): readonly string[] {
  const before = new Set(gapsOf(old).map(([call]) => call));
  const added = gapsOf(now).filter(([call]) => !before.has(call));
  return added.map(([call, reason]) => `${call} (${reason})`);
}

/** One for each Region. */
function gapsOf({ coverage }: KeptHead): readonly (readonly [call: string, reason: string])[] {
  return coverage.gaps.flatMap(({ service, operation, region, regions = [region], reason }) => {
    const call = service === '*' ? 'every call' : `${service}:${operation}`;
    return regions.map((each) => [`${call} in ${each}`, reason] as const);
  });
}

function noticesOf(old: KeptHead, now: KeptHead, newGaps: readonly string[]): readonly string[] {
  const notices = [];
  if (old.tool.version !== now.tool.version) {
    notices.push(
      `The rules are not the same: srm-scan ${old.tool.version}, then ${now.tool.version}. What AWS answers as before stands under "rule"; the rest may be of either.`,
    );
  }
  if (selectionText(old.scan) !== selectionText(now.scan)) {
    notices.push(
      'The scopes are not the same: the two scans were asked for other checks or Regions.',
    );
  }
  const missing = old.scan.regions.filter((region) => !now.scan.regions.includes(region));
  const added = now.scan.regions.filter((region) => !old.scan.regions.includes(region));
  if (missing.length > 0) notices.push(`Read by the old scan alone: ${missing.join(', ')}.`);
  if (added.length > 0) notices.push(`Read by the new scan alone: ${added.join(', ')}.`);
  if (newGaps.length > 0) {
    notices.push(
      `Without an answer now, and no gap of the old scan: ${listOf(newGaps, mostNamed)}.`,
    );
  }
  if (old.scan.status === 'partial') notices.push('The old scan ended early.');
  if (now.scan.status === 'partial') notices.push('The new scan ended early.');
  if (Date.parse(old.scan.startedAt) > Date.parse(now.scan.startedAt)) {
    notices.push('The new report is older than the old one.');
  }
  return notices;
}
