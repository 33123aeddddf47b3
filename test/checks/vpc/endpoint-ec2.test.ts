import check from '../../../checks/vpc/endpoint-ec2.ts';
import { testCheck } from '../../support/check-tester.ts';
import { endpointCases } from '../../support/vpc-endpoints.ts';

testCheck(check, endpointCases('ec2', 'ec2messages'));
