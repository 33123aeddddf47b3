/**
 * The text of a PDF that Chromium wrote, page by page: what a reader sees, and not what HTML was meant to say. It knows the
 * plain form that Skia gives its files: objects one after the other, streams that are deflated, strings of glyphs in hex.
 */
import { inflateSync } from 'node:zlib';

export interface Pdf {
  /** Without any white space: where lines break is not text. */
  readonly pages: readonly string[];
  readonly outline: readonly string[];
}

export function readPdf(bytes: Buffer): Pdf {
  const objects = objectsOf(bytes);
  const pages = pagesOf(objects, rootOf(objects)).map((page) => textOf(objects, page));
  const outline = [...objects.values()].flatMap(({ head }) => {
    const [, title] = /\/Title (\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>)/.exec(head) ?? [];
    return title !== undefined && head.includes('/Parent') ? [stringOf(title)] : [];
  });
  return { pages, outline };
}

interface PdfObject {
  readonly head: string;
  /** Inflated. */
  readonly stream: string;
}

type Objects = ReadonlyMap<string, PdfObject>;

function objectsOf(bytes: Buffer): Objects {
  const text = bytes.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/^(\d+) 0 obj\n/gm)) {
    const from = match.index + match[0].length;
    const end = text.indexOf('endobj', from);
    const start = text.indexOf('stream\n', from);
    const head = text.slice(from, start < 0 ? end : Math.min(start, end));
    const [, length] = /\/Length (\d+)/.exec(head) ?? [];
    const body =
      length === undefined || start < 0 || start > end
        ? Buffer.alloc(0)
        : bytes.subarray(start + 7, start + 7 + Number(length));
    const stream = head.includes('/FlateDecode') ? inflateSync(body) : body;
    objects.set(match[1] ?? '', { head, stream: stream.toString('latin1') });
  }
  return objects;
}

function objectOf(objects: Objects, id: string | undefined): PdfObject {
  const found = objects.get(id ?? '');
  if (!found) throw new Error(`the PDF has no object ${id}`);
  return found;
}

/** The node of the pages that has no parent. */
function rootOf(objects: Objects): string {
  for (const [id, { head }] of objects) {
    if (head.includes('/Type /Pages') && !head.includes('/Parent')) return id;
  }
  throw new Error('the PDF has no pages');
}

function pagesOf(objects: Objects, id: string): readonly PdfObject[] {
  const node = objectOf(objects, id);
  if (!node.head.includes('/Type /Pages')) return [node];
  const [, kids = ''] = /\/Kids \[([^\]]*)\]/.exec(node.head) ?? [];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) => pagesOf(objects, kid));
}

function textOf(objects: Objects, { head }: PdfObject): string {
  const [, contents] = /\/Contents (\d+) 0 R/.exec(head) ?? [];
  const [, list = ''] = /\/Font <<([^>]*)>>/.exec(head) ?? [];
  const fonts = new Map(
    [...list.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id]) => [
      name,
      fontOf(objects, objectOf(objects, id)),
    ]),
  );
  let font: ReadonlyMap<string, string> = new Map();
  let text = '';
  const tokens = /\/(\w+) [\d.-]+ Tf|<([0-9A-F]+)> Tj/g;
  for (const [, name, glyphs] of objectOf(objects, contents).stream.matchAll(tokens)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    else for (const glyph of glyphsOf(glyphs ?? '', font)) text += font.get(glyph) ?? '';
  }
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}

function glyphsOf(hex: string, font: ReadonlyMap<string, string>): readonly string[] {
  const [code = '0000'] = font.keys();
  return hex.match(new RegExp(`.{${code.length}}`, 'g')) ?? [];
}

/** By the code of a glyph, what it stands for. */
function fontOf(objects: Objects, { head }: PdfObject): ReadonlyMap<string, string> {
  const [, id] = /\/ToUnicode (\d+) 0 R/.exec(head) ?? [];
  const { stream } = objectOf(objects, id);
  const texts = new Map<string, string>();
  for (const [block] of stream.matchAll(/beginbfchar[^]*?endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g)) {
      texts.set(code, utf16(text));
    }
  }
  for (const [block] of stream.matchAll(/beginbfrange[^]*?endbfrange/g)) {
    for (const [, first = '', last = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const from = Number.parseInt(first, 16);
      const to = Number.parseInt(last, 16);
      for (let code = from; code <= to; code += 1) {
        const unicode = Number.parseInt(text, 16) + code - from;
        texts.set(hexOf(code, first.length), utf16(hexOf(unicode, text.length)));
      }
    }
  }
  return texts;
}

function hexOf(value: number, width: number): string {
  return value.toString(16).toUpperCase().padStart(width, '0');
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function stringOf(title: string): string {
  if (title.startsWith('<')) return utf16(title.slice(1, -1)).replace('\uFEFF', '');
  return title.slice(1, -1).replaceAll(/\\(.)/g, '$1');
}
