import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'service-software-and-engine-patching': {
    parts: [{ part: 'versions of clusters', checks: ['eks-cluster-supported-version'] }],
    unread: ['versions of add-ons', 'upgrade insights'],
  },
  'guest-os': {
    parts: [
      { part: 'versions and health of node groups', checks: ['eks-nodegroup-supported-version'] },
    ],
    unread: ['the age of node images', 'nodes outside of managed node groups'],
  },
  'os-configuration-and-host-firewall': {
    parts: [{ part: 'remote access of node groups', checks: ['eks-nodegroup-no-open-ssh'] }],
    unread: ['launch templates of node groups', 'nodes outside of managed node groups'],
  },
  'network-configuration': {
    parts: [
      { part: 'who reaches the Kubernetes API', checks: ['eks-cluster-endpoint-restricted'] },
    ],
    unread: ['security groups of clusters and nodes', 'network policies within clusters'],
  },
  'server-side-encryption-at-rest': {
    parts: [{ part: 'encryption of secrets', checks: ['eks-cluster-secrets-encrypted'] }],
    unread: ['policies of the keys', 'persistent volumes'],
  },
  'logging-and-monitoring': {
    parts: [{ part: 'control plane logs', checks: ['eks-cluster-audit-logging'] }],
    unread: ['logs of nodes and pods', 'how long logs are kept'],
  },
} satisfies ServiceReading;
