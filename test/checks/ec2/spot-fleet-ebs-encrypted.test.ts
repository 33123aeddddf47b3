import check from '../../../checks/ec2/spot-fleet-ebs-encrypted.ts';
import { testCheck } from '../../support/check-tester.ts';
import type { SpotFleet } from '../../../src/collectors/ec2/spot-fleets.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { resourceOf } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const fleet = (volumes: SpotFleet['volumes'], judgedIf: Observed<string> = known('active')) => ({
  ...resourceOf('spot-fleet-request', 'AWS::EC2::SpotFleet', 'sfr-1'),
  judgedIf,
  volumes,
});
const asks = (...encrypted: (boolean | null)[]) =>
  known(encrypted.map((each, index) => ({ device: `/dev/sd${index}`, encrypted: each })));

testCheck(check, {
  pass: [
    { name: 'its volumes are encrypted', resource: fleet(asks(true, true)) },
    { name: 'it leaves encryption open', resource: fleet(asks(null)) },
    { name: 'it names no volumes', resource: fleet(asks()) },
  ],
  fail: [
    {
      name: 'one of its volumes is not encrypted',
      resource: fleet(asks(true, false)),
      reasons: ['asks without encryption for /dev/sd1'],
    },
  ],
  unknown: [
    { name: 'its volumes may not be read', resource: fleet(unreadable()) },
    { name: 'its state is unheard of', resource: fleet(asks(true), unreadable('failed')) },
  ],
  'not-applicable': [{ name: 'launch templates say what it starts', resource: fleet(known(null)) }],
});
