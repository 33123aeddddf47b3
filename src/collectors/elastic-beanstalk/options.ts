/** The options of environments that are read. */

/** By name: its namespace, and the values that AWS documents. */
export const options = {
  SystemType: {
    namespace: 'aws:elasticbeanstalk:healthreporting:system',
    values: ['basic', 'enhanced'],
  },
  ManagedActionsEnabled: {
    namespace: 'aws:elasticbeanstalk:managedactions',
    values: ['true', 'false'],
  },
  StreamLogs: {
    namespace: 'aws:elasticbeanstalk:cloudwatch:logs',
    values: ['true', 'false'],
  },
} as const;

export type OptionName = keyof typeof options;

/** Which of the options a setting is of, if it is of one. */
export function optionOf(namespace: unknown, name: unknown): OptionName | undefined {
  const names = ['SystemType', 'ManagedActionsEnabled', 'StreamLogs'] as const;
  return names.find((each) => each === name && options[each].namespace === namespace);
}
