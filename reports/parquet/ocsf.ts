/**
 * findings.ocsf.parquet: the events of findings.ocsf.ndjson as OCSF 1.1 has them, for a custom source of Amazon Security Lake,
 * which takes Parquet and no newer version than 1.3. What 1.1 has no place for stands in `unmapped`, which is a map of texts
 * there. Security Lake user guide, "Collecting data from custom sources". All events of a scan have one time, so they are in
 * its order.
 */
import type { ReportReader } from '../../src/report/model.ts';
import { eventsOf, type OcsfEvent, type Shared } from '../ocsf.ts';
import { formats } from '../formats.ts';
import type { BinaryReporter } from '../reporter.ts';
import { createdBy } from './findings.ts';
import type { Cell } from './held.ts';
import { type Column, type Members, parquetOf, type Shape } from './table.ts';

export const ocsfParquet: BinaryReporter = {
  ...formats.ocsfParquet,
  render: (report) =>
    parquetOf(columnsOf(report), eventsOf(report), { createdBy: createdBy(report), mostRows }),
};

/** Each has a dozen members in `unmapped`: of 5000 that is an array that V8 frees late. */
const mostRows = 1000;

/** The attributes, as the JSON schema of the class has them. */
const shapes = {
  activity_id: 'integer',
  activity_name: 'text',
  category_uid: 'integer',
  category_name: 'text',
  class_uid: 'integer',
  class_name: 'text',
  type_uid: 'long',
  type_name: 'text',
  time: 'long',
  time_dt: 'moment',
  severity: 'text',
  severity_id: 'integer',
  status: 'text',
  status_id: 'integer',
  message: 'text',
  metadata: {
    version: 'text',
    profiles: 'texts',
    product: { name: 'text', vendor_name: 'text', version: 'text' },
    correlation_uid: 'text',
    uid: 'text',
    event_code: 'text',
  },
  cloud: {
    provider: 'text',
    account: { uid: 'text', name: 'text', type: 'text', type_id: 'integer' },
    region: 'text',
  },
  finding_info: {
    uid: 'text',
    title: 'text',
    desc: 'text',
    analytic: { uid: 'text', name: 'text', type: 'text', type_id: 'integer' },
  },
  compliance: {
    control: 'text',
    status: 'text',
    status_id: 'integer',
    status_code: 'text',
    status_detail: 'text',
    standards: 'texts',
    requirements: 'texts',
  },
  resource: { uid: 'text', name: 'text', type: 'text', region: 'text', cloud_partition: 'text' },
  remediation: { desc: 'text', references: 'texts' },
  unmapped: 'labels',
} as const satisfies Members;

function columnsOf({ scan }: ReportReader): readonly Column<OcsfEvent>[] {
  const at = new Date(scan.finishedAt);
  const alike: Readonly<Record<string, Cell>> = {
    type_uid: 200_301n,
    time: BigInt(at.getTime()),
    time_dt: at,
  };
  const objects = objectColumns();
  return Object.entries(shapes).map(([name, type]: readonly [string, Shape]) => {
    const told = { name, type };
    const same = alike[name];
    if (same !== undefined) return { ...told, cell: () => same };
    return { ...told, ...(objects[name] ?? scalarColumn(name)) };
  });
}

type Told = Pick<Column<OcsfEvent>, 'cell' | 'alike' | 'isOwn'>;

/** An attribute that is no object: of few different texts and numbers, but for the message. */
function scalarColumn(name: string): Told {
  const ofOwn = ownScalars[name];
  if (ofOwn === undefined) return { cell: ({ event }) => cellOf(event.alike[0]?.value[name]) };
  const cell = ({ event }: OcsfEvent): Cell => ofOwn(event.own) ?? null;
  return name === 'message' ? { cell, isOwn: true } : { cell };
}

type OwnScalar = (own: OcsfEvent['event']['own']) => Cell | undefined;
const ownScalars: Readonly<Record<string, OwnScalar>> = {
  severity: ({ severity }) => severity,
  severity_id: (own) => own.severity_id,
  status: ({ status }) => status,
  status_id: (own) => own.status_id,
  message: ({ message }) => message,
};

function cellOf(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** The objects, in the attributes of 1.1: what many events have alike is one object for all of them. */
function objectColumns(): Readonly<Record<string, Told>> {
  return {
    metadata: {
      cell: ({ metadata }) => metadata.own,
      alike: alikeOf('metadata', (value) => ({ ...value, version: '1.1.0' })),
      isOwn: true,
    },
    cloud: { cell: ({ cloud }) => cloud.own, alike: alikeOf('cloud'), isOwn: true },
    finding_info: { cell: (event) => event.finding_info.own, isOwn: true },
    compliance: {
      cell: ({ compliance: { own } }) => ({
        control: own.control,
        status: own.status,
        status_id: own.status_id,
        status_code: own.status_code,
        status_detail: own.status_details.join('; '),
      }),
      alike: alikeOf('compliance'),
      isOwn: true,
    },
    resource: { cell: ({ event }) => event.own.resources[0], isOwn: true },
    remediation: {
      cell: ({ remediation }) => remediation?.own ?? null,
      alike: alikeOf('remediation'),
      isOwn: true,
    },
    unmapped: {
      cell: ({ event, unmapped }) =>
        textsOf({ ...unmapped.own, evidences: event.own.evidences.map(({ uid }) => uid) }),
      alike: alikeOf('unmapped', textsOf),
      isOwn: true,
    },
  };
}

/** What the object shares with others: made once for each check or scan, of which the last of the shared members is. */
function alikeOf(
  name: Exclude<keyof OcsfEvent, 'event'>,
  older: (value: Shared['value']) => object = (value) => value,
): (event: OcsfEvent) => object | undefined {
  const made = new Map<Shared, object>();
  return (event) => {
    const alike = event[name]?.alike ?? [];
    const last = alike.at(-1);
    if (last === undefined) return undefined;
    const known = made.get(last);
    if (known) return known;
    const object = older(Object.assign({}, ...alike.map(({ value }) => value)));
    made.set(last, object);
    return object;
  };
}

/** A map of texts: what is none stands as JSON. */
function textsOf(values: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}
