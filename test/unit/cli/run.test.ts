import { deepStrictEqual, match, ok } from "node:assert";
import { chmodSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getuid } from "node:process";
import { run } from "../../../server/src/hosts/cli/run.ts";
import type { Rule } from "../../../server/src/rules/define.ts";
import { inFolder } from "./folder.ts";
import { crashing, TEST_RULES } from "./rules.ts";

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Timeout: 300
`;
const REPAIRED = TEMPLATE.replace("Timeout: 300\n", "Timeout: 300\n      MemorySize: 512\n");
const CLEAN = TEMPLATE.replace("300", "30").replace("Timeout", "MemorySize: 256\n      Timeout");

describe("pillar-hints review", () => {
  it("prints a line a finding, and counts", () =>
    check({ "template.yaml": TEMPLATE }, "review", {
      out: `template.yaml:3:3: warning: No memory: Orders has 128 MB. [performance-efficiency/memory-unset] · safe fix: Set 512 MB
template.yaml:7:16: error: Orders may run 300 s. [reliability/timeout-long] · review fix: Set 60 s

1 template reviewed, 2 findings: 1 error, 1 warning.
1 finding can be repaired by --fix safe.
`,
      status: 1,
    }));

  it("says so where nothing is found", () =>
    check({ "template.yaml": CLEAN, "package.json": "{}" }, "review", { out: "1 template reviewed, no findings.\n", status: 0 }));

  it("reviews the files and folders that are named, and names them from the working directory", () =>
    inFolder({ "a/x.yaml": TEMPLATE, "b/y.yaml": TEMPLATE, "b/z.yaml": TEMPLATE }, async (folder) => {
      const { report } = await json(folder, "review ../b x.yaml", join(folder, "a"));
      deepStrictEqual([...new Set(report.findings.map(({ file }) => file))], ["../b/y.yaml", "../b/z.yaml", "x.yaml"]);
      deepStrictEqual(report.files, 3);
    }));

  it("writes JSON of a stable shape", () =>
    inFolder({ "stacks/template.yaml": TEMPLATE }, async (folder) => {
      const { report, status } = await json(folder, "review --format json --rule timeout-long");
      deepStrictEqual(report, {
        version: 1,
        files: 1,
        findings: [
          {
            rule: "timeout-long",
            pillar: "reliability",
            pillars: ["reliability"],
            severity: "error",
            confidence: "high",
            message: "Orders may run 300 s.",
            subject: "Orders",
            fingerprint: "timeout-long:Orders:timeout",
            file: "stacks/template.yaml",
            range: { start: { line: 6, character: 15 }, end: { line: 6, character: 18 } },
            related: [{ message: "the function", file: "stacks/template.yaml", range: { start: { line: 2, character: 2 }, end: { line: 2, character: 8 } } }],
            fixes: [{ title: "Set 60 s", safety: "review" }],
          },
        ],
        problems: [],
        crashes: [],
      });
      deepStrictEqual(Object.keys(report), ["version", "files", "findings", "problems", "crashes"]);
      deepStrictEqual(status, 1);
    }));

  it("counts characters in UTF-16 units, the byte order mark not among them", () =>
    inFolder(
      { "template.json": `\uFEFF{"Resources":{"Zoë😀":{"Type":"AWS::Lambda::Function","Properties":{"MemorySize":1,"Timeout":900}}}}` },
      async (folder) => {
        const { report } = await json(folder, "review");
        deepStrictEqual(report.findings[0]?.range, { start: { line: 0, character: 93 }, end: { line: 0, character: 96 } });
      },
    ));

  describe("--fail-on", () => {
    const text = TEMPLATE.replace("300", "30");
    it("fails at the severity named and above", async () => {
      await check({ "template.yaml": text }, "review", { status: 0 });
      await check({ "template.yaml": text }, "review --fail-on warning", { status: 1 });
      await check({ "template.yaml": text }, "review --fail-on information", { status: 1 });
      await check({ "template.yaml": TEMPLATE }, "review --fail-on never", { status: 0 });
    });
  });

  describe("--fix safe", () => {
    it("writes safe fixes and reports what is left", () =>
      check({ "template.yaml": TEMPLATE }, "review --fix safe", {
        out: `template.yaml:7:16: error: Orders may run 300 s. [reliability/timeout-long] · review fix: Set 60 s

