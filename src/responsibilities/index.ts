/**
 * Who carries what: one row for each service and layer. The rows follow from the terms of the layer
 * (layer-terms.ts), the exceptions of the services (compute.ts and its neighbours) and the questions that a person
 * must answer (attestation.ts).
 */
import { accountExceptions } from './account.ts';
import { accessExceptions } from './access.ts';
import { type AssuranceId, assuranceOf } from './assurance.ts';
import { attestationFor } from './attestation.ts';
import { computeExceptions } from './compute.ts';
import { containerExceptions } from './containers.ts';
import { controlServiceExceptions } from './control-services.ts';
import { dataStoreExceptions } from './data-stores.ts';
import { frontEndExceptions } from './front-ends.ts';
import { layerTerms } from './layer-terms.ts';
import { layers } from './layers.ts';
import type { LayerId } from './layers.ts';
import { services } from './services.ts';
import type { ServiceCategory, ServiceId } from './services.ts';
import { citation } from './sources.ts';
import type { ResponsibilityOwner, Terms } from './terms.ts';
import { lazily } from '../text/lazily.ts';

export { layers } from './layers.ts';
export type { Layer, LayerId } from './layers.ts';
export { services } from './services.ts';
export type { Service, ServiceCategory, ServiceId } from './services.ts';
export type { ResponsibilityOwner } from './terms.ts';
export { kinds } from './kinds.ts';
export type { KindId } from './kinds.ts';
export { assuranceOf } from './assurance.ts';
export type { AssuranceId } from './assurance.ts';
export { countCovered, coveredBy } from './covered.ts';
export type { Covered, CoveredCounts } from './covered.ts';
export { ownReadingOf, readingOf } from './reading.ts';

/** Stable: checks name the row that they assess by it. */
export type ResponsibilityId = `${ServiceId}.${LayerId}`;

/** One duty of one service, and how it is divided. Texts are whole sentences. */
export interface Responsibility {
  readonly id: ResponsibilityId;
  readonly service: ServiceId;
  readonly serviceName: string;
  readonly category: ServiceCategory;
  readonly layer: LayerId;
  readonly layerName: string;
  readonly owner: ResponsibilityOwner;
  readonly awsPart: string;
  /** Where AWS owns the row this is advice, not a duty. */
  readonly customerPart: string;
  /** What shows that AWS does its part; begins with `none` where the layer is the customer's alone. */
  /** As it is had in the partition `aws`; see `assuranceOf` for the others. */
  readonly assurance: string;
  readonly source: string;
  readonly assuranceId: AssuranceId;
  /** What a person must answer, since no AWS API tells. */
  readonly attestation?: string;
  /** What an auditor would want to see with the answer. */
  readonly wanted?: string;
  /** The question is the whole of the line: no API tells any of it. */
  readonly asked?: 'all' | 'rest';
}

type Layered = Partial<Record<LayerId, Terms>>;

const exceptionGroups = [
  ...computeExceptions,
  ...containerExceptions,
  ...dataStoreExceptions,
  ...frontEndExceptions,
  ...controlServiceExceptions,
  ...accountExceptions,
  ...accessExceptions,
];

/** Every service and layer once: services in the order of `services`, then layers from the ground up. */
export const responsibilities = lazily((): readonly Responsibility[] =>
  services.flatMap((service) => {
    const terms = termsOf(service.id);
    return layers.map((layer) => row(service, layer, terms[layer.id] ?? layerTerms[layer.id]));
  }),
);

const byId = lazily(
  (): ReadonlyMap<string, Responsibility> =>
    new Map(responsibilities().map((responsibility) => [responsibility.id, responsibility])),
);

/** The row of an id such as `s3.identity-and-access`; undefined for an id that is none. */
export function findResponsibility(id: string): Responsibility | undefined {
  return byId().get(id);
}

/** The terms of the layers in which the service is an exception. */
function termsOf(service: ServiceId): Layered {
  const found: Layered = {};
  for (const group of exceptionGroups) {
    if (!group.services.includes(service)) continue;
    for (const { id } of layers) {
      const exception = group.layers[id];
      if (exception) found[id] = { ...(found[id] ?? layerTerms[id]), ...exception };
    }
  }
  return found;
}

function row(
  service: (typeof services)[number],
  layer: (typeof layers)[number],
  terms: Terms,
): Responsibility {
  const fill = (text: string): string => text.replace('{service}', service.name);
  const assuranceId = assuranceIdOf(terms);
  const line: Responsibility = {
    id: `${service.id}.${layer.id}`,
    service: service.id,
    serviceName: service.name,
    category: service.category,
    layer: layer.id,
    layerName: layer.name,
    owner: terms.owner,
    awsPart: fill(terms.awsPart),
    customerPart: fill(terms.customerPart),
    assurance: assuranceOf(assuranceId, 'aws'),
    assuranceId,
    source: citation(service.id, layer.id),
  };
  if (terms.owner === 'aws') return line;
  const question = attestationFor(service.id, layer.id);
  if (question === undefined) return line;
  const { question: attestation, wanted, asks } = question;
  return { ...line, attestation: fill(attestation), wanted: fill(wanted), asked: asks };
}

/** AWS's reports show nothing of a layer that is the customer's alone; of privacy they show AWS's side of it. */
function assuranceIdOf(terms: Terms): AssuranceId {
  if (terms.owner === 'customer' && terms.assurance !== 'privacy') return 'customer';
  return terms.assurance;
}
