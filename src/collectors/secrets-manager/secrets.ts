/** Secrets of Secrets Manager: what is known about each, and the policies that others come in by. No value is read. */
import type { SecretListEntry } from '@aws-sdk/client-secrets-manager';
import { isRegionName } from '../../aws/partitions.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import type { Observed, Read } from '../../observe/observed.ts';
import { policyIn } from '../../policy/document.ts';
import { GetResourcePolicy, ListSecrets } from './operations.ts';

export interface Secret extends Resource {
  /** The service that made the secret and keeps it, such as `rds`; null where the customer did. */
  readonly owner: string | null;
  /** The Region of the secret that this one is a copy of; null where it is no copy. */
  readonly replicaOf: Observed<string | null>;
  readonly created: Observed<Date>;
  /** The day, without a time; null where nobody ever read the secret in this Region. */
  readonly lastRead: Observed<Date | null>;
  /** Null where the secret does not rotate by itself. */
  readonly rotation: Observed<Rotation | null>;
  /** When it was rotated last, by a schedule or by hand; null where it never was. */
  readonly lastRotated: Observed<Date | null>;
}

/** How a secret rotates by itself. */
export interface Rotation {
  /** The latest moment of the next rotation; it stays in the past where rotation fails. */
  readonly dueBy: Observed<Date>;
  /** Days from one rotation to the next, which AWS reckons from the schedule. */
  readonly everyDays: Observed<number>;
}

/** The largest page of the operation. */
const secretsPerPage = 100;

/** Those that wait for their deletion are left out: nobody can read them. */
export const secrets = defineCollector({
  id: 'secrets-manager.secrets',
  service: 'secrets-manager',
  scope: 'regional',
  recordedAs: ['AWS::SecretsManager::Secret'],
  calls: [ListSecrets],
  gather: (aws) =>
    aws.list(
      ListSecrets,
      { MaxResults: secretsPerPage },
      'SecretList',
      (secret, members): Secret | readonly Secret[] =>
        secret.DeletedDate ? [] : secretOf(secret, aws.region, members),
    ),
});

/** What is left out: AWS Secrets Manager API reference, "SecretListEntry" and "DescribeSecret". */
function secretOf(secret: SecretListEntry, region: string, members: Members): Secret {
  const { must, field, observe, unusable } = members;
  return {
    arn: must(secret, 'ARN'),
    type: 'AWS::SecretsManager::Secret',
    name: must(secret, 'Name'),
    region,
    // Only secrets that another service keeps have an owner.
    owner: secret.OwningService ?? null,
    // A secret that was never replicated has no primary Region.
    replicaOf: observe(() => {
      const primary = secret.PrimaryRegion ?? region;
      if (primary === region) return null;
      return isRegionName(primary)
        ? primary
        : unusable(`PrimaryRegion is no Region: ${primary.slice(0, 40)}`);
    }),
    created: field(secret, 'CreatedDate'),
    // "This field is omitted if the secret has never been retrieved in the Region."
    lastRead: observe(() => secret.LastAccessedDate ?? null),
    // "If the secret has never been configured for rotation, Secrets Manager returns null."
    rotation: observe(() => (secret.RotationEnabled ? rotationOf(secret, members) : null)),
    // "This value is null if the secret hasn't ever rotated."
    lastRotated: observe(() => secret.LastRotatedDate ?? null),
  };
}

function rotationOf(secret: SecretListEntry, { must, field, observe }: Members): Rotation {
  return {
    dueBy: field(secret, 'NextRotationDate'),
    everyDays: observe(() => must(must(secret, 'RotationRules'), 'AutomaticallyAfterDays')),
  };
}

/** Who rotates a secret that is not rotated where it is listed, in words; undefined where its own settings decide. */
export function rotatedElsewhere(secret: Secret, read: Read): string | undefined {
  if (secret.owner !== null) return `${secret.owner} made the secret and decides when it rotates`;
  const primary = read(secret.replicaOf);
  return primary === null ? undefined : `it is a copy, and rotates with the secret in ${primary}`;
}

/** The resource policy of each secret; null where it has none: the answer leaves the member out then. */
export const secretPolicies = defineCollector({
  id: 'secrets-manager.policies',
  service: 'secrets-manager',
  scope: 'regional',
  calls: [GetResourcePolicy],
  needs: { secrets },
  gather: (aws, given) =>
    perResource(given.secrets.items, ({ arn: SecretId }) =>
      aws.get(GetResourcePolicy, { SecretId }, (answer, members) => {
        // An answer without its name is a broken one, and says nothing of a policy.
        members.must(answer, 'ARN');
        return answer.ResourcePolicy === undefined
          ? null
          : policyIn(answer.ResourcePolicy, members);
      }),
    ),
});
