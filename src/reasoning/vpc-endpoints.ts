/** Whether a VPC has endpoints to services, judged alike for every service that is asked for. */
import { lookupBy } from '../collect/lookup.ts';
import { fail, notApplicable, pass, type Verdict } from '../judge/verdict.ts';
import { ifKnown } from '../observe/if-known.ts';
import type { Listing, Observed, Read } from '../observe/observed.ts';

interface Endpoint {
  readonly vpcId: string;
  readonly way: Observed<{
    /** Such as `com.amazonaws.eu-west-1.ecr.api`. */
    readonly serviceName: string | null;
    readonly isAvailable: boolean;
    /** A gateway endpoint carries traffic only by route tables that it is associated with. */
    readonly isRouted: boolean;
  }>;
}

interface Interface {
  readonly vpcId: string;
}

const endpointsByVpc = lookupBy(({ vpcId }: Endpoint) => vpcId);
const interfacesByVpc = lookupBy(({ vpcId }: Interface) => vpcId);

/** What is in the VPCs of a Region. */
export interface EndpointContext {
  readonly read: Read;
  readonly endpoints: Listing<Endpoint>;
  readonly interfaces: Listing<Interface>;
}

/** @param services by the end of their service name: `s3`, `ec2`, `ecr.api`. */
export function judgeEndpoints(
  { vpcId, region }: { readonly vpcId: string; readonly region: string },
  { read, endpoints, interfaces }: EndpointContext,
  services: readonly string[],
): Verdict {
  const isServed = (service: string) =>
    read.some(endpointsByVpc(endpoints, vpcId), ({ way }) => {
      const { serviceName, isAvailable, isRouted } = read(way);
      return serviceName?.endsWith(`.${region}.${service}`) === true && isAvailable && isRouted;
    });
  const isUsed = ifKnown(() => read.some(interfacesByVpc(interfaces, vpcId), () => true));
  if (isUsed === false) return notApplicable('nothing is in the VPC: it has no network interface');
  const missing = services.filter((service) => !isServed(service));
  if (missing.length === 0) return pass(`endpoints are in use for ${services.join(', ')}`);
  if (isUsed === undefined) read.list(interfaces);
  return fail(`no endpoint in use for ${missing.join(', ')}`);
}
