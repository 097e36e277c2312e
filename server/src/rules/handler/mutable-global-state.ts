import type { GlobalWrite } from "../../model/code/facts.ts";
import { factsOf } from "../../model/code/handler.ts";
import { readsAndResets } from "../../model/words/code/globals.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { distinct } from "../../model/words/code/sites.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "mutable-global-state",
  summary: "Data of one event is kept in the module and seen by the next",
  pillars: ["reliability", "security"],
  tradeoffs: { "performance-efficiency": "What was a cache is found out again for each event." },
  practices: [],
  default: "on",
  severity: "warning",
  confidence: "medium",
  why: `An execution environment serves one event after the other, and what a module holds stays. A list that the handler only fills grows until memory ends; a value that was set from one
request is there when the next user's request comes.`,
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html"],
  on: "function",
  *check(fn, context) {
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    const { value: view } = handler;
    const seen = new Set<string>();
    for (const write of distinct(factsOf(view, "global write"))) {
      const key = `${write.place.uri} ${write.name}`;
      if (!isKept(write) || seen.has(key)) continue;
      const { read, reset, cache } = readsAndResets(view, write);
      if (!read || ((reset || cache) && !write.memo)) continue;
      seen.add(key);
      yield {
        at: write.place,
        aspect: write.name,
        text:
          write.how === "assigned"
            ? "{fn} keeps {name} of one event where the next one sees it."
            : "{fn} adds to {name} with every event and never empties it.",
        many:
          write.how === "assigned"
            ? "{names} keep {name} of one event where the next one sees it."
            : "{names} add to {name} with every event and never empty it.",
        values: { fn, name: write.name },
        severity: write.how === "assigned" ? "warning" : "information",
        related: [[declarationOf(write), "declared for the whole module"]],
      };
    }
  },
  examples: [
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
`,
        "src/app.mjs": `const results = [];

export const handler = async (event) => {
  ⟦results.push(...event.Records)⟧;
  return results;
};
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
`,
        "src/app.mjs": `export const handler = async (event) => {
  const results = [];
  results.push(...event.Records);
  return results;
};
`,
      },
    },
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: python3.13
`,
        "src/app.py": `tenant = None


def handler(event, context):
    global tenant
    if tenant is None:
        ⟦tenant = event["tenant"]⟧
    return greeting(tenant)


def greeting(name):
    return f"Hello {name}"
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: python3.13
`,
        "src/app.py": `def handler(event, context):
    return greeting(event["tenant"])


def greeting(name):
    return f"Hello {name}"
`,
      },
    },
  ],
});

const declarationOf = ({ place, declaredAt }: GlobalWrite) => ({ ...place, within: declaredAt });

/** What comes from one event and is still there for the next: all that is added, and what is assigned only sometimes, since what is always assigned is of this event. */
function isKept({ memo, fromEvent, how, value, circumstances }: GlobalWrite): boolean {
  if (memo) return how === "assigned" && value?.is === "event" && !value.path.some((key) => SAME_FOR_ALL.has(key));
  if (!circumstances.perInvocation || !fromEvent) return false;
  return how === "filled" || circumstances.conditional;
}

/** What every event of one function says alike. */
const SAME_FOR_ALL: ReadonlySet<string> = new Set([
  "stage",
  "stageVariables",
  "awsRegion",
  "region",
  "accountId",
  "account",
  "apiId",
  "domainName",
  "domainPrefix",
  "eventSource",
  "eventSourceARN",
  "host",
  "Host",
]);
