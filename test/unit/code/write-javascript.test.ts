import { writes } from "./writes.ts";

describe("await in JavaScript", () => {
  writes("javascript", (call) => ({ verb: "await", call }), {
    "before a call": ["const f = async () => {\n  ⟦send(1)⟧;\n};\n", "const f = async () => {\n  await send(1);\n};\n"],
    "before a chain": [
      "async function f() {\n  ⟦send(1)⟧.then((x) => x).catch(log)\n}\n",
      "async function f() {\n  await send(1).then((x) => x).catch(log)\n}\n",
    ],
    "before `.promise()`": ["async () => { const a = ⟦s3.putObject({})⟧.promise(); };", "async () => { const a = await s3.putObject({}).promise(); };"],
    "around a member that is read": ["async () => { const a = ⟦get()⟧.Item; };", "async () => { const a = (await get()).Item; };"],
    "in an arrow without a block": ["const f = async () => ⟦send()⟧;", "const f = async () => await send();"],
    "as an argument": ["async () => { log(⟦send()⟧); };", "async () => { log(await send()); };"],
    "not a second time": ["async () => { await ⟦send()⟧; };", { cannot: "it is waited for already" }],
    "not a second time before a chain": ["async () => { await ⟦send()⟧.catch(log); };", { cannot: "it is waited for already" }],
    "not where the function does not wait": ["() => { ⟦send()⟧; };", { cannot: "the function around it is not asynchronous" }],
    "not in an inner function that does not wait": ["async () => { a.map((x) => ⟦send(x)⟧); };", { cannot: "the function around it is not asynchronous" }],
    "not where `void` says so": ["async () => { void ⟦send()⟧; };", { cannot: "it is not a value of its own" }],
    "not with a bracket that goes on from the line above": [
      "async () => {\n  a()\n  ⟦b()⟧.c\n}\n",
      { cannot: "a bracket would stand at the beginning of a statement" },
    ],
    "not as what a parameter is by default": ["async (a = ⟦send()⟧) => {};", { cannot: "the code is not there any more" }],
  });
});

describe("throw again in JavaScript", () => {
  writes("javascript", (place) => ({ verb: "throw again", catch: place }), {
    "at the end of the block": ["try {\n  a();\n} ⟦catch (e)⟧ {\n  log(e);\n}\n", "try {\n  a();\n} catch (e) {\n  log(e);\n  throw e;\n}\n"],
    "with a name where there is none": ["try {\n  a();\n} ⟦catch⟧ {\n  log();\n}\n", "try {\n  a();\n} catch (error) {\n  log();\n  throw error;\n}\n"],
    "with another name where that is taken": [
      "try {\n  a();\n} ⟦catch⟧ {\n  error();\n}\n",
      "try {\n  a();\n} catch (failure) {\n  error();\n  throw failure;\n}\n",
    ],
    "in an empty block": ["  try {\n    a();\n  } ⟦catch (e)⟧ {}\n", "  try {\n    a();\n  } catch (e) {\n    throw e;\n  }\n"],
    "behind a comment": ["try {\n\ta()\n} ⟦catch (e)⟧ {\n\tlog(e) // Why.\n}\n", "try {\n\ta()\n} catch (e) {\n\tlog(e) // Why.\n\tthrow e\n}\n"],
    "in a block that holds a comment alone": [
      "try {\n  a();\n} ⟦catch (e)⟧ {\n  // Nothing.\n}\n",
      "try {\n  a();\n} catch (e) {\n  // Nothing.\n  throw e;\n}\n",
    ],
    "on one line": ["try { a(); } ⟦catch (e)⟧ { log(e) }\n", "try { a(); } catch (e) { log(e); throw e; }\n"],
    "with line ends of Windows": [
      "try {\r\n  a();\r\n} ⟦catch (e)⟧ {\r\n  log(e);\r\n}\r\n",
      "try {\r\n  a();\r\n} catch (e) {\r\n  log(e);\r\n  throw e;\r\n}\r\n",
    ],
    "not behind a return": ["try { a(); } ⟦catch (e)⟧ { return 1; }", { cannot: "the block ends already" }],
    "not behind a throw": ["try { a(); } ⟦catch (e)⟧ { throw e; }", { cannot: "the block ends already" }],
    "not without one name": ["try { a(); } ⟦catch ({ message })⟧ { log(message); }", { cannot: "what is caught has no name" }],
  });
});

