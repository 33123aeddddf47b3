/**
 * What of each line checks read: the parts that the customer's duty names, with the checks that read each, and what of
 * it no check reads, in words. A line is `assessed` only where nothing is left unread and nothing must be asked. Every
 * check stands in the line that it assesses, in readings/<service>.ts; test/laws/reading.test.ts holds that.
 */
import type { LayerId } from './layers.ts';
import type { Reading, ServiceReading } from './reading-terms.ts';
import { readings } from './readings/index.ts';
import type { ServiceId } from './services.ts';

/** What checks of RDS judge of Aurora is read of Aurora's line; what only Aurora has is unread there. */
const aurora: Readonly<Partial<Record<LayerId, readonly string[]>>> = {
  'service-software-and-engine-patching': ['upgrades of global databases'],
};

const none: Reading = { parts: [], unread: [] };

/** What checks read of a line; of a line without checks nothing. */
export function readingOf(service: ServiceId, layer: LayerId): Reading {
  if (service !== 'aurora') return of(service)[layer] ?? none;
  const like = of('rds')[layer] ?? none;
  return { ...like, unread: [...like.unread, ...(aurora[layer] ?? [])] };
}

function of(service: ServiceId): ServiceReading {
  return readings[service] ?? {};
}