1 finding repaired in 1 file.
1 template reviewed, 1 finding: 1 error.
`,
        files: { "template.yaml": REPAIRED },
        status: 1,
      }));

    it("keeps every other byte: byte order mark, line ends, a missing last line end", () => {
      const bytes = (text: string) => `\uFEFF${text.trimEnd().replaceAll("\n", "\r\n")} # ünï`;
      return inFolder({ "template.yaml": bytes(TEMPLATE.replace("      Timeout: 300\n", "")) }, async (folder) => {
        await program(folder, "review --fix safe");
        const text = readFileSync(join(folder, "template.yaml"), "utf8");
        match(text, /^\uFEFFTransform.*\r\n/);
        ok(!/[^\r]\n/.test(text), JSON.stringify(text));
        ok(!text.endsWith("\n"));
        match(text, /Handler: app\.handler # ünï\r\n {6}MemorySize: 512$/);
      });
    });

    it("changes nothing the second time", () => check({ "template.yaml": REPAIRED }, "review --fix safe", { files: { "template.yaml": REPAIRED } }));

    it("repairs only what is asked for", () =>
      check({ "template.yaml": TEMPLATE }, "review --fix safe --rule timeout-long", { files: { "template.yaml": TEMPLATE } }));

    it("does not touch a file that is not UTF-8", () => {
      const bytes = Buffer.concat([Buffer.from(TEMPLATE), Buffer.from([0x23, 0x20, 0xe4, 0x0a])]);
      return inFolder({ "template.yaml": bytes }, async (folder) => {
        const { report } = await json(folder, "review --fix safe");
        deepStrictEqual(report.problems, [{ file: "template.yaml", message: "The file is not UTF-8: its fixes were not written." }]);
        deepStrictEqual(readFileSync(join(folder, "template.yaml")), bytes);
        deepStrictEqual(report.findings.length, 2);
      });
    });

    it("says where it may not write", function () {
      if (getuid?.() === 0) this.skip();
      return inFolder({ "template.yaml": TEMPLATE }, async (folder) => {
        chmodSync(join(folder, "template.yaml"), 0o444);
        const { report } = await json(folder, "review --fix safe");
        match(report.problems[0]?.message ?? "", /^The fixes could not be written: /);
        deepStrictEqual(report.findings.length, 2);
      });
    });
  });

  describe("with pillar-hints.json", () => {
    it("takes severities, switches and exclusions from the nearest one", () =>
      inFolder(
        {
          ".git/": "",
          "pillar-hints.json": '{ "rules": { "memory-unset": "off" }, "exclude": ["old/"] }',
          "old/a.yaml": TEMPLATE,
          "new/b.yaml": TEMPLATE,
          "other/pillar-hints.json": '{ "rules": { "timeout-long": "hint" }, "pillars": { "performance-efficiency": false } }',
          "other/c.yaml": TEMPLATE,
        },
        async (folder) => {
          const { report, status } = await json(folder, "review");
          deepStrictEqual(
            report.findings.map(({ file, rule, severity }) => `${file} ${rule} ${severity}`),
            ["new/b.yaml timeout-long error", "other/c.yaml timeout-long hint"],
          );
          deepStrictEqual([report.files, status], [2, 1]);
          // From a folder of the repository the same holds.
          deepStrictEqual((await json(folder, "review", join(folder, "new"))).report.findings.length, 1);
        },
      ));

    it("reports what is wrong with it", () =>
      inFolder({ "template.yaml": CLEAN, "pillar-hints.json": '{\n  "rules": { "memory": "off" },\n  "exclude": 3\n}' }, async (folder) => {
        const { report, status } = await json(folder, "review --fail-on warning");
        deepStrictEqual(
          report.findings.map(({ file, rule, pillar, severity, message, range }) => [file, rule, pillar, severity, message, range.start]),
          [
            ["pillar-hints.json", "project-file", "operational-excellence", "warning", 'There is no rule "memory".', { line: 1, character: 13 }],
            ["pillar-hints.json", "project-file", "operational-excellence", "warning", "exclude should be a list.", { line: 2, character: 13 }],
          ],
        );
        deepStrictEqual(status, 1);
      }));
  });

  it("reports what is wrong with allows, and leaves out what they allow", () =>
    inFolder(
      { "template.yaml": TEMPLATE.replace("300", "300 # pillar-hints: allow timeout-long\n      # pillar-hints: allow nothing -- at all") },
      async (folder) => {
        const { report } = await json(folder, "review");
        deepStrictEqual(
          report.findings.map(({ rule, range }) => `${range.start.line}:${range.start.character} ${rule}`),
          ["2:2 memory-unset", "6:19 allow-without-reason", "7:28 allow-unknown-rule"],
        );
        deepStrictEqual((await json(folder, "review --rule timeout-long")).report.findings, []);
      },
    ));

  describe("with bad input", () => {
    it("reviews the rest of a broken template, and says so", () =>
      inFolder({ "template.yaml": TEMPLATE.replace("Transform:", "Broken: [\nTransform:") }, async (folder) => {
        const { report } = await json(folder, "review");
        match(report.problems[0]?.message ?? "", /^Syntax error in line [12]; the rest was reviewed\. /);
        deepStrictEqual(report.findings.length, 2);
      }));

    it("is silent about files that are no templates, empty and binary ones among them", () =>
      check({ "a.yaml": "", "b.json": '{"a":1}', "c.yaml": "\0\0", "d.yaml": Buffer.from([0xff, 0xfe, 0x52, 0, 0x65, 0]), "e.json": "[" }, "review", {
        out: "0 templates reviewed, no findings.\n",
        status: 0,
      }));

    it("says that a file which was named is no text", () =>
      check({ "c.yaml": "\0\0" }, "review c.yaml", { out: "c.yaml: The file is no text.\n\n0 templates reviewed, no findings.\n", status: 0 }));

    it("says that a file is too large, and reviews the others", () =>
      inFolder(
        { "large.yaml": `${TEMPLATE}${"#".repeat(11_000_000)}`, "long.yaml": `${TEMPLATE}${"# ".repeat(2_500_000)}`, "template.yaml": CLEAN },
        async (folder) => {
          const { report } = await json(folder, "review");
          deepStrictEqual(
            report.problems.map(({ file, message }) => `${file}: ${message}`),
            ["large.yaml", "long.yaml"].map((file) => `${file}: The file is too large to be a template: it was not reviewed.`),
          );
          deepStrictEqual(report.files, 1);
        },
      ));

    it("does not wait for a pipe or a device", () =>
      inFolder({ "template.yaml": CLEAN }, async (folder) => {
        symlinkSync("/dev/zero", join(folder, "zero.yaml"));
        const { report } = await json(folder, "review . zero.yaml");
        deepStrictEqual(report.problems, [{ file: "zero.yaml", message: "The file is no text." }]);
      }));

    it("refuses a path that is not there", () => check({}, "review gone.yaml", { said: "pillar-hints: There is no gone.yaml.\n", out: "", status: 2 }));

    it("refuses what it does not understand", () =>
      check({}, "review --loud", { said: /^pillar-hints: Unknown option '--loud'\nTry pillar-hints --help\.\n$/, out: "", status: 2 }));
  });

  it("names a rule that fails, keeps what the others find, and ends with a status of its own", () =>
    inFolder({ "template.yaml": TEMPLATE }, async (folder) => {
      const { report, status } = await json(folder, "review --fail-on never", folder, [...TEST_RULES, crashing]);
      deepStrictEqual(report.crashes.length, 1);
      deepStrictEqual([report.crashes[0]?.file, report.crashes[0]?.rule], ["template.yaml", "crashing"]);
      match(report.crashes[0]?.message ?? "", /out of order/);
      deepStrictEqual([report.findings.length, status], [2, 3]);
    }));

  it("tells how far it is once it takes long", async () => {
    const files = Object.fromEntries(Array.from({ length: 24 }, (_, index) => [`${index}.yaml`, TEMPLATE]));
    await inFolder(files, async (folder) => {
      const lines: string[] = [];
      const slow: Rule = {
        ...crashing,
        // biome-ignore lint/correctness/useYield: it finds nothing, slowly.
        *check() {
          const end = performance.now() + 50;
          while (performance.now() < end);
          return undefined;
        },
      };
      await program(folder, "review", folder, [slow], (line) => lines.push(line));
      match(lines[0] ?? "", /^Reviewing: \d+ of 24 files$/);
      deepStrictEqual(lines.at(-1), "");
    });
  });

  it("prints help and version", async () => {
    await check({}, "--help", { out: /^Reviews AWS SAM .*\n\nUsage: pillar-hints review \[paths\]/, status: 0 });
    await check({}, "--version", { out: /^\d+\.\d+\.\d+\n$/, status: 0 });
  });

  it("reads again what it wrote", () =>
    inFolder({ "template.yaml": TEMPLATE }, async (folder) => {
      writeFileSync(join(folder, "template.yaml"), CLEAN);
      deepStrictEqual((await json(folder, "review")).report.findings, []);
    }));
});

