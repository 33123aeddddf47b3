/**
 * What is signed: an in-toto Statement v1 that names the manifest and every file of the run with its SHA-256, and says of
 * which scan they are; of a fleet, the manifest and the report. It stays small, so that AWS KMS takes it as it is: a message
 * of 4096 bytes at most.
 * https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
 */
import * as z from 'zod';
import { sha256 } from '../../aws/evidence/canonical.ts';
import { manifestName } from '../outputs/names.ts';
import type { FleetManifest } from '../manifest/fleet-shape.ts';
import { type Manifest, manifestSchema } from '../manifest/shape.ts';

const statementType = 'https://in-toto.io/Statement/v1';
/** What kind of statement it is: about a run, or about a fleet. */
const predicateTypes = ['urn:srm-scan:manifest:1', 'urn:srm-scan:fleet-manifest:1'] as const;

/** The JSON of the statement. @param text the manifest as it stands in its file */
export function statementOf(manifest: Manifest | FleetManifest, text: string): string {
  return JSON.stringify({
    _type: statementType,
    subject: [...subjectsOf(manifest, text)].map(([name, digest]) => ({
      name,
      digest: { sha256: digest },
    })),
    predicateType: predicateTypeOf(manifest),
    predicate: predicateOf(manifest),
  });
}

function predicateTypeOf({ schema }: Manifest | FleetManifest) {
  return predicateTypes[schema === manifestSchema ? 0 : 1];
}

function predicateOf(manifest: Manifest | FleetManifest): object {
  const { tool } = manifest;
  if (manifest.schema !== manifestSchema) return { tool, fleet: manifest.fleet };
  const { scan, rules, parameters } = manifest;
  const { id, sample, account, partition, startedAt, finishedAt, status } = scan;
  return {
    tool,
    scan: { id, ...(sample && { sample }), account, partition, startedAt, finishedAt, status },
    rules: rules.sha256,
    parameters: parameters.sha256,
  };
}

/** Of a fleet the manifest has the hashes of the runs: with all of them it would be too long to be signed as it is. */
function subjectsOf(
  { files }: Manifest | FleetManifest,
  text: string,
): ReadonlyMap<string, string> {
  return new Map([
    [manifestName, sha256(text)],
    ...files.map((file) => [file.name, file.sha256] as const),
  ]);
}

const statement = z.object({
  _type: z.literal(statementType),
  subject: z.array(z.object({ name: z.string(), digest: z.object({ sha256: z.string() }) })),
  predicateType: z.enum(predicateTypes),
});

/**
 * Whether a payload is the statement of this manifest: it is made again and compared. A statement of another version of
 * srm-scan may say more in its predicate, so of that nothing is asked; the manifest that the subject names says it all.
 */
export function isStatementOf(
  payload: string,
  manifest: Manifest | FleetManifest,
  text: string,
): boolean {
  let json: unknown;
  try {
    json = JSON.parse(payload);
  } catch {
    return false;
  }
  const parsed = statement.safeParse(json);
  if (!parsed.success || parsed.data.predicateType !== predicateTypeOf(manifest)) return false;
  const expected = subjectsOf(manifest, text);
  const { subject } = parsed.data;
  return (
    subject.length === expected.size &&
    subject.every(({ name, digest }) => expected.get(name) === digest.sha256)
  );
}
