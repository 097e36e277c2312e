import type { Place } from "../../base/place.ts";
import type { CallCode, ClassCode, FunctionCode } from "./code.ts";

/**
 * What a piece of code stands for, as far as it can be followed through names, imports, constants, helpers and small
 * classes without running anything. What can't be followed is `unknown`, with the reason.
 */
export type Meaning =
  | { readonly is: "text"; readonly value: string; readonly place: Place }
  | { readonly is: "number"; readonly value: number; readonly place: Place }
  | { readonly is: "flag"; readonly value: boolean; readonly place: Place }
  | { readonly is: "nothing"; readonly place: Place }
  | ObjectMeaning
  | { readonly is: "list"; readonly items: readonly Meaning[]; readonly place: Place }
  /** A text with parts that are no literals. */
  | { readonly is: "template"; readonly parts: readonly Meaning[]; readonly place: Place }
  /** The value of an environment variable. */
  | { readonly is: "variable"; readonly name: string; readonly default: Meaning | undefined; readonly place: Place }
  | External
  | Made
  /** A member of something that is not from this workspace: of the result of a call, most of all. */
  | { readonly is: "member"; readonly of: Meaning; readonly key: string; readonly place: Place }
  /** A function of the workspace. */
  | {
      readonly is: "function";
      readonly code: FunctionCode;
      readonly scope: ScopeRef;
      readonly self: Meaning | undefined;
      /** What it is called with before all else: by `bind`, by `functools.partial`. */
      readonly bound?: Pick<CallMeanings, "arguments" | "named">;
      readonly place: Place;
    }
  | { readonly is: "class"; readonly code: ClassCode; readonly scope: ScopeRef; readonly place: Place }
  /** An object of a class of the workspace. */
  | { readonly is: "instance"; readonly of: Extract<Meaning, { is: "class" }>; readonly made: CallMeanings; readonly place: Place }
  /** What the handler is called with, or what comes from it: `event.Records[*].body` has the path `Records`, `*`, `body`. */
  | { readonly is: "event"; readonly path: readonly string[]; readonly place: Place }
  | { readonly is: "context"; readonly path: readonly string[]; readonly place: Place }
  /** A third parameter of the handler, by which Node's older handlers answer. */
  | { readonly is: "callback"; readonly place: Place }
  /** One of several. */
  | { readonly is: "either"; readonly of: readonly Meaning[]; readonly place: Place }
  | { readonly is: "unknown"; readonly reason: string; readonly place: Place };

/** Entries are computed when they are asked for. */
export interface ObjectMeaning {
  readonly is: "object";
  readonly keys: readonly string[];
  get(key: string): Meaning | undefined;
  /** Whether there is more in it than the keys say. */
  readonly open: boolean;
  readonly place: Place;
}

/** Something that a package or the language offers: `DynamoDBClient` of `@aws-sdk/client-dynamodb`, `console.log` (no package). */
export interface External {
  readonly is: "external";
  /** As imported, such as `@aws-sdk/client-s3`, `boto3`, `node:fs`; empty for what is there without an import. */
  readonly package: string;
  /** From the module on: `["S3Client"]`; empty for the module as a whole, and for its default export. */
  readonly path: readonly string[];
  readonly place: Place;
}

/** What a call of something that is not from this workspace gives. */
export interface Made extends CallMeanings {
  readonly is: "made";
  readonly callee: Meaning;
  readonly place: Place;
}

/** A call with what its parts mean. */
export interface CallMeanings {
  readonly code: CallCode;
  readonly arguments: readonly Meaning[];
  readonly named: ReadonlyMap<string, Meaning>;
  /** Whether this is surely made once and kept: at the top of a module, or behind a memo. */
  readonly once: boolean;
}

/** A scope of the evaluator, which alone knows what is in it. */
export interface ScopeRef {
  readonly depth: number;
}
