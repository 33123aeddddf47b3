/**
 * The terms of each layer as they hold for most services, which is as AWS operates an abstracted service. Services
 * for which a layer is split otherwise stand in compute.ts, data-stores.ts, front-ends.ts, control-services.ts and
 * account.ts.
 */
import type { LayerId } from './layers.ts';
import type { Terms } from './terms.ts';

const nothingToDo = 'Nothing to do; read the assurance reports.';

export const layerTerms: Readonly<Record<LayerId, Terms>> = {
  'physical-facilities': {
    owner: 'aws',
    customerPart: 'Choose regions with the facilities and jurisdiction that the data needs.',
    awsPart:
      'Guards, monitors and maintains the data centres of the Regions, Availability Zones and edge sites that run {service}.',
    assurance: 'infrastructure',
  },
  hardware: {
    owner: 'aws',
    customerPart: nothingToDo,
    awsPart:
      'Buys, maintains, replaces and destroys the servers, storage media and network devices under {service}.',
    assurance: 'infrastructure',
  },
  'host-virtualization': {
    owner: 'aws',
    customerPart: nothingToDo,
    awsPart:
      'Isolates tenants with the hypervisor or Nitro system and patches the hosts of {service}.',
    assurance: 'infrastructure',
  },
  'physical-and-backbone-network': {
    owner: 'aws',
    customerPart: nothingToDo,
    awsPart: 'Runs and protects the physical, regional and backbone network that {service} uses.',
    assurance: 'infrastructure',
  },
  'managed-service-control-plane': {
    owner: 'aws',
    customerPart: 'Call the API with least privilege.',
    awsPart: 'Runs, scales and secures the control plane of {service}.',
    assurance: 'operation',
  },
  'service-software-and-engine-patching': {
    owner: 'aws',
    customerPart: nothingToDo,
    awsPart: 'Patches the software of {service} without customer action.',
    assurance: 'operation',
  },
  'guest-os': {
    owner: 'aws',
    customerPart: nothingToDo,
    awsPart:
      'Owns and patches the operating systems behind {service}; customers have no access to them.',
    assurance: 'operation',
  },
  'os-configuration-and-host-firewall': {
    owner: 'aws',
    customerPart: nothingToDo,
    awsPart: 'Configures and hardens the hosts behind {service}.',
    assurance: 'operation',
  },
  'runtime-and-platform': {
    owner: 'aws',
    customerPart: nothingToDo,
    awsPart: 'Operates the platform of {service}.',
    assurance: 'operation',
  },
  'application-code': {
    owner: 'customer',
    customerPart: 'Secures the applications, templates and clients that use {service}.',
    awsPart: 'Not involved; secures only its own service code.',
    assurance: 'customer',
  },
  'network-configuration': {
    owner: 'shared',
    customerPart:
      'Uses VPC endpoints, endpoint policies and source conditions where traffic must stay private.',
    awsPart: 'Exposes and protects the service endpoint.',
    assurance: 'operation',
  },
  'identity-and-access': {
    owner: 'customer',
    customerPart: 'Grants least privilege on {service} through IAM policies.',
    awsPart: 'Authenticates and authorises every request exactly as the policies say.',
    assurance: 'customer',
  },
  'client-side-encryption': {
    owner: 'customer',
    customerPart:
      'Encrypts data before it is sent where AWS must not see it, and keeps those keys.',
    awsPart: 'Offers SDK encryption clients and KMS; never sees the plaintext.',
    assurance: 'customer',
  },
  'server-side-encryption-at-rest': {
    owner: 'shared',
    customerPart: 'Chooses KMS keys for logs, findings and trails where required.',
    awsPart: 'Encrypts the stored data with service keys by default.',
    assurance: 'encryption',
  },
  'encryption-in-transit': {
    owner: 'shared',
    customerPart: 'Uses HTTPS endpoints and checks certificates.',
    awsPart: 'Offers TLS on every service endpoint.',
    assurance: 'operation',
  },
  'data-and-data-location': {
    owner: 'customer',
    customerPart:
      'Classifies the data, chooses the region, decides who may see it and deletes it in time.',
    awsPart: 'Keeps content in the chosen region unless the customer or a chosen feature moves it.',
    assurance: 'privacy',
  },
  'backup-and-recovery': {
    owner: 'customer',
    customerPart:
      'Keeps templates, definitions and configuration in version control and can recreate them.',
    awsPart: 'Keeps the service configuration durable.',
    assurance: 'availability',
  },
  'logging-and-monitoring': {
    owner: 'shared',
    customerPart: 'Logs API calls with CloudTrail, watches metrics and responds.',
    awsPart:
      'Monitors its own infrastructure and produces the events, metrics and logs that customers may enable.',
    assurance: 'operation',
  },
  'availability-and-resilience': {
    owner: 'aws',
    customerPart: 'Plans for a regional outage where the business needs it.',
    awsPart: 'Runs {service} over several zones or edge sites and restores it after faults.',
    assurance: 'availability',
  },
};
