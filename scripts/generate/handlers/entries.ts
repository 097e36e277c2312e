import type { Section } from "./spelling.ts";

/** Where a handler stands. */
export const ENTRIES: Section = {
  fact: "Handlers",
  says: "The function that Lambda calls, in which file, and the packages that wrap it.",
  shows: ["handler"],
  spellings: {
    javascript: [
      { as: "`export const handler = async …`", code: "export const handler = async (event) => {};", gives: ["handler (event) in app.js"] },
      { as: "`export function handler`", code: "export async function handler(event, context) {}", gives: ["handler (event, context) in app.js"] },
      { as: "`export { main as handler }`", code: "const main = async (event) => {};\nexport { main as handler };", gives: ["handler (event) in app.js"] },
      { as: "`exports.handler = …`", code: "exports.handler = async (event) => {};", gives: ["handler (event) in app.js"] },
      { as: "`module.exports = { handler }`", code: "async function handler(event) {}\nmodule.exports = { handler };", gives: ["handler (event) in app.js"] },
      { as: "`module.exports.handler = …`", code: "module.exports.handler = async (event) => {};", gives: ["handler (event) in app.js"] },
      {
        as: "`export { handler } from`",
        code: { "app.js": 'export { handler } from "./main.js";', "main.js": "export const handler = async (event) => {};" },
        gives: ["handler (event) in main.js"],
      },
      {
        as: "`export * from`",
        code: { "app.js": 'export * from "./main.js";', "main.js": "export const handler = async (event) => {};" },
        gives: ["handler (event) in main.js"],
      },
      {
        as: "a default export under another name",
        code: { "app.js": 'export { default as handler } from "./main.js";', "main.js": "export default async function main(event) {}" },
        gives: ["handler (event) in main.js"],
      },
      {
        as: "`(event, context, callback) => …`",
        code: "exports.handler = (event, context, callback) => { callback(null, {}); };",
        gives: ["handler (event, context, callback) in app.js"],
      },
      {
        as: "`middy(…).use(…)`",
        code: 'import middy from "@middy/core";\nimport cors from "@middy/http-cors";\nconst main = async (event) => {};\nexport const handler = middy(main).use(cors());',
        gives: ["handler (event) in app.js through @middy/core"],
      },
      {
        as: "`middy().use(…).handler(…)`",
        code: 'import middy from "@middy/core";\nexport const handler = middy().use({}).handler(async (event) => {});',
        gives: ["handler (event) in app.js through @middy/core"],
      },
      {
        as: "`awslambda.streamifyResponse(…)`",
        code: "export const handler = awslambda.streamifyResponse(async (event, responseStream, context) => {});",
        gives: ["handler (event, responseStream, context) in app.js through awslambda.streamifyResponse"],
      },
      {
        as: "a wrapper of a package",
        code: 'const { wrap } = require("wrapping");\nexports.handler = wrap(async (event) => {});',
        gives: ["handler (event) in app.js through wrapping"],
      },
      {
        as: "a wrapper of the workspace",
        code: {
          "app.js": 'import { wrap } from "./wrap.js";\nexport const handler = wrap(async (event) => {});',
          "wrap.js": "export const wrap = (inner) => async (event, context) => { try { return await inner(event, context); } catch (error) { throw error; } };",
        },
        gives: ["handler (event, context) in wrap.js"],
      },
      {
        as: "a class with decorators, bound",
        code: 'import { Tracer } from "@aws-lambda-powertools/tracer";\nconst tracer = new Tracer();\nclass Lambda {\n  @tracer.captureLambdaHandler()\n  async handler(event, context) {}\n}\nconst made = new Lambda();\nexport const handler = made.handler.bind(made);',
        gives: ["handler (event, context) in app.js through @aws-lambda-powertools/tracer"],
      },
      {
        as: "a method that a class inherits",
        code: "class Base { async handle(event) {} }\nclass Orders extends Base {}\nconst orders = new Orders();\nexport const handler = (event) => orders.handle(event);",
        gives: ["handler (event) in app.js"],
      },
      { as: "another name only", code: "export const main = async (event) => {};", gives: ["no export, but main"] },
    ],
    python: [
      { as: "`def handler`", code: "def handler(event, context):\n    return 1\n", gives: ["handler (event, context) in app.py"] },
      { as: "`handler = main`", code: "def main(event, context):\n    return 1\n\nhandler = main\n", gives: ["handler (event, context) in app.py"] },
      {
        as: "`from main import handler`",
        code: { "app.py": "from main import handler\n", "main.py": "def handler(event, context):\n    return 1\n" },
        gives: ["handler (event, context) in main.py"],
      },
      {
        as: "`from main import *`",
        code: { "app.py": "from main import *\n", "main.py": "def handler(event, context):\n    return 1\n" },
        gives: ["handler (event, context) in main.py"],
      },
      {
        as: "decorators of a package",
        code: "from aws_lambda_powertools import Logger, Tracer\nlogger = Logger()\ntracer = Tracer()\n\n@logger.inject_lambda_context\n@tracer.capture_lambda_handler\ndef handler(event, context):\n    return 1\n",
        gives: ["handler (event, context) in app.py through aws_lambda_powertools, aws_lambda_powertools"],
      },
      {
        as: "a decorator of the workspace",
        code: "import functools\n\ndef logged(inner):\n    @functools.wraps(inner)\n    def wrapper(event, context):\n        return inner(event, context)\n    return wrapper\n\n@logged\ndef handler(event, context):\n    return 1\n",
        gives: ["handler (event, context) in app.py through "],
      },
      {
        as: "a wrapper of a package",
        code: "from wrapping import wrap\n\ndef main(event, context):\n    return 1\n\nhandler = wrap(main)\n",
        gives: ["handler (event, context) in app.py through wrapping"],
      },
      {
        as: "a bound method",
        code: "class Orders:\n    def handle(self, event, context):\n        return 1\n\nhandler = Orders().handle\n",
        gives: ["handler (event, context) in app.py"],
      },
      { as: "`lambda event, context: …`", code: "handler = lambda event, context: 1\n", gives: ["handler (event, context) in app.py"] },
      {
        as: "`functools.partial(…)`",
        code: "import functools\n\ndef main(table, event, context):\n    return 1\n\nhandler = functools.partial(main, 'orders')\n",
        gives: ["handler (table, event, context) in app.py"],
      },
      { as: "another name only", code: "def main(event, context):\n    return 1\n", gives: ["no export, but main"] },
    ],
  },
};
