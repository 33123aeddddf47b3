import check from '../../../checks/efs/access-point-identity.ts';
import type { AccessPoint } from '../../../src/collectors/efs/access-points.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

function accessPoint(fields: Partial<AccessPoint> = {}): AccessPoint {
  return {
    arn: 'arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-1',
    type: 'AWS::EFS::AccessPoint',
    name: 'fsap-1',
    region: 'eu-west-1',
    imposesUser: known(true),
    root: known('/app'),
    ...fields,
  };
}

testCheck(check, {
  pass: [{ name: 'it imposes both', resource: accessPoint() }],
  fail: [
    {
      name: 'it shows the root of the file system',
      resource: accessPoint({ root: known('/') }),
      reasons: ['whole file system'],
    },
    { name: 'it imposes no user', resource: accessPoint({ imposesUser: known(false) }) },
    {
      name: 'it imposes neither',
      resource: accessPoint({ root: known('/'), imposesUser: known(false) }),
      reasons: ['whole file system', 'claim to be'],
    },
    {
      name: 'it imposes no user, whatever its root is',
      resource: accessPoint({ root: unreadable('failed'), imposesUser: known(false) }),
    },
  ],
  unknown: [
    { name: 'its root is not told', resource: accessPoint({ root: unreadable('failed') }) },
  ],
});
