import { deepStrictEqual, equal } from "node:assert";
import { writtenFix } from "../../../server/src/features/fixes.ts";
import { type Files, reviewIn, said } from "./workspace.ts";

const check = (files: Files, expected: readonly string[]) => deepStrictEqual(said(files), expected);

const include = (location: string, indent: string) =>
  `${indent}Fn::Transform:\n${indent}  Name: AWS::Include\n${indent}  Parameters:\n${indent}    Location: ${location}\n`;

const OWN = "Resources:\n  Own:\n    Type: AWS::SQS::Queue\n";
const MORE = "More:\n  Type: AWS::SQS::Queue\n  Properties:\n    VisibilityTimeout: 20\n";

describe("A document that a template includes", () => {
  it("among the resources: they are read as if they stood there, and shown where they are included", () =>
    check({ "template.yaml": `${OWN}    Properties:\n      VisibilityTimeout: 90\n${include("more.yaml", "  ")}`, "more.yaml": MORE }, [
      "More waits 20 s (more.yaml:4). at more.yaml",
    ]));

  it("among the properties of a resource", () =>
    check({ "template.yaml": `${OWN}    Properties:\n${include("./parts/queue.yaml", "      ")}`, "parts/queue.yaml": "VisibilityTimeout: 20\n" }, [
      "Own waits 20 s (queue.yaml:1). at ./parts/queue.yaml",
    ]));

  it("beside other properties: those of the template stand", () =>
    check(
      {
        "template.yaml": `${OWN}    Properties:\n      VisibilityTimeout: 90\n${include("queue.json", "      ")}`,
        "queue.json": '{ "VisibilityTimeout": 20, "QueueName": "own" }',
      },
      [],
    ));

  it("in place of a value", () =>
    check({ "template.yaml": `${OWN}    Properties:\n      VisibilityTimeout:\n${include("seconds.json", "        ")}`, "seconds.json": "20" }, [
      "Own waits 20 s (seconds.json:1). at seconds.json",
    ]));

  it("among the mappings", () =>
    check(
      {
        "template.yaml": `Mappings:\n${include("times.yaml", "  ")}${OWN}    Properties:\n      VisibilityTimeout: !FindInMap [Times, all, seconds]\n`,
        "times.yaml": "Times:\n  all:\n    seconds: 20\n",
      },
      ["Own waits 20 s (times.yaml:3). at times.yaml"],
    ));

  it("around the whole template", () =>
    check(
      {
        "template.yaml": `Transform:\n  Name: AWS::Include\n  Parameters:\n    Location: all.yaml\n${OWN}    Properties:\n      VisibilityTimeout: 90\n`,
        "all.yaml": `Resources:\n${MORE.replace(/^/gm, "  ")}`,
      },
      ["More waits 20 s (all.yaml:5). at all.yaml"],
    ));

  it("leaves open what it would say where it is not there, lies elsewhere, or is chosen at deployment", () => {
    for (const [location, reason] of [
      ["missing.yaml", "missing.yaml is not there"],
      ["../outside.yaml", "../outside.yaml lies outside the workspace"],
      ["s3://bucket/queue.yaml", "a transform writes it at deployment"],
      ["!Ref Where", "a transform writes it at deployment"],
    ] as const)
      check({ "template.yaml": `${OWN}    Properties:\n${include(location, "      ")}` }, [`Own unknown: ${reason}`]);
  });

  it("leaves open what it includes itself", () =>
    check(
      {
        "template.yaml": `${OWN}    Properties:\n${include("outer.yaml", "      ")}`,
        "outer.yaml": `QueueName: own\n${include("inner.yaml", "")}`,
        "inner.yaml": "VisibilityTimeout: 20\n",
      },
      ["Own unknown: an include inside an included file is not followed"],
    ));

  it("leaves open what a syntax error hides", () =>
    check({ "template.yaml": `${OWN}    Properties:\n${include("queue.yaml", "      ")}`, "queue.yaml": "QueueName: [a\n" }, [
      "Own unknown: a syntax error stands here",
    ]));

  it("makes the checks run again that look at it, and no others", () => {
    const files = { "template.yaml": `${OWN}${include("more.yaml", "  ")}`, "more.yaml": MORE };
    const before = reviewIn(files);
    const after = reviewIn({ ...files, "more.yaml": MORE.replace("20", "90") }, "template.yaml", before);
    deepStrictEqual([before.findings.length, after.findings.length], [2, 1]);
    equal(reviewIn(files, "template.yaml", before).findings.length, 2);
  });

  it("is not edited by a fix", () => {
    const result = reviewIn({ "template.yaml": `${OWN}    Properties:\n      VisibilityTimeout: 90\n${include("more.yaml", "  ")}`, "more.yaml": MORE });
    const [finding] = result.findings;
    if (!finding) throw new Error("Nothing was found.");
    const fix = { title: "Wait longer", safety: "review", edits: [{ replace: finding.place, by: 90 }] } as const;
    deepStrictEqual(writtenFix(result, finding, fix), { cannot: "it stands in more.yaml" });
  });
});
