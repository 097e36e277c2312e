import type { HandlerView } from "../../code/handler.ts";
import type { Graph } from "../../graph.ts";
import type { Resource } from "../../resource.ts";
import { answersCustomResources } from "../functions.ts";

/** Packages that answer CloudFormation. */
const ANSWERING = /^(?:cfn-?response(?:-async)?|cfn_response|crhelper|cfn-custom-resource)$/;

/** Whether a function runs when a stack is deployed and at no other time: what it costs for each event does not matter. */
export function runsAtDeployment(graph: Graph, fn: Resource<"function">, { packages, facts }: HandlerView): boolean {
  if (answersCustomResources(graph, fn) || packages.some(({ name }) => ANSWERING.test(name))) return true;
  return facts.some((fact) => fact.is === "event read" && fact.of === "event" && OF_CUSTOM_RESOURCES.has(fact.path[0] ?? ""));
}

/** What only the request of a custom resource has. */
const OF_CUSTOM_RESOURCES: ReadonlySet<string> = new Set(["ResourceProperties", "ResponseURL", "LogicalResourceId"]);
