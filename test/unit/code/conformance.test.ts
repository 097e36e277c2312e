import { deepStrictEqual } from "node:assert";
import { loadGrammars } from "../../../scripts/generate/example.ts";
import { TABLE } from "../../../scripts/generate/handlers/table.ts";
import { codeOf, printedCode } from "./facts.ts";

/** The table that `docs/handlers.md` is printed from: what it lists is read as it says. */
describe("handler code", () => {
  before(loadGrammars);

  for (const { fact, shows, spellings } of TABLE) {
    for (const language of ["javascript", "python"] as const) {
      describe(`${fact} in ${language}`, () => {
        for (const { as, code, gives } of spellings[language]) it(as, () => deepStrictEqual(printedCode(codeOf(code, language), shows), gives));
      });
    }
  }
});