describe("throw instead of returning in JavaScript", () => {
  writes("javascript", (place) => ({ verb: "throw instead of returning", return: place }), {
    "the caught error": [
      "async () => {\n  try {\n    a();\n  } catch (err) {\n    log(err);\n    ⟦return { statusCode: 500 };⟧\n  }\n};\n",
      "async () => {\n  try {\n    a();\n  } catch (err) {\n    log(err);\n    throw err;\n  }\n};\n",
    ],
    "with a name where there is none": ["() => {\n  try { a() } catch { ⟦return null⟧ }\n}\n", "() => {\n  try { a() } catch (error) { throw error }\n}\n"],
    "not in a function inside": ["try {} catch (e) { f(() => { ⟦return 1;⟧ }); }", { cannot: "it does not stand in a catch" }],
    "not where another catch takes it": ["() => { try {} catch (e) { try { ⟦return 1;⟧ } catch {} } };", { cannot: "another catch would take it" }],
    "not behind the catch": ["() => { try {} catch (e) {} ⟦return 1;⟧ };", { cannot: "it does not stand in a catch" }],
  });
});

describe("limit time in JavaScript", () => {
  const rows = {
    "fetch without options": ["⟦fetch(url)⟧;", "fetch(url, { signal: AbortSignal.timeout(5000) });"],
    "fetch with options": ["⟦fetch(url, { method: 'POST' })⟧;", "fetch(url, { method: 'POST', signal: AbortSignal.timeout(5000) });"],
    "fetch with empty options": ["⟦fetch(url, {})⟧;", "fetch(url, { signal: AbortSignal.timeout(5000) });"],
    "fetch with options on lines": [
      "⟦fetch(url, {\n  method: 'POST', // Why.\n})⟧;",
      "fetch(url, {\n  method: 'POST', // Why.\n  signal: AbortSignal.timeout(5000),\n});",
    ],
    "fetch with options on lines, without a comma at the end": [
      "⟦fetch(url, {\n  a, // A.\n  b // B.\n})⟧;",
      "fetch(url, {\n  a, // A.\n  b, // B.\n  signal: AbortSignal.timeout(5000)\n});",
    ],
    "fetch with options that the function has": [
      "async () => {\n  const init = { method: 'POST' };\n  await ⟦fetch(url, init)⟧;\n};",
      "async () => {\n  const init = { method: 'POST', signal: AbortSignal.timeout(5000) };\n  await fetch(url, init);\n};",
    ],
    "fetch with options that outlive a request": ["const init = {};\nasync () => { await ⟦fetch(url, init)⟧; };", { cannot: "its options are made elsewhere" }],
    "fetch in a loop with the same options": [
      "async () => { const init = {}; for (const u of us) await ⟦fetch(u, init)⟧; };",
      { cannot: "its options are made elsewhere" },
    ],
    "fetch that has it": ["⟦fetch(url, { signal })⟧;", { cannot: "it gives up already" }],
    "fetch with arguments that are not written out": ["⟦fetch(...a)⟧;", { cannot: "its arguments are not written out" }],
    "a fetch of the module's own": ["const fetch = () => 1;\n⟦fetch(url)⟧;", { cannot: "how its library is told to give up is not known" }],
    "axios.get": ['import axios from "axios";\n⟦axios.get(url)⟧;', 'import axios from "axios";\naxios.get(url, { timeout: 5000 });'],
    "axios.post": [
      'const axios = require("axios");\n⟦axios.post(url, data, { headers })⟧;',
      'const axios = require("axios");\naxios.post(url, data, { headers, timeout: 5000 });',
    ],
    "axios.post without data": ['const axios = require("axios");\n⟦axios.post(url)⟧;', { cannot: "there is no place for its options" }],
    "axios with a configuration": ['import axios from "axios";\n⟦axios({ url })⟧;', 'import axios from "axios";\naxios({ url, timeout: 5000 });'],
    "an axios of the module's own": [
      'import axios from "axios";\nconst api = axios.create({ baseURL });\n⟦api.get("/a")⟧;',
      'import axios from "axios";\nconst api = axios.create({ baseURL });\napi.get("/a", { timeout: 5000 });',
    ],
    got: ['import got from "got";\n⟦got(url)⟧;', 'import got from "got";\ngot(url, { timeout: { request: 5000 } });'],
    "https with an address": [
      'import https from "node:https";\n⟦https.get("https://a", (res) => {})⟧;',
      'import https from "node:https";\nhttps.get("https://a", { signal: AbortSignal.timeout(5000) }, (res) => {});',
    ],
    "https with options": [
      'const https = require("https");\n() => {\n  const options = { hostname };\n  ⟦https.request(options, done)⟧;\n};',
      'const https = require("https");\n() => {\n  const options = { hostname, signal: AbortSignal.timeout(5000) };\n  https.request(options, done);\n};',
    ],
    "a library that is not known": ['import needle from "needle";\n⟦needle.get(url)⟧;', { cannot: "how its library is told to give up is not known" }],
  } as const;
  writes("javascript", (call) => ({ verb: "limit time", call, seconds: 5 }), rows);
});

