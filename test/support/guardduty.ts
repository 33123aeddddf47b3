/** Detectors of GuardDuty for tests. */
import type { Detector } from '../../src/collectors/guardduty/detectors.ts';
import type { Feature } from '../../src/reasoning/guardduty-plans.ts';
import { known, unreadable } from './observe.ts';

export function detectorWith(fields: Partial<Detector> = {}): Detector {
  return {
    arn: 'arn:aws:guardduty:eu-west-1:111122223333:detector/d1',
    type: 'AWS::GuardDuty::Detector',
    name: 'd1',
    region: 'eu-west-1',
    isOn: known(true),
    features: known([]),
    namesAreKnown: known(true),
    ...fields,
  };
}

export function featureWith(name: string, isOn: boolean, fields: Partial<Feature> = {}): Feature {
  return { name, isOn: known(isOn), isSetByOrganization: false, additional: [], ...fields };
}

/** What all checks of a plan say. */
export function planCases(feature: string) {
  const withFeature = (isOn: boolean, fields: Partial<Feature> = {}) =>
    detectorWith({
      features: known([
        featureWith('AI_PROTECTION', false, { isOn: unreadable('failed') }),
        featureWith(feature, isOn, fields),
      ]),
    });
  return {
    on: {
      name: 'the plan is on, beside one of which srm-scan has not heard',
      resource: withFeature(true),
    },
    off: { name: 'the plan is off', resource: withFeature(false), reasons: ['is off'] },
    setByOrganization: {
      name: 'the organization keeps it off, which a member cannot change',
      resource: withFeature(false, { isSetByOrganization: true }),
      reasons: ['policy of the organization'],
    },
    suspended: {
      name: 'the plan is on and the detector is suspended',
      resource: { ...withFeature(true), isOn: known(false) },
      reasons: ['suspended'],
    },
    unlisted: { name: 'the Region does not list the plan', resource: detectorWith() },
    unlistedBesideNew: {
      name: 'K3 the plan is not listed, and something is of which srm-scan has not heard',
      resource: detectorWith({ namesAreKnown: unreadable('failed') }),
    },
    unheardOf: {
      name: 'K3 the status of the plan is unheard of',
      resource: withFeature(true, { isOn: unreadable('failed') }),
    },
    unread: {
      name: 'the detector may not be read',
      resource: detectorWith({ isOn: unreadable(), features: unreadable() }),
    },
  };
}
