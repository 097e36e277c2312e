import type { Binding } from "../../../model/part.ts";
import { bind } from "../../bind.ts";

export const OPERATIONS: Readonly<Record<string, Binding>> = {
  "AWS::Logs::LogGroup": bind("logGroup"),
  "AWS::CloudWatch::Alarm": bind("alarm", { okActions: "Properties.OKActions", composite: null, alarmRule: null }),
  "AWS::CloudWatch::CompositeAlarm": bind("alarm", { okActions: "Properties.OKActions", composite: null, metricName: null, namespace: null }),
  "AWS::Budgets::Budget": bind("budget"),
};
