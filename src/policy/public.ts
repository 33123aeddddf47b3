import { classify } from './action-classes.ts';
import type { AccessClasses } from './action-classes.ts';
import { readLimits } from './conditions.ts';
import type { LimitReading, PolicyKind } from './conditions.ts';
import { resourcesOf, setCovers } from './coverage.ts';
import { denialBy, type Left, publicDenies } from './denies.ts';
import type { PatternSet, Policy, Statement } from './document.ts';
import { allowsEveryone } from './principals.ts';
import { clauses, listed, statementLabel } from './text.ts';
import { type Work, workUpTo } from './work.ts';

/** Whose policy it is. */
export interface ResourcePolicyContext {
  /** The service prefix of the resource's actions: `s3`, `kms`, `sns`, `sqs`, `lambda`, `ecr`, `secretsmanager`, `events` ... */
  readonly service: string;
  /** For `s3`: whether the policy belongs to a bucket (if absent) or to an access point. */
  readonly holder?: 'bucket' | 'access-point';
  /**
   * The ARN of a resource that has no parts (topic, queue, key, secret). With it, statements that name the ARN and
   * statements that write `*` are known to speak of the same thing.
   */
  readonly arn?: string;
}

/** A statement that is open to everyone. */
export interface PublicStatement {
  readonly index: number;
  readonly sid: string | undefined;
  /** The actions as written, or with `NotAction` those left out. */
  readonly actions: readonly string[];
  /** What it really gives after the Denies of the policy. */
  readonly access: AccessClasses;
  /** Whether the Denies of the policy take all of it back. */
  readonly takenBack: boolean;
  /** One sentence for a report. */
  readonly reason: string;
}

/** Whether a resource policy lets in everyone. */
export interface PublicAccess {
  /** The verdict. For S3 it follows AWS's meaning of public, which reads the Allows alone. */
  readonly public: boolean;
  /**
   * False where our reading of a bucket policy may differ from what AWS or a caller would find: a Deny takes back a
   * public Allow, or the limit is one that AWS's rule does not name. Then AWS's own status is needed.
   */
  readonly certain: boolean;
  /** What everyone gets after Denies, over all open statements. */
  readonly access: AccessClasses;
  readonly statements: readonly PublicStatement[];
  /** Open principals that a condition limits, Denies that count, and what made the reading uncertain. */
  readonly notes: readonly string[];
}

const NOTHING: AccessClasses = { read: false, write: false, other: false };

/**
 * Reads whether a resource policy lets in everyone.
 *
 * An Allow is open when its principal takes in everyone and none of its conditions limits who calls or from where. For
 * services other than S3, a Deny takes it back when it names everyone (or everyone but named principals), has no
 * condition (or spares fixed callers only), and covers the Allow's actions and resources; what no Deny covers stays
 * open. For S3 the verdict is AWS's: one open Allow makes the policy public whatever Denies stand beside it (Amazon S3
 * user guide, "The meaning of public"); `access` still counts the Denies. A Lambda permission for the service principal
 * of S3 without aws:SourceAccount is open too, because bucket names can pass to other accounts (Security Hub Lambda.1).
 */
export function readPublicAccess(
  policy: Policy,
  context: ResourcePolicyContext,
  work: Work = workUpTo(),
): PublicAccess {
  const kind = kindOf(context);
  const about = statementsAbout(policy, context.arn);
  const denial = denialBy(publicDenies({ statements: about }, kind), work);
  const notes: string[] = [];
  const statements: PublicStatement[] = [];
  let certain = true;

  for (const statement of about.filter(({ effect }) => effect === 'Allow')) {
    if (statement.principal === undefined) {
      notes.push(`${statementLabel(statement)} names no principal`);
      certain = false;
      continue;
    }
    const everyone = allowsEveryone(statement.principal);
    if (!everyone && !opensToAnyBucket(statement, context)) continue;
    const limits = readLimits(statement.conditions, kind);
    if (everyone && limits.limited) {
      notes.push(`${statementLabel(statement)} is limited by ${listed(limits.keys)}`);
      if (context.service === 's3' && !limits.byLetter) {
        notes.push(`${statementLabel(statement)}: AWS may not count this limit`);
        certain = false;
      }
      continue;
    }
    const open = publicStatement(statement, denial.of(statement), context, limits, everyone);
    if (open.takenBack) {
      notes.push(`${statementLabel(statement)} is open, but a Deny takes all of it back`);
      if (context.service === 's3') certain = false;
    }
    if (!open.takenBack || context.service === 's3') statements.push(open);
  }
  return {
    public: statements.length > 0,
    certain,
    access: statements.map(({ access }) => access).reduce(joinAccess, NOTHING),
    statements,
    notes,
  };
}

function kindOf({ service, holder }: ResourcePolicyContext): PolicyKind {
  if (service !== 's3') return 'other';
  return holder === 'access-point' ? 'access-point' : 'bucket';
}

function statementsAbout(policy: Policy, arn: string | undefined): readonly Statement[] {
  if (arn === undefined) return policy.statements;
  return policy.statements.map((statement) =>
    setCovers(resourcesOf(statement), arn) ? { ...statement, resources: undefined } : statement,
  );
}

function publicStatement(
  statement: Statement,
  left: Left,
  context: ResourcePolicyContext,
  limits: LimitReading,
  everyone: boolean,
): PublicStatement {
  const takenBack = left.actions.mode === 'only' && left.actions.patterns.length === 0;
  const shown = takenBack ? statement.actions : left.actions;
  const who = everyone ? 'everyone' : 'Amazon S3 on behalf of any account';
  return {
    index: statement.index,
    sid: statement.sid,
    actions: shown.patterns.map(({ text }) => text),
    access: takenBack ? NOTHING : classify(context.service, left),
    takenBack,
    reason: `${statementLabel(statement)} allows ${actionsText(shown)} to ${who}${clauses(limits.ignored)}`,
  };
}

function actionsText(actions: PatternSet): string {
  const names = listed(actions.patterns.map(({ text }) => text));
  return actions.mode === 'only' ? names : `everything except ${names === '' ? 'nothing' : names}`;
}

function opensToAnyBucket(statement: Statement, { service }: ResourcePolicyContext): boolean {
  const named = statement.principal?.principals.some(
    ({ type, value }) => type === 'Service' && value === 's3.amazonaws.com',
  );
  if (service !== 'lambda' || named !== true) return false;
  const { keys } = readLimits(statement.conditions, 'other');
  return !keys.some((key) => key === 'aws:sourceaccount' || key === 'aws:sourceorgid');
}

function joinAccess(a: AccessClasses, b: AccessClasses): AccessClasses {
  return { read: a.read || b.read, write: a.write || b.write, other: a.other || b.other };
}
