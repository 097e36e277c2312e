import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/", "2026-11-24");

/** Rules retry a failed delivery this long and this often, then drop the event. */
export const RULE_RETRY = {
  maximumAge: fact(86_400, "s", "eventbridge/latest/userguide/eb-rule-retry-policy.html"),
  attempts: fact(185, "tries", "eventbridge/latest/userguide/eb-rule-retry-policy.html"),
} as const;

/** Schedules, likewise. The service's own guide states these as the most that can be set; that they are the defaults stands in the guide of the CDK. */
export const SCHEDULER_RETRY = {
  maximumAge: fact(86_400, "s", "cdk/api/v2/docs/aws-cdk-lib.aws_scheduler_targets.ScheduleTargetBaseProps.html"),
  attempts: fact(185, "tries", "cdk/api/v2/docs/aws-cdk-lib.aws_scheduler_targets.ScheduleTargetBaseProps.html"),
} as const;

/** Subscribers of the second generation (`AWS::EventsV2::Subscriber`) give up much sooner; a drop leaves only the metric `EventsDropped`. */
export const SUBSCRIBER_RETRY = {
  maximumAge: fact(300, "s", "AWSCloudFormation/latest/TemplateReference/aws-properties-eventsv2-subscriber-retrypolicy.html"),
  attempts: fact(5, "tries", "AWSCloudFormation/latest/TemplateReference/aws-properties-eventsv2-subscriber-retrypolicy.html"),
} as const;

/** Which services take a FIFO queue as dead-letter queue. */
export const FIFO_DEAD_LETTER = {
  rule: fact(false, "", "eventbridge/latest/userguide/eb-rule-dlq.html"),
  scheduler: fact(false, "", "scheduler/latest/UserGuide/configuring-schedule-dlq.html"),
} as const;

/** Runs that come again within this time make up for a lost one: our choice. */
export const REPEATS_SOON_SECONDS = 3600;
/** How far apart the runs of a schedule are taken to be that only deployment knows: our choice. */
export const REPEATS_RARELY_SECONDS = 86_400;
