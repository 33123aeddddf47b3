/** A zip archive of a few files, the same bytes for the same files, so that a deployment changes only with its code. */
import { deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
}

/** 1 January 1980, midnight: the first moment that the format can tell. */
const noTime = 0;
const noDate = 0x21;
const deflated = 8;
const version = 20;
/** Names are UTF-8. */
const flags = 0x08_00;
/** Made on Unix, so that Lambda takes the mode below. */
const madeByUnix = 0x03_00 | version;
/** A plain file that all may read. */
const mode = 0o10_0644;

/** The archive, as APPNOTE.TXT of PKWARE lays it out. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(content, { level: 9 });
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(version, 0);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt16LE(deflated, 4);
    facts.writeUInt16LE(noTime, 6);
    facts.writeUInt16LE(noDate, 8);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, path, packed]);
    files.push(file);

    const head = Buffer.from('PK\u0001\u0002\0\0', 'latin1');
    head.writeUInt16LE(madeByUnix, 4);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(mode * 0x1_00_00, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(head, facts, tail, path);
    offset += file.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listing, end]);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1)
    value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1;
  return value;
});

/** The check sum of zip and PNG alike. `zlib.crc32` came with Node 22. */
export function crc32(content: Uint8Array): number {
  let value = 0xff_ff_ff_ff;
  for (const byte of content) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xff_ff_ff_ff) >>> 0;
}
