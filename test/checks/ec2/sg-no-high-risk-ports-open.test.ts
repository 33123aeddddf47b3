import check from '../../../checks/ec2/sg-no-high-risk-ports-open.ts';
import { testCheck } from '../../support/check-tester.ts';
import { anywhere, rulesOf, securityGroup, tcp } from '../../support/ec2.ts';
import { portCases } from '../../support/open-ports.ts';

const resource = securityGroup();
const { pass, fail, unknown } = portCases({
  port: 8080,
  opened: 'tcp 8080',
  closed:
    'tcp 20, 21, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200, 9300',
  severity: 'critical',
});

testCheck(check, {
  pass: [
    ...pass,
    {
      name: 'SSH and RDP have checks of their own',
      resource,
      given: rulesOf({ ...tcp(22), ...anywhere }, { ...tcp(3389), ...anywhere }),
    },
  ],
  fail: [
    ...fail,
    {
      name: 'SSH, where the parameter names it',
      resource,
      given: rulesOf({ ...tcp(22), ...anywhere }),
      params: { ports: ['22'] },
    },
    {
      name: 'a database, although it has a check of its own',
      resource,
      given: rulesOf({ ...tcp(5432), ...anywhere }),
    },
  ],
  unknown,
  'not-applicable': [
    { name: 'no ports are asked for', resource, given: rulesOf(), params: { ports: [] } },
  ],
});
