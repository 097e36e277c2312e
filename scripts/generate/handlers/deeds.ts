import { inHandler, inPython, type Section } from "./spelling.ts";

const DB =
  'import { DynamoDBClient, PutItemCommand, ScanCommand, paginateScan, waitUntilTableExists } from "@aws-sdk/client-dynamodb";\nconst db = new DynamoDBClient({});';
const BOTO = 'import boto3\ndb = boto3.client("dynamodb")\n';

const CALLS: Section = {
  fact: "Calls of AWS services",
  says: "Service, operation, parameters, in which loops and tries, through which helpers, and what becomes of the result.",
  shows: ["service call", "unfollowed call"],
  spellings: {
    javascript: [
      {
        as: "awaited",
        code: inHandler("const { Items } = await db.send(new ScanCommand({ TableName: process.env.TABLE }));", DB),
        gives: ["dynamodb.Scan(TableName: env.TABLE), awaited bound Items"],
      },
      { as: "dropped", code: inHandler('db.send(new ScanCommand({ TableName: "Orders" }));', DB), gives: ['dynamodb.Scan(TableName: "Orders"), dropped'] },
      {
        as: "returned",
        code: inHandler('return db.send(new ScanCommand({ TableName: "Orders" }));', DB),
        gives: ['dynamodb.Scan(TableName: "Orders"), returned'],
      },
      {
        as: "collected by `Promise.all`",
        code: inHandler('await Promise.all(event.Records.map((record) => db.send(new PutItemCommand({ TableName: "Orders" }))));', DB),
        gives: ['dynamodb.PutItem(TableName: "Orders"), returned, in loop over event.Records'],
      },
      {
        as: "in a loop and a `try`",
        code: inHandler(
          'for (const record of event.Records) {\n  try { await db.send(new PutItemCommand({ TableName: "Orders", Item: record.body })); } catch (error) { throw error; }\n}',
          DB,
        ),
        gives: ['dynamodb.PutItem(TableName: "Orders", Item: event.Records.*.body), awaited dropped, in loop over event.Records, in try'],
      },
      {
        as: "through a helper",
        code: inHandler('await save("Orders");', `${DB}\nconst save = (table) => db.send(new PutItemCommand({ TableName: table }));`),
        gives: ['dynamodb.PutItem(TableName: "Orders"), returned'],
      },
      {
        as: "through an object of functions",
        code: inHandler(
          "return routes[event.routeKey](event);",
          `${DB}\nconst routes = { a: () => db.send(new ScanCommand({ TableName: "A" })), b: () => db.send(new ScanCommand({ TableName: "B" })) };`,
        ),
        gives: ['dynamodb.Scan(TableName: "A"), returned', 'dynamodb.Scan(TableName: "B"), returned'],
      },
      {
        as: "a paginator",
        code: inHandler('for await (const page of paginateScan({ client: db }, { TableName: "Orders" })) {}', DB),
        gives: ['dynamodb.Scan(TableName: "Orders") by paginator, collected'],
      },
      {
        as: "a waiter",
        code: inHandler('await waitUntilTableExists({ client: db, maxWaitTime: 10 }, { TableName: "Orders" });', DB),
        gives: ['dynamodb.Wait(TableName: "Orders") by waiter, awaited dropped'],
      },
      {
        as: "a presigner",
        code: inHandler(
          'return getSignedUrl(s3, new GetObjectCommand({ Bucket: "b", Key: "k" }));',
          'import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";\nimport { getSignedUrl } from "@aws-sdk/s3-request-presigner";\nconst s3 = new S3Client({});',
        ),
        gives: ['s3.GetObject(Bucket: "b", Key: "k") by presigner, returned'],
      },
      {
        as: "an upload",
        code: inHandler(
          'await new Upload({ client: s3, params: { Bucket: "b" } }).done();',
          'import { S3Client } from "@aws-sdk/client-s3";\nimport { Upload } from "@aws-sdk/lib-storage";\nconst s3 = new S3Client({});',
        ),
        gives: ['s3.PutObject(Bucket: "b") by upload, awaited dropped'],
      },
      {
        as: "version 2 with a callback",
        code: 'const AWS = require("aws-sdk");\nconst s3 = new AWS.S3();\nexports.handler = (event, context, callback) => { s3.getObject({ Bucket: "b" }, (error, data) => callback(error, data)); };',
        gives: ['s3.GetObject(Bucket: "b"), dropped'],
      },
      {
        as: "a computed operation is unknown",
        code: inHandler("await s3[event.operation]({});", 'import { S3 } from "@aws-sdk/client-s3";\nconst s3 = new S3({});'),
        gives: ["unfollowed: an operation whose name is computed", "not complete: an operation whose name is computed"],
      },
    ],
    python: [
      { as: "with its result", code: inPython('return db.scan(TableName="Orders")["Items"]', BOTO), gives: ['dynamodb.Scan(TableName: "Orders"), read Items'] },
      {
        as: "dropped",
        code: inPython('db.put_item(TableName="Orders", Item=event)', BOTO),
        gives: ['dynamodb.PutItem(TableName: "Orders", Item: event), dropped'],
      },
      {
        as: "in a loop and a `try`",
        code: inPython(
          'for record in event["Records"]:\n        try:\n            db.put_item(TableName="Orders")\n        except Exception:\n            raise',
          BOTO,
        ),
        gives: ['dynamodb.PutItem(TableName: "Orders"), dropped, in loop over event.Records, in try'],
      },
      {
        as: "through a helper",
        code: inPython('save("Orders")', `${BOTO}\ndef save(table):\n    db.put_item(TableName=table)\n`),
        gives: ['dynamodb.PutItem(TableName: "Orders"), dropped, through save'],
      },
      {
        as: "through a dictionary of functions",
        code: inPython(
          'return ROUTES[event["routeKey"]]()',
          `${BOTO}\ndef a():\n    db.scan(TableName="A")\n\ndef b():\n    db.scan(TableName="B")\n\nROUTES = {"a": a, "b": b}\n`,
        ),
        gives: ['dynamodb.Scan(TableName: "A"), dropped, through a', 'dynamodb.Scan(TableName: "B"), dropped, through b'],
      },
      {
        as: "a paginator",
        code: inPython('for page in db.get_paginator("scan").paginate(TableName="Orders"):\n        pass', BOTO),
        gives: ['dynamodb.Scan(TableName: "Orders") by paginator, collected'],
      },
      {
        as: "a waiter",
        code: inPython('db.get_waiter("table_exists").wait(TableName="Orders")', BOTO),
        gives: ['dynamodb.Wait(TableName: "Orders") by waiter, dropped'],
      },
      {
        as: "`batch_writer()`",
        code: inPython(
          "with table.batch_writer() as batch:\n        batch.put_item(Item=event)",
          'import boto3\ntable = boto3.resource("dynamodb").Table("Orders")\n',
        ),
        gives: ['dynamodb.BatchWriteItem(TableName: "Orders", Item: event) by batch writer, dropped'],
      },
      {
        as: "a collection",
        code: inPython("for item in bucket.objects.all():\n        pass", 'import boto3\nbucket = boto3.resource("s3").Bucket("b")\n'),
        gives: ['s3.ListObjects(Bucket: "b") by paginator, collected'],
      },
      {
        as: "in a decorator of the workspace",
        code: inPython(
          "return 1",
          `${BOTO}\ndef audited(inner):\n    def wrapper(event, context):\n        db.put_item(TableName="Audit")\n        return inner(event, context)\n    return wrapper\n\n@audited`,
        ),
        gives: ['dynamodb.PutItem(TableName: "Audit"), dropped, through wrapper'],
      },
      {
        as: "collected by `asyncio.gather`",
        code: 'import asyncio, aioboto3\nsession = aioboto3.Session()\nasync def handler(event, context):\n    async with session.client("dynamodb") as db:\n        await asyncio.gather(db.scan(TableName="A"), db.scan(TableName="B"))\n',
        gives: ['dynamodb.Scan(TableName: "A"), collected', 'dynamodb.Scan(TableName: "B"), collected'],
      },
    ],
  },
};

