import type { Place } from "../../base/place.ts";
import type { Span } from "../../base/span.ts";
import type { CallCode, Catch, Code, FunctionCode, Loop, Statement } from "./code.ts";
import type { Meaning } from "./meaning.ts";

/** How often, and under which care, a piece of reachable code runs. From the outermost to the innermost, through calls. */
export interface Circumstances {
  /** Runs for each event; otherwise once, when the module is loaded or behind a memo. */
  readonly perInvocation: boolean;
  readonly loops: readonly LoopAround[];
  /** The `try` statements whose body it stands in. */
  readonly tries: readonly Place[];
  /** The `catch` whose body it stands in, innermost last. */
  readonly catches: readonly Place[];
  /** Whether a condition decides if it runs. */
  readonly conditional: boolean;
  /** The functions that it is called through; the handler is first. */
  readonly through: readonly FunctionCode[];
}

export interface LoopAround {
  readonly code: Loop | CallCode;
  readonly place: Place;
  /** What is looped over; undefined for `while` and counters. */
  readonly over: Meaning | undefined;
}

/** What becomes of the value of a call. */
export interface Use {
  /** `dropped`: a statement of its own. `collected`: put into a list or object, or passed on. */
  readonly kind: "dropped" | "bound" | "returned" | "collected" | "read";
  readonly awaited: boolean;
  /** The keys that are read of it (of an awaited promise: of what it gives). */
  readonly keys: ReadonlySet<string>;
  /** Whether it is also used as a whole: passed on, returned, compared, logged. */
  readonly whole: boolean;
}

interface Seen {
  readonly place: Place;
  readonly circumstances: Circumstances;
}

/** A call of an AWS service by an SDK. */
export interface ServiceCall extends Seen {
  readonly is: "service call";
  /** The boto3 name of the service's client, such as `dynamodb`, `stepfunctions`; every language uses it. */
  readonly service: string;
  /** As the API spells it: `PutItem`. Compare without case: Python's `describe_db_instances` gives `DescribeDbInstances`. */
  readonly operation: string;
  readonly sdk: "javascript-v3" | "javascript-v2" | "boto3";
  /** As the code names it: `PutCommand`, `put_item`. */
  readonly spelled: string;
  /** The parameters of the operation by their API names; undefined where they can't be followed. */
  readonly parameters: ReadonlyMap<string, Meaning> | undefined;
  /** Whether there may be more parameters than these. */
  readonly open: boolean;
  /** Paginators and collections read all pages; waiters ask again and again. */
  readonly by: "call" | "paginator" | "waiter" | "batch writer" | "presigner" | "upload";
  readonly client: Meaning;
  readonly use: Use;
  readonly code: CallCode;
}

/** An SDK client that is made. */
export interface ClientCreation extends Seen {
  readonly is: "client";
  /** Undefined where the service is not literal. */
  readonly service: string | undefined;
  readonly sdk: ServiceCall["sdk"];
  readonly spelled: string;
  /** Its configuration: an object for JavaScript, keyword arguments for Python. */
  readonly options: ReadonlyMap<string, Meaning> | undefined;
  /** Whether an argument comes from the event, or can't be followed. */
  readonly dependsOnEvent: boolean;
  readonly code: CallCode;
}

/** A connection to a database or cache. */
export interface ConnectionOpening extends Seen {
  readonly is: "connection";
  readonly library: string;
  /** All that it is given. */
  readonly values: readonly Meaning[];
  readonly code: CallCode;
}

export interface HttpCall extends Seen {
  readonly is: "http call";
  readonly library: string;
  readonly method: string | undefined;
  readonly url: Meaning | undefined;
  /** `unknown` where options or the instance can't be followed. */
  readonly timeout: "set" | "absent" | "unknown";
  readonly use: Use;
  readonly code: CallCode;
}

export interface Sleep extends Seen {
  readonly is: "sleep";
  /** Seconds; undefined where they are computed. */
  readonly seconds: number | undefined;
  readonly code: CallCode;
}

export interface LogCall extends Seen {
  readonly is: "log";
  /** `console`, `print`, `logging`, or the package of a logger. */
  readonly library: string;
  readonly level: "debug" | "info" | "warn" | "error";
  readonly values: readonly Meaning[];
  /** Whether the text is put together with values. */
  readonly interpolated: boolean;
  readonly code: CallCode;
}

