import { strictEqual } from "node:assert";
import { reviewOf, TEMPLATE } from "../../../scripts/generate/example.ts";
import { RULES } from "../../../server/src/rules/index.ts";
import { check } from "./severities.ts";

const SAM = "Transform: AWS::Serverless-2016-10-31\nResources:\n";
const fn = (events: string, more = "") => `${SAM}  Work:\n    Type: AWS::Serverless::Function\n    Properties:\n${more}      Events:\n        On: ${events}\n`;
const schedule = (expression: string) => fn(`{ Type: Schedule, Properties: { Schedule: "${expression}" } }`);
const stream = (more: string) => fn(`{ Type: Kinesis, Properties: { Stream: "arn:aws:kinesis:eu-west-1:1:stream/clicks", ${more} } }`);

describe("async-failure-destination-missing", () => {
  const rule = "async-failure-destination-missing";
  it("speaks of events that nobody repeats", () => check(rule, fn("{ Type: SNS, Properties: { Topic: orders } }"), ["warning"]));
  it("speaks of what another function sends on", () =>
    check(
      rule,
      `${SAM}  First: { Type: AWS::Serverless::Function, Properties: { EventInvokeConfig: { DestinationConfig: { OnSuccess: { Type: Lambda, Destination: !GetAtt Second.Arn } } } } }
  Second: { Type: AWS::Serverless::Function }\n`,
      ["warning"],
    ));
  it("is an error where nothing is tried again", () =>
    check(rule, fn("{ Type: SNS, Properties: { Topic: orders } }", "      EventInvokeConfig: { MaximumRetryAttempts: 0 }\n"), ["error"]));
  it("whispers where the next run comes soon", () => check(rule, schedule("cron(0/15 * * * ? *)"), ["hint"]));
  it("informs where the next run comes late", () => check(rule, schedule("cron(0 8 ? * MON-FRI *)"), ["information"]));
  it("is silent on what is polled or waits", () => {
    check(rule, fn("{ Type: SQS, Properties: { Queue: orders } }"), []);
    check(rule, fn("{ Type: Api, Properties: { Path: /, Method: get } }"), []);
  });
  it("is silent on a rule that is switched off", () => check(rule, fn("{ Type: Schedule, Properties: { Schedule: rate(1 day), Enabled: false } }"), []));
  it("is silent where a dead-letter queue is inherited", () =>
    check(
      rule,
      fn("{ Type: SNS, Properties: { Topic: orders } }").replace(
        "Resources:",
        "Globals: { Function: { DeadLetterQueue: { Type: SQS, TargetArn: !ImportValue failed } } }\nResources:",
      ),
      [],
    ));
  it("is silent on a function that tells people about alarms", () =>
    check(
      rule,
      `${fn("{ Type: SNS, Properties: { Topic: !Ref Alarms } }")}  Alarms: { Type: AWS::SNS::Topic }
  Errors: { Type: AWS::CloudWatch::Alarm, Properties: { AlarmActions: [!Ref Alarms] } }\n`,
      [],
    ));
});

