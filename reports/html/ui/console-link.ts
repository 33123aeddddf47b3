/** A link into the AWS console, which finds the page of an ARN by itself. The browser follows it when it is clicked, never before. */
import { wellFormed } from './criteria.ts';
import { el } from './dom.ts';
import type { FullFinding } from './store.ts';

/** The console of each partition, as AWS's documentation of partitions names them. */
const consoles: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-cn': 'console.amazonaws.cn',
};

/** Undefined of what has no page, and where the partition's console is not known. */
export function consoleLink({ resource }: FullFinding): HTMLElement | undefined {
  const [, partition = ''] = /^arn:([a-z-]+):/.exec(resource.arn) ?? [];
  const host = consoles[partition];
  if (host === undefined || resource.type === 'AWS::::Account') return undefined;
  const address = `https://${host}/go/view?arn=${encodeURIComponent(wellFormed(resource.arn))}`;
  return el('a', { href: address, rel: 'noreferrer', target: '_blank' }, 'Open in the AWS console');
}
