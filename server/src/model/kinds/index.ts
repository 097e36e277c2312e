import * as api from "./api.ts";
import { lambdaFunction } from "./function.ts";
import * as identity from "./identity.ts";
import * as invocation from "./invocation.ts";
import * as messaging from "./messaging.ts";
import * as operations from "./operations.ts";
import * as storage from "./storage.ts";
import * as streams from "./streams.ts";

/** All kinds by name; the one list that dialects map and rules ask for. */
export const KINDS = { function: lambdaFunction, ...api, ...identity, ...invocation, ...messaging, ...operations, ...storage, ...streams } as const;

export type Kinds = typeof KINDS;
export type KindName = keyof Kinds;
export type PropertiesOf<K extends KindName> = Kinds[K]["properties"];
