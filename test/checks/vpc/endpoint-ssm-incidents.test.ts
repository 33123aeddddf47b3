import check from '../../../checks/vpc/endpoint-ssm-incidents.ts';
import { testCheck } from '../../support/check-tester.ts';
import { endpointCases } from '../../support/vpc-endpoints.ts';

testCheck(check, endpointCases('ssm-incidents', 'ssm-contacts'));
