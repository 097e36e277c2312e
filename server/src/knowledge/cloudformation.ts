import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/AWSCloudFormation/latest/", "2026-11-24");

/** What happens to a resource without `DeletionPolicy` when it leaves the stack. */
export const DELETION_DEFAULT = {
  most: fact("Delete", "", "TemplateReference/aws-attribute-deletionpolicy.html"),
} as const;

/**
 * What a fix writes: keep the data, but leave nothing behind when the very first creation fails. A replaced resource is governed by `UpdateReplacePolicy`
 * alone; `DeletionPolicy` does not cover it.
 */
export const RETAINING = {
  deletionPolicy: fact("RetainExceptOnCreate", "", "TemplateReference/aws-attribute-deletionpolicy.html"),
  updateReplacePolicy: fact("Retain", "", "TemplateReference/aws-attribute-updatereplacepolicy.html"),
} as const;
