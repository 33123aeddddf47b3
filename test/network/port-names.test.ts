import { describe, expect, it } from 'vitest';
import { describePorts, parsePorts } from '../../src/network/port-names.ts';

describe('describePorts', () => {
  it('names what usually listens on the port', () => {
    expect(describePorts({ protocol: 'tcp', from: 22, to: 22 })).toBe('tcp 22 (SSH)');
    expect(describePorts({ protocol: 'tcp', from: 27_017, to: 27_019 })).toBe(
      'tcp 27017-27019 (MongoDB)',
    );
  });

  it('names all that usually listen in a range, each once', () => {
    expect(describePorts({ protocol: 'tcp', from: 2483, to: 3306 })).toBe(
      'tcp 2483-3306 (Oracle, MySQL)',
    );
  });

  it('G12 does not call UDP 22 SSH', () => {
    expect(describePorts({ protocol: 'udp', from: 22, to: 22 })).toBe('udp 22');
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
