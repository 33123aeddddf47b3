import check from '../../../checks/ec2/sg-no-ftp-open.ts';
import { testCheck } from '../../support/check-tester.ts';
import { anywhere, rulesOf, securityGroup, tcp } from '../../support/ec2.ts';
import { portCases } from '../../support/open-ports.ts';

const resource = securityGroup();
const { pass, fail, unknown } = portCases({
  port: 21,
  opened: 'tcp 21 (FTP)',
  closed: 'tcp 20-21 (FTP)',
  severity: 'high',
});

testCheck(check, {
  pass: [
    ...pass,
    {
      name: 'FTP does not go over UDP',
      resource,
      given: rulesOf({ ...tcp(21), protocol: 'udp', ...anywhere }),
    },
  ],
  fail: [
    ...fail,
    { name: 'the port for data', resource, given: rulesOf({ ...tcp(20), ...anywhere }) },
  ],
  unknown,
  'not-applicable': [
    { name: 'no ports are asked for', resource, given: rulesOf(), params: { ports: [] } },
  ],
});
