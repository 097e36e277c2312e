import { strictEqual } from "node:assert";
import { fixed, reviewOf, TEMPLATE } from "../../../scripts/generate/example.ts";
import { RULES } from "../../../server/src/rules/index.ts";

const FN = "Type: AWS::Serverless::Function";

describe("the fix of log-group-undeclared", () => {
  const rule = "log-group-undeclared";
  it("gives a function under a condition a group of its own, and all others one", () =>
    check(
      rule,
      `Transform: AWS::Serverless-2016-10-31
Resources:
  A: { ${FN} }
  B: { ${FN}, Condition: Testing }
`,
      `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    LoggingConfig:
      LogGroup: !Ref FunctionLogs

Resources:
  A: { ${FN} }
  FunctionLogs:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: 30
  B: { ${FN}, Condition: Testing, Properties: { LoggingConfig: { LogGroup: !Ref BLogs } } }
  BLogs:
    Type: AWS::Logs::LogGroup
    Condition: Testing
    Properties:
      RetentionInDays: 30
`,
    ));
  it("adds no Globals to a file that nothing transforms, such as a part of a template", () =>
    check(
      rule,
      `Resources:
  A:
    ${FN}
  B:
    ${FN}
`,
      `Resources:
  A:
    ${FN}
    Properties:
      LoggingConfig:
        LogGroup: !Ref FunctionLogs
  FunctionLogs:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: 30
  B:
    ${FN}
    Properties:
      LoggingConfig:
        LogGroup: !Ref FunctionLogs
`,
    ));
});

describe("the fix of full-access-managed-policy", () => {
  it("puts a statement in the place of the only managed policy, in JSON as well", () =>
    check(
      "full-access-managed-policy",
      `{
  "Resources": {
    "Mail": { "Type": "AWS::SNS::Topic" },
    "Work": {
      "Type": "AWS::Lambda::Function",
      "Properties": { "Role": { "Fn::GetAtt": ["Role", "Arn"] }, "Environment": { "Variables": { "TOPIC": { "Ref": "Mail" } } } }
    },
    "Role": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "RoleName": "work",
        "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AmazonSNSFullAccess"]
      }
    }
  }
}
`,
      `{
  "Resources": {
    "Mail": { "Type": "AWS::SNS::Topic" },
    "Work": {
      "Type": "AWS::Lambda::Function",
      "Properties": { "Role": { "Fn::GetAtt": ["Role", "Arn"] }, "Environment": { "Variables": { "TOPIC": { "Ref": "Mail" } } } }
    },
    "Role": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "RoleName": "work",
        "Policies": [
          {
            "PolicyName": "use-Mail",
            "PolicyDocument": {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": [
                    "sns:GetTopicAttributes",
                    "sns:ListSubscriptionsByTopic",
                    "sns:Publish"
                  ],
                  "Resource": {
                    "Ref": "Mail"
                  }
                }
              ]
            }
          }
        ]
      }
    }
  }
}
`,
    ));
});

/** What the first fix of the only finding of a rule makes of a template. */
function check(id: string, text: string, expected: string): void {
  const files = new Map([[TEMPLATE, text]]);
  const review = reviewOf(
    files,
    RULES.filter((rule) => rule.id === id),
  );
  strictEqual(review.findings.length, 1, "one finding");
  const [fix] = review.findings[0]?.fixes ?? [];
  const made = fix ? fixed(files, review, fix) : { cannot: "there is no fix" };
  strictEqual("cannot" in made ? made.cannot : made.get(TEMPLATE), expected);
}