const ENVIRONMENT: Section = {
  fact: "Environment variables",
  says: "Name, whether there is a default or a condition asks first, and whether the read fails where the variable is not there.",
  shows: ["environment read"],
  spellings: {
    javascript: [
      { as: "`process.env.X`", code: inHandler("return process.env.TABLE;"), gives: ["env TABLE"] },
      { as: '`process.env["X"]`', code: inHandler('return process.env["TABLE"];'), gives: ["env TABLE"] },
      {
        as: "`const { X } = process.env`",
        code: inHandler("return TABLE;", 'const { TABLE, STAGE = "dev" } = process.env;'),
        gives: ["env TABLE, once", "env STAGE default, once"],
      },
      { as: "`?? default`", code: inHandler('return process.env.TABLE ?? "orders";'), gives: ["env TABLE guarded"] },
      { as: "behind a condition", code: inHandler("if (process.env.TABLE) return 1;"), gives: ["env TABLE guarded"] },
      {
        as: "in a module of settings",
        code: {
          "app.js": inHandler("return config.table;", 'import { config } from "./config.js";'),
          "config.js": "export const config = { table: process.env.TABLE };",
        },
        gives: ["env TABLE, once", "env TABLE"],
      },
    ],
    python: [
      { as: '`os.environ["X"]`', code: inPython('return os.environ["TABLE"]', "import os\n"), gives: ["env TABLE throws"] },
      { as: '`os.environ.get("X")`', code: inPython('return os.environ.get("TABLE")', "import os\n"), gives: ["env TABLE"] },
      {
        as: '`os.getenv("X", default)`',
        code: inPython('return os.getenv("TABLE", "orders")', "from os import getenv\nimport os\n"),
        gives: ["env TABLE default"],
      },
      { as: "`from os import environ`", code: inPython('return environ["TABLE"]', "from os import environ\n"), gives: ["env TABLE throws"] },
      {
        as: "in a module of settings",
        code: { "app.py": inPython("return config.TABLE", "import config\n"), "config.py": 'import os\nTABLE = os.environ["TABLE"]\n' },
        gives: ["env TABLE throws, once", "env TABLE"],
      },
    ],
  },
};

