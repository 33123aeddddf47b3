/**
 * What our words mean: one word for one thing, on the terminal, in the reports and in the documents. The HTML report and
 * docs/glossary.md have these sentences; test/laws/words.test.ts holds the texts to the words.
 */

export interface Term {
  readonly word: string;
  readonly meaning: string;
}

export const glossary = [
  {
    word: 'Check',
    meaning: 'A rule of srm-scan, such as "the bucket keeps earlier versions of its objects".',
  },
  {
    word: 'Finding',
    meaning:
      'What one check says of one resource: an outcome, a severity, the reasons and the calls behind them. Scores and totals count findings.',
  },
  { word: 'Failure', meaning: 'A finding with the outcome fail.' },
  {
    word: 'Control',
    meaning:
      'A requirement of a framework, such as CIS 2.4 or PCI DSS 8.3.1. Checks serve controls; nothing is ever counted by controls unless it says so.',
  },
  {
    word: 'Framework',
    meaning:
      'A published catalogue of controls, in one version: CIS, FSBP, NIST SP 800-53, PCI DSS.',
  },
  {
    word: 'Layer',
    meaning:
      'A level at which a service has to be secured, from physical facilities to identity and access. The layers are the same for every service.',
  },
  {
    word: 'Responsibility line',
    meaning:
      'One layer of one service, with the part of AWS and the part of the customer: a line, where it is plain which. All lines together are the responsibility matrix.',
  },
  {
    word: 'To be attested',
    meaning: 'A line of which no AWS API tells: a person has to answer its question.',
  },
  {
    word: 'Call',
    meaning: 'A request to an AWS API: service, operation, Region and input. Each is sent once.',
  },
  {
    word: 'Gap',
    meaning:
      'Calls without a usable answer, or the failure of a part of srm-scan itself, with the cause and the cure.',
  },
  {
    word: 'Latent',
    meaning: 'The fault is there, but nothing uses the resource now. The severity is lower for it.',
  },
  {
    word: 'Muted',
    meaning: 'The owner accepted the finding, with a reason and an end date. It is still counted.',
  },
] as const satisfies readonly Term[];
