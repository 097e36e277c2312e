import { MESSAGE_RETENTION } from "../../knowledge/sqs.ts";
import { arnOf, type Edit, idOf, type NewResource } from "../../model/edit.ts";
import type { Part } from "../../model/part.ts";
import type { Subject } from "../../model/subject.ts";
import type { Template } from "../../model/template.ts";
import { walk } from "../../model/template.ts";

/** The edits that send what a function gives up on to a new queue, with the right to do so; or why that cannot be written. */
export function failureEdits(fn: Subject, template: Template): readonly Edit[] | { readonly cannot: string } {
  const queue: NewResource = { add: "queue", id: `${fn.id}Failures`, beside: fn, properties: { messageRetentionPeriod: MESSAGE_RETENTION.maximum.value } };
  // SAM adds the permission by itself when the destination's type is written.
  if (fn.type.startsWith("AWS::Serverless::")) return [queue, { set: fn, property: "onFailure", to: { Type: "SQS", Destination: arnOf(queue) } }];
  const role = roleOf(fn, template);
  if (!role) return { cannot: "the role of the function is not in this template, so its right to send cannot be added" };
  return [queue, configured(fn, queue), allowed(fn, role, queue)];
}

function roleOf(fn: Subject, template: Template): Part | undefined {
  const written = walk(fn.part.body, ["Properties", "Role"]);
  const role = written?.is === "attribute" || written?.is === "ref" ? template.parts.get(written.name) : undefined;
  return role?.kind === "role" ? role : undefined;
}

function configured(fn: Subject, queue: NewResource): Edit {
  return {
    add: "eventInvokeConfig",
    id: `${fn.id}Invocation`,
    beside: fn,
    properties: { function: idOf(fn), qualifier: "$LATEST", failureDestination: arnOf(queue) },
  };
}

function allowed(fn: Subject, role: Part, queue: NewResource): Edit {
  const statement = { Effect: "Allow", Action: "sqs:SendMessage", Resource: arnOf(queue) };
  return {
    add: "policy",
    id: `${fn.id}SendsFailures`,
    beside: fn,
    properties: { policyName: "send-failures", policyDocument: { Version: "2012-10-17", Statement: [statement] }, roles: [idOf(role.id)] },
  };
}
