import type { Binding } from "../../../model/part.ts";
import { bind } from "../../bind.ts";

export const IDENTITY: Readonly<Record<string, Binding>> = {
  "AWS::IAM::Role": bind("role", { managedPolicies: "Properties.ManagedPolicyArns", inlinePolicies: "Properties.Policies" }),
  "AWS::IAM::Policy": bind("policy"),
  "AWS::IAM::RolePolicy": bind("policy", { roles: "Properties.RoleName", users: null, groups: null }),
  "AWS::IAM::ManagedPolicy": bind("policy", { policyName: "Properties.ManagedPolicyName" }),
  "AWS::S3::BucketPolicy": bind("resourcePolicy", { protects: "Properties.Bucket" }),
  "AWS::SQS::QueuePolicy": bind("resourcePolicy", { protects: "Properties.Queues" }),
  "AWS::SQS::QueueInlinePolicy": bind("resourcePolicy", { protects: "Properties.Queue" }),
  "AWS::SNS::TopicPolicy": bind("resourcePolicy", { protects: "Properties.Topics" }),
  "AWS::SNS::TopicInlinePolicy": bind("resourcePolicy", { protects: "Properties.TopicArn" }),
  "AWS::Events::EventBusPolicy": bind("resourcePolicy", { protects: "Properties.EventBusName", policyDocument: null }),
  "AWS::SecretsManager::ResourcePolicy": bind("resourcePolicy", { protects: "Properties.SecretId", policyDocument: "Properties.ResourcePolicy" }),
  "AWS::Lambda::LayerVersionPermission": bind("resourcePolicy", { protects: "Properties.LayerVersionArn", policyDocument: null }),
};
