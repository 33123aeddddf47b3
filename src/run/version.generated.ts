// Generated from package.json by `npm run generate`. Do not edit.
/** The version of srm-scan. */
export const version = '0.1.0';