const WAITS: Section = {
  fact: "Requests over HTTP and sleeps",
  says: "Library, method and whether the request has a timeout; how many seconds are slept.",
  shows: ["http call", "sleep"],
  spellings: {
    javascript: [
      { as: "`fetch`", code: inHandler('await fetch("https://a.example");'), gives: ['http fetch "https://a.example", timeout absent, awaited dropped'] },
      {
        as: "`fetch` with `AbortSignal.timeout`",
        code: inHandler('await fetch("https://a.example", { signal: AbortSignal.timeout(1000) });'),
        gives: ['http fetch "https://a.example", timeout set, awaited dropped'],
      },
      {
        as: "axios",
        code: inHandler('await axios.get("https://a.example");', 'import axios from "axios";'),
        gives: ['http axios get "https://a.example", timeout absent, awaited dropped'],
      },
      {
        as: "an instance of axios",
        code: inHandler('await api.get("/a");', 'import axios from "axios";\nconst api = axios.create({ timeout: 1000 });'),
        gives: ['http axios get "/a", timeout set, awaited dropped'],
      },
      {
        as: "got",
        code: inHandler('await got("https://a.example", { timeout: { request: 1000 } });', 'import got from "got";'),
        gives: ['http got "https://a.example", timeout set, awaited dropped'],
      },
      {
        as: "`https.request`",
        code: inHandler('https.request("https://a.example", { timeout: 1 });', 'import https from "node:https";'),
        gives: ['http https request "https://a.example", timeout set, dropped'],
      },
      { as: "a promise around `setTimeout`", code: inHandler("await new Promise((resolve) => setTimeout(resolve, 2000));"), gives: ["sleep 2, perhaps"] },
      { as: "`timers/promises`", code: inHandler("await setTimeout(1000);", 'import { setTimeout } from "node:timers/promises";'), gives: ["sleep 1"] },
    ],
    python: [
      {
        as: "requests",
        code: inPython('requests.get("https://a.example")', "import requests\n"),
        gives: ['http requests get "https://a.example", timeout absent, dropped'],
      },
      {
        as: "requests with `timeout`",
        code: inPython('requests.get("https://a.example", timeout=2)', "import requests\n"),
        gives: ['http requests get "https://a.example", timeout set, dropped'],
      },
      {
        as: "a session of requests",
        code: inPython('session.get("https://a.example")', "import requests\nsession = requests.Session()\n"),
        gives: ['http requests get "https://a.example", timeout unknown, dropped'],
      },
      {
        as: "urllib",
        code: inPython('urllib.request.urlopen("https://a.example")', "import urllib.request\n"),
        gives: ['http urllib "https://a.example", timeout absent, dropped'],
      },
      {
        as: "httpx, which has a timeout of its own",
        code: inPython('httpx.get("https://a.example")', "import httpx\n"),
        gives: ['http httpx get "https://a.example", timeout set, dropped'],
      },
      { as: "`time.sleep`", code: inPython("time.sleep(2)", "import time\n"), gives: ["sleep 2"] },
    ],
  },
};

