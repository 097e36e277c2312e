import { deepStrictEqual, ok } from "node:assert";
import { Ajv } from "ajv";
import { DEFAULT_PROJECT, type ProjectFile, readProjectFile } from "../../../server/src/engine/project-file.ts";
import { projectFileSchema } from "../../../server/src/engine/project-file-schema.ts";
import { DEFAULT_PROFILE } from "../../../server/src/model/profile.ts";

const RULES = ["wildcard-action", "log-retention-unset"];

describe("pillar-hints.json", () => {
  it("holds rules, pillars, exclusions, profile and decisions, with comments and trailing commas", () =>
    check(
      `{
  // The schema comes with the extension.
  "rules": { "wildcard-action": "error", "log-retention-unset": "off" },
  "pillars": { "sustainability": false },
  "exclude": ["legacy/"],
  "profile": { "developmentStages": ["play"], "logRetentionInDays": 7, "logsElsewhere": true, "sustainabilityGoal": true },
  "decisions": [{ "rule": "wildcard-action", "subject": "Admin", "file": "a.yaml", "reason": "a sandbox", "owner": "Ana", "until": "2027-01-31" }],
}`,
      {
        rules: { "wildcard-action": "error", "log-retention-unset": "off" },
        pillars: { sustainability: false },
        exclude: ["legacy/"],
        profile: { developmentStages: ["play"], logRetentionInDays: 7, logsElsewhere: true, sustainabilityGoal: true },
        decisions: [{ rule: "wildcard-action", subject: "Admin", file: "a.yaml", reason: "a sandbox", owner: "Ana", until: "2027-01-31" }],
      },
    ));

  it("has a default for everything", () => check("{}", {}));
  it("may be empty", () => check("", {}));

  it("keeps what is readable of a broken file", () =>
    check('{ "exclude": ["a"], "rules": { "wildcard-action" } }', { exclude: ["a"] }, ['1:32 "wildcard-action" has no value.', /^1:5\d .+/]));

  it("takes the default for each wrong type, and says so", () =>
    check(
      `{
  "rules": { "wildcard-action": "loud", "log-retention-unset": 3 },
  "pillars": { "security": "yes" },
  "exclude": "legacy",
  "profile": { "developmentStages": "play", "logRetentionInDays": -1, "logsElsewhere": 0 },
  "decisions": { }
}`,
      {},
      [
        "2:33 A rule is off, error, warning, information, hint.",
        "2:64 A rule is off, error, warning, information, hint.",
        "3:28 A pillar is true or false.",
        "4:14 exclude should be a list.",
        "5:37 developmentStages should be a list.",
        "5:67 logRetentionInDays is a number of days.",
        "5:88 logsElsewhere is true or false.",
        "6:16 decisions should be a list.",
      ],
    ));

  it("is an object", () => check("[1]", {}, ["1:1 pillar-hints.json should be an object."]));
  it("is a text", () => check("\0", {}, [/^1:1 /]));

  it("names what it does not know", () =>
    check('{ "rule": {}, "rules": { "wildcard": "off" }, "pillars": { "costs": false }, "profile": { "stage": 1 } }', { rules: { wildcard: "off" } }, [
      '1:3 pillar-hints.json has no "rule".',
      '1:26 There is no rule "wildcard".',
      /^1:60 There is no pillar "costs": there are operational-excellence, security, /,
      '1:91 profile has no "stage".',
    ]));

  it("notices a decision that has ended, and keeps it for the day of the review to judge", () =>
    check(
      '{ "decisions": [{ "rule": "wildcard-action", "subject": "Admin", "reason": "a sandbox", "until": "2026-11-23" }] }',
      { decisions: [{ rule: "wildcard-action", subject: "Admin", reason: "a sandbox", until: "2026-11-23" }] },
      ["1:98 This decision ended on 2026-11-23."],
    ));

  it("asks for rule, reason and what is decided on", () =>
    check(
      `{ "decisions": [
  { "subject": "Admin", "reason": "a sandbox" },
  { "rule": "wildcard-action", "subject": "Admin" },
  { "rule": "wildcard-action", "reason": "a sandbox" },
  { "rule": "wildcard-action", "subject": "Admin", "reason": "a sandbox", "until": "soon" },
  { "rule": "wildcard-actoin", "subject": "Admin", "reason": "a sandbox", "note": 1 },
  3
] }`,
      {
        decisions: [
          { rule: "wildcard-action", subject: "Admin", reason: "" },
          { rule: "wildcard-actoin", subject: "Admin", reason: "a sandbox" },
        ],
      },
      [
        "2:3 A decision names its rule.",
        "3:3 A decision says why: give it a reason.",
        /^4:3 A decision names a fingerprint, a subject or a file;/,
        "5:84 until is a day, YYYY-MM-DD.",
        '6:13 There is no rule "wildcard-actoin".',
        '6:75 A decision has no "note".',
        "7:3 A decision should be an object.",
      ],
    ));

  it("holds nothing against rules and days that it is not given", () => {
    const text = '{ "rules": { "x": "off" }, "decisions": [{ "rule": "y", "subject": "Z", "reason": "r", "until": "2000-01-01" }] }';
    deepStrictEqual(readProjectFile(text).notices, []);
  });

  describe("schema", () => {
    const valid = new Ajv({ strict: false, validateFormats: false }).compile(projectFileSchema(new Map(RULES.map((id) => [id, "Something is wrong"]))));

    it("accepts what the reader accepts", () => {
      for (const text of [
        "{}",
        '{ "rules": { "wildcard-action": "off" }, "pillars": { "security": false }, "exclude": ["x"], "profile": { "logRetentionInDays": 7 } }',
        '{ "decisions": [{ "rule": "wildcard-action", "subject": "Admin", "reason": "a sandbox", "until": "2027-01-31" }] }',
      ]) {
        deepStrictEqual(noticesOf(text), []);
        ok(valid(JSON.parse(text)), text);
      }
    });

    it("refuses what the reader notices", () => {
      for (const text of [
        "[]",
        '{ "rule": {} }',
        '{ "rules": { "wildcard": "off" } }',
        '{ "rules": { "wildcard-action": "loud" } }',
        '{ "pillars": { "costs": false } }',
        '{ "profile": { "logRetentionInDays": 0 } }',
        '{ "decisions": [{ "rule": "wildcard-action", "reason": "a sandbox" }] }',
        '{ "decisions": [{ "rule": "wildcard-action", "subject": "Admin" }] }',
      ]) {
        ok(noticesOf(text).length > 0, text);
        ok(!valid(JSON.parse(text)), text);
      }
    });

    it("takes bare ids too", () => {
      const of = (ids: Parameters<typeof projectFileSchema>[0]) => JSON.stringify(projectFileSchema(ids));
      deepStrictEqual(of(["a"]), of(new Map([["a", ""]])));
    });
  });
});

/** What differs from the defaults, and each notice as `line:column message`. */
function check(text: string, expected: Partial<ProjectFile>, notices: readonly (string | RegExp)[] = []): void {
  const { project } = readProjectFile(text, { rules: new Set(RULES), today: "2026-11-24" });
  deepStrictEqual(project, { ...DEFAULT_PROJECT, ...expected, profile: { ...DEFAULT_PROFILE, ...expected.profile } });
  const found = noticesOf(text);
  for (const [index, notice] of notices.entries()) {
    if (typeof notice === "string") deepStrictEqual(found[index], notice);
    else ok(notice.test(found[index] ?? ""), `${found[index]} is not like ${notice}`);
  }
  deepStrictEqual(found.length, notices.length, found.join("\n"));
}

function noticesOf(text: string): readonly string[] {
  return readProjectFile(text, { rules: new Set(RULES), today: "2026-11-24" }).notices.map(({ message, span }) => {
    const before = text.slice(0, span.start).split("\n");
    return `${before.length}:${(before.at(-1) ?? "").length + 1} ${message}`;
  });
}
