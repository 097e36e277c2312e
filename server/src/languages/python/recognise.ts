import type { Recogniser } from "../../model/code/facts.ts";
import { firstOf } from "../shared/meanings.ts";
import { recogniseBoto3 } from "./recognise/boto3.ts";
import { recogniseHttp } from "./recognise/http.ts";
import { recogniseConnection, recogniseLambda, recogniseLog, recogniseSleep } from "./recognise/others.ts";

/** What a call in Python does, where a rule asks about it. */
export const recognisePython: Recogniser = firstOf([recogniseBoto3, recogniseLog, recogniseHttp, recogniseConnection, recogniseSleep, recogniseLambda]);
