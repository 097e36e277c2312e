import type { Resource } from "../resource.ts";

/** Whether a route only reads: all of its requests are GET. */
export const onlyReads = (route: Resource<"route">): boolean => /^get\b/i.test(methodOf(route));

/** Whether the requests of a route have a body by their method; ANY may or may not. */
export const takesBody = (route: Resource<"route">): boolean => /^(?:post|put|patch)\b/i.test(methodOf(route));

/** `GET`, or `GET /orders` where a route has both in one; empty where it is not known. */
function methodOf(route: Resource<"route">): string {
  const method = route.text("method");
  const path = route.text("path");
  return (method.known ? method.value : undefined) ?? (path.known ? path.value : undefined) ?? "";
}
