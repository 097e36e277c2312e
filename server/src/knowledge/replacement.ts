/**
 * Which property updates make CloudFormation replace the resource, so that no fix changes one: a replaced table or bucket starts empty, a replaced API has
 * another address. From the CloudFormation registry schemas (`createOnlyProperties` and, behind `?`, the ones that replace in some cases), as cfn-lint 1.58.0
 * ships them, looked up on 2026-11-24; SAM types by the resources that they become. Only types that a fix of ours writes to stand here.
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
  "AWS::KinesisFirehose::DeliveryStream": "DeliveryStreamName DeliveryStreamType",
  "AWS::Cognito::UserPool": "",
  "AWS::KMS::Key": "",
  "AWS::SecretsManager::Secret": "Name",
  "AWS::SSM::Parameter": "Name",
  "AWS::RDS::DBInstance":
    "BackupTarget CharacterSetName DBClusterIdentifier DBInstanceIdentifier DBName DBSubnetGroupName KmsKeyId MasterUsername StorageEncrypted Timezone AvailabilityZone? BackupRetentionPeriod? Engine? MultiAZ?",
  "AWS::RDS::DBCluster":
    "DBClusterIdentifier DBSubnetGroupName DatabaseName EngineMode KmsKeyId SnapshotIdentifier StorageEncrypted AvailabilityZones? Engine? MasterUsername?",
  "AWS::ApplicationAutoScaling::ScalableTarget": "ResourceId ScalableDimension ServiceNamespace",
  "AWS::ApplicationAutoScaling::ScalingPolicy": "PolicyName ResourceId ScalableDimension ScalingTargetId ServiceNamespace",
};

/** These hold no state and no address: CloudFormation makes the new one first, so a replacement is as good as an update. */
const HARMLESS: ReadonlySet<string> = new Set([
  "AWS::Lambda::Permission",
  "AWS::ApplicationAutoScaling::ScalableTarget",
  "AWS::ApplicationAutoScaling::ScalingPolicy",
]);

export type Replacement = "never" | "sometimes" | "always";

/**
 * Whether an update of a property replaces the resource.
 * @param property top-level property, or a path with dots where only a part of it replaces
 * @returns `undefined` for a type that the table does not hold: then no fix should count on it.
 */
export function replacement(type: string, property: string): Replacement | undefined {
  const listed = REPLACING[type]?.split(" ");
  if (!listed) return undefined;
  if (listed.includes(property)) return "always";
  return listed.includes(`${property}?`) ? "sometimes" : "never";
}

/** Whether a fix may write a property: it replaces nothing, or what it replaces is as good new. Attributes such as `DeletionPolicy` never replace. */
export const mayChange = (type: string, property: string): boolean => HARMLESS.has(type) || replacement(type, property) === "never";