describe("poison-record-blocks-shard", () => {
  const rule = "poison-record-blocks-shard";
  it("asks for a destination where tries are limited", () => check(rule, stream("MaximumRetryAttempts: 3"), ["information"]));
  it("takes a limit on the age for one", () =>
    check(rule, stream("MaximumRecordAgeInSeconds: 3600, DestinationConfig: { OnFailure: { Destination: !Ref Failed } }"), []));
  it("is silent on a mapping that is switched off", () => check(rule, stream("Enabled: false"), []));
  it("speaks of pipes too, which try without end as well", () => {
    const pipe = (more: string) => `Resources:
  Orders: { Type: AWS::DynamoDB::Table }
  Pipe: { Type: AWS::Pipes::Pipe, Properties: { Source: !GetAtt Orders.StreamArn, SourceParameters: { DynamoDBStreamParameters: { ${more} } } } }
`;
    check(rule, pipe("StartingPosition: LATEST"), ["warning"]);
    check(rule, pipe("MaximumRetryAttempts: 3, DeadLetterConfig: { Arn: !ImportValue failed }"), []);
  });
  it("is silent on a number that only deployment knows", () => check(rule, stream("MaximumRetryAttempts: !ImportValue tries"), []));
  describe("on Kafka", () => {
    const kafka = (more: string) => `Resources:
  Cluster: { Type: AWS::MSK::Cluster }
  Read: { Type: AWS::Lambda::EventSourceMapping, Properties: { EventSourceArn: !Ref Cluster${more} } }
`;
    const PROVISIONED = ", ProvisionedPollerConfig: { MaximumPollers: 4 }";
    const KEPT = ", DestinationConfig: { OnFailure: { Destination: !ImportValue failed } }";
    it("speaks where the mapping has pollers of its own, which is what makes limits possible", () => {
      check(rule, kafka(PROVISIONED), ["warning"]);
      check(rule, kafka(""), []);
    });
    it("is silent where a destination makes Lambda give up by itself", () => check(rule, kafka(PROVISIONED + KEPT), []));
    it("knows a cluster of one's own", () =>
      check(rule, kafka(PROVISIONED).replace("EventSourceArn: !Ref Cluster", "SelfManagedEventSource: { Endpoints: {} }"), ["warning"]));
  });
});

describe("dead-letter-retention-too-short", () => {
  const rule = "dead-letter-retention-too-short";
  const queues = (source: string, deadLetters: string) => `Resources:
  Jobs: { Type: AWS::SQS::Queue, Properties: { ${source}RedrivePolicy: { deadLetterTargetArn: !GetAtt Failed.Arn, maxReceiveCount: 5 } } }
  Failed: { Type: AWS::SQS::Queue, Properties: { ${deadLetters} } }
`;
  it("compares with the queue that messages come from", () => {
    check(rule, queues("MessageRetentionPeriod: 3600, ", ""), []);
    check(rule, queues("MessageRetentionPeriod: 3600, ", "MessageRetentionPeriod: 3600"), ["warning"]);
  });
  it("is silent on FIFO queues, whose clock starts again", () => check(rule, queues("FifoQueue: true, ", "FifoQueue: true"), []));
});

describe("event-target-without-dead-letter", () => {
  const rule = "event-target-without-dead-letter";
  const ruleTo = (arn: string, when = "EventPattern: { source: [orders] }", more = "") =>
    `Resources:\n  Forward: { Type: AWS::Events::Rule, Properties: { ${when}, Targets: [{ Id: to, Arn: ${arn}${more} }] } }\n  Work: { Type: AWS::Lambda::Function }\n`;
  const BUS = '"arn:aws:events:eu-west-1:123456789012:event-bus/central"';
  it("warns of buses elsewhere", () => check(rule, ruleTo(BUS), ["warning"]));
  it("is an error where one failed delivery is the last", () => check(rule, ruleTo(BUS, undefined, ", RetryPolicy: { MaximumRetryAttempts: 0 }"), ["error"]));
  it("is silent on functions of the template and on what runs again soon", () => {
    check(rule, ruleTo("!GetAtt Work.Arn"), []);
    check(rule, ruleTo(BUS, 'ScheduleExpression: "rate(5 minutes)"'), []);
  });
  it("is silent on a target that only deployment knows", () => check(rule, ruleTo("!ImportValue target"), []));
  it("speaks of a FIFO queue, which takes no dead letters of rules and schedules", () => {
    const keptIn = (queue: string) =>
      `${ruleTo(BUS, undefined, ", DeadLetterConfig: { Arn: !GetAtt Failed.Arn }")}  Failed: { Type: AWS::SQS::Queue, Properties: { ${queue} } }\n`;
    check(rule, keptIn("FifoQueue: true"), ["warning"]);
    check(rule, keptIn(""), []);
  });
  it("warns of every subscriber that runs and keeps nothing", () => {
    const subscriber = (more: string) =>
      `Resources:\n  Forward: { Type: AWS::EventsV2::Subscriber, Properties: { InvokeConfiguration: { TargetArn: !GetAtt Work.Arn }${more} } }\n  Work: { Type: AWS::Lambda::Function }\n`;
    check(rule, subscriber(""), ["warning"]);
    check(rule, subscriber(", RetryPolicy: { MaxRetryAttempts: 0 }"), ["error"]);
    check(rule, subscriber(", State: STOPPED"), []);
    check(rule, subscriber(", OnFailureConfiguration: { Arn: !ImportValue failed }"), []);
  });
});

