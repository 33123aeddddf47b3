/** What kinds of secrets the user data of instances holds. The user data itself leaves the operation in no form. */
import type { Members } from '../../aws/reads.ts';
import { defineCollector } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import { instances } from './instances.ts';
import { DescribeInstanceAttribute } from './operations.ts';
import type { FoundSecrets } from '../../reasoning/secrets/detect.ts';
import { redactedSecrets } from '../../reasoning/secrets/redacted.ts';

export interface UserDataSecrets {
  readonly isEmpty: boolean;
  readonly found: readonly FoundSecrets[];
}

export const userDataSecrets = defineCollector({
  id: 'ec2.user-data-secrets',
  service: 'ec2',
  scope: 'regional',
  calls: [DescribeInstanceAttribute],
  needs: { instances },
  gather: (aws, given) =>
    perResource(
      given.instances.items.filter(({ managed }) => !managed),
      ({ instanceId }) =>
        aws.get(
          DescribeInstanceAttribute,
          { InstanceId: instanceId, Attribute: 'userData' },
          // An instance without user data has the attribute, but no value in it.
          (answer, members): UserDataSecrets =>
            secretsOf(members.must(answer, 'UserData').Value, members),
        ),
    ),
});

/** What redacted user data holds; `undefined` or an empty text where there is none. */
export function secretsOf(redacted: string | undefined, { unusable }: Members): UserDataSecrets {
  if (!redacted) return { isEmpty: true, found: [] };
  const found = redactedSecrets(redacted) ?? unusable('the user data was not redacted');
  if (found === 'illegible') {
    return unusable(
      'the user data, or a part of it, cannot be decoded, and nothing was found in the rest',
    );
  }
  return { isEmpty: false, found };
}
