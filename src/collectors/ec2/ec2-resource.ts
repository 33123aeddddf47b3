/** What the collectors of EC2's API share. */
import type { Aws, Members } from '../../aws/reads.ts';
import type { Resource } from '../../collect/collector.ts';
import { type Listed, Observed } from '../../observe/observed.ts';

/** Large enough that most accounts need one page, and allowed by every operation that does not say otherwise. */
export const pageSize = 500;

type Place = Pick<Aws, 'account' | 'partition' | 'region'>;

/**
 * A resource whose ARN EC2 forms from its kind and id.
 *
 * @param kind as the ARN spells it, such as `security-group`
 * @param type CloudFormation type name
 */
export function ec2Resource(aws: Place, kind: string, type: string, id: string): Resource {
  return {
    // Joined: a template's text stays in its pieces, which take three times the memory.
    arn: ['arn', aws.partition, 'ec2', aws.region, aws.account, `${kind}/${id}`].join(':'),
    type,
    name: id,
    region: aws.region,
  };
}

/** The account that owns something. What is no account id tells nobody's, and must not pass for another account's. */
export function ownerOf(
  of: { readonly OwnerId?: string | undefined },
  { must, unusable }: Members,
): string {
  const owner = must(of, 'OwnerId');
  return /^\d{12}$/.test(owner) ? owner : unusable(`OwnerId is no account: ${owner.slice(0, 40)}`);
}

/**
 * Parts of a VPC that another account shares are that account's to configure; VPCs are shared within an organisation
 * only (VPC user guide, "Share your VPC subnets with other accounts").
 */
export function managedByOwner(aws: Place, owner: string): Pick<Resource, 'managed'> {
  if (owner === aws.account) return {};
  const reason = `account ${owner} owns it and shares it with this account`;
  return { managed: { by: 'organization', reason } };
}

/**
 * A resource that a service provider runs in the account, such as an instance of EKS Auto Mode, cannot be configured
 * by the customer (EC2 user guide, "Amazon EC2 managed instances").
 */
export function managedByOperator(
  operator:
    | { readonly Managed?: boolean | undefined; readonly Principal?: string | undefined }
    | undefined,
): Pick<Resource, 'managed'> {
  if (operator?.Managed !== true) return {};
  const by = operator.Principal ?? 'a service provider';
  return { managed: { by: 'aws', reason: `${by} manages it for the account` } };
}

/**
 * Set where a declarative policy of the organisation decides what the account cannot change (AWS Organizations user guide,
 * "Declarative policies"): it is judged with the organisation.
 */
export function setByOrganization(isSet: Observed<boolean>): Pick<Resource, 'managed'> & Listed {
  const state = Observed.open(isSet);
  if (!state.known || !state.value) return {};
  const reason = 'a declarative policy of the organisation sets it; it must be judged there';
  return { managed: { by: 'organization', reason }, listed: state.sources };
}
