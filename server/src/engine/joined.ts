import type { FunctionCodeState, HandlerView } from "../model/code/handler.ts";
import { Graph } from "../model/graph.ts";
import { Reading } from "../model/reading.ts";
import { Resource } from "../model/resource.ts";
import type { Value } from "../model/value.ts";
import { World } from "../model/world.ts";
import { claimsOf } from "../project/entry/claims.ts";
import { codeOf } from "./code.ts";
import type { Asking } from "./entries.ts";
import { FileAccess } from "./files.ts";
import type { Review } from "./reported.ts";
import type { Snapshot } from "./snapshot.ts";

/** A function of a template and the code behind it. */
export interface Join {
  readonly fn: Resource<"function">;
  /** What the addresses of its code begin with, as far as the template says. */
  readonly claims: readonly string[];
  /** Followed when it is first asked for. */
  readonly code: Value<FunctionCodeState>;
}

/** The functions of a template, whatever its conditions say, with their code, and what was not read yet of it. */
export interface Joined {
  /** The resources of the template, as the first assignment of its conditions has them. */
  readonly graph: Graph;
  readonly joins: readonly Join[];
  /** What was not read yet of the code that was asked for. */
  readonly wanted: readonly string[];
}

const kept = new WeakMap<Review, { readonly snapshot: Snapshot; readonly joined: Joined }>();

/** Joins the functions of a reviewed template with their code; none for what is no template. The same object for the same review and snapshot. */
export function joinedIn(review: Review, snapshot: Snapshot): Joined | undefined {
  const known = kept.get(review);
  if (known?.snapshot === snapshot) return known.joined;
  const { template } = review;
  if (!template) return undefined;
  const reading = new Reading(template, World.first(template.scope), new Set());
  const access = new FileAccess(snapshot, template.uri, new Map());
  const parts = (template.links.kinds.get("function") ?? []).flatMap((id) => template.parts.get(id) ?? []);
  const joined: Joined = {
    graph: new Graph(reading),
    joins: parts.map((part) => joinOf(new Resource<"function">(part, reading), { template, snapshot, access, looks: new Set() })),
    get wanted() {
      return [...access.seen].flatMap(([uri, state]) => (state ? [] : [uri]));
    },
  };
  kept.set(review, { snapshot, joined });
  return joined;
}

function joinOf(fn: Resource<"function">, asking: Asking): Join {
  let code: Value<FunctionCodeState> | undefined;
  return {
    fn,
    claims: claimsOf(fn, fn.part.uri),
    get code() {
      code ??= codeOf(fn, asking);
      return code;
    },
  };
}

/** The functions whose code reaches a file. Those that claim it are asked first, and the others only where none of them does. */
export function reaching({ joins }: Joined, uri: string): readonly Join[] {
  const claiming = joins.filter(({ claims }) => claims.some((claim) => uri.startsWith(claim)));
  const found = claiming.filter((join) => reaches(join, uri));
  return found.length > 0 ? found : joins.filter((join) => !claiming.includes(join) && reaches(join, uri));
}

/** What is not read yet of the code of all functions. */
export function missedBehind(joined: Joined): readonly string[] {
  const all = joined.joins.map(({ code }) => code);
  return all.length === 0 ? [] : joined.wanted;
}

/** What is known of a function's handler; undefined where it is not there, or can't be followed. */
export const viewOf = ({ code }: Join): HandlerView | undefined => (code.known && code.value.is === "handler" ? code.value.view : undefined);

/** Whether the code of a function reaches a file. */
export const reaches = (join: Join, uri: string): boolean => viewOf(join)?.modules.some(({ place }) => place.uri === uri && place.path === undefined) === true;

/** Whether a function's handler stands in a file: there the runtime begins. */
export const beginsIn = (join: Join, uri: string): boolean => viewOf(join)?.entry.source.place.uri === uri;

/** The files with code that the functions of a template reach; none of inline code. */
export function codeBehind(review: Review, snapshot: Snapshot): readonly string[] {
  const joins = joinedIn(review, snapshot)?.joins ?? [];
  const places = joins.flatMap((join) => viewOf(join)?.modules.map(({ place }) => place) ?? []);
  return [...new Set(places.filter(({ path }) => path === undefined).map(({ uri }) => uri))];
}
