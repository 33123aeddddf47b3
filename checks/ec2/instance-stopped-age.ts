import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { instances } from '../../src/collectors/ec2/instances.ts';
import { ageInDays, ago } from '../../src/text/ages.ts';

export default defineCheck({
  id: 'ec2-instance-stopped-age',
  title: ({ maxAgeDays }) => `The instance is not stopped for more than ${maxAgeDays} days`,
  severity: 'medium',
  responsibility: 'ec2.guest-os',
  controls: { 'aws-fsbp': { 'EC2.4': equal } },
  why: 'A stopped instance gets no patches: whoever starts it again puts the flaws of months on the network.',
  fix: 'Terminate what nobody needs, after a backup, and start and patch from time to time what must stay.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Stop_Start.html',
  remedy: {
    console:
      'EC2, Instances, the instance: an image of it by Actions, Image and templates, Create image; then Instance state, Terminate.',
    cli: `# deletes the instance, and the volumes that are set to go with it
aws ec2 create-image --instance-id INSTANCE --name NAME
aws ec2 terminate-instances --instance-ids INSTANCE`,
  },

  evaluates: instances,
  params: { maxAgeDays: 30 },
  meanings: { maxAgeDays: 'for how many days an instance may be stopped' },

  evaluate({ stoppedSince }, { read, params, now }) {
    const since = read(stoppedSince);
    if (since === null) return pass('it is not stopped');
    const stopped = `it was stopped ${ago(since, now)}`;
    return ageInDays(since, now) > params.maxAgeDays ? fail(stopped) : pass(stopped);
  },
});
