import type { IamActions } from "../../knowledge/iam/actions.ts";
import { pinsPrincipal } from "../../knowledge/iam/condition-keys.ts";
import { arnOf, type Content, type Fix, idOf, textOf } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import type { Known, Unknown } from "../../model/value.ts";
import { named } from "../../model/words/nouns.ts";
import { isPrivate, protectedBy } from "../../model/words/protected.ts";
import { principals } from "../../model/words/roles.ts";
import { sendersTo } from "../../model/words/senders.ts";
import { allows, constraintsOf, narrowedBy, writtenItems } from "../../model/words/statements.ts";
import { defineRule, type Severity } from "../define.ts";

export default defineRule({
  id: "public-resource-policy",
  summary: "Policy on a resource lets everybody in",
  pillars: ["security"],
  tradeoffs: {},
  practices: ["SEC03-BP07@2024-06-27", "SEC08-BP04@2024-06-27"],
  lens: ["SEC 2"],
  default: "on",
  severity: "error",
  confidence: "high",
  why: `In the policy of a resource \`Principal: "*"\` means everybody: every AWS account, and for some actions people without any. No right in their own
account is needed, and yours need not know them. A condition on the organization, the account or the sending resource keeps the door open for those who
are meant.`,
  ask: "Who must reach it: this account, the organization, one service?",
  whoseJob: "AWS enforces the policy; who is let in is yours.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-concepts.html",
  ],
  on: ["statement", "permission"],
  *check(subject, { graph, iam }) {
    const isPermission = subject.is("permission");
    const found = isPermission ? ofPermission(subject) : ofStatement(graph, subject as Resource<"statement">);
    if (!found || "reason" in found) return found;
    const target = targetOf(subject);
    const actions = isPermission ? ["lambda:InvokeFunction"] : writtenItems((subject as Resource<"statement">).terms("actions")).items.map(({ text }) => text);
    yield {
      at: found,
      aspect: "principal",
      text: `{subject} lets everybody, in any account, use {actions}${target && target.name !== subject.name ? " on {target}" : ""}.`,
      values: { subject, actions: actions.length === 0 ? "everything" : named(actions, "action"), target: target ?? subject },
      severity: severityOf(actions, iam),
      fixes: isPermission ? [] : fixes(graph, subject as Resource<"statement">, target),
    };
  },
  examples: [
    {
      dialect: "cloudformation",
      bad: `Resources:
  Jobs:
    Type: AWS::SQS::Queue
  JobsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: ⟦"*"⟧
            Action: sqs:SendMessage
            Resource: !GetAtt Jobs.Arn
`,
      good: `Resources:
  Jobs:
    Type: AWS::SQS::Queue
  JobsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal:
              AWS: !Sub "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root"
            Action: sqs:SendMessage
            Resource: !GetAtt Jobs.Arn
`,
    },
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::SNS::Topic
  Jobs:
    Type: AWS::SQS::Queue
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Orders
      Protocol: sqs
      Endpoint: !GetAtt Jobs.Arn
  JobsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: ⟦{ AWS: "*" }⟧
            Action: sqs:SendMessage
            Resource: !GetAtt Jobs.Arn
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::SNS::Topic
  Jobs:
    Type: AWS::SQS::Queue
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Orders
      Protocol: sqs
      Endpoint: !GetAtt Jobs.Arn
  JobsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: "*" }
            Action: sqs:SendMessage
            Resource: !GetAtt Jobs.Arn
            Condition:
              ArnEquals:
                aws:SourceArn: !Ref Orders
`,
    },
  ],
});

/** What says that everybody is meant; undefined where somebody is, unknown where only deployment knows. */
function everybody(statement: Resource<"statement">): Known<unknown> | Unknown | undefined {
  const text = statement.term("principalText");
  if (text.known && text.value !== undefined) return text.value === "*" ? text : undefined;
  const map = statement.structure("principal");
  if (!map.known) return map;
  if (map.value === undefined) {
    const without = statement.structure("notPrincipal");
    return without.known && without.value === undefined ? undefined : without;
  }
  return principals(statement, "AWS").includes("*") ? map : undefined;
}

function ofStatement(graph: Graph, statement: Resource<"statement">): Known<unknown> | Unknown | undefined {
  const allowed = allows(statement, "resource");
  if (!allowed.known) return allowed;
  const who = allowed.value ? everybody(statement) : undefined;
  if (!who?.known) return who;
  const narrowed = narrowedBy(statement, pinsPrincipal);
  if (!narrowed.known) return narrowed;
  if (narrowed.value) return undefined;
  const shut = isPrivate(graph, statement);
  if (typeof shut !== "boolean") return shut;
  return shut ? undefined : who;
}

function ofPermission(permission: Resource<"permission">): Known<unknown> | Unknown | undefined {
  const principal = permission.text("principal");
  const action = permission.text("action");
  if (!principal.known) return principal;
  if (!action.known) return action;
  if (principal.value !== "*" || action.value === "lambda:InvokeFunctionUrl") return undefined;
  for (const property of ["functionUrlAuthType", "invokedViaFunctionUrl", "principalOrgId", "sourceArn", "sourceAccount"] as const) {
    const there = permission.has(property);
    if (!there.known) return there;
    if (there.value) return undefined;
  }
  return principal;
}

function targetOf(subject: Resource<"statement" | "permission">): Resource | undefined {
  if (!subject.is("permission")) return protectedBy(subject as Resource<"statement">);
  const fn = subject.reference("function");
  return fn.known ? fn.value : undefined;
}

/** Reading is less than writing; what opens a key opens what it encrypts. */
function severityOf(actions: readonly string[], iam: IamActions | undefined): Severity {
  if (!iam) return "warning";
  const harmless = actions.every((action) => {
    // Whether a private API answers everybody or one network, its routes still ask who calls.
    if (action === "execute-api:Invoke") return true;
    const matched = iam.matching(action);
    return matched.length > 0 && matched.every(({ level, name }) => (level === "Read" || level === "List") && !name.startsWith("Decrypt"));
  });
  return harmless ? "warning" : "error";
}

function fixes(graph: Graph, statement: Resource<"statement">, target: Resource | undefined): readonly Fix[] {
  // Beside `NotPrincipal` no other principal may stand.
  const excepted = statement.structure("notPrincipal");
  if (!excepted.known || excepted.value) return [];
  const condition = constraintsOf(statement);
  const sender = condition.known && condition.value.length === 0 && target ? senderFix(graph, statement, target) : undefined;
  const account = textOf`arn:${idOf("AWS::Partition")}:iam::${idOf("AWS::AccountId")}:root`;
  return [
    ...(sender ? [sender] : []),
    { title: "Let only this account in", safety: "review", edits: [{ set: statement, property: "principal", to: { AWS: account } }] },
  ];
}

/** The one resource of the template that sends to it, as a condition. A bucket's notification waits for the policy, so the bucket is named by its account. */
function senderFix(graph: Graph, statement: Resource<"statement">, target: Resource): Fix | undefined {
  const [only, ...others] = (["topic", "rule", "bucket"] as const).flatMap((kind) => sendersTo(graph, target, kind));
  if (!only || others.length > 0) return undefined;
  const to: Content = only.is("bucket") ? { StringEquals: { "aws:SourceAccount": idOf("AWS::AccountId") } } : { ArnEquals: { "aws:SourceArn": arnOf(only) } };
  const title = only.is("bucket") ? "Let only resources of this account send" : `Let only ${only.name} send`;
  return { title, safety: "review", edits: [{ set: statement, property: "condition", to }] };
}