describe("set parameter in JavaScript", () => {
  writes("javascript", (call) => ({ verb: "set parameter", call, name: "InvocationType", to: "Event" }), {
    "of a command": ["⟦c.send(new InvokeCommand({ FunctionName: 'f' }))⟧;", "c.send(new InvokeCommand({ FunctionName: 'f', InvocationType: 'Event' }));"],
    "of a command without parameters": ['⟦c.send(new InvokeCommand())⟧; "";', 'c.send(new InvokeCommand({ InvocationType: "Event" })); "";'],
    "of a method": ['⟦lambda.invoke({ "FunctionName": f }, done)⟧;', 'lambda.invoke({ "FunctionName": f, InvocationType: "Event" }, done);'],
    "behind what is spread": ['⟦c.send(new A({ ...b }))⟧; "";', 'c.send(new A({ ...b, InvocationType: "Event" })); "";'],
    "in the place of another value": ['⟦c.invoke({ InvocationType: "RequestResponse" })⟧;', 'c.invoke({ InvocationType: "Event" });'],
    "of parameters on lines": ["⟦c.invoke({\n\tFunctionName: 'f',\n})⟧;", "c.invoke({\n\tFunctionName: 'f',\n\tInvocationType: 'Event',\n});"],
    "of parameters that the function has": [
      'const f = () => {\n  const params = { A: "a" };\n  return ⟦c.send(new InvokeCommand(params))⟧;\n};',
      'const f = () => {\n  const params = { A: "a", InvocationType: "Event" };\n  return c.send(new InvokeCommand(params));\n};',
    ],
    "not where it is computed": ["⟦c.invoke({ InvocationType: type })⟧;", { cannot: "InvocationType is computed" }],
    "not a second time": ['⟦c.invoke({ InvocationType: "Event" })⟧;', { cannot: "InvocationType is set already" }],
    "not where the parameters come from elsewhere": ["(p) => ⟦c.invoke(p)⟧;", { cannot: "its parameters are made elsewhere" }],
  });
});

describe("hoist in JavaScript", () => {
  writes("javascript", (call) => ({ verb: "hoist", call }), {
    "above the handler": [
      "import { S3 } from 'a';\n\nexport const handler = async () => {\n  const s3 = ⟦new S3({})⟧;\n  return s3.list();\n};\n",
      "import { S3 } from 'a';\n\nconst s3 = new S3({});\n\nexport const handler = async () => {\n  return s3.list();\n};\n",
    ],
    "with its comments, above those of the handler": [
      "const { S3 } = require('a')\n\n// Handles.\nexports.handler = async () => {\n  // Lists.\n  const s3 = ⟦new S3()⟧ // One.\n\n  return s3.list()\n}\n",
      "const { S3 } = require('a')\n\n// Lists.\nconst s3 = new S3() // One.\n\n// Handles.\nexports.handler = async () => {\n  return s3.list()\n}\n",
    ],
    "over several lines, out of a try": [
      "import a from 'a';\nexport async function handler() {\n\ttry {\n\t\tconst s3 = new Wrapper(⟦new S3({\n\t\t\tregion: 'a',\n\t\t})⟧);\n\t\treturn s3.list();\n\t} catch {}\n}\n",
      "import a from 'a';\n\nconst s3 = new Wrapper(new S3({\n\tregion: 'a',\n}));\n\nexport async function handler() {\n\ttry {\n\t\treturn s3.list();\n\t} catch {}\n}\n",
    ],
    "at the top of the file": [
      "exports.handler = async () => {\r\n  const s3 = ⟦new S3()⟧;\r\n  return s3;\r\n};\r\n",
      "const s3 = new S3();\r\n\r\nexports.handler = async () => {\r\n  return s3;\r\n};\r\n",
    ],
    "not what depends on the event": ["const f = (e) => {\n  const s3 = ⟦new S3(e.a)⟧;\n  return s3;\n};", { cannot: "it depends on the function" }],
    "not what depends on a local name": [
      "const f = () => {\n  const a = 1;\n  const s3 = ⟦new S3(a)⟧;\n  return s3;\n};",
      { cannot: "it depends on the function" },
    ],
    "not what is waited for": [
      "const f = async () => {\n  const s3 = await ⟦open()⟧;\n  return new S3(await x);\n};",
      { cannot: "it depends on the function" },
    ],
    "not where the name is taken": ["const s3 = 1;\nconst f = () => {\n  const s3 = ⟦new S3()⟧;\n  return s3;\n};", { cannot: "the module has a s3 already" }],
    "not what is given again": ["const f = () => {\n  let s3 = ⟦new S3()⟧;\n  s3 = 1;\n  return s3;\n};", { cannot: "s3 is given something else too" }],
    "not what is not kept": ["const f = () => {\n  return ⟦new S3()⟧.list();\n};", { cannot: "what it makes is not kept in a variable of a function" }],
    "not what stands with others in one declaration": [
      "const f = () => {\n  const a = 1, s3 = ⟦new S3()⟧;\n  return s3;\n};",
      { cannot: "what it makes is not kept in a variable of a function" },
    ],
    "not all that a function does": ["const f = () => {\n  const s3 = ⟦new S3()⟧;\n};", { cannot: "nothing would be left of the function" }],
    "not above what it needs": [
      "const f = () => {\n  const s3 = ⟦new S3(region)⟧;\n  return s3;\n};\nconst region = 'a';",
      { cannot: "it needs what stands further below" },
    ],
    "not what shares its line": ["const f = () => { const s3 = ⟦new S3()⟧; return s3; };", { cannot: "it shares its lines with something else" }],
  });
});

