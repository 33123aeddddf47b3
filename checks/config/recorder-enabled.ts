import { equal, intersectsWith } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { resourceTypes } from '../../src/judge/items.ts';
import { pass } from '../../src/judge/verdict.ts';
import { everyRegion } from '../../src/collect/collector.ts';
import { recordings } from '../../src/collectors/config/recorders.ts';
import { recordIamTypes, statusOf } from '../../src/reasoning/recorders.ts';
import { failWhen } from '../../src/judge/fail-when.ts';
import { homeRegionOf } from '../../src/aws/partitions.ts';

const noTypes: readonly string[] = [];

export default defineCheck({
  id: 'config-recorder-enabled',
  title: 'AWS Config records every type of resource in the Region',
  severity: {
    is: 'high',
    because:
      'AWS grades it critical because Security Hub itself rests on the recorder; srm-scan does not',
  },
  responsibility: 'config.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '3.3': equal },
    'cis-aws-6.0': { '4.3': equal },
    'cis-aws-7.0': { '4.3': equal },
    'aws-fsbp': {
      'Config.1': intersectsWith(
        'the control asks for the service-linked role, and only for the types that enabled controls need',
      ),
    },
  },
  why: 'Without a recorder there is no history of what a resource looked like, and nothing to reconstruct an incident from.',
  fix: 'Start a recorder for all resource types, with a delivery channel, in each enabled Region. Include the global IAM types in one of them.',
  link: 'https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html',
  remedy: {
    console:
      'AWS Config, Settings, Edit, All resource types with customizable overrides, in each Region; global IAM types in one.',
    cli: `# put replaces what is there: take over its name, role, resource types and bucket
aws configservice describe-configuration-recorders
aws configservice describe-delivery-channels
aws configservice put-configuration-recorder --configuration-recorder \\
  name=default,roleARN=ROLE_ARN --recording-group allSupported=true,includeGlobalResourceTypes=true
aws configservice put-delivery-channel --delivery-channel name=default,s3BucketName=BUCKET
aws configservice start-configuration-recorder --configuration-recorder-name default`,
    terraform: `resource "aws_config_configuration_recorder" "this" {
  role_arn = aws_iam_role.config.arn
  recording_group {
    all_supported                 = true
    include_global_resource_types = true # in one Region
  }
}

resource "aws_config_delivery_channel" "this" {
  s3_bucket_name = aws_s3_bucket.config.id
}

resource "aws_config_configuration_recorder_status" "this" {
  name       = aws_config_configuration_recorder.this.name
  is_enabled = true
  depends_on = [aws_config_delivery_channel.this]
}`,
  },

  evaluates: recordings,
  needs: { everywhere: everyRegion(recordings) },
  // Resource types that a recorder may leave out. Without them any exclusion fails.
  params: { mayExclude: noTypes },
  meanings: { mayExclude: 'resource types that a recorder may leave out' },
  items: { mayExclude: resourceTypes },

  evaluate(recording, { read, everywhere, params: { mayExclude }, partition, regions }) {
    const kinds = () => read(recording.recorders).map(({ records }) => records);
    const exists = () => kinds().length > 0;
    const excluded = () =>
      kinds().flatMap((each) => (each.kind === 'all-but' ? each.excluded : []));
    const status = () => statusOf(recording, read);
    // The IAM types belong in one Region only. Whether one has them is judged once, where IAM itself is at home.
    const home = homeRegionOf(partition);
    const judgesIam = recording.region === (regions.includes(home) ? home : regions.toSorted()[0]);

    const verdict = failWhen(
      {
        'there is no customer managed recorder': () => !exists(),
        'the recorder records only the resource types that it names': () =>
          kinds().some(({ kind }) => kind === 'some'),
        'the recorder excludes resource types that it may not exclude': () =>
          excluded().some((type) => !mayExclude.includes(type)),
        'the recorder is stopped': () => exists() && !status().isRecording,
        'its last recording failed (lastStatus FAILURE)': () => status().lastStatus === 'FAILURE',
        'it has not recorded with success yet (no lastStatus SUCCESS)': () =>
          status().isRecording && !['SUCCESS', 'FAILURE'].includes(status().lastStatus),
        'there is no delivery channel': () => read(recording.deliveryChannels) === 0,
        [`no Region of the account (${regions.join(', ')}) records the IAM resource types`]: () =>
          judgesIam && !recordIamTypes(everywhere, partition, read),
      },
      'the recorder records all resource types and runs, with a channel to deliver to',
    );
    if (verdict.outcome === 'fail' || !judgesIam) return verdict;
    return pass(...verdict.reasons, 'a Region of the account records the IAM resource types');
  },
});
