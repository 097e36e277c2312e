import { type Content, Mentioned, type NewResource, type Pointer } from "../../model/edit.ts";
import { Subject } from "../../model/subject.ts";
import { type Data, Tagged } from "../../syntax/edit.ts";
import type { Format } from "../../syntax/tree.ts";

/** How to spell content in one document: its format, and the logical ids given to resources that are about to be added. */
export interface Spelling {
  readonly format: Format;
  readonly ids: ReadonlyMap<NewResource, string>;
  /** AWS's type of a resource that is about to be added. */
  typeOf(added: NewResource): string;
}

/** Content as the document writes it: short forms in YAML, long forms in JSON. */
export function spell(content: Content, by: Spelling): Data {
  if (content instanceof Mentioned) return mention(content, by);
  if (Array.isArray(content)) return content.map((item: Content) => spell(item, by));
  if (typeof content === "object" && content !== null)
    return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, spell(value as Content, by)]));
  return content;
}

function mention({ parts }: Mentioned, by: Spelling): Data {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && typeof only !== "string") return pointer(only, by);
  const text = parts.map((part) => (typeof part === "string" ? part : inside(part, by))).join("");
  if (!text.includes("${")) return text;
  return by.format === "json" ? { "Fn::Sub": text } : new Tagged("!Sub", text);
}

function pointer(to: Pointer, by: Spelling): Data {
  const { id, attribute } = target(to, by);
  if (by.format === "json") return attribute === undefined ? { Ref: id } : { "Fn::GetAtt": [id, attribute] };
  return attribute === undefined ? new Tagged("!Ref", id) : new Tagged("!GetAtt", `${id}.${attribute}`);
}

function inside(to: Pointer, by: Spelling): string {
  const { id, attribute } = target(to, by);
  return `\${${attribute === undefined ? id : `${id}.${attribute}`}}`;
}

/** Types whose `Ref` is their ARN; all others have it as the attribute `Arn`. Source: "Return values" of each type in the CloudFormation reference, read on 2026-11-24. */
const ARN_BY_REF: ReadonlySet<string> = new Set([
  "AWS::SNS::Topic",
  "AWS::SecretsManager::Secret",
  "AWS::StepFunctions::StateMachine",
  "AWS::Serverless::StateMachine",
  "AWS::IAM::ManagedPolicy",
  "AWS::CloudFormation::Stack",
]);

const OTHER_ARNS: Readonly<Record<string, string>> = {
  "AWS::DynamoDB::GlobalTable": "Arn",
  "AWS::RDS::DBInstance": "DBInstanceArn",
  "AWS::RDS::DBCluster": "DBClusterArn",
};

/** Types whose `Ref` is not their physical name, and the attribute that is. Source as above. */
const NAMES: Readonly<Record<string, string>> = {
  "AWS::SQS::Queue": "QueueName",
  "AWS::SNS::Topic": "TopicName",
  "AWS::StepFunctions::StateMachine": "Name",
  "AWS::Serverless::StateMachine": "Name",
};

function target({ to, as }: Pointer, by: Spelling): { readonly id: string; readonly attribute: string | undefined } {
  if (typeof to === "string") return { id: to, attribute: undefined };
  const id = to instanceof Subject ? to.id : (by.ids.get(to) ?? to.id);
  if (as === "id") return { id, attribute: undefined };
  if (as === "streamArn") return { id, attribute: "StreamArn" };
  const type = to instanceof Subject ? to.type : by.typeOf(to);
  if (as === "name") return { id, attribute: NAMES[type] };
  return { id, attribute: ARN_BY_REF.has(type) ? undefined : (OTHER_ARNS[type] ?? "Arn") };
}
