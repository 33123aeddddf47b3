import { describe, expect, it } from 'vitest';
import {
  homeRegionOf,
  isRegionName,
  partitionOf,
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
    ['aws-cn', 'cn-north-1'],
    ['aws-iso', 'us-east-1'],
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
