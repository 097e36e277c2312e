import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import { Structure } from "../structure.ts";
import type { Term } from "../value.ts";

/** A state of a workflow that calls a function and says how long it waits for it. */
export interface WaitingTask {
  readonly machine: Resource<"stateMachine">;
  /** Seconds. */
  readonly waits: number;
}

/** The states that call a function and wait for some time, in state machines whose definition is written in the template. */
export function tasksCalling(graph: Graph, fn: Resource): readonly WaitingTask[] {
  return graph.mentioning(fn).flatMap((machine) => {
    if (!machine.is("stateMachine")) return [];
    const definition = machine.structure("definition");
    return definition.known && definition.value ? waitsIn(machine, fn, definition.value).map((waits) => ({ machine, waits })) : [];
  });
}

/** How long each state at this level and below waits for a function. */
function waitsIn(machine: Resource<"stateMachine">, fn: Resource, level: Structure): readonly number[] {
  const states = level.structure("States");
  if (!states.known || !states.value) return [];
  const { value: named } = states;
  return named.keys.flatMap((key) => {
    const state = named.structure(key);
    return state.known && state.value ? [...ownWait(machine, fn, state.value), ...below(state.value).flatMap((inner) => waitsIn(machine, fn, inner))] : [];
  });
}

function ownWait(machine: Resource<"stateMachine">, fn: Resource, state: Structure): readonly number[] {
  const waits = state.number("TimeoutSeconds");
  if (!waits.known || waits.value === undefined || functionIn(machine, state) !== fn.id) return [];
  return [waits.value];
}

/** The function that a task calls: named as its resource, or as a parameter of the integration that invokes functions. */
function functionIn(machine: Resource<"stateMachine">, state: Structure): string | undefined {
  const resource = state.term("Resource");
  if (!resource.known || resource.value === undefined || resource.value === null) return undefined;
  // Such a task waits for a message that somebody sends back, not for the function.
  if (typeof resource.value === "string" && resource.value.includes(".waitForTaskToken")) return undefined;
  const direct = meant(machine, resource.value);
  if (direct !== undefined) return direct;
  for (const key of ["Parameters", "Arguments"]) {
    const parameters = state.structure(key);
    const name = parameters.known ? parameters.value?.term("FunctionName") : undefined;
    if (name?.known && name.value !== undefined && name.value !== null) return meant(machine, name.value);
  }
  return undefined;
}

/** What a term of a definition means, its substitutions filled in. */
function meant(machine: Resource<"stateMachine">, term: Term): string | undefined {
  const placeholder = typeof term === "string" ? /^\$\{([^}]+)\}$/.exec(term)?.[1] : undefined;
  if (placeholder === undefined) return machine.meant(term)?.id;
  const substitutions = machine.structure("definitionSubstitutions");
  const filled = substitutions.known ? substitutions.value?.term(placeholder) : undefined;
  return filled?.known && filled.value !== undefined && filled.value !== null ? machine.meant(filled.value)?.id : undefined;
}

/** The parts of a state that have states of their own. */
function below(state: Structure): readonly Structure[] {
  const branches = state.list("Branches");
  const parallel = branches.known ? (branches.value ?? []).flatMap((branch) => (branch.known && branch.value instanceof Structure ? [branch.value] : [])) : [];
  const mapped = ["ItemProcessor", "Iterator"].flatMap((key) => {
    const processor = state.structure(key);
    return processor.known && processor.value ? [processor.value] : [];
  });
  return [...parallel, ...mapped];
}
