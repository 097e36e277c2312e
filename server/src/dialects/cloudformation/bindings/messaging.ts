import type { Binding } from "../../../model/part.ts";
import { bind } from "../../bind.ts";

export const MESSAGING: Readonly<Record<string, Binding>> = {
  "AWS::SQS::Queue": bind("queue", {
    deadLetterTarget: "Properties.RedrivePolicy.deadLetterTargetArn",
    maxReceiveCount: "Properties.RedrivePolicy.maxReceiveCount",
  }),
  "AWS::SNS::Topic": bind("topic", { subscriptions: "Properties.Subscription", tracing: "Properties.TracingConfig" }),
  "AWS::SNS::Subscription": bind("subscription", {
    topic: "Properties.TopicArn",
    deadLetterTarget: "Properties.RedrivePolicy.deadLetterTargetArn",
  }),
  "AWS::Events::Rule": bind("rule", { eventBus: "Properties.EventBusName", schedule: "Properties.ScheduleExpression", enabled: null }),
  "AWS::Events::ApiDestination": bind("apiDestination"),
  "AWS::Events::EventBus": bind("eventBus", { eventBusName: "Properties.Name", deadLetterTarget: "Properties.DeadLetterConfig.Arn" }),
  "AWS::Scheduler::Schedule": bind("schedule", {
    schedule: "Properties.ScheduleExpression",
    target: "Properties.Target.Arn",
    targetArn: "Properties.Target.Arn",
    deadLetterConfig: "Properties.Target.DeadLetterConfig",
    deadLetterTarget: "Properties.Target.DeadLetterConfig.Arn",
    maximumRetryAttempts: "Properties.Target.RetryPolicy.MaximumRetryAttempts",
    maximumEventAge: "Properties.Target.RetryPolicy.MaximumEventAgeInSeconds",
    role: "Properties.Target.RoleArn",
  }),
  "AWS::EventsV2::Subscriber": bind("subscriber", {
    target: "Properties.InvokeConfiguration.TargetArn",
    targetArn: "Properties.InvokeConfiguration.TargetArn",
    role: "Properties.InvokeConfiguration.RoleArn",
    onFailure: "Properties.OnFailureConfiguration",
    failureDestination: "Properties.OnFailureConfiguration.Arn",
    maximumRetryAttempts: "Properties.RetryPolicy.MaxRetryAttempts",
    maximumEventAge: "Properties.RetryPolicy.MaxEventAgeInSeconds",
  }),
  "AWS::Pipes::Pipe": bind("pipe", { role: "Properties.RoleArn", maximumRetryAttempts: null, maximumRecordAge: null, deadLetterTarget: null }),
  "AWS::Kinesis::Stream": bind("stream", { streamName: "Properties.Name", retentionPeriod: "Properties.RetentionPeriodHours" }),
  "AWS::MSK::Cluster": bind("kafkaCluster"),
  "AWS::MSK::ServerlessCluster": bind("kafkaCluster"),
  "AWS::KinesisFirehose::DeliveryStream": bind("deliveryStream"),
};
