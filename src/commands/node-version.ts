import { say } from './terminal.ts';

/** Says how long Node 20 will do: where somebody asks what runs here, not before every scan. */
export function sayNode20(): void {
  if (!process.version.startsWith('v20.')) return;
  say('Node 20 works today; the AWS SDK will ask for Node 22 from January 2027 on');
}
