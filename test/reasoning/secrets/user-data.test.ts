import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUserData } from '../../../src/reasoning/secrets/user-data.ts';

const encode = (text: string | Buffer): string => Buffer.from(text).toString('base64');
const mime = (...parts: string[]): string =>
  `Content-Type: multipart/mixed;\n boundary="==B=="\nMIME-Version: 1.0\n\n${parts.map((part) => `--==B==\n${part}\n`).join('')}--==B==--\n`;
const encodedPart = (content: string | Buffer): string =>
  `Content-Type: text/x-shellscript\nContent-Transfer-Encoding: base64\n\n${encode(content)}`;
const nested = (depth: number): string =>
  depth === 0
    ? 'PASSWORD=deep'
    : `Content-Type: multipart/mixed; boundary="b${depth}"\n\n--b${depth}\n${nested(depth - 1)}\n--b${depth}--\n`;
const secret = ['DB_PASSWORD=x7Kq', '2mVw9RtB'].join('');
const noise = Array.from({ length: 300 }, (_, at) => `${at * 7919} `).join('');
const binary = Buffer.from(Array.from({ length: 60 }, (_, at) => (at * 97 + 13) % 256));
const file = (encoding: string, content: string): string =>
  `#cloud-config\nwrite_files:\n  - path: /etc/app\n    encoding: ${encoding}\n    content: ${content}\n`;

