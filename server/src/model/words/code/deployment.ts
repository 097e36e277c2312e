import type { HandlerView } from "../../code/handler.ts";
import type { Graph } from "../../graph.ts";
import type { Resource } from "../../resource.ts";
import { answersCustomResources } from "../functions.ts";

/** Packages that answer CloudFormation. */
const ANSWERING = /^(?:cfn-?response(?:-async)?|cfn_response|crhelper|cfn-custom-resource)$/;

/** Whether a function runs when a stack is deployed and at no other time: what it costs for each event does not matter. */
export function runsAtDeployment(graph: Graph, fn: Resource<"function">, { packages }: HandlerView): boolean {
  return answersCustomResources(graph, fn) || packages.some(({ name }) => ANSWERING.test(name));
}
