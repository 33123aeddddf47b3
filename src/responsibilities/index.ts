/**
 * Who carries what: one row for each service and layer. The rows follow from the terms of the layer
 * (layer-terms.ts), the exceptions of the services (compute.ts and its neighbours) and the questions that a person
 * must answer (attestation.ts).
 */
import { accountExceptions } from './account.ts';
import { assurances } from './assurance.ts';
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

export { layers } from './layers.ts';
export type { Layer, LayerId } from './layers.ts';
export { services } from './services.ts';
export type { Service, ServiceCategory, ServiceId } from './services.ts';
export type { ResponsibilityOwner } from './terms.ts';

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
  readonly assurance: string;
  readonly source: string;
  /** What a person must answer, since no AWS API shows the customer's part. */
  readonly attestation?: string;
}

type Layered = Partial<Record<LayerId, Terms>>;

const exceptionGroups = [
  ...computeExceptions,
  ...containerExceptions,
  ...dataStoreExceptions,
  ...frontEndExceptions,
  ...controlServiceExceptions,
  ...accountExceptions,
];

/** Every service and layer once: services in the order of `services`, then layers from the ground up. */
export const responsibilities: readonly Responsibility[] = services.flatMap((service) => {
  const terms = termsOf(service.id);
  return layers.map((layer) => row(service, layer, terms[layer.id] ?? layerTerms[layer.id]));
});

const byId: ReadonlyMap<string, Responsibility> = new Map(
  responsibilities.map((responsibility) => [responsibility.id, responsibility]),
);

/** The row of an id such as `s3.identity-and-access`; undefined for an id that is none. */
export function findResponsibility(id: string): Responsibility | undefined {
  return byId.get(id);
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
    assurance: assurances[assuranceOf(terms)],
    source: citation(service.id, terms),
  };
  if (terms.owner === 'aws') return line;
  const question = attestationFor(service.id, layer.id);
  return question === undefined ? line : { ...line, attestation: fill(question) };
}

/** AWS's reports show nothing of a layer that is the customer's alone; of privacy they show AWS's side of it. */
function assuranceOf(terms: Terms): keyof typeof assurances {
  if (terms.owner === 'customer' && terms.assurance !== 'privacy') return 'customer';
  return terms.assurance;
}
