import * as sdk from '@aws-sdk/client-elastic-load-balancing';
import { elb as service } from '../../src/collectors/elb/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME } from '../site.ts';
import type { Site } from '../site.ts';
import acm from './acm.ts';
import ec2 from './ec2/service.ts';

/** What is left of the time before Application Load Balancers, in the home Region. */
async function plant(site: Site): Promise<void> {
  const { production, groupId } = await ec2.planted(site);
  const certificate = (await acm.planted(site))(HOME);
  const elb = site.client(sdk.ElasticLoadBalancingClient, HOME, 650);
  const make = async (
    name: string,
    Subnets: readonly string[],
    AvailabilityZones: string[],
    listener: Pick<sdk.Listener, 'Protocol' | 'LoadBalancerPort' | 'SSLCertificateId'>,
  ): Promise<string> => {
    await elb.send(
      new sdk.CreateLoadBalancerCommand({
        LoadBalancerName: name,
        Subnets: [...Subnets],
        AvailabilityZones, // moto does not tell those of the subnets
        SecurityGroups: [groupId('freight-api')],
        Listeners: [{ ...listener, InstanceProtocol: 'TCP', InstancePort: 8443 }],
      }),
    );
    return `arn:aws:elasticloadbalancing:${HOME}:${ACCOUNT_ID}:loadbalancer/${name}`;
  };
  const mail = await make('nwh-mail-relay', production.subnetIds, [`${HOME}a`, `${HOME}b`], {
    Protocol: 'SSL',
    LoadBalancerPort: 465,
    SSLCertificateId: certificate,
  });
  const telex = await make('nwh-telex', production.subnetIds.slice(0, 1), [`${HOME}a`], {
    Protocol: 'TCP',
    LoadBalancerPort: 1024,
  });
  site.expect('elb-classic-tls-listeners', mail, 'pass');
  site.expect('elb-classic-tls-listeners', telex, 'fail');
  site.expect('elb-classic-multiple-zones', mail, 'pass');
  site.expect('elb-classic-multiple-zones', telex, 'fail');
}

export default emulate({ service, sdk, Client: sdk.ElasticLoadBalancingClient, plant });
