import type { Recogniser } from "../../model/code/facts.ts";
import { recogniseConnection } from "./recognise/connections.ts";
import { recogniseHttp } from "./recognise/http.ts";
import { recogniseLambda } from "./recognise/lambda.ts";
import { recogniseLog } from "./recognise/logs.ts";
import { recogniseV2 } from "./recognise/sdk-v2.ts";
import { recogniseV3 } from "./recognise/sdk-v3.ts";
import { recogniseSleep } from "./recognise/waits.ts";

const RECOGNISERS: readonly Recogniser[] = [recogniseV3, recogniseV2, recogniseLog, recogniseHttp, recogniseConnection, recogniseSleep, recogniseLambda];

/** What a call in JavaScript does, where a rule asks about it. */
export const recogniseJavaScript: Recogniser = (call) => {
  for (const recognise of RECOGNISERS) {
    const fact = recognise(call);
    if (fact) return fact;
  }
  return undefined;
};
