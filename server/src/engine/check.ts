import type { Place } from "../base/place.ts";
import { elsewhere, stepsOf } from "../base/place.ts";
import type { Context } from "../model/context.ts";
import type { Fix } from "../model/edit.ts";
import { Graph } from "../model/graph.ts";
import type { Look } from "../model/looks.ts";
import { Reading } from "../model/reading.ts";
import { Subject } from "../model/subject.ts";
import type { Template } from "../model/template.ts";
import { MOST_WORLDS, TooManyWorlds, World } from "../model/world.ts";
import type { Confidence, Finding, Rule, Severity } from "../rules/define.ts";
import { filled } from "./message.ts";
import { type Found, standing } from "./standing.ts";

/** What one check found on one subject, as plain data: nothing in it keeps the template alive that it was read from. */
export interface Outcome {
  readonly drafts: readonly Draft[];
  /** Why nothing was found although something might be; undefined when the check decided. */
  readonly undecided: { readonly reason: string; readonly place: Place | undefined } | undefined;
  readonly crash: string | undefined;
}

export interface Draft {
  readonly subject: string;
  readonly name: string;
  readonly aspect: string;
  readonly place: Place;
  readonly message: string;
  /** The line for merged findings, with `{names}` and `{count}` still open. */
  readonly many: string | undefined;
  readonly cause: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  readonly fixes: readonly Fix[];
}

/** Everything of a context that does not depend on the world. */
export type Facts = Omit<Context, "graph">;

/** Runs a check in every world that its reading distinguishes; a finding stands only if it holds wherever its subject exists in some deployment. */
export function runCheck(rule: Rule, id: string, template: Template, facts: Facts, looks: Set<Look>): Outcome {
  const worlds: Found[] = [];
  let undecided: Outcome["undecided"];
  try {
    let world: World | undefined = World.first(template.scope);
    for (let tried = 0; world; tried++, world = world.next()) {
      if (tried >= MOST_WORLDS) throw new TooManyWorlds();
      const answer = inWorld(rule, id, new Reading(template, world, looks), facts);
      if (!answer) continue;
      worlds.push({ deployment: world.deployment, drafts: answer.drafts });
      undecided ??= answer.undecided;
    }
  } catch (error) {
    if (error instanceof TooManyWorlds) return { drafts: [], undecided: { reason: "too many conditions decide this", place: undefined }, crash: undefined };
    return { drafts: [], undecided: undefined, crash: error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error) };
  }
  const drafts = standing(worlds, template.scope.deployments);
  return { drafts, undecided: drafts.length > 0 ? undefined : undecided, crash: undefined };
}

interface Answer {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly undecided: Outcome["undecided"];
}

function inWorld(rule: Rule, id: string, reading: Reading, facts: Facts): Answer | undefined {
  try {
    const graph = new Graph(reading);
    const subject = graph.resource(id);
    if (!subject) return undefined;
    const drafts = new Map<string, Draft>();
    const check = rule.check(subject, { ...facts, graph });
    for (let step = check.next(); ; step = check.next()) {
      if (step.done) return { drafts, undecided: step.value ? { reason: step.value.reason, place: step.value.place } : undefined };
      const draft = drafted(rule, subject, step.value);
      let aspect = draft.aspect;
      for (let ordinal = 2; drafts.has(aspect); ordinal++) aspect = `${draft.aspect}#${ordinal}`;
      drafts.set(aspect, { ...draft, aspect });
    }
  } finally {
    reading.close();
  }
}

function drafted(rule: Rule, subject: Subject, finding: Finding): Draft {
  const place = placeOf(finding.at);
  const values = { subject, ...finding.values };
  return {
    subject: subject.id,
    name: subject.name,
    aspect: finding.aspect ?? ("aspect" in finding.at ? finding.at.aspect : ""),
    place,
    message: filled(finding.text, values),
    many: finding.many === undefined ? undefined : filled(finding.many, values),
    cause:
      finding.cause ??
      `${place.path ? (elsewhere(place.path)?.uri ?? "") : place.uri}${place.part} ${stepsOf(place.path).join("/")} ${place.within?.start ?? ""}`,
    severity: finding.severity ?? rule.severity,
    confidence: finding.confidence ?? rule.confidence,
    related: (finding.related ?? []).map(([at, label]) => ({ place: placeOf(at), message: filled(label, values) })),
    fixes: (finding.fixes ?? []).map((fix) => ({
      ...fix,
      title: filled(fix.title, values),
      ...(fix.many === undefined ? {} : { many: filled(fix.many, values) }),
    })),
  };
}

function placeOf(at: Finding["at"]): Place {
  return at instanceof Subject || "place" in at ? at.place : at;
}
