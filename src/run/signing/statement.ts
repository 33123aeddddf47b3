/**
 * What is signed: an in-toto Statement v1 that names the manifest and every file of the run with its SHA-256, and says of
 * which scan they are. It stays small, so that AWS KMS takes it as it is: a message of 4096 bytes at most.
 * https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
 */
import * as z from 'zod';
import { sha256 } from '../../aws/evidence/canonical.ts';
import { manifestName } from '../outputs/names.ts';
import type { Manifest } from '../manifest/shape.ts';

const statementType = 'https://in-toto.io/Statement/v1';
/** What kind of statement it is. */
const predicateType = 'urn:srm-scan:manifest:1';

/** The JSON of the statement. @param text the manifest as it stands in its file */
export function statementOf(manifest: Manifest, text: string): string {
  const { tool, scan, rules, parameters, files } = manifest;
  const { id, sample, account, partition, startedAt, finishedAt, status } = scan;
  return JSON.stringify({
    _type: statementType,
    subject: [
      { name: manifestName, digest: { sha256: sha256(text) } },
      ...files.map((file) => ({ name: file.name, digest: { sha256: file.sha256 } })),
    ],
    predicateType,
    predicate: {
      tool,
      scan: { id, ...(sample && { sample }), account, partition, startedAt, finishedAt, status },
      rules: rules.sha256,
      parameters: parameters.sha256,
    },
  });
}

const statement = z.object({
  _type: z.literal(statementType),
  subject: z.array(z.object({ name: z.string(), digest: z.object({ sha256: z.string() }) })),
  predicateType: z.literal(predicateType),
});

/**
 * Whether a payload is the statement of this manifest: it is made again and compared. A statement of another version of
 * srm-scan may say more in its predicate, so of that nothing is asked; the manifest that the subject names says it all.
 */
export function isStatementOf(payload: string, manifest: Manifest, text: string): boolean {
  let json: unknown;
  try {
    json = JSON.parse(payload);
  } catch {
    return false;
  }
  const parsed = statement.safeParse(json);
  if (!parsed.success) return false;
  const expected = new Map([
    [manifestName, sha256(text)],
    ...manifest.files.map((file) => [file.name, file.sha256] as const),
  ]);
  const { subject } = parsed.data;
  return (
    subject.length === expected.size &&
    subject.every(({ name, digest }) => expected.get(name) === digest.sha256)
  );
}
