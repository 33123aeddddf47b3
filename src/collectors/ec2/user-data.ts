/** What kinds of secrets the user data of instances holds. The user data itself leaves the operation in no form. */
import { defineCollector, perResource } from '../../collect/collector.ts';
import { decodeUserData, detectSecrets } from '../../reasoning/secrets/detect.ts';
import { instances } from './instances.ts';
import { ec2 } from '../services.ts';

const prefix = 'redacted: ';
const illegible = 'cannot be decoded';
const nothing = 'no secrets found';

const DescribeInstanceAttribute = ec2.operation(
  'DescribeInstanceAttribute',
  (sdk) => sdk.DescribeInstanceAttributeCommand,
  {
    action: 'ec2:DescribeInstanceAttribute',
    redact: ({ UserData, ...rest }) => ({
      ...rest,
      ...(UserData ? { UserData: redacted(UserData.Value) } : {}),
    }),
  },
);

export interface UserDataSecrets {
  readonly isEmpty: boolean;
  /** Names of the detectors that found something. */
  readonly kinds: readonly string[];
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
          (answer, { must, unusable }): UserDataSecrets => {
            // An instance without user data has the attribute, but no value in it.
            const { Value } = must(answer, 'UserData');
            if (!Value) return { isEmpty: true, kinds: [] };
            if (!Value.startsWith(prefix)) unusable('the user data was not redacted');
            const found = Value.slice(prefix.length);
            if (found === illegible) unusable('the user data is not text that can be decoded');
            return { isEmpty: false, kinds: found === nothing ? [] : found.split(', ') };
          },
        ),
    ),
});

function redacted(value: string | undefined): { Value?: string } {
  if (!value) return {};
  const text = decodeUserData(value);
  if (text === undefined) return { Value: `${prefix}${illegible}` };
  const kinds = detectSecrets(text);
  return { Value: `${prefix}${kinds.length > 0 ? kinds.join(', ') : nothing}` };
}
