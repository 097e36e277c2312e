import type { Part } from "../../../model/part.ts";
import { bind } from "../../bind.ts";
import { at, child } from "../../parts.ts";

/** A deployment of a REST API can make a stage on its way, described in it. */
const STAGE = bind("stage", {
  deletionPolicy: null,
  updateReplacePolicy: null,
  dependsOn: null,
  tags: null,
  api: "Properties.RestApiId",
  accessLog: "Properties.StageDescription.AccessLogSetting",
  accessLogDestination: "Properties.StageDescription.AccessLogSetting.DestinationArn",
  accessLogFormat: "Properties.StageDescription.AccessLogSetting.Format",
  methodSettings: "Properties.StageDescription.MethodSettings",
  throttlingRateLimit: "Properties.StageDescription.ThrottlingRateLimit",
  throttlingBurstLimit: "Properties.StageDescription.ThrottlingBurstLimit",
  dataTraceEnabled: "Properties.StageDescription.DataTraceEnabled",
  tracingEnabled: "Properties.StageDescription.TracingEnabled",
});

function stage(owner: Part): readonly Part[] {
  if (at(owner.body, "Properties", "StageName").length === 0) return [];
  return [child(owner, "Stage", STAGE, { expression: { ...owner.body, path: owner.path }, guards: [] })];
}

export const STAGES: Readonly<Record<string, (owner: Part) => readonly Part[]>> = { "AWS::ApiGateway::Deployment": stage };
