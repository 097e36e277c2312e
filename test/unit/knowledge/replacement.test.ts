import { strictEqual } from "node:assert";
import { losesOnUpdate } from "../../../server/src/knowledge/replacement.ts";

describe("replacement on update", () => {
  check("AWS::SQS::Queue", "QueueName", true);
  check("AWS::SQS::Queue", "VisibilityTimeout", false);
  check("AWS::DynamoDB::Table", "KeySchema", true);
  check("AWS::DynamoDB::Table", "KeySchema.0.AttributeName", true);
  check("AWS::DynamoDB::Table", "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled", false);
  check("AWS::Serverless::Function", "FunctionName", true);
  check("AWS::Serverless::Function", "MemorySize", false);
  check("AWS::Serverless::StateMachine", "Type", true);
  check("AWS::Logs::LogGroup", "RetentionInDays", false);
  check("AWS::EventsV2::Subscriber", "InvokeConfiguration.TargetArn", true);
  check("AWS::EventsV2::Subscriber", "InvokeConfiguration.RoleArn", false);
  check("AWS::KMS::Key", "KeySpec", true);
  // A permission is replaced by whatever changes in it, and holds nothing to lose.
  check("AWS::Lambda::Permission", "SourceArn", false);
  check("AWS::Unheard::Of", "Name", false);
});

function check(type: string, property: string, expected: boolean): void {
  it(`a change of ${property} of ${type} ${expected ? "loses" : "loses nothing"}`, () => strictEqual(losesOnUpdate(type, property.split(".")), expected));
}