describe("deletion-policy-missing", () => {
  const rule = "deletion-policy-missing";
  it("is silent where one of the two policies shows that somebody decided", () =>
    check(rule, "Resources:\n  Users: { Type: AWS::Cognito::UserPool, UpdateReplacePolicy: Delete }\n", []));
  it("is silent on what is protected, and on what is made for development only", () => {
    check(rule, "Resources:\n  Users: { Type: AWS::Cognito::UserPool, Properties: { DeletionProtection: ACTIVE } }\n", []);
    check(rule, "Conditions: { IsDev: !Equals [!Ref AWS::StackName, dev] }\nResources:\n  Users: { Type: AWS::Cognito::UserPool, Condition: IsDev }\n", []);
  });
  it("speaks of the key of a store that stays, and of no other key", () => {
    const keyOf = (policy: string) => `Resources:
  Key: { Type: AWS::KMS::Key }
  Orders: { Type: AWS::DynamoDB::Table, ${policy}Properties: { SSESpecification: { KMSMasterKeyId: !Ref Key } } }
`;
    check(rule, keyOf("DeletionPolicy: Retain, "), ["information"]);
    check(rule, keyOf(""), []);
  });
  it("is silent on a table that nothing of the template writes", () => check(rule, "Resources:\n  Orders: { Type: AWS::DynamoDB::Table }\n", []));
});

describe("table-without-point-in-time-recovery", () => {
  const rule = "table-without-point-in-time-recovery";
  const globalTable = (...replicas: readonly string[]) => `${SAM}  Orders: { Type: AWS::DynamoDB::GlobalTable, Properties: { Replicas: [${replicas}] } }
  Create: { Type: AWS::Serverless::Function, Properties: { Policies: [{ DynamoDBWritePolicy: { TableName: !Ref Orders } }] } }
`;
  const recovering = (enabled: string) => `{ Region: eu-west-1, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: ${enabled} } }`;
  it("speaks where no Region of a global table can be restored", () => check(rule, globalTable("{ Region: eu-west-1 }", recovering("false")), ["information"]));
  it("is content with one Region, for each holds all items", () => check(rule, globalTable("{ Region: us-east-1 }", recovering("true")), []));
  it("is silent where a Region is not known", () => check(rule, globalTable("{ Region: us-east-1 }", recovering("!ImportValue recovery")), []));
});

describe("full-access-managed-policy", () => {
  const rule = "full-access-managed-policy";
  const roleOf = (table: string, events = "") => `${SAM}  Work:
    Type: AWS::Serverless::Function
    Properties: { Role: !GetAtt WorkRole.Arn, Environment: { Variables: { TABLE: !Ref Orders } }${events} }
  Orders: ${table}
  WorkRole: { Type: AWS::IAM::Role, Properties: { ManagedPolicyArns: ["arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"] } }
`;
  const TABLE = "{ Type: AWS::DynamoDB::Table }";
  it("offers to read and write, to read, or to write", () => strictEqual(fixesOf(rule, roleOf(TABLE)), 3));
  it("offers nothing where the stream of the table is polled, which takes rights of its own", () =>
    strictEqual(fixesOf(rule, roleOf(TABLE, ", Events: { On: { Type: DynamoDB, Properties: { Stream: !GetAtt Orders.StreamArn } } }")), 0));
  it("offers nothing where a condition decides on the table", () =>
    strictEqual(fixesOf(rule, `Conditions: { Own: !Equals [a, !Ref A] }\n${roleOf("{ Type: AWS::DynamoDB::Table, Condition: Own }")}`), 0));
});

