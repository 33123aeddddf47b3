/** The layers of a service, from the ground up: each is one duty that AWS, the customer or both carry. */
export interface Layer {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

const catalogue = [
  {
    id: 'physical-facilities',
    name: 'Physical facilities',
    description: 'Buildings, power, cooling and physical entry of data centres and edge sites',
  },
  {
    id: 'hardware',
    name: 'Hardware',
    description: 'Servers, storage media and network devices from purchase to destruction',
  },
  {
    id: 'host-virtualization',
    name: 'Host virtualisation',
    description: 'The hypervisor or Nitro system and the separation of tenants on one host',
  },
  {
    id: 'physical-and-backbone-network',
    name: 'Physical and backbone network',
    description: 'Cables and devices within and between zones, regions and edge sites',
  },
  {
    id: 'managed-service-control-plane',
    name: 'Service control plane',
    description: 'The API, schedulers and internal systems by which the service is run',
  },
  {
    id: 'service-software-and-engine-patching',
    name: 'Service software and engine patching',
    description:
      'Updates of the software that does the work of the service, such as a database engine',
  },
  {
    id: 'guest-os',
    name: 'Operating system',
    description: 'Installation, patching and retirement of the operating system under the workload',
  },
  {
    id: 'os-configuration-and-host-firewall',
    name: 'Operating system configuration',
    description: 'Accounts, services, hardening and firewall of the operating system',
  },
  {
    id: 'runtime-and-platform',
    name: 'Runtime and platform',
    description: 'Language runtimes, web servers, engines and images on which the application runs',
  },
  {
    id: 'application-code',
    name: 'Application code',
    description: 'The code, its dependencies, its secrets and the way it authenticates its users',
  },
  {
    id: 'network-configuration',
    name: 'Network configuration',
    description: 'Who can reach the resource: security groups, routes, endpoints, public access',
  },
  {
    id: 'identity-and-access',
    name: 'Identity and access',
    description: 'Who may do what: users, roles, policies, credentials and sharing',
  },
  {
    id: 'client-side-encryption',
    name: 'Client-side encryption',
    description: 'Encryption before the data reaches AWS, with keys that AWS does not hold',
  },
  {
    id: 'server-side-encryption-at-rest',
    name: 'Encryption at rest',
    description: 'Encryption of stored data by the service and control of its keys',
  },
  {
    id: 'encryption-in-transit',
    name: 'Encryption in transit',
    description: 'TLS and other encryption of data on its way, and the certificates for it',
  },
  {
    id: 'data-and-data-location',
    name: 'Data and its location',
    description: 'Classification, region, exposure, retention and deletion of the data',
  },
  {
    id: 'backup-and-recovery',
    name: 'Backup and recovery',
    description: 'Copies that survive deletion and corruption, and restores that were tried',
  },
  {
    id: 'logging-and-monitoring',
    name: 'Logging and monitoring',
    description: 'Records of what happened, alarms on them and the response',
  },
  {
    id: 'availability-and-resilience',
    name: 'Availability and resilience',
    description: 'Surviving the loss of a component, a zone or a region',
  },
] as const satisfies readonly Layer[];

export type LayerId = (typeof catalogue)[number]['id'];

/** In the order in which reports list them. */
export const layers: readonly (Layer & { readonly id: LayerId })[] = catalogue;
