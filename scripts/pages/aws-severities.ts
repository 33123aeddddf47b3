/** The severities that AWS gives, beside those of the checks. */
import { type AwsControl, awsMapping } from '../../src/frameworks/aws-mapping.ts';

/** How AWS grades those of its controls that are among the ids. */
export function awsSeverities(
  ids: readonly string[],
): readonly { readonly id: string; readonly severity: AwsControl['severity'] }[] {
  return ids.flatMap((id) => {
    const severity = awsMapping.get(id)?.severity;
    return severity === undefined ? [] : [{ id, severity }];
  });
}
