import { deepStrictEqual } from "node:assert";
import { type Files, said } from "./workspace.ts";

const check = (files: Files, expected: readonly string[], path?: string) => deepStrictEqual(said(files, path), expected);

const queue = (seconds: string) => `Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      VisibilityTimeout: ${seconds}\n`;
const NESTED = "  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: child.yaml\n";
const child = (value: string) =>
  `Parameters:\n  Seconds:\n    Type: Number\n    Default: 30\nResources:\n  Topic:\n    Type: AWS::SNS::Topic\nOutputs:\n  Time:\n    Value: ${value}\n`;

describe("An output of a nested template", () => {
  const asking = `${queue("!GetAtt Child.Outputs.Time")}${NESTED}`;
  it("is known where it is a literal", () => check({ "template.yaml": asking, "child.yaml": child("20") }, ["Jobs waits 20 s (child.yaml:10). at child.yaml"]));
  it("is known where it is a parameter that the nesting template gives", () =>
    check({ "template.yaml": `${asking}      Parameters:\n        Seconds: 25\n`, "child.yaml": child("!Ref Seconds") }, ["Jobs waits 25 s. at 25"]));
  it("is known where it is the default of a parameter that nobody gives", () =>
    check({ "template.yaml": asking, "child.yaml": child("!Ref Seconds") }, ["Jobs waits 30 s (child.yaml:4). at child.yaml"]));
  it("is unknown where it is about a resource of the nested template", () =>
    check({ "template.yaml": asking, "child.yaml": child("!Ref Topic") }, ["Jobs unknown: not a number that is known before deployment"]));
  it("is unknown where the nested template is not there", () =>
    check({ "template.yaml": asking }, ["Jobs unknown: not a number that is known before deployment"]));
  it("is read for applications of SAM alike", () =>
    check(
      {
        "template.yaml": asking.replace("AWS::CloudFormation::Stack", "AWS::Serverless::Application").replace("TemplateURL", "Location"),
        "child.yaml": child("20"),
      },
      ["Jobs waits 20 s (child.yaml:10). at child.yaml"],
    ));
});

describe("A parameter of a nested template", () => {
  const nested = `Parameters:\n  Seconds:\n    Type: Number\n    Default: 30\n${queue("!Ref Seconds")}`;
  const root = (...given: readonly string[]) =>
    `Resources:\n${given.map((value, index) => `  Child${index}:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: app/child.yaml\n${value}`).join("")}`;
  const passing = (value: string) => `      Parameters:\n        Seconds: ${value}\n`;
  const below = (expected: readonly string[], ...given: readonly string[]) =>
    check({ "app/child.yaml": nested, "template.yaml": root(...given) }, expected, "app/child.yaml");

  it("has its default where no template is known to nest it", () => check({ "app/child.yaml": nested }, ["Jobs waits 30 s. at 30"], "app/child.yaml"));
  it("has its default where it is not given", () => below(["Jobs waits 30 s. at 30"], ""));
  it("has the value that the only one gives", () => {
    below([], passing("90"));
    below(["Jobs waits 20 s (template.yaml:7). at Seconds"], passing("20"));
  });
  it("has the value that all give alike, and none where they differ", () => {
    below([], passing("90"), passing("90"));
    below(["Jobs unknown: Seconds is given by template.yaml"], passing("90"), passing("20"));
    below(["Jobs unknown: Seconds is given by template.yaml"], passing("90"), "");
  });
  it("is unknown where it refers to something of the nesting template", () =>
    below(["Jobs unknown: Seconds is given by template.yaml"], passing("!GetAtt Other.Seconds")));
});
