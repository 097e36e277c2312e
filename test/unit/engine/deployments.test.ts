import { deepStrictEqual } from "node:assert";
import { type Files, said } from "./workspace.ts";

const check = (files: Files, expected: readonly string[], path?: string) => deepStrictEqual(said(files, path), expected);

const template = (head: string, seconds: string) =>
  `${head}Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      VisibilityTimeout: ${seconds}\n`;
const SECONDS = "Parameters:\n  Seconds:\n    Type: Number\n    Default: 30\n";
const GIVEN = SECONDS.replace("    Default: 30\n", "");
const STAGE = "Parameters:\n  Stage:\n    Type: String\nConditions:\n  IsProd: !Equals [!Ref Stage, prod]\n";
const toml = (environments: Readonly<Record<string, string>>) =>
  `version = 0.1\n${Object.entries(environments)
    .map(([name, overrides]) => `[${name}.deploy.parameters]\nparameter_overrides = ${overrides}\n`)
    .join("")}`;
const file = (values: Readonly<Record<string, string>>) =>
  JSON.stringify(Object.entries(values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })));

describe("A named deployment", () => {
  const TEMPLATE = template(SECONDS, "!Ref Seconds");
  const BARE = template(GIVEN, "!Ref Seconds");

  it("gives a parameter its value", () => {
    check({ "template.yaml": BARE, "samconfig.toml": toml({ prod: '"Seconds=20"' }) }, ["Jobs waits 20 s (samconfig.toml). at Seconds"]);
    check({ "template.yaml": BARE }, ["Jobs unknown: parameter Seconds has no default"]);
  });
  it("stands before a default", () => check({ "template.yaml": TEMPLATE, "samconfig.toml": toml({ prod: '"Seconds=90"' }) }, []));
  it("that holds alone is named", () =>
    check({ "template.yaml": TEMPLATE, "samconfig.toml": toml({ staging: '"Seconds=90"', prod: '"Other=1"' }) }, ["Jobs waits 30 s (in prod). at 30"]));
  it("is not named where all of them say the same", () =>
    check({ "template.yaml": BARE, "samconfig.toml": toml({ staging: '"Seconds=20"', prod: '"Seconds=20"' }) }, [
      "Jobs waits 20 s (samconfig.toml). at Seconds",
    ]));
  it("is named with its own value where each has another", () =>
    check({ "template.yaml": BARE, "samconfig.toml": toml({ staging: '"Seconds=10"', prod: '"Seconds=20"' }) }, [
      "Jobs waits 10 s (in staging) (samconfig.toml). at Seconds",
    ]));
  it("decides conditions", () => {
    const chosen = template(STAGE, "!If [IsProd, 20, 90]");
    check({ "template.yaml": chosen }, []);
    check({ "template.yaml": chosen, "samconfig.toml": toml({ staging: '"Stage=staging"', prod: '"Stage=prod"' }) }, ["Jobs waits 20 s (in prod). at 20"]);
  });
  it("for development is left out where there are others, and where it is alone only says what differs elsewhere", () => {
    const chosen = template(STAGE, "!If [IsProd, 90, 20]");
    check({ "template.yaml": chosen, "samconfig.toml": toml({ dev: '"Stage=dev"' }) }, []);
    check({ "template.yaml": chosen, "samconfig.toml": toml({ one: '"Stage=dev"', prod: '"Stage=prod"' }) }, []);
    for (const seconds of ["90", "20"])
      check({ "template.yaml": TEMPLATE, "samconfig.toml": toml({ dev: `"Seconds=${seconds}"` }) }, ["Jobs unknown: Seconds is known for development only"]);
    check({ "template.yaml": TEMPLATE, "samconfig.toml": toml({ dev: '"Seconds=30"' }) }, ["Jobs waits 30 s. at 30"]);
  });
  it("is named where one for development is left out", () => {
    check({ "template.yaml": BARE, "samconfig.toml": toml({ dev: '"Seconds=90"', prod: '"Seconds=20"' }) }, [
      "Jobs waits 20 s (in prod) (samconfig.toml). at Seconds",
    ]);
    const chosen = template(STAGE, "!If [IsProd, 20, 90]");
    check({ "template.yaml": chosen, "samconfig.toml": toml({ dev: '"Stage=dev"', prod: '"Stage=prod"' }) }, ["Jobs waits 20 s (in prod). at 20"]);
  });
  it("without a name of its own decides no condition, also beside those with one", () =>
    check({ "template.yaml": template(STAGE, "!If [IsProd, 20, 90]"), "samconfig.toml": toml({ default: '"Stage=prod"', staging: '"Stage=staging"' }) }, []));
  it("without a name of its own decides no condition where it is alone", () =>
    check({ "template.yaml": template(STAGE, "!If [IsProd, 20, 90]"), "samconfig.toml": toml({ default: '"Stage=prod"' }) }, []));
  it("leaves unknown what scripts fill in", () =>
    check({ "template.yaml": TEMPLATE, "samconfig.toml": toml({ prod: '"Seconds=$SECONDS"' }) }, [
      "Jobs unknown: the value of Seconds is filled in at deployment",
    ]));
  it("leaves a parameter from Parameter Store unknown", () =>
    check({ "template.yaml": BARE.replace("Number", "AWS::SSM::Parameter::Value<String>"), "samconfig.toml": toml({ prod: '"Seconds=20"' }) }, [
      "Jobs unknown: parameter Seconds has no default",
    ]));
  it("counts among the worlds, of which too many leave a check undecided", () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`stage${index}`, `"Seconds=${index}"`]));
    check({ "template.yaml": TEMPLATE, "samconfig.toml": toml(many) }, ["Jobs unknown: too many conditions decide this"]);
  });
});

