import { inHandler, inPython, type Section } from "./spelling.ts";

const PUT = 'await db.send(new PutCommand({ TableName: "Orders" }));';
const LIB = 'import { DynamoDBClient } from "@aws-sdk/client-dynamodb";\nimport { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";\n';
const BOTO = "import boto3\n";

/** Clients of AWS services: where they are made, with what, and that calls on them are followed to them. */
export const CLIENTS: Section = {
  fact: "Clients of AWS services",
  says: "Service, configuration, whether it is made once or for each event, and the calls that are made with it, however it gets there.",
  shows: ["client", "service call", "unfollowed call"],
  spellings: {
    javascript: [
      {
        as: "`DynamoDBDocumentClient.from(new DynamoDBClient(…))`",
        code: inHandler(PUT, `${LIB}const db = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 2 }));`),
        gives: ["client dynamodb (maxAttempts: 2), once", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped'],
      },
      {
        as: "in the handler",
        code: inHandler(`const db = new DynamoDBClient({ region: event.region });\n${PUT}`, LIB),
        gives: ["client dynamodb (region: event.region) of the event", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped'],
      },
      {
        as: "kept: `client ??= …`",
        code: inHandler(`db ??= new DynamoDBClient({});\n${PUT}`, `${LIB}let db;`),
        gives: ["client dynamodb (), once, perhaps", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped'],
      },
      {
        as: "kept: `if (!client) client = …`",
        code: inHandler(`if (!db) db = new DynamoDBClient({});\n${PUT}`, `${LIB}let db;`),
        gives: ["client dynamodb (), once, perhaps", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped'],
      },
      {
        as: "kept on `globalThis`",
        code: inHandler(`globalThis.db ??= new DynamoDBClient({});\nawait globalThis.db.send(new PutCommand({ TableName: "Orders" }));`, LIB),
        gives: ["client dynamodb (), once, perhaps", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped'],
      },
      {
        as: "a function that gives it",
        code: inHandler(`const db = getClient();\n${PUT}`, `${LIB}const getClient = () => new DynamoDBClient({});`),
        gives: ["client dynamodb ()", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped'],
      },
      {
        as: "another module",
        code: {
          "app.js": inHandler(PUT, `import { PutCommand } from "@aws-sdk/lib-dynamodb";\nimport { db } from "./db.js";`),
          "db.js": `${LIB}export const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));`,
        },
        gives: ["client dynamodb (), once", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped'],
      },
      {
        as: "`this.client = …` in the constructor",
        code: inHandler(
          "await orders.save();",
          `${LIB}class Orders {\n  constructor() { this.db = new DynamoDBClient({}); }\n  async save() { await this.db.send(new PutCommand({ TableName: "Orders" })); }\n}\nconst orders = new Orders();`,
        ),
        gives: ["client dynamodb (), once, through constructor", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped, through save'],
      },
      {
        as: "`this.client = …` in another method",
        code: inHandler(
          "orders.open();\nawait orders.save();",
          `${LIB}class Orders {\n  open() { if (!this.db) { this.db = new DynamoDBClient({}); } }\n  async save() { await this.db.send(new PutCommand({ TableName: "Orders" })); }\n}\nconst orders = new Orders();`,
        ),
        gives: ["client dynamodb (), once, perhaps, through open", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped, through save'],
      },
      {
        as: "a field of a class, inherited",
        code: inHandler(
          "await orders.save();",
          `${LIB}class Base { db = new DynamoDBClient({}); }\nclass Orders extends Base {\n  async save() { await this.db.send(new PutCommand({ TableName: "Orders" })); }\n}\nconst orders = new Orders();`,
        ),
        gives: ["client dynamodb (), once", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped, through save'],
      },
      {
        as: "injected into a repository",
        code: inHandler(
          "await orders.save();",
          `${LIB}class Orders {\n  #db;\n  constructor(db) { this.#db = db; }\n  async save() { await this.#db.send(new PutCommand({ TableName: "Orders" })); }\n}\nconst orders = new Orders(new DynamoDBClient({}));`,
        ),
        gives: ["client dynamodb (), once", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped, through save'],
      },
      {
        as: "an object of clients, spread",
        code: inHandler(
          'await all.db.send(new PutCommand({ TableName: "Orders" }));',
          `${LIB}const clients = { db: new DynamoDBClient({}) };\nconst all = { ...clients, other: 1 };`,
        ),
        gives: ["client dynamodb (), once", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped'],
      },
      {
        as: "`Object.assign({}, clients)`",
        code: inHandler(
          'await all.db.send(new PutCommand({ TableName: "Orders" }));',
          `${LIB}const clients = { db: new DynamoDBClient({}) };\nconst all = Object.assign({}, clients);`,
        ),
        gives: ["client dynamodb (), once", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped'],
      },
      {
        as: "a closure",
        code: inHandler(
          "await save(event);",
          `${LIB}const saving = (db) => async (order) => db.send(new PutCommand({ TableName: "Orders" }));\nconst save = saving(new DynamoDBClient({}));`,
        ),
        gives: ["client dynamodb (), once", 'dynamodb.PutItem(TableName: "Orders"), returned'],
      },
      {
        as: "aggregated: `new S3().putObject(…)`",
        code: inHandler(
          'await s3.putObject({ Bucket: "b", Key: event.key });',
          'import { S3 } from "@aws-sdk/client-s3";\nconst s3 = new S3({ region: "eu-west-1" });',
        ),
        gives: ['client s3 (region: "eu-west-1"), once', 's3.PutObject(Bucket: "b", Key: event.key), awaited dropped'],
      },
      {
        as: "version 2: `new AWS.DynamoDB.DocumentClient()`",
        code: inHandler(
          'await db.put({ TableName: "Orders" }).promise();',
          'const AWS = require("aws-sdk");\nconst db = new AWS.DynamoDB.DocumentClient({ maxRetries: 2 });',
        ),
        gives: ["client dynamodb (maxRetries: 2), once", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped'],
      },
      {
        as: "version 2: `aws-sdk/clients/s3`",
        code: inHandler('await s3.getObject({ Bucket: "b" }).promise();', 'const S3 = require("aws-sdk/clients/s3");\nconst s3 = new S3();'),
        gives: ["client s3 (), once", 's3.GetObject(Bucket: "b"), awaited dropped'],
      },
      {
        as: "traced by X-Ray",
        code: inHandler(PUT, `${LIB}import AWSXRay from "aws-xray-sdk-core";\nconst db = AWSXRay.captureAWSv3Client(new DynamoDBClient({}));`),
        gives: ["client dynamodb (), once", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped'],
      },
      {
        as: "version 2 traced by X-Ray",
        code: inHandler(
          'await sqs.sendMessage({ QueueUrl: "q" }).promise();',
          'const AWS = require("aws-xray-sdk").captureAWS(require("aws-sdk"));\nconst sqs = new AWS.SQS();',
        ),
        gives: ["client sqs (), once", 'sqs.SendMessage(QueueUrl: "q"), awaited dropped'],
      },
      {
        as: "timeouts of the request handler",
        code: inHandler(
          PUT,
          `${LIB}import { NodeHttpHandler } from "@smithy/node-http-handler";\nconst db = new DynamoDBClient({ retryMode: "adaptive", requestHandler: new NodeHttpHandler({ requestTimeout: 1000 }) });`,
        ),
        gives: [
          'client dynamodb (retryMode: "adaptive", requestHandler: @smithy/node-http-handler.NodeHttpHandler()), once',
          'dynamodb.PutItem(TableName: "Orders"), awaited dropped',
        ],
      },
    ],
    python: [
      {
        as: "`boto3.client(…)`",
        code: inPython('db.put_item(TableName="Orders")', `${BOTO}db = boto3.client("dynamodb", region_name="eu-west-1")\n`),
        gives: ['client dynamodb (region_name: "eu-west-1"), once', 'dynamodb.PutItem(TableName: "Orders"), dropped'],
      },
      {
        as: "`boto3.resource(…).Table(…)`",
        code: inPython("table.put_item(Item=event)", `${BOTO}table = boto3.resource("dynamodb").Table("Orders")\n`),
        gives: ["client dynamodb (), once", 'dynamodb.PutItem(TableName: "Orders", Item: event), dropped'],
      },
      {
        as: "a session",
        code: inPython('db.put_item(TableName="Orders")', `${BOTO}session = boto3.session.Session()\ndb = session.client("dynamodb")\n`),
        gives: ["client dynamodb (), once", 'dynamodb.PutItem(TableName: "Orders"), dropped'],
      },
      {
        as: "in the handler",
        code: inPython('boto3.client("dynamodb").put_item(TableName="Orders")', BOTO),
        gives: ["client dynamodb ()", 'dynamodb.PutItem(TableName: "Orders"), dropped'],
      },
      {
        as: "kept by `global`",
        code: inPython('global db\n    if db is None:\n        db = boto3.client("dynamodb")\n    db.put_item(TableName="Orders")', `${BOTO}db = None\n`),
        gives: ["client dynamodb (), once, perhaps", 'dynamodb.PutItem(TableName: "Orders"), dropped'],
      },
      {
        as: "kept by `lru_cache`",
        code: inPython(
          'client().put_item(TableName="Orders")',
          `${BOTO}from functools import lru_cache\n\n@lru_cache\ndef client():\n    return boto3.client("dynamodb")\n`,
        ),
        gives: ["client dynamodb (), once, through client", 'dynamodb.PutItem(TableName: "Orders"), dropped'],
      },
      {
        as: "a parameter's default",
        code: inPython("save()", `${BOTO}def save(db=boto3.client("dynamodb")):\n    db.put_item(TableName="Orders")\n`),
        gives: ["client dynamodb (), once", 'dynamodb.PutItem(TableName: "Orders"), dropped, through save'],
      },
      {
        as: "a member of another module",
        code: { "app.py": inPython('clients.db.put_item(TableName="Orders")', "import clients\n"), "clients.py": `${BOTO}db = boto3.client("dynamodb")\n` },
        gives: ["client dynamodb (), once", 'dynamodb.PutItem(TableName: "Orders"), dropped'],
      },
      {
        as: "`from clients import db`",
        code: { "app.py": inPython('db.put_item(TableName="Orders")', "from clients import db\n"), "clients.py": `${BOTO}db = boto3.client("dynamodb")\n` },
        gives: ["client dynamodb (), once", 'dynamodb.PutItem(TableName: "Orders"), dropped'],
      },
      {
        as: "`self.client = …`",
        code: inPython(
          "orders.save()",
          `${BOTO}class Orders:\n    def __init__(self):\n        self.db = boto3.client("dynamodb")\n    def save(self):\n        self.db.put_item(TableName="Orders")\n\norders = Orders()\n`,
        ),
        gives: ["client dynamodb (), once, through __init__", 'dynamodb.PutItem(TableName: "Orders"), dropped, through save'],
      },
      {
        as: "a dataclass",
        code: inPython(
          "orders.save()",
          `${BOTO}from dataclasses import dataclass\n\n@dataclass\nclass Orders:\n    db: object\n    table: str = "Orders"\n    def save(self):\n        self.db.put_item(TableName=self.table)\n\norders = Orders(boto3.client("dynamodb"))\n`,
        ),
        gives: ["client dynamodb (), once", 'dynamodb.PutItem(TableName: "Orders"), dropped, through save'],
      },
      {
        as: "inherited",
        code: inPython(
          "orders.save()",
          `${BOTO}class Base:\n    def __init__(self):\n        self.db = boto3.client("dynamodb")\n\nclass Orders(Base):\n    def save(self):\n        self.db.put_item(TableName="Orders")\n\norders = Orders()\n`,
        ),
        gives: ["client dynamodb (), once, through __init__", 'dynamodb.PutItem(TableName: "Orders"), dropped, through save'],
      },
      {
        as: "`functools.partial(…)`",
        code: inPython(
          "save(event)",
          `${BOTO}from functools import partial\n\ndef save_with(db, order):\n    db.put_item(TableName="Orders", Item=order)\n\nsave = partial(save_with, boto3.client("dynamodb"))\n`,
        ),
        gives: ["client dynamodb (), once", 'dynamodb.PutItem(TableName: "Orders", Item: event), dropped, through save_with'],
      },
      {
        as: "`Config(…)`",
        code: inPython(
          'db.put_item(TableName="Orders")',
          `${BOTO}from botocore.config import Config\ndb = boto3.client("dynamodb", config=Config(connect_timeout=1, read_timeout=2, retries={"max_attempts": 2}))\n`,
        ),
        gives: ["client dynamodb (config: botocore.config.Config()), once", 'dynamodb.PutItem(TableName: "Orders"), dropped'],
      },
      {
        as: "aioboto3",
        code: 'import aioboto3\nsession = aioboto3.Session()\nasync def save(event):\n    async with session.client("dynamodb") as db:\n        await db.put_item(TableName="Orders")\n\nasync def handler(event, context):\n    await save(event)\n',
        gives: ["client dynamodb (), through save", 'dynamodb.PutItem(TableName: "Orders"), awaited dropped, through save'],
      },
    ],
  },
};
