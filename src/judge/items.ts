/** What an item of a parameter that is a list may be: the form in which AWS writes such a name. */

export interface ItemRule {
  /** In words that follow "wanted is". */
  readonly wanted: string;
  accepts(item: string): boolean;
}

/** Names and patterns of the account's own: any text is one. */
export const anyText: ItemRule = { wanted: 'any text', accepts: (item) => item !== '' };

export const accountIds = matching(/^\d{12}$/, 'the id of an account, 12 digits');

export const regionNames = matching(/^[a-z]{2}(-[a-z]+)+-\d+$/, 'a Region, such as eu-central-1');

export const interfaceIds = matching(
  /^eni-[0-9a-f]{8,17}$/,
  'the id of a network interface, such as eni-0123456789abcdef0',
);

export const tags = matching(/^[^=]+=.*$/s, 'a tag as Key=Value');

/** Names of types as CloudFormation and AWS Config write them. */
export const resourceTypes = matching(
  /^[A-Z]\w*::[A-Z]\w*::\w+$/,
  'a type of resource, such as AWS::EC2::Instance',
);

export const endpointServices = matching(
  /^[a-z][a-z0-9.-]*$/,
  'the end of the name of a service, such as s3 or ecr.api',
);

/** What is compared with names that were turned into small letters. */
export const smallLetters: ItemRule = {
  wanted: 'a name in small letters',
  accepts: (item) => item !== '' && item === item.toLowerCase(),
};

export function among(names: readonly string[]): ItemRule {
  return { wanted: `one of ${names.join(', ')}`, accepts: (item) => names.includes(item) };
}

function matching(form: RegExp, wanted: string): ItemRule {
  return { wanted, accepts: (item) => form.test(item) };
}
