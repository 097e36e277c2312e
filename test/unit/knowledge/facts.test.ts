import { deepStrictEqual, ok, strictEqual } from "node:assert";
import * as apigateway from "../../../server/src/knowledge/apigateway.ts";
import * as appsync from "../../../server/src/knowledge/appsync.ts";
import * as callers from "../../../server/src/knowledge/callers.ts";
import * as cloudformation from "../../../server/src/knowledge/cloudformation.ts";
import * as dynamodb from "../../../server/src/knowledge/dynamodb.ts";
import * as events from "../../../server/src/knowledge/events.ts";
import type { Fact } from "../../../server/src/knowledge/fact.ts";
import * as lambda from "../../../server/src/knowledge/lambda.ts";
import * as logs from "../../../server/src/knowledge/logs.ts";
import * as sqs from "../../../server/src/knowledge/sqs.ts";
import * as stepfunctions from "../../../server/src/knowledge/stepfunctions.ts";
import * as streams from "../../../server/src/knowledge/streams.ts";

const MODULES = { apigateway, appsync, callers, cloudformation, dynamodb, events, lambda, logs, sqs, stepfunctions, streams };

describe("facts about AWS", () => {
  for (const [name, module] of Object.entries(MODULES)) {
    it(`of ${name} name their page and the day of the look-up`, () => {
      const facts = factsIn(module);
      ok(facts.length > 0);
      for (const { source, asOf } of facts) {
        ok(/^https:\/\/(?:docs\.)?aws\.amazon\.com\/\S+[^/\s]\/?$/.test(source), source);
        ok(/^20\d\d-\d\d-\d\d$/.test(asOf), asOf);
      }
    });
  }

  it("agree with each other", () => {
    const { TIMEOUT, MEMORY } = lambda;
    ok(MEMORY.minimum.value <= MEMORY.default.value && MEMORY.default.value < MEMORY.firstTry);
    ok(sqs.VISIBILITY_FACTOR.value * TIMEOUT.default.value <= sqs.VISIBILITY_TIMEOUT.default.value, "a queue and a function with defaults fit each other");
    ok(sqs.MESSAGE_RETENTION.default.value < sqs.MESSAGE_RETENTION.maximum.value);
    ok(apigateway.INTEGRATION_TIMEOUT.rest.value < apigateway.INTEGRATION_TIMEOUT.http.value);
    ok(events.SUBSCRIBER_RETRY.maximumAge.value < events.RULE_RETRY.maximumAge.value);
  });

  it("round a wish for retention up to what is allowed", () => {
    deepStrictEqual([1, 8, 30, 31, 366, 5000].map(logs.retentionAtLeast), [1, 14, 30, 60, 400, 3653]);
  });

  it("write access logs with the request and the reason of a failure", () => {
    for (const format of Object.values(apigateway.ACCESS_LOG_FORMATS)) {
      const variables: readonly string[] = Object.values(format);
      ok(variables.includes(apigateway.ACCESS_LOG_VARIABLES.requestId.value));
      ok(apigateway.ACCESS_LOG_VARIABLES.reasons.value.some((reason) => variables.includes(reason)));
    }
    strictEqual(apigateway.ACCESS_LOG_FORMATS.http.routeKey, "$context.routeKey");
  });
});

/** All facts that a module holds, at any depth. */
function factsIn(value: unknown): Fact<unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  return "source" in value && "asOf" in value ? [value as Fact<unknown>] : Object.values(value).flatMap(factsIn);
}
