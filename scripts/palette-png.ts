/** A picture as a PNG with a palette: a page of text has few colours, and so a third of the bytes. */
import { deflateSync } from 'node:zlib';
import { crc32 } from './build/zip.ts';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each pixel, row by row. Opacity is left out: a page has none. */
  readonly data: Uint8Array;
}

const mostColours = 256;
/** Colours that differ by less than a sixteenth of each part count as one. */
const step = 16;

/** The PNG (ISO/IEC 15948): colour type 3, 8 bits a pixel, no filter. The same bytes for the same pixels. */
export function palettePng({ width, height, data }: Pixels): Buffer {
  const colours = commonest(data);
  const indexes = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const key = keyAt(data, (y * width + x) * 4);
      let index = indexes.get(key);
      if (index === undefined) {
        index = nearest(colours, key);
        indexes.set(key, index);
      }
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colours.flatMap(({ mean }) => mean))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

interface Colour {
  readonly key: number;
  /** Red, green and blue, as the pixels of this key have them on average. */
  readonly mean: readonly number[];
}

/** The colours that most pixels have. */
function commonest(data: Uint8Array): readonly Colour[] {
  const sums = new Map<number, { count: number; parts: [number, number, number] }>();
  for (let at = 0; at < data.length; at += 4) {
    const key = keyAt(data, at);
    const sum = sums.get(key) ?? { count: 0, parts: [0, 0, 0] };
    sums.set(key, sum);
    sum.count += 1;
    sum.parts[0] += data[at] ?? 0;
    sum.parts[1] += data[at + 1] ?? 0;
    sum.parts[2] += data[at + 2] ?? 0;
  }
  return [...sums]
    .toSorted(([one, a], [other, b]) => b.count - a.count || one - other)
    .slice(0, mostColours)
    .map(([key, { count, parts: sum }]) => ({
      key,
      mean: sum.map((part) => Math.round(part / count)),
    }));
}

function keyAt(data: Uint8Array, at: number): number {
  const part = (offset: number) => Math.floor((data[at + offset] ?? 0) / step);
  return (part(0) << 8) | (part(1) << 4) | part(2);
}

/** Red, green and blue of a key, each as how many steps. */
function parts(key: number): readonly number[] {
  return [key >> 8, (key >> 4) & 15, key & 15];
}

function nearest(colours: readonly Colour[], key: number): number {
  const wanted = parts(key);
  const distances = colours.map((colour) =>
    parts(colour.key).reduce((sum, part, at) => sum + (part - (wanted[at] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
