/** Awareness and training. */
export const at = {
  'AT-1': 'Policy and procedures',
  'AT-2': 'Literacy training and awareness',
  'AT-2(1)': 'Literacy training and awareness | Practical exercises',
  'AT-2(2)': 'Literacy training and awareness | Insider threat',
  'AT-2(3)': 'Literacy training and awareness | Social engineering and mining',
  'AT-2(4)':
    'Literacy training and awareness | Suspicious communications and anomalous system behavior',
  'AT-2(5)': 'Literacy training and awareness | Advanced persistent threat',
  'AT-2(6)': 'Literacy training and awareness | Cyber threat environment',
  'AT-3': 'Role-based training',
  'AT-3(1)': 'Role-based training | Environmental controls',
  'AT-3(2)': 'Role-based training | Physical security controls',
  'AT-3(3)': 'Role-based training | Practical exercises',
  'AT-3(5)': 'Role-based training | Processing personally identifiable information',
  'AT-4': 'Training records',
  'AT-6': 'Training feedback',
} as const;
