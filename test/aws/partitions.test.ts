import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  homeRegionOf,
  isRegionName,
  partitionOf,
  partitionOfArn,
  partitions,
  regionsEnabledByDefault,
} from '../../src/aws/partitions.ts';

describe('a Region', () => {
  it.each([
    ['eu-west-1', 'aws'],
    ['us-east-1', 'aws'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['cn-north-1', 'aws-cn'],
    ['ap-cn-1', 'aws'],
    ['mx-us-gov-1', 'aws'],
    ['eusc-de-east-1', 'aws-eusc'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['us-isof-south-1', 'aws-iso-f'],
    ['eu-isoe-west-1', 'aws-iso-e'],
    ['eu-north-99', 'aws'],
  ])('%s is of the partition %s', (region, partition) => {
    expect(partitionOf(region)).toBe(partition);
  });

  it.each([
    ['eu-west-1', true],
    ['us-gov-west-1', true],
    ['ap-southeast-12', true],
    ['mexi-central-1', true],
    ['', false],
    ['eu', false],
    ['eu-west', false],
    ['eu-1', false],
    ['e-west-1', false],
    ['europe-west-1', false],
    ['eu-west-1a', false],
    ['eu-west1-1', false],
    ['EU-WEST-1', false],
    ['1-eu-west-1', false],
    [' eu-west-1', false],
    ['eu--1', false],
  ])('%j has the form of a name: %s', (name, expected) => {
    expect(isRegionName(name)).toBe(expected);
  });
});

describe('a partition', () => {
  it.each([
    ['aws', 'us-east-1'],
    ['aws-us-gov', 'us-gov-west-1'],
    ['aws-cn', 'cn-northwest-1'],
    ['aws-eusc', 'eusc-de-east-1'],
    ['aws-iso', 'us-iso-east-1'],
    ['aws-of-tomorrow', 'us-east-1'],
  ])('%s answers for what has no Region in %s', (partition, region) => {
    expect(homeRegionOf(partition)).toBe(region);
  });

  it.each(Object.entries(regionsEnabledByDefault))(
    '%s has its own Regions, and its home among them',
    (partition, regions) => {
      expect(regions).toContain(homeRegionOf(partition));
      expect(regions.filter((region) => partitionOf(region) !== partition)).toEqual([]);
      expect(regions.filter((region) => !isRegionName(region))).toEqual([]);
    },
  );
});

describe('the partitions (F43)', () => {
  /** The SDK's own data, from its own file: it exports a way to ask, and not the list. */
  function ofTheSdk() {
    const path = 'core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js';
    const text = readFileSync(
      new URL(`../../node_modules/@aws-sdk/${path}`, import.meta.url),
      'utf8',
    );
    const [, json = ''] = /partitionsInfo = (\{[^]*\});/.exec(text) ?? [];
    return z
      .object({
        partitions: z.array(
          z.object({
            id: z.string(),
            regionRegex: z.string(),
            regions: z.record(z.string(), z.unknown()),
            outputs: z.object({ implicitGlobalRegion: z.string() }),
          }),
        ),
      })
      .parse(JSON.parse(json.replaceAll(/^(\s*)(\w+):/gm, '$1"$2":'))).partitions;
  }

  it('are those that the SDK knows, with their home Regions and the form of their names', () => {
    const ours = partitions.map(({ id, home, regions }) => ({ id, home, regions: regions.source }));
    const theirs = ofTheSdk().map(({ id, outputs, regionRegex }) => ({
      id,
      home: outputs.implicitGlobalRegion,
      regions: regionRegex.replaceAll(String.raw`\-`, '-'),
    }));
    expect(ours).toEqual(theirs);
  });

  it('have every Region that the SDK knows, and no other by default', () => {
    for (const { id, regions } of ofTheSdk()) {
      const names = Object.keys(regions).filter((name) => !name.endsWith('-global'));
      expect(names.filter((name) => partitionOf(name) !== id || !isRegionName(name))).toEqual([]);
      expect(names).toEqual(expect.arrayContaining([...(regionsEnabledByDefault[id] ?? [])]));
    }
  });

  it('are told by an ARN', () => {
    expect(partitionOfArn('arn:aws-us-gov:iam::111122223333:role/audit')).toBe('aws-us-gov');
    expect(partitionOfArn('audit')).toBeUndefined();
  });
});
