/**
 * The README as the package has it. The extension's page in an editor shows no file of the package and follows no address relative to it, and
 * there is no public address yet: pictures are left out, and links to other files are their text alone.
 * @param {string} readme Markdown
 * @returns {string} Markdown
 */
export function packagedReadme(readme) {
  return readme.replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\r?\n(?:\r?\n)?/gm, "").replace(/(?<!!)\[([^\]]*)\]\((?!https:|#)[^)]*\)/g, "$1");
}
