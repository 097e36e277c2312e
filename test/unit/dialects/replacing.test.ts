import { deepStrictEqual, ok } from "node:assert";
import { writeEdits } from "../../../server/src/dialects/write.ts";
import { Subject } from "../../../server/src/model/subject.ts";
import { read } from "../../../server/src/syntax/read.ts";
import { template } from "../templates.ts";

const TEXT = `Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: jobs
      VisibilityTimeout: 30
`;

describe("edits that would make CloudFormation replace the resource", () => {
  it("are refused with the property that does it", () => deepStrictEqual(written("queueName", "orders"), { cannot: "a change of QueueName replaces Jobs" }));
  it("are told from those that only update it", () => ok("edits" in written("visibilityTimeout", 180)));
});

function written(property: string, to: string | number) {
  const of = template(TEXT);
  const queue = of.parts.get("Jobs");
  ok(queue);
  return writeEdits(of, read(TEXT), [{ set: new Subject(queue), property, to }]);
}
