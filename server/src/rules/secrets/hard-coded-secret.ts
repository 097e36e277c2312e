import { arnOf, type Fix, type NewResource } from "../../model/edit.ts";
import { KINDS, type KindName } from "../../model/kinds/index.ts";
import type { Resource } from "../../model/resource.ts";
import { allowedToRead, idFrom } from "../../model/words/secret-access.ts";
import { isForTests, secretsIn, type WrittenSecret } from "../../model/words/secrets.ts";
import { standsIn } from "../../model/words/written.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "hard-coded-secret",
  summary: "Secret stands in the template for everybody to read",
  pillars: ["security"],
  tradeoffs: {
    "cost-optimization": "A secret in Secrets Manager is paid for by the month and by the call.",
    "performance-efficiency": "The first call after a cold start fetches the secret; keep it between calls.",
  },
  practices: ["SEC02-BP03@2024-06-27"],
  lens: ["SEC 3"],
  default: "on",
  severity: "error",
  confidence: "high",
  why: `Whoever can read the repository, its history, its forks or its backups has the secret, and so has everybody who may look at the deployed
configuration: the variables of a function are shown in plain text. Removing it from the file does not take it back: it has to be rotated. A secret store
keeps it in one place, says who read it, and can change it without a deployment.`,
  whoseJob: "AWS encrypts and guards what is in a secret store; putting secrets there, and nowhere else, is yours.",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html",
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html",
  ],
  on: Object.keys(KINDS) as KindName[],
  *check(subject) {
    if (subject.part.owner !== undefined || subject.implied || isForTests(subject)) return undefined;
    for (const secret of secretsIn(subject)) {
      yield {
        at: secret.place,
        aspect: secret.keys.join("."),
        text: subject.is("parameter") ? TEXTS.parameter : TEXTS.resource,
        values: { subject, key: secret.key, what: secret.what ?? "a likely secret" },
        severity: secret.what === undefined ? "warning" : "error",
        confidence: secret.what === undefined ? "medium" : "high",
        fixes: fixesOf(subject, secret),
      };
    }
    return undefined;
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Charge:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      Environment:
        Variables:
          PAYMENTS_API_KEY: ⟦Vq7Zt2LmX9RwK4NsBd3Fh8Jc⟧
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Charge:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      Environment:
        Variables:
          PAYMENTS_API_KEY: !Ref PaymentsApiKeySecret
      Policies:
        - AWSSecretsManagerGetSecretValuePolicy:
            SecretArn: !Ref PaymentsApiKeySecret
  PaymentsApiKeySecret:
    Type: AWS::SecretsManager::Secret
`,
    },
    {
      dialect: "cloudformation",
      bad: `Parameters:
  DatabasePassword:
    Type: String
    NoEcho: true
    Default: ⟦k7#Tz9vQ2m⟧
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
  ],
});

const TEXTS = {
  parameter: "{subject} defaults to {what}: rotate it, the history keeps it.",
  resource: "{subject} holds {what} in {key}: rotate it, the history keeps it.",
} as const;

function fixesOf(subject: Resource, secret: WrittenSecret): readonly Fix[] {
  if (subject.is("parameter")) {
    if (secret.keys.at(-1) !== "Default") return [];
    return [{ title: "Remove the default of {subject}, so that each deployment states it", safety: "review", edits: [{ remove: secret.whole }] }];
  }
  if (!subject.is("function") || !isVariable(subject, secret) || !standsIn(subject, secret.whole)) return [];
  const kept: NewResource = { add: "secret", id: withSuffix(idFrom(secret.key)), beside: subject, properties: {} };
  const allowed = allowedToRead(subject, arnOf(kept));
  if (!allowed) return [];
  return [
    {
      title: "Give {key} the ARN of a new, empty secret to fill in and fetch in code (adds 1 resource)",
      safety: "review",
      edits: [kept, { replace: secret.whole, by: arnOf(kept) }, ...allowed],
    },
  ];
}

const withSuffix = (id: string): string => (id.endsWith("Secret") ? id : `${id}Secret`);

function isVariable(fn: Resource<"function">, { keys }: WrittenSecret): boolean {
  const steps = fn.part.binding.properties.environment ?? [];
  return keys.length === steps.length + 1 && steps.every((step, index) => keys[index] === step);
}
