import { type PermissionSource, permissionSource } from "../../knowledge/iam/principals.ts";
import { arnOf, type Edit, type Fix, idOf, Mentioned, textOf } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import type { KindName } from "../../model/kinds/index.ts";
import type { Resource } from "../../model/resource.ts";
import { closesCycle, withoutWaiting } from "../../model/words/cycles.ts";
import { isForEveryApi, sendersTo } from "../../model/words/senders.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "lambda-permission-without-source",
  summary: "Function may be called by a service on behalf of any AWS account",
  pillars: ["security"],
  tradeoffs: {},
  practices: ["SEC03-BP07@2024-06-27"],
  lens: ["SEC 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `A permission for a service alone says that the service may call the function for anybody: a topic, a rule or a bucket of another account can
then send events to it, and the function takes them for its own. Naming the source, or at least the account, closes this door of the confused deputy.
The ARN of a bucket holds no account, so a bucket needs both: its name is free for anybody once it is deleted.`,
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html",
  ],
  on: "permission",
  *check(permission, { graph }) {
    const principal = permission.text("principal");
    const action = permission.text("action");
    if (!principal.known) return principal;
    if (!action.known) return action;
    const source = permissionSource(principal.value ?? "");
    if (!source || action.value !== "lambda:InvokeFunction") return;
    for (const property of ["sourceAccount", "principalOrgId"] as const) {
      const there = permission.has(property);
      if (!there.known) return there;
      if (there.value) return;
    }
    const named = permission.has("sourceArn");
    if (!named.known) return named;
    const whole = named.value && isForEveryApi(permission);
    if (named.value && !whole && !source.needsAccount) return;
    const fn = permission.reference("function");
    yield {
      at: whole ? named : principal,
      aspect: named.value && !whole ? "sourceAccount" : "sourceArn",
      text: textFor(named.value, whole),
      values: { permission, principal: principal.value ?? "", fn: fn.known && fn.value ? fn.value : "the function" },
      fixes: fixes(graph, permission, source, named.value && !whole),
    };
  },
  examples: [
    {
      dialect: "cloudformation",
      bad: `Resources:
  Orders:
    Type: AWS::SNS::Topic
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/worker
      Code: { S3Bucket: code, S3Key: worker.zip }
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Orders
      Protocol: lambda
      Endpoint: !GetAtt Worker.Arn
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref Worker
      Principal: ⟦sns.amazonaws.com⟧
`,
      good: `Resources:
  Orders:
    Type: AWS::SNS::Topic
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/worker
      Code: { S3Bucket: code, S3Key: worker.zip }
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Orders
      Protocol: lambda
      Endpoint: !GetAtt Worker.Arn
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref Worker
      Principal: sns.amazonaws.com
      SourceArn: !Ref Orders
`,
    },
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Resize:
    Type: AWS::Serverless::Function
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref Resize
      Principal: ⟦s3.amazonaws.com⟧
      SourceArn: arn:aws:s3:::uploads
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Resize:
    Type: AWS::Serverless::Function
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref Resize
      Principal: s3.amazonaws.com
      SourceArn: arn:aws:s3:::uploads
      SourceAccount: !Ref AWS::AccountId
`,
    },
  ],
});

function textFor(named: boolean, whole: boolean): string {
  if (whole) return "{permission} lets every API of the account call {fn}.";
  if (named) return "No source account: whoever takes the bucket's name after its deletion can call {fn}.";
  return "No source: {principal} may call {fn} for any account, not only for yours.";
}

function fixes(graph: Graph, permission: Resource<"permission">, { sender, needsAccount }: PermissionSource, onlyAccount: boolean): readonly Fix[] {
  const account: Edit = { set: permission, property: "sourceAccount", to: idOf("AWS::AccountId") };
  const found = onlyAccount || sender === undefined ? undefined : senderOf(graph, permission, sender as KindName);
  const arn = found && sourceArn(graph, permission, found);
  if (found && arn)
    return [
      {
        title: `Let only ${found.name} call it${needsAccount ? ", in this account" : ""}`,
        safety: "review",
        edits: [{ set: permission, property: "sourceArn", to: arn }, ...(needsAccount ? [account] : withoutWaiting(permission, found))],
      },
    ];
  // Services whose source is no resource of a template name the account as well.
  return needsAccount || sender === undefined ? [{ title: "Let it be called for this account only", safety: "review", edits: [account] }] : [];
}

/** The one resource that calls the function; undefined where there are several, or none that shows. */
function senderOf(graph: Graph, permission: Resource<"permission">, kind: KindName): Resource | undefined {
  const fn = permission.reference("function");
  const [only, ...others] = fn.known && fn.value ? sendersTo(graph, fn.value, kind) : [];
  return others.length === 0 ? only : undefined;
}

/** How a permission names a sender. A bucket's notification waits for the permission, so it can only be named by a name that is written out. */
function sourceArn(graph: Graph, permission: Resource<"permission">, sender: Resource): Mentioned | undefined {
  if (sender.is("bucket")) {
    const name = sender.text("bucketName");
    return name.known && name.value !== undefined ? new Mentioned(["arn:", ...idOf("AWS::Partition").parts, `:s3:::${name.value}`]) : undefined;
  }
  if (closesCycle(graph, permission, sender)) return undefined;
  if (!sender.is("api")) return arnOf(sender);
  return textOf`arn:${idOf("AWS::Partition")}:execute-api:${idOf("AWS::Region")}:${idOf("AWS::AccountId")}:${idOf(sender)}/*`;
}