const CARE: Section = {
  fact: "Errors, logs, kept state, answers",
  says: "What is caught, logged at which level, written to the module, read of the remaining time and answered for failed items.",
  shows: ["catch", "log", "global write", "remaining time", "batch answer", "callback call"],
  spellings: {
    javascript: [
      { as: "`catch`", code: inHandler("try { a(); } catch (error) { console.error(error); }"), gives: ["catch", "log console error unknown, in catch"] },
      {
        as: "a logger",
        code: inHandler('logger.info("got", { event });', 'import { Logger } from "@aws-lambda-powertools/logger";\nconst logger = new Logger();'),
        gives: ['log @aws-lambda-powertools/logger info "got", {event: event}'],
      },
      { as: "a template literal", code: inHandler("console.log(`got ${event.id}`);"), gives: ["log console info interpolated `got {event.id}`"] },
      {
        as: "a variable of the module",
        code: inHandler("last = event.id;\nseen.push(event.id);", "let last;\nconst seen = [];"),
        gives: ["assigned last from event", "filled seen from event"],
      },
      { as: "`context.getRemainingTimeInMillis()`", code: inHandler("return context.getRemainingTimeInMillis();"), gives: ["remaining time"] },
      {
        as: "the batch processor of Powertools",
        code: inHandler(
          "return processPartialResponse(event, async () => {}, processor, { context });",
          'import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";\nconst processor = new BatchProcessor(EventType.SQS);',
        ),
        gives: ["batch answer by @aws-lambda-powertools/batch, once", "batch answer by @aws-lambda-powertools/batch"],
      },
      { as: "`callback(…)`", code: "exports.handler = (event, context, callback) => { callback(null, 1); };", gives: ["callback callback"] },
    ],
    python: [
      {
        as: "`except`",
        code: inPython("try:\n        a()\n    except ValueError as error:\n        print(error)"),
        gives: ["catch ValueError", "log print info unknown, in catch"],
      },
      {
        as: "`logging`",
        code: inPython('logger.info("got %s" % event)', "import logging\nlogger = logging.getLogger()\n"),
        gives: ["log logging info interpolated unknown"],
      },
      {
        as: "a variable of the module",
        code: inPython('global last\n    last = event["id"]\n    seen.append(event["id"])', "last = None\nseen = []\n"),
        gives: ["assigned last from event", "filled seen from event"],
      },
      { as: "`context.get_remaining_time_in_millis()`", code: inPython("return context.get_remaining_time_in_millis()"), gives: ["remaining time"] },
      {
        as: "the batch processor of Powertools",
        code: inPython(
          "return process_partial_response(event=event, record_handler=print, processor=processor)",
          "from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response\nprocessor = BatchProcessor(event_type=EventType.SQS)\n",
        ),
        gives: ["batch answer by aws_lambda_powertools, once", "batch answer by aws_lambda_powertools"],
      },
    ],
  },
};

const IMPORTS: Section = {
  fact: "Imports",
  says: "The packages; a local one is followed, and one that is not found leaves things unknown.",
  shows: ["package"],
  spellings: {
    javascript: [
      {
        as: "packages",
        code: inHandler("", 'import AWS from "aws-sdk";\nimport _ from "lodash";'),
        gives: ["package aws-sdk", "package lodash"],
      },
      {
        as: "two modules that import each other",
        code: {
          "app.js": 'import { b } from "./b.js";\nexport const a = 1;\nexport const handler = async () => b;',
          "b.js": 'import { a } from "./app.js";\nexport const b = a;',
        },
        gives: [],
      },
      {
        as: "a local one that is not there",
        code: inHandler("", 'import { a } from "./gone.js";'),
        gives: ["not resolved: ./gone.js was not found"],
      },
    ],
    python: [
      { as: "packages", code: inPython("return 1", "import boto3\nimport pandas as pd\n"), gives: ["package boto3", "package pandas"] },
      {
        as: "a package of the workspace",
        code: { "app.py": inPython("return db", "from lib.db import db\n"), "lib/__init__.py": "", "lib/db.py": "import boto3\ndb = 1\n" },
        gives: ["package boto3"],
      },
      {
        as: "two modules that import each other",
        code: { "app.py": "from b import b\na = 1\n\ndef handler(event, context):\n    return b\n", "b.py": "from app import a\nb = a\n" },
        gives: [],
      },
    ],
  },
};

/** What a handler does. */
export const DEEDS: readonly Section[] = [CALLS, ENVIRONMENT, WAITS, CARE, IMPORTS];
