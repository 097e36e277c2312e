import { type Expression, entry } from "../../model/expression.ts";
import type { Part } from "../../model/part.ts";
import type { Template } from "../../model/template.ts";
import type { Tree } from "../../syntax/tree.ts";
import type { Beside } from "../beside.ts";
import { groupBody } from "../cloudformation/group.ts";
import { readResources } from "../cloudformation/read.ts";
import { CLOUDFORMATION, type Types } from "../cloudformation/resources.ts";
import { literal } from "../parts.ts";
import { implicitApis, insideApi, isApiType, protocolOf } from "./apis.ts";
import { BINDINGS } from "./bindings.ts";
import { eventsOf, functionUrlOf } from "./events.ts";
import { mergedWith, SECTION_OF } from "./globals.ts";
import { policiesOf, trustOf } from "./policies.ts";

/** Reads a SAM template as it is written: nothing is expanded, what it implies stands beside what it says. */
export function readSam(uri: string, tree: Tree, beside: Beside, previous: Template | undefined): Template {
  const globals = groupBody(tree, "Globals", beside);
  return readResources({ uri, tree, beside, previous }, "sam", typesWith(globals), (parts) => implicitApis(parts, globals));
}

const INSIDE: Readonly<Record<string, (owner: Part) => readonly Part[]>> = {
  "AWS::Serverless::Function": (owner) => [...eventsOf(owner), ...functionUrlOf(owner), ...policiesOf(owner), ...trustOf(owner)],
  "AWS::Serverless::StateMachine": (owner) => [...eventsOf(owner), ...policiesOf(owner)],
  "AWS::Serverless::Api": insideApi,
  "AWS::Serverless::HttpApi": insideApi,
};

function typesWith(globals: Expression | undefined): Types {
  return {
    binding: (type) => BINDINGS.get(type) ?? CLOUDFORMATION.binding(type),
    inside: (owner) => INSIDE[owner.type]?.(owner) ?? CLOUDFORMATION.inside(owner),
    fixed: (type, part) => (isApiType(type) ? { protocol: literal(protocolOf(type), part.path) } : CLOUDFORMATION.fixed(type, part)),
    inherited: (type) => entry(globals, SECTION_OF[type] ?? ""),
    merged: mergedWith,
  };
}
