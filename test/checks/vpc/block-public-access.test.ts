import check from '../../../checks/vpc/block-public-access.ts';
import { testCheck } from '../../support/check-tester.ts';
import { accountResource } from '../../../src/collect/account.ts';
import type { BlockOptions } from '../../../src/collectors/ec2/vpc-block-public-access.ts';
import type { Vpc } from '../../../src/collectors/ec2/vpcs.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import type { GatewayExclusion } from '../../../src/reasoning/exposure/gateway-block.ts';
import { place, vpc } from '../../support/ec2.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const having = (options: Observed<BlockOptions>) => accountResource(place, { options });
const set = (fields: Partial<BlockOptions>) =>
  having(known({ mode: 'off', isUpdating: false, isByOrganization: false, ...fields }));
const vpcs = listing(vpc());
const given = { exclusions: listing<GatewayExclusion>(), vpcs };
const exclusion = { exclusionId: 'vpcbpa-exclude-1', resourceId: 'subnet-1', allowsIngress: true };

testCheck(check, {
  pass: [
    { name: 'it blocks both ways', resource: set({ mode: 'block-bidirectional' }), given },
    { name: 'it blocks what comes in', resource: set({ mode: 'block-ingress' }), given },
    {
      name: 'what is left out of it is told',
      resource: set({ mode: 'block-ingress' }),
      given: { ...given, exclusions: listing(exclusion) },
      reasons: ['left out of it: subnet-1'],
    },
  ],
  fail: [
    {
      name: 'it is off',
      resource: set({}),
      given,
      severity: 'medium',
      reasons: ['eu-west-1 is off'],
    },
    {
      name: 'it is off where the Region has no VPC',
      resource: set({}),
      given: { ...given, vpcs: listing<Vpc>() },
      severity: 'low',
      latent: true,
    },
    {
      name: 'it is off, and whether the Region has a VPC may not be read',
      resource: set({}),
      given: { ...given, vpcs: partialListing<Vpc>('denied') },
      severity: 'medium',
    },
    {
      name: 'a mode that the parameters do not name',
      resource: set({ mode: 'block-ingress' }),
      given,
      params: { modes: ['block-bidirectional'] },
    },
    {
      name: 'the block is on its way, and does not hold yet',
      resource: set({ mode: 'block-ingress', isUpdating: true }),
      given,
    },
  ],
  unknown: [{ name: 'it may not be read', resource: having(unreadable()), given }],
});
