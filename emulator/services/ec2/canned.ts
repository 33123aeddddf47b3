/** Settings of the account that moto does not keep. */
import { z } from 'zod';
import { success, xml } from '../../gate/answer.ts';
import type { Answerers } from '../../gate/canned.ts';

export const state = z.strictObject({
  ebsDefaultKmsKeyId: z.string().default('alias/aws/ebs'),
  snapshotBlockPublicAccess: z
    .enum(['unblocked', 'block-new-sharing', 'block-all-sharing'])
    .default('unblocked'),
  imageBlockPublicAccess: z.enum(['unblocked', 'block-new-sharing']).default('block-new-sharing'),
  /** What is missing has no preference. */
  metadataDefaults: z
    .strictObject({
      httpTokens: z.enum(['optional', 'required']).optional(),
      httpEndpoint: z.enum(['enabled', 'disabled']).optional(),
      httpPutResponseHopLimit: z.number().optional(),
    })
    .default({}),
  serialConsoleAccess: z.boolean().default(false),
  vpcBlockPublicAccess: z.enum(['off', 'block-bidirectional', 'block-ingress']).default('off'),
});

const BY_ACCOUNT = '<managedBy>account</managedBy>';

function optional(name: string, value: string | number | undefined): string {
  return value === undefined ? '' : `<${name}>${xml(String(value))}</${name}>`;
}

export const answers: Answerers<z.output<typeof state>> = {
  GetEbsDefaultKmsKeyId: (request, { ebsDefaultKmsKeyId }) =>
    success(request, optional('kmsKeyId', ebsDefaultKmsKeyId)),
  GetSnapshotBlockPublicAccessState: (request, { snapshotBlockPublicAccess }) =>
    success(request, `<state>${snapshotBlockPublicAccess}</state>${BY_ACCOUNT}`),
  GetImageBlockPublicAccessState: (request, { imageBlockPublicAccess }) =>
    success(
      request,
      `<imageBlockPublicAccessState>${imageBlockPublicAccess}</imageBlockPublicAccessState>${BY_ACCOUNT}`,
    ),
  GetInstanceMetadataDefaults: (request, { metadataDefaults }) =>
    success(
      request,
      '<accountLevel>' +
        optional('httpTokens', metadataDefaults.httpTokens) +
        optional('httpPutResponseHopLimit', metadataDefaults.httpPutResponseHopLimit) +
        optional('httpEndpoint', metadataDefaults.httpEndpoint) +
        `${BY_ACCOUNT}</accountLevel>`,
    ),
  GetSerialConsoleAccessStatus: (request, { serialConsoleAccess }) =>
    success(
      request,
      `<serialConsoleAccessEnabled>${String(serialConsoleAccess)}</serialConsoleAccessEnabled>${BY_ACCOUNT}`,
    ),
  DescribeVpcBlockPublicAccessOptions: (request, { vpcBlockPublicAccess }) =>
    success(
      request,
      '<vpcBlockPublicAccessOptions><awsAccountId>123456789012</awsAccountId>' +
        `<awsRegion>${request.region}</awsRegion>` +
        `<internetGatewayBlockMode>${vpcBlockPublicAccess}</internetGatewayBlockMode>` +
        `<state>default-state</state>${BY_ACCOUNT}</vpcBlockPublicAccessOptions>`,
    ),
  DescribeVpcBlockPublicAccessExclusions: (request) =>
    success(request, '<vpcBlockPublicAccessExclusionSet/>'),
};
