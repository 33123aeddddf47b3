/** An OpenID Connect issuer whose tokens all its customers get, and the claims that tell the customers apart. */
export interface SharedIssuer {
  /** The issuer's URL without `https://`, in lower case; a trailing `/` stands for everything below it. */
  readonly issuer: string;
  readonly name: string;
  /** Claims that name a tenant, with the condition key's last part as name; any one of them is enough. */
  readonly claims: readonly TenantClaim[];
}

/** A claim that names a tenant. */
export interface TenantClaim {
  /** The part of the condition key behind the issuer, or a whole key such as `sts:rolesessionname`. */
  readonly claim: string;
  /** What the value must have in front of its first wildcard; without it the value must have no wildcard. */
  readonly tenant?: RegExp;
  /** Whether also a value without wildcards must match `tenant`, because customers shape the claim themselves. */
  readonly always?: boolean;
}

const KEY_VALUE = /^[^:*?]+:[^:/*?]+[:/]/;
const ORGANIZATION = /^organization:[^:*?]+:/;

// The owner must be named, since repositories can shape their own subject: one that only says
// `environment:production` is to be had by every repository of GitHub.
const GITHUB_SUBJECT =
  /(?:^|:)(?:(?:repo|repository):[^:/*?]+\/|(?:repository_id|repository_owner|repository_owner_id|enterprise|enterprise_id):[^:*?]+(?::|$))/;

const GITHUB_CLAIMS: readonly TenantClaim[] = [
  { claim: 'sub', tenant: GITHUB_SUBJECT, always: true },
  { claim: 'repository', tenant: /^[^/*?]+\// },
  { claim: 'repository_id' },
  { claim: 'repository_owner' },
  { claim: 'repository_owner_id' },
  { claim: 'enterprise' },
  { claim: 'enterprise_id' },
];

const SUBJECT: readonly TenantClaim[] = [{ claim: 'sub', tenant: KEY_VALUE }];

/**
 * Issuers that are shared by all customers of a vendor. The first part is AWS's own list (IAM user guide,
 * "Identity-provider controls for shared OIDC providers"), for which IAM refuses new trust policies without the named
 * claim, but leaves older ones as they are; then those built into IAM ("Available keys for AWS OIDC federation") and
 * the general address of CircleCI. The issuer of an EKS cluster, of a Bitbucket workspace or of one CircleCI
 * organisation belongs to one customer and is not here. Reviewed on 2026-11-22.
 */
const SHARED_ISSUERS: readonly SharedIssuer[] = [
  { issuer: 'token.actions.githubusercontent.com', name: 'GitHub Actions', claims: GITHUB_CLAIMS },
  { issuer: 'vstoken.actions.githubusercontent.com', name: 'GitHub', claims: GITHUB_CLAIMS },
  {
    issuer: 'oidc-configuration.audit-log.githubusercontent.com',
    name: 'GitHub audit log streaming',
    claims: [{ claim: 'sub' }],
  },
  {
    issuer: 'gitlab.com',
    name: 'GitLab.com',
    claims: [{ claim: 'sub', tenant: /^project_path:[^:/*?]+\// }],
  },
  {
    issuer: 'app.terraform.io',
    name: 'HCP Terraform',
    claims: [{ claim: 'sub', tenant: ORGANIZATION }],
  },
  {
    issuer: 'agent.buildkite.com',
    name: 'Buildkite',
    claims: [{ claim: 'sub', tenant: ORGANIZATION }],
  },
  { issuer: 'oidc.codefresh.io', name: 'Codefresh', claims: SUBJECT },
  { issuer: 'studio.datachain.ai/api', name: 'DVC Studio', claims: SUBJECT },
  { issuer: 'scalr.io', name: 'Scalr', claims: SUBJECT },
  { issuer: 'tokens.cloud.shisho.dev', name: 'Shisho Cloud', claims: SUBJECT },
  { issuer: 'proidc.upbound.io', name: 'Upbound', claims: SUBJECT },
  {
    issuer: 'oidc.vercel.com',
    name: 'Vercel',
    claims: [{ claim: 'aud' }, { claim: 'sub', tenant: /^owner:[^:*?]+:/ }],
  },
  { issuer: 'api.pulumi.com/oidc', name: 'Pulumi Cloud', claims: [{ claim: 'aud' }] },
  { issuer: 'sandboxes.cloud', name: 'sandboxes.cloud', claims: [{ claim: 'aud' }] },
  {
    issuer: 'rh-oidc.s3.us-east-1.amazonaws.com/',
    name: 'IBM Turbonomic',
    claims: [{ claim: 'sub' }],
  },
  {
    issuer: 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d',
    name: 'Microsoft Sentinel',
    claims: [{ claim: 'sts:rolesessionname' }],
  },
  {
    issuer: 'cognito-identity.amazonaws.com',
    name: 'Amazon Cognito identity pools',
    claims: [{ claim: 'aud' }],
  },
  {
    issuer: 'accounts.google.com',
    name: 'Google',
    claims: [{ claim: 'aud' }, { claim: 'oaud' }, { claim: 'sub' }],
  },
  { issuer: 'www.amazon.com', name: 'Login with Amazon', claims: [{ claim: 'app_id' }] },
  { issuer: 'graph.facebook.com', name: 'Facebook', claims: [{ claim: 'app_id' }] },
  {
    issuer: 'oidc.circleci.com',
    name: 'CircleCI',
    claims: [{ claim: 'sub', tenant: /^org\/[^/*?]+\// }],
  },
];

/** Finds a shared issuer by its URL without scheme; undefined for issuers of one customer. */
export function sharedIssuer(url: string): SharedIssuer | undefined {
  const wanted = withoutSlashes(url.toLowerCase());
  return SHARED_ISSUERS.find(({ issuer }) =>
    issuer.endsWith('/') ? wanted.startsWith(issuer) : wanted === issuer,
  );
}

/** A URL without the slashes at its end. No regular expression: they go back over every run of slashes in between. */
export function withoutSlashes(url: string): string {
  let end = url.length;
  while (url[end - 1] === '/') end -= 1;
  return url.slice(0, end);
}
