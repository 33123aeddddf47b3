/** The lines that the page carries, unpacked one after the other. */
import type { Line } from '../wire.ts';

export async function* unpack(): AsyncGenerator<Line> {
  const lines = bytes()
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(new TextDecoderStream());
  const reader = lines.getReader();
  let pieces: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const [rest = '', ...others] = value.split('\n');
    pieces.push(rest);
    for (const next of others) {
      const line: Line = JSON.parse(pieces.join(''));
      yield line;
      pieces = [next];
    }
  }
}

function bytes(): ReadableStream<Uint8Array<ArrayBuffer>> {
  const elements = [...document.querySelectorAll('script.data')];
  return new ReadableStream({
    pull: (controller) => {
      const element = elements.shift();
      if (element) controller.enqueue(fromBase64(element.textContent ?? ''));
      else controller.close();
    },
  });
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const result = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) result[index] = binary.charCodeAt(index);
  return result;
}
