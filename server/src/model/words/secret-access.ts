import type { Place } from "../../base/place.ts";
import { type Content, type Edit, idOf } from "../edit.ts";
import type { Resource } from "../resource.ts";

/** A variable of a function: where its value stands. */
export interface Variable {
  readonly function: Resource<"function">;
  readonly place: Place;
}

/**
 * The edits that put `content`, which names a secret, in the place of a variable's value and let the function read the secret with that ARN.
 * Undefined where the function's role stands elsewhere.
 */
export function fetchedInstead({ function: fn, place }: Variable, content: Content, arn: Content): readonly Edit[] | undefined {
  const role = fn.has("role");
  if (!role.known) return undefined;
  const put: Edit = { replace: place, by: content };
  if (!role.value) return [put, { grant: "AWSSecretsManagerGetSecretValuePolicy", parameters: { SecretArn: arn }, to: fn }];
  const named = fn.reference("role");
  if (!named.known || !named.value?.is("role")) return undefined;
  const statement = { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: arn };
  return [
    put,
    {
      add: "policy",
      id: `${fn.id}ReadsSecret`,
      beside: fn,
      properties: { policyName: "read-secret", policyDocument: { Version: "2012-10-17", Statement: [statement] }, roles: [idOf(named.value)] },
    },
  ];
}

/** `STRIPE_KEY` → `StripeKey`, for a logical id. */
export function idFrom(key: string): string {
  return key
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + (/[a-z]/.test(word) ? word.slice(1) : word.slice(1).toLowerCase()))
    .join("");
}
