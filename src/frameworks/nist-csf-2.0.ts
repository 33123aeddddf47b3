import type { Catalogue } from './framework.ts';

/**
 * The 106 subcategories of the NIST Cybersecurity Framework 2.0 (NIST CSWP 29, a work of the US government, in the public
 * domain). What is longer than a line is told in our own words.
 */
export const nistCsf20 = {
  id: 'nist-csf-2.0',
  name: 'NIST Cybersecurity Framework',
  version: '2.0',
  publisher: 'National Institute of Standards and Technology',
  url: 'https://nvlpubs.nist.gov/nistpubs/CSWP/NIST.CSWP.29.pdf',
  complete: true,
  aliases: ['csf', 'csf-2', 'csf-2.0', 'nist-csf', 'nist-csf-2', 'cybersecurity-framework'],
  controls: {
    'GV.OC-01':
      'The organizational mission is understood and informs cybersecurity risk management',
    'GV.OC-02': 'Stakeholders and their needs and expectations of cybersecurity are understood',
    'GV.OC-03':
      'Legal, regulatory and contractual requirements on cybersecurity are understood and managed',
    'GV.OC-04': 'What external stakeholders depend on is understood and communicated',
    'GV.OC-05': 'What the organization depends on is understood and communicated',
    'GV.RM-01':
      'Risk management objectives are established and agreed to by organizational stakeholders',
    'GV.RM-02':
      'Risk appetite and risk tolerance statements are established, communicated, and maintained',
    'GV.RM-03': 'Cybersecurity risk management is part of enterprise risk management',
    'GV.RM-04':
      'Strategic direction that describes appropriate risk response options is established and communicated',
    'GV.RM-05':
      "Lines of communication for cybersecurity risks are established, suppliers' risks included",
    'GV.RM-06': 'One method of calculating and prioritizing cybersecurity risks is established',
    'GV.RM-07': 'Strategic opportunities are included in discussions of cybersecurity risk',
    'GV.RR-01': 'Leadership is responsible for cybersecurity risk and fosters an aware culture',
    'GV.RR-02': 'Roles in cybersecurity risk management are established, understood and enforced',
    'GV.RR-03': 'Resources match the cybersecurity risk strategy, roles and policies',
    'GV.RR-04': 'Cybersecurity is included in human resources practices',
    'GV.PO-01':
      'A policy for managing cybersecurity risks is established, communicated and enforced',
    'GV.PO-02':
      'The policy for managing cybersecurity risks is reviewed and updated as things change',
    'GV.OV-01': 'Outcomes of the risk management strategy are reviewed to adjust direction',
    'GV.OV-02': 'The risk management strategy is reviewed to cover requirements and risks',
    'GV.OV-03': 'Performance of cybersecurity risk management is evaluated',
    'GV.SC-01': 'A programme for supply chain risks is established and agreed to',
    'GV.SC-02': 'Roles of suppliers, customers and partners are established and coordinated',
    'GV.SC-03': 'Supply chain risk management is part of enterprise risk management',
    'GV.SC-04': 'Suppliers are known and prioritized by criticality',
    'GV.SC-05': 'Requirements on supply chain risks stand in contracts',
    'GV.SC-06': 'Due diligence comes before relationships with suppliers',
    'GV.SC-07': 'Risks posed by suppliers are understood, assessed, answered and watched',
    'GV.SC-08': 'Suppliers are included in incident planning, response and recovery',
    'GV.SC-09': 'Supply chain practices are integrated and watched over the life cycle',
    'GV.SC-10': 'Plans cover what follows the end of a partnership or agreement',
    'ID.AM-01': 'Inventories of hardware managed by the organization are maintained',
    'ID.AM-02':
      'Inventories of software, services, and systems managed by the organization are maintained',
    'ID.AM-03': 'Representations of authorized network communication and data flows are maintained',
    'ID.AM-04': 'Inventories of services provided by suppliers are maintained',
    'ID.AM-05':
      'Assets are prioritized based on classification, criticality, resources, and impact on the mission',
    'ID.AM-07':
      'Inventories of data and corresponding metadata for designated data types are maintained',
    'ID.AM-08':
      'Systems, hardware, software, services, and data are managed throughout their life cycles',
    'ID.RA-01': 'Vulnerabilities in assets are identified, validated, and recorded',
    'ID.RA-02': 'Cyber threat intelligence is received from information sharing forums and sources',
    'ID.RA-03': 'Internal and external threats to the organization are identified and recorded',
    'ID.RA-04':
      'Potential impacts and likelihoods of threats exploiting vulnerabilities are identified and recorded',
    'ID.RA-05': 'Threats, vulnerabilities, likelihoods and impacts inform risk response',
    'ID.RA-06': 'Risk responses are chosen, prioritized, planned, tracked, and communicated',
    'ID.RA-07':
      'Changes and exceptions are managed, assessed for risk impact, recorded, and tracked',
    'ID.RA-08':
      'Processes for receiving, analyzing, and responding to vulnerability disclosures are established',
    'ID.RA-09':
      'The authenticity and integrity of hardware and software are assessed prior to acquisition and use',
    'ID.RA-10': 'Critical suppliers are assessed prior to acquisition',
    'ID.IM-01': 'Improvements are identified from evaluations',
    'ID.IM-02': 'Improvements are identified from security tests and exercises',
    'ID.IM-03':
      'Improvements are identified from execution of operational processes, procedures, and activities',
    'ID.IM-04':
      'Incident response and other plans are established, communicated, maintained and improved',
    'PR.AA-01': 'Identities and credentials of users, services and hardware are managed',
    'PR.AA-02':
      'Identities are proofed and bound to credentials based on the context of interactions',
    'PR.AA-03': 'Users, services, and hardware are authenticated',
    'PR.AA-04': 'Identity assertions are protected, conveyed, and verified',
    'PR.AA-05': 'Access permissions are defined, enforced, reviewed and of least privilege',
    'PR.AA-06':
      'Physical access to assets is managed, monitored, and enforced commensurate with risk',
    'PR.AT-01': 'Personnel are trained to do general tasks with cybersecurity risks in mind',
    'PR.AT-02': 'People in specialized roles are trained for their tasks',
    'PR.DS-01': 'The confidentiality, integrity, and availability of data-at-rest are protected',
    'PR.DS-02': 'The confidentiality, integrity, and availability of data-in-transit are protected',
    'PR.DS-10': 'The confidentiality, integrity, and availability of data-in-use are protected',
    'PR.DS-11': 'Backups of data are created, protected, maintained, and tested',
    'PR.PS-01': 'Configuration management practices are established and applied',
    'PR.PS-02': 'Software is maintained, replaced, and removed commensurate with risk',
    'PR.PS-03': 'Hardware is maintained, replaced, and removed commensurate with risk',
    'PR.PS-04': 'Log records are generated and made available for continuous monitoring',
    'PR.PS-05': 'Installation and execution of unauthorized software are prevented',
    'PR.PS-06':
      'Secure software development practices are integrated and their performance watched',
    'PR.IR-01':
      'Networks and environments are protected from unauthorized logical access and usage',
    'PR.IR-02': "The organization's technology assets are protected from environmental threats",
    'PR.IR-03':
      'Mechanisms are implemented to achieve resilience requirements in normal and adverse situations',
    'PR.IR-04': 'Adequate resource capacity to ensure availability is maintained',
    'DE.CM-01': 'Networks and network services are monitored to find potentially adverse events',
    'DE.CM-02': 'The physical environment is monitored to find potentially adverse events',
    'DE.CM-03':
      'Personnel activity and technology usage are monitored to find potentially adverse events',
    'DE.CM-06':
      'External service provider activities and services are monitored to find potentially adverse events',
    'DE.CM-09':
      'Hardware, software, runtime environments and their data are monitored for adverse events',
    'DE.AE-02':
      'Potentially adverse events are analyzed to better understand associated activities',
    'DE.AE-03': 'Information is correlated from multiple sources',
    'DE.AE-04': 'The estimated impact and scope of adverse events are understood',
    'DE.AE-06': 'Information on adverse events is provided to authorized staff and tools',
    'DE.AE-07':
      'Cyber threat intelligence and other contextual information are integrated into the analysis',
    'DE.AE-08': 'Incidents are declared when adverse events meet the defined incident criteria',
    'RS.MA-01': 'The response plan is executed with third parties once an incident is declared',
    'RS.MA-02': 'Incident reports are triaged and validated',
    'RS.MA-03': 'Incidents are categorized and prioritized',
    'RS.MA-04': 'Incidents are escalated or elevated as needed',
    'RS.MA-05': 'The criteria for initiating incident recovery are applied',
    'RS.AN-03': 'What took place during an incident, and its root cause, is analyzed',
    'RS.AN-06': 'Actions of an investigation are recorded, and the records are kept whole',
    'RS.AN-07':
      'Incident data and metadata are collected, and their integrity and provenance are preserved',
    'RS.AN-08': "An incident's magnitude is estimated and validated",
    'RS.CO-02': 'Internal and external stakeholders are notified of incidents',
    'RS.CO-03': 'Information is shared with designated internal and external stakeholders',
    'RS.MI-01': 'Incidents are contained',
    'RS.MI-02': 'Incidents are eradicated',
    'RC.RP-01': 'The recovery part of the response plan is executed once initiated',
    'RC.RP-02': 'Recovery actions are selected, scoped, prioritized, and performed',
    'RC.RP-03':
      'The integrity of backups and other restoration assets is verified before using them for restoration',
    'RC.RP-04': 'Critical functions and risks are considered for norms after an incident',
    'RC.RP-05': 'Restored assets are verified, and normal operation is confirmed',
    'RC.RP-06': 'The end of recovery is declared by criteria, and documentation is completed',
    'RC.CO-03': 'Progress of recovery is communicated to designated stakeholders',
    'RC.CO-04':
      'Public updates on incident recovery are shared using approved methods and messaging',
  },
} as const satisfies Catalogue;
