/** Ports in words, and words as ports. */
import { includesPorts, type PortRange, toPortRange, type PortProtocol } from './port-range.ts';

/** What usually listens there: IANA's registry of service names, and the vendors' manuals. */
const names: ReadonlyMap<string, string> = new Map([
  ['tcp 22', 'SSH'],
  ['tcp 23', 'Telnet'],
  ['tcp 3389', 'RDP'],
  ['udp 3389', 'RDP'],
  ['tcp 5985', 'WinRM'],
  ['tcp 5986', 'WinRM'],
  ['tcp 139', 'NetBIOS'],
  ['udp 137', 'NetBIOS'],
  ['udp 138', 'NetBIOS'],
  ['tcp 445', 'SMB'],
  ['tcp 1433', 'SQL Server'],
  ['tcp 1434', 'SQL Server'],
  ['tcp 1521', 'Oracle'],
  ['tcp 2483', 'Oracle'],
  ['tcp 2484', 'Oracle'],
  ['tcp 3306', 'MySQL'],
  ['tcp 5432', 'PostgreSQL'],
  ['tcp 5439', 'Redshift'],
  ['tcp 6379', 'Redis'],
  ['tcp 8086', 'InfluxDB'],
  ['tcp 9042', 'Cassandra'],
  ['tcp 9200', 'OpenSearch'],
  ['tcp 9300', 'OpenSearch'],
  ['tcp 11211', 'Memcached'],
  ['udp 11211', 'Memcached'],
  ['tcp 27017', 'MongoDB'],
  ['tcp 27018', 'MongoDB'],
  ['tcp 27019', 'MongoDB'],
  ['tcp 50000', 'Db2'],
]);

/** "tcp 22 (SSH)", "tcp 27017-27019 (MongoDB)", "udp 22" */
export function describePorts(exposed: PortRange & { readonly protocol: PortProtocol }): string {
  const { protocol, from, to } = exposed;
  const text = `${protocol} ${from === to ? from : `${from}-${to}`}`;
  const usual = new Set<string>();
  for (const [port, name] of names) {
    const number = Number(port.slice(4));
    if (port.startsWith(protocol) && includesPorts(exposed, { from: number, to: number })) {
      usual.add(name);
    }
  }
  return usual.size > 0 ? `${text} (${[...usual].join(', ')})` : text;
}

/** Ports as users write them: "22" or "5985-5986". Throws a `RangeError` for anything else. */
export function parsePorts(texts: readonly string[]): PortRange[] {
  return texts.map((text) => {
    const [, from, to = from] = /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/.exec(text) ?? [];
    const range = from === undefined ? undefined : toPortRange(Number(from), Number(to));
    if (!range) throw new RangeError(`"${text}" is not a port or a range of ports`);
    return range;
  });
}
