/** The settings of the Lambda function's environment: one variable for each member of the event. */

interface Variable {
  readonly name: string;
  /** The text of the variable as the event's member would be written. */
  readonly read: (text: string) => unknown;
}

const asText = (text: string) => text.trim();
const asNumber = (text: string) => Number(text);
/** Names, with commas or blanks between them. */
const asNames = (text: string) => text.split(/[\s,]+/).filter((name) => name !== '');
/** `active`, or names. */
const asRegions = (text: string) => (text.trim() === 'active' ? 'active' : asNames(text));
/** Anything but `true` and `false` is refused where the event is checked. */
const asFlag = (text: string) => ({ true: true, false: false })[text.trim()] ?? text;
/** With blanks between them, for a value may hold commas. */
const asWords = (text: string) => text.split(/\s+/).filter((word) => word !== '');

/** By member of the event. */
export const variables = {
  bucket: { name: 'REPORT_BUCKET', read: asText },
  bucketOwner: { name: 'REPORT_BUCKET_OWNER', read: asText },
  prefix: { name: 'REPORT_PREFIX', read: asText },
  formats: { name: 'REPORT_FORMATS', read: asNames },
  checks: { name: 'SCAN_CHECKS', read: asNames },
  services: { name: 'SCAN_SERVICES', read: asNames },
  frameworks: { name: 'SCAN_FRAMEWORKS', read: asNames },
  severity: { name: 'SCAN_SEVERITY', read: asText },
  regions: { name: 'SCAN_REGIONS', read: asRegions },
  excludeChecks: { name: 'SCAN_EXCLUDE_CHECKS', read: asNames },
  excludeServices: { name: 'SCAN_EXCLUDE_SERVICES', read: asNames },
  excludeRegions: { name: 'SCAN_EXCLUDE_REGIONS', read: asNames },
  settings: { name: 'SCAN_SETTINGS', read: asWords },
  roleArn: { name: 'SCAN_ROLE_ARN', read: asText },
  externalId: { name: 'SCAN_EXTERNAL_ID', read: asText },
  sessionName: { name: 'SCAN_SESSION_NAME', read: asText },
  rate: { name: 'SCAN_RATE', read: asNumber },
  failOn: { name: 'SCAN_FAIL_ON', read: asText },
  allowUnknown: { name: 'SCAN_ALLOW_UNKNOWN', read: asFlag },
} as const satisfies Readonly<Record<string, Variable>>;

/** A member of the event. */
export type Member = keyof typeof variables;

/** What the environment says, as an event. An empty variable says nothing: a template sets it so. */
export function eventOfEnvironment(): Readonly<Record<string, unknown>> {
  const said = Object.entries(variables).flatMap(([member, { name, read }]) => {
    const text = process.env[name] ?? '';
    return text.trim() === '' ? [] : [[member, read(text)] as const];
  });
  return Object.fromEntries(said);
}
