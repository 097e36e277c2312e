/** Pages of rules and pillars: Markdown that the server makes, shown offline in VS Code's own preview. */
import { commands, Disposable, type TextDocumentContentProvider, Uri, type UriHandler, window, workspace } from "vscode";
import { PAGE, type PageParams, type PageResult } from "../../server/src/hosts/lsp/protocol.ts";
import type { Session } from "./session.ts";

const SCHEME = "pillar-hints";
/** A page is `rules/<id>` or `pillars/<id>`, and nothing else that a link from elsewhere may carry. */
const PAGE_NAME = /^(rules|pillars)\/[a-z0-9-]+$/;

export function registerPages(session: Session): Disposable {
  const content: TextDocumentContentProvider = { provideTextDocumentContent: ({ path }) => markdownOf(session, nameOf(path)) };
  const links: UriHandler = { handleUri: ({ path }) => openPage(nameOf(path)) };
  return Disposable.from(workspace.registerTextDocumentContentProvider(SCHEME, content), window.registerUriHandler(links));
}

/** Shows a page as a preview; an unknown name does nothing. */
export async function openPage(page: string): Promise<void> {
  if (PAGE_NAME.test(page)) await commands.executeCommand("markdown.showPreview", Uri.from({ scheme: SCHEME, path: `/${page}.md` }));
}

function nameOf(path: string): string {
  return path.replace(/^\//, "").replace(/\.md$/, "");
}

async function markdownOf(session: Session, page: string): Promise<string> {
  const client = await session.client();
  const parameters: PageParams = { page };
  const result = await client.sendRequest<PageResult | null>(PAGE, parameters);
  return result?.markdown ?? `There is no page \`${page}\`.`;
}
