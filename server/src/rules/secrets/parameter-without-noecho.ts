import { SECRET_PROPERTIES, secretName } from "../../knowledge/secrets.ts";
import type { Graph } from "../../model/graph.ts";
import type { Resource } from "../../model/resource.ts";
import { isFreeText, takesSecret } from "../../model/words/secrets.ts";
import { type Use, usesOf } from "../../model/words/written.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "parameter-without-noecho",
  summary: "Parameter that takes a secret is shown to everybody who may look at the stack",
  pillars: ["security"],
  tradeoffs: { "operational-excellence": "The value cannot be read back from the stack." },
  practices: ["SEC02-BP03@2024-06-27"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `CloudFormation shows the values of a stack's parameters in the console, in \`describe-stacks\` and in its history, to everybody who may look at the
stack. With \`NoEcho\` it shows asterisks instead. Better still is not to pass the secret at all: a dynamic reference to Secrets Manager, or a password that
the service manages itself, never goes through the hands of whoever deploys.`,
  references: [
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html",
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html",
  ],
  on: "parameter",
  *check(parameter, { graph }) {
    const hidden = parameter.flag("noEcho");
    if (!hidden.known) return hidden;
    if (hidden.value || !isFreeText(parameter)) return;
    const use = secretUse(graph, parameter);
    if (!use) return;
    yield {
      at: parameter,
      aspect: "noEcho",
      text: "No NoEcho: the stack shows {parameter}, the {key} of {user}.",
      values: { parameter, key: use.keys.at(-1) ?? "", user: use.by },
      related: [[use.place, "used as a secret here"]],
      fixes: [{ title: "Hide the value of {parameter} (NoEcho: true)", safety: "safe", edits: [{ set: parameter, property: "noEcho", to: true }] }],
    };
  },
  examples: [
    {
      dialect: "cloudformation",
      bad: `Parameters:
  ⟦DatabasePassword⟧:
    Type: String
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      MasterUserPassword: !Ref DatabasePassword
`,
      good: `Parameters:
  DatabasePassword:
    Type: String
    NoEcho: true
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      MasterUserPassword: !Ref DatabasePassword
`,
    },
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Parameters:
  ⟦Token⟧:
    Type: String
Resources:
  Payments:
    Type: AWS::SecretsManager::Secret
    Properties:
      SecretString: !Sub '{"token":"\${Token}"}'
`,
      good: `Transform: AWS::Serverless-2016-10-31
Parameters:
  Token:
    Type: String
    NoEcho: true
Resources:
  Payments:
    Type: AWS::SecretsManager::Secret
    Properties:
      SecretString: !Sub '{"token":"\${Token}"}'
`,
    },
  ],
});

/** The first place that shows the parameter to be a secret. */
function secretUse(graph: Graph, parameter: Resource<"parameter">): Use | undefined {
  const named = takesSecret(parameter);
  return usesOf(graph, parameter).find((use) => {
    const key = use.keys.at(-1) ?? "";
    if (use.text?.startsWith("arn:")) return false;
    if (isVariable(use)) return named && (use.text === undefined || secretName(key));
    return SECRET_PROPERTIES.has(key) && (use.text === undefined || named);
  });
}

/** Whether a use is the value of an environment variable of a function. */
function isVariable({ by, keys }: Use): boolean {
  const steps = by.is("function") ? by.part.binding.properties.environment : undefined;
  return steps !== undefined && steps !== null && keys.length === steps.length + 1 && steps.every((step, index) => keys[index] === step);
}
