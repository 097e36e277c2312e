import { strictEqual } from "node:assert";
import { loadGrammars, reviewOf } from "../../../scripts/generate/example.ts";
import { factsOf } from "../../../server/src/model/code/handler.ts";
import { handlerOf } from "../../../server/src/model/words/code/handler.ts";
import { defineRule } from "../../../server/src/rules/define.ts";

describe("what is made once and kept", () => {
  before(loadGrammars);

  const KEPT: Readonly<Record<string, string>> = {
    "a variable that is asked first": "let s3;\nexports.handler = async () => { if (!s3) s3 = new S3Client({}); };",
    "a variable that is given back":
      "let s3;\nconst get = () => { if (s3) return s3; s3 = new S3Client({}); return s3; };\nexports.handler = async () => get();",
    "a variable that must be young":
      "let s3, until = 0;\nconst get = () => { if (s3 && Date.now() < until) return s3; s3 = new S3Client({}); return s3; };\nexports.handler = async () => get();",
    "a variable that is old": "let s3, until;\nexports.handler = async () => { if (!s3 || Date.now() > until) { s3 = new S3Client({}); } };",
    "the other branch": "let s3;\nexports.handler = async () => { if (s3) { s3.destroy(); } else { s3 = new S3Client({}); } };",
    "an entry that was looked up":
      "const clients = new Map();\nconst get = (key) => { const hit = clients.get(key); if (hit) return hit; clients.set(key, new S3Client({})); };\nexports.handler = async () => get('a');",
    "an entry that is not there": "const clients = new Map();\nexports.handler = async () => { if (!clients.has('a')) clients.set('a', new S3Client({})); };",
    "an assignment to what is empty": "let s3;\nexports.handler = async () => { s3 ??= new S3Client({}); };",
  };
  for (const [what, code] of Object.entries(KEPT)) it(what, () => check("javascript", code, "once"));

  const ANEW: Readonly<Record<string, string>> = {
    "a setting": "const ON = process.env.ON === '1';\nexports.handler = async () => { if (!ON) new S3Client({}); };",
    "a setting that leaves": "const OFF = process.env.OFF;\nexports.handler = async () => { if (OFF) return 1; new S3Client({}); };",
    "a value that is compared": "const T = { A: 'a' };\nexports.handler = async (event) => { if (event.type !== T.A) return; new S3Client({}); };",
    "a variable of the function": "exports.handler = async () => { let s3; if (!s3) s3 = new S3Client({}); };",
  };
  for (const [what, code] of Object.entries(ANEW)) it(`not ${what}`, () => check("javascript", code, "anew"));

  const PYTHON: readonly (readonly [what: string, code: string, expected: "once" | "anew"])[] = [
    ["a global", "s3 = None\ndef handler(event, context):\n    global s3\n    if s3 is None:\n        s3 = boto3.client('s3')\n", "once"],
    ["a dictionary", "clients = {}\ndef handler(event, context):\n    if 'a' not in clients:\n        clients['a'] = boto3.client('s3')\n", "once"],
    [
      "an entry that was looked up",
      "clients = {}\ndef get(key):\n    hit = clients.get(key)\n    if hit is not None:\n        return hit\n    clients[key] = boto3.client('s3')\ndef handler(event, context):\n    get('a')\n",
      "once",
    ],
    ["a list", "ALLOWED = ['a']\ndef handler(event, context):\n    if event['x'] in ALLOWED:\n        return\n    boto3.client('s3')\n", "anew"],
  ];
  for (const [what, code, expected] of PYTHON) it(`${expected}, Python: ${what}`, () => check("python", code, expected));
});

/** How often the only client of a handler is made. */
function check(language: "javascript" | "python", code: string, expected: "once" | "anew"): void {
  const python = language === "python";
  const files = new Map([
    [
      "template.yaml",
      `Resources: { Fn: { Type: AWS::Serverless::Function, Properties: { CodeUri: src/, Handler: app.handler, Runtime: ${python ? "python3.13" : "nodejs22.x"} } } }\n`,
    ],
    [`src/app.${python ? "py" : "js"}`, python ? `import boto3\n${code}` : `const { S3Client } = require("@aws-sdk/client-s3");\n${code}\n`],
  ]);
  let found = "";
  const probe = defineRule({
    id: "probe",
    summary: "Probe",
    pillars: ["reliability"],
    tradeoffs: {},
    practices: [],
    default: "on",
    severity: "hint",
    confidence: "high",
    why: "Test.",
    references: [],
    on: "function",
    *check(fn, context) {
      const handler = handlerOf(fn, context);
      if (!handler.known) return handler;
      found = factsOf(handler.value, "client")
        .map(({ circumstances }) => (circumstances.perInvocation ? "anew" : "once"))
        .join();
      return undefined;
    },
    examples: [],
  });
  reviewOf(files, [probe]);
  strictEqual(found, expected);
}
