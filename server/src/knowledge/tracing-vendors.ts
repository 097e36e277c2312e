/**
 * Signs that a function is traced by something other than X-Ray's own setting, so that a missing `Tracing: Active` is no gap: layers, extensions,
 * wrappers and variables that the vendors document. Looked up on 2026-11-24.
 */
export interface TracingSigns {
  /** ARNs or names of layers. */
  readonly layers: readonly string[];
  /** Names of environment variables. */
  readonly variables: readonly string[];
}

/** The tracer that these signs name; `undefined` when none does. */
export const tracingVendor = ({ layers, variables }: TracingSigns): string | undefined =>
  VENDORS.find((vendor) => layers.some((layer) => vendor.layer.test(layer)) || variables.some((name) => vendor.variable.test(name)))?.name;

interface Vendor {
  readonly name: string;
  readonly layer: RegExp;
  readonly variable: RegExp;
}

const NONE = /(?!)/;

const VENDORS: readonly Vendor[] = [
  { name: "Datadog", layer: /datadog|:464622532012:layer:/i, variable: /^DD_(?:API_KEY|SITE|TRACE|LAMBDA|FLUSH|SERVICE|ENV)/ },
  { name: "New Relic", layer: /newrelic|:451483290750:layer:/i, variable: /^NEW_RELIC_/ },
  { name: "Lumigo", layer: /lumigo/i, variable: /^LUMIGO_/ },
  { name: "Dynatrace", layer: /dynatrace/i, variable: /^(?:DT_TENANT|DT_CLUSTER|DT_CONNECTION|DT_OPEN_TELEMETRY|DT_LOG_COLLECTION)/ },
  { name: "Splunk", layer: /splunk/i, variable: /^(?:SPLUNK_ACCESS_TOKEN|SPLUNK_REALM|SPLUNK_TRACE)/ },
  { name: "Honeycomb", layer: /honeycomb/i, variable: /^(?:LIBHONEY_|HONEYCOMB_)/ },
  { name: "Elastic", layer: /elastic-apm/i, variable: /^ELASTIC_APM_/ },
  { name: "Sentry", layer: /sentry.*serverless/i, variable: /^SENTRY_TRACES_SAMPLE_RATE$/ },
  { name: "Instana", layer: /instana/i, variable: /^INSTANA_/ },
  { name: "AppDynamics", layer: /appdynamics/i, variable: /^APPDYNAMICS_/ },
  { name: "Coralogix", layer: /coralogix/i, variable: /^CX_(?:DOMAIN|API_KEY|REPORTING)/ },
  { name: "Sumo Logic", layer: /sumologic/i, variable: /^SUMO_/ },
  { name: "Thundra", layer: /thundra|catchpoint/i, variable: /^(?:THUNDRA_|CATCHPOINT_API)/ },
  { name: "Epsagon", layer: /epsagon/i, variable: /^EPSAGON_/ },
  // The general signs come last: most vendors above build on OpenTelemetry and set its variables too.
  { name: "OpenTelemetry", layer: /opentelemetry|otel|:901920570463:layer:aws-/i, variable: /^(?:OTEL_|OPENTELEMETRY_)/ },
  { name: "a wrapper", layer: NONE, variable: /^AWS_LAMBDA_EXEC_WRAPPER$/ },
];
