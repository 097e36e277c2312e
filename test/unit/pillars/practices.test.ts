import { deepStrictEqual, match, strictEqual, throws } from "node:assert";
import { type PracticeId, practice, practiceIds } from "../../../server/src/pillars/practices.ts";

describe("best practices", () => {
  it("carry the edition in which the id means what its title says", () => {
    check("SUS02-BP03@2024-06-27", "Stop the creation and maintenance of unused assets", "2024-06-27/framework/sus_sus_user_a4.html");
    check("OPS06-BP01@latest", "Create actionable alerts", "latest/framework/ops06-bp01.html");
    check("OPS08-BP04@2024-06-27", "Create actionable alerts", "2024-06-27/framework/ops_workload_observability_create_alerts.html");
    check("SUS06-BP02@2024-06-27", "Keep your workload up-to-date", "2024-06-27/framework/sus_sus_dev_a3.html");
    check("REL05-BP03@latest", "Control and limit retry calls", "latest/framework/rel05-bp03.html");
    check("SEC03-BP02@2024-06-27", "Grant least privilege access", "2024-06-27/framework/sec_permissions_least_privileges.html");
  });

  it("have well-formed ids, titles and addresses, and no page twice", () => {
    const all = practiceIds().map(practice);
    for (const { id, title, url } of all) {
      match(id, /^(?:OPS|SEC|REL|PERF|COST|SUS)\d\d-BP\d\d$/);
      match(title, /^[A-Z].{8,}[a-z)]$/);
      match(url, /^https:\/\/docs\.aws\.amazon\.com\/wellarchitected\/(?:latest|2024-06-27)\/framework\/[a-z0-9_-]+\.html$/);
    }
    strictEqual(new Set(all.map(({ url }) => url)).size, all.length);
  });

  it("name the pillar in the page of the dated edition", () => {
    const dated = practiceIds()
      .map(practice)
      .filter(({ edition }) => edition !== "latest");
    deepStrictEqual(
      dated.filter(({ id, url }) => !url.includes(`/framework/${id.slice(0, -7).toLowerCase()}_`)).map(({ id }) => id),
      [],
    );
  });

  it("are an error when they are unknown", () => throws(() => practice("SEC99-BP01@latest" as PracticeId), /no best practice "SEC99-BP01@latest"/));
});

function check(id: PracticeId, title: string, page: string): void {
  const found = practice(id);
  deepStrictEqual([`${found.id}@${found.edition}`, found.title, found.url], [id, title, `https://docs.aws.amazon.com/wellarchitected/${page}`]);
}
