/** EBS volumes. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { ec2Resource, managedByOperator, pageSize } from './ec2-resource.ts';
import { DescribeVolumes } from './operations.ts';

export interface Volume extends Resource {
  readonly encrypted: Observed<boolean>;
  /** ARNs of what the volume is attached to: instances, or the tasks of a service that attaches volumes by itself. */
  readonly attachedTo: Observed<readonly string[]>;
}

const leaving: ReadonlySet<string> = new Set(['deleting', 'deleted']);

export const volumes = defineCollector({
  id: 'ebs.volumes',
  service: 'ebs',
  scope: 'regional',
  recordedAs: ['AWS::EC2::Volume'],
  calls: [DescribeVolumes],
  gather: (aws) =>
    aws.list(
      DescribeVolumes,
      { MaxResults: pageSize },
      'Volumes',
      (volume, { must, field, observe }): Volume | readonly Volume[] => {
        const volumeId = must(volume, 'VolumeId');
        if (leaving.has(must(volume, 'State'))) return [];
        return {
          ...ec2Resource(aws, 'volume', 'AWS::EC2::Volume', volumeId),
          ...managedByOperator(volume.Operator),
          encrypted: field(volume, 'Encrypted'),
          attachedTo: observe(() =>
            must(volume, 'Attachments').map(
              // Volumes of tasks of ECS and Fargate name the task, and no instance: EC2 API reference, "VolumeAttachment".
              (attachment) =>
                attachment.AssociatedResource ??
                ec2Resource(aws, 'instance', 'AWS::EC2::Instance', must(attachment, 'InstanceId'))
                  .arn,
            ),
          ),
        };
      },
    ),
});
