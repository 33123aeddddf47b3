/** What EC2 says of Regions and their settings, and all that its API answers. */
import type {
  DescribeRegionsResult,
  GetEbsEncryptionByDefaultResult,
  GetSnapshotBlockPublicAccessStateResult,
  Region,
} from '@aws-sdk/client-ec2';
import { instanceAnswers } from './ec2-instances.ts';
import { networkAnswers } from './ec2-network.ts';
import { groupAnswers } from './ec2-security-groups.ts';
import { percent } from './identity.ts';
import type { Answerers } from './question.ts';
import { disabledRegions, regions } from './regions.ts';

function told(RegionName: string, OptInStatus: string): Region {
  return { RegionName, OptInStatus, Endpoint: `ec2.${RegionName}.amazonaws.com` };
}

export const ec2Answers = {
  ...networkAnswers,
  ...groupAnswers,
  ...instanceAnswers,
  DescribeRegions: (question): DescribeRegionsResult => {
    const enabled = regions.map((name) => told(name, 'opt-in-not-required'));
    const disabled = disabledRegions.map((name) => told(name, 'not-opted-in'));
    const isWhole = question.text('AllRegions') === 'true';
    return { Regions: isWhole ? [...enabled, ...disabled] : enabled };
  },
  GetEbsEncryptionByDefault: ({ region }): GetEbsEncryptionByDefaultResult => ({
    EbsEncryptionByDefault: percent('ebs default', region, 0) < 60,
  }),
  GetSnapshotBlockPublicAccessState: ({ region }): GetSnapshotBlockPublicAccessStateResult => ({
    State: percent('snapshot block', region, 0) < 50 ? 'block-all-sharing' : 'unblocked',
  }),
} satisfies Answerers;