describe("log summary in JavaScript", () => {
  writes("javascript", (call) => ({ verb: "log summary", call }), {
    "in place of the event": [
      'exports.handler = async (event, context) => {\n  ⟦console.log("event", JSON.stringify(event, null, 2))⟧;\n};\n',
      "exports.handler = async (event, context) => {\n  console.log({ requestId: context.awsRequestId, records: event.Records?.length });\n};\n",
    ],
    "with the handler's own names": [
      "export const handler = async (evt, _ctx) => {\n  ⟦console.info(evt)⟧\n}\n",
      "export const handler = async (evt, _ctx) => {\n  console.info({ requestId: _ctx.awsRequestId, records: evt.Records?.length })\n}\n",
    ],
    "with a context that was missing": [
      "export const handler = async event => {\n  ⟦console.log(event)⟧;\n};\n",
      "export const handler = async (event, context) => {\n  console.log({ requestId: context.awsRequestId, records: event.Records?.length });\n};\n",
    ],
    "with a message for a logger": [
      "import { Logger } from '@aws-lambda-powertools/logger';\nconst logger = new Logger();\nexport const handler = async (event, context) => {\n  ⟦logger.info('Received', { event })⟧;\n};\n",
      "import { Logger } from '@aws-lambda-powertools/logger';\nconst logger = new Logger();\nexport const handler = async (event, context) => {\n  logger.info('Received', { requestId: context.awsRequestId, records: event.Records?.length });\n};\n",
    ],
    "in a wrapped handler": [
      "const base = async (event) => {\n  ⟦console.log(event)⟧;\n};\nexport const handler = middy(base);\n",
      "const base = async (event, context) => {\n  console.log({ requestId: context.awsRequestId, records: event.Records?.length });\n};\nexport const handler = middy(base);\n",
    ],
    "not in a function that is not called by Lambda": [
      "const log = (event) => {\n  ⟦console.log(event)⟧;\n};\nexports.handler = async () => {};\n",
      { cannot: "the handler's context is not in reach" },
    ],
    "not where the event is out of reach": [
      "exports.handler = async (event) => {\n  const e = event;\n  ⟦console.log(e)⟧;\n};\n",
      { cannot: "the handler's event is not in reach" },
    ],
  });
  writes("typescript", (call) => ({ verb: "log summary", call }), {
    "with the type of the context": [
      'import type { SQSEvent } from "aws-lambda";\n\nexport const handler = async (event: SQSEvent) => {\n  ⟦console.log(event)⟧;\n};\n',
      'import type { SQSEvent, Context } from "aws-lambda";\n\nexport const handler = async (event: SQSEvent, context: Context) => {\n  console.log({ requestId: context.awsRequestId, records: event.Records?.length });\n};\n',
    ],
    "without records where the type has none": [
      "export const handler = async (event: { id: string }): Promise<void> => {\n  ⟦console.log(event)⟧;\n};\n",
      "export const handler = async (event: { id: string }, context: { awsRequestId: string }): Promise<void> => {\n  console.log({ requestId: context.awsRequestId });\n};\n",
    ],
    "without a type where the handler has one": [
      "export const handler: Handler = async (event) => {\n  ⟦console.log(event)⟧;\n};\n",
      "export const handler: Handler = async (event, context) => {\n  console.log({ requestId: context.awsRequestId, records: event.Records?.length });\n};\n",
    ],
  });
});
