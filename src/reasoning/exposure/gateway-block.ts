/**
 * VPC Block Public Access: one setting of a Region that stops what Internet gateways would let in, but for the VPCs and
 * subnets that are left out of it. VPC user guide, "Block public access to VPCs and subnets".
 */
import { lookupBy } from '../../collect/lookup.ts';
import type { Listing, Read } from '../../observe/observed.ts';
import type { NetworkPlace } from './internet-route.ts';

/** `block-ingress` lets out what goes through NAT gateways; neither of the two lets anybody in. */
export type BlockMode = 'off' | 'block-bidirectional' | 'block-ingress';

export interface GatewayExclusion {
  readonly exclusionId: string;
  /** Of a VPC, with all its subnets, or of one subnet. */
  readonly resourceId: string;
  /** False where it lets traffic out alone. */
  readonly allowsIngress: boolean;
}

export interface GatewayBlock {
  readonly mode: BlockMode;
  /** Whether a change is on its way: what held before may still hold. */
  readonly isUpdating: boolean;
  readonly exclusions: Listing<GatewayExclusion>;
}

const exclusionsOf = lookupBy(({ resourceId }: GatewayExclusion) => resourceId);

/** Whether the Region keeps the Internet out of a subnet, whatever its routes are. */
export function keepsOut(
  { subnetId, vpcId }: NetworkPlace,
  { mode, isUpdating, exclusions }: GatewayBlock,
  read: Read,
): boolean {
  if (mode === 'off' || isUpdating) return false;
  return !read.some(
    exclusionsOf(exclusions, subnetId, vpcId),
    ({ allowsIngress }) => allowsIngress,
  );
}
