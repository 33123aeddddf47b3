/**
 * The resource types of AWS Config by which a scan of the active Regions goes: of services that are in every Region which
 * Config is believed in (src/reasoning/activity.ts), and types that it has had for years. Of other types it does not tell,
 * or perhaps not everywhere: the lists of these are asked for in every Region.
 *
 * AWS Config developer guide, "Supported Resource Types".
 */
export const recordedTypes = [
  'AWS::ACM::Certificate',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::DynamoDB::Table',
  'AWS::EC2::Instance',
  'AWS::EC2::TransitGateway',
  'AWS::EC2::VPNConnection',
  'AWS::EC2::Volume',
  'AWS::ECR::Repository',
  'AWS::ECS::Cluster',
  'AWS::EFS::AccessPoint',
  'AWS::EFS::FileSystem',
  'AWS::EKS::Cluster',
  'AWS::ElasticBeanstalk::Environment',
  'AWS::ElasticLoadBalancing::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::Elasticsearch::Domain',
  'AWS::Kinesis::Stream',
  'AWS::Lambda::Function',
  'AWS::OpenSearch::Domain',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBClusterSnapshot',
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBSnapshot',
  'AWS::Redshift::Cluster',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
  'AWS::StepFunctions::StateMachine',
] as const;

export type RecordedType = (typeof recordedTypes)[number];
