import { type Expression, entry } from "../../model/expression.ts";
import type { Part } from "../../model/part.ts";
import { bindInside } from "../bind.ts";
import { at, type Branch, branches, child, entries, literal, refTo } from "../parts.ts";

const INTEGRATION = "x-amazon-apigateway-integration";

const OPERATION = bindInside("route", {
  api: null,
  path: null,
  method: null,
  authorization: null,
  authorizer: null,
  apiKeyRequired: null,
  resourcePolicy: null,
  function: `${INTEGRATION}.uri`,
  integration: null,
  integrationType: `${INTEGRATION}.type`,
  integrationTimeout: `${INTEGRATION}.timeoutInMillis`,
  responseTransferMode: `${INTEGRATION}.responseTransferMode`,
  passthroughBehavior: `${INTEGRATION}.passthroughBehavior`,
  requestModel: null,
  authorizationScopes: null,
  requestModels: null,
  requestValidator: null,
  validateBody: null,
});

/** Keys of a path that are operations, and the method that API Gateway makes of each. */
const METHODS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["get", "put", "post", "delete", "options", "head", "patch", "trace"].map((method) => [method, method.toUpperCase()])),
  "x-amazon-apigateway-any-method": "ANY",
};

/** The operations of an OpenAPI definition that is written in a resource, each as a route of it. */
export function routesIn(owner: Part, ...steps: readonly string[]): readonly Part[] {
  return at(owner.body, ...steps)
    .flatMap((definition) => operationsIn(definition))
    .map(({ path, method, general, operation }, index) =>
      child(owner, `${steps.at(-1)}/${index}`, OPERATION, operation, {
        api: refTo(owner.id, owner.path),
        path: literal(path, operation.expression.path),
        method: literal(method, operation.expression.path),
        ...authorizationOf(operation.expression, general),
      }),
    );
}

interface Operation {
  readonly path: string;
  readonly method: string;
  /** What the definition asks of callers where an operation does not say. */
  readonly general: Expression | undefined;
  readonly operation: Branch;
}

function operationsIn(definition: Branch): readonly Operation[] {
  const general = entry(definition.expression, "security");
  return entries(at(definition.expression, "paths")).flatMap((path) =>
    entries([path]).flatMap((operation): readonly Operation[] => {
      const method = METHODS[operation.key];
      const guarded = { ...operation, guards: [...definition.guards, ...operation.guards] };
      return method === undefined ? [] : [{ path: path.key, method, general, operation: guarded }];
    }),
  );
}

/** How an operation authorizes: as it says, else as the definition says for all; nothing where neither does, and the API's default decides. */
function authorizationOf(operation: Expression, general: Expression | undefined): { readonly authorization?: Expression } {
  const gateway = entry(entry(operation, "x-amazon-apigateway-auth"), "type");
  const security = entry(operation, "security") ?? general;
  if (gateway) return { authorization: gateway };
  if (!security) return {};
  const asked = branches(security).map(({ expression }) => (expression.is === "list" && !expression.open ? expression.items.some(asks) : undefined));
  const [first, ...others] = asked;
  if (first === undefined || others.some((other) => other !== first))
    return { authorization: { is: "unknown", reason: "how the operation authorizes is known at deployment only", path: security.path } };
  return { authorization: literal(first ? "CUSTOM" : "NONE", security.path) };
}

/** Whether a requirement names anything; `NONE` is how SAM switches the default authorizer off. */
function asks(requirement: Expression): boolean {
  if (requirement.is !== "map" || requirement.open) return true;
  return [...requirement.entries.keys()].some((name) => name !== "NONE");
}
