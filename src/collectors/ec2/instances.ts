/** EC2 instances that are there to stay, with what checks need of each. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { ec2Resource, managedByOperator, pageSize } from './ec2-resource.ts';
import { DescribeInstances } from './operations.ts';

export interface Instance extends Resource {
  readonly instanceId: string;
  readonly metadata: Observed<MetadataOptions>;
  /** ARN of the instance profile; null where the instance has none. */
  readonly profileArn: Observed<string | null>;
  readonly state: Observed<(typeof states)[number]>;
  /** Whether Elastic Disaster Recovery launched it to receive what it replicates. */
  readonly isReplicationServer: Observed<boolean>;
}

/** Those of instances that stay. */
const states = ['pending', 'running', 'stopping', 'stopped'] as const;

/** How the instance metadata service answers. */
export interface MetadataOptions {
  /** False where the metadata service is turned off. */
  readonly isOn: boolean;
  readonly requiresTokens: boolean;
  /** False while a change of the options is on its way. */
  readonly isApplied: boolean;
  /** How many network hops an answer with a token may take. */
  readonly hopLimit: number;
}

/** On the way out: nothing of them is left to judge within the hour. */
const leaving: ReadonlySet<string> = new Set(['shutting-down', 'terminated']);

export const instances = defineCollector({
  id: 'ec2.instances',
  service: 'ec2',
  scope: 'regional',
  calls: [DescribeInstances],
  gather: (aws) =>
    aws.list(
      DescribeInstances,
      { MaxResults: pageSize },
      'Reservations',
      (reservation, members): readonly Instance[] => {
        const { must, observe } = members;
        return must(reservation, 'Instances').flatMap((instance): Instance[] => {
          const instanceId = must(instance, 'InstanceId');
          if (leaving.has(must(must(instance, 'State'), 'Name'))) return [];
          return [
            {
              ...ec2Resource(aws, 'instance', 'AWS::EC2::Instance', instanceId),
              ...managedByOperator(instance.Operator),
              instanceId,
              metadata: observe(() => {
                const options = must(instance, 'MetadataOptions');
                return {
                  isOn:
                    oneOf(must(options, 'HttpEndpoint'), ['enabled', 'disabled'], members) ===
                    'enabled',
                  requiresTokens:
                    oneOf(must(options, 'HttpTokens'), ['optional', 'required'], members) ===
                    'required',
                  isApplied:
                    oneOf(must(options, 'State'), ['pending', 'applied'], members) === 'applied',
                  hopLimit: must(options, 'HttpPutResponseHopLimit'),
                };
              }),
              // EC2 leaves the member out for an instance without a profile.
              profileArn: observe(() =>
                instance.IamInstanceProfile ? must(instance.IamInstanceProfile, 'Arn') : null,
              ),
              state: observe(() => oneOf(must(must(instance, 'State'), 'Name'), states, members)),
              isReplicationServer: observe(() => {
                // EC2 leaves the member out for an instance without tags.
                const tags = new Map(instance.Tags?.map(({ Key, Value }) => [Key, Value]));
                return (
                  tags.has('AWSElasticDisasterRecoveryManaged') &&
                  tags.get('Name') === 'AWS Elastic Disaster Recovery Replication Server'
                );
              }),
            },
          ];
        });
      },
    ),
});
