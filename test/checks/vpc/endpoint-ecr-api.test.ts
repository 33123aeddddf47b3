import check from '../../../checks/vpc/endpoint-ecr-api.ts';
import { testCheck } from '../../support/check-tester.ts';
import { endpointCases } from '../../support/vpc-endpoints.ts';

testCheck(check, endpointCases('ecr.api', 'ecr.dkr'));
