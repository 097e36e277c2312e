import type { IamAction } from "./actions.ts";

/**
 * Wildcards that leave nothing worth narrowing. Most cover only actions that belong together; a few (`xray:Put*`, `logs:Create*`, `cloudwatch:PutMetric*`)
 * cover rare other ones too, but stand in so many policies, for the two or three that every function needs, that a hint on them is noise. A choice of ours
 * over AWS's Service Authorization Reference, looked up on 2026-11-24.
 */
const COARSE: readonly string[] = [
  "execute-api:*",
  "execute-api:invoke*",
  "xray:put*",
  "xray:getsampling*",
  "logs:create*",
  "cloudwatch:putmetric*",
  "ec2messages:*",
  "ssmmessages:*",
  "sqs:sendmessage*",
  "sqs:deletemessage*",
  "sqs:changemessagevisibility*",
  "sns:publish*",
  "kinesis:putrecord*",
  "firehose:putrecord*",
  "states:sendtask*",
  "kms:generatedatakey*",
  "kms:reencrypt*",
];

/** Whether a wildcard such as `xray:Put*` is as narrow as it can sensibly be. */
export const isCoarseByNature = (pattern: string): boolean => COARSE.includes(pattern.toLowerCase());

/** Whether some action can give rights to others: such a wildcard is worse than its service. */
export const managesPermissions = (actions: readonly IamAction[]): boolean => actions.some((action) => action.level === "Permissions management");