export interface EnvironmentRead extends Seen {
  readonly is: "environment read";
  readonly name: string;
  readonly hasDefault: boolean;
  /** Fails at once when the variable is not there: `os.environ["X"]`. */
  readonly throws: boolean;
  /** A condition asks for it first. */
  readonly guarded: boolean;
}

/** A call of the handler's callback, `context.done`, `succeed` or `fail`. */
export interface CallbackCall extends Seen {
  readonly is: "callback call";
  readonly name: string;
  readonly code: CallCode;
}

/** A call of a package that verifies who calls: `jwt.verify`, `constructEvent`. */
export interface Verification extends Seen {
  readonly is: "verification";
  readonly by: string;
}

export interface RemainingTimeRead extends Seen {
  readonly is: "remaining time";
}

/** A call of a batch library that answers with the items that failed. */
export interface BatchAnswer extends Seen {
  readonly is: "batch answer";
  readonly by: string;
}

/** A call that may be one of an AWS service, but of which cannot be followed. */
export interface UnfollowedCall extends Seen {
  readonly is: "unfollowed call";
  readonly reason: string;
}

/** A call that gives a promise and is none of the above: a local `async` function, `fetch`-like helpers. */
export interface LocalCall extends Seen {
  readonly is: "local call";
  readonly name: string;
  readonly asynchronous: boolean;
  readonly callee: FunctionCode;
  readonly use: Use;
  readonly code: CallCode;
}

/** A call of an array's method with a function: `records.forEach(async …)`. */
export interface EachCall extends Seen {
  readonly is: "each call";
  readonly method: string;
  readonly over: Meaning;
  readonly callback: FunctionCode;
  readonly use: Use;
  readonly code: CallCode;
}

/** What a recogniser of a language finds in a call. */
export type CallFact =
  | ServiceCall
  | ClientCreation
  | ConnectionOpening
  | HttpCall
  | Sleep
  | LogCall
  | EnvironmentRead
  | CallbackCall
  | Verification
  | RemainingTimeRead
  | BatchAnswer
  | UnfollowedCall;

/** A call with all that is known of it, for the recognisers. */
export interface SeenCall extends Seen {
  readonly code: CallCode;
  readonly callee: Meaning;
  readonly arguments: readonly Meaning[];
  readonly named: ReadonlyMap<string, Meaning>;
  /** Whether a spread may bring further arguments. */
  readonly open: boolean;
  readonly use: Use;
}

/** Says what a call does; undefined when it is nothing that a rule asks about. */
export type Recogniser = (call: SeenCall) => CallFact | undefined;

/** What the walk through reachable code meets beside calls. */
export interface CatchSeen extends Seen {
  readonly is: "catch";
  readonly code: Catch;
  /** What the `try` statement protects. */
  readonly body: readonly Statement[];
  readonly types: readonly Meaning[];
  readonly function: FunctionCode | undefined;
}

export interface ReturnSeen extends Seen {
  readonly is: "return";
  readonly value: Meaning | undefined;
  readonly code: Code | undefined;
  /** Whether the handler itself returns it. */
  readonly ofHandler: boolean;
}

export interface ThrowSeen extends Seen {
  readonly is: "throw";
}

/** A member of the event, or of the context, that is read. */
export interface EventRead extends Seen {
  readonly is: "event read";
  readonly of: "event" | "context";
  readonly path: readonly string[];
  /** Another form is tried too: `a ?? b`, `"x" in event`, a condition on it. */
  readonly guarded: boolean;
}

/** A binding of a module that reachable code of the handler writes or fills. */
export interface GlobalWrite extends Seen {
  readonly is: "global write";
  readonly name: string;
  readonly how: "assigned" | "filled";
  /** Only written where it was empty: `x ??= …`, `if (!x) x = …`. */
  readonly memo: boolean;
  /** What is written, as far as one value is. */
  readonly value: Meaning | undefined;
  /** Whether what is written comes from the event. */
  readonly fromEvent: boolean;
  readonly declaredAt: Span;
}

export type Fact = CallFact | LocalCall | EachCall | CatchSeen | ReturnSeen | ThrowSeen | EventRead | GlobalWrite;
