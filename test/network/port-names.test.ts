import { describe, expect, it } from 'vitest';
import {
  databasePorts,
  describePorts,
  describeQueries,
  parsePorts,
} from '../../src/network/port-names.ts';

describe('describePorts', () => {
  it('names what usually listens on the port', () => {
    expect(describePorts({ protocol: 'tcp', from: 22, to: 22 })).toBe('tcp 22 (SSH)');
    expect(describePorts({ protocol: 'tcp', from: 27_017, to: 27_019 })).toBe(
      'tcp 27017-27019 (MongoDB)',
    );
  });

  it('names all that usually listen in a range, each once', () => {
    expect(describePorts({ protocol: 'tcp', from: 3000, to: 3400 })).toBe(
      'tcp 3000-3400 (LDAP, RDP, Firebird, MySQL)',
    );
  });

  it('names none of the many that listen in a wide range', () => {
    expect(describePorts({ protocol: 'tcp', from: 444, to: 65_535 })).toBe('tcp 444-65535');
  });

  it('G12 does not call UDP 22 SSH', () => {
    expect(describePorts({ protocol: 'udp', from: 22, to: 22 })).toBe('udp 22');
  });
});

describe('describeQueries', () => {
  const over = (protocol: 'tcp' | 'udp', ...ports: string[]) => ({
    protocols: [protocol],
    ports: parsePorts(ports),
  });

  it('F25 names the ports that are asked for, each once', () => {
    const both = { protocols: ['tcp', 'udp'] as const, ports: parsePorts(['22', '3389']) };
    expect(describeQueries([both, both])).toBe('tcp 22 (SSH), 3389 (RDP); udp 22, 3389 (RDP)');
    expect(describeQueries([over('tcp', '1-3'), over('udp')])).toBe('tcp 1-3');
    expect(describeQueries([])).toBe('');
  });

  it('F25 gives the numbers of long lists', () => {
    expect(describeQueries([over('tcp', '1', '2', '3', '4', '5', '6', '22')])).toBe(
      'tcp 1, 2, 3, 4, 5, 6, 22',
    );
  });
});

describe('databasePorts', () => {
  const has = (port: number) =>
    parsePorts(databasePorts('tcp')).some(({ from, to }) => from <= port && port <= to);

  it.each([7000, 7001, 7199, 9042, 9142, 9160])('F25 holds port %i of Cassandra', (port) => {
    expect(has(port)).toBe(true);
  });

  it.each([1433, 1434, 3306, 4333, 5432, 8088, 9200, 9300])(
    'F25 holds port %i, a database among the high-risk ports of Security Hub (EC2.19)',
    (port) => {
      expect(has(port)).toBe(true);
    },
  );

  it('is in order, and holds nothing of the web', () => {
    const ports = parsePorts(databasePorts('tcp')).map(({ from }) => from);
    expect(ports).toEqual(ports.toSorted((a, b) => a - b));
    expect([80, 443, 8080, 8443].some(has)).toBe(false);
    expect(databasePorts('udp')).toEqual(['1434', '11211']);
  });
});

describe('parsePorts', () => {
  it('reads single ports and ranges', () => {
    expect(parsePorts(['22', ' 5985 - 5986 ', '1-2', '65535'])).toEqual([
      { from: 22, to: 22 },
      { from: 5985, to: 5986 },
      { from: 1, to: 2 },
      { from: 65_535, to: 65_535 },
    ]);
  });

  it.each(['', 'ssh', '65536', '30-20', '22,23', '-1'])('refuses "%s"', (text) => {
    expect(() => parsePorts([text])).toThrow(
      new RangeError(`"${text}" is not a port or a range of ports`),
    );
  });
});
