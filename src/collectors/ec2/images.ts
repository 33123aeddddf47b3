/** Amazon Machine Images that the account owns. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { ec2Resource, pageSize } from './ec2-resource.ts';
import { DescribeImages } from './operations.ts';

export interface Image extends Resource {
  /** Whether every AWS account may launch it. */
  readonly isPublic: Observed<boolean>;
}

export const images = defineCollector({
  id: 'ec2.images',
  service: 'ec2',
  scope: 'regional',
  calls: [DescribeImages],
  gather: (aws) =>
    aws.list(
      DescribeImages,
      { Owners: ['self'], MaxResults: pageSize },
      'Images',
      (image, { must, field }): Image => ({
        // The ARN of an image names no account: Service Authorization Reference, "Amazon EC2".
        ...ec2Resource({ ...aws, account: '' }, 'image', 'AWS::EC2::Image', must(image, 'ImageId')),
        isPublic: field(image, 'Public'),
      }),
    ),
});
