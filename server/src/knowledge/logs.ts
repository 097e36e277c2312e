import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/", "2026-11-24");

/** The only values that `RetentionInDays` takes. */
export const RETENTION_DAYS = fact(
  [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
  "d",
  "AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html",
);

/** Groups of this class keep their events for a fixed day and take no retention. */
export const CLASS_WITHOUT_RETENTION = fact("DELIVERY", "", "AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html");

/** The smallest retention that CloudWatch Logs allows and that is at least so many days; the largest for more. */
export function retentionAtLeast(days: number): number {
  return RETENTION_DAYS.value.find((allowed) => allowed >= days) ?? 3653;
}

/**
 * Whether Lambda can write what a function logs as JSON: Node.js 16 and later, Python 3.8 and later. What Python prints, instead of logging it, stays as it is.
 * Source: AWS Lambda Developer Guide, monitoring-cloudwatchlogs-logformat, read 2026-11-24.
 */
export function writesJsonLogs(runtime: string): boolean {
  const node = /^nodejs(\d+)/.exec(runtime);
  const python = /^python3\.(\d+)$/.exec(runtime);
  return (node !== null && Number(node[1]) >= 16) || (python !== null && Number(python[1]) >= 8);
}
