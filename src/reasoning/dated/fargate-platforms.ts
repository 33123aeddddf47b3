/** The newest versions of the platform of AWS Fargate. */
import type { Dated } from './dated.ts';

/** Linux and Windows count on their own. */
export interface FargatePlatform {
  readonly family: 'Linux' | 'Windows';
  readonly newest: string;
}

export const fargatePlatforms: Dated<FargatePlatform> = {
  values: [
    { family: 'Linux', newest: '1.4.0' },
    { family: 'Windows', newest: '1.0.0' },
  ],
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html',
  asOf: '2026-11-27',
  doubtedFrom: '2027-11-27',
};
