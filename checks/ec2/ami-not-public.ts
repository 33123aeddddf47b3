import { defineCheck } from '../../src/judge/define-check.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { images } from '../../src/collectors/ec2/images.ts';

export default defineCheck({
  id: 'ec2-ami-not-public',
  title: 'The image is not public',
  severity: 'high',
  responsibility: 'ec2.data-and-data-location',
  controls: {
    'nist-800-53-r5': servesNist('images are one of the places where data rests', 'AC-3', 'AC-21'),
  },
  why: 'Everyone with an AWS account can start a public image and read all that is on it: code, configuration and what was forgotten there.',
  fix: 'Make the image private, take what is on it as disclosed, and block public access to images in the EC2 settings of the Region: the block stops new sharing, and leaves public what is public.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html',
  remedy: {
    console:
      'EC2, AMIs, the image, Actions, Edit AMI permissions, Private; then EC2, Settings, Block public access for AMIs, Manage.',
    cli: `# accounts that launch the image from then on are refused; their instances stay
aws ec2 modify-image-attribute --image-id IMAGE --launch-permission 'Remove=[{Group=all}]'
aws ec2 enable-image-block-public-access --image-block-public-access-state block-new-sharing --region REGION`,
    terraform: `resource "aws_ec2_image_block_public_access" "this" {
  state = "block-new-sharing"
}`,
  },

  evaluates: images,

  evaluate({ isPublic }, { read }) {
    return read(isPublic)
      ? fail('every AWS account may launch it')
      : pass('it is not shared with everyone');
  },
});
