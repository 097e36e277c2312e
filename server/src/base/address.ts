/**
 * Addresses (uris) of files and folders. The address of a folder ends with `/`. What is added to an address is encoded as VS Code encodes it, so that a
 * file has one address whoever asks for it.
 */

/** A path relative to a file's or folder's own folder as an address; undefined where it climbs above the root or is no relative path. */
export function resolveUri(from: string, relative: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(relative) || relative.startsWith("/") || LONE_SURROGATE.test(relative)) return undefined;
  const [, root = "", path = ""] = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)(.*)$/i.exec(from) ?? [];
  const segments = path.split("/").slice(1, -1);
  for (const segment of relative.split(/[/\\]/)) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(encoded(segment));
    else if (segments.pop() === undefined) return undefined;
  }
  return `${root}/${segments.join("/")}`;
}

/** The same for a folder: the address ends with `/`. */
export function resolveFolder(from: string, relative: string): string | undefined {
  const uri = resolveUri(from, relative);
  return uri === undefined || uri.endsWith("/") ? uri : `${uri}/`;
}

/** The folder in which a file or folder stands; undefined for the root. */
export function folderOf(uri: string): string | undefined {
  const path = uri.endsWith("/") ? uri.slice(0, -1) : uri;
  const end = path.lastIndexOf("/");
  return end < 0 || path.lastIndexOf("//") === end - 1 ? undefined : path.slice(0, end + 1);
}

/** The last name in an address, as the disk has it. */
export function nameOf(uri: string): string {
  const path = uri.endsWith("/") ? uri.slice(0, -1) : uri;
  return decoded(path.slice(path.lastIndexOf("/") + 1));
}

/** The path from a folder to what stands below it; undefined for what does not. */
export function pathBelow(folder: string, uri: string): string | undefined {
  return uri.startsWith(folder) ? uri.slice(folder.length).split("/").map(decoded).join("/") : undefined;
}

/** A path as it stands in an address. */
export const encodedPath = (path: string): string => path.split("/").map(encoded).join("/");

const LONE_SURROGATE = /\p{Surrogate}/u;

const encoded = (segment: string): string =>
  encodeURIComponent(segment).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A percent sign that encodes nothing stands for itself.
    return segment;
  }
}
