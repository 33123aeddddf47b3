import { describe, expect, it } from 'vitest';
import { exposureOf, type GroupUse } from '../../../src/reasoning/exposure/group-exposure.ts';
import type { InternetRoute } from '../../../src/reasoning/exposure/internet-route.ts';
import { type Observed, startReading } from '../../../src/observe/observed.ts';
import { networkInterface, toGateway, toNowhere } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const hidden = networkInterface({ interfaceId: 'eni-hidden' });
const shown = networkInterface({ interfaceId: 'eni-shown', publicIpv4: ['203.0.113.7'] });
const other = networkInterface({ interfaceId: 'eni-other', publicIpv4: ['203.0.113.8'] });

const use = (fields: Partial<GroupUse> = {}): Observed<GroupUse> =>
  known({
    interfaces: [hidden],
    whole: known<true>(true),
    referredToBy: [],
    routeTo: () => known(toGateway),
    ...fields,
  });
const graded = (observed: Observed<GroupUse>) =>
  exposureOf(observed, ['ipv4'], startReading().read);
const routes =
  (of: Readonly<Record<string, Observed<InternetRoute>>>): GroupUse['routeTo'] =>
  ({ interfaceId }) =>
    of[interfaceId] ?? unreadable('failed');

describe('how far an open security group is exposed', () => {
  it('nothing uses it: latent, low', () => {
    expect(graded(use({ interfaces: [] }))).toMatchObject({ severity: 'low', isLatent: true });
  });

  it('no public address: medium, and the interface is named', () => {
    expect(graded(use())).toEqual({
      severity: 'medium',
      isLatent: false,
      reasons: ['1 network interface uses the group', 'no public address of IPv4 is on eni-hidden'],
    });
  });

  it('a public address without a route: high, and address and table are named', () => {
    const exposure = graded(use({ interfaces: [hidden, shown], routeTo: () => known(toNowhere) }));
    expect(exposure).toEqual({
      severity: 'high',
      isLatent: false,
      reasons: [
        '2 network interfaces use the group',
        'no route leads the Internet to eni-shown at 203.0.113.7 (rtb-1 leads to no Internet gateway)',
      ],
    });
  });

  it('the Internet has a way to one of them: critical, and its route is named', () => {
    const routeTo = routes({ 'eni-other': known(toGateway), 'eni-shown': known(toNowhere) });
    expect(graded(use({ interfaces: [shown, hidden, other], routeTo }))).toEqual({
      severity: 'critical',
      isLatent: false,
      reasons: [
        '3 network interfaces use the group',
        'the Internet has a way to eni-other at 203.0.113.8 (rtb-1 leads to igw-1)',
      ],
    });
  });

  it('critical is critical, whatever else could not be read', () => {
    const routeTo = routes({ 'eni-shown': known(toGateway) });
    const exposure = graded(use({ interfaces: [other, shown], whole: unreadable(), routeTo }));
    expect(exposure.severity).toBe('critical');
  });

  it.each<[string, Observed<GroupUse>, string]>([
    ['its use', unreadable(), 'whether anything uses the group could not be read'],
    ['whether others use it', use({ whole: unreadable() }), 'others may use it: the test says'],
    [
      'a route',
      use({ interfaces: [shown, other], routeTo: routes({ 'eni-shown': known(toNowhere) }) }),
      'eni-other: the test says failed',
    ],
    [
      'what a firewall lets in',
      use({
        interfaces: [shown],
        routeTo: () => known<InternetRoute>({ kind: 'doubt', why: 'there is a firewall' }),
      }),
      'eni-shown: there is a firewall',
    ],
  ])('says that %s is not known, and leaves the severity to the check', (_what, observed, why) => {
    const exposure = graded(observed);
    expect(exposure).toMatchObject({ severity: undefined, isLatent: false });
    expect(exposure.reasons.join('\n')).toContain(why);
  });

  it('only addresses of what is open count', () => {
    const both = networkInterface({ publicIpv6: ['2600::7'] });
    const over = (family: 'ipv4' | 'ipv6') =>
      exposureOf(use({ interfaces: [both] }), [family], startReading().read).severity;
    expect(over('ipv4')).toBe('medium');
    expect(over('ipv6')).toBe('critical');
  });
});
