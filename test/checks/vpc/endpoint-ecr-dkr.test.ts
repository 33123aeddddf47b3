import check from '../../../checks/vpc/endpoint-ecr-dkr.ts';
import { testCheck } from '../../support/check-tester.ts';
import { endpointCases } from '../../support/vpc-endpoints.ts';

testCheck(check, endpointCases('ecr.dkr', 'ecr.api'));
