import { type Content, type Edit, idOf, Mentioned, textOf } from "../edit.ts";
import type { Resource } from "../resource.ts";

/** The edits that let a function read the secret with an ARN. Undefined where the function's role stands elsewhere. */
export function allowedToRead(fn: Resource<"function">, arn: Content): readonly Edit[] | undefined {
  const role = fn.has("role");
  if (!role.known) return undefined;
  if (!role.value) return [{ grant: "AWSSecretsManagerGetSecretValuePolicy", parameters: { SecretArn: arn }, to: fn }];
  const named = fn.reference("role");
  if (!named.known || !named.value?.is("role")) return undefined;
  const statement = { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: arn };
  const policyDocument = { Version: "2012-10-17", Statement: [statement] };
  return [{ add: "policy", id: `${fn.id}ReadsSecret`, beside: fn, properties: { policyName: "read-secret", policyDocument, roles: [idOf(named.value)] } }];
}

/**
 * What stands for a secret that is written by name or ARN, names as `${Name}`: to put it into a template, and its ARN for a policy.
 * Undefined where either cannot be written.
 */
export function written(id: string, isSecret: (name: string) => boolean): { readonly content: Content; readonly arn: Content } | undefined {
  const parts = id.split(/\$\{([^}]*)\}/).map((part, index) => (index % 2 === 0 ? part : idOf(part)));
  if (parts.some((part) => part instanceof Mentioned && /[.…]/.test(String(part.parts.map((pointer) => (typeof pointer === "string" ? "" : pointer.to))))))
    return undefined;
  const content = new Mentioned(parts.flatMap((part) => (typeof part === "string" ? (part === "" ? [] : [part]) : part.parts)));
  const only = /^\$\{([^}.]*)\}$/.exec(id)?.[1];
  if (only !== undefined) return isSecret(only) ? { content, arn: content } : undefined;
  if (id.startsWith("arn:")) return { content, arn: new Mentioned([...content.parts, ...(ENDS_IN_SUFFIX.test(id) ? [] : [ANY_SUFFIX])]) };
  return {
    content,
    arn: textOf`arn:${idOf("AWS::Partition")}:secretsmanager:${idOf("AWS::Region")}:${idOf("AWS::AccountId")}:secret:${content}${new Mentioned([ANY_SUFFIX])}`,
  };
}

/** Secrets Manager ends the ARN of a secret with a hyphen and six characters of its own. Source: "What's in a Secrets Manager secret?", read on 2026-11-24. */
const ANY_SUFFIX = "-??????";
const ENDS_IN_SUFFIX = /-[A-Za-z0-9]{6}$/;

/** `STRIPE_KEY` → `StripeKey`, for a logical id. */
export function idFrom(key: string): string {
  return key
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + (/[a-z]/.test(word) ? word.slice(1) : word.slice(1).toLowerCase()))
    .join("");
}
