import { deepStrictEqual } from "node:assert";
import { pathOf } from "../../../server/src/base/place.ts";
import { allows, applyAllows } from "../../../server/src/engine/allow.ts";
import type { Decision } from "../../../server/src/engine/project-file.ts";
import type { Reported } from "../../../server/src/engine/reported.ts";
import type { Rule } from "../../../server/src/rules/define.ts";
import { read } from "../../../server/src/syntax/read.ts";

const RULES = new Set(["wildcard-action", "wildcard-resource", "public-function-url"]);

describe("allow", () => {
  describe("in a comment", () => {
    it("covers the line that it stands on", () =>
      check(
        `Resources:
  Role:
    Action: ⟦all⟧wildcard-action # pillar-hints: allow wildcard-action -- the account is a sandbox
    Resource: ⟦all⟧wildcard-action`,
        { shown: ["wildcard-action:4"], notices: [] },
      ));

    it("covers the line below it, past other comments", () =>
      check(
        `Resources:
  Role:
    # pillar-hints: allow wildcard-action -- the account is a sandbox
    # Another comment.
    Action: ⟦all⟧wildcard-action
    Resource: ⟦all⟧wildcard-resource`,
        { shown: ["wildcard-resource:6"], notices: [] },
      ));

    it("does not reach past an empty line", () =>
      check(
        `Resources:
  Role:
    # pillar-hints: allow wildcard-action -- the account is a sandbox

    Action: ⟦all⟧wildcard-action`,
        { shown: ["wildcard-action:5"], notices: ["allow-unused:3 There is nothing to allow: wildcard-action finds nothing here."] },
      ));

    it("allows several rules at once", () =>
      check(
        `Resources:
  Role:
    Statement: { Action: ⟦all⟧wildcard-action, Resource: ⟦all⟧wildcard-resource } # pillar-hints: allow wildcard-action, wildcard-resource -- a sandbox`,
        { shown: [], notices: [] },
      ));

    it("above a resource's key covers the resource", () =>
      check(
        `Resources:
  # pillar-hints: allow wildcard-action -- the account is a sandbox
  Role:
    Action: ⟦all⟧wildcard-action
  Other:
    Action: ⟦all⟧wildcard-action`,
        { shown: ["wildcard-action:6"], notices: [] },
      ));

    it("behind a resource's key covers the resource", () =>
      check(
        `Resources:
  Role: # pillar-hints: allow wildcard-action -- the account is a sandbox
    Type: AWS::IAM::Role
    Action: ⟦all⟧wildcard-action`,
        { shown: [], notices: [] },
      ));

    it("covers the file with allow-file, wherever it stands", () =>
      check(
        `Resources:
  Role:
    Action: ⟦all⟧wildcard-action
  Other:
    Action: ⟦all⟧wildcard-action
# pillar-hints: allow-file wildcard-action -- everything here is a sandbox`,
        { shown: [], notices: [] },
      ));

    it("holds on its last day", () =>
      check("Resources:\n  Role:\n    Action: ⟦all⟧wildcard-action # pillar-hints: allow wildcard-action until 2026-11-24 -- moves next week", {
        shown: [],
        notices: [],
      }));

    it("ends after its date, and says so", () =>
      check("Resources:\n  Role:\n    Action: ⟦all⟧wildcard-action # pillar-hints: allow wildcard-action until 2026-11-23 -- moves next week", {
        shown: ["wildcard-action:3"],
        notices: ["allow-expired:3 This allow ended on 2026-11-23: repair what it allowed, or give it a new date."],
      }));

    it("does not hold with a date that is no day", () =>
      check("Resources:\n  Role:\n    Action: ⟦all⟧wildcard-action # pillar-hints: allow wildcard-action until 2026-02-30 -- moves", {
        shown: ["wildcard-action:3"],
        notices: ['allow-unknown-rule:3 "2026-02-30" is not a day, YYYY-MM-DD.'],
      }));

    it("holds without a reason, and asks for one", () =>
      check("Resources:\n  Role:\n    Action: ⟦all⟧wildcard-action # pillar-hints: allow wildcard-action", {
        shown: [],
        notices: ["allow-without-reason:3 This allow gives no reason: say why it is right here, behind `--`."],
      }));

    it("knows the rules", () =>
      check("Resources:\n  Role:\n    Action: ⟦all⟧wildcard-action # pillar-hints: allow wildcard-actoin -- typed in haste", {
        shown: ["wildcard-action:3"],
        notices: ['allow-unknown-rule:3 There is no rule "wildcard-actoin".'],
      }));

    it("names a rule", () =>
      check("# pillar-hints: allow -- nothing in particular\nResources: {}", { shown: [], notices: ["allow-unknown-rule:1 This allow names no rule."] }));

    it("knows no other word", () =>
      check("# pillar-hints: ignore wildcard-action\nResources: {}", {
        shown: [],
        notices: ["allow-unknown-rule:1 Behind `pillar-hints:` stands `allow` or `allow-file`, then the rule."],
      }));

    it("is not called useless while the file has syntax errors", () =>
      check("Resources:\n  Role:\n    Action: [ # pillar-hints: allow wildcard-action -- a sandbox\n  Other:\n    Type: x", { shown: [], notices: [] }));

    it("is no comment inside a value", () =>
      check('Resources:\n  Code:\n    ZipFile: |\n      # pillar-hints: allow wildcard-action\n      pass\n    Text: "# pillar-hints: allow x"', {
        shown: [],
        notices: [],
      }));

    it("works with CRLF, in a flow document and behind several signs", () =>
      check("Resources: {\r\n  Role: { Action: ⟦all⟧wildcard-action }, ## pillar-hints: allow wildcard-action -- a sandbox\r\n}\r\n", {
        shown: [],
        notices: [],
      }));
  });

  describe("in a resource's Metadata", () => {
    it("holds rule, reason and end in JSON", () =>
      check(
        `{
  "Resources": {
    "Role": {
      "Metadata": { "PillarHints": { "allow": [{ "rule": "wildcard-action", "reason": "a sandbox", "until": "2027-01-01" }] } },
      "Action": ⟦"all"⟧wildcard-action,
      "Resource": ⟦"all"⟧wildcard-resource
    }
  }
}`,
        { shown: ["wildcard-resource:6"], notices: [] },
      ));

    it("takes a text as comments have it", () =>
      check(
        `Resources:
  Role:
    Metadata: { PillarHints: { allow: ["wildcard-action, wildcard-resource until 2027-01-01 -- a sandbox"] } }
    Action: ⟦all⟧wildcard-action
    Resource: ⟦all⟧wildcard-resource`,
        { shown: [], notices: [] },
      ));

    it("asks for a reason, knows the rules and the date", () =>
      check(
        `{ "Resources": { "Role": { "Metadata": { "PillarHints": { "allow": [
  "wildcard-action",
  { "rule": "wildcard-actoin", "reason": "x" },
  { "rule": ["wildcard-resource"], "reason": "x", "until": "2020-01-01" },
  7
] } }, "Action": ⟦"all"⟧wildcard-action } } }`,
        {
          shown: [],
          notices: [
            "allow-without-reason:2 This allow gives no reason: say why it is right here, behind `--`.",
            'allow-unknown-rule:3 There is no rule "wildcard-actoin".',
            "allow-expired:4 This allow ended on 2020-01-01: repair what it allowed, or give it a new date.",
            "allow-unknown-rule:5 This allow names no rule.",
          ],
        },
      ));
  });

  describe("by a decision of the project file", () => {
    const text = "Resources:\n  Role:\n    Action: ⟦all⟧wildcard-action\n  Other:\n    Action: ⟦all⟧wildcard-action";

    it("accepts a fingerprint", () =>
      check(text, { shown: ["wildcard-action:5"] }, [{ rule: "wildcard-action", fingerprint: "wildcard-action/Role/Action", reason: "a sandbox" }]));

    it("accepts a rule on a subject", () =>
      check(text, { shown: ["wildcard-action:3"] }, [{ rule: "wildcard-action", subject: "Other", reason: "a sandbox" }]));

    it("accepts a rule in a file", () => check(text, { shown: [] }, [{ rule: "wildcard-action", file: "./stacks/template.yaml", reason: "a sandbox" }]));

    it("accepts nothing in another file", () =>
      check(text, { shown: ["wildcard-action:3", "wildcard-action:5"] }, [
        { rule: "wildcard-action", subject: "Other", file: "other.yaml", reason: "a sandbox" },
      ]));

    it("ends after its date", () =>
      check(text, { shown: ["wildcard-action:3", "wildcard-action:5"] }, [
        { rule: "wildcard-action", subject: "Other", reason: "a sandbox", until: "2026-11-23" },
      ]));
  });
});