describe("the findings of full-access-managed-policy", () => {
  it("keep their identity when one of the policies goes", () => {
    const policies = ["AmazonSQSFullAccess", "AmazonSNSFullAccess"];
    const found = (names: readonly string[]) =>
      reviewOf(
        new Map([
          [
            TEMPLATE,
            `${SAM}  Work: { Type: AWS::Serverless::Function, Properties: { Role: !GetAtt Role.Arn } }\n  Role: { Type: AWS::IAM::Role, Properties: { ManagedPolicyArns: [${names.map((name) => `"arn:aws:iam::aws:policy/${name}"`)}] } }\n`,
          ],
        ]),
        RULES.filter(({ id }) => id === "full-access-managed-policy"),
      ).findings.map(({ fingerprint }) => fingerprint);
    strictEqual(found(policies.slice(1))[0], found(policies)[1]);
  });
});

describe("alarm-without-action", () => {
  const rule = "alarm-without-action";
  const alarm = (more: string) => `Resources:\n  Errors: { Type: AWS::CloudWatch::Alarm, Properties: { MetricName: Errors${more} } }\n`;
  it("is silent where a composite alarm, a deployment or a rule listens", () => {
    check(rule, `${alarm("")}  All: { Type: AWS::CloudWatch::CompositeAlarm, Properties: { AlarmRule: !Sub 'ALARM("\${Errors}")', AlarmActions: [x] } }\n`, []);
    check(rule, `${alarm("")}  Heard: { Type: AWS::Events::Rule, Properties: { EventPattern: { detail-type: [CloudWatch Alarm State Change] } } }\n`, []);
  });
  it("is silent on actions that only deployment knows", () => check(rule, alarm(", AlarmActions: !Ref Actions"), []));
  it("speaks of an empty list", () => check(rule, alarm(", AlarmActions: []"), ["warning"]));
  describe("on a topic without subscriptions", () => {
    const notifying = (topic: string, more = "") => `${alarm(", AlarmActions: [!Ref Alarms]")}  Alarms: { Type: AWS::SNS::Topic${topic} }\n${more}`;
    it("informs, for people may subscribe by hand", () => check(rule, notifying(""), ["information"]));
    it("is silent where somebody listens, or may", () => {
      check(rule, notifying(", Properties: { Subscription: [{ Protocol: email, Endpoint: a@example.com }] }"), []);
      check(rule, notifying("", "  Mail: { Type: AWS::SNS::Subscription, Properties: { TopicArn: !Ref Alarms, Protocol: email } }\n"), []);
      check(rule, notifying("", "  Chat: { Type: AWS::Chatbot::SlackChannelConfiguration, Properties: { SnsTopicArns: [!Ref Alarms] } }\n"), []);
      check(rule, notifying("", "Outputs: { Alarms: { Value: !Ref Alarms, Export: { Name: alarms } } }\n"), []);
    });
    it("is silent where another action is taken as well", () =>
      check(rule, notifying("").replace("[!Ref Alarms]", '[!Ref Alarms, "arn:aws:sns:eu-west-1:1:on-call"]'), []));
  });
  it("only informs of actions that somebody switched off", () => check(rule, alarm(", ActionsEnabled: false, AlarmActions: [x]"), ["information"]));
});

/** How many fixes the only finding of a rule offers. */
function fixesOf(id: string, text: string): number | undefined {
  const { findings } = reviewOf(
    new Map([[TEMPLATE, text]]),
    RULES.filter((rule) => rule.id === id),
  );
  return findings.length === 1 ? findings[0]?.fixes.length : undefined;
}
