import { kind, reference, structure, terms, text } from "../kind.ts";

export const role = kind("role", {
  roleName: text(),
  permissionsBoundary: text(),
  /** Managed policies attached by this role; each is also a `policyAttachment`. */
  managedPolicies: terms(),
  /** Policies written in the role itself; their statements are read as `statement`. */
  inlinePolicies: structure(),
});

/** An inline or managed policy that stands beside its roles (`AWS::IAM::Policy`, `AWS::IAM::ManagedPolicy`). */
export const policy = kind("policy", { policyName: text(), policyDocument: structure(), roles: terms(), users: terms(), groups: terms() });

/** A policy on the resource that it protects: of a bucket, queue, topic, bus, key, secret or API. */
export const resourcePolicy = kind("resourcePolicy", { protects: terms(), policyDocument: structure() });

/** One statement of any policy document. `use` says whose: `identity`, `resource`, `trust` or `boundary`. */
export const statement = kind("statement", {
  sid: text(),
  effect: text(),
  actions: terms(),
  notActions: terms(),
  resources: terms(),
  notResources: terms(),
  principal: structure(),
  /** The principal where it is a bare text; only `*` is allowed there. */
  principalText: text(),
  notPrincipal: structure(),
  condition: structure(),
  /** The role, function, policy or resource policy that the statement is written in. */
  holder: reference(),
  use: text(),
});

/** One managed policy, by name or ARN, on a role or function. */
export const policyAttachment = kind("policyAttachment", { policy: text(), holder: reference() });

/** One SAM policy template on a function or state machine. */
export const policyTemplate = kind("policyTemplate", { template: text(), parameters: structure(), holder: reference() });

export const connector = kind("connector", { source: reference(), destination: terms(), permissions: terms() });
