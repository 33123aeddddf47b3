import { resourcesOf, setCovers } from './coverage.ts';
import type { Condition, Policy, Statement } from './document.ts';
import { deniesPublic } from './principals.ts';
import { statementLabel } from './text.ts';

/** By which condition a Deny refuses requests without TLS; `always` for a Deny of everything. */
export type TlsRefusal = 'secure-transport' | 'tls-version' | 'always';

/** Whether a bucket policy refuses plain HTTP. */
export interface TlsReading {
  /**
   * `yes`: for the bucket and its objects by aws:SecureTransport. `objects-only`: the same for the objects alone.
   * `tls-version-only`: the objects are covered, but some of it rests on s3:TlsVersion. `no`: the objects are not covered.
   */
  readonly verdict: 'yes' | 'objects-only' | 'tls-version-only' | 'no';
  /** What refuses plain HTTP for calls on the bucket itself. */
  readonly bucket: TlsRefusal | undefined;
  /** What refuses plain HTTP for calls on objects. */
  readonly objects: TlsRefusal | undefined;
  readonly reasons: readonly string[];
}

const ALL_S3_ACTIONS = 's3:???*';
const OLDEST_GOOD_TLS = 1.2;

/**
 * Reads whether a bucket policy refuses requests without TLS. It takes a Deny of all S3 actions for everyone under the
 * one condition that aws:SecureTransport is false, or that s3:TlsVersion is below 1.2 or higher; AWS presents the latter
 * alone as enforcing HTTPS too (AWS re:Post, enforce TLS for S3 buckets; Security Hub S3.5 reads aws:SecureTransport
 * only). An Allow for secure requests refuses nothing.
 *
 * @param bucketArn for example `arn:aws:s3:::my-bucket`
 */
export function refusesPlainHttp(policy: Policy, bucketArn: string): TlsReading {
  const reasons: string[] = [];
  let bucket: TlsRefusal | undefined;
  let objects: TlsRefusal | undefined;
  for (const statement of policy.statements) {
    const refusal = refusalOf(statement);
    if (refusal === undefined) continue;
    if (typeof refusal === 'object') {
      reasons.push(`${statementLabel(statement)} ${refusal.why}`);
      continue;
    }
    const resources = resourcesOf(statement);
    const onBucket = setCovers(resources, bucketArn);
    const onObjects = setCovers(resources, `${bucketArn}/*`);
    if (onBucket) bucket = stronger(bucket, refusal);
    if (onObjects) objects = stronger(objects, refusal);
    reasons.push(`${statementLabel(statement)} ${reach(onBucket, onObjects, refusal)}`);
  }
  return { verdict: verdictOf(bucket, objects), bucket, objects, reasons };
}

function verdictOf(
  bucket: TlsRefusal | undefined,
  objects: TlsRefusal | undefined,
): TlsReading['verdict'] {
  if (objects === undefined) return 'no';
  if (objects === 'tls-version' || bucket === 'tls-version') return 'tls-version-only';
  return bucket === undefined ? 'objects-only' : 'yes';
}

function stronger(known: TlsRefusal | undefined, found: TlsRefusal): TlsRefusal {
  return known === undefined || known === 'tls-version' ? found : known;
}

function reach(onBucket: boolean, onObjects: boolean, refusal: TlsRefusal): string {
  const by = {
    'secure-transport': 'refuses requests without TLS (aws:SecureTransport)',
    'tls-version': 'refuses requests below a TLS version (s3:TlsVersion)',
    always: 'refuses every request',
  }[refusal];
  if (onBucket && onObjects) return `${by} to the bucket and its objects`;
  if (onObjects) return `${by} to the objects, but not to the bucket itself`;
  if (onBucket) return `${by} to the bucket itself, but not to its objects`;
  return `${by}, but to other resources than this bucket and its objects`;
}

/** What a statement does for TLS: a refusal, why it falls short, or undefined when it has nothing to do with it. */
function refusalOf(statement: Statement): TlsRefusal | { why: string } | undefined {
  const { effect, principal, actions, conditions } = statement;
  const about = conditions.filter(
    ({ key }) => key === 'aws:securetransport' || key === 's3:tlsversion',
  );
  if (effect === 'Allow') {
    return about.length > 0
      ? { why: 'only allows requests with TLS, and refuses none' }
      : undefined;
  }
  if (conditions.length > 0 && about.length === 0) return undefined;
  const complete =
    principal !== undefined &&
    principal.mode === 'only' &&
    deniesPublic(principal) &&
    setCovers(actions, ALL_S3_ACTIONS);
  if (conditions.length === 0) return complete ? 'always' : undefined;
  if (principal?.mode !== 'only' || !deniesPublic(principal)) {
    return { why: 'does not refuse plain HTTP to every principal' };
  }
  if (!complete) return { why: 'does not refuse plain HTTP for all S3 actions' };
  const [only] = about;
  if (only === undefined || conditions.length > 1) {
    return { why: 'refuses plain HTTP only while another condition holds' };
  }
  return refusalBy(only) ?? { why: 'has a condition that does not refuse plain HTTP' };
}

function refusalBy({ key, operator, values }: Condition): TlsRefusal | undefined {
  if (operator.quantifier === 'any' && operator.ifExists) return undefined;
  if (key === 'aws:securetransport') {
    const refused =
      operator.base === 'bool' && values.some((value) => value.toLowerCase() === 'false');
    return refused ? 'secure-transport' : undefined;
  }
  const versions = values.map(Number).filter((version) => !Number.isNaN(version));
  const highest = versions.reduce((most, version) => Math.max(most, version), -Infinity);
  const inclusive = operator.base === 'numericlessthanequals' && highest >= 1.1;
  const below = operator.base === 'numericlessthan' && highest >= OLDEST_GOOD_TLS;
  return below || inclusive ? 'tls-version' : undefined;
}
