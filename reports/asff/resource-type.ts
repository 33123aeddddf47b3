/** Names of types as Security Hub has them, which are not those of CloudFormation. */

const special: Readonly<Record<string, string>> = {
  'AWS::::Account': 'AwsAccount',
  'AWS::IAM::ManagedPolicy': 'AwsIamPolicy',
  'AWS::ElasticLoadBalancing::LoadBalancer': 'AwsElbLoadBalancer',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'AwsElbv2LoadBalancer',
  'AWS::Events::EventBus': 'AwsEventsEventbus',
};

/** Those of which the rule gives a type that ASFF lists. */
const regular: ReadonlySet<string> = new Set([
  'AwsApiGatewayRestApi',
  'AwsApiGatewayStage',
  'AwsApiGatewayV2Api',
  'AwsApiGatewayV2Stage',
  'AwsBackupBackupVault',
  'AwsCertificateManagerCertificate',
  'AwsCloudFrontDistribution',
  'AwsCloudTrailTrail',
  'AwsCloudWatchAlarm',
  'AwsDynamoDbTable',
  'AwsEc2ClientVpnEndpoint',
  'AwsEc2Instance',
  'AwsEc2LaunchTemplate',
  'AwsEc2NetworkAcl',
  'AwsEc2NetworkInterface',
  'AwsEc2RouteTable',
  'AwsEc2SecurityGroup',
  'AwsEc2Subnet',
  'AwsEc2TransitGateway',
  'AwsEc2Volume',
  'AwsEc2Vpc',
  'AwsEc2VpcPeeringConnection',
  'AwsEc2VpnConnection',
  'AwsEcrRepository',
  'AwsEcsCluster',
  'AwsEcsService',
  'AwsEcsTaskDefinition',
  'AwsEfsAccessPoint',
  'AwsEksCluster',
  'AwsGuardDutyDetector',
  'AwsIamGroup',
  'AwsIamPolicy',
  'AwsIamRole',
  'AwsIamUser',
  'AwsKmsKey',
  'AwsLambdaFunction',
  'AwsRdsDbCluster',
  'AwsRdsDbClusterSnapshot',
  'AwsRdsDbInstance',
  'AwsRdsDbSnapshot',
  'AwsS3AccessPoint',
  'AwsS3Bucket',
  'AwsS3Object',
  'AwsSecretsManagerSecret',
  'AwsSnsTopic',
  'AwsSqsQueue',
  'AwsWafv2WebAcl',
]);

/** `AWS::EC2::Instance` is `AwsEc2Instance`; what ASFF does not list is `Other`. */
export function resourceTypeOf(type: string): string {
  const known = special[type];
  if (known !== undefined) return known;
  const [, service = '', kind = ''] = type.split('::');
  const name = `Aws${capital(service)}${capital(kind)}`;
  return regular.has(name) ? name : 'Other';
}

/** Runs of capitals are one word there: `DBInstance` is `DbInstance`, `VPCPeeringConnection` is `VpcPeeringConnection`. */
function capital(name: string): string {
  const words = name.replaceAll(
    /[A-Z]{2,}(?=[A-Z][a-z]|\d|v\d|$)/g,
    (run) => run.charAt(0) + run.slice(1).toLowerCase(),
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}
