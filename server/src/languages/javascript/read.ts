import type { Span } from "../../base/span.ts";
import type { Statement } from "../../model/code/code.ts";
import type { Comment, Export, Import, Module } from "../../model/code/module.ts";
import type { CodeParser, Tree } from "../../syntax/code/parser.ts";
import { brokenBelow } from "./broken.ts";
import { commonExports } from "./common-js.ts";
import { type Exported, exportedOf } from "./exports.ts";
import { importsOf } from "./imports.ts";
import { statementsAt, statementsOf } from "./statements.ts";
import { styleOf } from "./style.ts";
import { beginReading, type Part, partsOf, type Reading } from "./syntax.ts";

/** Reads JavaScript or TypeScript, by whatever grammar the parser has. Reads every text: what can't be parsed is `broken`, and the rest is read. */
export function readJavaScript(text: string, parser: CodeParser): Module {
  const tree = parser.parse(text);
  try {
    return moduleOf(text, tree);
  } finally {
    tree.delete();
  }
}

function moduleOf(text: string, tree: Tree): Module {
  const first = readTop(text, tree, false);
  // Seldom is `require` a name of the module's own, and it may be bound below where it is used: then all is read once more.
  const { reading, imports, exports, body } = first.reading.seen.requireBindings > 0 ? readTop(text, tree, true) : first;
  return {
    language: "javascript",
    broken: inOrder([...brokenBelow(tree.rootNode), ...reading.tooDeep]),
    imports,
    exports,
    body,
    comments: distinct(reading.comments),
    style: styleOf(text, reading.seen),
  };
}

interface Top {
  readonly reading: Reading;
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  readonly body: readonly Statement[];
}

function readTop(text: string, tree: Tree, ownRequire: Reading["ownRequire"]): Top {
  const reading = beginReading({ text, ownRequire, sound: !tree.rootNode.hasError });
  const imports: (readonly Import[])[] = [];
  const exports: (readonly Export[])[] = [];
  const body = statementsOf(reading, partsOf(reading, { node: tree.rootNode }), (_, part) => {
    if (part.kind === "import_statement") {
      imports.push(importsOf(reading, part));
      return [];
    }
    const { statements, exports: offered } = topStatement(reading, part);
    exports.push(offered);
    return statements;
  });
  return { reading, imports: imports.flat(), exports: exports.flat(), body };
}

function topStatement(reading: Reading, part: Part): Exported {
  if (part.kind === "export_statement") {
    reading.seen.imports++;
    return exportedOf(reading, part);
  }
  const statements = statementsAt(reading, part);
  const exports = statements.flatMap(commonExports);
  reading.seen.requires += exports.length;
  return { statements, exports };
}

const inOrder = (spans: readonly Span[]): readonly Span[] => [...spans].sort((a, b) => a.start - b.start || a.end - b.end);

/** Comments in the order of the text; those in a node that was looked at twice come once. */
function distinct(comments: readonly Comment[]): readonly Comment[] {
  const ordered = [...comments].sort((a, b) => a.at.start - b.at.start);
  return ordered.filter(({ at }, index) => ordered[index - 1]?.at.start !== at.start);
}
