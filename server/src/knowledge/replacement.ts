/**
 * Which property updates make CloudFormation replace the resource, so that no fix changes one: a replaced table or bucket starts empty, a replaced API has
 * another address. From "Update requires" on the pages of the resource types
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html) and, behind `?` for those that replace in some
 * cases, the registry schemas that cfn-lint 1.58.0 ships, looked up on 2026-11-24; SAM types by the resources that they become.
 */
const REPLACING: Readonly<Record<string, string>> = {
  "AWS::Serverless::Function": "FunctionName PackageType DurableConfig?",
  "AWS::Serverless::StateMachine": "Name Type",
  "AWS::Serverless::SimpleTable": "TableName PrimaryKey",
  "AWS::Serverless::Api": "StageName",
  "AWS::Serverless::HttpApi": "StageName",
  "AWS::Lambda::Function": "FunctionName PackageType TenancyConfig DurableConfig?",
  "AWS::Lambda::Url": "Qualifier TargetFunctionArn",
  "AWS::Lambda::Alias": "FunctionName Name",
  "AWS::Lambda::Version": "CodeSha256 Description FunctionName ProvisionedConcurrencyConfig RuntimePolicy",
  "AWS::Lambda::EventSourceMapping": "EventSourceArn SelfManagedEventSource StartingPosition StartingPositionTimestamp",
  "AWS::Lambda::EventInvokeConfig": "FunctionName Qualifier",
  "AWS::Lambda::Permission": "Action EventSourceToken FunctionName FunctionUrlAuthType InvokedViaFunctionUrl Principal PrincipalOrgID SourceAccount SourceArn",
  "AWS::SQS::Queue": "FifoQueue QueueName",
  "AWS::SQS::QueuePolicy": "",
  "AWS::SNS::Topic": "FifoTopic TopicName",
  "AWS::SNS::Subscription": "Endpoint Protocol TopicArn Region?",
  "AWS::DynamoDB::Table": "ImportSourceSpecification TableName KeySchema?",
  "AWS::DynamoDB::GlobalTable": "TableName GlobalTableSourceArn? KeySchema? LocalSecondaryIndexes?",
  "AWS::S3::Bucket": "BucketName BucketNamePrefix BucketNamespace",
  "AWS::S3::BucketPolicy": "Bucket",
  "AWS::Events::Rule": "Name EventBusName?",
  "AWS::Events::EventBus": "Name",
  "AWS::Scheduler::Schedule": "Name",
  "AWS::Pipes::Pipe": "Name Source",
  "AWS::EventsV2::Subscriber": "EventBusArn InvokeConfiguration.TargetArn Name PointInTimeConfiguration StartingPosition Type",
  "AWS::Logs::LogGroup": "LogGroupName",
  "AWS::CloudWatch::Alarm": "AlarmName",
  "AWS::ApiGateway::RestApi": "",
  "AWS::ApiGateway::Stage": "RestApiId StageName",
  "AWS::ApiGateway::Method": "HttpMethod ResourceId RestApiId",
  "AWS::ApiGateway::RequestValidator": "Name RestApiId",
  "AWS::ApiGatewayV2::Api": "ProtocolType",
  "AWS::ApiGatewayV2::Stage": "ApiId StageName",
  "AWS::ApiGatewayV2::Integration": "ApiId",
  "AWS::ApiGatewayV2::Route": "ApiId",
  "AWS::StepFunctions::StateMachine": "StateMachineName StateMachineType",
  "AWS::AppSync::GraphQLApi": "",
  "AWS::IAM::Role": "Path RoleName",
  "AWS::IAM::Policy": "",
  "AWS::IAM::ManagedPolicy": "Description ManagedPolicyName Path",
  "AWS::Kinesis::Stream": "Name",
  "AWS::KinesisFirehose::DeliveryStream":
    "DatabaseSourceConfiguration DeliveryStreamName DeliveryStreamType DirectPutSourceConfiguration KinesisStreamSourceConfiguration MSKSourceConfiguration",
  "AWS::Cognito::UserPool": "",
  "AWS::KMS::Key": "KeySpec KeyUsage MultiRegion",
  "AWS::SecretsManager::Secret": "Name",
  "AWS::SSM::Parameter": "Name",
  "AWS::RDS::DBInstance":
    "BackupTarget CharacterSetName CustomIAMInstanceProfile DBClusterIdentifier DBInstanceIdentifier DBName DBSubnetGroupName DBSystemId KmsKeyId MasterUsername NcharCharacterSetName SourceRegion StorageEncrypted Timezone AvailabilityZone? BackupRetentionPeriod? Engine? MultiAZ?",
  "AWS::RDS::DBCluster":
    "ClusterScalabilityType DBClusterIdentifier DBSubnetGroupName DBSystemId DatabaseName EngineMode KmsKeyId PubliclyAccessible RestoreToTime RestoreType SnapshotIdentifier SourceDBClusterIdentifier SourceDbClusterResourceId SourceRegion StorageEncrypted UseLatestRestorableTime AvailabilityZones? Engine? MasterUsername?",
  "AWS::ApplicationAutoScaling::ScalableTarget": "ResourceId ScalableDimension ServiceNamespace",
  "AWS::ApplicationAutoScaling::ScalingPolicy": "PolicyName ResourceId ScalableDimension ScalingTargetId ServiceNamespace",
};

/** These hold no state and no address: CloudFormation makes the new one first, so a replacement is as good as an update. */
const HARMLESS: ReadonlySet<string> = new Set([
  "AWS::Lambda::Permission",
  "AWS::ApplicationAutoScaling::ScalableTarget",
  "AWS::ApplicationAutoScaling::ScalingPolicy",
]);

/**
 * Whether an update of a property replaces the resource, always or in some cases, and something with it: its data, its address.
 * @param path from the resource's properties, such as `["InvokeConfiguration", "TargetArn"]`
 * @returns false also for a type that the table does not hold: of it nothing is known.
 */
export function losesOnUpdate(type: string, path: readonly string[]): boolean {
  const listed = HARMLESS.has(type) ? undefined : REPLACING[type];
  return listed?.split(" ").some((property) => `${path.join(".")}.`.startsWith(`${property.replace("?", "")}.`)) ?? false;
}
