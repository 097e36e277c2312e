/**
 * Handlers of monitoring vendors that stand in the place of a function's own, which then stands in a variable. From the vendors' pages and layers
 * (docs.datadoghq.com/serverless, github.com/newrelic/newrelic-lambda-layers, docs.lumigo.io, docs.sentry.io/platforms/python/integrations/aws-lambda,
 * github.com/epsagon/epsagon-python, apm.docs.thundra.io, ibm.com/docs/en/instana-observability), looked up on 2026-11-24.
 */
interface Redirect {
  /** What the vendor's own handler contains. */
  readonly handler: string;
  readonly variable: string;
}

const REDIRECTS: readonly Redirect[] = [
  { handler: "datadog", variable: "DD_LAMBDA_HANDLER" },
  { handler: "newrelic", variable: "NEW_RELIC_LAMBDA_HANDLER" },
  { handler: "lumigo", variable: "LUMIGO_ORIGINAL_HANDLER" },
  { handler: "sentry_sdk.", variable: "SENTRY_INITIAL_HANDLER" },
  { handler: "epsagon", variable: "EPSAGON_HANDLER" },
  { handler: "thundra", variable: "THUNDRA_AGENT_LAMBDA_HANDLER" },
  { handler: "thundra", variable: "thundra_agent_lambda_handler" },
  { handler: "instana", variable: "LAMBDA_HANDLER" },
];

/** The variables in which the real handler may stand when a function names this one; none for a handler of its own. */
export const redirectedBy = (handler: string): readonly string[] =>
  REDIRECTS.filter((redirect) => handler.includes(redirect.handler)).map(({ variable }) => variable);

/** Starts a script of a layer in front of the runtime, which may load whatever it wants. */
export const EXEC_WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER";
