/**
 * Nodes nested deeper than this are not read. Parsers and readers of nodes recurse, and the end of the stack is no error
 * to be caught: engines may end the process there. Templates of the field stay below 40 levels.
 */
export const MAXIMUM_DEPTH = 400;

/** How many nodes the aliases and merge keys of one section may stand for before they count as an alias bomb. */
export const MAXIMUM_ALIASED_NODES = 100_000;

/** A section with more syntax errors than this is not read: each of them takes time, and nobody reads so many. */
export const MAXIMUM_ERRORS = 500;

/** A document of more sections than this is read in one piece. The largest templates have some thousands. */
export const MAXIMUM_SECTIONS = 30_000;

/** Thrown while a section is read and caught by its reader; it never leaves this folder. */
export class NotRead {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}

export const TOO_DEEP = new NotRead("TOO_DEEP", "This is nested too deeply to be read");

export const TOO_MANY_ERRORS = new NotRead("TOO_MANY_ERRORS", "There are too many syntax errors for this to be read");
