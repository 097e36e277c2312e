import { limitsCallPath, limitsResource } from "../../knowledge/iam/condition-keys.ts";
import { managedPolicy } from "../../knowledge/iam/managed-policies.ts";
import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import { spelled, type Unknown, unknown } from "../../model/value.ts";
import { holdingOf, type Purpose, purposeOf } from "../../model/words/roles.ts";
import { allows, isEveryAction, isStar, narrowedBy, writtenItems } from "../../model/words/statements.ts";
import { defineRule, type Finding } from "../define.ts";

export default defineRule({
  id: "administrator-access",
  summary: "Function may do everything in the account",
  pillars: ["security"],
  tradeoffs: { "operational-excellence": "Each new call in the code needs a line in the policy." },
  practices: ["SEC03-BP02@2024-06-27", "SEC03-BP05@2024-06-27"],
  lens: ["SEC 2"],
  default: "on",
  severity: "error",
  confidence: "high",
  why: `Code that serves requests should never own the account. Whoever finds a way into such a function, by a bug in a library or a leaked credential,
can read all data, delete all backups and make keys that outlive the function. The right to change IAM alone comes to the same, since its holder can give
itself the rest.`,
  ask: "Which actions does the code call, and on which resources?",
  whoseJob: "AWS enforces the policy; what it allows is yours.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html",
  ],
  on: ["statement", "policyAttachment"],
  *check(subject, { graph }) {
    const found = subject.is("statement") ? ofStatement(subject) : ofAttachment(subject as Resource<"policyAttachment">);
    if (!found || "known" in found) return found;
    const purpose = actingWith(graph, subject);
    if (typeof purpose !== "string") return purpose;
    if (purpose === "other") return;
    yield { ...found, severity: purpose === "deployment" ? "information" : "error" };
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  CreateOrder:
    Type: AWS::Serverless::Function
    Properties:
      Policies: ⟦AdministratorAccess⟧
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::SimpleTable
  CreateOrder:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - DynamoDBWritePolicy:
            TableName: !Ref Orders
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: worker
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: ⟦"*"⟧
                Resource: "*"
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
        - PolicyName: worker
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: sqs:SendMessage
                Resource: !GetAtt Jobs.Arn
`,
    },
  ],
});

type Subjects = Resource<"statement" | "policyAttachment">;

function ofStatement(statement: Resource<"statement">): Finding | Unknown | undefined {
  const allowed = allows(statement, "identity");
  if (!allowed.known) return allowed;
  const action = writtenItems(statement.terms("actions")).items.find(isEveryAction);
  if (!allowed.value || !action || !writtenItems(statement.terms("resources")).items.some(isStar)) return undefined;
  const narrowed = narrowedBy(statement, (key) => limitsResource(key) || limitsCallPath(key));
  if (!narrowed.known) return narrowed;
  if (narrowed.value) return undefined;
  return { at: action.at, aspect: "actions", text: "{statement} may do every action on every resource of the account.", values: { statement } };
}

function ofAttachment(attachment: Resource<"policyAttachment">): Finding | Unknown | undefined {
  const term = attachment.term("policy");
  if (!term.known || term.value === undefined) return term.known ? undefined : term;
  const policy = managedPolicy(spelled(term.value));
  if (policy?.nature !== "administrator") return undefined;
  return {
    at: term,
    aspect: policy.name,
    text: policy.beyond === undefined ? "{attachment} holds {policy}: it owns the account." : "{attachment} holds {policy}, which {beyond}.",
    many: policy.beyond === undefined ? "{names} hold {policy}: each owns the account." : "{names} hold {policy}, which {beyond}.",
    values: { attachment, policy: policy.name, beyond: policy.beyond ?? "" },
    cause: policy.name,
  };
}

/** Who acts with it; a permissions boundary may take away what the policy allows, so nothing is known then. */
function actingWith(graph: Graph, subject: Subjects): Purpose | Unknown {
  const holding = holdingOf(graph, subject);
  return holding.bounded ? unknown("a permissions boundary may be narrower") : purposeOf(holding);
}
