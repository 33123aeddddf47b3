/**
 * The responsibility matrix as an OSCAL component definition: each service is a component, each layer a requirement that
 * AWS and the customer implement in parts. The layers are a catalogue of their own, which the document carries.
 */
import { serviceUuid } from '../../../reports/oscal/responsibilities.ts';
import { property, props, providerId } from '../../../reports/oscal/terms.ts';
import { markdown } from '../../../reports/oscal/text.ts';
import { uuidOf } from '../../../reports/oscal/uuid.ts';
import {
  coveredBy,
  kinds,
  layers,
  readingOf,
  type Responsibility,
  services,
} from '../../responsibilities/index.ts';
import { documentId, metadataOf, oscalJson } from './document.ts';

type Service = (typeof services)[number];
type Kind = (typeof kinds)[number];
type Split = Pick<Responsibility, 'owner' | 'awsPart' | 'customerPart'>;

const catalogueId = uuidOf('resource', 'layers');

/** @param lines of the services that were asked for, in the order of the matrix */
export function componentDefinition(lines: readonly Responsibility[], made: Date) {
  const asked = services.filter(({ id }) => lines.some(({ service }) => service === id));
  const components = asked.flatMap((service) => {
    const own = lines.filter((line) => line.service === service.id);
    const ofService = kinds.filter((kind) => kind.service === service.id);
    return [
      serviceComponent(service, own),
      ...ofService.map((kind) => kindComponent(service, kind)),
    ];
  });
  return {
    'component-definition': {
      uuid: documentId(components),
      metadata: metadataOf('Responsibilities of AWS and its customers, by service and layer', made),
      components,
      'back-matter': { resources: [layerResource(made)] },
    },
  };
}

function serviceComponent(service: Service, lines: readonly Responsibility[]) {
  return {
    uuid: serviceUuid(service.id),
    type: 'service',
    title: markdown(service.name),
    description: markdown(`${service.name}, a service of AWS (${service.category}).`),
    ...props({ service: service.id, category: service.category }),
    'responsible-roles': [{ 'role-id': 'provider', 'party-uuids': [providerId] }],
    'control-implementations': [
      {
        uuid: uuidOf('implementation', service.id),
        source: `#${catalogueId}`,
        description: markdown(`Who secures which layer of ${service.name}.`),
        'implemented-requirements': lines.map(requirementOf),
      },
    ],
  };
}

/** A kind of resource that moves the split: only the layers that it moves. */
function kindComponent(service: Service, kind: Kind) {
  const moved = layers.flatMap(({ id }) => {
    const split = kind.layers[id];
    return split
      ? [requirement(['kind', kind.id, id], id, split, { props: splitProps(split) })]
      : [];
  });
  return {
    uuid: uuidOf('kind', kind.id),
    type: 'service',
    title: markdown(`${service.name}: ${kind.name}`),
    description: markdown(
      `${kind.name}, where its layers are split otherwise than those of ${kind.others}. Every other layer is as for the service.`,
    ),
    ...props({ service: service.id, kind: kind.id }),
    links: [{ href: `#${serviceUuid(service.id)}`, rel: 'base' }],
    'control-implementations': [
      {
        uuid: uuidOf('implementation', 'kind', kind.id),
        source: `#${catalogueId}`,
        description: markdown(`The layers that ${kind.name} move.`),
        'implemented-requirements': moved,
      },
    ],
  };
}

function requirementOf(line: Responsibility) {
  const { service, layer, assurance, source, attestation = '', wanted = '' } = line;
  const reading = readingOf(service, layer);
  const { covered, unread } = coveredBy(line, reading);
  return requirement(['responsibility', line.id], layer, line, {
    props: [
      ...property('responsibility-line', line.id),
      ...splitProps(line),
      ...property('assurance', assurance),
      ...property('covered-by', covered),
      ...reading.parts.flatMap(({ part, checks }) => [
        ...property('read', part),
        ...checks.flatMap((check) => property('check', check)),
      ]),
      ...unread.flatMap((part) => property('not-read', part)),
      ...property('to-attest', attestation),
      ...property('evidence-wanted', wanted),
    ],
    links: [...source.matchAll(/([^;<]+) <([^>]+)>/g)].map(([, title = '', href = '']) => ({
      href,
      rel: 'reference',
      text: markdown(title.trim()),
    })),
  });
}

function splitProps({ owner }: Split) {
  const inherited = { aws: 'yes', shared: 'in-part', customer: 'no' }[owner];
  return [...property('owner', owner), ...property('inherited', inherited)];
}

/** Both parts are statements of the layer, whoever owns it; where AWS does, the customer's is advice. */
function requirement(
  named: readonly string[],
  layer: string,
  { owner, awsPart, customerPart }: Split,
  more: { readonly props: readonly unknown[]; readonly links?: readonly unknown[] },
) {
  return {
    uuid: uuidOf('requirement', ...named),
    'control-id': layer,
    description: markdown(owners[owner]),
    ...more,
    statements: [
      {
        'statement-id': `${layer}_smt.provided`,
        uuid: uuidOf('provided', ...named),
        description: markdown(awsPart),
        'responsible-roles': [{ 'role-id': 'provider' }],
      },
      {
        'statement-id': `${layer}_smt.responsibility`,
        uuid: uuidOf('responsibility', ...named),
        description: markdown(customerPart),
        ...props({ advice: owner === 'aws' ? 'true' : undefined }),
        'responsible-roles': [{ 'role-id': 'customer' }],
      },
    ],
  };
}

const owners: Readonly<Record<Split['owner'], string>> = {
  aws: 'AWS carries this layer alone.',
  shared: 'AWS and the customer share this layer.',
  customer: 'The customer carries this layer.',
};

/** The layers as an OSCAL catalogue, inside the document: what its control ids mean need not be fetched. */
function layerResource(made: Date) {
  const controls = layers.map(({ id, name, description }) => ({
    id,
    title: markdown(name),
    parts: [
      {
        id: `${id}_smt`,
        name: 'statement',
        prose: markdown(`${description}.`),
        parts: [
          { id: `${id}_smt.provided`, name: 'item', prose: 'What AWS provides.' },
          { id: `${id}_smt.responsibility`, name: 'item', prose: 'What the customer must do.' },
        ],
      },
    ],
  }));
  const catalogue = {
    catalog: {
      uuid: documentId(controls),
      metadata: metadataOf('Layers at which a service of AWS is secured', made),
      controls,
    },
  };
  return {
    uuid: catalogueId,
    title: 'Layers at which a service of AWS is secured',
    description: 'An OSCAL catalogue, to be decoded from base64.',
    base64: {
      filename: 'layers.oscal.json',
      'media-type': oscalJson,
      value: Buffer.from(JSON.stringify(catalogue)).toString('base64'),
    },
  };
}
