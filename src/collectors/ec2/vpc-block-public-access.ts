/**
 * VPC Block Public Access: whether a Region lets traffic through Internet gateways, and the VPCs and subnets that it leaves
 * out. VPC user guide, "Block public access to VPCs and subnets".
 */
import { oneOf } from '../../aws/one-of.ts';
import { accountResource, listingOf } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import { derive, type Listing, Observed } from '../../observe/observed.ts';
import type {
  BlockMode,
  GatewayBlock,
  GatewayExclusion,
} from '../../reasoning/exposure/gateway-block.ts';
import { setByOrganization } from './ec2-resource.ts';
import {
  DescribeVpcBlockPublicAccessExclusions,
  DescribeVpcBlockPublicAccessOptions,
} from './operations.ts';

const modes = ['off', 'block-bidirectional', 'block-ingress'] as const;
/** While a change is on its way the old state may still hold. */
const states = ['default-state', 'update-in-progress', 'update-complete'] as const;
/** The largest page of the operation. */
const exclusionsPerPage = 1000;

export interface BlockOptions {
  readonly mode: BlockMode;
  readonly isUpdating: boolean;
  /** Whether the organisation sets it, and the account cannot. */
  readonly isByOrganization: boolean;
}

export const vpcBlockPublicAccess = defineCollector({
  id: 'vpc.block-public-access',
  service: 'vpc',
  scope: 'regional',
  calls: [DescribeVpcBlockPublicAccessOptions],
  gather: async (aws) => {
    const options = await aws.get(
      DescribeVpcBlockPublicAccessOptions,
      {},
      (answer, members): BlockOptions => {
        const { must } = members;
        const of = must(answer, 'VpcBlockPublicAccessOptions');
        return {
          mode: oneOf(must(of, 'InternetGatewayBlockMode'), modes, members),
          isUpdating: oneOf(must(of, 'State'), states, members) === 'update-in-progress',
          isByOrganization:
            oneOf(must(of, 'ManagedBy'), ['account', 'declarative-policy'], members) ===
            'declarative-policy',
        };
      },
    );
    const byOrganization = derive((read) => read(options).isByOrganization);
    return listingOf({
      ...accountResource(aws, { options }),
      ...setByOrganization(byOrganization),
    });
  },
});

const exclusionModes = ['allow-bidirectional', 'allow-egress'] as const;
/** Of the others nothing, or not yet anything, is left out. */
const inForce = [
  'create-complete',
  'update-in-progress',
  'update-complete',
  'update-failed',
  'delete-in-progress',
  'disable-in-progress',
] as const;
const notInForce = [
  'create-in-progress',
  'create-failed',
  'delete-complete',
  'disable-complete',
] as const;

/** What is left out of the block. Where nothing is blocked, nobody asks. */
export const vpcBlockExclusions = defineCollector({
  id: 'vpc.block-public-access-exclusions',
  service: 'vpc',
  scope: 'regional',
  calls: [DescribeVpcBlockPublicAccessExclusions],
  needs: { account: vpcBlockPublicAccess },
  gather: async (aws, { account }): Promise<Listing<GatewayExclusion>> => {
    const off = account.items.flatMap(({ options }) => {
      const state = Observed.open(options);
      return state.known && state.value.mode === 'off' ? [state] : [];
    });
    if (off.length > 0) {
      return { items: [], gaps: [], sources: off.flatMap(({ sources }) => sources) };
    }
    return aws.list(
      DescribeVpcBlockPublicAccessExclusions,
      { MaxResults: exclusionsPerPage },
      'VpcBlockPublicAccessExclusions',
      (exclusion, members): GatewayExclusion | readonly GatewayExclusion[] => {
        const { must } = members;
        const state = oneOf(must(exclusion, 'State'), [...inForce, ...notInForce], members);
        if (notInForce.some((each) => each === state)) return [];
        return {
          exclusionId: must(exclusion, 'ExclusionId'),
          // The id of a VPC or a subnet.
          resourceId: must(exclusion, 'ResourceArn').replace(/^.*\//, ''),
          allowsIngress:
            oneOf(must(exclusion, 'InternetGatewayExclusionMode'), exclusionModes, members) ===
            'allow-bidirectional',
        };
      },
      { key: ({ exclusionId }) => exclusionId },
    );
  },
});

/** The block of the Region with what it leaves out. */
export const gatewayBlock = defineCollector({
  id: 'vpc.gateway-block',
  service: 'vpc',
  scope: 'regional',
  calls: [],
  needs: { account: vpcBlockPublicAccess, exclusions: vpcBlockExclusions },
  gather: (_aws, { account, exclusions }): Observed<GatewayBlock> =>
    derive((read) => {
      const [of] = account.items;
      if (!of) throw new Error('the account was not listed');
      const { mode, isUpdating } = read(of.options);
      return { mode, isUpdating, exclusions };
    }),
});
