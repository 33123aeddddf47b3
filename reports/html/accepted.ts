/** What persons attest and what owners accept, entry by entry, each with what came of it: nothing that was given is left out. */
import type { AttestationLine, MuteLine, ReportHead } from '../../src/report/model.ts';
import { foreign, html, join, type Markup, nothing } from './markup.ts';
import { table } from './table.ts';
import { number } from './words.ts';

export const attestationStates: Readonly<Record<AttestationLine['state'], string>> = {
  'in-force': 'in force',
  expired: 'void: past its day',
  'not-yet': 'void: before its day',
  'other-account': 'void: of another account',
  replaced: 'replaced by a later one',
};

export const muteStates: Readonly<Record<MuteLine['state'], string>> = {
  'in-force': 'in force',
  void: 'void: past its day',
  'matches-nothing': 'fits no finding',
  'nothing-to-mute': 'nothing to mute: what fits does not fail, or was muted before',
  'tags-unread': 'could not be told: AWS did not tell the tags of what would fit',
  'not-asked': 'not asked: this scan did not read what it is about',
};

export function attestationTable(attestations: ReportHead['attestations'] = []): Markup {
  if (attestations.length === 0) return nothing;
  return html`<h3 id="attested">What persons attest</h3>
    ${table({
      caption: 'Entries of the attestation file. None passes a check or changes a count',
      columns: [
        { name: 'Question' },
        { name: 'Answer' },
        { name: 'By' },
        { name: 'From', kind: 'narrow' },
        { name: 'Until', kind: 'narrow' },
        { name: 'Shown by' },
        { name: 'State' },
      ],
      rows: attestations.map(({ question, answer, by, on, until, evidence, state }) => ({
        cells: [
          html`<a href="#r-${question}">${question}</a>`,
          foreign(answer),
          foreign(by),
          on,
          until,
          join(evidence.map(foreign), '; '),
          attestationStates[state],
        ],
      })),
    })}`;
}

export function muteTable(mutes: ReportHead['mutes'] = []): Markup {
  if (mutes.length === 0) return nothing;
  return html`<h3 id="muted">What owners accept</h3>
    ${table({
      caption: 'Entries of the mute file. What is muted stays a failure, and is counted',
      columns: [
        { name: 'Check' },
        { name: 'Where' },
        { name: 'Reason' },
        { name: 'Owner' },
        { name: 'Until', kind: 'narrow' },
        { name: 'State' },
        { name: 'Fit', kind: 'number' },
        { name: 'Muted', kind: 'number' },
      ],
      rows: mutes.map((mute) => ({
        cells: [
          html`<code>${mute.check}</code>`,
          join(
            [mute.account, mute.region, mute.resource].flatMap((each) =>
              each === undefined ? [] : [foreign(each)],
            ),
            ', ',
          ),
          foreign(mute.reason),
          foreign(mute.owner),
          mute.until,
          muteStates[mute.state],
          number(mute.matched),
          number(mute.muted),
        ],
      })),
    })}`;
}
