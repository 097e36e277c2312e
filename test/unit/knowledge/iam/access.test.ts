import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { ACCESS_SETS, accessSet } from "../../../../server/src/knowledge/iam/access-sets.ts";
import { arnSuffixes, kindOfWholeType, kindsOf, prefixOf } from "../../../../server/src/knowledge/iam/arn-forms.ts";
import { grants, POLICY_TEMPLATES, policyTemplate, policyTemplatesOn } from "../../../../server/src/knowledge/iam/sam-policy-templates.ts";
import { shippedActions } from "./shipped.ts";

const iam = shippedActions();

describe("access sets", () => {
  it("hold only actions that exist and that can name the resource", () => {
    const wrong = ACCESS_SETS.flatMap(({ kind, read, write }) =>
      [...read, ...write].filter((id) => {
        const action = iam.action(id);
        return action === undefined || arnSuffixes(kind, action) === undefined;
      }),
    );
    deepStrictEqual(wrong, []);
  });

  it("never manage the resource or its policy, and are never the whole service", () => {
    for (const { prefix, read, write } of ACCESS_SETS) {
      const levels = [...read, ...write].map((id) => iam.action(id)?.level);
      ok(!levels.includes("Permissions management") && !levels.includes("Tagging"), prefix);
      ok(read.length + write.length < iam.matching(`${prefix}:*`).length / 2, prefix);
    }
  });

  it("read or write", () => {
    deepStrictEqual(accessSet("bucket")?.read, ["s3:GetObject", "s3:ListBucket"]);
    ok(accessSet("table")?.write.includes("dynamodb:PutItem") && !accessSet("table")?.read.includes("dynamodb:PutItem"));
    strictEqual(accessSet("alarm"), undefined);
  });
});

describe("forms of ARNs", () => {
  for (const [kind, id, suffixes] of [
    ["table", "dynamodb:PutItem", [""]],
    ["table", "dynamodb:Query", ["", "/index/*"]],
    ["table", "dynamodb:GetRecords", ["/stream/*"]],
    ["bucket", "s3:GetObject", ["/*"]],
    ["bucket", "s3:ListBucket", [""]],
    ["queue", "sqs:SendMessage", [""]],
    ["logGroup", "logs:PutLogEvents", [""]],
    ["graphqlApi", "appsync:GraphQL", ["", "/*"]],
    ["bucket", "dynamodb:PutItem", undefined],
    ["queue", "sqs:ListQueues", undefined],
    ["alarm", "cloudwatch:PutMetricData", undefined],
  ] as const) {
    it(`${id} on a ${kind} names ${JSON.stringify(suffixes) ?? "nothing"}`, () => {
      const action = iam.action(id);
      deepStrictEqual(action && arnSuffixes(kind, action), suffixes);
    });
  }

  it("belong to services", () => deepStrictEqual([prefixOf("queue"), kindsOf("S3"), kindsOf("ec2")], ["sqs", ["bucket"], []]));

  it("can name every resource of a kind", () => {
    const star = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/*";
    for (const [arn, kind] of [
      [star, "table"],
      ["arn:aws:dynamodb:*:*:table/*", "table"],
      ["arn:aws:ssm:eu-west-1:123456789012:parameter/*", "configurationParameter"],
      ["arn:aws:secretsmanager:eu-west-1:123456789012:secret:*", "secret"],
      ["arn:aws:s3:::*", "bucket"],
      ["arn:aws:sqs:*:*:*", "queue"],
      ["arn:aws:dynamodb:*:*:table/orders-*", undefined],
      ["arn:aws:s3:::orders/*", undefined],
      ["arn:aws:ssm:*:*:parameter/orders/*", undefined],
      ["*", undefined],
    ] as const) {
      strictEqual(kindOfWholeType(arn), kind, arn);
    }
  });
});

describe("SAM policy templates", () => {
  it("address the parameter that they have and the service of the kind", () => {
    const wrong = POLICY_TEMPLATES.filter(({ parameters, statements, addresses }) => {
      if (!addresses) return false;
      const prefix = prefixOf(addresses.kind);
      return !parameters.includes(addresses.parameter) || !statements.some(({ actions }) => actions.some((action) => action.startsWith(`${prefix}:`)));
    });
    deepStrictEqual(
      wrong.map(({ name }) => name),
      [],
    );
    strictEqual(POLICY_TEMPLATES.filter(({ addresses }) => addresses !== undefined).length, 27);
    strictEqual(POLICY_TEMPLATES.length, 81);
  });

  it("take a name where Ref gives a URL or an ARN", () => {
    deepStrictEqual(
      ["SQSPollerPolicy", "SNSPublishMessagePolicy", "StepFunctionsExecutionPolicy", "DynamoDBCrudPolicy", "AWSSecretsManagerGetSecretValuePolicy"].map(
        (name) => policyTemplate(name)?.addresses?.takes,
      ),
      ["name", "name", "name", "id", "arn"],
    );
  });

  it("grant what they list, wildcards and case heeded", () => {
    for (const [name, action, granted] of [
      ["SQSSendMessagePolicy", "sqs:SendMessageBatch", true],
      ["SQSSendMessagePolicy", "sqs:ReceiveMessage", false],
      ["DynamoDBReadPolicy", "DynamoDB:getitem", true],
      ["DynamoDBWritePolicy", "dynamodb:DeleteItem", false],
      ["DynamoDBCrudPolicy", "dynamodb:DeleteItem", true],
    ] as const) {
      const template = policyTemplate(name);
      ok(template);
      strictEqual(grants(template, action), granted, `${name} ${action}`);
    }
  });

  it("are offered from narrow to wide", () => {
    deepStrictEqual(
      policyTemplatesOn("table").map(({ name }) => name),
      ["DynamoDBWritePolicy", "DynamoDBReadPolicy", "DynamoDBCrudPolicy"],
    );
    deepStrictEqual(policyTemplatesOn("alarm"), []);
  });

  it("hold actions that exist", () => {
    const unknown = POLICY_TEMPLATES.flatMap(({ statements }) =>
      statements.flatMap(({ actions }) => actions.filter((action) => iam.matching(action).length === 0)),
    );
    // Two actions of the poller's template have no entry of their own: their plain forms cover them.
    deepStrictEqual(unknown.sort(), ["sqs:ChangeMessageVisibilityBatch", "sqs:DeleteMessageBatch"]);
  });
});
