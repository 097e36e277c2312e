import type { Graph } from "../graph.ts";
import type { Resource } from "../resource.ts";
import { type Unknown, unknown, type Value } from "../value.ts";
import { wholeTexts } from "./written.ts";

/** Yes, no, or why it cannot be known. */
export type Answer = boolean | Unknown;

/** The routes of an API that anyone on the internet can reach; unknown where one of its routes cannot be judged. `OPTIONS` never counts. */
export function openRoutes(graph: Graph, api: Resource<"api">): readonly Resource<"route">[] | Unknown {
  const reachable = isReachable(api);
  if (reachable !== true) return reachable || [];
  const unread = unreadRoutes(api);
  if (unread) return unread;
  const open: Resource<"route">[] = [];
  for (const route of graph.referring(api, "route", "api")) {
    const answer = isOpenRoute(api, route);
    if (typeof answer === "object") return answer;
    if (answer) open.push(route);
  }
  return open;
}

/** Why an API may have routes that were not read: a definition that stands elsewhere or was not read wholly. */
function unreadRoutes(api: Resource<"api">): Unknown | undefined {
  const elsewhere = api.has("definitionUri");
  const definition = api.has("definition");
  if (!elsewhere.known) return elsewhere;
  if (elsewhere.value) return unknown("the routes of the API stand in a file of its own", elsewhere.place);
  if (!definition.known) return definition;
  if (!definition.value) return undefined;
  const paths = api.structure("definitionPaths");
  if (!paths.known) return paths;
  if (!paths.value) return unknown("the routes of the API do not stand in its definition", definition.place);
  if (paths.value.open !== undefined) return unknown(paths.value.open, paths.place);
  for (const key of paths.value.keys) {
    const path = paths.value.structure(key);
    if (!path.known) return path;
    if (path.value?.open !== undefined) return unknown(path.value.open, path.place);
  }
  return undefined;
}

/** Whether requests from the internet reach an API at all, before any route is asked. */
export function isReachable(api: Resource<"api">): Answer {
  const type = endpointType(api);
  if (typeof type === "object") return type;
  if (type === "PRIVATE") return false;
  for (const property of ["resourcePolicy", "definitionPolicy", "definitionEndpoint"] as const) {
    const said = api.has(property);
    if (!said.known) return said;
    if (said.value) return unknown("a policy of the API says who may call it", said.place);
  }
  const closed = api.flag("disableExecuteApiEndpoint");
  if (!closed.known) return closed;
  return closed.value ? unknown("the API is reached by its own domain only", closed.place) : true;
}

/** `PRIVATE` where one of the endpoint types is; SAM takes the type alone in the place of a configuration. */
export function endpointType(api: Resource<"api">): string | Unknown {
  const alone = [...wholeTexts(api)].find(({ keys, literal }) => literal && keys.length === 2 && keys[1] === "EndpointConfiguration");
  if (alone) return alone.text;
  const types = api.terms("endpointTypes");
  if (!types.known) return types;
  const undecided = types.value.find((type): type is Unknown => !type.known);
  return undecided ?? (types.value.some((type) => type.known && type.value === "PRIVATE") ? "PRIVATE" : "");
}

/** Whether a route of a reachable API asks nobody who they are. An API key counts as asking: only a usage plan lets it pass. */
export function isOpenRoute(api: Resource<"api">, route: Resource<"route">): Answer {
  const protocol = api.text("protocol");
  const method = route.text("method");
  const path = route.text("path");
  if (!protocol.known) return protocol;
  if (protocol.value === "WEBSOCKET" && !(path.known && path.value === "$connect")) return false;
  if (isOptions(method) || (protocol.value !== "REST" && isOptions(path))) return false;
  const keyed = keyAsked(api, route);
  if (keyed !== false) return keyed === true ? false : keyed;
  const policy = route.has("resourcePolicy");
  if (!policy.known || policy.value) return policy.known ? false : policy;
  return unauthorized(api, route, protocol.value === "REST");
}

const isOptions = (value: Value<string | undefined>): boolean => value.known && /^options\b/i.test(value.value ?? "");

function keyAsked(api: Resource<"api">, route: Resource<"route">): Answer {
  const own = route.flag("apiKeyRequired");
  if (!own.known) return own;
  if (own.value !== undefined) return own.value;
  const inherited = api.flag("apiKeyRequired");
  return inherited.known ? inherited.value : inherited;
}

function unauthorized(api: Resource<"api">, route: Resource<"route">, rest: boolean): Answer {
  const authorization = route.text("authorization");
  if (!authorization.known) return authorization;
  if (authorization.value !== undefined) return authorization.value === "NONE";
  // A method of a REST API must say how it authorizes; where it does not, it is not finished.
  if (route.owner === undefined) return rest ? unknown("the method does not say how it authorizes", route.place) : true;
  const authorizer = route.text("authorizer");
  const inherited = api.text("defaultAuthorizer");
  const asks = authorizer.known && authorizer.value === undefined ? inherited : authorizer;
  if (!asks.known) return asks;
  return asks.value === undefined || asks.value === "NONE";
}

/** Whether anyone on the internet can call a function URL: it asks for nothing, and the permission to call it is given to all. */
export function isOpenUrl(graph: Graph, url: Resource<"functionUrl">): Answer {
  const asks = url.text("authType");
  if (!asks.known) return asks;
  if (asks.value !== "NONE") return false;
  // SAM gives the permission itself.
  if (url.owner?.is("function")) return true;
  const fn = url.reference("function");
  if (!fn.known) return fn;
  if (!fn.value?.is("function")) return unknown("the function behind the URL is not in this template", url.place);
  return graph.referring(fn.value, "permission", "function").some((permission) => {
    const principal = permission.text("principal");
    const action = permission.text("action");
    return principal.known && principal.value === "*" && action.known && /^lambda:(?:InvokeFunctionUrl|InvokeFunction\*|\*)$/i.test(action.value ?? "");
  });
}

/** Whether an AppSync API takes requests with nothing but an API key, which travels with every client. */
export function isOpenGraphqlApi(api: Resource<"graphqlApi">): Answer {
  const visibility = api.text("visibility");
  const authentication = api.text("authenticationType");
  if (!visibility.known) return visibility;
  if (!authentication.known) return authentication;
  return visibility.value !== "PRIVATE" && authentication.value === "API_KEY";
}
