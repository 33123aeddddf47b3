import { join } from 'node:path';
import { recordedIn, reportsIn } from './cli.ts';
import type { SizeName } from './account/sizes.ts';
import type { Scenario } from './measure.ts';
import { documentedBucket } from './rates.ts';

/** Milliseconds to AWS and back within a continent. */
const far = 60;

/** What is measured of the sample company. `folder` is where reports go and the recorded evidence lies. */
export function sampleScenarios(folder: string): readonly Scenario[] {
  const to = ['--format', 'json', '--output', reportsIn(folder)];
  return [
    { name: 'help', args: ['--help'] },
    { name: 'evaluate', args: ['evaluate', join(recordedIn(folder), 'latest'), ...to] },
    { name: 'S3, 0 ms', args: ['--service', 's3', ...to], latency: 0 },
    { name: 'S3, 60 ms', args: ['--service', 's3', ...to], latency: far },
    { name: 'all, 0 ms', args: to, latency: 0 },
    { name: 'all, 60 ms', args: to, latency: far },
    {
      // EC2's documented bucket for reads, but one for all operations and Regions, where AWS has one for each: as in an
      // account whose own work leaves little. A sample of this size would meet no limit otherwise.
      name: 'all, 60 ms, EC2 throttled',
      args: to,
      latency: far,
      faults: [
        {
          kind: 'rate',
          match: { service: 'ec2', operation: /^Describe/ },
          perSecond: 20,
          burst: 100,
        },
      ],
      sameAs: 'all, 60 ms',
    },
  ];
}

/** Whole scans of a generated account at each rate, with both reports, held to AWS's buckets. */
export function generatedScenarios(
  account: SizeName,
  rates: readonly number[],
  folder: string,
): readonly Scenario[] {
  const whole = scenariosAt(rates, `${account} resources`, ['--output', reportsIn(folder)]);
  if (account !== mostlyEmpty) return whole;
  const name = `${account}, active Regions`;
  const args = ['--regions', 'active', '--output', reportsIn(folder)];
  return [...whole, ...scenariosAt(rates, name, args)];
}

/** Its resources lie in four of 17 Regions, so leaving out what the others have none of changes the most. */
const mostlyEmpty: SizeName = '145';

/** The same scan at each rate; the first says what the others must find. */
function scenariosAt(
  rates: readonly number[],
  what: string,
  args: readonly string[],
): readonly Scenario[] {
  const nameOf = (rate: number) => `${what}, rate ${rate}`;
  const [first] = rates;
  return rates.map((rate) => ({
    name: nameOf(rate),
    args: ['--rate', String(rate), ...args],
    latency: far,
    limits: { bucketOf: documentedBucket, share: rate },
    ...(first === undefined || rate === first ? {} : { sameAs: nameOf(first) }),
  }));
}
