/** The checks as an OSCAL catalogue, and how they stand to the controls of frameworks as an OSCAL mapping. */
import { controlId, namespace, property, props } from '../../../reports/oscal/terms.ts';
import { markdown, string } from '../../../reports/oscal/text.ts';
import { uuidOf } from '../../../reports/oscal/uuid.ts';
import {
  type ControlLink,
  type Framework,
  frameworks,
  linksWith,
  type Relation,
  type Settings,
} from '../../frameworks/index.ts';
import type { Check } from '../../judge/check.ts';
import { valueText } from '../../text/value.ts';
import { documentId, metadataOf, oscalJson } from './document.ts';

/** Each check is a control: its statement is what holds when it passes. */
export function checkCatalogue(checks: readonly Check[], made: Date) {
  const services = [...new Set(checks.map(({ service }) => service))];
  const groups = services.map((service) => ({
    id: `service_${service}`,
    title: markdown(service),
    controls: checks.filter((check) => check.service === service).map(controlOf),
  }));
  return {
    catalog: {
      uuid: documentId(groups),
      metadata: metadataOf('Checks of srm-scan', made),
      groups,
    },
  };
}

function controlOf(check: Check) {
  const { id, title, severity, severityReason = '', responsibility, why, fix, link } = check;
  const params = Object.entries(check.params).map(([name, value]) => ({
    id: `${id}_prm_${name}`,
    label: markdown(name),
    ...(check.meanings[name] === undefined ? {} : { usage: markdown(check.meanings[name]) }),
    values: [string(valueText(value))],
  }));
  return {
    id,
    title: markdown(title),
    ...(params.length === 0 ? {} : { params }),
    ...props({
      severity,
      'severity-reason': severityReason,
      'responsibility-line': responsibility,
      custom: check.custom ? 'true' : undefined,
    }),
    links: [{ href: link, rel: 'reference' }],
    parts: [
      { id: `${id}_smt`, name: 'statement', prose: markdown(`${title}.`) },
      { id: `${id}_gdn`, name: 'guidance', prose: markdown(why) },
      { id: `${id}_fix`, name: 'remedy', ns: namespace, prose: markdown(fix) },
    ],
  };
}

const catalogueId = uuidOf('resource', 'checks');

/**
 * One mapping for each framework that the checks bear upon; what a check asks for is the source.
 *
 * @param chosen frameworks: of these also what the mappings of others add
 */
export function checkMapping(checks: readonly Check[], chosen: readonly string[], made: Date) {
  const links = checks.flatMap((check) =>
    linksWith(check.links, chosen).map((link) => ({ check: check.id, link })),
  );
  const mapped = frameworks.filter(({ id }) => links.some(({ link }) => link.framework === id));
  const mappings = mapped.map((framework) =>
    mappingOf(
      framework,
      links.filter(({ link }) => link.framework === framework.id),
    ),
  );
  return {
    'mapping-collection': {
      uuid: documentId(mappings),
      metadata: metadataOf('How the checks of srm-scan stand to the controls of frameworks', made),
      provenance: {
        method: 'hybrid',
        'matching-rationale': 'functional',
        status: 'not-complete',
        'mapping-description': markdown(
          'Set theory relationships of NIST IR 8477, seen from the check. Those of AWS’s own controls are read by people; what AWS, NIST or the AICPA relate those to follows from their mappings, and each map says so.',
        ),
      },
      mappings,
      'back-matter': {
        resources: [
          {
            uuid: catalogueId,
            title: 'Checks of srm-scan',
            description: markdown('What "srm-scan checks --format oscal" prints.'),
            rlinks: [{ href: 'srm-scan-checks.oscal.json', 'media-type': oscalJson }],
          },
          ...mapped.map(frameworkResource),
        ],
      },
    },
  };
}

interface Link {
  readonly check: string;
  readonly link: ControlLink;
}

function mappingOf(framework: Framework, links: readonly Link[]) {
  const reached = new Set(links.map(({ link }) => link.control));
  const unmapped = framework.controls.filter(({ id }) => !reached.has(id));
  return {
    uuid: uuidOf('mapping', framework.id),
    'source-resource': { type: 'catalog', href: `#${catalogueId}` },
    'target-resource': { type: 'catalog', href: `#${frameworkId(framework)}` },
    maps: links.map(mapOf),
    ...props({ framework: framework.id }),
    // Of a catalogue that lists a part of the publication, what is missing is not known.
    ...(framework.complete && unmapped.length > 0
      ? {
          'target-gap-summary': {
            uuid: uuidOf('gaps', framework.id),
            'unmapped-controls': [
              { 'with-ids': unmapped.map(({ id }) => controlId(framework.id, id)) },
            ],
          },
        }
      : {}),
  };
}

/** OSCAL's words for the relationships. */
const relationships: Readonly<Record<Relation, string>> = {
  equal: 'equal-to',
  'subset-of': 'subset-of',
  'superset-of': 'superset-of',
  'intersects-with': 'intersects-with',
};

function mapOf({ check, link }: Link) {
  const { framework, control, relation, because, source, via = [], at } = link;
  return {
    uuid: uuidOf('map', check, framework, control),
    relationship: relationships[relation],
    sources: [{ type: 'control', 'id-ref': check }],
    targets: [{ type: 'control', 'id-ref': controlId(framework, control) }],
    ...(at === undefined
      ? {}
      : {
          qualifiers: [
            {
              subject: 'source',
              predicate: 'has-requirement',
              category: 'addressable',
              description: markdown(
                `With ${settingsText(at.values)} the relationship is ${relationships[at.relation]}.`,
              ),
            },
          ],
        }),
    props: [
      ...property('control', control),
      ...property('source', source),
      ...via.flatMap((id) => property('via', id)),
    ],
    ...(because === undefined ? {} : { remarks: markdown(because) }),
  };
}

function settingsText(values: Settings): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${valueText(value)}`)
    .join(', ');
}

function frameworkId({ id }: Pick<Framework, 'id'>): string {
  return uuidOf('resource', 'framework', id);
}

/** NIST publishes an OSCAL catalogue; the control ids of all others are ours (docs/oscal.md). */
function frameworkResource(framework: Framework) {
  const { id, name, version, publisher, url } = framework;
  const href = id === 'nist-800-53-r5' ? nistCatalogue : url;
  return {
    uuid: frameworkId(framework),
    title: markdown(`${name} ${version}`),
    description: markdown(`Published by ${publisher}.`),
    ...props({ framework: id, version }),
    rlinks: [{ href, ...(href === nistCatalogue ? { 'media-type': oscalJson } : {}) }],
  };
}

const nistCatalogue =
  'https://raw.githubusercontent.com/usnistgov/oscal-content/main/nist.gov/SP800-53/rev5/json/NIST_SP-800-53_rev5_catalog.json';
