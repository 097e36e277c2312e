import { deepStrictEqual } from "node:assert";
import { stepsOf } from "../../../server/src/base/place.ts";
import { entryOf } from "../../../server/src/project/entry/entry-of.ts";
import { locate } from "../../../server/src/syntax/locate.ts";
import { read } from "../../../server/src/syntax/read.ts";
import { graphOf } from "../templates.ts";
import { check, sam, samFunction } from "./entries.ts";
import { filesOf, type Texts } from "./files.ts";

describe("code that stands in the template", () => {
  const inline = (code: string, handler = "index.handler") =>
    `Resources:\n  Fn:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: python3.13\n      Handler: ${handler}\n      Code:\n        ${code}\n`;
  it("is its own source", () => located(inline("ZipFile: |\n          def handler(event, context):\n            pass")));
  it("in a text without references", () => located(inline("ZipFile: !Sub |\n          def handler(event, context):\n            pass")));
  it("the same in the long form", () => located(inline("ZipFile:\n          Fn::Sub: |\n            def handler(event, context):\n              pass")));
  it("in InlineCode", () => located(samFunction(`Runtime: python3.13, Handler: index.handler, InlineCode: "def handler(event, context): pass"`)));
  it("with references", () =>
    check(inline("ZipFile: !Sub \"x = '${AWS::Region}'\""), {}, "? the inline code of Fn is not written out: known at deployment only"));
  it("with escaped references", () => check(inline("ZipFile: !Sub \"x = '${!Region}'\""), {}, "? the inline code of Fn is put together from pieces"));
  it("joined from lines", () => check(inline('ZipFile: !Join ["", ["x = 1", "y = 2"]]'), {}, "? the inline code of Fn is put together from pieces"));
  it("is a module called index", () =>
    check(inline("ZipFile: x = 1", "app.handler"), {}, "? inline code is a module called index, which the handler of Fn does not name"));

  function located(template: string): void {
    const [fn] = graphOf(template).all("function");
    const found = fn && entryOf(fn, filesOf({}).files);
    if (!found?.known || found.value.is !== "entry") throw new Error("No entry was found.");
    const { place, text } = found.value.entry.source;
    const at = locate(read(template), stepsOf(place.path), place.part, { start: text.indexOf("handler"), end: text.indexOf("handler") + 7 });
    deepStrictEqual(at && template.slice(at.start, at.end), "handler");
    deepStrictEqual(at && template.slice(at.start - 4, at.start), "def ");
  }
});

describe("code in an image", () => {
  const image = (title: string, dockerfile: string, texts: Texts, expected: string, properties = "") =>
    it(title, () =>
      check(
        samFunction(`PackageType: Image${properties}`, "DockerContext: ./app, Dockerfile: Dockerfile.lambda"),
        { "app/Dockerfile.lambda": dockerfile, ...texts },
        expected,
      ),
    );
  const PYTHON = "FROM public.ecr.aws/lambda/python:3.13\n";
  image("as its command says", `${PYTHON}COPY app.py requirements.txt ./\nCMD ["app.handler"]`, { "app/app.py": "" }, "app/app.py handler");
  image("copied from a folder", `${PYTHON}COPY src/ \${LAMBDA_TASK_ROOT}/\nCMD [ "app.handler" ]`, { "app/src/app.py": "" }, "app/src/app.py handler");
  image("copied into a folder", `${PYTHON}COPY orders /var/task/lib\nCMD ["lib.app.handler"]`, { "app/orders/app.py": "" }, "app/orders/app.py handler");
  image("with all that stands there", `${PYTHON}COPY . .\nCMD ["app.handler"]`, { "app/app.py": "" }, "app/app.py handler");
  image(
    "the last stage",
    `FROM node AS build\nCMD ["x.y"]\nFROM public.ecr.aws/lambda/nodejs:22\nCOPY --from=build /out ./\nCMD ["app.handler"]`,
    { "app/app.ts": "", "app/app.py": "" },
    "app/app.ts handler, built",
  );
  image("with a command of the template", `${PYTHON}CMD ["x.y"]`, { "app/app.py": "" }, "app/app.py handler", ", ImageConfig: { Command: [app.handler] }");
  image(
    "with another command",
    `${PYTHON}CMD ["python", "app.py"]`,
    { "app/app.py": "" },
    "? the command of the image of Fn is no handler that is written out",
  );
  image("with a shell", `${PYTHON}CMD app.handler`, { "app/app.py": "" }, "? the command of the image of Fn is no handler that is written out");
  image(
    "that is started otherwise",
    `${PYTHON}CMD ["app.handler"]`,
    { "app/app.py": "" },
    "? the command of the image of Fn is no handler that is written out",
    ", ImageConfig: { EntryPoint: [sh] }",
  );
  image(
    "that another stage makes",
    `${PYTHON}COPY --from=build lib ./\nCMD ["app.handler"]`,
    { "app/lib/app.py": "" },
    "? the module that the command of the image of Fn names was not found",
  );
  image("whose source stands in src", `${PYTHON}COPY --from=build /out ./\nCMD ["app.handler"]`, { "app/src/app.py": "" }, "app/src/app.py handler");
  image(
    "whose last stage says nothing",
    `${PYTHON}CMD ["app.handler"]\nFROM scratch`,
    { "app/app.py": "" },
    "? the command of the image of Fn is no handler that is written out",
  );
  image("that is not found", `${PYTHON}CMD ["app.handler"]`, {}, "? the module that the command of the image of Fn names was not found");
  sam("built elsewhere", "PackageType: Image, ImageUri: x", {}, "? the image of Fn is not built in this workspace");
});

describe("code behind a vendor's handler", () => {
  const behind = (title: string, handler: string, variables: string, texts: Texts, expected: string) =>
    sam(title, `Runtime: python3.13, CodeUri: src, Handler: ${handler}, Environment: { Variables: { ${variables} } }`, texts, expected);
  behind("named by a variable", "datadog_lambda.handler.handler", "DD_LAMBDA_HANDLER: app.main", { "src/app.py": "" }, "src/app.py main");
  behind("of another vendor", "newrelic_lambda_wrapper.handler", "NEW_RELIC_LAMBDA_HANDLER: app.main", { "src/app.py": "" }, "src/app.py main");
  behind(
    "known at deployment only",
    "datadog_lambda.handler.handler",
    "DD_LAMBDA_HANDLER: !ImportValue x",
    { "src/app.py": "" },
    "? the handler behind that of a vendor is not known: it is imported from another stack",
  );
  behind(
    "that is missing",
    "datadog_lambda.handler.handler",
    "DD_LAMBDA_HANDLER: ap.main",
    { "src/app.py": "" },
    "? the module that the handler of Fn names was not found: a vendor's handler loads it",
  );
  behind("the variable without the vendor's handler", "app.handler", "LAMBDA_HANDLER: other.main", { "src/app.py": "" }, "src/app.py handler");
  behind(
    "in variables that are not all known",
    "datadog_lambda.handler.handler",
    "A: b, Fn::Transform: { Name: AWS::Include }",
    { "src/app.py": "" },
    "? the handler behind that of a vendor is not known: a transform adds entries here at deployment",
  );
  behind("in a layer", "/opt/nodejs/x.handler", "A: b", {}, "? the handler of Fn names no module of its own code");
});
