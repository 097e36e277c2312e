import type { CodeEdit } from "../../model/code/edit.ts";
import { hoist } from "../shared/hoist.ts";
import { NOT_THERE, type Writing, type WrittenCode } from "../shared/writing.ts";
import { limitTime, setKeyword } from "./write/keyword.ts";
import { logSummary } from "./write/log-summary.ts";
import { PYTHON_MOVING } from "./write/moving.ts";
import { raiseAgain, raiseInstead } from "./write/raise.ts";

/** Writes a change of Python. */
export function writePython(edit: CodeEdit, writing: Writing): WrittenCode {
  switch (edit.verb) {
    case "throw again":
      return edit.catch.within ? raiseAgain(writing, edit.catch.within) : NOT_THERE;
    case "throw instead of returning":
      return edit.return.within ? raiseInstead(writing, edit.return.within) : NOT_THERE;
    case "hoist":
      return edit.call.within ? hoist(writing, edit.call.within, PYTHON_MOVING) : NOT_THERE;
    case "limit time":
      return edit.call.within ? limitTime(writing, edit.call.within, edit.seconds) : NOT_THERE;
    case "set parameter":
      return edit.call.within ? setKeyword(writing, edit.call.within, edit.name, edit.to) : NOT_THERE;
    case "log summary":
      return edit.call.within ? logSummary(writing, edit.call.within) : NOT_THERE;
    default:
      return { cannot: "it is not written in Python" };
  }
}
