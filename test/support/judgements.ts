/** A check that only says what a test wants to hear, and what it says. */
import { buckets } from '../../src/collectors/s3/buckets.ts';
import type { Resource } from '../../src/collect/collector.ts';
import type { Check } from '../../src/judge/check.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import type { Judgement } from '../../src/judge/judgement.ts';
import { pass } from '../../src/judge/verdict.ts';
import type { Source } from '../../src/observe/observed.ts';

export function saying(
  id: string,
  judge: () => Iterable<Judgement>,
  severity: Check['severity'] = 'high',
): Check {
  const check = defineCheck({
    id,
    title: 'It holds',
    severity,
    responsibility: 's3.identity-and-access',
    controls: {},
    why: 'Because',
    fix: 'Mend it',
    link: 'https://docs.aws.amazon.com/',
    evaluates: buckets,
    evaluate: () => pass(),
  });
  return { ...check, judge };
}

export function bucket(name: string, more: Partial<Resource> = {}): Resource {
  const arn = `arn:aws:s3:::${name}`;
  return { arn, type: 'AWS::S3::Bucket', name, region: 'eu-west-1', ...more };
}

export function judgement(of: Partial<Judgement> = {}): Judgement {
  return {
    resource: bucket('a'),
    region: of.resource?.region ?? 'eu-west-1',
    outcome: 'pass',
    severity: 'high',
    reasons: ['it holds'],
    sources: [],
    latent: false,
    ...of,
  };
}

export function call(id: string): Source {
  return { id, service: 's3', operation: 'GetThing', region: 'eu-west-1', regional: true };
}
