/** Account-wide settings of EBS, one for each Region. */
import { accountListing } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import { GetEbsEncryptionByDefault } from './operations.ts';

export const ebsDefaults = defineCollector({
  id: 'ebs.defaults',
  service: 'ebs',
  scope: 'regional',
  calls: [GetEbsEncryptionByDefault],
  gather: async (aws) => {
    const encryptsNewVolumes = await aws.get(GetEbsEncryptionByDefault, {}, (answer, { must }) =>
      must(answer, 'EbsEncryptionByDefault'),
    );
    return accountListing(aws, { encryptsNewVolumes });
  },
});
