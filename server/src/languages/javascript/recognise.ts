import type { Recogniser } from "../../model/code/facts.ts";
import { firstOf } from "../shared/meanings.ts";
import { recogniseConnection } from "./recognise/connections.ts";
import { recogniseHttp } from "./recognise/http.ts";
import { recogniseLambda } from "./recognise/lambda.ts";
import { recogniseLog } from "./recognise/logs.ts";
import { recogniseV2 } from "./recognise/sdk-v2.ts";
import { recogniseV3 } from "./recognise/sdk-v3.ts";
import { recogniseSleep } from "./recognise/waits.ts";

/** What a call in JavaScript does, where a rule asks about it. */
export const recogniseJavaScript: Recogniser = firstOf([
  recogniseV3,
  recogniseV2,
  recogniseLog,
  recogniseHttp,
  recogniseConnection,
  recogniseSleep,
  recogniseLambda,
]);
