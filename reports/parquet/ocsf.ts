/**
 * findings.ocsf.parquet: the events of findings.ocsf.ndjson as OCSF 1.1 has them, for a custom source of Amazon Security Lake,
 * which takes Parquet and no newer version than 1.3. What 1.1 has no place for stands in `unmapped`, which is a map of texts
 * there. Security Lake user guide, "Collecting data from custom sources". All events of a scan have one time, so they are in
 * its order.
 */
import type { ReportReader } from '../../src/report/model.ts';
import { eventLines } from '../ocsf.ts';
import type { BinaryReporter } from '../reporter.ts';
import { createdBy } from './findings.ts';
import type { Cell } from './held.ts';
import { type Column, type Members, parquetOf, type Shape } from './table.ts';

export const ocsfParquet: BinaryReporter = {
  id: 'ocsf-parquet',
  file: 'findings.ocsf.parquet',
  isBinary: true,
  render: (report) =>
    parquetOf(columnsOf(report), events(report), { createdBy: createdBy(report) }),
};

type Event = Readonly<Record<string, unknown>>;

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

/** What all events of a scan have alike is no cell of its own. */
function columnsOf({ scan }: ReportReader): readonly Column<Event>[] {
  const at = new Date(scan.finishedAt);
  const alike: Readonly<Record<string, Cell>> = {
    type_uid: 200_301n,
    time: BigInt(at.getTime()),
    time_dt: at,
  };
  return Object.entries(shapes).map(([name, type]: readonly [string, Shape]) => {
    const same = alike[name];
    if (same !== undefined) return { name, type, cell: () => same };
    return { name, type, isOwn: true, cell: (event) => cellOf(event[name]) };
  });
}

function cellOf(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'object':
      return value;
    default:
      return null;
  }
}

function* events(report: ReportReader): Generator<Event> {
  for (const line of eventLines(report)) yield asOlder(JSON.parse(line));
}

/** An event of 1.6 in the attributes of 1.1. */
function asOlder(event: Newer): Event {
  const { metadata, compliance, resources, evidences, unmapped } = event;
  return {
    ...event,
    metadata: { ...metadata, version: '1.1.0' },
    compliance: { ...compliance, status_detail: compliance.status_details.join('; ') },
    resource: resources[0],
    unmapped: Object.fromEntries(
      Object.entries({ ...unmapped, evidences: evidences.map(({ uid }) => uid) }).map(
        ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)],
      ),
    ),
  };
}

/** What is read of our own events. */
interface Newer {
  readonly metadata: object;
  readonly compliance: { readonly status_details: readonly string[] };
  readonly resources: readonly object[];
  readonly evidences: readonly { readonly uid: string }[];
  readonly unmapped: object;
}
