import { deepStrictEqual } from "node:assert";
import { mayClaim } from "../../../server/src/project/entry/claims.ts";
import { graphOf, TEMPLATE_URI } from "../templates.ts";
import { samFunction } from "./entries.ts";
import { WORKSPACE } from "./files.ts";

describe("which functions may claim a file", () => {
  check("below its folder", "CodeUri: src/orders, Handler: app.handler", "src/orders/lib/db.js", true);
  check("beside its folder", "CodeUri: src/orders, Handler: app.handler", "src/orders-old/app.js", false);
  check("without a folder", "Handler: app.handler", "src/app.js", true);
  check("the source of its output", "CodeUri: api/dist, Handler: app.handler", "api/src/app.ts", true);
  check("the source of output that the handler names", "CodeUri: ., Handler: api/dist/app.handler", "api/src/app.ts", true);
  check("the source of another's output", "CodeUri: api/dist, Handler: app.handler", "web/src/app.ts", false);
  check("code that is one file", "CodeUri: src/app.py, Handler: app.handler", "src/app.py", true);
  check("code from a bucket", "CodeUri: s3://a/b, Handler: app.handler", "src/app.js", false);
  check("an image", "PackageType: Image", "app/app.py", true, "DockerContext: ./app");
  check("an image built elsewhere", "PackageType: Image", "app/app.py", false);
  it("a layer of the template", () => {
    const layer = "  Shared: { Type: AWS::Serverless::LayerVersion, Properties: { ContentUri: layers/shared } }\n";
    const [fn] = graphOf(samFunction("Runtime: python3.13, CodeUri: src, Handler: app.handler, Layers: [!Ref Shared]") + layer).all("function");
    deepStrictEqual(fn && mayClaim(fn, TEMPLATE_URI, `${WORKSPACE}layers/shared/python/db.py`), true);
  });
  check("code in the template", "InlineCode: x, Handler: index.handler", "template.yaml", true);
  check("a file beside code in the template", "InlineCode: x, Handler: index.handler", "app.js", false);
});

function check(title: string, properties: string, file: string, expected: boolean, metadata = ""): void {
  it(title, () => {
    const [fn] = graphOf(samFunction(`Runtime: nodejs22.x, ${properties}`, metadata)).all("function");
    deepStrictEqual(fn && mayClaim(fn, TEMPLATE_URI, WORKSPACE + file), expected);
  });
}