describe('decodeUserData', () => {
  it('gives back any text that was encoded, plain or gzipped', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/[\0\uFEFF]/.test(text)),
        (text) => {
          expect(decodeUserData(encode(text))).toMatchObject({ isWhole: true });
          expect(decodeUserData(encode(text)).text).toContain(text);
          expect(decodeUserData(encode(gzipSync(text)))).toEqual(decodeUserData(encode(text)));
        },
      ),
    );
  });

  it('reads what Windows tools write: UTF-16 with a byte order mark', () => {
    expect(decodeUserData(encode(Buffer.from('\uFEFFDB_PASSWORD=x', 'utf16le')))).toEqual({
      text: 'DB_PASSWORD=x',
      isWhole: true,
    });
  });

  it('decodes the encoded parts of a MIME archive, gzipped and nested ones too', () => {
    const inner = mime(encodedPart('PASSWORD=inner'));
    const { text, isWhole } = decodeUserData(
      encode(
        gzipSync(
          mime(
            encodedPart('PASSWORD=plain'),
            encodedPart(gzipSync('PASSWORD=zipped')),
            encodedPart(inner),
          ),
        ),
      ),
    );
    expect(text).toContain('PASSWORD=plain');
    expect(text).toContain('PASSWORD=zipped');
    expect(text).toContain('PASSWORD=inner');
    expect(isWhole).toBe(true);
  });

  it('keeps the text of MIME parts that are not encoded', () => {
    const plain = mime('Content-Type: text/plain\n\nPASSWORD=plain');
    expect(decodeUserData(encode(plain)).text).toContain('PASSWORD=plain');
  });

  it.each([
    ['is not base64', 'not base64!'],
    ['is a truncated gzip stream', encode(gzipSync('x'.repeat(500)).subarray(0, 20))],
    ['expands beyond 1 MiB', encode(gzipSync(Buffer.alloc(2 * 1024 * 1024, 'a')))],
    [
      'expands beyond 1 MiB in several parts',
      encode(
        mime(...Array.from({ length: 3 }, () => encodedPart(gzipSync(Buffer.alloc(500_000, 'a'))))),
      ),
    ],
    ['is binary', encode(Buffer.from([0x42, 0x5a, 0x68, 0x00, 0x01]))],
    [
      'holds a part that cannot be decoded',
      encode(mime('Content-Transfer-Encoding: base64\n\n???')),
    ],
    ['is nested too deeply', encode(nested(6))],
    ['is encoded in a way of its own', encode('Content-Transfer-Encoding: x-uuencode\n\n$&%S')],
    ['F36 is no UTF-8', encode(Buffer.from([0x23, 0x21, 0xff, 0xfe, 0x41]))],
    [
      'F36 has a file that is damaged',
      encode(file('gz+b64', encode(gzipSync(secret)).slice(0, 40))),
    ],
    ['F36 has a file that is no text', encode(file('b64', encode(binary)))],
    ['F36 has a file that is only compressed', encode(file('gzip', '???'))],
    ['F36 decodes what is no text', encode(`echo ${encode(binary)} | base64 -d > /opt/app`)],
    ['F36 is encoded twice, and no text then', encode(encode(binary))],
  ])('is not whole where it %s', (_title, userData) => {
    expect(decodeUserData(userData).isWhole).toBe(false);
  });

  it.each([
    ['encoded twice', encode(secret)],
    ['encoded twice, in lines', encode(secret.repeat(9)).replace(/.{76}/g, '$&\n')],
    ['encoded twice, compressed', encode(gzipSync(secret))],
    ['in a file of cloud-init', file('b64', encode(secret))],
    ['in a compressed file of cloud-init', file('gz+b64', encode(gzipSync(secret)))],
    [
      'in a file of cloud-init, in another order',
      `#cloud-config\nwrite_files:\n- {path: /x, content: ${encode(gzipSync(secret))}, encoding: gzip+base64}`,
    ],
    [
      'in a file of cloud-init, over several lines',
      file(
        'gz+b64',
        `|\n${encode(gzipSync(`${secret}${noise}`)).replace(/.{1,76}/g, '      $&\n')}`,
      ),
    ],
    ['as binary of YAML', `write_files:\n- content: !!binary ${encode(secret)}\n`],
    ['by echo', `echo ${encode(secret)} | base64 -d > /etc/app`],
    ['by echo in quotes', `echo -n "${encode(secret)}" | base64 --decode | sudo tee /etc/app`],
    ['by a here-document', `base64 -d <<EOF > /x\n${encode(secret)}\nEOF\n`],
    ['by a here-string', `base64 -d <<< "${encode(secret)}" > /x`],
    ['by OpenSSL', `echo ${encode(secret)} | openssl base64 -d -A`],
    ['by Python', `python3 -c "import base64; exec(base64.b64decode('${encode(secret)}'))"`],
    [
      'by PowerShell',
      `[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String("${encode(secret)}"))`,
    ],
    [
      'as a command of PowerShell',
      `powershell -EncodedCommand ${encode(Buffer.from(secret, 'utf16le'))}`,
    ],
    ['in a data URL of Ignition', `{"source":"data:text/plain;base64,${encode(secret)}"}`],
    ['three times', encode(encode(secret))],
    ['in a file, encoded twice', file('b64', encode(encode(secret)))],
    ['where nothing says so', `PAYLOAD="${encode(secret)}"`],
    [
      'quoted-printable',
      `Content-Transfer-Encoding: quoted-printable\n\n${secret.replace(/=/g, '=3D').replace('2m', '2=\nm')}`,
    ],
  ])('F36 reads what is encoded %s', (_how, text) => {
    const decoded = decodeUserData(encode(text));
    expect(decoded.text).toContain(secret);
    expect(decoded.isWhole).toBe(true);
  });

  it.each([
    `export DB_PASSWORD=$(echo ${encode('Tr0ub4dor')} | base64 -d)`,
    `DB_PASSWORD=\`echo -n '${encode('Tr0ub4dor')}' | base64 --decode\``,
  ])('F36 puts a value that is decoded as it is used in its place: %s', (text) => {
    expect(decodeUserData(encode(text)).text).toContain('DB_PASSWORD=Tr0ub4dor');
  });

  it.each([
    'hello',
    '#!/bin/bash\nyum update -y && systemctl enable --now amazon-ssm-agent',
    'git checkout 3b18e512dba79e4c8300dd08aeb37f8e728b8dad',
    'curl -s https://example.com/app.b64 | base64 -d > /opt/app',
    'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7jv5Zx9mK admin@corp',
    '#!/bin/bash\n/etc/eks/bootstrap.sh prod --b64-cluster-ca LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t',
  ])('F36 takes what is no base64, or decodes to text, for whole: %s', (text) => {
    expect(decodeUserData(encode(text)).isWhole).toBe(true);
  });

  it('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => [true, false].includes(decodeUserData(text).isWhole)),
    );
  });

  it('is not whole where there is no room for all of it, declared or not', () => {
    const most = 'x'.repeat(900_000);
    const text = `A="${encode(gzipSync(most))}"\nB="${encode('y'.repeat(300_000))}"`;
    expect(decodeUserData(encode(text)).isWhole).toBe(false);
  });

  it('takes what is nested in itself without end of work', () => {
    let text = secret;
    for (let depth = 0; depth < 30; depth += 1) text = encode(text);
    expect(decodeUserData(text).text).toContain(secret);
  });
});
