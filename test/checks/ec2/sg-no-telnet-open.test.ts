import check from '../../../checks/ec2/sg-no-telnet-open.ts';
import { testCheck } from '../../support/check-tester.ts';
import { rulesOf, securityGroup } from '../../support/ec2.ts';
import { portCases } from '../../support/open-ports.ts';

const resource = securityGroup();
const { pass, fail, unknown } = portCases({
  port: 23,
  opened: 'tcp 23 (Telnet)',
  closed: 'tcp 23 (Telnet)',
  severity: 'critical',
});

testCheck(check, {
  pass,
  fail,
  unknown,
  'not-applicable': [
    { name: 'no ports are asked for', resource, given: rulesOf(), params: { ports: [] } },
  ],
});
