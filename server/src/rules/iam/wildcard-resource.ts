import type { IamAction, IamActions } from "../../knowledge/iam/actions.ts";
import { arnSuffixes, kindsOf } from "../../knowledge/iam/arn-forms.ts";
import { limitsCallPath, limitsResource } from "../../knowledge/iam/condition-keys.ts";
import type { Fix, Mentioned } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import type { KindName } from "../../model/kinds/index.ts";
import type { Resource } from "../../model/resource.ts";
import { type Unknown, unknown } from "../../model/value.ts";
import { arnsFor } from "../../model/words/addresses.ts";
import { type Given, givenTo } from "../../model/words/given.ts";
import { named, nounOf } from "../../model/words/nouns.ts";
import { holdingOf, purposeOf } from "../../model/words/roles.ts";
import { isUnbounded } from "../../model/words/scope-of-statement.ts";
import { resourcesEdits } from "../../model/words/scoping.ts";
import { allows, creates, isEveryAction, isWholeService, narrowedBy, writtenItems } from "../../model/words/statements.ts";
import { isGiven, serviceOf } from "../../model/words/targets.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "wildcard-resource",
  summary: "Function may act on every resource of the account although it is given one",
  pillars: ["security"],
  tradeoffs: {},
  practices: ["SEC03-BP02@2024-06-27"],
  lens: ["SEC 2"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `With \`Resource: "*"\` an action reaches the tables, buckets and queues of every other application in the account. A leaked credential, or a name
that an attacker brings into a request, then reaches them too. The template already says what the function works on, and IAM can say the same.`,
  ask: "Does the code work on anything that this template does not give it?",
  whoseJob: "AWS enforces the policy; what it allows is yours.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  ],
  on: "statement",
  *check(statement, { graph, iam }) {
    const allowed = allows(statement, "identity");
    if (!allowed.known) return allowed;
    const resources = writtenItems(statement.terms("resources"));
    const wide = resources.items.filter(isUnbounded);
    const [first] = wide;
    if (!allowed.value || !first) return allowed.value ? resources.open : undefined;
    const narrowed = narrowedBy(statement, (key) => limitsResource(key) || limitsCallPath(key));
    if (!narrowed.known) return narrowed;
    const holding = holdingOf(graph, statement);
    const purpose = purposeOf(holding);
    if (typeof purpose !== "string") return purpose;
    if (narrowed.value || purpose !== "workload") return;
    const uses = usesOf(statement, iam);
    if ("known" in uses) return uses;
    if (uses.byKind.size === 0) return;
    const meant = meantBy(graph, statement, holding.users, uses);
    if ("known" in meant) return meant;
    const kinds = [...uses.byKind.keys()];
    yield {
      at: first.at,
      aspect: "resources",
      text: `{statement} may use {actions} on every {noun}, but ${meant.by === "only" ? "the template has" : "is given"} only {targets}${uses.mixed ? ": split it" : ""}.`,
      values: {
        statement,
        actions: named(uses.names, "action"),
        noun: kinds.length === 1 && kinds[0] ? nounOf(kinds[0]) : "resource",
        targets: named(
          meant.targets.map(({ name }) => name),
          "resource",
        ),
      },
      severity: uses.mixed ? "hint" : "warning",
      confidence: meant.by === "only" ? "medium" : "high",
      fixes: uses.mixed || !meant.arns || wide.length < resources.items.length ? [] : [fix(statement, meant)],
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
              Action: dynamodb:PutItem
              Resource: ⟦"*"⟧
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
        - Statement:
            - Effect: Allow
              Action: dynamodb:PutItem
              Resource: !GetAtt Orders.Arn
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  Uploads:
    Type: AWS::S3::Bucket
  ResizeRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: uploads
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: [s3:GetObject, s3:ListBucket]
                Resource: ⟦arn:aws:s3:::*⟧
  Resize:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt ResizeRole.Arn
      Code: { S3Bucket: code, S3Key: resize.zip }
      Environment:
        Variables:
          BUCKET: !Ref Uploads
`,
      good: `Resources:
  Uploads:
    Type: AWS::S3::Bucket
  ResizeRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: uploads
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: [s3:GetObject, s3:ListBucket]
                Resource:
                  - !GetAtt Uploads.Arn
                  - !Sub "\${Uploads.Arn}/*"
  Resize:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt ResizeRole.Arn
      Code: { S3Bucket: code, S3Key: resize.zip }
      Environment:
        Variables:
          BUCKET: !Ref Uploads
`,
    },
  ],
});

/** What the actions of a statement work on. */
interface Uses {
  readonly byKind: ReadonlyMap<KindName, readonly IamAction[]>;
  /** Names of these actions as written, without their service. */
  readonly names: readonly string[];
  /** The statement has other actions too, which need `*`. */
  readonly mixed: boolean;
}

interface Meant extends Pick<Given, "by"> {
  readonly targets: readonly Resource[];
  readonly arns: readonly Mentioned[] | undefined;
}

function usesOf(statement: Resource<"statement">, iam: IamActions | undefined): Uses | Unknown {
  if (!iam) return unknown("the table of IAM actions is not loaded yet");
  const { items, open } = writtenItems(statement.terms("actions"));
  if (open) return open;
  const byKind = new Map<KindName, IamAction[]>();
  const names: string[] = [];
  let mixed = false;
  for (const item of items) {
    // Another rule speaks of these, and its fix narrows the resources as well.
    if (isEveryAction(item) || isWholeService(item)) return unknown("the actions are a wildcard themselves", item.at.place);
    const [kind] = kindsOf(serviceOf(item.text)) as readonly KindName[];
    const needsStar = iam.needsStar(item.text);
    if (needsStar === true || kind === "logGroup") {
      mixed = true;
      continue;
    }
    const actions = kind === undefined ? [] : iam.matching(item.text).filter((action) => arnSuffixes(kind, action));
    if (kind === undefined || actions.length === 0 || creates(item)) return unknown(`what ${item.text} works on does not show`, item.at.place);
    byKind.set(kind, [...(byKind.get(kind) ?? []), ...actions]);
    names.push(item.text.split(":")[1] ?? item.text);
  }
  return { byKind, names, mixed };
}

function meantBy(graph: Graph, statement: Resource<"statement">, users: readonly Resource[], { byKind }: Uses): Meant | Unknown {
  const targets: Resource[] = [];
  const arns: (readonly Mentioned[] | undefined)[] = [];
  let by: Given["by"] = "environment";
  for (const [kind, actions] of byKind) {
    const given = givenTo(graph, users, [kind]);
    if (!isGiven(given)) return given;
    if (given.by !== "environment") by = given.by;
    targets.push(...given.resources);
    for (const resource of given.resources) arns.push(arnsFor(graph, statement, resource, actions));
  }
  return { targets, by, arns: arns.some((each) => each === undefined) ? undefined : arns.flatMap((each) => each ?? []) };
}

function fix(statement: Resource<"statement">, { targets, arns }: Meant): Fix {
  const names = named(
    targets.map(({ name }) => name),
    "resource",
  );
  return { title: `Allow it on ${names} only`, safety: "review", edits: resourcesEdits(statement, arns ?? [], targets) };
}
