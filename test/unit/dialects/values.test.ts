import { deepEqual } from "node:assert/strict";
import { stepsOf } from "../../../server/src/base/place.ts";
import { inEachWorld } from "../templates.ts";

/** What `VisibilityTimeout: <written>` of a queue is known to be, in each world: the value and its origin, or the reason why it is unknown. */
function check(written: string, expected: readonly string[], head = ""): void {
  const text = `${head}\nResources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      VisibilityTimeout: ${written}\n`;
  const said = inEachWorld(text, (graph) => {
    const queue = graph.resource("Jobs");
    if (!queue?.is("queue")) return "no queue";
    const value = queue.number("visibilityTimeout");
    return value.known ? `${value.value} ${value.origin} at ${stepsOf(value.place.path).join("/")}` : `unknown: ${value.reason}`;
  });
  deepEqual(said, expected);
}

const HERE = "Resources/Jobs/Properties/VisibilityTimeout";

describe("A number of a template", () => {
  it("is known where it is written", () => check("60", [`60 literal at ${HERE}`]));
  it("is read from quotes", () => check('"60"', [`60 literal at ${HERE}`]));
  it("is unknown where it is written twice, because readers of YAML disagree on which one counts", () =>
    check("60\n      VisibilityTimeout: 30", ["unknown: VisibilityTimeout is written twice"]));
  it("is that of the map where a merge key brings another one along", () =>
    check("60\n      <<: *defaults", [`60 literal at ${HERE}`], "x-defaults: &defaults { VisibilityTimeout: 30 }"));
  it("comes from a parameter's default, where a person would edit it", () =>
    check("!Ref Seconds", ["45 parameter at Parameters/Seconds/Default"], "Parameters:\n  Seconds:\n    Type: Number\n    Default: 45"));
  it("is unknown for a parameter without default", () =>
    check("!Ref Seconds", ["unknown: parameter Seconds has no default"], "Parameters:\n  Seconds:\n    Type: Number"));
  it("is unknown for a parameter from Parameter Store, whose default is a name", () =>
    check(
      "!Ref Seconds",
      ["unknown: parameter Seconds is read from Parameter Store"],
      "Parameters:\n  Seconds:\n    Type: AWS::SSM::Parameter::Value<String>\n    Default: /app/45",
    ));
  it("comes from a mapping with known keys", () =>
    check("!FindInMap [Times, prod, visibility]", ["90 mapping at Mappings/Times/prod/visibility"], "Mappings:\n  Times:\n    prod:\n      visibility: 90"));
  it("is unknown for a mapping chosen at deployment", () =>
    check(
      "!FindInMap [Times, !Ref AWS::Region, visibility]",
      ["unknown: the mapping is chosen at deployment"],
      "Mappings:\n  Times:\n    eu-west-1:\n      visibility: 90",
    ));
  it("is AWS's default where nothing is written, marked at the resource", () => check("!Ref AWS::NoValue", ["30 default at Resources/Jobs"]));
  it("is decided by a condition in each world", () =>
    check(
      "!If [Prod, 60, !Ref AWS::NoValue]",
      [`60 literal at ${HERE}/1`, "30 default at Resources/Jobs"],
      "Conditions:\n  Prod: !Equals [!Ref Stage, prod]\nParameters:\n  Stage:\n    Type: String",
    ));
  it("is read in the long form as well", () =>
    check(
      '{ "Fn::If": ["Prod", 60, 90] }',
      [`60 literal at ${HERE}/Fn::If/1`, `90 literal at ${HERE}/Fn::If/2`],
      "Conditions:\n  Prod: !Equals [!Ref Stage, prod]",
    ));
  it("is unknown for an import", () => check("!ImportValue timeout", ["unknown: it is imported from another stack"]));
  it("is unknown behind a tag that CloudFormation does not have", () => check("!Env timeout", ["unknown: the tag !Env is not one of CloudFormation's"]));
  it("is unknown while it is being typed", () => check("", ["unknown: nothing is written here yet"]));
  it("is unknown for a dynamic reference", () => check('"{{resolve:ssm:/app/timeout}}"', ["unknown: not a number that is known before deployment"]));
  it("is picked from a list", () => check("!Select [1, [10, 20]]", [`20 literal at ${HERE}/1/1`]));
  it("does not follow parameters that name each other", () =>
    check("!Ref A", ["unknown: nested too deeply"], "Parameters:\n  A:\n    Type: Number\n    Default: !Ref B\n  B:\n    Type: Number\n    Default: !Ref A"));
});

describe("Conditions", () => {
  const stages =
    "Parameters:\n  Stage:\n    Type: String\n    AllowedValues: [dev, prod]\nConditions:\n  Prod: !Equals [!Ref Stage, prod]\n  Dev: !Equals [!Ref Stage, dev]\n  NotProd: !Not [!Condition Prod]";
  it("about one parameter exclude each other", () => check("!If [Prod, !If [Dev, 1, 2], 3]", [`2 literal at ${HERE}/1/2`, `3 literal at ${HERE}/2`], stages));
  it("that exhaust the allowed values leave no other world", () =>
    check("!If [Prod, 1, !If [Dev, 2, 3]]", [`1 literal at ${HERE}/1`, `2 literal at ${HERE}/2/1`], stages));
  it("follow `Not`", () => check("!If [Prod, !If [NotProd, 1, 2], 3]", [`2 literal at ${HERE}/1/2`, `3 literal at ${HERE}/2`], stages));
  it("that compare two literals have one answer", () => check("!If [Never, 1, 2]", [`2 literal at ${HERE}/2`], "Conditions:\n  Never: !Equals [a, b]"));
  it("that name each other in a circle can hold or not", () =>
    check("!If [A, 1, 2]", [`1 literal at ${HERE}/1`, `2 literal at ${HERE}/2`], "Conditions:\n  A: !Condition B\n  B: !Condition A"));
  it("that are not declared can hold or not", () => check("!If [Missing, 1, 2]", [`1 literal at ${HERE}/1`, `2 literal at ${HERE}/2`]));
});
