import { pathOf } from "../../base/place.ts";
import { OUTPUTS } from "../../model/outputs.ts";
import type { Part } from "../../model/part.ts";
import type { Tree } from "../../syntax/tree.ts";
import { bindInside } from "../bind.ts";
import { bodyOf, entriesOf } from "./entries.ts";

const OUTPUT = bindInside("output");

/** The outputs of a template as parts, so that it shows what others are told of. */
export function outputParts(uri: string, tree: Tree): readonly Part[] {
  return entriesOf(tree, OUTPUTS).flatMap((entry) => {
    const path = pathOf([OUTPUTS, entry.key]);
    if (!path) return [];
    return [
      {
        id: `${OUTPUTS}/${entry.key}`,
        kind: "output" as const,
        type: "Output",
        name: entry.key,
        uri,
        path,
        body: bodyOf(entry),
        binding: OUTPUT,
        fixed: {},
        guards: [],
      },
    ];
  });
}
