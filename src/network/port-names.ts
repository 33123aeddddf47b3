/** Ports in words, and words as ports. */
import { meet, type PortProtocol, type PortRange, toPortRange } from './port-range.ts';

interface Usual {
  readonly protocol: PortProtocol;
  /** As `parsePorts` reads them. */
  readonly ports: readonly string[];
  readonly name: string;
  /** Whether it stores data: a database, a cache, a search index. */
  readonly isDatabase?: true;
}

/**
 * What usually listens where: IANA's registry of service names, the vendors' manuals, and of the ports that Security
 * Hub calls high risk (EC2.19) those of databases.
 */
const usual: readonly Usual[] = [
  { protocol: 'tcp', ports: ['20-21'], name: 'FTP' },
  { protocol: 'tcp', ports: ['22'], name: 'SSH' },
  { protocol: 'tcp', ports: ['23'], name: 'Telnet' },
  { protocol: 'tcp', ports: ['25'], name: 'SMTP' },
  { protocol: 'tcp', ports: ['88', '464', '749'], name: 'Kerberos' },
  { protocol: 'udp', ports: ['88', '464'], name: 'Kerberos' },
  { protocol: 'tcp', ports: ['110'], name: 'POP3' },
  { protocol: 'tcp', ports: ['135'], name: 'Windows RPC' },
  { protocol: 'tcp', ports: ['143'], name: 'IMAP' },
  { protocol: 'tcp', ports: ['389', '636', '3268-3269'], name: 'LDAP' },
  { protocol: 'udp', ports: ['389'], name: 'LDAP' },
  { protocol: 'tcp', ports: ['3389'], name: 'RDP' },
  { protocol: 'udp', ports: ['3389'], name: 'RDP' },
  { protocol: 'tcp', ports: ['5985-5986'], name: 'WinRM' },
  { protocol: 'tcp', ports: ['139'], name: 'NetBIOS' },
  { protocol: 'udp', ports: ['137-138'], name: 'NetBIOS' },
  { protocol: 'tcp', ports: ['445'], name: 'SMB' },
  { protocol: 'tcp', ports: ['5601'], name: 'Kibana' },
  { protocol: 'tcp', ports: ['9092', '9094', '9096', '9098'], name: 'Kafka' },
  { protocol: 'tcp', ports: ['9194', '9196', '9198'], name: 'Kafka' },
  ...databases('udp', { 'SQL Server': '1434', Memcached: '11211' }),
  ...databases('tcp', {
    'SQL Server': '1433-1434',
    Oracle: '1521-1522 1525-1526 1830 2483-2484',
    etcd: '2379-2380',
    'SQL Anywhere': '2638',
    Firebird: '3050',
    MySQL: '3306 33060',
    mSQL: '4333',
    PostgreSQL: '5432',
    Vertica: '5433',
    Redshift: '5439',
    CouchDB: '5984 6984',
    Qdrant: '6333-6334',
    Redis: '6379-6380 16379 26379',
    Cassandra: '7000-7001 7199 9042 9142 9160',
    Neo4j: '7473-7474 7687',
    InfluxDB: '8086 8088',
    Couchbase: '8091-8096 11207 11210 18091-18096',
    ClickHouse: '8123 9440',
    Neptune: '8182',
    ArangoDB: '8529',
    Solr: '8983',
    DAX: '9111',
    OpenSearch: '9200 9300',
    Memcached: '11211',
    Milvus: '19530',
    CockroachDB: '26257',
    MongoDB: '27017-27020 28017',
    RethinkDB: '28015 29015',
    'SAP HANA': '30013 30015',
    Db2: '50000-50001',
  }),
];

function databases(
  protocol: PortProtocol,
  portsByName: Readonly<Record<string, string>>,
): readonly Usual[] {
  return Object.entries(portsByName).map(([name, ports]) => ({
    protocol,
    ports: ports.split(' '),
    name,
    isDatabase: true,
  }));
}

/** `usual`, with its ports read once: every group of an account is worded by it. */
const listeners = usual.map(({ protocol, ports, name }) => ({
  protocol,
  name,
  ports: parsePorts(ports),
}));

/** The ports on which databases, caches and search indexes usually listen, in order, as `parsePorts` reads them. */
export function databasePorts(protocol: PortProtocol): string[] {
  const ofKind = usual.filter((each) => each.isDatabase === true && each.protocol === protocol);
  return ofKind.flatMap(({ ports }) => ports).toSorted((a, b) => parseInt(a, 10) - parseInt(b, 10));
}

/** "tcp 22 (SSH)", "tcp 27017-27019 (MongoDB)", "udp 22" */
export function describePorts(exposed: PortRange & { readonly protocol: PortProtocol }): string {
  return `${exposed.protocol} ${withNames(exposed.protocol, exposed)}`;
}

const mostWithNames = 6;

/**
 * What queries ask for: "tcp 22 (SSH), 3389 (RDP); udp 22, 3389 (RDP)", and of long lists the numbers alone. Empty
 * where they ask for nothing.
 */
export function describeQueries(
  queries: readonly {
    readonly protocols: readonly PortProtocol[];
    readonly ports: readonly PortRange[];
  }[],
): string {
  const asked = (['tcp', 'udp'] as const).map((protocol) => {
    const ranges = queries.flatMap(({ protocols, ports }) =>
      protocols.includes(protocol) ? ports : [],
    );
    const isShort = new Set(ranges.map(numbers)).size <= mostWithNames;
    const words = ranges.map((range) => (isShort ? withNames(protocol, range) : numbers(range)));
    return words.length === 0 ? '' : `${protocol} ${[...new Set(words)].join(', ')}`;
  });
  return asked.filter((text) => text !== '').join('; ');
}

function numbers({ from, to }: PortRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/** Of a range that holds half of all services the numbers tell more. */
const mostNames = 4;

function withNames(protocol: PortProtocol, range: PortRange): string {
  const found = listeners
    .filter((each) => each.protocol === protocol && each.ports.some((known) => meet(range, known)))
    .map(({ name }) => name);
  const names = [...new Set(found)];
  const isTold = names.length > 0 && names.length <= mostNames;
  return isTold ? `${numbers(range)} (${names.join(', ')})` : numbers(range);
}

/** What `parsePorts` takes, one by one. */
export const portItems = {
  wanted: 'a port or a range of ports, such as 22 or 5985-5986',
  accepts: (item: string): boolean => rangeOf(item) !== undefined,
};

/** Ports as users write them: "22" or "5985-5986". Throws a `RangeError` for anything else. */
export function parsePorts(texts: readonly string[]): PortRange[] {
  return texts.map((text) => {
    const range = rangeOf(text);
    if (!range) throw new RangeError(`"${text}" is not a port or a range of ports`);
    return range;
  });
}

function rangeOf(text: string): PortRange | undefined {
  const [, from, to = from] = /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/.exec(text) ?? [];
  return from === undefined ? undefined : toPortRange(Number(from), Number(to));
}
