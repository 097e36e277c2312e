import { CLASS_WITHOUT_RETENTION, retentionAtLeast } from "../../knowledge/logs.ts";
import { defineRule } from "../define.ts";

export default defineRule({
  id: "log-retention-unset",
  summary: "Log group keeps its events for ever",
  pillars: ["cost-optimization", "sustainability", "operational-excellence"],
  tradeoffs: { security: "There is less history for an investigation." },
  practices: ["COST04-BP05@2024-06-27", "SUS04-BP03@2024-06-27"],
  default: "on",
  severity: "warning",
  confidence: "high",
  why: `CloudWatch Logs keeps events for ever unless a retention is set. Storage grows month by month, is paid for month by month, and most of it is
never read again. A retention that fits the use of the log keeps what an investigation needs and lets the rest go.`,
  ask: "Which law, contract or investigation asks for how many days?",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html"],
  on: "logGroup",
  *check(group, { profile }) {
    const retention = group.has("retentionInDays");
    if (!retention.known) return retention;
    const kept = group.text("logGroupClass");
    if (!kept.known) return kept;
    if (retention.value || kept.value === CLASS_WITHOUT_RETENTION.value) return;
    const days = retentionAtLeast(profile.logRetentionInDays);
    yield {
      at: group,
      aspect: "retentionInDays",
      text: "No retention: {group} keeps its log events for ever.",
      values: { group, days },
      fixes: [
        {
          title: "Keep the events of {group} for {days} days",
          safety: "review",
          edits: [{ set: group, property: "retentionInDays", to: days }],
        },
      ],
    };
  },
  examples: [
    {
      dialect: "cloudformation",
      bad: `Resources:
  ⟦OrdersLogs⟧:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /aws/lambda/orders
`,
      good: `Resources:
  OrdersLogs:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /aws/lambda/orders
      RetentionInDays: 30
`,
    },
    {
      dialect: "sam",
      bad: `Transform: AWS::Serverless-2016-10-31
Resources:
  ⟦OrdersLogs⟧:
    Type: AWS::Logs::LogGroup
`,
      good: `Transform: AWS::Serverless-2016-10-31
Resources:
  OrdersLogs:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: 30
`,
    },
  ],
});
