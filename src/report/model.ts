/**
 * The report: one plain data model that every reporter reads and nothing else. Published as a JSON Schema
 * (docs/report.schema.json). The names are a contract with users' scripts; see CONTRIBUTING.md before changing one.
 */
import type { CallLine } from '../aws/evidence/call-line.ts';
import type { EvidenceSeal } from '../aws/evidence/evidence-seal.ts';
import type {
  ControlIds,
  ControlLink,
  FrameworkId,
  Relation,
  Settings,
} from '../frameworks/index.ts';
import type { Remedy } from '../judge/remedy.ts';
import type { Outcome, Owner, Severity } from '../judge/terms.ts';
import type { SetParameters } from '../judge/parameter.ts';
import type { Selection } from '../plan/asked.ts';
import type { UnreadableReason } from '../observe/observed.ts';
import type { Attestation, AttestationLine, Material, MuteLine } from './living.ts';

export const reportSchema = 'srm-scan/report/2';

export type { CallLine } from '../aws/evidence/call-line.ts';
export type { Attestation, AttestationLine, Material, Mute, MuteLine } from './living.ts';
export { failCounts } from '../frameworks/relation.ts';
export { outcomes, owners, severities } from '../judge/terms.ts';
export type { Outcome, Owner, Severity } from '../judge/terms.ts';

/** All of a report but what grows with the account. */
export interface ReportHead {
  readonly schema: typeof reportSchema;
  readonly tool: { readonly name: 'srm-scan'; readonly version: string };
  /**
   * By what rules the report was judged: SHA-256 (hex) over the code of the engine and of every check, as manifest.json has
   * it. Left out where it is not known.
   */
  readonly rules?: string;
  readonly scan: ScanInfo;
  readonly coverage: Coverage;
  readonly summary: Summary;
  readonly responsibilities: readonly ResponsibilityLine[];
  readonly checks: readonly CheckLine[];
  /** What the findings say of the controls of frameworks. */
  readonly controls: readonly ControlLine[];
  /**
   * Other accounts that policies let in, of what was read anyway; nothing is judged by it. Left out where the scan was asked for
   * none of these policies.
   */
  readonly letIn?: LetIn;
  /** What owners accept, entry by entry as the mute file has it; left out where no mute file was given. */
  readonly mutes?: readonly MuteLine[];
  /** What persons attest, entry by entry as the attestation file has it; left out where none was given. */
  readonly attestations?: readonly AttestationLine[];
}

/** Which other accounts the policies of resources let in by their ids. */
export interface LetIn {
  /** CloudFormation types of the resources whose policies were looked at. */
  readonly kinds: readonly string[];
  /** Policies, lists of resources, kinds and Regions that could not be read, or were not asked for: they may let in others. */
  readonly unread: number;
  /** The first 1000 of them, by id. */
  readonly accounts: readonly {
    readonly account: string;
    /** How many resources let it in. */
    readonly count: number;
    /** ARNs of the first 20 of them. */
    readonly resources: readonly string[];
  }[];
  /** Accounts that are let in besides. */
  readonly further: number;
}

/**
 * A report as report.json holds it. Its `responsibilities` are those of the services that are in use, or may be; every
 * other service of the matrix has one line in `otherServices`.
 */
export interface Report extends ReportHead {
  readonly otherServices: readonly OtherService[];
  readonly calls: readonly CallLine[];
  readonly findings: readonly Finding[];
}

/**
 * A report as a scan gives it and every reporter reads it: half a million findings are gone through one by one, as often
 * as need be, and never stand in memory as a whole.
 */
export interface ReportReader extends ReportHead {
  /** How many there are. */
  readonly totals: { readonly calls: number; readonly findings: number };
  /** What came of each check, by its id. One that found nothing to say is not there. */
  readonly byCheck: ReadonlyMap<string, CheckTally>;
  /** By id. */
  calls(): Iterable<CallLine>;
  /** Failures first, the gravest first; then by check, Region and ARN. */
  findings(): Iterable<Finding>;
}

/** The type of what is said of the account itself, or of a whole list. */
export const accountType = 'AWS::::Account';

