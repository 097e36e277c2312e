import type { IamActions } from "../../knowledge/iam/actions.ts";
import { kindsOf, prefixOf } from "../../knowledge/iam/arn-forms.ts";
import { isCoarseByNature, managesPermissions } from "../../knowledge/iam/coarse-actions.ts";
import { limitsCallPath, limitsResource } from "../../knowledge/iam/condition-keys.ts";
import type { Fix } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import type { KindName } from "../../model/kinds/index.ts";
import type { Resource } from "../../model/resource.ts";
import { isShort } from "../../model/words/nouns.ts";
import { passesAnyRole } from "../../model/words/passing.ts";
import { type Holding, holdingOf, purposeOf } from "../../model/words/roles.ts";
import { namedResources, whereOf } from "../../model/words/scope-of-statement.ts";
import { setFixes, templateFixes, type Wildcard, worstOf } from "../../model/words/scoping.ts";
import { allows, isEveryAction, isVerb, isWholeService, isWildcard, narrowedBy, type Written, writtenItems } from "../../model/words/statements.ts";
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
      text: textFor(wide, statement, iam),
      values: { statement, where: whereOf(statement), ...counted(wide, iam) },
      // What a deployment role may do is one thing to know about it, not one a statement.
      ...(purpose === "deployment" ? { cause: statement.name } : {}),
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

/** A wildcard over a whole service, or over a verb that can give rights to others. */
function isWide(action: Written, statement: Resource<"statement">, iam: IamActions | undefined): boolean {
  if (isEveryAction(action)) return namedResources(statement).length > 0 && !isOnEverything(statement);
  if (!isWildcard(action) || isCoarseByNature(action.text) || passesAnyRole(statement, action)) return false;
  return isWholeService(action) || (isVerb(action) && managesPermissions(iam?.matching(action.text) ?? []));
}

function textFor([first, ...others]: readonly Written[], statement: Resource<"statement">, iam: IamActions | undefined): string {
  const [second, ...more] = others;
  if (second)
    return more.length > 0 ? "{statement} may do {action}, {second} and {more} more on {where}." : "{statement} may do {action} and {second} on {where}.";
  const actions = first ? (iam?.matching(first.text) ?? []) : [];
  if (actions.length === 0) return "{statement} may do every action of {action} on {where}.";
  const worst = first && worstOf(actions, kindOf(first))?.name;
  return worst !== undefined && isShort(statement.name, whereOf(statement), worst)
    ? "{statement} may do all {count} actions of {action} on {where}, {worst} included."
    : "{statement} may do all {count} actions of {action} on {where}.";
}

function counted([first, second, ...more]: readonly Written[], iam: IamActions | undefined) {
  const actions = first ? (iam?.matching(first.text) ?? []) : [];
  const worst = first && worstOf(actions, kindOf(first));
  return { action: first?.text ?? "", second: second?.text ?? "", more: more.length, count: actions.length, worst: worst?.name ?? "" };
}

const kindOf = (action: Written): KindName | undefined => kindsOf(serviceOf(action.text))[0] as KindName | undefined;

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
