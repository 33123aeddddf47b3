/** GuardDuty's detectors: one a Region at most, also of an account whose GuardDuty another account administers. */
import type {
  DetectorAdditionalConfigurationResult,
  DetectorFeatureConfigurationResult,
} from '@aws-sdk/client-guardduty';
import { oneOf } from '../../aws/one-of.ts';
import type { Aws, Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { derive, type Listing } from '../../observe/observed.ts';
import type { DetectorFacts, Feature } from '../../reasoning/guardduty-plans.ts';
import { GetDetector, ListDetectors } from './operations.ts';

export interface Detector extends Resource, DetectorFacts {}

/** Amazon GuardDuty API reference, "DetectorFeatureConfigurationResult"; there are more each year. */
const known = [
  'AI_ANALYST',
  'AI_PROTECTION',
  'CLOUD_TRAIL',
  'DNS_LOGS',
  'EBS_MALWARE_PROTECTION',
  'EKS_AUDIT_LOGS',
  'EKS_RUNTIME_MONITORING',
  'FLOW_LOGS',
  'LAMBDA_NETWORK_LOGS',
  'RDS_LOGIN_EVENTS',
  'RUNTIME_MONITORING',
  'S3_DATA_EVENTS',
] as const;

export const detectors = defineCollector({
  id: 'guardduty.detectors',
  service: 'guardduty',
  scope: 'regional',
  calls: [ListDetectors, GetDetector],
  gather: async (aws): Promise<Listing<Detector>> => {
    const ids = await aws.list(ListDetectors, {}, 'DetectorIds', (id) => ({
      arn: `arn:${aws.partition}:guardduty:${aws.region}:${aws.account}:detector/${id}`,
      id,
    }));
    return { ...ids, items: await Promise.all(ids.items.map((each) => readDetector(aws, each))) };
  },
});

async function readDetector(
  aws: Aws,
  { id, ...listed }: { readonly arn: string; readonly id: string },
): Promise<Detector> {
  const settings = await aws.get(GetDetector, { DetectorId: id }, (answer, members) => ({
    isOn: members.observe(() => isEnabled(members.must(answer, 'Status'), members)),
    features: members.observe(() =>
      members.must(answer, 'Features').map((feature) => readFeature(feature, members)),
    ),
    namesAreKnown: members.observe((): true => {
      for (const feature of members.must(answer, 'Features')) {
        oneOf(members.must(feature, 'Name'), known, members);
      }
      return true;
    }),
  }));
  return {
    ...listed,
    type: 'AWS::GuardDuty::Detector',
    name: id,
    region: aws.region,
    isOn: derive((read) => read(read(settings).isOn)),
    features: derive((read) => read(read(settings).features)),
    namesAreKnown: derive((read) => read(read(settings).namesAreKnown)),
  };
}

function readFeature(feature: DetectorFeatureConfigurationResult, members: Members): Feature {
  return {
    ...readSwitch(feature, members),
    // Left out where nothing beside the account sets it, and where nothing is set beside the feature itself.
    isSetByOrganization: feature.ManagedBy !== undefined,
    additional: (feature.AdditionalConfiguration ?? []).map((each) => readSwitch(each, members)),
  };
}

function readSwitch(
  each: DetectorFeatureConfigurationResult | DetectorAdditionalConfigurationResult,
  members: Members,
) {
  return {
    name: members.must(each, 'Name'),
    isOn: members.observe(() => isEnabled(members.must(each, 'Status'), members)),
  };
}

function isEnabled(status: string, members: Members): boolean {
  return oneOf(status, ['ENABLED', 'DISABLED'], members) === 'ENABLED';
}
