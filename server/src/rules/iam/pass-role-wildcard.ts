import { roleReceiver } from "../../knowledge/iam/pass-role.ts";
import type { Fix } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import { isEveryRole, isPassing, passesAnyRole } from "../../model/words/passing.ts";
import { holdingOf, purposeOf } from "../../model/words/roles.ts";
import { allows, constraintsOf, writtenItems } from "../../model/words/statements.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "pass-role-wildcard",
  summary: "Function may hand any role of the account to a service",
  pillars: ["security"],
  tradeoffs: {},
  practices: ["SEC03-BP02@2024-06-27", "SEC03-BP05@2024-06-27"],
  lens: ["SEC 2"],
  default: "on",
  severity: "error",
  confidence: "high",
  why: `\`iam:PassRole\` decides which roles a caller may give to a service that it starts. On every role it is a ladder: start a task, a function or an
instance with the administrator's role and act through it. A function passes one or two roles, so the policy can name them, or at least the service that
they go to.`,
  ask: "Which role does the code pass, and to which service?",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"],
  on: "statement",
  *check(statement, { graph }) {
    const allowed = allows(statement, "identity");
    if (!allowed.known) return allowed;
    const { items } = writtenItems(statement.terms("actions"));
    const action = items.find(isPassing);
    if (!allowed.value || !action) return;
    const constraints = constraintsOf(statement);
    if (!constraints.known) return constraints;
    const resource = writtenItems(statement.terms("resources")).items.find(isEveryRole);
    if (!passesAnyRole(statement, action) || !resource) return;
    const purpose = purposeOf(holdingOf(graph, statement));
    if (typeof purpose !== "string") return purpose;
    if (purpose === "other") return;
    yield {
      at: resource.at,
      aspect: "resources",
      text: "{statement} may pass every role of the account ({action} on {resource}).",
      values: { statement, action: action.text, resource: resource.text },
      severity: purpose === "deployment" ? "information" : "error",
      fixes: items.length === 1 && constraints.value.length === 0 ? fixes(graph, statement) : [],
    };
  },
  examples: [
    {
      dialect: "cloudformation",
      bad: `Resources:
  RunnerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: run
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: ecs:RunTask
                Resource: arn:aws:ecs:eu-west-1:123456789012:task-definition/report:*
              - Effect: Allow
                Action: iam:PassRole
                Resource: ⟦"*"⟧
`,
      good: `Resources:
  RunnerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: run
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: ecs:RunTask
                Resource: arn:aws:ecs:eu-west-1:123456789012:task-definition/report:*
              - Effect: Allow
                Action: iam:PassRole
                Resource: "*"
                Condition:
                  StringEquals:
                    iam:PassedToService: ecs-tasks.amazonaws.com
`,
    },
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Planner:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Statement:
            - Effect: Allow
              Action: scheduler:CreateSchedule
              Resource: arn:aws:scheduler:eu-west-1:123456789012:schedule/reminders/*
            - Effect: Allow
              Action: iam:PassRole
              Resource: ⟦arn:aws:iam::123456789012:role/*⟧
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Planner:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Statement:
            - Effect: Allow
              Action: scheduler:CreateSchedule
              Resource: arn:aws:scheduler:eu-west-1:123456789012:schedule/reminders/*
            - Effect: Allow
              Action: iam:PassRole
              Resource: arn:aws:iam::123456789012:role/*
              Condition:
                StringEquals:
                  iam:PassedToService: scheduler.amazonaws.com
`,
    },
  ],
});

/** Limits the services to those that the holder may start with a role. */
function fixes(graph: Graph, statement: Resource<"statement">): readonly Fix[] {
  const receivers = receiversOf(graph, statement);
  const [only] = receivers;
  if (only === undefined) return [];
  return [
    {
      title: `Let it pass roles to ${receivers.join(" and ")} only`,
      safety: "review",
      edits: [{ set: statement, property: "condition", to: { StringEquals: { "iam:PassedToService": receivers.length === 1 ? only : receivers } } }],
    },
  ];
}

/** The services that the other statements of the same holder start with a role. */
function receiversOf(graph: Graph, statement: Resource<"statement">): readonly string[] {
  const owner = statement.owner;
  const statements = owner ? graph.children(owner, "statement") : [];
  const actions = statements.flatMap((one) => writtenItems(one.terms("actions")).items.map(({ text }) => text));
  return [...new Set(actions.flatMap((action) => roleReceiver(action) ?? []))].sort();
}
