/**
 * The resources of a Region that have tags, or had some, whatever their service. AWS returns no resource that never was tagged,
 * and of IAM no user, role or group: Resource Groups Tagging API reference, "GetResources"; aws/aws-sdk, issue 581.
 */
import { defineCollector } from '../../collect/collector.ts';
import { GetResources } from './operations.ts';

export interface TaggedResource {
  readonly arn: string;
  /** By key. Of a resource whose tags were taken off there is none. */
  readonly tags: Readonly<Record<string, string>>;
}

/** The largest page. */
const resourcesPerPage = 100;

/** No check needs it: it is read where tags are asked for. */
export const taggedResources = defineCollector({
  id: 'resource-groups-tagging.tagged-resources',
  service: 'account',
  scope: 'regional',
  calls: [GetResources],
  gather: (aws) => {
    const alike = new Map<string, string>();
    // A hundred thousand resources have the same few keys and values; each answer has copies of its own.
    const once = (text: string) => {
      const known = alike.get(text);
      if (known !== undefined) return known;
      alike.set(text, text);
      return text;
    };
    return aws.list(
      GetResources,
      { ResourcesPerPage: resourcesPerPage },
      'ResourceTagMappingList',
      ({ ResourceARN, Tags }, members): TaggedResource => {
        const given = { ResourceARN, Tags };
        const tags = members
          .must(given, 'Tags')
          .map(
            (tag) => [once(members.must(tag, 'Key')), once(members.must(tag, 'Value'))] as const,
          );
        return { arn: members.must(given, 'ResourceARN'), tags: Object.fromEntries(tags) };
      },
    );
  },
});
