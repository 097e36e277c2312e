import { deepStrictEqual } from "node:assert";
import { mayChange, replacement } from "../../../server/src/knowledge/replacement.ts";

describe("replacement on update", () => {
  check("AWS::SQS::Queue", "QueueName", "always", false);
  check("AWS::SQS::Queue", "VisibilityTimeout", "never", true);
  check("AWS::DynamoDB::Table", "KeySchema", "sometimes", false);
  check("AWS::DynamoDB::Table", "PointInTimeRecoverySpecification", "never", true);
  check("AWS::Serverless::Function", "FunctionName", "always", false);
  check("AWS::Serverless::Function", "MemorySize", "never", true);
  check("AWS::Serverless::StateMachine", "Type", "always", false);
  check("AWS::Logs::LogGroup", "RetentionInDays", "never", true);
  check("AWS::EventsV2::Subscriber", "InvokeConfiguration.TargetArn", "always", false);
  // A permission is replaced by whatever changes in it, and holds nothing to lose.
  check("AWS::Lambda::Permission", "SourceArn", "always", true);
  check("AWS::Unheard::Of", "Name", undefined, false);
});

function check(type: string, property: string, replaces: string | undefined, fixable: boolean): void {
  it(`${property} of ${type} replaces it: ${replaces ?? "unknown"}; a fix ${fixable ? "may" : "must not"} write it`, () => {
    deepStrictEqual([replacement(type, property), mayChange(type, property)], [replaces, fixable]);
  });
}
