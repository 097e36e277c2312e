import { SAM_POLICY_TEMPLATES } from "./sam-policy-templates.generated.ts";

/** A policy template of AWS SAM: a named policy on one resource whose name or ARN it takes as parameter. */
export interface PolicyTemplate {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly statements: readonly PolicyTemplateStatement[];
  /** Undefined for templates that name no resource, or none that a template of ours declares. */
  readonly addresses: Addressed | undefined;
}

export interface PolicyTemplateStatement {
  /** Actions as the template writes them; one, `sqs:SendMessage*`, has a wildcard. */
  readonly actions: readonly string[];
  /** `"*"` or ARNs with `${Parameter}` in them. */
  readonly resources: readonly string[];
}

/** The resource that a template is for. */
export interface Addressed {
  /** The kind of resource, by our canonical name. */
  readonly kind: string;
  /** The parameter that names it. */
  readonly parameter: string;
  /**
   * What the parameter takes: the `id` that `Ref` gives, the `arn`, or the `name` where `Ref` gives something else (the URL of a queue, the ARN of a topic
   * or a state machine): there a `Ref` deploys and grants nothing.
   */
  readonly takes: "id" | "arn" | "name";
  readonly access: PolicyAccess;
}

/** What a template is for, in one word; `write` never reads, `crud` does both, `full` adds more than items (tags, versions). */
export type PolicyAccess = "read" | "write" | "crud" | "full" | "send" | "poll" | "invoke" | "start" | "callback" | "encrypt" | "decrypt";

/** Looks a template up by its exact name. */
export const policyTemplate = (name: string): PolicyTemplate | undefined => BY_NAME.get(name);

/** The templates for one kind of resource, those that allow the least first. */
export const policyTemplatesOn = (kind: string): readonly PolicyTemplate[] =>
  POLICY_TEMPLATES.filter((template) => template.addresses?.kind === kind).sort((a, b) => breadth(a) - breadth(b));

/** Whether a template allows an action such as `dynamodb:PutItem`, in any case, on some resource. */
export const grants = (template: PolicyTemplate, action: string): boolean =>
  template.statements.some((statement) => statement.actions.some((granted) => covers(granted.toLowerCase(), action.toLowerCase())));

function covers(granted: string, action: string): boolean {
  return granted.endsWith("*") ? action.startsWith(granted.slice(0, -1)) : granted === action;
}

const breadth = (template: PolicyTemplate): number => template.statements.reduce((sum, statement) => sum + statement.actions.length, 0);

const on = (kind: string, parameter: string, takes: Addressed["takes"], access: PolicyAccess): Addressed => ({ kind, parameter, takes, access });

/**
 * What each template addresses, from https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html,
 * looked up on 2026-11-24. Replaced templates (`KMSEncryptPolicy`, `StepFunctionsExecutionPolicy`) stand beside their second edition.
 * `SSMParameterReadPolicy` is for names without a leading slash.
 */
const ADDRESSED: Readonly<Record<string, Addressed>> = {
  AWSSecretsManagerGetSecretValuePolicy: on("secret", "SecretArn", "arn", "read"),
  DynamoDBReadPolicy: on("table", "TableName", "id", "read"),
  DynamoDBWritePolicy: on("table", "TableName", "id", "write"),
  DynamoDBCrudPolicy: on("table", "TableName", "id", "crud"),
  EventBridgePutEventsPolicy: on("eventBus", "EventBusName", "id", "send"),
  FilterLogEventsPolicy: on("logGroup", "LogGroupName", "id", "read"),
  FirehoseWritePolicy: on("deliveryStream", "DeliveryStreamName", "id", "write"),
  FirehoseCrudPolicy: on("deliveryStream", "DeliveryStreamName", "id", "full"),
  KMSDecryptPolicy: on("key", "KeyId", "id", "decrypt"),
  KMSEncryptPolicy: on("key", "KeyId", "id", "encrypt"),
  KMSEncryptPolicy_v2: on("key", "KeyId", "id", "encrypt"),
  KinesisStreamReadPolicy: on("stream", "StreamName", "id", "read"),
  KinesisCrudPolicy: on("stream", "StreamName", "id", "full"),
  LambdaInvokePolicy: on("function", "FunctionName", "id", "invoke"),
  S3ReadPolicy: on("bucket", "BucketName", "id", "read"),
  S3WritePolicy: on("bucket", "BucketName", "id", "write"),
  S3CrudPolicy: on("bucket", "BucketName", "id", "crud"),
  S3FullAccessPolicy: on("bucket", "BucketName", "id", "full"),
  SNSPublishMessagePolicy: on("topic", "TopicName", "name", "send"),
  SNSCrudPolicy: on("topic", "TopicName", "name", "full"),
  SQSPollerPolicy: on("queue", "QueueName", "name", "poll"),
  SQSSendMessagePolicy: on("queue", "QueueName", "name", "send"),
  SSMParameterReadPolicy: on("configurationParameter", "ParameterName", "id", "read"),
  SSMParameterWithSlashPrefixReadPolicy: on("configurationParameter", "ParameterName", "id", "read"),
  StepFunctionsExecutionPolicy: on("stateMachine", "StateMachineName", "name", "start"),
  StepFunctionsExecutionPolicy_v2: on("stateMachine", "StateMachineName", "name", "start"),
  StepFunctionsCallbackPolicy: on("stateMachine", "StateMachineName", "name", "callback"),
};

/** Every policy template, by name. */
export const POLICY_TEMPLATES: readonly PolicyTemplate[] = Object.entries(SAM_POLICY_TEMPLATES).map(([name, { parameters, statements }]) => ({
  name,
  parameters,
  statements: statements.map(([actions, resources]) => ({ actions, resources })),
  addresses: ADDRESSED[name],
}));

const BY_NAME: ReadonlyMap<string, PolicyTemplate> = new Map(POLICY_TEMPLATES.map((template) => [template.name, template]));
