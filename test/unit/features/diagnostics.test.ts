import { deepStrictEqual } from "node:assert";
import type { Diagnostic } from "vscode-languageserver-types";
import { BARE_CLIENT } from "../../../server/src/features/client.ts";
import { diagnosticsOf } from "../../../server/src/features/diagnostics.ts";
import { type Given, URI, viewOf } from "./view.ts";

const QUEUE = `Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 60
`;
const SEVERAL = `Resources:
  News:
    Type: AWS::SNS::Topic
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 60
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs8.10
`;

describe("diagnostics", () => {
  it("carry the pillar as their source, the rule as their code and a link to its page", () =>
    check(QUEUE, ["5:31-5:33 warning pillar-hints/reliability short-retention → test://pages/rules/short-retention: Jobs keeps a message for 60 s only."]));

  it("hold rule and fingerprint, and nothing else that could be looked up", () => {
    const [first] = diagnosticsOf(viewOf(QUEUE));
    deepStrictEqual(first?.data, { rule: "short-retention", fingerprint: "short-retention:Jobs:messageRetentionPeriod" });
  });

  it("come most severe first", () =>
    check(SEVERAL, ["11:16-11:26 error old-runtime", "7:31-7:33 warning short-retention", "2:3-2:7 information topic-exists"], { short: true }));

  it("list what was merged as related places", () => {
    const twice = `${SEVERAL}  Bills:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: nodejs8.10\n`;
    const [first] = diagnosticsOf(viewOf(twice));
    deepStrictEqual(first?.relatedInformation, [
      { location: { uri: URI, range: { start: { line: 14, character: 15 }, end: { line: 14, character: 25 } } }, message: "Bills" },
    ]);
  });

  it("leave out what the client does not know", () => {
    const [first] = diagnosticsOf(viewOf(QUEUE, { client: BARE_CLIENT }));
    deepStrictEqual(Object.keys(first ?? {}).sort(), ["code", "message", "range", "severity", "source"]);
  });

  it("stand in UTF-16 units, in lines that end as they please", () =>
    check(
      'Resources:\r\n  Jobs:\r\n    Type: AWS::SQS::Queue\r\n    Properties: { QueueName: "🦔🦔", MessageRetentionPeriod: 60 }\r\n',
      ["4:62-4:64 warning short-retention"],
      {
        short: true,
      },
    ));

  describe("settings", () => {
    it("switch everything off", () => check(SEVERAL, [], { settings: { enable: false } }));

    it("switch a pillar off, by the first pillar of a rule", () =>
      check(SEVERAL, ["11:16-11:26 error old-runtime", "2:3-2:7 information topic-exists"], {
        short: true,
        settings: { pillars: { reliability: false } },
      }));

    it("keep what is only also of that pillar", () =>
      check(QUEUE, ["5:31-5:33 warning short-retention"], { short: true, settings: { pillars: { "cost-optimization": false } } }));

    it("switch a rule off", () =>
      check(SEVERAL, ["11:16-11:26 error old-runtime", "2:3-2:7 information topic-exists"], {
        short: true,
        settings: { rules: { "short-retention": "off" } },
      }));

    it("soften a rule", () => check(QUEUE, ["5:31-5:33 hint short-retention"], { short: true, settings: { rules: { "short-retention": "hint" } } }));

    it("never sharpen one: that is for the project file", () =>
      check(QUEUE, ["5:31-5:33 warning short-retention"], { short: true, settings: { rules: { "short-retention": "error" } } }));

    it("hide what is below the minimum", () =>
      check(SEVERAL, ["11:16-11:26 error old-runtime", "7:31-7:33 warning short-retention"], {
        short: true,
        settings: { minimumSeverity: "warning" },
      }));

    it("hide what was softened below the minimum", () => check(QUEUE, [], { settings: { minimumSeverity: "warning", rules: { "short-retention": "hint" } } }));
  });

  it("say what is wrong with an allow", () =>
    check(QUEUE.replace("60", "60 # pillar-hints: allow short-retention"), [
      "5:34-5:71 warning pillar-hints allow-without-reason: This allow gives no reason: say why it is right here, behind `--`.",
    ]));

  it("are at most 500, and the last says how many more", () => {
    const queues = Array.from({ length: 510 }, (_, index) => `  Jobs${index}:\n    Type: AWS::SQS::Queue\n    Properties: { MessageRetentionPeriod: 60 }\n`);
    const items = diagnosticsOf(viewOf(`Resources:\n  News:\n    Type: AWS::SNS::Topic\n${queues.join("")}`));
    deepStrictEqual(
      [items.length, spelled(items.at(-1)), items.filter(({ code }) => code === "topic-exists").length],
      [500, "1:1-1:1 information pillar-hints: 12 more findings of this file are not listed.", 0],
    );
  });

  it("tell in one line that a text is too large", () =>
    check(`Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n${"#".repeat(4_000_001)}`, [
      "1:1-1:1 information pillar-hints: Not reviewed: the text is longer than 4 million characters.",
    ]));

  it("are none for a file that is no template", () => check("name: value\n", []));
});

function check(text: string, expected: readonly string[], given: Given & { readonly short?: boolean } = {}): void {
  deepStrictEqual(
    diagnosticsOf(viewOf(text, given)).map((each) => (given.short ? spelled(each).replace(/pillar-hints\/\S+ (\S+) →.*$/, "$1") : spelled(each))),
    expected,
  );
}

/** Lines and columns from 1, as editors show them. */
function spelled(diagnostic: Diagnostic | undefined): string {
  if (!diagnostic) return "nothing";
  const { range, severity = 1, source, code, codeDescription, message } = diagnostic;
  const [start, end] = [range.start, range.end].map(({ line, character }) => `${line + 1}:${character + 1}`);
  const name = ["", "error", "warning", "information", "hint"][severity];
  return `${start}-${end} ${[name, source, code].filter(Boolean).join(" ")}${codeDescription ? ` → ${codeDescription.href}` : ""}: ${message}`;
}
