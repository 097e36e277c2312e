import { ok, strictEqual } from "node:assert";
import { applyEdits } from "../../../server/src/base/span.ts";
import { writeEdits } from "../../../server/src/dialects/write.ts";
import { Subject } from "../../../server/src/model/subject.ts";
import { read } from "../../../server/src/syntax/read.ts";
import { template } from "../templates.ts";

const SAM = "Transform: AWS::Serverless-2016-10-31\n";

describe("sending failures to a queue", () => {
  it("writes into each function before it adds the queue that they share", () => {
    const functions = `${SAM}Resources:
  A:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.handler
  B:
    Type: AWS::Serverless::Function
    Properties:
      Handler: b.handler
`;
    const sent = (id: string) => `  ${id}:
    Type: AWS::Serverless::Function
    Properties:
      Handler: ${id.toLowerCase()}.handler
      EventInvokeConfig:
        DestinationConfig:
          OnFailure:
            Type: SQS
            Destination: !GetAtt FailedEvents.Arn
`;
    const queue = `  FailedEvents:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600
`;
    check(functions, ["A", "B"], `${SAM}Resources:\n${sent("A")}${queue}${sent("B")}`);
  });

  it("gives functions under different conditions queues of their own", () => {
    const functions = `${SAM}Resources:\n  A: { Type: AWS::Serverless::Function }\n  B: { Type: AWS::Serverless::Function, Condition: Wanted }\n`;
    check(functions, ["A", "B"], / {2}AFailures:\n.* {2}BFailures:\n {4}Type: AWS::SQS::Queue\n {4}Condition: Wanted\n/s);
  });

  it("lets several rules send to one queue, whose policy names each", () => {
    const rule = (id: string) => `  ${id}:
    Type: AWS::Events::Rule
    Properties:
      Targets:
        - Id: to
          Arn: !Ref Bus
`;
    check(
      `Resources:\n${rule("A")}${rule("B")}`,
      ["A/Targets/0", "B/Targets/0"],
      /A:.*DeadLetterConfig:\s+Arn: !GetAtt UndeliveredEvents\.Arn\n {2}UndeliveredEvents:.*aws:SourceArn:\s+- !GetAtt A\.Arn\s+- !GetAtt B\.Arn\n {2}B:(?!.*QueuePolicy).*Arn: !GetAtt UndeliveredEvents\.Arn\n$/s,
    );
  });

  it("lets a role of the template send, which the transform leaves alone", () => {
    check(
      `${SAM}Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies: []
  A:
    Type: AWS::Serverless::Function
    Properties:
      Role: !GetAtt Role.Arn
`,
      ["A"],
      /Policies:.*PolicyName: send-to-AFailures.*Resource: !GetAtt AFailures\.Arn.*Destination: !GetAtt AFailures\.Arn/s,
    );
  });

  it("refuses where the role is elsewhere", () => {
    check(
      `${SAM}Resources:
  A:
    Type: AWS::Serverless::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/shared
`,
      ["A"],
      "cannot: the role of A is not in this template, so its right to send cannot be added",
    );
  });

  it("refuses where the role is there when the queue is not", () => {
    check(
      `Conditions:
  Wanted: !Equals [!Ref AWS::Region, eu-west-1]
Resources:
  Role:
    Type: AWS::IAM::Role
  A:
    Type: AWS::Lambda::Function
    Condition: Wanted
    Properties:
      Role: !GetAtt Role.Arn
`,
      ["A"],
      "cannot: the role of A is there when the queue is not",
    );
  });

  it("adds the destination to a configuration that is there", () => {
    check(
      `${CLOUDFORMATION}  Retries:
    Type: AWS::Lambda::EventInvokeConfig
    Properties:
      FunctionName: !Ref A
      Qualifier: $LATEST
      MaximumRetryAttempts: 1
`,
      ["A"],
      /MaximumRetryAttempts: 1\n {6}DestinationConfig:\n {8}OnFailure:\n {10}Destination: !GetAtt AFailures\.Arn\n$/,
    );
  });

  it("refuses where aliases may be what is called", () => {
    check(
      `${CLOUDFORMATION}  Live:
    Type: AWS::Lambda::Alias
    Properties:
      FunctionName: !Ref A
`,
      ["A"],
      "cannot: the function has aliases or versions, and which of them is called does not show",
    );
  });
});

const CLOUDFORMATION = `Resources:
  Role:
    Type: AWS::IAM::Role
  A:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
`;

/** What stands there when the failures of some functions are sent on, or why that cannot be written. */
function check(text: string, functions: readonly string[], expected: string | RegExp): void {
  const of = template(text);
  const edits = functions.map((id) => ({ sendFailuresOf: new Subject(partOf(of, id)) }));
  const written = writeEdits(of, read(text), edits);
  const result = "cannot" in written ? `cannot: ${written.cannot}` : applyEdits(text, written.edits);
  if (typeof expected === "string") strictEqual(result, expected);
  else ok(expected.test(result), result);
}

function partOf(of: ReturnType<typeof template>, id: string) {
  const part = of.parts.get(id);
  if (!part) throw new Error(`There is no ${id}.`);
  return part;
}
