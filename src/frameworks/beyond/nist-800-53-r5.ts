import { type BeyondRule, ids } from './rule.ts';

const families = ids('AC AT AU CA CM CP IA IR MA MP PE PL PM PS PT RA SA SC SI SR');

/** An enhancement goes with its base control where no rule says otherwise. */
export const beyondNist: readonly BeyondRule[] = [
  {
    kind: 'aws',
    because:
      'The facilities, the hardware and the media of the cloud are AWS’s; those of your own offices and data centres stay with you.',
    of: ids('MA-2 MA-3 MA-4 MA-5 MA-6 MA-7 MP PE'),
  },
  {
    kind: 'procedural',
    because: 'It asks for a policy and procedures, which are documents.',
    of: families.map((family) => `${family}-1`),
  },
  {
    kind: 'procedural',
    because:
      'It asks for people, plans, contracts or work of the organisation, and no setting shows that they are there.',
    of: ids(
      'AT CA CP IR PL PM PS PT RA SA SR AC-19 AC-20 AC-21 AC-22 CM-9 CM-12 CM-13 PE-17 SI-5',
      'SI-12 SI-18 SI-19 SC-38 SC-42',
    ),
  },
  {
    kind: 'attest',
    because:
      'Somebody does it, or did it, by hand: settings help, and a record of the work is what shows it.',
    of: ids('AC-5 AU-6 CA-8 CM-3 CM-4 CP-2 CP-4 CP-9(1) CP-10 IR-4 IR-8 RA-5 SI-2'),
  },
  {
    kind: 'not-readable',
    because:
      'It is decided in applications, operating systems and devices, into which no AWS API looks.',
    of: ids(
      'AC-3 AC-4 AC-7 AC-8 AC-9 AC-10 AC-11 AC-12 AC-14 AC-16 AC-18 AC-23 AC-24 AC-25 AU-3',
      'AU-4 AU-5 AU-8 AU-13 AU-14 AU-16 CM-5 CM-7 CM-10 CM-11 CM-14 IA-3 IA-4 IA-6 IA-7 IA-8',
      'IA-9 IA-10 IA-11 IA-12 SC-2 SC-3 SC-4 SC-6 SC-10 SC-11 SC-15 SC-16 SC-17 SC-18 SC-22',
      'SC-23 SC-24 SC-25 SC-26 SC-27 SC-29 SC-30 SC-31 SC-32 SC-34 SC-35 SC-36 SC-37 SC-39',
      'SC-40 SC-41 SC-43 SC-44 SC-45 SC-46 SC-47 SC-48 SC-49 SC-50 SC-51 SI-3 SI-6 SI-7 SI-8',
      'SI-10 SI-11 SI-14 SI-15 SI-16 SI-17 SI-20 SI-21 SI-22 SI-23',
    ),
  },
];
