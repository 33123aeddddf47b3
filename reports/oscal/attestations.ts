/** What persons attest, as OSCAL has it: each is a party, and each answer an attestation of theirs. */
import type { AttestationLine, ReportReader } from '../../src/report/model.ts';
import { namespace, property } from './terms.ts';
import { markdown, string } from './text.ts';
import { uuidOf } from './uuid.ts';

type Attested = Pick<ReportReader, 'attestations'>;

/** Every person who attests, once. */
export function attestors({ attestations = [] }: Attested) {
  return [...new Set(attestations.map(({ by }) => by))].map((by) => ({
    uuid: attestorUuid(by),
    type: 'person',
    ...(string(by) === '' ? {} : { name: string(by) }),
  }));
}

function attestorUuid(by: string): string {
  return uuidOf('attestor', by);
}

/** Those that are void among them, with the state that says so. */
export function* attestationStatements({ attestations = [], scan }: Attested & WithScan) {
  for (const line of attestations) {
    yield {
      'responsible-parties': [{ 'role-id': 'attestor', 'party-uuids': [attestorUuid(line.by)] }],
      parts: [partOf(line, scan.account.id)],
    };
  }
}

type WithScan = Pick<ReportReader, 'scan'>;

function partOf({ question, answer, by, on, until, evidence, state }: AttestationLine, to: string) {
  return {
    uuid: uuidOf('attestation', to, question, by, on, until),
    name: 'attestation',
    ns: namespace,
    class: state,
    title: markdown(question),
    props: [
      ...property('responsibility-line', question),
      ...property('state', state),
      ...property('attested-on', on),
      ...property('attested-until', until),
      ...evidence.flatMap((place) => property('evidence', place)),
    ],
    prose: markdown(answer),
  };
}
