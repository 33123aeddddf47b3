import { equalWith, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { among } from '../../src/judge/items.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { ifKnown } from '../../src/observe/if-known.ts';
import { listOf } from '../../src/text/list-of.ts';
import {
  vpcBlockExclusions,
  vpcBlockPublicAccess,
} from '../../src/collectors/ec2/vpc-block-public-access.ts';
import { vpcs } from '../../src/collectors/ec2/vpcs.ts';

export default defineCheck({
  id: 'vpc-block-public-access',
  title: 'VPC Block Public Access stops what comes in through Internet gateways',
  severity: 'medium',
  responsibility: 'vpc.network-configuration',
  controls: {
    'aws-fsbp': {
      'EC2.172': equalWith(
        { modes: ['block-bidirectional'] },
        subsetOf('a block of what comes in is enough'),
      ),
    },
  },
  why: 'One setting keeps the Internet out of all VPCs of a Region, whatever routes and security groups say; what must be public is left out by name.',
  fix: 'Turn the block on in every Region, first in those where nothing is public, with exclusions for the VPCs and subnets that serve the Internet.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html',
  remedy: {
    console: 'VPC, Settings, Block public access, Edit public access settings; in each Region.',
    cli: `# cuts off what the Internet reaches now: make the exclusions first
aws ec2 create-vpc-block-public-access-exclusion --subnet-id SUBNET \\
  --internet-gateway-exclusion-mode allow-bidirectional --region REGION
aws ec2 modify-vpc-block-public-access-options --internet-gateway-block-mode block-ingress --region REGION`,
    terraform: `resource "aws_vpc_block_public_access_options" "this" {
  internet_gateway_block_mode = "block-ingress"
}`,
  },

  evaluates: vpcBlockPublicAccess,
  needs: { exclusions: vpcBlockExclusions, vpcs },
  params: { modes: ['block-bidirectional', 'block-ingress'] },
  meanings: { modes: 'the modes of the block that are enough' },
  items: { modes: among(['block-bidirectional', 'block-ingress']) },

  evaluate({ region, options }, { read, params, exclusions, vpcs: all }) {
    const { mode, isUpdating } = read(options);
    if (mode === 'off' || !params.modes.includes(mode)) {
      const verdict = fail(`the block of ${region} is ${mode}`);
      const hasVpcs = ifKnown(() => read.some(all, () => true));
      if (hasVpcs !== false) return verdict;
      const reasons = [...verdict.reasons, 'the Region has no VPC now'];
      return {
        ...verdict,
        reasons,
        severity: { is: 'low', because: 'the Region has no VPC' },
        latent: true,
      };
    }
    if (isUpdating) return fail(`a change of the block of ${region} to ${mode} is on its way`);
    const leftOut = read.list(exclusions).map(({ resourceId }) => resourceId);
    return pass(
      `the block of ${region} is ${mode}`,
      ...(leftOut.length > 0 ? [`left out of it: ${listOf(leftOut.toSorted())}`] : []),
    );
  },
});