export interface CheckTally {
  readonly counts: Readonly<Partial<Record<Outcome, number>>>;
  /** Of `counts.fail`, those that their owners accepted; left out where there are none. */
  readonly muted?: number;
  /** Its failures by their own severities, which need not be the check's. They add up to `counts.fail`. */
  readonly failures: Readonly<Partial<Record<Severity, number>>>;
  /** Of `failures`, those of a resource that is in use: neither latent, nor a setting of the account. */
  readonly live: Readonly<Partial<Record<Severity, number>>>;
}

export interface ScanInfo {
  /** Stable for one run: derived from the account and the start time. */
  readonly id: string;
  /** The account is the sample company of the demo: nothing of the report is about an account of anybody's. */
  readonly sample?: true;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** `partial` when a deadline or a signal ended the reading or the judging before its end. */
  readonly status: 'complete' | 'partial';
  /** Why a partial scan ended early. */
  readonly endedBy?: string;
  /**
   * Where one function had not the time to read all: the parts of the reading, in their order. `startedAt` is that of the
   * first; what depends on the time is judged by it.
   */
  readonly parts?: readonly ReadingPart[];
  /** `alias` is null when the account has none, when it could not be read, and when nothing of IAM was asked for. */
  readonly account: { readonly id: string; readonly alias: string | null };
  readonly partition: string;
  /** ARN of the identity that scanned. */
  readonly principal: string;
  /** Those of the scope in which a call was answered. Every other Region of the account is skipped, with the reason. */
  readonly regions: readonly string[];
  readonly skippedRegions: readonly { readonly region: string; readonly reason: string }[];
  /** Of a scan of the active Regions (`--regions active`): which those are, and what was left out in the others. */
  readonly activity?: Activity;
  /** What the user chose, so that a reader knows what was not asked for. */
  readonly selection: Selection;
  /** Every parameter of a selected check that was not the default. */
  readonly parameters: readonly ParameterLine[];
  /** Of the evidence that was kept of the scan, or that was judged: where its chain ends, and how many calls it binds. */
  readonly evidence?: EvidenceSeal;
  /** Each file that was read beside it: configuration, mutes, attestations; left out where there was none. */
  readonly materials?: readonly Material[];
}

/** What one function read. Times are ISO 8601, UTC. */
export interface ReadingPart {
  readonly startedAt: string;
  readonly finishedAt: string;
  /** How many calls it sent. One that was lost at the end of a part was sent in the next one as well. */
  readonly calls: number;
}

/** In which Regions something is deployed, by AWS Config. */
export interface Activity {
  /** Every Region of `scan.regions`. */
  readonly regions: readonly RegionActivity[];
  /**
   * The checks that judged nothing in some Regions, since AWS Config counts there nothing that they would judge. Every other
   * check was asked for in every Region. Nothing of a Region is left out that is not `not-active`.
   */
  readonly leftOut: readonly {
    readonly regions: readonly string[];
    readonly checks: readonly string[];
  }[];
}

export interface RegionActivity {
  readonly region: string;
  /** `not-known`: what AWS Config says there proves nothing, so the Region was read whole, as the active ones were. */
  readonly state: 'active' | 'not-active' | 'not-known';
  /** Why, in half a sentence. */
  readonly because: string;
  /** When AWS Config counted, ISO 8601, UTC; left out where its count was not asked for or could not be used. */
  readonly countedAt?: string;
  /** Ids of the calls that say so. */
  readonly evidence: readonly string[];
}

export interface ParameterLine {
  readonly check: string;
  readonly parameter: string;
  readonly value: Settings[string];
  readonly default: Settings[string];
  /** `framework`: the frameworks that were chosen name it. */
  readonly from: 'user' | 'framework';
}

export interface Coverage {
  readonly calls: {
    readonly planned: number;
    readonly ok: number;
    readonly denied: number;
    readonly throttled: number;
    readonly failed: number;
    readonly skipped: number;
  };
  readonly gaps: readonly Gap[];
  /** What would allow the calls that were denied, to be pasted into an IAM policy; left out where no permission is missing. */
  readonly missingPermissions?: MissingPermissions;
}

/** A statement of an IAM policy. */
export interface MissingPermissions {
  readonly Effect: 'Allow';
  /** Each once, sorted. */
  readonly Action: readonly string[];
  readonly Resource: '*';
}

