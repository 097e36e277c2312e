/** What an AWS managed policy means on the role of a function. Managed policies name no resource of ours: what they allow, they allow on everything. */
export type PolicyNature =
  /** Everything, or everything but people's rights: whoever holds it owns the account. */
  | "administrator"
  /** All or nearly all actions of the services in `services`. */
  | "full-access"
  /** Some data-plane actions of the services in `services`, on every resource of the account. */
  | "broad"
  /** Reads everything of the services in `services`. */
  | "read-only"
  /** Made for a service or for functions: logs, network interfaces, polling a source. */
  | "service-role";

export interface ManagedPolicy {
  readonly name: string;
  /** What stands before the name in the ARN: `""`, `service-role/`, `job-function/`. */
  readonly path: string;
  readonly nature: PolicyNature;
  /** IAM prefixes of the services that it opens. */
  readonly services: readonly string[];
  /** What it carries beyond its name, as the end of "it also …"; undefined when the name says it all. */
  readonly beyond: string | undefined;
}

/**
 * The AWS managed policy of a name or ARN.
 * @param text `AmazonSQSFullAccess`, `service-role/AWSLambdaBasicExecutionRole` or `arn:…:iam::aws:policy/…`, whose partition may be `${AWS::Partition}`
 * @returns `undefined` for a policy of the customer and for one that the table lacks, except names that end in `FullAccess`: AWS keeps to that word.
 */
export function managedPolicy(text: string): ManagedPolicy | undefined {
  const name = awsName(text);
  if (name === undefined) return undefined;
  const known = BY_NAME.get(name);
  if (known) return known;
  return /_?FullAccess(_?[vV]\d+)?$/.test(name) ? { name, path: "", nature: "full-access", services: [], beyond: undefined } : undefined;
}

/** The last part of the name of an AWS managed policy; `undefined` for an ARN with an account, which is a policy of the customer. */
function awsName(text: string): string | undefined {
  if (!text.startsWith("arn:")) return text.split("/").at(-1);
  return /^arn:[^:]+(?:::Partition\})?:iam::aws:policy\/(?:.+\/)?([^/]+)$/.exec(text)?.[1];
}

const policies = (nature: PolicyNature, path: string, rows: Readonly<Record<string, string>>): ManagedPolicy[] =>
  Object.entries(rows).map(([name, row]) => {
    const [services = "", beyond] = row.split(" | ");
    return { name, path, nature, services: services === "" ? [] : services.split(" "), beyond };
  });

/**
 * From the documents of the AWS managed policies (https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html), looked up on 2026-11-24 in
 * a copy of all of them of 2026-03-07: each exists under its path, and what is called full access has `service:*` for each of its services, except
 * AmazonRDSDataFullAccess, which lists their actions. Name → prefixes, then what it carries beyond its name.
 */
