import * as sdk from '@aws-sdk/client-cloudfront';
import * as logs from '@aws-sdk/client-cloudwatch-logs';
import { cloudfront as service } from '../../src/collectors/cloudfront/service.ts';
import { emulate } from '../service.ts';
import { US, must } from '../site.ts';
import type { Planted, Site } from '../site.ts';
import acm from './acm.ts';
import s3 from './s3.ts';
import wafv2 from './wafv2.ts';

const FUNCTION_URL = 'q7w2e4r6t8y1u3i5o9p0a2s4d6f8g1h3.lambda-url.eu-central-1.on.aws';

function bucketOrigin(bucket: string, OriginAccessControlId: string): sdk.Origin {
  return {
    Id: bucket,
    DomainName: `${bucket}.s3.eu-central-1.amazonaws.com`,
    OriginAccessControlId,
    S3OriginConfig: { OriginAccessIdentity: '' },
  };
}

function serverOrigin(
  DomainName: string,
  policy: sdk.OriginProtocolPolicy,
  protocols: sdk.SslProtocol[],
  OriginAccessControlId = '',
): sdk.Origin {
  return {
    Id: DomainName,
    DomainName,
    OriginAccessControlId,
    CustomOriginConfig: {
      HTTPPort: 80,
      HTTPSPort: 443,
      OriginProtocolPolicy: policy,
      OriginSslProtocols: { Quantity: protocols.length, Items: protocols },
    },
  };
}

type Plan = Pick<sdk.DistributionConfig, 'Comment' | 'Aliases' | 'WebACLId' | 'ViewerCertificate'> &
  Pick<sdk.DistributionConfig, 'DefaultRootObject' | 'OriginGroups'> & {
    readonly viewers: sdk.ViewerProtocolPolicy;
    readonly origins: sdk.Origin[];
    readonly delivers?: true;
    readonly outcomes: Readonly<Record<string, Planted['outcome']>>;
  };

/** The shop, set up well, with logs by way of CloudWatch Logs. */
function wellKept(certificate: string, webAcl: string): Plan {
  const servers = [
    serverOrigin('portal.northwind-harbour.example', 'https-only', ['TLSv1.2']),
    serverOrigin(FUNCTION_URL, 'https-only', ['TLSv1.2'], 'E2QWRTYUIOPASD'),
  ];
  const bucket = bucketOrigin('nwh-freight-documents', 'E1QWRTYUIOPASD');
  const members = [bucket, ...servers.slice(0, 1)].map(({ Id }) => ({ OriginId: Id }));
  return {
    Comment: 'www',
    Aliases: { Quantity: 1, Items: ['www.northwind-harbour.example'] },
    WebACLId: webAcl,
    DefaultRootObject: 'index.html',
    ViewerCertificate: {
      CloudFrontDefaultCertificate: false,
      ACMCertificateArn: certificate,
      SSLSupportMethod: 'sni-only',
      MinimumProtocolVersion: 'TLSv1.2_2021',
    },
    viewers: 'redirect-to-https',
    origins: [bucket, ...servers],
    OriginGroups: {
      Quantity: 1,
      Items: [
        {
          Id: 'both',
          FailoverCriteria: { StatusCodes: { Quantity: 1, Items: [503] } },
          Members: { Quantity: 2, Items: members },
        },
      ],
    },
    delivers: true,
    outcomes: outcomesOf('pass'),
  };
}

/** An old campaign that nobody cleared away: its bucket is gone. */
function forgotten(certificate: string): Plan {
  return {
    Comment: 'campaign of 2019',
    Aliases: { Quantity: 1, Items: ['win.northwind-harbour.example'] },
    ViewerCertificate: {
      CloudFrontDefaultCertificate: false,
      ACMCertificateArn: certificate,
      SSLSupportMethod: 'vip',
      MinimumProtocolVersion: 'TLSv1',
    },
    viewers: 'allow-all',
    origins: [
      bucketOrigin('nwh-campaign-2019', ''),
      serverOrigin('win.partner.example', 'match-viewer', ['SSLv3', 'TLSv1']),
      serverOrigin(FUNCTION_URL, 'https-only', ['TLSv1.2']),
    ],
    outcomes: { ...outcomesOf('fail'), 'cloudfront-custom-certificate': 'pass' },
  };
}

/** A preview by the name of cloudfront.net. */
const preview: Plan = {
  Comment: 'preview',
  ViewerCertificate: { CloudFrontDefaultCertificate: true, MinimumProtocolVersion: 'TLSv1' },
  viewers: 'https-only',
  origins: [serverOrigin('preview.northwind-harbour.example', 'https-only', ['TLSv1.2'])],
  outcomes: { 'cloudfront-custom-certificate': 'fail', 'cloudfront-https-only': 'pass' },
};

function outcomesOf(outcome: Planted['outcome']): Plan['outcomes'] {
  const subjects = [
    'custom-certificate',
    'default-root-object',
    'function-url-access-control',
    'https-only',
    'logging',
    'origin-access-control',
    'origin-bucket-exists',
    'origin-failover',
    'origin-https',
    'origin-no-old-tls',
    'sni',
    'tls-policy',
    'waf',
  ];
  return Object.fromEntries(subjects.map((subject) => [`cloudfront-${subject}`, outcome]));
}

/** Standard logging (v2): a source, a destination, and the delivery between them, all in us-east-1. */
async function deliver(site: Site, resourceArn: string): Promise<void> {
  const { logBucket } = await s3.planted(site);
  const client = site.client(logs.CloudWatchLogsClient, US, 90);
  const name = 'nwh-www-access';
  await client.send(
    new logs.PutDeliverySourceCommand({ name, resourceArn, logType: 'ACCESS_LOGS' }),
  );
  const destination = await client.send(
    new logs.PutDeliveryDestinationCommand({
      name,
      deliveryDestinationConfiguration: { destinationResourceArn: `arn:aws:s3:::${logBucket}` },
    }),
  );
  const deliveryDestinationArn = must(destination.deliveryDestination?.arn, 'arn');
  await client.send(
    new logs.CreateDeliveryCommand({ deliverySourceName: name, deliveryDestinationArn }),
  );
}

async function plant(site: Site): Promise<void> {
  const certificate = (await acm.planted(site))(US);
  const webAcl = (await wafv2.planted(site))('nwh-www');
  const cloudfront = site.client(sdk.CloudFrontClient, US, 120);
  for (const plan of [wellKept(certificate, webAcl), forgotten(certificate), preview]) {
    const { viewers, origins, delivers, outcomes, ...rest } = plan;
    const made = await cloudfront.send(
      new sdk.CreateDistributionCommand({
        DistributionConfig: {
          ...rest,
          CallerReference: `nwh-${rest.Comment}`,
          Enabled: true,
          Origins: { Quantity: origins.length, Items: origins },
          DefaultCacheBehavior: {
            TargetOriginId: must(origins[0]?.Id, 'Id'),
            ViewerProtocolPolicy: viewers,
            CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
          },
        },
      }),
    );
    const arn = must(made.Distribution?.ARN, 'ARN');
    if (delivers) await deliver(site, arn);
    for (const [check, outcome] of Object.entries(outcomes)) site.expect(check, arn, outcome);
  }
}

export default emulate({ service, sdk, Client: sdk.CloudFrontClient, plant });
