import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { spotFleets } from '../../src/collectors/ec2/spot-fleets.ts';

export default defineCheck({
  id: 'ec2-spot-fleet-ebs-encrypted',
  title: 'The Spot Fleet request asks for encrypted volumes only',
  severity: 'medium',
  responsibility: 'ec2.server-side-encryption-at-rest',
  controls: { 'aws-fsbp': { 'EC2.173': equal } },
  why: 'Each instance that the fleet starts gets the volumes that the request asks for, and what is on them rests unencrypted.',
  fix: 'Make the request anew with encrypted volumes, and turn on encryption by default in the Region.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-fleet.html',
  remedy: {
    cli: `# a request cannot be changed in this: its instances end where they are told to
aws ec2 request-spot-fleet --spot-fleet-request-config file://request-with-encrypted-volumes.json
aws ec2 cancel-spot-fleet-requests --spot-fleet-request-ids REQUEST --terminate-instances`,
  },

  evaluates: spotFleets,

  evaluate({ volumes }, { read }) {
    const asked = read(volumes);
    if (asked === null) return notApplicable('launch templates say what it starts');
    const plain = asked.filter(({ encrypted }) => encrypted === false).map(({ device }) => device);
    if (plain.length > 0) return fail(`asks without encryption for ${plain.join(', ')}`);
    return pass('it asks for no volume without encryption');
  },
});
