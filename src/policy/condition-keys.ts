/** What a value of a condition key must look like to name a fixed set of callers or places. */
export type ValueShape =
  | 'exact'
  | 'organization-path'
  | 'account-arn'
  | 'access-point-arn'
  | 'source-arn'
  | 'address-range'
  | 'user-id';

/** A condition key that can limit who calls, or from where. */
export interface LimitingKey {
  readonly shape: ValueShape;
  /** Whether AWS names the key in its rule of when a bucket policy is not public. */
  readonly listedByS3: boolean;
  /** Where the key means anything; everywhere if absent. */
  readonly only?: 'trust' | 'bucket';
  /** Whether the value is, or contains, the account of the caller or of the resource that AWS calls for. */
  readonly namesAccount: boolean;
  /** Whether every request has the key, so that `...IfExists` and `ForAllValues:` ask as much as the bare operator. */
  readonly always?: true;
  /** The documentation that defines the key. */
  readonly source: string;
}

const GLOBAL = 'IAM user guide, AWS global condition context keys';
const S3_PUBLIC = 'Amazon S3 user guide, Blocking public access, The meaning of public';
const S3_KEYS = 'Service Authorization Reference, Amazon S3';

/**
 * The keys that limit who may use an open principal, by name in lower case. A key that is not here does not limit:
 * `aws:ResourceAccount` is true for every caller of the resource, `aws:SecureTransport` says how and not who,
 * `aws:UserAgent` and `aws:Referer` are whatever the caller writes, `aws:PrincipalTag/*` and `aws:username` can be
 * had in any account, `aws:VpcSourceIp` is free to choose in a VPC of one's own, and `kms:ViaService` leaves the
 * account open.
 */
export const LIMITING_KEYS: ReadonlyMap<string, LimitingKey> = new Map<string, LimitingKey>([
  ['aws:principalorgid', key('exact', true, false, S3_PUBLIC)],
  ['aws:principalorgpaths', key('organization-path', true, false, GLOBAL)],
  ['aws:principalaccount', { ...key('exact', true, true, GLOBAL), always: true }],
  ['aws:principalarn', key('account-arn', true, true, GLOBAL)],
  ['aws:principalservicename', key('exact', true, false, GLOBAL)],
  ['aws:sourceip', key('address-range', true, false, S3_PUBLIC)],
  ['aws:sourcearn', key('source-arn', true, false, S3_PUBLIC)],
  ['aws:sourcevpc', key('exact', true, false, S3_PUBLIC)],
  ['aws:sourcevpce', key('exact', true, false, S3_PUBLIC)],
  ['aws:sourceowner', key('exact', true, true, S3_PUBLIC)],
  ['aws:sourceaccount', key('exact', true, true, S3_PUBLIC)],
  ['aws:userid', key('user-id', true, false, S3_PUBLIC)],
  ['aws:sourceorgid', key('exact', false, false, GLOBAL)],
  ['aws:sourceorgpaths', key('organization-path', false, false, GLOBAL)],
  ['aws:sourcevpcarn', key('account-arn', false, false, GLOBAL)],
  ['aws:vpceaccount', key('exact', false, false, GLOBAL)],
  ['aws:vpceorgid', key('exact', false, false, GLOBAL)],
  ['aws:vpceorgpaths', key('organization-path', false, false, GLOBAL)],
  [
    'kms:calleraccount',
    { ...key('exact', false, true, 'AWS KMS developer guide, Condition keys'), always: true },
  ],
  ['s3:dataaccesspointaccount', { ...key('exact', true, true, S3_KEYS), only: 'bucket' }],
  ['s3:dataaccesspointarn', { ...key('access-point-arn', true, true, S3_PUBLIC), only: 'bucket' }],
  [
    'sts:externalid',
    {
      ...key('exact', false, false, 'IAM user guide, Access to accounts owned by third parties'),
      only: 'trust',
    },
  ],
]);

function key(
  shape: ValueShape,
  listedByS3: boolean,
  namesAccount: boolean,
  source: string,
): LimitingKey {
  return { shape, listedByS3, namesAccount, source };
}
