import type { IamAction } from "./actions.ts";

/**
 * Wildcards that leave nothing to narrow: the actions that they cover belong together, and each of them only works on what the function is given anyway.
 * A choice of ours over AWS's Service Authorization Reference, looked up on 2026-11-24.
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

/** Whether a pattern names reading actions by how it starts: `s3:Get*`, `dynamodb:BatchGet*`. */
export const readsByName = (pattern: string): boolean => /^(?:get|list|describe|batchget|head|query|scan)/i.test(pattern.slice(pattern.indexOf(":") + 1));

/** Whether some action can give rights to others: such a wildcard is worse than its service. */
export const managesPermissions = (actions: readonly IamAction[]): boolean => actions.some((action) => action.level === "Permissions management");
