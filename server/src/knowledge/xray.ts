import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/", "2026-11-24");

/** The managed policy that lets a function or state machine record traces. Lambda refuses active tracing to a role that may not. */
export const TRACING_POLICY = fact("AWSXRayDaemonWriteAccess", "", "lambda/latest/dg/services-xray.html");

/** Managed policies that carry the right to record traces, as the end of their names, and actions that do. */
const RECORDING_POLICY = /(?:X[Rr]ay(?:DaemonWrite|WriteOnly|Full)Access|AdministratorAccess|PowerUserAccess|ApplicationSignalsExecutionRolePolicy)$/;
const RECORDING_ACTION = /^(?:\*|xray:(?:\*|Put\*|PutTrace\*|PutTraceSegments))$/i;

/** Whether a managed policy, by name or ARN, lets record traces. */
export const policyRecordsTraces = (policy: string): boolean => RECORDING_POLICY.test(policy);

/** Whether an action of a statement lets record traces. */
export const actionRecordsTraces = (action: string): boolean => RECORDING_ACTION.test(action);
