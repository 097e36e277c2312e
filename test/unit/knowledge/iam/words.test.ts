import { deepStrictEqual, strictEqual } from "node:assert";
import { isCoarseByNature, managesPermissions } from "../../../../server/src/knowledge/iam/coarse-actions.ts";
import { limitsCallPath, limitsPassedRole, limitsResource, pinsPrincipal } from "../../../../server/src/knowledge/iam/condition-keys.ts";
import { managedPolicy } from "../../../../server/src/knowledge/iam/managed-policies.ts";
import { deploys, permissionSource, runsCode } from "../../../../server/src/knowledge/iam/principals.ts";
import { shippedActions } from "./shipped.ts";

describe("AWS managed policies", () => {
  for (const [text, nature, service, beyond] of [
    ["AdministratorAccess", "administrator", "*", undefined],
    ["AmazonSQSFullAccess", "full-access", "sqs", undefined],
    ["arn:aws:iam::aws:policy/AWSLambda_FullAccess", "full-access", "lambda", "lets it hand any role of the account to a function (iam:PassRole)"],
    ["arn:${AWS::Partition}:iam::aws:policy/AmazonS3FullAccess", "full-access", "s3", undefined],
    ["arn:aws-us-gov:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole", "service-role", "logs", undefined],
    ["service-role/AWSLambdaVPCAccessExecutionRole", "service-role", "logs", undefined],
    ["AWSLambdaRole", "broad", "lambda", "lets it invoke every function"],
    ["AmazonS3ReadOnlyAccess", "read-only", "s3", undefined],
    ["AmazonNewServiceFullAccess", "full-access", undefined, undefined],
    ["AmazonNewServiceFullAccess_v2", "full-access", undefined, undefined],
    ["arn:aws:iam::123456789012:policy/OrdersFullAccess", undefined, undefined, undefined],
    ["SomethingElse", undefined, undefined, undefined],
  ] as const) {
    it(`${text} is ${nature ?? "not known"}`, () => {
      const found = managedPolicy(text);
      deepStrictEqual([found?.nature, found?.services[0], found?.beyond], [nature, service, beyond]);
    });
  }
});

describe("condition keys", () => {
  check(
    "say who calls",
    pinsPrincipal,
    ["aws:PrincipalOrgID", "AWS:SourceArn", "aws:SourceAccount", "kms:CallerAccount"],
    ["aws:SecureTransport", "s3:prefix"],
  );
  check(
    "say what is touched",
    limitsResource,
    ["cloudwatch:namespace", "aws:ResourceTag/Team", "ec2:ResourceTag/Name", "dynamodb:LeadingKeys"],
    ["aws:SecureTransport", "aws:RequestTag/Team"],
  );
  check("say to whom a role goes", limitsPassedRole, ["iam:PassedToService", "iam:AssociatedResourceArn"], ["aws:SourceArn"]);
  check("say through whom a call comes", limitsCallPath, ["aws:CalledVia", "kms:ViaService"], ["aws:SourceIp"]);
});

describe("principals", () => {
  check("run code", runsCode, ["lambda.amazonaws.com", "states.amazonaws.com"], ["cloudformation.amazonaws.com", "s3.amazonaws.com"]);
  check(
    "deploy",
    deploys,
    ["cloudformation.amazonaws.com", "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"],
    ["lambda.amazonaws.com", "arn:aws:iam::123456789012:oidc-provider/cognito-identity.amazonaws.com"],
  );
  it("name their source when they call a function", () => {
    deepStrictEqual(permissionSource("S3.amazonaws.com"), { sender: "bucket", needsAccount: true });
    deepStrictEqual(permissionSource("sns.amazonaws.com"), { sender: "topic", needsAccount: false });
    strictEqual(permissionSource("unheard-of.amazonaws.com"), undefined);
  });
});

describe("wildcards in actions", () => {
  check(
    "are as narrow as they can be",
    isCoarseByNature,
    ["execute-api:Invoke*", "xray:Put*", "logs:Create*", "sqs:SendMessage*"],
    ["dynamodb:*", "logs:*", "s3:Put*"],
  );

  it("can give rights to others", () => {
    const iam = shippedActions();
    deepStrictEqual(
      ["s3:Put*", "sqs:*", "lambda:Add*", "dynamodb:Batch*", "sns:Publish"].map((pattern) => managesPermissions(iam.matching(pattern))),
      [true, true, true, false, false],
    );
  });
});

function check(what: string, is: (text: string) => boolean, yes: readonly string[], no: readonly string[]): void {
  it(`${what}: ${yes.join(", ")}`, () =>
    deepStrictEqual(
      [...yes, ...no].filter((text) => is(text)),
      yes,
    ));
}
