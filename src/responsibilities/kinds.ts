/**
 * Kinds of resources that move the split within one service. A line of the report follows the kinds that the scan found;
 * where it did not read them, the line says on what it depends. What tells a kind is the collector's (`Resource.variant`).
 */
import type { LayerId } from './layers.ts';
import type { ServiceId } from './services.ts';
import type { Terms } from './terms.ts';

type Split = Pick<Terms, 'owner' | 'awsPart' | 'customerPart'>;

interface Kind {
  readonly id: string;
  readonly service: ServiceId;
  readonly name: string;
  /** What the resources of the service are called that are of no such kind. */
  readonly others: string;
  /** The list whose resources tell the kind, as checks name it; undefined while no collector reads it. */
  readonly list?: string;
  readonly layers: Readonly<Partial<Record<LayerId, Split>>>;
}

const catalogue = [
  {
    // RDS user guide, "Shared responsibility model in RDS Custom".
    id: 'rds-custom',
    service: 'rds',
    name: 'RDS Custom',
    others: 'RDS',
    list: 'rds.instances',
    layers: {
      'service-software-and-engine-patching': {
        owner: 'customer',
        customerPart: 'Patches and upgrades the engine, and keeps to the support perimeter.',
        awsPart: 'Patches nothing of the engine; runs backups and monitors the support perimeter.',
      },
      'guest-os': {
        owner: 'customer',
        customerPart: 'Patches the operating system of the instance, to which it has access.',
        awsPart: 'Provides the host below; does not patch the operating system.',
      },
      'os-configuration-and-host-firewall': {
        owner: 'customer',
        customerPart: 'Configures and hardens the operating system, its users and its agents.',
        awsPart: 'Configures what the support perimeter needs.',
      },
      'runtime-and-platform': {
        owner: 'customer',
        customerPart: 'Installs and maintains the engine’s software, add-ons and scripts.',
        awsPart: 'Provides the automation around the instance.',
      },
    },
  },
  {
    // EKS user guide, "Manage compute resources by using nodes".
    id: 'eks-self-managed',
    service: 'eks',
    name: 'self-managed nodes',
    others: 'managed node groups',
    layers: {
      'guest-os': {
        owner: 'customer',
        customerPart: 'Builds or chooses the image, and patches and replaces the nodes itself.',
        awsPart: 'Publishes optimised images; updates no node.',
      },
      'os-configuration-and-host-firewall': {
        owner: 'customer',
        customerPart: 'Configures and hardens image, kubelet and container runtime of the nodes.',
        awsPart: 'Not involved beyond the images that it publishes.',
      },
    },
  },
  {
    // EKS user guide, "Security considerations for Amazon EKS Auto Mode".
    id: 'eks-auto-mode',
    service: 'eks-fargate',
    name: 'Auto Mode',
    others: 'Fargate',
    list: 'eks.clusters',
    layers: {
      'guest-os': {
        owner: 'aws',
        customerPart: 'Lets nodes be replaced in time: disruption budgets can hold it up.',
        awsPart: 'Chooses the image, patches nodes by replacing them and lets nobody log in.',
      },
      'network-configuration': {
        owner: 'customer',
        customerPart:
          'Sets subnets, security groups and node classes, and the allow-list of the API endpoint.',
        awsPart: 'Runs load balancing and the network of the nodes as configured.',
      },
    },
  },
  {
    // Lambda developer guide, "Understanding how Lambda manages runtime version updates", shared responsibility.
    id: 'lambda-image',
    service: 'lambda',
    name: 'container images',
    others: 'managed runtimes',
    layers: {
      'service-software-and-engine-patching': {
        owner: 'customer',
        customerPart: 'Rebuilds and redeploys the image when its base image or runtime is patched.',
        awsPart: 'Publishes patched base images; does not update what is deployed.',
      },
      'runtime-and-platform': {
        owner: 'customer',
        customerPart: 'Owns the runtime inside the image and everything else in it.',
        awsPart: 'Operates the environment in which the image runs.',
      },
    },
  },
] as const satisfies readonly Kind[];

export type KindId = (typeof catalogue)[number]['id'];

export const kinds: readonly (Kind & { readonly id: KindId })[] = catalogue;
