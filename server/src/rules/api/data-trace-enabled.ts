import { FIELD_LOG_OF_EVERYTHING } from "../../knowledge/appsync.ts";
import { EXECUTION_LOG_OF_EVERYTHING } from "../../knowledge/stepfunctions.ts";
import type { Edit } from "../../model/edit.ts";
import type { Resource } from "../../model/resource.ts";
import type { Structure } from "../../model/structure.ts";
import { type Known, type Unknown, written } from "../../model/value.ts";
import { isDevelopment, methodSettings } from "../../model/words/stages.ts";
import { defineRule, type Finding } from "../define.ts";

export default defineRule({
  id: "data-trace-enabled",
  summary: "Whole requests and answers are written into a log",
  pillars: ["security", "cost-optimization", "sustainability"],
  tradeoffs: { "operational-excellence": "A failed request is explained by access log and trace, not by its whole text." },
  practices: ["SEC07-BP02@2024-06-27", "SUS04-BP05@2024-06-27"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `With data tracing, everything that callers send and get goes into a log in full: names, addresses, tokens. Whoever may read logs may then read data that
the API guards well otherwise, for as long as the log is kept, and each gigabyte of it is paid for. AWS advises against it in production. It helps for an hour
of debugging and tends to stay.`,
  ask: "Who still reads these bodies, and what is in them?",
  references: [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
    "https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html",
    "https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html",
  ],
  on: ["stage", "stateMachine", "graphqlApi"],
  *check(subject, { profile }) {
    if (subject.is("stage")) {
      if (isDevelopment(subject, profile)) return undefined;
      const traced = tracedSettings(subject);
      if ("known" in traced) return traced;
      for (const value of traced) yield found(subject, value, [{ replace: value, by: false }]);
      return undefined;
    }
    return subject.is("stateMachine") ? yield* ofStateMachine(subject) : subject.is("graphqlApi") ? yield* ofGraphql(subject) : undefined;
  },
  examples: [
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      MethodSettings:
        - HttpMethod: "*"
          ResourcePath: /*
          DataTraceEnabled: ⟦true⟧
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      MethodSettings:
        - HttpMethod: "*"
          ResourcePath: /*
          DataTraceEnabled: false
`,
    },
    {
      dialect: "cloudformation",
      bad: `Resources:
  Fulfilment:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      LoggingConfiguration:
        Level: ALL
        IncludeExecutionData: ⟦true⟧
`,
      good: `Resources:
  Fulfilment:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      LoggingConfiguration:
        Level: ALL
        IncludeExecutionData: false
`,
    },
  ],
});

/** The settings of a stage that switch data tracing on and are written out; what a parameter chooses is decided at deployment. */
function tracedSettings(stage: Resource<"stage">): readonly Known<boolean>[] | Unknown {
  const whole = stage.flag("dataTraceEnabled");
  if (!whole.known) return whole;
  const settings = methodSettings(stage);
  if ("known" in settings) return settings;
  const each = settings.filter(logs).map((setting) => setting.flag("DataTraceEnabled"));
  const undecided = each.find((value): value is Unknown => !value.known);
  const traced = [whole, ...each].flatMap((value) => (value.known && value.value === true && isWritten(value) ? [value as Known<boolean>] : []));
  return traced.length === 0 && undecided ? undecided : traced;
}

/** Without any log there is nothing to write into. */
function logs(setting: Structure): boolean {
  const level = setting.text("LoggingLevel");
  return !level.known || level.value !== "OFF";
}

const isWritten = (value: Known<unknown>): boolean => written(value) && value.origin !== "parameter" && value.origin !== "mapping";

function found(subject: Resource, at: Known<unknown>, edits: readonly Edit[]): Finding {
  return {
    at,
    text: subject.is("stateMachine")
      ? "{subject} writes the whole input and output of every step into its log."
      : "{subject} writes whole requests and answers into its log.",
    values: { subject },
    fixes: [{ title: "Keep the data of {subject} out of its log", safety: "review", edits }],
  };
}

function* ofStateMachine(machine: Resource<"stateMachine">): Generator<Finding, Unknown | undefined> {
  const data = machine.flag("includeExecutionData");
  const level = machine.text("logLevel");
  const type = machine.text("type");
  if (!data.known) return data;
  if (!data.value || !isWritten(data)) return undefined;
  if (!level.known) return level;
  if (!type.known) return type;
  // An Express workflow has no other history.
  if (level.value === EXECUTION_LOG_OF_EVERYTHING.value && type.value === "STANDARD") yield found(machine, data, [{ replace: data, by: false }]);
  return undefined;
}

function* ofGraphql(api: Resource<"graphqlApi">): Generator<Finding, Unknown | undefined> {
  const level = api.text("fieldLogLevel");
  const excluded = api.flag("excludeVerboseContent");
  if (!level.known) return level;
  if (!excluded.known) return excluded;
  if (level.value !== FIELD_LOG_OF_EVERYTHING.value || !isWritten(level) || excluded.value || excluded.origin === "parameter") return undefined;
  yield found(api, excluded.origin === "default" ? level : excluded, [{ set: api, property: "excludeVerboseContent", to: true }]);
  return undefined;
}
