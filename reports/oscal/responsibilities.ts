/**
 * The split of responsibilities as OSCAL has it: each service is a component, each layer of a service in use an
 * observation. The words are those of NIST's shared-responsibility prototype (provided, responsibility, inherited,
 * satisfied); assessment results have no place for them, so they are properties.
 */
import type { ReportReader, ResponsibilityLine } from '../../src/report/model.ts';
import type { Origin } from './observations.ts';
import { property, props, providerId } from './terms.ts';
import { markdown } from './text.ts';
import { uuidOf } from './uuid.ts';

/** The component of a service; the component definition of the matrix has the same. */
export function serviceUuid(service: string): string {
  return uuidOf('service', service);
}

/** Every service of the matrix, in use or not. */
export function serviceComponents({ responsibilities }: Pick<ReportReader, 'responsibilities'>) {
  const first = new Map(responsibilities.toReversed().map((line) => [line.service, line]));
  return [...first.values()].toReversed().map((line) => ({
    uuid: serviceUuid(line.service),
    type: 'service',
    title: markdown(line.serviceName),
    description: markdown(`${line.serviceName}, a service of AWS (${line.category}).`),
    ...props({ service: line.service, category: line.category, 'in-use': line.inUse }),
    status: { state: line.inUse === 'yes' ? 'operational' : 'other' },
    'responsible-roles': [{ 'role-id': 'provider', 'party-uuids': [providerId] }],
  }));
}

/** The lines of services that the scan found, or could not read; of the others nothing was there to observe. */
export function* responsibilityObservations(
  { responsibilities, scan }: Pick<ReportReader, 'responsibilities' | 'scan'>,
  origin: Origin,
) {
  for (const line of responsibilities) {
    if (line.inUse !== 'yes' && line.inUse !== 'unknown') continue;
    yield observationOf(line, scan.account.id, origin);
  }
}

function observationOf(line: ResponsibilityLine, account: string, origin: Origin) {
  const { counts, kinds = [], attested } = line;
  return {
    uuid: uuidOf('responsibility', account, line.id),
    title: markdown(`${line.serviceName}: ${line.layerName}`),
    description: markdown(line.note),
    props: [...splitOf(line), ...kinds.flatMap(kindProps), ...statusOf(line)],
    ...origin,
    ...(attested === undefined ? {} : { methods: [...origin.methods, 'INTERVIEW'] }),
    types: ['shared-responsibility'],
    subjects: [{ 'subject-uuid': serviceUuid(line.service), type: 'component' }],
    remarks: markdown(
      `Sources: ${line.source}. Findings: ${
        Object.entries(counts)
          .map(([outcome, count]) => `${count} ${outcome}`)
          .join(', ') || 'none'
      }.`,
    ),
  };
}

/** What AWS provides, what of it is inherited, and what the customer must do. */
function splitOf({ id, layer, owner, awsPart, customerPart, assurance }: ResponsibilityLine) {
  const isAws = owner === 'aws';
  return [
    ...property('responsibility-line', id),
    ...property('layer', layer),
    ...property('owner', owner),
    ...property('provided', awsPart),
    ...property('inherited', owner === 'customer' ? 'no' : isAws ? 'yes' : 'in-part'),
    ...(owner === 'customer' ? [] : property('assurance', assurance)),
    ...property(isAws ? 'advice' : 'responsibility', customerPart),
  ];
}

function kindProps({ name, owner, awsPart, customerPart, inUse }: KindOf) {
  return property('kind', name, {
    class: owner,
    remarks: markdown(`In use: ${inUse}. Provided: ${awsPart} Responsibility: ${customerPart}`),
  });
}

type KindOf = NonNullable<ResponsibilityLine['kinds']>[number];

/** `satisfied` is said of nothing but what was judged as a whole, without a failure. */
function statusOf({
  status,
  counts,
  reads,
  unread,
  attested,
  attestation = '',
  wanted = '',
}: ResponsibilityLine) {
  const isSatisfied = status === 'assessed' && (counts.fail ?? 0) === 0;
  return [
    ...property('status', status),
    ...(status === 'assessed' ? property('satisfied', isSatisfied ? 'yes' : 'no') : []),
    ...reads.flatMap(({ part, state }) => property('read', part, { class: state })),
    ...unread.flatMap((part) => property('not-read', part)),
    ...property('to-attest', attestation),
    ...property('evidence-wanted', wanted),
    ...(attested === undefined
      ? []
      : [
          ...property('attested', attested.answer),
          ...property('attested-by', attested.by),
          ...property('attested-on', attested.on),
          ...property('attested-until', attested.until),
        ]),
  ];
}
