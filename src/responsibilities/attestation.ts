/**
 * What no AWS API tells of the customer's duties, as questions to a person, each with what an auditor would want to see.
 * A question may be the whole of a line, or ask for what remains where checks read the rest of it: then the line is never
 * fully assessed. What an API could show and no check reads is no question: it is named as unread.
 */
import type { LayerId } from './layers.ts';
import type { ServiceId } from './services.ts';

import { questions } from './questions.ts';

/** What an auditor would want to see. */
const wantedFor: Readonly<Partial<Record<LayerId, string>>> = {
  'service-software-and-engine-patching':
    'An inventory of the software, the results of vulnerability scans, and the time from finding to patch.',
  'guest-os':
    'The patch policy, a report of patch compliance over all hosts, and the exceptions with their reasons.',
  'os-configuration-and-host-firewall':
    'The baseline, its deviations with reasons, and the last comparison of a sample of hosts with it.',
  'runtime-and-platform':
    'The images and runtimes in use, the age of their base images, and scan results with what was done about them.',
  'application-code':
    'Records of reviews and tests, scan results with what was done about them, and the last penetration test.',
  'identity-and-access':
    'The last review of access: who approved what, what was removed, and how leavers lose their access.',
  'client-side-encryption':
    'The list of such data, the code or configuration that encrypts it, and the procedure for holding and recovering the keys.',
  'server-side-encryption-at-rest':
    'The inventory of keys with their owners, the rule which data needs which key, and the last review of key policies.',
  'encryption-in-transit':
    'The configuration of clients and hosts that shows TLS and the check of certificates, and the exceptions.',
  'data-and-data-location':
    'The register of data with its classes, approved Regions and retention, and records of deletion.',
  'backup-and-recovery':
    'The record of the last restore or rebuild, with the time and the loss of data measured against the objectives.',
  'logging-and-monitoring':
    'The response plan, the record of the last exercise or incident, and proof that logs and alarms are looked at.',
  'availability-and-resilience':
    'The record of the last failover or exercise, with the times measured against the objectives.',
};

/** A question as it is written, with `{service}` in it. */
export interface AskedQuestion {
  readonly question: string;
  readonly wanted: string;
  readonly asks: 'all' | 'rest';
}

/** The question for one row; undefined where an API can show all of the duty. */
export function attestationFor(service: ServiceId, layer: LayerId): AskedQuestion | undefined {
  const found = questions.find(
    (candidate) =>
      candidate.layer === layer &&
      (candidate.services === 'every' || candidate.services.includes(service)),
  );
  if (found === undefined) return undefined;
  const { question, wanted = wantedFor[layer] ?? '', asks = 'all' } = found;
  return { question, wanted, asks };
}
