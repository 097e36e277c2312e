import { factsFrom } from "./fact.ts";

const fact = factsFrom("https://docs.aws.amazon.com/AWSCloudFormation/latest/", "2026-11-24");

/** What happens to a resource without `DeletionPolicy` when it leaves the stack. */
export const DELETION_DEFAULT = {
  most: fact("Delete", "", "TemplateReference/aws-attribute-deletionpolicy.html"),
  /** Database clusters, and database instances outside a cluster. */
  database: fact("Snapshot", "", "TemplateReference/aws-attribute-deletionpolicy.html"),
} as const;

/** A replaced resource is governed by this attribute alone; `DeletionPolicy` does not cover it. */
export const REPLACEMENT_ATTRIBUTE = fact("UpdateReplacePolicy", "", "TemplateReference/aws-attribute-updatereplacepolicy.html");

/** What a fix writes: keep the data, but leave nothing behind when the very first creation fails. */
export const RETAINING = {
  deletionPolicy: fact("RetainExceptOnCreate", "", "TemplateReference/aws-attribute-deletionpolicy.html"),
  updateReplacePolicy: fact("Retain", "", "TemplateReference/aws-attribute-updatereplacepolicy.html"),
} as const;

/** A bucket that holds objects can't be deleted: the stack's deletion fails instead. */
export const BUCKET_DELETION_FAILS_WHEN_FULL = fact(true, "", "TemplateReference/aws-attribute-deletionpolicy.html");

/** The services of dynamic references, `{{resolve:SERVICE:…}}`. Only secure ones hide a value, and only while the stack is deployed. */
export const DYNAMIC_REFERENCES = fact(["ssm", "ssm-secure", "secretsmanager"], "", "UserGuide/dynamic-references.html");
/** `ssm-secure` works in a short list of properties; the environment of a function is not in it, so a deployment fails. */
export const SECURE_REFERENCE_IN_ENVIRONMENT = fact(false, "", "UserGuide/dynamic-references-ssm-secure-strings.html");
/** `NoEcho` masks a value wherever CloudFormation shows it, and nowhere else. */
export const NO_ECHO_DEFAULT = fact(false, "", "UserGuide/parameters-section-structure.html");
