/** Parameters of Parameter Store: their names and types. No value is read. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { DescribeParameters } from './operations.ts';

export interface StoredParameter extends Resource {
  /** `SecureString` is encrypted with a KMS key; the others are plain text. */
  readonly kind: Observed<(typeof kinds)[number]>;
}

/** The largest page of the operation. */
const parametersPerPage = 50;
const kinds = ['String', 'StringList', 'SecureString'] as const;

export const storedParameters = defineCollector({
  id: 'systems-manager.parameters',
  service: 'systems-manager',
  scope: 'regional',
  calls: [DescribeParameters],
  gather: (aws) =>
    aws.list(
      DescribeParameters,
      { MaxResults: parametersPerPage },
      'Parameters',
      (parameter, members): StoredParameter => {
        const name = members.must(parameter, 'Name');
        // A name in a hierarchy begins with the slash that the ARN of any other needs.
        const path = name.startsWith('/') ? name : `/${name}`;
        return {
          arn: `arn:${aws.partition}:ssm:${aws.region}:${aws.account}:parameter${path}`,
          type: 'AWS::SSM::Parameter',
          name,
          region: aws.region,
          kind: members.observe(() => oneOf(members.must(parameter, 'Type'), kinds, members)),
        };
      },
    ),
});
