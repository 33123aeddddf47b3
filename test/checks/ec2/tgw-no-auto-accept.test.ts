import check from '../../../checks/ec2/tgw-no-auto-accept.ts';
import { testCheck } from '../../support/check-tester.ts';
import type { TransitGateway } from '../../../src/collectors/ec2/transit-gateways.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { resourceOf } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const gateway = (acceptsByItself: Observed<boolean>): TransitGateway => ({
  ...resourceOf('transit-gateway', 'AWS::EC2::TransitGateway', 'tgw-1'),
  acceptsByItself,
});

testCheck(check, {
  pass: [{ name: 'attachments wait to be accepted', resource: gateway(known(false)) }],
  fail: [{ name: 'attachments are accepted by themselves', resource: gateway(known(true)) }],
  unknown: [{ name: 'its options may not be read', resource: gateway(unreadable()) }],
});
