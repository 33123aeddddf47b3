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
  readonly shaped?: boolean;
  /** Whether some tokens lack the claim. */
  readonly optional?: boolean;
}

const KEY_VALUE = /^[^:*?]+:[^:/*?]+[:/]/;
const ORGANIZATION = /^organization:[^:*?]+:/;

// The owner must be named, since repositories can shape their own subject: one that only says
// `environment:production` is to be had by every repository of GitHub. In the newer form ids follow the names:
// `repo:acme@1234/site@5678:ref:…` (GitHub docs, "OpenID Connect", immutable subject claims).
const GITHUB_SUBJECT =
  /(?:^|:)(?:(?:repo|repository):[^:/@*?]+[/@]|repository_owner:[^:@*?]+(?:[:@]|$)|(?:repository_id|repository_owner_id|enterprise|enterprise_id):[^:*?]+(?::|$))/;

const GITHUB_CLAIMS: readonly TenantClaim[] = [
  { claim: 'sub', tenant: GITHUB_SUBJECT, shaped: true },
  { claim: 'repository', tenant: /^[^/@*?]+[/@]/ },
  { claim: 'repository_id' },
  { claim: 'repository_owner' },
  { claim: 'repository_owner_id' },
  { claim: 'enterprise', optional: true },
  { claim: 'enterprise_id', optional: true },
];

const EXACT_SUBJECT: readonly TenantClaim[] = [{ claim: 'sub' }];
const COGNITO = 'Amazon Cognito identity pools';

// The addresses for every tenant, for every organisation and for every personal account, and the tenant that all
// personal accounts share (Microsoft identity platform, "OpenID Connect"). The audience of an application is open to
// tokens of other tenants, so only the subject, a user or workload seen from one application, tells them apart.
const MICROSOFT = 'Microsoft';
const PERSONAL_ACCOUNTS = '9188040d-6c67-4c5b-b112-36a304b66dad';
const MICROSOFT_ISSUERS = [
  ...['common', 'organizations', 'consumers', PERSONAL_ACCOUNTS].flatMap((tenant) =>
    [tenant, `${tenant}/v2.0`].map((path) => `login.microsoftonline.com/${path}`),
  ),
  `sts.windows.net/${PERSONAL_ACCOUNTS}`,
  'login.microsoftonline.us/common/v2.0',
  'login.microsoftonline.us/organizations/v2.0',
];

const SUBJECT: readonly TenantClaim[] = [{ claim: 'sub', tenant: KEY_VALUE }];

/**
 * Issuers that are shared by all customers of a vendor. The first part is AWS's own list (IAM user guide,
 * "Identity-provider controls for shared OIDC providers"), for which IAM refuses new trust policies without the named
 * claim, but leaves older ones as they are; then those built into IAM ("Available keys for AWS OIDC federation") in each
 * partition, and the general addresses of CircleCI, Modal, Apple and Microsoft. The issuer of an EKS or OpenShift
 * cluster, of a Bitbucket workspace, of one CircleCI organisation or of one tenant of Microsoft belongs to one customer
 * and is not here. Reviewed on 2026-11-26.
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
  { issuer: 'rh-oidc.s3.us-east-1.amazonaws.com/', name: 'IBM Turbonomic', claims: EXACT_SUBJECT },
  // Of OpenShift's many clusters, each with an issuer of its own, these two are Turbonomic's.
  {
    issuer: 'oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb',
    name: 'IBM Turbonomic',
    claims: EXACT_SUBJECT,
  },
  {
    issuer: 'oidc.op1.openshiftapps.com/2c51blsaqa9gkjt0o9rt11mle8mmropu',
    name: 'IBM Turbonomic',
    claims: EXACT_SUBJECT,
  },
  {
    issuer: 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d',
    name: 'Microsoft Sentinel',
    claims: [{ claim: 'sts:rolesessionname' }],
  },
  { issuer: 'cognito-identity.amazonaws.com', name: COGNITO, claims: [{ claim: 'aud' }] },
  { issuer: 'cognito-identity-us-gov.amazonaws.com', name: COGNITO, claims: [{ claim: 'aud' }] },
  {
    issuer: 'cognito-identity.cn-north-1.amazonaws.com.cn',
    name: COGNITO,
    claims: [{ claim: 'aud' }],
  },
  {
    issuer: 'accounts.google.com',
    name: 'Google',
    claims: [{ claim: 'aud' }, { claim: 'oaud', optional: true }, { claim: 'sub' }],
  },
  { issuer: 'www.amazon.com', name: 'Login with Amazon', claims: [{ claim: 'app_id' }] },
  { issuer: 'graph.facebook.com', name: 'Facebook', claims: [{ claim: 'app_id' }] },
  {
    issuer: 'oidc.circleci.com',
    name: 'CircleCI',
    claims: [{ claim: 'sub', tenant: /^org\/[^/*?]+\// }],
  },
  {
    issuer: 'oidc.modal.com',
    name: 'Modal',
    claims: [{ claim: 'sub', tenant: /^modal:workspace_id:[^:*?]+:/ }],
  },
  {
    issuer: 'appleid.apple.com',
    name: 'Sign in with Apple',
    claims: [{ claim: 'aud' }, { claim: 'sub' }],
  },
  ...MICROSOFT_ISSUERS.map((issuer) => ({ issuer, name: MICROSOFT, claims: EXACT_SUBJECT })),
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
