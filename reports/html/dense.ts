/**
 * Bytes as letters that stand in an element of a page and in any editor: 13 bits in two of 91 letters. That is a thirteenth
 * shorter than base64. The letters are those of ASCII that can be seen, but for the three with which markup begins and ends.
 */

const base = 91;
const letters = String.fromCharCode(
  ...Array.from({ length: 94 }, (_, place) => place + 33),
).replace(/[<>&]/g, '');
const places = new Uint8Array(128).fill(base);
for (let place = 0; place < base; place += 1) places[letters.charCodeAt(place)] = place;

const codes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));

/** Bytes of which nothing is left over between two texts. */
export const wholeBytes = 13;

/** As ASCII. What is no multiple of 13 bytes is filled up with zeros. */
export function toDense(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(Math.ceil((bytes.length * 8) / 13) * 2);
  let held = 0;
  let bits = 0;
  let size = 0;
  const write = () => {
    const value = held & 8191;
    text[size] = codes[Math.floor(value / base)] ?? 0;
    text[size + 1] = codes[value % base] ?? 0;
    size += 2;
  };
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits < 13) continue;
    write();
    held >>>= 13;
    bits -= 13;
  }
  if (bits > 0) write();
  return text;
}

/** So many bytes of a text; throws where it does not hold as many, or has a letter that is none. */
export function fromDense(text: string, count: number): Uint8Array<ArrayBuffer> {
  if (text.length !== Math.ceil((count * 8) / 13) * 2) throw new Error('a part of the data is cut');
  const bytes = new Uint8Array(count);
  let held = 0;
  let bits = 0;
  let size = 0;
  for (let at = 0; at < text.length; at += 2) {
    const high = places[text.charCodeAt(at)] ?? base;
    const low = places[text.charCodeAt(at + 1)] ?? base;
    if (high === base || low === base) throw new Error('the data holds what is no letter of it');
    held |= (high * base + low) << bits;
    for (bits += 13; bits >= 8; bits -= 8) {
      bytes[size] = held & 255;
      size += 1;
      held >>>= 8;
    }
  }
  return bytes;
}
