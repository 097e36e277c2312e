import assert from "node:assert/strict";
import { isoDate, monthsFrom, problemOfEnd } from "../../../client/src/dates.ts";

describe("the end date of a decision", () => {
  const check = (text: string, problem: string | undefined) => assert.equal(problemOfEnd(text, "2026-11-24"), problem);

  it("may be today, later or absent", () => {
    for (const text of ["2026-11-24", "2027-05-24", "2028-02-29", ""]) check(text, undefined);
  });

  it("is not over", () => check("2026-11-23", "This day is over."));

  it("is a day that exists, written as everywhere", () => {
    for (const text of ["2027-02-29", "2027-13-01", "24.5.2027", "2027-5-24", "next year"]) check(text, "Please write the day as YYYY-MM-DD.");
  });

  it("is offered some months ahead, on the last day of a shorter month", () => {
    const ahead = (year: number, month: number, day: number) => isoDate(monthsFrom(new Date(year, month - 1, day), 6));
    assert.equal(ahead(2026, 11, 24), "2027-05-24");
    assert.equal(ahead(2026, 8, 31), "2027-02-28");
    assert.equal(ahead(2027, 3, 31), "2027-09-30");
  });
});
