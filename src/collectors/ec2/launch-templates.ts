/**
 * Launch templates with the two versions that launches use: the default one and the latest. One list tells both of all
 * templates; where they are one version, it stands there once.
 */
import type { LaunchTemplateVersion as AnswerVersion } from '@aws-sdk/client-ec2';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { type Listing, Observed } from '../../observe/observed.ts';
import { ec2Resource } from './ec2-resource.ts';
import { type AskedVolume, askedVolumes } from './launch-volumes.ts';
import { DescribeLaunchTemplateVersions } from './operations.ts';
import { secretsOf, type UserDataSecrets } from './user-data.ts';

/** The largest page of the operation. */
const versionsPerPage = 200;

export interface LaunchTemplate extends Resource {
  /** The default version first, then the latest where that is another one. */
  readonly versions: readonly LaunchTemplateVersion[];
  /** Unreadable where one of them may be missing. */
  readonly whole: Observed<true>;
}

/** What a launch template leaves out, the launch, the subnet, the account or the image decides. */
export interface LaunchTemplateVersion {
  readonly number: number;
  readonly isDefault: boolean;
  readonly metadata: Observed<AskedMetadata>;
  /** Whether it gives its interfaces public addresses, for each that it says it of. */
  readonly publicAddresses: Observed<readonly boolean[]>;
  readonly volumes: Observed<readonly AskedVolume[]>;
  /** Ids of the security groups that it launches with, or names of groups of the default VPC. */
  readonly groups: Observed<readonly string[]>;
  readonly userData: Observed<UserDataSecrets>;
}

export interface AskedMetadata {
  readonly tokens: 'optional' | 'required' | null;
  /** False where the template turns the metadata service off. */
  readonly isOn: boolean;
}

const versions = defineCollector({
  id: 'ec2.launch-template-versions',
  service: 'ec2',
  scope: 'regional',
  calls: [DescribeLaunchTemplateVersions],
  gather: (aws) =>
    aws.list(
      DescribeLaunchTemplateVersions,
      { Versions: ['$Default', '$Latest'], MaxResults: versionsPerPage },
      'LaunchTemplateVersions',
      (version, members): LaunchTemplateVersion & Resource => {
        const { must } = members;
        const id = must(version, 'LaunchTemplateId');
        return {
          ...ec2Resource(aws, 'launch-template', 'AWS::EC2::LaunchTemplate', id),
          name: `${must(version, 'LaunchTemplateName')} (${id})`,
          number: must(version, 'VersionNumber'),
          isDefault: must(version, 'DefaultVersion'),
          ...askedBy(version, members),
        };
      },
      { key: ({ arn, number }) => `${arn} ${number}` },
    ),
});

export const launchTemplates = defineCollector({
  id: 'ec2.launch-templates',
  service: 'ec2',
  scope: 'regional',
  calls: [],
  needs: { versions },
  gather: (_aws, { versions: { items, gaps, sources } }): Listing<LaunchTemplate> => {
    const whole: Observed<true> =
      gaps.length > 0 ? Observed.unreadable(...gaps) : Observed.knownBy<true>(sources, true);
    const templates = new Map<string, LaunchTemplate>();
    for (const version of items) {
      const { arn, type, name, region } = version;
      const known = templates.get(arn)?.versions ?? [];
      const both = version.isDefault ? [version, ...known] : [...known, version];
      templates.set(arn, { arn, type, name, region, versions: both, whole });
    }
    return { items: [...templates.values()], gaps, sources };
  },
});

/** A template need not say anything of a launch: EC2 user guide, "Store instance launch parameters in Amazon EC2 launch templates". */
function askedBy(
  version: AnswerVersion,
  members: Members,
): Pick<LaunchTemplateVersion, 'metadata' | 'publicAddresses' | 'volumes' | 'groups' | 'userData'> {
  const { must, observe } = members;
  const data = () => must(version, 'LaunchTemplateData');
  return {
    metadata: observe(() => {
      const { HttpTokens, HttpEndpoint } = data().MetadataOptions ?? {};
      return {
        tokens: HttpTokens ? oneOf(HttpTokens, ['optional', 'required'], members) : null,
        isOn: !HttpEndpoint || oneOf(HttpEndpoint, ['enabled', 'disabled'], members) === 'enabled',
      };
    }),
    publicAddresses: observe(() =>
      (data().NetworkInterfaces ?? []).flatMap(
        ({ AssociatePublicIpAddress }) => AssociatePublicIpAddress ?? [],
      ),
    ),
    volumes: observe(() => askedVolumes(data(), members)),
    groups: observe(() => {
      const { SecurityGroupIds = [], SecurityGroups = [], NetworkInterfaces = [] } = data();
      const ofInterfaces = NetworkInterfaces.flatMap(({ Groups = [] }) => Groups);
      return [...SecurityGroupIds, ...SecurityGroups, ...ofInterfaces];
    }),
    userData: observe(() => secretsOf(data().UserData, members)),
  };
}
