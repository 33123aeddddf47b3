import { describe, expect, it } from 'vitest';
import { isNewestPlatform } from '../../../src/reasoning/dated/fargate-platforms.ts';

const isNewest = (version: string, family: string) => isNewestPlatform(version, () => family);

describe('the newest platform of Fargate', () => {
  it.each([
    ['LATEST', 'Linux', true],
    ['1.4.0', 'Linux', true],
    ['1.4.1', 'Linux', true],
    ['2.0.0', 'WINDOWS_SERVER_2022_CORE', true],
    ['1.3.0', 'Linux', false],
    ['1.0.0', 'WINDOWS_SERVER_2019_FULL', true],
    ['1.0.0', 'Linux', false],
    ['0.9.0', 'WINDOWS_SERVER_2019_FULL', false],
    ['latest', 'Linux', false],
    ['1.4', 'Linux', false],
    ['', 'Linux', false],
  ])('%s of %s: %s', (version, family, is) => {
    expect(isNewest(version, family)).toBe(is);
  });

  it('asks for the family only where the number does not tell', () => {
    const never = () => {
      throw new Error('it was asked for');
    };
    expect(isNewestPlatform('LATEST', never)).toBe(true);
    expect(isNewestPlatform('1.4.0', never)).toBe(true);
    expect(() => isNewestPlatform('1.0.0', never)).toThrow('it was asked for');
  });
});
