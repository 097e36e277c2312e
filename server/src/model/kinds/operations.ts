import { flag, kind, number, reference, structure, terms, text } from "../kind.ts";

export const logGroup = kind("logGroup", { logGroupName: text(), retentionInDays: number({ unit: "d" }), logGroupClass: text({ default: "STANDARD" }) });

export const alarm = kind("alarm", {
  alarmName: text(),
  metricName: text(),
  namespace: text(),
  alarmActions: terms(),
  okActions: terms(),
  insufficientDataActions: terms(),
  actionsEnabled: flag({ default: true }),
  composite: flag({ default: false }),
  alarmRule: text(),
});

export const stateMachine = kind("stateMachine", {
  stateMachineName: text(),
  type: text({ default: "STANDARD" }),
  role: reference(),
  tracing: flag({ default: false }),
  logLevel: text({ default: "OFF" }),
  includeExecutionData: flag({ default: false }),
  definition: structure(),
  definitionUri: text(),
  definitionSubstitutions: structure(),
});

export const nestedStack = kind("nestedStack", { templateUrl: text(), parameters: structure() });

/** A parameter of the template. */
export const parameter = kind("parameter", {
  type: text(),
  default: text(),
  noEcho: flag({ default: false }),
  description: text(),
  allowedValues: structure(),
});

export const fargateService = kind("fargateService", { taskDefinition: reference() });

/** A cluster of containers, in which rules and schedules may run tasks. */
export const containerCluster = kind("containerCluster", {});

/** What a template tells others. */
export const output = kind("output", {});

/** A limit of spending that tells people when it is reached; it stops nothing. */
export const budget = kind("budget", {});

/** A load balancer; its attributes are a list of keys and values. */
export const loadBalancer = kind("loadBalancer", { attributes: structure() });

/** Any resource that no other kind describes. */
export const other = kind("other", {});
