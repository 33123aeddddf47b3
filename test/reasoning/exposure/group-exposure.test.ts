import { describe, expect, it } from 'vitest';
import { exposureOf, type GroupUse } from '../../../src/reasoning/exposure/group-exposure.ts';
import type { InternetWay } from '../../../src/reasoning/exposure/internet-way.ts';
import type { Traffic } from '../../../src/network/network-acl.ts';
import { type Observed, startReading } from '../../../src/observe/observed.ts';
import { networkInterface, toGateway, toNowhere } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const hidden = networkInterface({ interfaceId: 'eni-hidden' });
const shown = networkInterface({ interfaceId: 'eni-shown', publicIpv4: ['203.0.113.7'] });
const other = networkInterface({ interfaceId: 'eni-other', publicIpv4: ['203.0.113.8'] });

const ssh = (family: Traffic['family']): Traffic => ({
  family,
  protocol: 'tcp',
  ports: { from: 22, to: 22 },
});
const use = (fields: Partial<GroupUse> = {}): Observed<GroupUse> =>
  known({
    interfaces: [hidden],
    whole: known<true>(true),
    referredToBy: [],
    wayTo: () => known(toGateway),
    ...fields,
  });
const graded = (observed: Observed<GroupUse>) =>
  exposureOf(observed, [ssh('ipv4')], startReading().read);
const toGatewayWith = { kind: 'route', tableId: 'rtb-1', gatewayId: 'igw-1' } as const;
const routes =
  (of: Readonly<Record<string, Observed<InternetWay>>>): GroupUse['wayTo'] =>
  ({ interfaceId }) =>
    of[interfaceId] ?? unreadable('failed');

describe('how far an open security group is exposed', () => {
  it('nothing uses it: latent, low', () => {
    expect(graded(use({ interfaces: [] }))).toMatchObject({
      severity: { is: 'low' },
      isLatent: true,
    });
  });

  it('no public address: medium, and the interface is named', () => {
    expect(graded(use())).toMatchObject({
      severity: { is: 'medium' },
      isLatent: false,
      reasons: ['1 network interface uses the group', 'no public address of IPv4 is on eni-hidden'],
    });
  });

  it('a public address without a route: high, and address and table are named', () => {
    const exposure = graded(use({ interfaces: [hidden, shown], wayTo: () => known(toNowhere) }));
    expect(exposure).toMatchObject({
      severity: { is: 'high' },
      isLatent: false,
      reasons: [
        '2 network interfaces use the group',
        'no route leads the Internet to eni-shown at 203.0.113.7 (rtb-1 leads to no Internet gateway)',
      ],
    });
  });

  it('the Internet has a way to one of them: critical, and its route is named', () => {
    const wayTo = routes({ 'eni-other': known(toGateway), 'eni-shown': known(toNowhere) });
    expect(graded(use({ interfaces: [shown, hidden, other], wayTo }))).toMatchObject({
      severity: { is: 'critical' },
      isLatent: false,
      reasons: [
        '3 network interfaces use the group',
        'the Internet has a way to eni-other at 203.0.113.8 (rtb-1 leads to igw-1)',
      ],
    });
  });

  it('the Internet is stopped on the way: high, and what stops it is named', () => {
    const wayTo = routes({
      'eni-other': known({ kind: 'stopped', by: 'network ACL acl-1 lets none of it in' }),
      'eni-shown': known(toNowhere),
    });
    expect(graded(use({ interfaces: [shown, other], wayTo }))).toMatchObject({
      severity: { is: 'high' },
      reasons: [
        '2 network interfaces use the group',
        'the Internet has no way to eni-other at 203.0.113.8 (network ACL acl-1 lets none of it in), eni-shown at 203.0.113.7 (rtb-1 leads to no Internet gateway)',
      ],
    });
  });

  it('what might stop the Internet and could not be read makes it no less grave', () => {
    const wayTo = () => known<InternetWay>({ ...toGatewayWith, unread: ['the test says denied'] });
    const exposure = graded(use({ interfaces: [shown], wayTo }));
    expect(exposure.severity?.is).toBe('critical');
    expect(exposure.reasons).toContain(
      'what might stop it was not read in full: the test says denied',
    );
  });

  it('asks for the way of what is open over the family of the address alone', () => {
    const asked: Traffic[] = [];
    const wayTo: GroupUse['wayTo'] = (_user, traffic) => {
      asked.push(...traffic);
      return known(toGateway);
    };
    const observed = use({ interfaces: [shown], wayTo });
    exposureOf(observed, [ssh('ipv4'), ssh('ipv6')], startReading().read);
    expect(asked).toEqual([ssh('ipv4')]);
  });

  it('critical is critical, whatever else could not be read', () => {
    const wayTo = routes({ 'eni-shown': known(toGateway) });
    const exposure = graded(use({ interfaces: [other, shown], whole: unreadable(), wayTo }));
    expect(exposure.severity?.is).toBe('critical');
  });

  it.each<[string, Observed<GroupUse>, string]>([
    ['its use', unreadable(), 'whether anything uses the group could not be read'],
    ['whether others use it', use({ whole: unreadable() }), 'others may use it: the test says'],
    [
      'a route',
      use({ interfaces: [shown, other], wayTo: routes({ 'eni-shown': known(toNowhere) }) }),
      'eni-other: the test says failed',
    ],
    [
      'what a firewall lets in',
      use({
        interfaces: [shown],
        wayTo: () => known<InternetWay>({ kind: 'doubt', why: 'there is a firewall' }),
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
      exposureOf(use({ interfaces: [both] }), [ssh(family)], startReading().read).severity?.is;
    expect(over('ipv4')).toBe('medium');
    expect(over('ipv6')).toBe('critical');
  });
});
