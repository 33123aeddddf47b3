/** Planning. */
export const pl = {
  'PL-1': 'Policy and procedures',
  'PL-2': 'System security and privacy plans',
  'PL-4': 'Rules of behavior',
  'PL-4(1)': 'Rules of behavior | Social media and external site/application usage restrictions',
  'PL-7': 'Concept of operations',
  'PL-8': 'Security and privacy architectures',
  'PL-8(1)': 'Security and privacy architectures | Defense in depth',
  'PL-8(2)': 'Security and privacy architectures | Supplier diversity',
  'PL-9': 'Central management',
  'PL-10': 'Baseline selection',
  'PL-11': 'Baseline tailoring',
} as const;
