import { once } from "../../base/memo.ts";
import { rootIn, stepsOf } from "../../base/place.ts";
import { children, type Expression, type Include, type MapExpression } from "../../model/expression.ts";
import type { Beside, BesideDocument } from "../beside.ts";
import { SYNTAX_ERROR } from "./entries.ts";
import { expressionOf, scan } from "./expression.ts";

/** What was written, with the documents that it includes in their places; those that were not read stay unknown. */
export function included(written: Expression, beside: Beside): Expression {
  return includesAnything(written) ? replaced(written, beside) : written;
}

/** What an include stands for; unknown where its document was not read. */
export function contentOf(include: Include, beside: Beside): Expression {
  const document = beside.document(include.location);
  if ("known" in document) return { is: "unknown", reason: document.reason, path: include.path };
  const kept = contents(document);
  const from = stepsOf(include.path).join("/");
  const content = kept.get(from) ?? closed(expressionOf(document.node, rootIn(document.uri, include.path), scan(document.broken ? SYNTAX_ERROR : undefined)));
  kept.set(from, content);
  return content;
}

/** Read once per document and place that includes it. */
const contents = once((_document: BesideDocument) => new Map<string, Expression>());

const includesAnything: (written: Expression) => boolean = once((written) => hasInclude(written, 0));

const DEEPEST = 200;

function hasInclude(written: Expression, depth: number): boolean {
  if ((written.is === "unknown" && written.include) || (written.is === "map" && written.includes)) return true;
  return depth < DEEPEST && children(written).some((child) => hasInclude(child, depth + 1));
}

function replaced(written: Expression, beside: Beside): Expression {
  switch (written.is) {
    case "unknown":
      return written.include ? contentOf(written.include, beside) : written;
    case "map":
      return mapWith(written, beside);
    case "list":
      return { ...written, items: written.items.map((item) => replaced(item, beside)) };
    case "if": {
      const [then, otherwise] = [replaced(written.then, beside), replaced(written.else, beside)];
      return { ...written, then, else: otherwise };
    }
    default:
      return written;
  }
}

function mapWith({ includes = [], ...map }: MapExpression, beside: Beside): MapExpression {
  const entries = new Map([...map.entries].map(([key, value]) => [key, replaced(value, beside)] as const));
  let open = map.open;
  for (const include of includes) {
    const content = contentOf(include, beside);
    if (content.is !== "map") open ??= content.is === "unknown" ? content.reason : "an include adds entries here at deployment";
    else {
      open ??= content.open;
      for (const [key, value] of content.entries) if (!entries.has(key)) entries.set(key, value);
    }
  }
  return open ? { ...map, entries, open } : { ...map, entries };
}

/** A document that is included includes nothing itself: packaging leaves the paths in it alone, so what they lead to is unknown. */
const closed: (content: Expression) => Expression = once((content) => {
  if (!includesAnything(content)) return content;
  if (content.is === "map") {
    const { includes, ...map } = content;
    const entries = new Map([...content.entries].map(([key, value]) => [key, closed(value)] as const));
    return includes ? { ...map, entries, open: map.open ?? "an include inside an included file is not followed" } : { ...map, entries };
  }
  return content.is === "list" ? { ...content, items: content.items.map(closed) } : content;
});
