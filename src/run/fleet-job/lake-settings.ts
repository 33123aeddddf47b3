/** The custom source of Security Lake, as the functions' environment names it. */
import * as z from 'zod';
import { UserError } from '../../text/user-error.ts';
import type { Lake } from './lake.ts';
import { emptyOr } from './empty-or.ts';

/** Of the data lake's bucket the name tells the Region: Security Lake user guide, "Collecting data from custom sources". */
const location =
  /^s3:\/\/(aws-security-data-lake-([a-z]{2,}(?:-[a-z]+)+-\d)-[a-z0-9-]+)\/(ext\/[\w.-]+)\/?$/;

export const lakeVariables = {
  FLEET_LAKE_LOCATION: emptyOr(
    location,
    'write the location of the custom source, such as s3://aws-security-data-lake-eu-west-1-abc/ext/srm-scan/',
  ),
  FLEET_LAKE_ROLE_ARN: emptyOr(
    /^arn:[a-z-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/,
    'write the ARN of the role that Security Lake made for the source',
  ),
  // IAM user guide, "How to use external ID".
  FLEET_LAKE_EXTERNAL_ID: emptyOr(
    /^[\w+=,.@:/-]{2,1224}$/,
    'write the external id that the source was registered with',
  ),
} as const;

const variables = z.object(lakeVariables);

/** All three, or none. Throws a `UserError` where some are missing. */
export function lakeOf({
  FLEET_LAKE_LOCATION: place,
  FLEET_LAKE_ROLE_ARN: roleArn,
  FLEET_LAKE_EXTERNAL_ID: externalId,
}: z.infer<typeof variables>): Lake | undefined {
  const [, bucket, region, prefix] = location.exec(place ?? '') ?? [];
  const isNamed = bucket !== undefined && region !== undefined && prefix !== undefined;
  if (!isNamed && roleArn === undefined && externalId === undefined) return undefined;
  if (isNamed && roleArn !== undefined && externalId !== undefined)
    return { bucket, region, prefix, roleArn, externalId };
  throw new UserError(
    'Security Lake needs FLEET_LAKE_LOCATION, FLEET_LAKE_ROLE_ARN and FLEET_LAKE_EXTERNAL_ID; set all three, or none',
  );
}
