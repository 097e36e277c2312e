import { pathOf } from "../../base/place.ts";
import type { Part } from "../../model/part.ts";
import type { Tree } from "../../syntax/tree.ts";
import { bindInside } from "../bind.ts";
import { bodyOf, entriesOf } from "./entries.ts";

const PARAMETER = bindInside("parameter");

/** The parameters of a template as parts, so that rules can ask for them and for who mentions them. */
export function parameterParts(uri: string, tree: Tree): readonly Part[] {
  return entriesOf(tree, "Parameters").flatMap((entry) => {
    const path = pathOf(["Parameters", entry.key]);
    if (!path) return [];
    return [
      {
        id: entry.key,
        kind: "parameter" as const,
        type: "Parameter",
        name: entry.key,
        uri,
        path,
        body: bodyOf(entry),
        binding: PARAMETER,
        fixed: {},
        guards: [],
      },
    ];
  });
}
