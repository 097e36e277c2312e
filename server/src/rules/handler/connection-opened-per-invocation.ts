import type { ConnectionOpening } from "../../model/code/facts.ts";
import { factsOf } from "../../model/code/handler.ts";
import type { Meaning } from "../../model/code/meaning.ts";
import { runsSeldom } from "../../model/words/code/clock.ts";
import { isFixed } from "../../model/words/code/constant.ts";
import { runsAtDeployment } from "../../model/words/code/deployment.ts";
import { handlerOf } from "../../model/words/code/handler.ts";
import { perInvocation } from "../../model/words/code/sites.ts";
import { billedByInstance } from "../../model/words/functions.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "connection-opened-per-invocation",
  summary: "Handler opens a connection to a database or cache anew for each event",
  pillars: ["performance-efficiency", "reliability", "cost-optimization"],
  tradeoffs: { reliability: "A kept connection can be dead: test it on use. Each idle environment holds one." },
  practices: ["SUS03-BP03@2024-06-27"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `Opening a connection costs several round trips, TLS and a login, and the caller waits for all of them; the database spends memory and processor time on each as well.
An execution environment serves one event after the other and keeps what the module keeps, so that one connection can serve them all.`,
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html",
  ],
  on: "function",
  *check(fn, context) {
    const byInstance = billedByInstance(fn);
    const snapshots = fn.text("snapStart");
    if (!byInstance.known) return byInstance;
    if (!snapshots.known) return snapshots;
    const handler = handlerOf(fn, context);
    if (!handler.known) return handler;
    if (byInstance.value || isOn(snapshots.value) || runsAtDeployment(context.graph, fn, handler.value) || runsSeldom(context.graph, fn)) return;
    for (const opened of perInvocation(factsOf(handler.value, "connection"))) {
      if (opened.circumstances.catches.length > 0 || !isSameForAll(opened)) continue;
      yield {
        at: opened.place,
        aspect: opened.library,
        text: "{fn} opens a new connection by {library} for every event.",
        many: "{names} open a new connection by {library} for every event.",
        values: { fn, library: opened.library },
      };
    }
  },
  examples: [
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
`,
        "src/app.mjs": `import pg from "pg";

export const handler = async (event) => {
  const pool = ⟦new pg.Pool({ connectionString: process.env.DSN })⟧;
  const { rows } = await pool.query("SELECT total FROM orders WHERE id = $1", [event.id]);
  return rows;
};
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
`,
        "src/app.mjs": `import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DSN });

export const handler = async (event) => {
  const { rows } = await pool.query("SELECT total FROM orders WHERE id = $1", [event.id]);
  return rows;
};
`,
      },
    },
    {
      dialect: "sam",
      bad: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: python3.13
`,
        "src/app.py": `import os

import psycopg


def handler(event, context):
    connection = ⟦psycopg.connect(os.environ["DSN"])⟧
    return connection.execute("SELECT total FROM orders WHERE id = %s", (event["id"],)).fetchone()
`,
      },
      good: {
        "template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: python3.13
`,
        "src/app.py": `import os

import psycopg

connection = None


def connected():
    global connection
    if connection is None or connection.closed:
        connection = psycopg.connect(os.environ["DSN"])
    return connection


def handler(event, context):
    return connected().execute("SELECT total FROM orders WHERE id = %s", (event["id"],)).fetchone()
`,
      },
    },
  ],
});

/** A connection that is opened after a snapshot is restored is right. */
const isOn = (value: string | undefined): boolean => value !== undefined && value !== "None";

/** Neither the event nor something that is fetched for it, such as a token, decides whereto and as whom. */
const isSameForAll = ({ values }: ConnectionOpening): boolean => values.every(isKnownAtStart);

const isKnownAtStart = (of: Meaning): boolean => isFixed(of) || (of.is === "made" && of.once);
