import type { IamActions } from "../../knowledge/iam/actions.ts";
import { kindsOf } from "../../knowledge/iam/arn-forms.ts";
import { type ManagedPolicy, managedPolicy } from "../../knowledge/iam/managed-policies.ts";
import type { Fix } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import type { KindName } from "../../model/kinds/index.ts";
import type { Resource } from "../../model/resource.ts";
import { spelled } from "../../model/value.ts";
import { consumersOf } from "../../model/words/consumers.ts";
import { givenTo } from "../../model/words/given.ts";
import { isShort } from "../../model/words/nouns.ts";
import { holdingOf, purposeOf } from "../../model/words/roles.ts";
import { type StatementChoice, statementFixes, type TemplateChoice, templateFixes } from "../../model/words/scoping.ts";
import { isGiven } from "../../model/words/targets.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "full-access-managed-policy",
  summary: "Function holds a managed policy that opens a whole service",
  pillars: ["security"],
  tradeoffs: { "operational-excellence": "Each new call in the code needs a line in the policy." },
  practices: ["SEC03-BP02@2024-06-27"],
  lens: ["SEC 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `A policy that AWS manages cannot know your resources, so it allows its actions on all of them: every table, every bucket, every queue of the account.
The ones that end in FullAccess are made for people who administer a service. They take in deleting and opening it, several carry rights that their name
does not say, such as passing any role, and AWS adds actions to them as services grow.`,
  ask: "Which actions does the code call, and on which resource?",
  whoseJob: "AWS writes the managed policy; whether a function should hold it is yours.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
    "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html",
    "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html",
  ],
  on: "policyAttachment",
  *check(attachment, { graph, iam }) {
    const term = attachment.term("policy");
    if (!term.known) return term;
    const policy = term.value === undefined ? undefined : managedPolicy(spelled(term.value));
    if (policy?.nature !== "full-access" && policy?.nature !== "broad") return;
    const holding = holdingOf(graph, attachment);
    const purpose = purposeOf(holding);
    if (typeof purpose !== "string") return purpose;
    if (purpose !== "workload") return;
    const repairs = fixes(graph, iam, attachment, policy, holding.users);
    yield {
      at: term,
      aspect: policy.name,
      text: worded(policy, attachment.name),
      many: `{names} hold {policy}: ${reach(policy.nature, policy.services)}, on every resource.`,
      values: { attachment, policy: policy.name, services: policy.services, beyond: policy.beyond ?? "" },
      // Functions for which the same fix stands are told together.
      cause: `${policy.name} ${repairs[0]?.title ?? ""}`,
      severity: policy.nature === "broad" ? "information" : "warning",
      fixes: repairs,
    };
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::SimpleTable
  CreateOrder:
    Type: AWS::Serverless::Function
    Properties:
      Environment:
        Variables:
          TABLE_NAME: !Ref Orders
      Policies:
        - AWSXrayWriteOnlyAccess
        - ⟦AmazonDynamoDBFullAccess⟧
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::SimpleTable
  CreateOrder:
    Type: AWS::Serverless::Function
    Properties:
      Environment:
        Variables:
          TABLE_NAME: !Ref Orders
      Policies:
        - AWSXrayWriteOnlyAccess
        - DynamoDBCrudPolicy:
            TableName: !Ref Orders
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  Jobs:
    Type: AWS::SQS::Queue
  WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
        - ⟦arn:aws:iam::aws:policy/AmazonSQSFullAccess⟧
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt WorkerRole.Arn
      Environment:
        Variables:
          QUEUE_URL: !Ref Jobs
`,
      good: `Resources:
  Jobs:
    Type: AWS::SQS::Queue
  WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
      Policies:
        - PolicyName: use-Jobs
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action:
                  - sqs:ChangeMessageVisibility
                  - sqs:DeleteMessage
                  - sqs:GetQueueAttributes
                  - sqs:GetQueueUrl
                  - sqs:ReceiveMessage
                  - sqs:SendMessage
                Resource: !GetAtt Jobs.Arn
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt WorkerRole.Arn
      Environment:
        Variables:
          QUEUE_URL: !Ref Jobs
`,
    },
  ],
});

/** What it carries beyond its name, where that fits into a line; else what its name says. */
function worded({ nature, name, services, beyond }: ManagedPolicy, holder: string): string {
  if (beyond !== undefined && nature === "broad") return "{attachment} holds {policy}, which {beyond}.";
  if (beyond !== undefined && isShort(holder, name, beyond)) return "{attachment} holds {policy}, which also {beyond}.";
  return `{attachment} holds {policy}: ${reach(nature, services)}, on every resource.`;
}

function reach(nature: ManagedPolicy["nature"], services: readonly string[]): string {
  if (services.length === 0) return "a whole service";
  return nature === "broad" ? "the use of {services}" : "everything in {services}";
}

/** Where those who hold it are given resources of the service, a policy template or a statement on them takes its place. */
function fixes(
  graph: Graph,
  iam: IamActions | undefined,
  attachment: Resource<"policyAttachment">,
  { name, services }: ManagedPolicy,
  users: readonly Resource[],
): readonly Fix[] {
  const holder = attachment.reference("holder");
  const [service = ""] = services;
  const kinds = kindsOf(service) as readonly KindName[];
  if (!holder.known || !holder.value || kinds.length === 0) return [];
  const given = givenTo(graph, users, kinds);
  const resources = isGiven(given) ? given.resources : [];
  const found = holder.value.is("role")
    ? statementsFor(graph, iam, users, { instead: attachment, role: holder.value, targets: resources, replaced: name })
    : templatesFor(graph, iam, { instead: attachment, holder: holder.value, targets: resources, replaced: name, dropping: `${service}:*` });
  return found.map((fix) => ({ ...fix, many: `${fix.title}, for all {count}` }));
}

/** A policy template names one resource. */
function templatesFor(
  graph: Graph,
  iam: IamActions | undefined,
  { holder, targets, ...choice }: Omit<TemplateChoice, "target"> & { readonly targets: readonly Resource[] },
): readonly Fix[] {
  const [target, ...others] = targets;
  return target && others.length === 0 && holder.is("function", "stateMachine") ? templateFixes(graph, iam, { ...choice, holder, target }) : [];
}

/**
 * A policy that a condition puts on the role stays: its statement would have to stand under the same condition. To poll the stream of a table takes rights on
 * the stream, which no set of ours has.
 */
function statementsFor(graph: Graph, iam: IamActions | undefined, users: readonly Resource[], choice: Omit<StatementChoice, "polled">): readonly Fix[] {
  const { instead, role, targets } = choice;
  const conditional = instead.part.guards.length > role.part.guards.length || targets.some(({ part }) => part.guards.length > 0);
  const polled = targets.filter((target) => consumersOf(graph, target).some((consumer) => users.some(({ id }) => id === consumer.function.id)));
  if (conditional || new Set(targets.map(({ kind }) => kind)).size > 1 || polled.some((target) => target.is("table"))) return [];
  return statementFixes(graph, iam, { ...choice, polled: polled.length > 0 });
}
