import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import { iamActions } from "../../../../server/src/knowledge/iam/actions.ts";
import { shippedActions } from "./shipped.ts";

describe("IAM actions", () => {
  const iam = shippedActions();

  it("are found in any case and named as AWS writes them", () => {
    for (const [asked, id, level, types] of [
      ["dynamodb:PutItem", "dynamodb:PutItem", "Write", ["table"]],
      ["DYNAMODB:query", "dynamodb:Query", "Read", ["index", "table"]],
      ["s3:GetObject", "s3:GetObject", "Read", ["accesspointobject", "object"]],
      ["sqs:ListQueues", "sqs:ListQueues", "Read", []],
      ["kms:Decrypt", "kms:Decrypt", "Write", ["key"]],
      ["sqs:AddPermission", "sqs:AddPermission", "Permissions management", ["queue"]],
      ["sqs:TagQueue", "sqs:TagQueue", "Tagging", ["queue"]],
      ["secretsmanager:GetSecretValue", "secretsmanager:GetSecretValue", "Read", ["Secret"]],
    ] as const) {
      const action = iam.action(asked);
      deepStrictEqual([action?.id, action?.level, action?.resourceTypes.map(({ name }) => name)], [id, level, types]);
    }
  });

  it("are unknown when the table lacks them, or when they are no action", () => {
    for (const id of ["dynamodb:Nonsense", "nonsense:PutItem", "dynamodb:*", "PutItem", "*", "", "dynamodb:"]) strictEqual(iam.action(id), undefined, id);
    strictEqual(iam.service("nonsense"), undefined);
    strictEqual(iamActions(undefined), undefined);
  });

  it("match patterns with IAM's wildcards", () => {
    checkMatch("sqs:SendMessage*", ["sqs:SendMessage"]);
    checkMatch("SQS:send?essage", ["sqs:SendMessage"]);
    checkMatch("sqs:*Permission", ["sqs:AddPermission", "sqs:RemovePermission"]);
    checkMatch("sqs:Send.essage", []);
    checkMatch("*", []);
    strictEqual(iam.matching("dynamodb:*").length, iam.service("dynamodb")?.actions.length);
  });

  it("need a star where they take no resource", () => {
    for (const [pattern, star] of [
      ["dynamodb:PutItem", false],
      ["dynamodb:ListTables", true],
      ["s3:Get*", true],
      ["s3:ListAllMyBuckets", true],
      ["xray:PutTraceSegments", true],
      ["cloudwatch:PutMetricData", true],
      ["textract:DetectDocumentText", true],
      ["states:SendTaskSuccess", true],
      ["ec2:DescribeNetworkInterfaces", true],
      ["sqs:SendMessage", false],
      ["dynamodb:Nonsense", undefined],
    ] as const) {
      strictEqual(iam.needsStar(pattern), star, pattern);
    }
  });

  it("have ARNs one by one where a type has several", () => {
    const authorizer = iam.service("apigateway")?.resourceTypes.find(({ name }) => name === "Authorizer");
    strictEqual(authorizer?.arns.length, 2);
    for (const arn of authorizer?.arns ?? []) match(arn, /^arn:\$\{Partition\}:[^,]+$/);
  });

  it("are read from a table that is cut short or empty without an error", () => {
    strictEqual(iamActions("")?.service("sqs"), undefined);
    strictEqual(iamActions("sqs")?.service("sqs"), undefined);
    strictEqual(iamActions('sqs\t{"r":[],"a":{"ListQueues":"R"}}')?.action("sqs:ListQueues")?.level, "Read");
  });

  it("cost nothing at start and little later", () => {
    const start = performance.now();
    const fresh = shippedActions();
    for (let count = 0; count < 1000; count++) fresh.matching("s3:Get*");
    ok(performance.now() - start < 500, `${performance.now() - start} ms`);
  });

  function checkMatch(pattern: string, ids: readonly string[]): void {
    deepStrictEqual(
      iam.matching(pattern).map(({ id }) => id),
      ids,
    );
  }
});
