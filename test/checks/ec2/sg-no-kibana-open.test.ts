import check from '../../../checks/ec2/sg-no-kibana-open.ts';
import { testCheck } from '../../support/check-tester.ts';
import { rulesOf, securityGroup } from '../../support/ec2.ts';
import { portCases } from '../../support/open-ports.ts';

const resource = securityGroup();
const { pass, fail, unknown } = portCases({
  port: 5601,
  opened: 'tcp 5601 (Kibana)',
  closed: 'tcp 5601 (Kibana)',
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
