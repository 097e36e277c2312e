import { REPEATS_RARELY_SECONDS, REPEATS_SOON_SECONDS } from "../../knowledge/events.ts";
import { ASYNC_RETRIES } from "../../knowledge/lambda.ts";
import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import type { Value } from "../../model/value.ts";
import { type AsynchronousSource, asynchronousSources, handlesFailures, invokeConfigsOf, keepsFailures } from "../../model/words/asynchronous.ts";
import { defineRule, type Severity } from "../define.ts";

export default defineRule({
  id: "async-failure-destination-missing",
  summary: "Function that is called asynchronously loses the events on which it keeps failing",
  pillars: ["reliability"],
  tradeoffs: {
    "operational-excellence": "Somebody has to watch the queue of failed events.",
    "cost-optimization": "One more queue, paid for by its requests.",
  },
  practices: ["REL05-BP03@latest"],
  lens: ["REL 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `Whoever calls a function asynchronously (S3, SNS, EventBridge, Scheduler) is told "accepted" and goes on. When the function fails, Lambda tries twice
more within minutes and then drops the event; while the function is throttled it tries for up to six hours. Without a failure destination nothing is left
of the event but a number in a metric. A destination keeps the event together with the error, so that it can be looked at and sent again. A dead-letter
queue on the rule or the subscription is no substitute: it catches what could not be delivered, not what the function failed on.`,
  ask: "What is lost with one event, and who would notice?",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
  ],
  on: "function",
  *check(fn, { graph }) {
    const sources = asynchronousSources(graph, fn);
    const [source] = sources;
    if (!source || handlesFailures(graph, fn)) return;
    const kept = keepsFailures(graph, fn);
    if (!kept.known) return kept;
    if (kept.value) return;
    const retries = retriesOf(graph, fn);
    if (!retries.known) return retries;
    const severity = severityOf(fn, sources, retries.value);
    const tries = retries.value + 1;
    yield {
      at: fn,
      aspect: "failureDestination",
      text: `No failure destination: after ${tries === 1 ? "one failed try" : `${tries} failed tries`} {fn} loses {event}.`,
      many: "No failure destination: {names} lose events on which they keep failing.",
      values: { fn, event: source.event },
      severity,
      cause: `${severity}, ${fixable(fn) ? "with" : "without"} fix`,
      related: [[source.by, "calls {fn} and does not wait"]],
      fixes: fixable(fn)
        ? [
            {
              title: "Send failed events of {fn} to a new queue (adds 1 resource)",
              many: "Send failed events of all {count} functions to a new queue",
              safety: "review",
              edits: [{ sendFailuresOf: fn }],
            },
          ]
        : [],
    };
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Uploads:
    Type: AWS::S3::Bucket

  ⟦Resize⟧:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      Events:
        Upload:
          Type: S3
          Properties:
            Bucket: !Ref Uploads
            Events: s3:ObjectCreated:*
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Uploads:
    Type: AWS::S3::Bucket

  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      Events:
        Upload:
          Type: S3
          Properties:
            Bucket: !Ref Uploads
            Events: s3:ObjectCreated:*
      EventInvokeConfig:
        DestinationConfig:
          OnFailure:
            Type: SQS
            Destination: !GetAtt ResizeFailures.Arn

  ResizeFailures:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  ⟦Notify⟧:
    Type: AWS::Lambda::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      Role: !GetAtt NotifyRole.Arn
      Code: { S3Bucket: code, S3Key: notify.zip }

  NotifyRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }

  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      Protocol: lambda
      Endpoint: !GetAtt Notify.Arn
      TopicArn: !Ref Orders

  Orders:
    Type: AWS::SNS::Topic
`,
      good: `Resources:
  Notify:
    Type: AWS::Lambda::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      Role: !GetAtt NotifyRole.Arn
      Code: { S3Bucket: code, S3Key: notify.zip }

  NotifyFailures:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600

  NotifyInvocation:
    Type: AWS::Lambda::EventInvokeConfig
    Properties:
      FunctionName: !Ref Notify
      Qualifier: $LATEST
      DestinationConfig:
        OnFailure:
          Destination: !GetAtt NotifyFailures.Arn

  NotifyRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }
      Policies:
        - PolicyName: send-to-NotifyFailures
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: sqs:SendMessage
                Resource: !GetAtt NotifyFailures.Arn

  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      Protocol: lambda
      Endpoint: !GetAtt Notify.Arn
      TopicArn: !Ref Orders

  Orders:
    Type: AWS::SNS::Topic
`,
    },
  ],
});

/** How often Lambda tries again: what the function or a configuration beside it says, else Lambda's default. */
function retriesOf(graph: Graph, fn: Resource<"function">): Value<number> {
  const own = fn.number("maximumRetryAttempts");
  if (!own.known) return own;
  if (own.value !== undefined) return { ...own, value: own.value };
  const configs = invokeConfigsOf(graph, fn);
  if ("known" in configs) return configs;
  return configs[0]?.number("maximumRetryAttempts") ?? { ...own, value: ASYNC_RETRIES.value };
}

/**
 * A run that comes again makes up for a lost one, the sooner the better, and a durable function tries again by itself. Without any retry the first hiccup
 * loses the event.
 */
function severityOf(fn: Resource<"function">, sources: readonly AsynchronousSource[], retries: number): Severity {
  const durable = fn.has("durableConfig");
  const slowest = Math.max(...sources.map(({ every }) => (every === "unknown" ? REPEATS_RARELY_SECONDS : (every ?? Number.POSITIVE_INFINITY))));
  if (slowest <= REPEATS_SOON_SECONDS || (durable.known && durable.value)) return "hint";
  if (Number.isFinite(slowest)) return "information";
  return retries === 0 ? "error" : "warning";
}

/** A role of another template can't be given the right to send. */
function fixable(fn: Resource<"function">): boolean {
  const role = fn.reference("role");
  return role.known && (role.value === undefined || role.value.is("role"));
}
