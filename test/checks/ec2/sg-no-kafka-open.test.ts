import check from '../../../checks/ec2/sg-no-kafka-open.ts';
import { testCheck } from '../../support/check-tester.ts';
import { anywhere, rulesOf, securityGroup, tcp } from '../../support/ec2.ts';
import { portCases } from '../../support/open-ports.ts';

const resource = securityGroup();
const { pass, fail, unknown } = portCases({
  port: 9092,
  opened: 'tcp 9092 (Kafka)',
  closed: 'tcp 9092 (Kafka), 9094 (Kafka), 9096 (Kafka), 9098 (Kafka)',
  severity: 'critical',
});

testCheck(check, {
  pass,
  fail: [
    ...fail,
    {
      name: 'the port for signing in with IAM',
      resource,
      given: rulesOf({ ...tcp(9098), ...anywhere }),
    },
  ],
  unknown,
  'not-applicable': [
    { name: 'no ports are asked for', resource, given: rulesOf(), params: { ports: [] } },
  ],
});
