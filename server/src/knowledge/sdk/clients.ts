/** One AWS service as the SDKs name it. */
export interface SdkClient {
  /** The name of boto3's client, which stands for the service everywhere in the product. */
  readonly service: string;
  /** The package of JavaScript's version 3 is `@aws-sdk/client-` and this. */
  readonly package: string;
  /** The class of JavaScript's version 2. */
  readonly class: string;
  /** The prefix of the service's IAM actions. */
  readonly prefix: string;
}

const client = (service: string, name: string, className: string, prefix: string): SdkClient => ({ service, package: name, class: className, prefix });

/**
 * The services that serverless code calls. Source: the service models of botocore 1.44.8 and of aws-sdk 2.1693.0, and the
 * names of the packages in the registry; read 2026-11-24. A service that is not here is known by its package's name.
 */
export const SDK_CLIENTS: readonly SdkClient[] = [
  client("acm", "acm", "ACM", "acm"),
  client("amplify", "amplify", "Amplify", "amplify"),
  client("apigateway", "api-gateway", "APIGateway", "apigateway"),
  client("apigatewaymanagementapi", "apigatewaymanagementapi", "ApiGatewayManagementApi", "execute-api"),
  client("apigatewayv2", "apigatewayv2", "ApiGatewayV2", "apigateway"),
  client("appconfig", "appconfig", "AppConfig", "appconfig"),
  client("appconfigdata", "appconfigdata", "AppConfigData", "appconfig"),
  client("application-autoscaling", "application-auto-scaling", "ApplicationAutoScaling", "application-autoscaling"),
  client("appsync", "appsync", "AppSync", "appsync"),
  client("athena", "athena", "Athena", "athena"),
  client("autoscaling", "auto-scaling", "AutoScaling", "autoscaling"),
  client("backup", "backup", "Backup", "backup"),
  client("batch", "batch", "Batch", "batch"),
  client("bedrock", "bedrock", "Bedrock", "bedrock"),
  client("bedrock-agent", "bedrock-agent", "BedrockAgent", "bedrock"),
  client("bedrock-agent-runtime", "bedrock-agent-runtime", "BedrockAgentRuntime", "bedrock"),
  client("bedrock-runtime", "bedrock-runtime", "BedrockRuntime", "bedrock"),
  client("budgets", "budgets", "Budgets", "budgets"),
  client("ce", "cost-explorer", "CostExplorer", "ce"),
  client("cloudformation", "cloudformation", "CloudFormation", "cloudformation"),
  client("cloudfront", "cloudfront", "CloudFront", "cloudfront"),
  client("cloudfront-keyvaluestore", "cloudfront-keyvaluestore", "", "cloudfront-keyvaluestore"),
  client("cloudtrail", "cloudtrail", "CloudTrail", "cloudtrail"),
  client("cloudwatch", "cloudwatch", "CloudWatch;", "cloudwatch"),
  client("codebuild", "codebuild", "CodeBuild", "codebuild"),
  client("codecommit", "codecommit", "CodeCommit", "codecommit"),
  client("codedeploy", "codedeploy", "CodeDeploy", "codedeploy"),
  client("codepipeline", "codepipeline", "CodePipeline", "codepipeline"),
  client("cognito-identity", "cognito-identity", "CognitoIdentity", "cognito-identity"),
  client("cognito-idp", "cognito-identity-provider", "CognitoIdentityServiceProvider", "cognito-idp"),
  client("comprehend", "comprehend", "Comprehend", "comprehend"),
  client("config", "config-service", "ConfigService", "config"),
  client("connect", "connect", "Connect", "connect"),
  client("dax", "dax", "DAX", "dax"),
  client("dms", "database-migration-service", "DMS", "dms"),
  client("docdb", "docdb", "DocDB", "rds"),
  client("dsql", "dsql", "", "dsql"),
  client("dynamodb", "dynamodb", "DynamoDB", "dynamodb"),
  client("dynamodbstreams", "dynamodb-streams", "DynamoDBStreams", "dynamodb"),
  client("ec2", "ec2", "EC2", "ec2"),
  client("ecr", "ecr", "ECR", "ecr"),
  client("ecs", "ecs", "ECS", "ecs"),
  client("efs", "efs", "EFS", "elasticfilesystem"),
  client("elasticache", "elasticache", "ElastiCache", "elasticache"),
  client("elbv2", "elastic-load-balancing-v2", "ELBv2", "elasticloadbalancing"),
  client("emr", "emr", "EMR", "elasticmapreduce"),
  client("emr-serverless", "emr-serverless", "EMRServerless", "emr-serverless"),
  client("events", "eventbridge", "EventBridge", "events"),
  client("firehose", "firehose", "Firehose", "firehose"),
  client("forecast", "forecast", "ForecastService", "forecast"),
  client("glue", "glue", "Glue", "glue"),
  client("guardduty", "guardduty", "GuardDuty", "guardduty"),
  client("iam", "iam", "IAM", "iam"),
  client("iot", "iot", "Iot", "iot"),
  client("iot-data", "iot-data-plane", "IotData;", "iot"),
  client("kendra", "kendra", "Kendra", "kendra"),
  client("kinesis", "kinesis", "Kinesis", "kinesis"),
  client("kinesisvideo", "kinesis-video", "KinesisVideo", "kinesisvideo"),
  client("kms", "kms", "KMS", "kms"),
  client("lambda", "lambda", "Lambda", "lambda"),
  client("lexv2-runtime", "lex-runtime-v2", "LexRuntimeV2", "lex"),
  client("location", "location", "Location", "geo"),
  client("logs", "cloudwatch-logs", "CloudWatchLogs", "logs"),
  client("mediaconvert", "mediaconvert", "MediaConvert", "mediaconvert"),
  client("memorydb", "memorydb", "MemoryDB", "memorydb"),
  client("neptune", "neptune", "Neptune", "rds"),
  client("neptunedata", "neptunedata", "Neptunedata", "neptune-db"),
  client("opensearch", "opensearch", "OpenSearch", "es"),
  client("opensearchserverless", "opensearchserverless", "OpenSearchServerless", "aoss"),
  client("organizations", "organizations", "Organizations", "organizations"),
  client("personalize", "personalize", "Personalize", "personalize"),
  client("personalize-runtime", "personalize-runtime", "PersonalizeRuntime", "personalize"),
  client("pinpoint", "pinpoint", "Pinpoint", "mobiletargeting"),
  client("pinpoint-sms-voice-v2", "pinpoint-sms-voice-v2", "PinpointSMSVoiceV2", "sms-voice"),
  client("pipes", "pipes", "Pipes", "pipes"),
  client("polly", "polly", "Polly", "polly"),
  client("rds", "rds", "RDS", "rds"),
  client("rds-data", "rds-data", "RDSDataService", "rds-data"),
  client("redshift-data", "redshift-data", "RedshiftData", "redshift-data"),
  client("rekognition", "rekognition", "Rekognition", "rekognition"),
  client("resourcegroupstaggingapi", "resource-groups-tagging-api", "ResourceGroupsTaggingAPI;", "tag"),
  client("route53", "route-53", "Route53", "route53"),
  client("s3", "s3", "S3", "s3"),
  client("s3control", "s3-control", "S3Control", "s3"),
  client("s3tables", "s3tables", "", "s3tables"),
  client("s3vectors", "s3vectors", "", "s3vectors"),
  client("sagemaker", "sagemaker", "SageMaker", "sagemaker"),
  client("sagemaker-runtime", "sagemaker-runtime", "SageMakerRuntime", "sagemaker"),
  client("scheduler", "scheduler", "Scheduler", "scheduler"),
  client("schemas", "schemas", "Schemas", "schemas"),
  client("secretsmanager", "secrets-manager", "SecretsManager", "secretsmanager"),
  client("securityhub", "securityhub", "SecurityHub", "securityhub"),
  client("servicediscovery", "servicediscovery", "ServiceDiscovery", "servicediscovery"),
  client("ses", "ses", "SES", "ses"),
  client("sesv2", "sesv2", "SESV2", "ses"),
  client("sns", "sns", "SNS", "sns"),
  client("sqs", "sqs", "SQS", "sqs"),
  client("ssm", "ssm", "SSM", "ssm"),
  client("stepfunctions", "sfn", "StepFunctions", "states"),
  client("sts", "sts", "STS", "sts"),
  client("support", "support", "Support", "support"),
  client("swf", "swf", "SWF", "swf"),
  client("textract", "textract", "Textract", "textract"),
  client("timestream-query", "timestream-query", "TimestreamQuery", "timestream"),
  client("timestream-write", "timestream-write", "TimestreamWrite", "timestream"),
  client("transcribe", "transcribe", "TranscribeService", "transcribe"),
  client("translate", "translate", "Translate", "translate"),
  client("wafv2", "wafv2", "WAFV2", "wafv2"),
  client("xray", "xray", "XRay", "xray"),
];

const byPackage = new Map(SDK_CLIENTS.map((one) => [one.package, one]));
const byClass = new Map(SDK_CLIENTS.map((one) => [one.class, one]));

/** The service of `@aws-sdk/client-…`; undefined for other packages. */
export function serviceOfPackage(name: string): string | undefined {
  const [, suffix] = /^@aws-sdk\/client-([a-z0-9-]+)$/.exec(name) ?? [];
  return suffix === undefined ? undefined : (byPackage.get(suffix)?.service ?? suffix);
}

/** The service of a class of JavaScript's version 2. */
export const serviceOfClass = (name: string): string => byClass.get(name)?.service ?? name.toLowerCase();

/** The service of a file of version 2, such as `aws-sdk/clients/dynamodb`. */
export function serviceOfClientFile(name: string): string {
  const same = SDK_CLIENTS.find((one) => one.class.toLowerCase() === name.toLowerCase());
  return same?.service ?? name;
}
