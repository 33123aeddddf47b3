import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import * as sdk from '@aws-sdk/client-elastic-load-balancing-v2';
import { elbV2 as service } from '../../src/collectors/elb-v2/service.ts';
import { emulate } from '../service.ts';
import { HOME, SECOND, US, must } from '../site.ts';
import type { Planted, Site } from '../site.ts';
import acm from './acm.ts';
import ec2 from './ec2/service.ts';
import s3 from './s3.ts';

interface ListenerPlan {
  readonly port: number;
  readonly protocol: sdk.ProtocolEnum;
  readonly action: 'forward' | 'redirect';
  readonly policy?: string;
  /** A rule that forwards although the default does not. */
  readonly leaks?: true;
  readonly speaks: Planted['outcome'];
  readonly tls?: Planted['outcome'];
}

interface BalancerPlan {
  readonly name: string;
  readonly region: string;
  readonly type: 'application' | 'network';
  readonly subnets: readonly string[];
  /** Whether its attributes are as they should be. */
  readonly isCared: boolean;
  readonly listeners: readonly ListenerPlan[];
}

const redirect: sdk.Action = {
  Type: 'redirect',
  RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' },
};

async function plansOf(site: Site): Promise<readonly BalancerPlan[]> {
  const { production } = await ec2.planted(site);
  const defaultSubnets = async (region: string) => {
    const Filters = [{ Name: 'default-for-az', Values: ['true'] }];
    const answer = await site
      .client(EC2Client, region)
      .send(new DescribeSubnetsCommand({ Filters }));
    return must(answer.Subnets, 'Subnets').map(({ SubnetId }) => must(SubnetId, 'SubnetId'));
  };
  return [
    {
      name: 'nwh-portal',
      region: HOME,
      type: 'application',
      subnets: production.subnetIds,
      isCared: true,
      listeners: [
        {
          port: 443,
          protocol: 'HTTPS',
          action: 'forward',
          policy: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
          speaks: 'pass',
          tls: 'pass',
        },
        { port: 80, protocol: 'HTTP', action: 'redirect', speaks: 'pass' },
      ],
    },
    {
      name: 'nwh-edi',
      region: SECOND,
      type: 'application',
      subnets: (await defaultSubnets(SECOND)).slice(0, 2),
      isCared: false,
      listeners: [
        {
          port: 443,
          protocol: 'HTTPS',
          action: 'forward',
          policy: 'ELBSecurityPolicy-2016-08',
          speaks: 'pass',
          tls: 'fail',
        },
        { port: 80, protocol: 'HTTP', action: 'redirect', leaks: true, speaks: 'pass' },
        { port: 8080, protocol: 'HTTP', action: 'forward', speaks: 'fail' },
      ],
    },
    {
      name: 'nwh-telemetry',
      region: US,
      type: 'network',
      subnets: (await defaultSubnets(US)).slice(0, 1),
      isCared: false,
      listeners: [
        {
          port: 8883,
          protocol: 'TLS',
          action: 'forward',
          policy: 'ELBSecurityPolicy-TLS13-1-3-2021-06',
          speaks: 'pass',
          tls: 'pass',
        },
        { port: 1883, protocol: 'TCP', action: 'forward', speaks: 'manual' },
      ],
    },
  ];
}

/** What AWS tells of every load balancer, and moto only once it was set. */
function attributesOf(
  { type, isCared }: BalancerPlan,
  bucket: string,
): sdk.LoadBalancerAttribute[] {
  const common = {
    'access_logs.s3.enabled': String(isCared),
    'deletion_protection.enabled': String(isCared),
    ...(isCared ? { 'access_logs.s3.bucket': bucket } : {}),
  };
  const http = {
    'routing.http.drop_invalid_header_fields.enabled': String(isCared),
    'routing.http.desync_mitigation_mode': isCared ? 'defensive' : 'monitor',
  };
  const all = type === 'application' ? { ...common, ...http } : common;
  return Object.entries(all).map(([Key, Value]) => ({ Key, Value }));
}

async function plantListener(
  elb: sdk.ElasticLoadBalancingV2Client,
  plan: ListenerPlan,
  place: { LoadBalancerArn: string; TargetGroupArn: string; certificate: string },
): Promise<string> {
  const { port: Port, protocol: Protocol, action, policy, leaks } = plan;
  const forward: sdk.Action = { Type: 'forward', TargetGroupArn: place.TargetGroupArn };
  const made = await elb.send(
    new sdk.CreateListenerCommand({
      LoadBalancerArn: place.LoadBalancerArn,
      Port,
      Protocol,
      DefaultActions: [action === 'redirect' ? redirect : forward],
      ...(policy === undefined
        ? {}
        : { SslPolicy: policy, Certificates: [{ CertificateArn: place.certificate }] }),
    }),
  );
  const ListenerArn = must(made.Listeners?.[0]?.ListenerArn, 'ListenerArn');
  if (leaks) {
    const Conditions = [{ Field: 'path-pattern', Values: ['/as2/*'] }];
    const rule = { ListenerArn, Conditions, Priority: 10, Actions: [forward] };
    await elb.send(new sdk.CreateRuleCommand(rule));
  }
  return ListenerArn;
}

async function plantBalancer(site: Site, plan: BalancerPlan): Promise<void> {
  const { name: Name, region, type: Type, subnets, isCared, listeners } = plan;
  const { logBucket } = await s3.planted(site);
  const certificate = (await acm.planted(site))(region);
  const elb = site.client(sdk.ElasticLoadBalancingV2Client, region, 260);
  const made = await elb.send(
    new sdk.CreateLoadBalancerCommand({ Name, Type, Subnets: [...subnets] }),
  );
  const balancer = must(made.LoadBalancers?.[0], 'LoadBalancers');
  const LoadBalancerArn = must(balancer.LoadBalancerArn, 'LoadBalancerArn');
  const Attributes = attributesOf(plan, logBucket);
  const set = { LoadBalancerArn, Attributes };
  await elb.send(new sdk.ModifyLoadBalancerAttributesCommand(set));
  const group = await elb.send(
    new sdk.CreateTargetGroupCommand({
      Name,
      Port: 8443,
      Protocol: Type === 'application' ? 'HTTPS' : 'TCP',
      VpcId: must(balancer.VpcId, 'VpcId'),
    }),
  );
  const TargetGroupArn = must(group.TargetGroups?.[0]?.TargetGroupArn, 'TargetGroupArn');
  for (const each of listeners) {
    const arn = await plantListener(elb, each, { LoadBalancerArn, TargetGroupArn, certificate });
    site.expect('elbv2-listener-secure-protocol', arn, each.speaks);
    if (each.tls) site.expect('elbv2-tls-policy', arn, each.tls);
  }
  const outcome = isCared ? 'pass' : 'fail';
  site.expect('elbv2-access-logging', LoadBalancerArn, outcome);
  site.expect('elbv2-deletion-protection', LoadBalancerArn, outcome);
  site.expect('elbv2-multiple-zones', LoadBalancerArn, subnets.length > 1 ? 'pass' : 'fail');
  if (Type === 'network') return;
  site.expect('elbv2-drop-invalid-headers', LoadBalancerArn, outcome);
  site.expect('elbv2-desync-mode', LoadBalancerArn, outcome);
  site.expect('elbv2-http-redirects-to-https', LoadBalancerArn, outcome);
}

async function plant(site: Site): Promise<void> {
  for (const plan of await plansOf(site)) await plantBalancer(site, plan);
}

export default emulate({ service, sdk, Client: sdk.ElasticLoadBalancingV2Client, plant });
