import { equal } from "node:assert/strict";
import { graphOf } from "../templates.ts";

/** Which resource a mapping's `EventSourceArn: <written>` means; `unknown: reason` where that cannot be told. */
function check(written: string, expected: string | undefined): void {
  const graph = graphOf(`Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: jobs
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: ${written}
`);
  const mapping = graph.resource("Mapping");
  const source = mapping?.is("eventSourceMapping") ? mapping.reference("eventSource") : undefined;
  equal(source?.known ? source.value?.id : `unknown: ${source?.reason}`, expected);
  const queue = graph.resource("Jobs");
  equal(queue && graph.referring(queue, "eventSourceMapping", "eventSource").length, expected === "Jobs" ? 1 : 0);
}

describe("A resource is meant", () => {
  it("by an attribute", () => check("!GetAtt Jobs.Arn", "Jobs"));
  it("by an attribute in a list", () => check("!GetAtt [Jobs, Arn]", "Jobs"));
  it("by an attribute in long form", () => check("{ Fn::GetAtt: [Jobs, Arn] }", "Jobs"));
  it("by `Ref`", () => check("!Ref Jobs", "Jobs"));
  it("inside a text", () => check("!Sub ${Jobs.Arn}", "Jobs"));
  it("by its literal name at the end of an ARN", () => check('!Sub "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:jobs"', "Jobs"));
  it("by its literal ARN", () => check("arn:aws:sqs:eu-west-1:123456789012:jobs", "Jobs"));
  it("through a join", () => check("!Join [':', [arn, aws, sqs, !Ref AWS::Region, !Ref AWS::AccountId, jobs]]", "Jobs"));
  it("by nothing when another queue is named", () => check("arn:aws:sqs:eu-west-1:123456789012:other", "unknown: it names nothing in this template"));
  it("by nothing when the name is not declared", () => check("!GetAtt Other.Arn", "unknown: Other is not declared in this template"));
  it("by nothing when it is absent", () => check("!Ref AWS::NoValue", undefined));
});

describe("A dead-letter queue", () => {
  it("is found in a redrive policy that is written as text", () => {
    const graph = graphOf(`Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      RedrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:failed","maxReceiveCount":5}'
  Failed:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: failed
`);
    const failed = graph.resource("Failed");
    equal(
      failed &&
        graph
          .referring(failed, "queue", "deadLetterTarget")
          .map((queue) => queue.id)
          .join(),
      "Jobs",
    );
  });
});
