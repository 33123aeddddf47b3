export interface RuleHashes {
  /** SHA-256 of what judges whatever the check is: engine, model of calls, frameworks, responsibilities. */
  readonly engine: string;
  /** SHA-256 of each check with all that it imports beyond the engine, by id. */
  readonly checks: Readonly<Record<string, string>>;
}

/** The build puts the hashes here (scripts/build/rules.ts). A program that was not built does not know them. */
export const builtRules: RuleHashes | undefined = undefined;
