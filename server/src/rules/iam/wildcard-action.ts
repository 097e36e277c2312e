import type { IamAction, IamActions } from "../../knowledge/iam/actions.ts";
import { kindsOf, prefixOf } from "../../knowledge/iam/arn-forms.ts";
import { isCoarseByNature, managesPermissions } from "../../knowledge/iam/coarse-actions.ts";
import { limitsCallPath, limitsResource } from "../../knowledge/iam/condition-keys.ts";
import type { Fix } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import type { KindName } from "../../model/kinds/index.ts";
import type { Resource } from "../../model/resource.ts";
import { passesAnyRole } from "../../model/words/passing.ts";
import { type Holding, holdingOf, purposeOf } from "../../model/words/roles.ts";
import { namedResources, whereOf } from "../../model/words/scope-of-statement.ts";
import { setFixes, templateFixes, type Wildcard, worstOf } from "../../model/words/scoping.ts";
import { allows, isEveryAction, narrowedBy, type Written, writtenItems } from "../../model/words/statements.ts";
import { isOnEverything, meantByWildcard, serviceOf } from "../../model/words/targets.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "wildcard-action",
  summary: "Function may do everything that a service offers",
  pillars: ["security"],
  tradeoffs: { "operational-excellence": "Each new call in the code needs a line in the policy." },
  practices: ["SEC03-BP02@2024-06-27", "SEC03-BP04@2024-06-27"],
  lens: ["SEC 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `IAM denies by default, so what a role allows is what a stolen credential or a bug in the code can do. A wildcard over a service takes in what no
request needs: deleting the resource, opening it to others, turning its protection off. It also takes in every action that the service gains later. A few
named actions on a named resource say what the function is for.`,
  ask: "Which actions does the code call, and on which resource?",
  whoseJob: "AWS enforces the policy; what it allows is yours.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  ],
  on: "statement",
  *check(statement, { graph, iam }) {
    const allowed = allows(statement, "identity");
    if (!allowed.known) return allowed;
    const { items, open } = writtenItems(statement.terms("actions"));
    const wide = items.filter((action) => isWide(action, statement, iam));
    const [first, ...others] = wide;
    if (!allowed.value || !first) return allowed.value ? open : undefined;
    const narrowed = narrowedBy(statement, (key) => limitsResource(key) || limitsCallPath(key));
    if (!narrowed.known) return narrowed;
    const holding = holdingOf(graph, statement);
    const purpose = purposeOf(holding);
    if (typeof purpose !== "string") return purpose;
    if (narrowed.value || purpose === "other") return;
    yield {
      at: first.at,
      aspect: "actions",
      text: others.length > 0 ? "{statement} may do everything in {services} on {where}." : textOf(first, statement, iam),
      values: { statement, where: whereOf(statement), services: wide.map(({ text }) => serviceOf(text)), ...counted(first, statement, iam) },
      severity: purpose === "deployment" ? "information" : "warning",
      related: others.map(({ at }) => [at, "another wildcard"] as const),
      fixes: fixes(graph, iam, statement, holding, wide),
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
        - Statement:
            - Effect: Allow
              Action: ⟦dynamodb:*⟧
              Resource: !GetAtt Orders.Arn
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
      Policies:
        - PolicyName: jobs
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action:
                  - ⟦sqs:*⟧
                Resource: !GetAtt Jobs.Arn
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
      Policies:
        - PolicyName: jobs
          PolicyDocument:
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
`,
    },
  ],
});

/** A wildcard over a whole service, or over a part of it in which rights can be given to others. */
function isWide(action: Written, statement: Resource<"statement">, iam: IamActions | undefined): boolean {
  if (isEveryAction(action)) return namedResources(statement).length > 0 && !isOnEverything(statement);
  if (!/[*?]/.test(action.text) || isCoarseByNature(action.text) || passesAnyRole(statement, action)) return false;
  return action.text.endsWith(":*") || managesPermissions(iam?.matching(action.text) ?? []);
}

function textOf(action: Written, statement: Resource<"statement">, iam: IamActions | undefined): string {
  const { count, worst } = counted(action, statement, iam);
  if (count === 0) return "{statement} may do every action of {action} on {where}.";
  return worst === ""
    ? "{statement} may do all {count} actions of {action} on {where}."
    : "{statement} may do all {count} actions of {action} on {where}, {worst} included.";
}

function counted(action: Written, statement: Resource<"statement">, iam: IamActions | undefined) {
  const actions = matched(action, statement, iam);
  return { action: action.text, count: actions.length, worst: worstOf(actions, kindOf(action, statement))?.name ?? "" };
}

function matched(action: Written, statement: Resource<"statement">, iam: IamActions | undefined): readonly IamAction[] {
  const kind = isEveryAction(action) ? kindOf(action, statement) : undefined;
  const prefix = kind && prefixOf(kind);
  return iam?.matching(prefix === undefined ? action.text : `${prefix}:*`) ?? [];
}

function kindOf(action: Written, statement: Resource<"statement">): KindName | undefined {
  return isEveryAction(action) ? namedResources(statement)[0]?.kind : (kindsOf(serviceOf(action.text))[0] as KindName | undefined);
}

function fixes(graph: Graph, iam: IamActions | undefined, statement: Resource<"statement">, { users }: Holding, wide: readonly Written[]): readonly Fix[] {
  const wildcards = wide.flatMap((action) => meantByWildcard(graph, statement, users, action) ?? []);
  const narrows = isOnEverything(statement);
  const onlyWildcards = writtenItems(statement.terms("actions")).items.length === wide.length;
  // Narrowing the resources would take away what other actions of the statement work on.
  if (wildcards.length < wide.length || (narrows && !onlyWildcards)) return [];
  const templates = onlyWildcards ? templatesFor(graph, iam, statement, wildcards) : [];
  return templates.length > 0 ? templates : setFixes(graph, iam, statement, wildcards, narrows);
}

/** A policy template says the same as a statement that allows one service on one resource, and nothing else. */
function templatesFor(graph: Graph, iam: IamActions | undefined, statement: Resource<"statement">, wildcards: readonly Wildcard[]): readonly Fix[] {
  const [wildcard, ...others] = wildcards;
  const [target, ...more] = wildcard?.targets ?? [];
  const holder = statement.reference("holder");
  const conditioned = statement.has("condition");
  if (!wildcard || !target || others.length + more.length > 0 || !holder.known || !holder.value?.is("function", "stateMachine")) return [];
  if (!conditioned.known || conditioned.value) return [];
  const alone = isOnEverything(statement) || writtenItems(statement.terms("resources")).items.every(({ at }) => statement.meant(at.value)?.id === target.id);
  if (!alone) return [];
  const pattern = isEveryAction(wildcard.action) ? `${prefixOf(wildcard.kind) ?? ""}:*` : wildcard.action.text;
  return templateFixes(graph, iam, { instead: statement, holder: holder.value, target, replaced: wildcard.action.text, dropping: pattern });
}
