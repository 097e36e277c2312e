/** The sample project, copied to where the user may change it. */
import { commands, type ExtensionContext, FileSystemError, Uri, window, workspace } from "vscode";

const NAME = "orders";

/** Asks for a folder, copies the sample into it and opens the copy in a new window. */
export async function openSample(context: ExtensionContext): Promise<void> {
  const chosen = await window.showOpenDialog({
    title: "Where shall the sample project go?",
    openLabel: "Copy Here",
    canSelectFolders: true,
    canSelectFiles: false,
  });
  const parent = chosen?.[0];
  if (parent === undefined) return;
  const target = await freeName(parent);
  await workspace.fs.copy(Uri.joinPath(context.extensionUri, "examples", NAME), target);
  await commands.executeCommand("vscode.openFolder", target, { forceNewWindow: true });
}

/** `orders`, or `orders-2` and so on where that is taken. */
async function freeName(parent: Uri): Promise<Uri> {
  for (let number = 1; ; number += 1) {
    const candidate = Uri.joinPath(parent, number === 1 ? NAME : `${NAME}-${number}`);
    if (!(await exists(candidate))) return candidate;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") return false;
    throw error;
  }
}
