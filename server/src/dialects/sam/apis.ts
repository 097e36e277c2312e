import { type Expression, entry } from "../../model/expression.ts";
import type { Part } from "../../model/part.ts";
import { bind } from "../bind.ts";
import { HTTP_STAGE, REST_STAGE } from "../cloudformation/bindings/api.ts";
import { statementPart } from "../iam/statements.ts";
import { routesIn } from "../openapi/routes.ts";
import { at, child, items, literal, refTo } from "../parts.ts";
import { BINDINGS } from "./bindings.ts";
import { IMPLICIT_API } from "./events.ts";

const NO_ATTRIBUTES = { deletionPolicy: null, updateReplacePolicy: null, dependsOn: null } as const;

const STAGE = {
  "AWS::Serverless::Api": bind("stage", NO_ATTRIBUTES, REST_STAGE, { api: null }),
  "AWS::Serverless::HttpApi": bind("stage", NO_ATTRIBUTES, HTTP_STAGE, { api: null }),
} as const;

export type ApiType = keyof typeof STAGE;
export const isApiType = (type: string): type is ApiType => type in STAGE;

export const protocolOf = (type: ApiType): string => (type === "AWS::Serverless::Api" ? "REST" : "HTTP");

/** An API of SAM is its own stage; a policy on it may stand as statements. */
export function insideApi(owner: Part & { readonly type: string }): readonly Part[] {
  if (!isApiType(owner.type)) return [];
  const stage = child(
    owner,
    "Stage",
    STAGE[owner.type],
    { expression: { ...owner.body, path: owner.path } as Expression, guards: [] },
    { api: refTo(owner.id, owner.path) },
  );
  const statements = items(at(owner.body, "Properties", "Auth", "ResourcePolicy", "CustomStatements"));
  return [
    stage,
    ...routesIn(owner, "Properties", "DefinitionBody"),
    ...statements.map((statement, index) => statementPart(owner, `CustomStatements/${index}`, statement, "resource")),
  ];
}

/** The APIs that events imply by naming none, configured by `Globals` alone. */
export function implicitApis(parts: ReadonlyMap<string, Part>, globals: Expression | undefined): readonly Part[] {
  return [...implicit(parts, "Api", "AWS::Serverless::Api", globals), ...implicit(parts, "HttpApi", "AWS::Serverless::HttpApi", globals)];
}

function firstRoute(parts: ReadonlyMap<string, Part>, api: string): Part | undefined {
  for (const part of parts.values()) if (part.kind === "route" && part.fixed.api?.is === "ref" && part.fixed.api.name === api) return part;
  return undefined;
}

function implicit(parts: ReadonlyMap<string, Part>, event: keyof typeof IMPLICIT_API, type: ApiType, globals: Expression | undefined): readonly Part[] {
  const id = IMPLICIT_API[event];
  const first = firstRoute(parts, id);
  const binding = BINDINGS.get(type);
  const there = parts.get(id);
  if (!first || !binding || (there && !there.implied)) return [];
  const properties = entry(globals, event);
  const body: Expression = { is: "map", entries: new Map(properties ? [["Properties", properties]] : []), path: first.path };
  const owner: Part = {
    id,
    kind: "api",
    type,
    name: id,
    uri: first.uri,
    path: first.path,
    body,
    binding,
    fixed: { protocol: literal(protocolOf(type), first.path) },
    guards: [],
    implied: true,
  };
  return [owner, ...insideApi(owner).map((part) => ({ ...part, implied: true as const }))];
}
