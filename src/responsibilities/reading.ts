/**
 * What of each line checks read: the parts that the customer's duty names, with the checks that read each, and what of
 * it no check reads, in words. A line is `assessed` only where nothing is left unread and nothing must be asked. Every
 * check stands in the line that it assesses, in readings/<service>.ts; test/laws/reading.test.ts holds that.
 */
import type { LayerId } from './layers.ts';
import type { Reading } from './reading-terms.ts';
import { readings } from './readings/index.ts';
import type { ServiceId } from './services.ts';

/** A service whose lines checks of another service read, since they judge its resources too. */
interface Alike {
  readonly as: ServiceId;
  /** Lines of the other service that this one has not: AWS carries them. */
  readonly but: readonly LayerId[];
  /** What only this one has is unread. */
  readonly unread: Readonly<Partial<Record<LayerId, readonly string[]>>>;
}

const alike: Readonly<Partial<Record<ServiceId, Alike>>> = {
  aurora: {
    as: 'rds',
    but: [],
    unread: { 'service-software-and-engine-patching': ['upgrades of global databases'] },
  },
  'ecs-fargate': { as: 'ecs-ec2', but: [], unread: {} },
  'eks-fargate': { as: 'eks', but: ['guest-os', 'os-configuration-and-host-firewall'], unread: {} },
};

const none: Reading = { parts: [], unread: [] };

/** What checks read of a line; of a line without checks nothing. */
export function readingOf(service: ServiceId, layer: LayerId): Reading {
  const own = ownReadingOf(service, layer);
  const other = alike[service];
  if (other === undefined || other.but.includes(layer)) return own;
  const like = ownReadingOf(other.as, layer);
  return {
    parts: [...like.parts, ...own.parts],
    unread: [...like.unread, ...own.unread, ...(other.unread[layer] ?? [])],
  };
}

/** What checks read of a line whose service they name. */
export function ownReadingOf(service: ServiceId, layer: LayerId): Reading {
  return readings[service]?.[layer] ?? none;
}
