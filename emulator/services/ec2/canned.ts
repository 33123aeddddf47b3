/** Settings of the account that moto does not keep. */
import { z } from 'zod';
import { success, xml } from '../../gate/answer.ts';
import type { Answerers } from '../../gate/canned.ts';

const tunnel = z.strictObject({
  address: z.string(),
  isUp: z.boolean().default(true),
  /** What is missing has the defaults of AWS: no logs, and both versions of IKE. */
  hardened: z.boolean().default(false),
});

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
  /** Kinds and ids of what is left out of the block: `subnet/subnet-1`. */
  vpcBlockExclusions: z.array(z.string()).default([]),
  vpnConnections: z.array(z.strictObject({ id: z.string(), tunnels: z.array(tunnel) })).default([]),
  clientVpnEndpoints: z.array(z.strictObject({ id: z.string(), logs: z.boolean() })).default([]),
  spotFleets: z.array(z.strictObject({ id: z.string(), encrypted: z.boolean() })).default([]),
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
  DescribeVpcBlockPublicAccessExclusions: (request, { vpcBlockExclusions }) =>
    success(
      request,
      listOf(
        'vpcBlockPublicAccessExclusionSet',
        vpcBlockExclusions.map(
          (resource, index) =>
            `<exclusionId>vpcbpa-exclude-0c0ffee00000000${index}</exclusionId>` +
            '<internetGatewayExclusionMode>allow-bidirectional</internetGatewayExclusionMode>' +
            `<resourceArn>arn:aws:ec2:${request.region}:123456789012:${xml(resource)}</resourceArn>` +
            '<state>create-complete</state>',
        ),
      ),
    ),
  DescribeVpnConnections: (request, { vpnConnections }) =>
    success(
      request,
      listOf(
        'vpnConnectionSet',
        vpnConnections.map(
          ({ id, tunnels }) =>
            `<vpnConnectionId>${xml(id)}</vpnConnectionId><state>available</state><type>ipsec.1</type>` +
            '<customerGatewayConfiguration>&lt;pre_shared_key&gt;…</customerGatewayConfiguration>' +
            `<options>${listOf('tunnelOptionSet', tunnels.map(tunnelOptions))}</options>` +
            listOf('vgwTelemetry', tunnels.map(telemetry)),
        ),
      ),
    ),
  DescribeClientVpnEndpoints: (request, { clientVpnEndpoints }) =>
    success(
      request,
      listOf(
        'clientVpnEndpoint',
        clientVpnEndpoints.map(
          ({ id, logs }) =>
            `<clientVpnEndpointId>${xml(id)}</clientVpnEndpointId>` +
            '<status><code>available</code></status>' +
            `<connectionLogOptions><Enabled>${String(logs)}</Enabled></connectionLogOptions>`,
        ),
      ),
    ),
  DescribeSpotFleetRequests: (request, { spotFleets }) =>
    success(
      request,
      listOf(
        'spotFleetRequestConfigSet',
        spotFleets.map(
          ({ id, encrypted }) =>
            `<spotFleetRequestId>${xml(id)}</spotFleetRequestId>` +
            '<spotFleetRequestState>active</spotFleetRequestState><spotFleetRequestConfig>' +
            '<iamFleetRole>arn:aws:iam::123456789012:role/fleet</iamFleetRole>' +
            '<targetCapacity>2</targetCapacity><launchSpecifications><item><blockDeviceMapping><item>' +
            `<deviceName>/dev/xvda</deviceName><ebs><encrypted>${String(encrypted)}</encrypted></ebs>` +
            '</item></blockDeviceMapping></item></launchSpecifications></spotFleetRequestConfig>',
        ),
      ),
    ),
};

function listOf(name: string, items: readonly string[]): string {
  return `<${name}>${items.map((item) => `<item>${item}</item>`).join('')}</${name}>`;
}

function tunnelOptions({ address, hardened }: z.output<typeof tunnel>): string {
  const shown = `<outsideIpAddress>${xml(address)}</outsideIpAddress><preSharedKey>not-a-secret</preSharedKey>`;
  if (!hardened) return shown;
  return (
    `${shown}${listOf('ikeVersionSet', ['<value>ikev2</value>'])}<logOptions>` +
    '<cloudWatchLogOptions><logEnabled>true</logEnabled></cloudWatchLogOptions></logOptions>'
  );
}

function telemetry({ address, isUp }: z.output<typeof tunnel>): string {
  return `<outsideIpAddress>${xml(address)}</outsideIpAddress><status>${isUp ? 'UP' : 'DOWN'}</status>`;
}