/**
 * One kind of call that gave no usable answer for one cause, the Regions where that was so, and the checks that are the
 * poorer for it.
 */
export interface Gap {
  /** `*` when the whole Region was lost for one cause: it is closed, silent, not enabled, or was not come to. */
  readonly service: string;
  /** The operation; for a `fault` the collector or the check that broke. */
  readonly operation: string;
  /** The Region; `*` where there are several. */
  readonly region: string;
  /** Every Region where it was so, by name. */
  readonly regions: readonly string[];
  /** `fault`: no call is to blame; a collector or a check of the scanner itself broke. */
  readonly reason: UnreadableReason | 'fault';
  /** Our words, then AWS's own. */
  readonly cause: string;
  /** What to do about it. */
  readonly cure: string;
  /** The permission that the call needs; empty where no permission would help. */
  readonly iamAction: string;
  /** How many calls were lost so. */
  readonly count: number;
  readonly checks: readonly string[];
}

export interface Summary {
  /** All findings. */
  readonly byOutcome: Readonly<Record<Outcome, number>>;
  /** The customer's failed findings. */
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byOwner: Readonly<Record<Owner, number>>;
  /** The customer's alone: `of` counts pass, fail and unknown; `passed` counts pass. */
  readonly score: { readonly passed: number; readonly of: number };
  /** Those of `bySeverity` that their owners accepted; left out where there are none. */
  readonly muted?: Readonly<Record<Severity, number>>;
}

export type ResponsibilityStatus =
  | 'out-of-scope'
  | 'assessed'
  | 'partly-assessed'
  | 'nothing-to-assess'
  | 'attestation'
  | 'not-assessed'
  | 'unknown';

export interface ResponsibilityLine {
  /** `<service>.<layer>` */
  readonly id: string;
  readonly service: string;
  readonly serviceName: string;
  readonly category: string;
  readonly layer: string;
  readonly layerName: string;
  readonly owner: 'aws' | 'customer' | 'shared';
  readonly awsPart: string;
  readonly customerPart: string;
  readonly assurance: string;
  readonly source: string;
  readonly status: ResponsibilityStatus;
  /** Why the status is what it is, in a sentence. */
  readonly note: string;
  /**
   * `yes`: the scan found a resource of the service, or judged a setting of the account that belongs to it. `no`: it
   * looked and found neither. `unknown`: it could not read. `not-looked-for`: nothing of the service was asked for.
   */
  readonly inUse: InUse;
  /** What a person must answer, since no AWS API tells; also where checks read the rest. */
  readonly attestation?: string;
  /** What an auditor would want to see with the answer. */
  readonly wanted?: string;
  /** The attestation that was in force when the scan began. It changes no status: nobody but the person has looked. */
  readonly attested?: Omit<Attestation, 'question' | 'account'>;
  /** What of the customer's part checks read, and what came of it in this scan. */
  readonly reads: readonly PartRead[];
  /** What of it no check reads, in words. */
  readonly unread: readonly string[];
  /** Where the kind of the resource moves the split: each kind, and whether it is in use. */
  readonly kinds?: readonly KindLine[];
  readonly checks: readonly string[];
  readonly counts: Readonly<Partial<Record<Outcome, number>>>;
}

/** A service of the matrix of which nothing was found, or that was not looked for. */
export interface OtherService {
  readonly service: string;
  readonly serviceName: string;
  readonly category: string;
  readonly inUse: 'no' | 'not-looked-for';
  /** How many of its responsibilities have which status. */
  readonly statuses: Readonly<Partial<Record<ResponsibilityStatus, number>>>;
}

export type InUse = 'yes' | 'no' | 'unknown' | 'not-looked-for';

export interface PartRead {
  /** In words that follow "what is read is". */
  readonly part: string;
  readonly checks: readonly string[];
  /** `read`: judged. `nothing`: read, and nothing there to judge. `unknown`: not all of it could be read. `not-asked`: not all of its checks were selected. */
  readonly state: 'read' | 'nothing' | 'unknown' | 'not-asked';
}

export interface KindLine {
  readonly name: string;
  readonly owner: 'aws' | 'customer' | 'shared';
  readonly awsPart: string;
  readonly customerPart: string;
  readonly inUse: InUse;
}

