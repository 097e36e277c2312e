import { ASYNC_MAX_EVENT_AGE, ASYNC_RETRIES } from "../../knowledge/lambda.ts";
import { flag, kind, number, reference, structure, text } from "../kind.ts";

/** How Lambda treats asynchronous events of a function, as a resource of its own. */
export const eventInvokeConfig = kind("eventInvokeConfig", {
  function: reference(),
  qualifier: text(),
  onFailure: structure(),
  failureDestination: reference(),
  successDestination: reference(),
  maximumRetryAttempts: number({ default: ASYNC_RETRIES }),
  maximumEventAge: number({ unit: "s", default: ASYNC_MAX_EVENT_AGE }),
});

export const alias = kind("alias", { function: reference(), aliasName: text(), provisionedConcurrency: number() });
export const version = kind("version", { function: reference(), provisionedConcurrency: number() });

export const functionUrl = kind("functionUrl", { function: reference(), authType: text(), cors: structure(), invokeMode: text() });

export const permission = kind("permission", {
  function: reference(),
  action: text(),
  principal: text(),
  sourceArn: text(),
  sourceAccount: text(),
  principalOrgId: text(),
  eventSourceToken: text(),
  functionUrlAuthType: text(),
  invokedViaFunctionUrl: flag({ default: false }),
});

export const layer = kind("layer", {
  /** Folder or archive with the content, relative to the template. */
  contentUri: text(),
  buildMethod: text(),
  compatibleRuntimes: structure(),
  compatibleArchitectures: structure(),
});

/** An Application Auto Scaling target, such as the provisioned concurrency of an alias. */
export const scalableTarget = kind("scalableTarget", {
  serviceNamespace: text(),
  scalableDimension: text(),
  resourceId: text(),
  minCapacity: number(),
  maxCapacity: number(),
});

/** How an Application Auto Scaling target scales. */
export const scalingPolicy = kind("scalingPolicy", { policyName: text(), policyType: text(), target: reference(), targetValue: number(), metric: text() });