interface Expected {
  readonly out?: string | RegExp;
  readonly said?: string | RegExp;
  readonly status?: number;
  readonly files?: Readonly<Record<string, string>>;
}

async function check(files: Readonly<Record<string, string | Uint8Array>>, parameters: string, expected: Expected): Promise<void> {
  await inFolder(files, async (folder) => {
    const { out, said, status } = await program(folder, parameters);
    like(out, expected.out);
    like(said, expected.said);
    if (expected.status !== undefined) deepStrictEqual(status, expected.status);
    for (const [name, text] of Object.entries(expected.files ?? {})) deepStrictEqual(readFileSync(join(folder, name), "utf8"), text);
  });
}

function like(text: string, expected: string | RegExp | undefined): void {
  if (typeof expected === "string") deepStrictEqual(text, expected);
  else if (expected) match(text, expected);
}

interface JsonReport {
  readonly files: number;
  readonly findings: readonly {
    readonly file: string;
    readonly rule: string;
    readonly pillar: string;
    readonly severity: string;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
  }[];
  readonly problems: readonly { readonly file: string; readonly message: string }[];
  readonly crashes: readonly { readonly file: string; readonly rule: string; readonly message: string }[];
}

async function json(
  folder: string,
  parameters: string,
  workingDirectory = folder,
  rules = TEST_RULES,
): Promise<{ readonly report: JsonReport; readonly status: number }> {
  const { out, status } = await program(folder, `${parameters} --format json`, workingDirectory, rules);
  return { report: JSON.parse(out) as JsonReport, status };
}

async function program(folder: string, parameters: string, workingDirectory = folder, rules = TEST_RULES, tell?: (line: string) => void) {
  let out = "";
  let said = "";
  const status = await run(parameters.split(" "), {
    rules,
    workingDirectory,
    now: new Date(2026, 10, 24),
    out: (text) => {
      out += text;
    },
    say: (text) => {
      said += text;
    },
    ...(tell ? { tell } : {}),
  });
  return { out, said, status };
}
