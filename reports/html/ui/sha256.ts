/**
 * SHA-256 (FIPS 180-4) at once: `crypto.subtle` gives a promise for each text, which is too slow for the ids of half a
 * million findings, and is not there in a page that is no secure context.
 */

const roundConstants = Uint32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)));
const start = Uint32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)));

const encoder = new TextEncoder();
const schedule = new Uint32Array(64);
let block = new Uint8Array(256);

/** The first words of the hash, 32 bits each. The array is used again by the next call. */
export function sha256Words(text: string): Uint32Array {
  return digest(padded(text));
}

/** In hex, the first `digits` of it. */
export function sha256(text: string, digits = 64): string {
  return hexOf(sha256Words(text), digits);
}

export function hexOf(words: Uint32Array, digits: number): string {
  let hex = '';
  for (const word of words) hex += word.toString(16).padStart(8, '0');
  return hex.slice(0, digits);
}

function padded(text: string): Uint8Array {
  if (block.length < text.length * 3 + 72) block = new Uint8Array(text.length * 6 + 72);
  const { written } = encoder.encodeInto(text, block);
  const end = Math.ceil((written + 9) / 64) * 64;
  block.fill(0, written, end);
  block[written] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(end - 8, Math.floor(written / 2 ** 29));
  view.setUint32(end - 4, (written << 3) >>> 0);
  return block.subarray(0, end);
}

const state = new Uint32Array(8);

function digest(message: Uint8Array): Uint32Array {
  state.set(start);
  for (let from = 0; from < message.length; from += 64) compress(message, from);
  return state;
}

function compress(message: Uint8Array, from: number): void {
  const w = schedule;
  for (let index = 0, at = from; index < 16; index += 1, at += 4) {
    w[index] =
      ((message[at] ?? 0) << 24) |
      ((message[at + 1] ?? 0) << 16) |
      ((message[at + 2] ?? 0) << 8) |
      (message[at + 3] ?? 0);
  }
  for (let index = 16; index < 64; index += 1) {
    const a = w[index - 15] ?? 0;
    const b = w[index - 2] ?? 0;
    const small0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
    const small1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
    w[index] = ((w[index - 16] ?? 0) + small0 + (w[index - 7] ?? 0) + small1) | 0;
  }
  // One by one: to take them apart as a list costs as much as a round.
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let index = 0; index < 64; index += 1) {
    const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const choice = (e & f) ^ (~e & g);
    const t1 = (h + big1 + choice + (roundConstants[index] ?? 0) + (w[index] ?? 0)) | 0;
    const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + big0 + majority) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
  state[5] = (state[5] ?? 0) + f;
  state[6] = (state[6] ?? 0) + g;
  state[7] = (state[7] ?? 0) + h;
}

function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 2 ** 32);
}

function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}
