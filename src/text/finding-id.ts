/** What the id of a finding is made of, so that whoever knows the finding can make its id again. */

/** Characters of an id: the beginning of a SHA-256, in hex. */
export const findingIdLength = 24;

interface Named {
  readonly account: string;
  readonly region: string;
  readonly check: string;
  readonly type: string;
  readonly arn: string;
}

/**
 * The text whose SHA-256 begins with the id. What is said of a whole list stands at the account, beside what is said of
 * the account itself.
 */
export function findingIdText(
  { account, region, check, type, arn }: Named,
  isOfList: boolean,
): string {
  const words = [account, region, check, type, arn, ...(isOfList ? ['list'] : [])];
  return words.join('\n');
}
