import type { IamActions } from "../knowledge/iam/actions.ts";
import type { FunctionCodeState } from "./code/handler.ts";
import type { Graph } from "./graph.ts";
import type { Profile } from "./profile.ts";
import type { Resource } from "./resource.ts";
import type { Value } from "./value.ts";

/** What a check may ask beside its subject. Everything in it is part of the snapshot; nothing is read or timed. */
export interface Context {
  readonly graph: Graph;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly profile: Profile;
  /** The table of IAM actions; undefined until the host has read it. */
  readonly iam: IamActions | undefined;
  /** The text of a file beside the template. Undefined means that it is not there; unknown, that it was not read yet. */
  file(relative: string): Value<string | undefined>;
  /** The code behind a function, as far as it can be followed; the place of the answer is the function's handler. */
  codeOf(of: Resource<"function">): Value<FunctionCodeState>;
}