interface Expected {
  /** `rule:line` of the findings that are left. */
  readonly shown: readonly string[];
  /** `code:line message`. */
  readonly notices?: readonly string[];
}

/** Each `⟦value⟧rule` of the text is a finding of that rule on the resource around it. */
function check(marked: string, expected: Expected, decisions: readonly Decision[] = []): void {
  const { text, findings } = unmarked(marked);
  const { shown, allowed, notices } = applyAllows({
    findings,
    allows: allows(read(text)),
    decisions,
    file: "stacks/template.yaml",
    today: "2026-11-24",
    rules: RULES,
  });
  const line = (offset: number) => text.slice(0, offset).split("\n").length;
  deepStrictEqual(
    shown.map(({ rule, span }) => `${rule.id}:${line(span.start)}`),
    expected.shown,
  );
  deepStrictEqual(
    notices.map(({ code, message, span }) => `${code}:${line(span.start)} ${message}`),
    expected.notices ?? [],
  );
  deepStrictEqual(shown.length + allowed.length, findings.length);
}

function unmarked(marked: string): { readonly text: string; readonly findings: readonly Reported[] } {
  const findings: Reported[] = [];
  let text = "";
  for (const [index, piece] of marked.split("⟦").entries()) {
    const [, value = "", rule = "", rest = ""] = index === 0 ? [] : (/^(.*?)⟧([\w-]*)(.*)$/s.exec(piece) ?? []);
    if (rule) findings.push(finding(rule, lastResource(text), text.length, value.length));
    text += index === 0 ? piece : value + rest;
  }
  return { text, findings };
}

const lastResource = (text: string): string => [...text.matchAll(/\b(Role|Other)"?:/g)].at(-1)?.[1] ?? "";

function finding(id: string, subject: string, start: number, length: number): Reported {
  return {
    rule: { id } as Rule,
    subject,
    name: subject,
    aspect: "Action",
    fingerprint: `${id}/${subject}/Action`,
    subjects: [subject],
    fingerprints: [`${id}/${subject}/Action`],
    severity: "warning",
    confidence: "high",
    message: "",
    place: { uri: "file:///stacks/template.yaml", path: pathOf(["Resources", subject, "Action"]), part: "value" },
    uri: "file:///stacks/template.yaml",
    span: { start, end: start + length },
    related: [],
    fixes: [],
  };
}