export interface CheckLine {
  readonly id: string;
  /** With the parameters in use. */
  readonly title: string;
  /** It is a check of the user's own (`--checks-dir`), and not of srm-scan. */
  readonly custom?: true;
  readonly severity: Severity;
  /** Why it is not the severity that AWS gives its own control; left out where it is. */
  readonly severityReason?: string;
  readonly service: string;
  /** What is judged: the list of resources, and the service of the matrix that they belong to. */
  readonly judges: { readonly list: string; readonly service: string };
  /** Those that are not the default. */
  readonly parameters?: SetParameters;
  /** Id of the responsibility that the check assesses. */
  readonly responsibility: string;
  /** The ids of `claims`, by framework. */
  readonly controls: ControlIds;
  /** How what the check asks for stands to what each of the controls asks for. */
  readonly claims: readonly ControlLink[];
  readonly why: string;
  readonly fix: string;
  readonly link: string;
  /** The same fix step by step, as far as it is known to work. */
  readonly remedy?: Remedy;
}

/**
 * `supports`: what was found bears upon the control and decides it neither way. `not-assessed`: no check of the scan found
 * anything to say of it. The others are as the outcomes of findings, over everything that the scan read.
 */
export const controlStandings = [
  'pass',
  'fail',
  'unknown',
  'manual',
  'not-applicable',
  'supports',
  'not-assessed',
] as const;
export type ControlStanding = (typeof controlStandings)[number];

/**
 * What a standing comes to for a reader, and what there is to say of a control that no check bears upon. `aws`: it is AWS's
 * alone, so out of scope.
 */
export const controlStates = [
  'met',
  'not-met',
  'partly-read',
  'to-attest',
  'aws',
  'no-check',
] as const;
export type ControlState = (typeof controlStates)[number];

/**
 * Why nothing was checked. `procedural`, `not-readable`, `not-built`: see src/frameworks/beyond. `nothing-found`: its checks
 * found nothing that they apply to. `left-out`: the scan was asked for a part of the checks.
 */
export const noCheckKinds = [
  'procedural',
  'not-readable',
  'not-built',
  'nothing-found',
  'left-out',
] as const;
export type NoCheckKind = (typeof noCheckKinds)[number];

export interface ControlLine {
  readonly framework: FrameworkId;
  readonly control: string;
  readonly title: string;
  readonly standing: ControlStanding;
  readonly state: ControlState;
  /** Why it is in that state; not of what is met or not met, which the findings say, but for failures that are accepted. */
  readonly reason?: string;
  /** Of `no-check` only. */
  readonly noCheck?: NoCheckKind;
  /** Failures of its checks that their owners accepted, each of them a failure all the same; left out where there are none. */
  readonly accepted?: number;
  /** The checks of the scan that bear upon it, and how each stands to it with the values that it was judged with. */
  readonly checks: readonly { readonly check: string; readonly relation: Relation }[];
}

export interface Finding {
  /** Stable between scans: made of account, region, check and resource. */
  readonly id: string;
  readonly check: string;
  /** Of the check, with the parameters in use: what holds when it passes. */
  readonly title: string;
  /** The service of the matrix whose responsibility is assessed: Aurora, where a check of RDS judges one of its clusters. */
  readonly service: string;
  readonly outcome: Outcome;
  readonly severity: Severity;
  /** Where the severity is not that of the check: which that is, and why this case is lighter or graver. */
  readonly regraded?: { readonly from: Severity; readonly because: string };
  readonly owner: Owner;
  readonly account: string;
  /** `global` for services without regions. */
  readonly region: string;
  /** The fault is there but nothing uses it, such as an open security group without an interface. */
  readonly latent?: true;
  /** The kind of the resource, where it moves the split of responsibilities. */
  readonly kind?: string;
  /** Those of the check that are not the default. */
  readonly parameters?: SetParameters;
  readonly resource: { readonly arn: string; readonly type: string; readonly name: string };
  /** Of the resource, by key, where tags were asked for and AWS told them. Nothing is said where it told none. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly reasons: readonly string[];
  /** Ids of the calls that the verdict rests on. */
  readonly evidence: readonly string[];
  /** Only of failures: who accepts it, and until when. It is no pass. */
  readonly muted?: { readonly reason: string; readonly owner: string; readonly until: string };
}
