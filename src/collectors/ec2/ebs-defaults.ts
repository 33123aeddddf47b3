/** Account-wide settings of EBS, one for each Region. */
import { accountResource, defineCollector } from '../../collect/collector.ts';
import { ec2 } from '../services.ts';

const GetEbsEncryptionByDefault = ec2.operation(
  'GetEbsEncryptionByDefault',
  (sdk) => sdk.GetEbsEncryptionByDefaultCommand,
  { action: 'ec2:GetEbsEncryptionByDefault' },
);

export const ebsDefaults = defineCollector({
  id: 'ebs.defaults',
  service: 'ebs',
  scope: 'regional',
  calls: [GetEbsEncryptionByDefault],
  gather: async (aws) => {
    const encryptsNewVolumes = await aws.get(GetEbsEncryptionByDefault, {}, (answer, { must }) =>
      must(answer, 'EbsEncryptionByDefault'),
    );
    return { items: [accountResource(aws, { encryptsNewVolumes })], gaps: [], sources: [] };
  },
});
