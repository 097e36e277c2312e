import { arnOf, type Content, type Edit, type Fix, idOf, type NewResource } from "../../model/edit.ts";
import type { Graph } from "../../model/graph.ts";
import { type DeployedSecret, deployedSecrets, type SecretSource, sharing } from "../../model/words/deployed-secrets.ts";
import { allowedToRead, idFrom, written } from "../../model/words/secret-access.ts";
import { standsIn } from "../../model/words/written.ts";
import { defineRule, type Finding } from "../define.ts";

export default defineRule({
  id: "secret-in-environment",
  summary: "Deployment writes a secret into an environment variable, where it can be read",
  pillars: ["security", "operational-excellence"],
  tradeoffs: {
    "performance-efficiency": "The first call after a cold start fetches the secret; keep it between calls.",
    "cost-optimization": "Each fetch is a paid call.",
    reliability: "The secret store becomes something that the function depends on at its start.",
  },
  practices: ["SEC02-BP03@2024-06-27", "SEC02-BP05@2024-06-27"],
  lens: ["SEC 3"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `A dynamic reference or a NoEcho parameter keeps the secret out of the template, but what deployment puts into an environment variable is plain
configuration afterwards: everybody with \`lambda:GetFunctionConfiguration\` reads it, in the console as well. It also stays as it was when the secret is rotated,
until the stack is updated. A function that knows only the secret's ARN fetches the current value itself, and only its role can.`,
  ask: "Who may look at this function's configuration, and how soon must a rotated secret take effect?",
  whoseJob: "AWS encrypts variables at rest; who may read them, and what stands in them, is yours.",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html",
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html",
  ],
  on: "function",
  *check(fn, { graph }) {
    for (const secret of deployedSecrets(graph, fn)) yield findingOf(graph, secret);
    return undefined;
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      Environment:
        Variables:
          DB_PASSWORD: ⟦!Sub "{{resolve:secretsmanager:\${Database}:SecretString:password}}"⟧
  Database:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString: {}
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      Environment:
        Variables:
          DB_PASSWORD: !Ref Database
      Policies:
        - AWSSecretsManagerGetSecretValuePolicy:
            SecretArn: !Ref Database
  Database:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString: {}
`,
    },
    {
      dialect: "cloudformation",
      bad: `Parameters:
  WebhookToken: { Type: String, NoEcho: true }
Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt WorkerRole.Arn
      Environment:
        Variables:
          WEBHOOK_TOKEN: ⟦!Ref WebhookToken⟧
  WorkerRole:
    Type: AWS::IAM::Role
`,
      good: `Parameters:
  WebhookToken: { Type: String, NoEcho: true }
Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt WorkerRole.Arn
      Environment:
        Variables:
          WEBHOOK_TOKEN: !Ref WebhookTokenSecret
  WebhookTokenSecret:
    Type: AWS::SecretsManager::Secret
    Properties:
      SecretString: !Ref WebhookToken
  WorkerReadsSecret:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: read-secret
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: secretsmanager:GetSecretValue
            Resource: !Ref WebhookTokenSecret
      Roles: [!Ref WorkerRole]
  WorkerRole:
    Type: AWS::IAM::Role
`,
    },
  ],
});

/** Findings on one secret are one, so its fix is given once, by the first variable that holds it. */
function findingOf(graph: Graph, secret: DeployedSecret): Finding {
  const { function: fn, key, place, from } = secret;
  const all = { at: place, aspect: `environment.${key}`, cause: `${from.is} ${from.id}`, values: { fn, key, id: from.id } };
  if (from.is === "secureParameter")
    return { ...all, severity: "error", text: "{key} of {fn} has an ssm-secure reference, which Lambda's variables cannot: deployment fails." };
  const together = sharing(graph, from);
  const leads = together[0]?.function.id === fn.id && together[0].key === key;
  const named = from.is === "parameter" ? "{id}" : "the secret in {key}";
  return {
    ...all,
    text: `{fn} shows ${named} to everybody who may read its configuration.`,
    many: `{names} show ${named} to everybody who may read their configuration.`,
    confidence: from.is === "parameter" && !from.stated ? "medium" : "high",
    fixes: leads ? fixesOf(graph, secret, together) : [],
  };
}

function fixesOf(graph: Graph, { function: fn, key, from }: DeployedSecret, together: readonly DeployedSecret[]): readonly Fix[] {
  const kept = from.is === "parameter" ? newSecret(from, { function: fn, key }) : undefined;
  const named = kept
    ? { content: arnOf(kept), arn: arnOf(kept) }
    : from.is === "secret"
      ? written(from.id, (id) => graph.resource(id)?.is("secret") === true)
      : undefined;
  if (!named || together.some((one) => one.chosen || (kept !== undefined && !standsIn(one.function, one.place)))) return [];
  const allowed = new Map<string, readonly Edit[] | undefined>(together.map((one) => [one.function.id, allowedToRead(one.function, named.arn)]));
  const rights = [...allowed.values()];
  if (rights.some((edits) => edits === undefined)) return [];
  const title = kept
    ? "Give {key} the ARN of a new secret that keeps {id}, to fetch in code (adds 1 resource)"
    : "Give {key} the secret's name or ARN to fetch in code, and {fn} the right to read it";
  const puts = together.map((one): Edit => ({ replace: one.place, by: named.content as Content }));
  return [{ title, safety: "review", edits: [...(kept ? [kept] : []), ...puts, ...rights.flatMap((edits) => edits ?? [])] }];
}

function newSecret(from: SecretSource, { function: fn, key }: Pick<DeployedSecret, "function" | "key">): NewResource {
  const wished = idFrom(key).replace(/(?:Secret)?$/, "Secret");
  return { add: "secret", id: wished === from.id ? `Stored${wished}` : wished, beside: fn, properties: { secretString: idOf(from.id) } };
}
