/** EC2 instances that are there to stay, with what checks need of each. */
import { oneOf } from '../../aws/one-of.ts';
import type { Instance as AnswerInstance } from '@aws-sdk/client-ec2';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { ec2Resource, managedByOperator, pageSize } from './ec2-resource.ts';
import { DescribeInstances } from './operations.ts';

export interface Instance extends Resource {
  readonly instanceId: string;
  readonly metadata: Observed<MetadataOptions>;
  /** ARN of the instance profile; null where the instance has none. */
  readonly profileArn: Observed<string | null>;
  /** Since when the instance is stopped; null where it is not. */
  readonly stoppedSince: Observed<Date | null>;
  /** Public and Elastic IPv4 addresses of all its interfaces, each once. */
  readonly publicIpv4: Observed<readonly string[]>;
  /** Ids of the network interfaces that are attached to it. */
  readonly interfaceIds: Observed<readonly string[]>;
  readonly virtualization: Observed<'hvm' | 'paravirtual'>;
  /** "Key=Value" of each. */
  readonly tags: Observed<readonly string[]>;
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
  recordedAs: ['AWS::EC2::Instance'],
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
              metadata: observe(() => metadataOf(instance, members)),
              // EC2 leaves the member out for an instance without a profile.
              profileArn: observe(() =>
                instance.IamInstanceProfile ? must(instance.IamInstanceProfile, 'Arn') : null,
              ),
              stoppedSince: observe(() => stoppedSinceOf(instance, members)),
              publicIpv4: observe(() => publicIpv4Of(instance, members)),
              interfaceIds: observe(() =>
                must(instance, 'NetworkInterfaces').map((each) => must(each, 'NetworkInterfaceId')),
              ),
              virtualization: observe(() =>
                oneOf(must(instance, 'VirtualizationType'), ['hvm', 'paravirtual'], members),
              ),
              // EC2 leaves the tags out of an instance that has none.
              tags: observe(() =>
                (instance.Tags ?? []).map((tag) => `${must(tag, 'Key')}=${must(tag, 'Value')}`),
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

function metadataOf(instance: AnswerInstance, members: Members): MetadataOptions {
  const { must } = members;
  const options = must(instance, 'MetadataOptions');
  return {
    isOn: oneOf(must(options, 'HttpEndpoint'), ['enabled', 'disabled'], members) === 'enabled',
    requiresTokens:
      oneOf(must(options, 'HttpTokens'), ['optional', 'required'], members) === 'required',
    isApplied: oneOf(must(options, 'State'), ['pending', 'applied'], members) === 'applied',
    hopLimit: must(options, 'HttpPutResponseHopLimit'),
  };
}

const staying = ['pending', 'running', 'stopping', 'stopped'] as const;

/** EC2 tells the time in words alone: "User initiated (2026-01-01 10:00:00 GMT)". */
function stoppedSinceOf(instance: AnswerInstance, members: Members): Date | null {
  const { must, unusable } = members;
  const state = oneOf(must(must(instance, 'State'), 'Name'), staying, members);
  if (state !== 'stopped') return null;
  const [, day, time] =
    /\((\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (?:GMT|UTC)\)/.exec(
      must(instance, 'StateTransitionReason'),
    ) ?? [];
  const since = new Date(`${day}T${time}Z`);
  return Number.isNaN(since.getTime()) ? unusable('no time is given when it was stopped') : since;
}

/** An address without a public one has no association; that is how EC2 says so. */
function publicIpv4Of(instance: AnswerInstance, { must }: Members): readonly string[] {
  const ofInterfaces = must(instance, 'NetworkInterfaces').flatMap((each) => [
    each.Association,
    ...must(each, 'PrivateIpAddresses').map(({ Association }) => Association),
  ]);
  const found = [
    instance.PublicIpAddress,
    ...ofInterfaces.map((association) => association?.PublicIp),
  ];
  return [...new Set(found.flatMap((address) => address || []))];
}
