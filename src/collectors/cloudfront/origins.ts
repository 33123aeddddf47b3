/** Where a distribution fetches what it does not have. */
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import type { Observed } from '../../observe/observed.ts';
import { itemsIn } from './wrapped.ts';

const protocolPolicies = ['http-only', 'https-only', 'match-viewer'] as const;
const sslProtocols = ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2'] as const;

/**
 * `s3`: a bucket, by the API of S3. `custom`: any server, websites of buckets and function URLs among them. `vpc`: a
 * resource of a VPC, whose protocol is set elsewhere.
 */
export interface Origin {
  readonly id: string;
  readonly domain: string;
  readonly kind: 's3' | 'custom' | 'vpc';
  /** Of an S3 origin the bucket; null where the domain names an access point, behind which the bucket is not told. */
  readonly bucket: Observed<string | null>;
  /** The id of its origin access control; empty where it has none. */
  readonly accessControl: Observed<string>;
  /** The older origin access identity of an S3 origin; empty where it has none. */
  readonly accessIdentity: Observed<string>;
  /** Of a custom origin. */
  readonly protocolPolicy: Observed<(typeof protocolPolicies)[number]>;
  /** What CloudFront may speak to a custom origin. */
  readonly sslProtocols: Observed<readonly (typeof sslProtocols)[number][]>;
}

/** API reference, "Origin", as far as it is needed. */
interface AnsweredOrigin {
  readonly Id: string | undefined;
  readonly DomainName: string | undefined;
  readonly OriginAccessControlId?: string | undefined;
  readonly S3OriginConfig?: { readonly OriginAccessIdentity?: string | undefined } | undefined;
  readonly CustomOriginConfig?:
    | {
        readonly OriginProtocolPolicy: string | undefined;
        readonly OriginSslProtocols?:
          | {
              readonly Quantity: number | undefined;
              readonly Items?: readonly string[] | undefined;
            }
          | undefined;
      }
    | undefined;
  readonly VpcOriginConfig?: object | undefined;
}

/** Reads one origin. Within `observe`: what cannot be understood makes the value unreadable. */
export function readOrigin(origin: AnsweredOrigin, members: Members): Origin {
  const { must, observe, unusable } = members;
  const custom = () => must(origin, 'CustomOriginConfig');
  return {
    id: must(origin, 'Id'),
    domain: must(origin, 'DomainName').toLowerCase(),
    kind: kindOf(origin, members),
    bucket: observe(() => bucketIn(must(origin, 'DomainName').toLowerCase(), unusable)),
    // "use an empty OriginAccessControlId element" where there is none: API reference, "Origin".
    accessControl: observe(
      () => origin.OriginAccessControlId ?? unusable('the answer lacks OriginAccessControlId'),
    ),
    accessIdentity: observe(
      () =>
        must(origin, 'S3OriginConfig').OriginAccessIdentity ??
        unusable('the answer lacks OriginAccessIdentity'),
    ),
    protocolPolicy: observe(() =>
      oneOf(must(custom(), 'OriginProtocolPolicy'), protocolPolicies, members),
    ),
    sslProtocols: observe(() =>
      itemsIn(must(custom(), 'OriginSslProtocols'), members).map((each) =>
        oneOf(each, sslProtocols, members),
      ),
    ),
  };
}

function kindOf(origin: AnsweredOrigin, { unusable }: Members): Origin['kind'] {
  if (origin.S3OriginConfig) return 's3';
  if (origin.CustomOriginConfig) return 'custom';
  if (origin.VpcOriginConfig) return 'vpc';
  return unusable(`nothing tells the kind of origin ${origin.Id}`);
}

/** The bucket that a domain of S3 names: `BUCKET.s3.amazonaws.com`, with or without its Region. */
function bucketIn(domain: string, unusable: Members['unusable']): string | null {
  if (/(-s3alias|--ol-s3)\.s3[.-]|\.s3-(accesspoint|object-lambda)\./.test(domain)) return null;
  const [, bucket] =
    /^(.+?)\.s3(?:[.-](?:dualstack\.)?[a-z]{2}[a-z0-9-]*-\d)?\.amazonaws\.com(?:\.cn)?$/.exec(
      domain,
    ) ?? [];
  return bucket ?? unusable(`${domain} names no bucket`);
}

/** Whether the domain is that of a Lambda function URL. */
export function isFunctionUrl(domain: string): boolean {
  return /\.lambda-url\.[a-z0-9-]+\.on\.aws$/.test(domain);
}
