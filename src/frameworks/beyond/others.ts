import { type BeyondRule, ids } from './rule.ts';

const ofFacilities =
  'The facilities, the hardware and the media of the cloud are AWS’s; those of your own offices and data centres stay with you.';
const ofPeople =
  'It asks for rules, people, contracts or work of the organisation, and no setting shows that they are there.';
const ofRecords =
  'Somebody does it, or did it, by hand: settings help, and a record of the work is what shows it.';
const ofSystems =
  'It is decided in applications, operating systems, devices and data, into which no AWS API looks.';

export const beyondPci: readonly BeyondRule[] = [
  { kind: 'aws', because: ofFacilities, of: ['9.2', '9.3', '9.4'] },
  {
    kind: 'procedural',
    because: 'It asks that rules and roles are written down and known.',
    of: ids('1.1 2.1 3.1 4.1 5.1 6.1 7.1 8.1 9.1 10.1 11.1'),
  },
  {
    kind: 'procedural',
    because: ofPeople,
    of: ids('3.6.1.1 8.3.10 8.3.11 9.5 10.7.3 11.2 11.3.1.1 12'),
  },
  {
    kind: 'attest',
    because: ofRecords,
    of: ids(
      '1.2 1.3.3 2.2 2.3 3.2 3.6.1 3.7 4.2.1.1 6.3.2 6.5 7.2.1 7.2.3 7.2.4 7.2.5.1 8.2.2 8.2.4',
      '8.2.5 8.2.7 8.3.3 8.3.5 10.4 11.3.1.3 11.3.2 11.4',
    ),
  },
  {
    kind: 'not-readable',
    because: ofSystems,
    of: ids(
      '1.5 3.3 3.4 3.5 4.2.1.2 4.2.2 5 6.2 6.4.3 7.2.6 8.2.3 8.3.2 8.3.4 8.3.8 8.5 8.6 10.6',
      '11.5.1.1 11.5.2 11.6',
    ),
  },
];

export const beyondCsf: readonly BeyondRule[] = [
  { kind: 'aws', because: ofFacilities, of: ['DE.CM-02', 'PR.AA-06', 'PR.IR-02', 'PR.PS-03'] },
  {
    kind: 'procedural',
    because: ofPeople,
    of: ids('GV ID.AM-04 ID.IM ID.RA PR.AT RC RS'),
  },
  {
    kind: 'attest',
    because: ofRecords,
    of: ids('DE.AE DE.CM-03 DE.CM-06 ID.AM-03 ID.AM-05 ID.AM-07 ID.RA-01 ID.RA-08 RC.RP-03'),
  },
  {
    kind: 'not-readable',
    because: ofSystems,
    of: ['PR.AA-02', 'PR.AA-04', 'PR.DS-10', 'PR.PS-05', 'PR.PS-06'],
  },
];

export const beyondIso: readonly BeyondRule[] = [
  { kind: 'aws', because: ofFacilities, of: ['A.7'] },
  {
    kind: 'procedural',
    because: ofPeople,
    of: ids(
      'A.5 A.6 A.7.7 A.7.9 A.8.25 A.8.26 A.8.27 A.8.28 A.8.29 A.8.30 A.8.31 A.8.32 A.8.33',
      'A.8.34',
    ),
  },
  {
    kind: 'attest',
    because: ofRecords,
    of: ids(
      'A.5.9 A.5.14 A.5.15 A.5.16 A.5.17 A.5.18 A.5.23 A.5.24 A.5.26 A.5.28 A.5.29 A.5.30 A.5.33',
    ),
  },
  {
    kind: 'not-readable',
    because: ofSystems,
    of: ids('A.8.1 A.8.4 A.8.10 A.8.11 A.8.12 A.8.17 A.8.18 A.8.19 A.8.23'),
  },
];

export const beyondSoc2: readonly BeyondRule[] = [
  { kind: 'aws', because: ofFacilities, of: ['CC6.4', 'CC6.5'] },
  {
    kind: 'procedural',
    because: ofPeople,
    of: ids('CC1 CC2 CC3 CC4 CC5 CC9 P1 P2 P3 P4 P5 P6 P7 P8'),
  },
  { kind: 'attest', because: ofRecords, of: ['A1.3', 'CC6.2', 'CC7.3', 'CC7.4', 'CC7.5', 'CC8.1'] },
  { kind: 'not-readable', because: ofSystems, of: ['C1.2', 'PI1'] },
];
