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
    word: 'State of a control',
    meaning:
      'What a scan comes to for one control. Met and not met: the findings decide. Partly read: they bear upon it and do not decide, or something was not read. To be attested: a person must say. Of AWS alone: out of scope, and reports of AWS’s auditors show it. Without a check: it is procedural, no API shows it, no check of it is built, or there was nothing to judge.',
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
    word: 'Assessed',
    meaning:
      'A line of which everything was judged: checks read all of the customer’s part, each finding passes or fails, and no question is left to a person.',
  },
  {
    word: 'Assessed in part',
    meaning:
      'A line of which something was judged and something is open: a part that no check reads or that could not be read, or a question for a person. The line says which.',
  },
  {
    word: 'Nothing to assess',
    meaning: 'A line whose checks looked and found nothing that they judge. It is no pass.',
  },
  {
    word: 'To be attested',
    meaning:
      'A line that no API decides: no AWS API tells, or what it tells a person has to judge. A person answers its question, and an auditor sees the evidence. Another scan cannot change that.',
  },
  {
    word: 'Not assessed',
    meaning:
      'A line of which an AWS API does tell, at least in part, but no check of the scan reads it: there is no check yet, or it was not selected. It is no pass.',
  },
  {
    word: 'Unknown (of a line)',
    meaning:
      'A line whose checks judged nothing because something that they need could not be read. It is no pass; the gaps have the cause and the cure.',
  },
  {
    word: 'Out of scope (of a line)',
    meaning:
      'A line that is AWS’s alone. srm-scan does not judge AWS; AWS’s assurance reports do, where the service is in their scope.',
  },
  {
    word: 'Equal (of a check and a control)',
    meaning:
      'The check asks for what the control asks for: its pass and its fail are those of the control.',
  },
  {
    word: 'A part',
    meaning:
      'The check asks for a part of what the control asks for: its fail is a fail of the control, its pass alone is no pass of it.',
  },
  {
    word: 'More',
    meaning:
      'The check asks for all that the control asks for, and for more: its pass is a pass of the control, its fail need not be a fail of it.',
  },
  {
    word: 'In part',
    meaning:
      'The check asks for some of what the control asks for, and for other things: it supports a judgement of the control and decides none.',
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
] as const satisfies readonly Term[];
