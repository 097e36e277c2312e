import type { Expression } from "../../../model/expression.ts";
import type { Part } from "../../../model/part.ts";
import { lastSegment } from "../../../model/template.ts";
import { bindInside } from "../../bind.ts";
import { statementPart, statementsOf } from "../../iam/statements.ts";
import { at, type Branch, child, items, refTo } from "../../parts.ts";

const ATTACHMENT = bindInside("policyAttachment", { policy: "", holder: null });

/** Managed policies by name or ARN, each as a part of its own. */
export function attachmentsOf(owner: Part, name: string, policies: readonly Branch[]): readonly Part[] {
  return policies.map((policy, index) => child(owner, `${name}/${index}`, ATTACHMENT, policy, { holder: refTo(owner.id, owner.path) }));
}

function role(owner: Part): readonly Part[] {
  const policies = items(at(owner.body, "Properties", "Policies"));
  return [
    ...statementsOf(owner, "AssumeRolePolicyDocument", at(owner.body, "Properties", "AssumeRolePolicyDocument"), "trust"),
    ...policies.flatMap((policy, index) => statementsOf(owner, `Policies/${index}`, within(policy, "PolicyDocument"), "identity")),
    ...managedPolicies(owner, items(at(owner.body, "Properties", "ManagedPolicyArns"))),
  ];
}

/** Called by their names, so that one keeps its identity when another goes; by their number where the name shows at deployment only, or stands twice. */
function managedPolicies(owner: Part, policies: readonly Branch[]): readonly Part[] {
  const names = policies.map(({ expression }) => nameOf(expression));
  return attachmentsOf(owner, "ManagedPolicyArns", policies).map((part, index) => {
    const name = names[index];
    return name === undefined || names.indexOf(name) !== index ? part : { ...part, id: `${owner.id}/ManagedPolicyArns/${name}` };
  });
}

function nameOf(policy: Expression): string | undefined {
  const last = policy.is === "text" ? policy.parts.at(-1) : policy.is === "literal" ? policy.value : undefined;
  return typeof last === "string" && last !== "" ? lastSegment(last) : undefined;
}

function within(branch: Branch, ...steps: readonly string[]): readonly Branch[] {
  return at(branch.expression, ...steps).map((found) => ({ ...found, guards: [...branch.guards, ...found.guards] }));
}

/** Reads the policy document at `steps`. */
const document =
  (use: "identity" | "resource", ...steps: readonly string[]) =>
  (owner: Part): readonly Part[] =>
    statementsOf(owner, steps.at(-1) ?? "Policy", at(owner.body, "Properties", ...steps), use);

function eventBusPolicy(owner: Part): readonly Part[] {
  return at(owner.body, "Properties", "Statement").map((statement) => statementPart(owner, "Statement/0", statement, "resource"));
}

export const POLICIES: Readonly<Record<string, (owner: Part) => readonly Part[]>> = {
  "AWS::IAM::Role": role,
  "AWS::IAM::Policy": document("identity", "PolicyDocument"),
  "AWS::IAM::RolePolicy": document("identity", "PolicyDocument"),
  "AWS::IAM::ManagedPolicy": document("identity", "PolicyDocument"),
  "AWS::S3::BucketPolicy": document("resource", "PolicyDocument"),
  "AWS::SQS::QueuePolicy": document("resource", "PolicyDocument"),
  "AWS::SQS::QueueInlinePolicy": document("resource", "PolicyDocument"),
  "AWS::SNS::TopicPolicy": document("resource", "PolicyDocument"),
  "AWS::SNS::TopicInlinePolicy": document("resource", "PolicyDocument"),
  "AWS::Events::EventBus": document("resource", "Policy"),
  "AWS::Events::EventBusPolicy": eventBusPolicy,
  "AWS::SecretsManager::ResourcePolicy": document("resource", "ResourcePolicy"),
  "AWS::KMS::Key": document("resource", "KeyPolicy"),
  "AWS::ECR::Repository": document("resource", "RepositoryPolicyText"),
  "AWS::ApiGateway::RestApi": document("resource", "Policy"),
  "AWS::OpenSearchService::Domain": document("resource", "AccessPolicies"),
  "AWS::Elasticsearch::Domain": document("resource", "AccessPolicies"),
};
