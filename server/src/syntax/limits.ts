/**
 * Nodes nested deeper than this are not read. Every reader of nodes may recurse, so the limit keeps all of them far
 * from the end of the stack; templates of the field stay below 40 levels.
 */
export const MAXIMUM_DEPTH = 400;

/** How many nodes the aliases and merge keys of one section may stand for before they count as an alias bomb. */
export const MAXIMUM_ALIASED_NODES = 100_000;

/** Thrown while nodes are built and caught by the section's reader; it never leaves this folder. */
export class TooDeep extends Error {}
