import type { CodeEdit } from "../../model/code/edit.ts";
import { hoist } from "../shared/hoist.ts";
import { NOT_THERE, type Writing, type WrittenCode } from "../shared/writing.ts";
import { waitFor } from "./write/await.ts";
import { limitTime } from "./write/limit-time.ts";
import { logSummary } from "./write/log-summary.ts";
import { JAVASCRIPT_MOVING } from "./write/moving.ts";
import { setParameter } from "./write/set-parameter.ts";
import { throwAgain, throwInstead } from "./write/throw-again.ts";

/** Writes a change of JavaScript or TypeScript. */
export function writeJavaScript(edit: CodeEdit, writing: Writing): WrittenCode {
  switch (edit.verb) {
    case "await":
      return edit.call.within ? waitFor(writing, edit.call.within) : NOT_THERE;
    case "throw again":
      return edit.catch.within ? throwAgain(writing, edit.catch.within) : NOT_THERE;
    case "throw instead of returning":
      return edit.return.within ? throwInstead(writing, edit.return.within) : NOT_THERE;
    case "hoist":
      return edit.call.within ? hoist(writing, edit.call.within, JAVASCRIPT_MOVING) : NOT_THERE;
    case "limit time":
      return edit.call.within ? limitTime(writing, edit.call.within, edit.seconds) : NOT_THERE;
    case "set parameter":
      return edit.call.within ? setParameter(writing, edit.call.within, edit.name, edit.to) : NOT_THERE;
    case "log summary":
      return edit.call.within ? logSummary(writing, edit.call.within) : NOT_THERE;
  }
}