describe("Settings of SAM", () => {
  const TEMPLATE = template(SECONDS, "!Ref Seconds");
  const FOUND = ["Jobs waits 20 s (samconfig.toml). at Seconds"];
  it("give overrides as a text, quoted or not, in the long form, or as a list", () => {
    for (const overrides of [
      '"Other=1 Seconds=20"',
      '"Seconds=\\"20\\" Other=\\"a b\\""',
      '"ParameterKey=Seconds,ParameterValue=20 ParameterKey=Other,ParameterValue=1"',
      '["Other=1", "Seconds=20"]',
      "\"Other='a Seconds=90' Seconds=20\"",
    ])
      check({ "template.yaml": TEMPLATE, "samconfig.toml": toml({ prod: overrides }) }, FOUND);
  });
  it("may give them for all commands", () =>
    check({ "template.yaml": TEMPLATE, "samconfig.toml": '[prod.global.parameters]\nparameter_overrides = "Seconds=20"\n' }, FOUND));
  it("are written in YAML too, with a map", () =>
    check(
      { "template.yaml": TEMPLATE, "samconfig.yaml": "version: 0.1\nprod:\n  deploy:\n    parameters:\n      parameter_overrides:\n        Seconds: 20\n" },
      ["Jobs waits 20 s (samconfig.yaml:6). at Seconds"],
    ));
  it("are for the template that they name, else for the one that SAM looks for", () => {
    const settings = toml({ prod: '"Seconds=90"' });
    check({ "orders.yaml": TEMPLATE, "samconfig.toml": settings }, ["Jobs waits 30 s. at 30"], "orders.yaml");
    check({ "orders.yaml": TEMPLATE, "samconfig.toml": `${settings}template_file = "orders.yaml"\n` }, [], "orders.yaml");
    check({ "template.yaml": TEMPLATE, "samconfig.toml": `${settings}template_file = "orders.yaml"\n` }, ["Jobs waits 30 s. at 30"]);
    check({ "template.yaml": TEMPLATE, "samconfig.toml": `${settings}template_file = ".aws-sam/build/template.yaml"\n` }, []);
  });
  it("that say nothing of parameters are no deployment", () =>
    check({ "template.yaml": TEMPLATE, "samconfig.toml": `${toml({ prod: '"Seconds=90"' })}[default.deploy.parameters]\nstack_name = "orders"\n` }, []));
  it("that name another file leave all parameters unknown", () =>
    check({ "template.yaml": TEMPLATE, "samconfig.toml": toml({ prod: '"file://values.json"' }) }, [
      "Jobs unknown: the value of Seconds is filled in at deployment",
    ]));
  it("that are broken say nothing", () => check({ "template.yaml": TEMPLATE, "samconfig.toml": "[prod" }, ["Jobs waits 30 s. at 30"]));
});

describe("A file of parameters", () => {
  const TEMPLATE = template(SECONDS, "!Ref Seconds");
  it("is a list or a map, under its usual names", () => {
    const shown = (name: string, line = 1) => [`Jobs waits 20 s (${name}:${line}). at Seconds`];
    for (const name of ["parameters.json", "prod.params.json", "parameters-prod.json", "template-prod.parameters.json"])
      check({ "template.yaml": TEMPLATE, [name]: file({ Seconds: "20" }) }, shown(name));
    check({ "template.yaml": TEMPLATE, "params/prod.json": '{\n  "Parameters": { "Seconds": 20 }\n}' }, shown("prod.json", 2));
  });
  it("names its deployment", () =>
    check({ "template.yaml": TEMPLATE, "params/prod.json": file({ Seconds: "20" }), "params/staging.json": file({ Seconds: "90" }) }, [
      "Jobs waits 20 s (in prod) (prod.json:1). at Seconds",
    ]));
  it("is for no template that lacks one of its parameters, or has another that must be given", () => {
    check({ "template.yaml": TEMPLATE, "parameters.json": file({ Seconds: "90", Vpc: "a" }) }, ["Jobs waits 30 s. at 30"]);
    check({ "template.yaml": TEMPLATE.replace("Resources:", "  Name:\n    Type: String\nResources:"), "parameters.json": file({ Seconds: "90" }) }, [
      "Jobs waits 30 s. at 30",
    ]);
  });
  it("is no template and no other JSON", () =>
    check({ "template.yaml": TEMPLATE, "parameters.json": '{ "Parameters": { "Seconds": { "Type": "Number" } } }' }, ["Jobs waits 30 s. at 30"]));
});