export const MANAGED_POLICIES: readonly ManagedPolicy[] = [
  ...policies("administrator", "", {
    AdministratorAccess: "*",
    IAMFullAccess: "iam | lets it give itself any other right",
    PowerUserAccess: "*",
  }),
  ...policies("full-access", "", {
    AWSLambda_FullAccess: "lambda | lets it hand any role of the account to a function (iam:PassRole)",
    AWSStepFunctionsFullAccess: "states",
    AWSStepFunctionsConsoleFullAccess: "states | lets it pass roles to state machines",
    AWSXrayFullAccess: "xray",
    AWSAppSyncAdministrator: "appsync | lets it pass any role to AppSync",
    AWSBatchFullAccess: "batch | lets it pass roles",
    AWSCloudFormationFullAccess: "cloudformation",
    AWSCodeCommitFullAccess: "codecommit | lets it change event rules and topics",
    AWSIoTFullAccess: "iot iotjobsdata",
    AWSGlueConsoleFullAccess: "glue | lets it run instances, create buckets and stacks, and pass roles",
    "AdministratorAccess-Amplify": "amplify | lets it create stacks, APIs and roles, and pass any role",
    "AdministratorAccess-AWSElasticBeanstalk": "elasticbeanstalk autoscaling elasticloadbalancing | lets it create stacks and clusters, and pass roles",
    AmazonAPIGatewayAdministrator: "apigateway",
    AmazonAthenaFullAccess: "athena | lets it change the Glue catalog, create buckets and read data of Lake Formation",
    AmazonBedrockFullAccess: "bedrock bedrock-mantle | lets it create SageMaker endpoints, subscribe on the Marketplace and pass roles",
    AmazonCognitoPowerUser: "cognito-identity cognito-idp cognito-sync",
    AmazonDynamoDBFullAccess: "dynamodb dax | lets it change alarms, scaling and data pipelines, and pass roles",
    AmazonDynamoDBFullAccess_v2: "dynamodb dax | lets it change scaling",
    AmazonEC2FullAccess: "ec2 elasticloadbalancing cloudwatch autoscaling",
    AmazonECS_FullAccess: "ecs | lets it change scaling groups and load balancers, and pass roles",
    AmazonElastiCacheFullAccess: "elasticache | lets it create VPC endpoints",
    AmazonEventBridgeFullAccess: "events scheduler pipes schemas | lets it change secrets of connections and pass roles",
    AmazonEventBridgeSchedulerFullAccess: "scheduler | lets it pass roles",
    AmazonEventBridgePipesFullAccess: "pipes | lets it pass roles",
    AmazonKinesisFullAccess: "kinesis",
    AmazonKinesisFirehoseFullAccess: "firehose",
    AmazonMQFullAccess: "mq | lets it create stacks and network interfaces",
    AmazonMSKFullAccess: "kafka | lets it create VPC endpoints and grants on keys, and pass roles",
    AmazonESFullAccess: "es",
    AmazonOpenSearchServiceFullAccess: "es",
    AmazonPollyFullAccess: "polly",
    AmazonRDSFullAccess: "rds pi | lets it publish to every topic",
    AmazonRDSDataFullAccess: "rds-data dbqms | lets it read and change secrets of the query editor",
    AmazonRekognitionFullAccess: "rekognition",
    AmazonRoute53FullAccess: "route53 route53domains",
    AmazonS3FullAccess: "s3 s3-object-lambda",
    AmazonSESFullAccess: "ses",
    AmazonSNSFullAccess: "sns",
    AmazonSQSFullAccess: "sqs",
    AmazonSSMFullAccess: "ssm | lets it write every log group (logs:*) and open sessions on instances",
    AmazonSageMakerFullAccess: "sagemaker | lets it work on buckets, repositories, user pools and logs, and pass roles",
    AmazonTextractFullAccess: "textract",
    AmazonTranscribeFullAccess: "transcribe",
    CloudFrontFullAccess: "cloudfront cloudfront-keyvaluestore | lets it create web ACLs and request certificates",
    CloudWatchFullAccess: "cloudwatch logs sns | lets it do everything with every topic and log group",
    CloudWatchFullAccessV2: "cloudwatch logs xray | lets it pass any role",
    CloudWatchEventsFullAccess: "events scheduler pipes schemas | lets it change secrets of connections and pass roles",
    CloudWatchLogsFullAccess: "logs",
    ComprehendFullAccess: "comprehend",
    SecretsManagerReadWrite: "secretsmanager | lets it create functions and stacks",
    TranslateFullAccess: "translate",
  }),
  ...policies("broad", "", {
    AWSLambdaExecute: "s3 logs | lets it read and write the objects of every bucket",
    "AWSLambdaInvocation-DynamoDB": "lambda | lets it invoke every function",
    AWSAppSyncInvokeFullAccess: "appsync",
    AmazonAPIGatewayInvokeFullAccess: "execute-api",
    AWSKeyManagementServicePowerUser: "kms",
    AmazonElasticFileSystemClientFullAccess: "elasticfilesystem",
    AmazonElasticFileSystemClientReadWriteAccess: "elasticfilesystem",
  }),
  ...policies("broad", "service-role/", { AWSLambdaRole: "lambda | lets it invoke every function" }),
  ...policies("read-only", "", {
    ReadOnlyAccess: "* | reads the data of every service, not only its settings",
    AWSLambda_ReadOnlyAccess: "lambda",
    AmazonDynamoDBReadOnlyAccess: "dynamodb",
    AmazonS3ReadOnlyAccess: "s3",
    AmazonSQSReadOnlyAccess: "sqs",
    AmazonSNSReadOnlyAccess: "sns",
    AmazonSSMReadOnlyAccess: "ssm",
    AmazonKinesisReadOnlyAccess: "kinesis",
    CloudWatchReadOnlyAccess: "cloudwatch logs",
    CloudWatchLogsReadOnlyAccess: "logs",
  }),
  ...policies("read-only", "job-function/", { ViewOnlyAccess: "*" }),
  ...policies("service-role", "service-role/", {
    AWSCodeDeployRoleForLambda: "cloudwatch lambda s3 sns",
    AWSLambdaBasicExecutionRole: "logs",
    AWSLambdaBasicDurableExecutionRolePolicy: "logs lambda",
    AWSLambdaVPCAccessExecutionRole: "logs ec2",
    AWSLambdaENIManagementAccess: "ec2",
    AWSLambdaSQSQueueExecutionRole: "logs sqs",
    AWSLambdaKinesisExecutionRole: "logs kinesis",
    AWSLambdaDynamoDBExecutionRole: "logs dynamodb",
    AWSLambdaMSKExecutionRole: "logs ec2 kafka",
    AmazonAPIGatewayPushToCloudWatchLogs: "logs",
    AWSAppSyncPushToCloudWatchLogs: "logs",
    AmazonECSTaskExecutionRolePolicy: "ecr logs",
  }),
  ...policies("service-role", "", {
    AWSXRayDaemonWriteAccess: "xray",
    AWSXrayWriteOnlyAccess: "xray",
    CloudWatchLambdaInsightsExecutionRolePolicy: "logs",
    CloudWatchLambdaApplicationSignalsExecutionRolePolicy: "logs xray",
  }),
];

const BY_NAME: ReadonlyMap<string, ManagedPolicy> = new Map(MANAGED_POLICIES.map((policy) => [policy.name, policy]));
