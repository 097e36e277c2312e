/** Writes the few things that our texts consist of, as Markdown or as plain text. */
export interface Markup {
  /** Text as it is, whatever stands in it. */
  text(text: string): string;
  bold(text: string): string;
  code(text: string): string;
  /** Text with an address behind it; the text alone where addresses can't be shown. */
  link(text: string, href: string): string;
  /** Our own Markdown of one paragraph, put on one line. */
  prose(markdown: string): string;
  lines(lines: readonly string[]): string;
  /** Between two things that have nothing to do with each other. */
  readonly rule: string;
}

export const MARKDOWN: Markup = {
  text: escaped,
  bold: (text) => `**${escaped(text)}**`,
  code: (text) => `\`${text.replaceAll("`", "'")}\``,
  link: (text, href) =>
    `[${text}](${href
      .replace(/[()\s]/g, encodeURIComponent)
      .replaceAll("(", "%28")
      .replaceAll(")", "%29")})`,
  prose: onOneLine,
  // Two blanks end a line in every Markdown; a bare line end is a blank in most.
  lines: (lines) => lines.join("  \n"),
  rule: "\n\n---\n\n",
};

export const PLAIN: Markup = {
  text: onOneLine,
  bold: onOneLine,
  code: (text) => text,
  link: (text) => text,
  prose: (markdown) =>
    onOneLine(markdown)
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/\*\*([^*]+)\*\*/g, "$1")
      .replace(/`([^`]*)`/g, "$1"),
  lines: (lines) => lines.join("\n"),
  rule: "\n\n",
};

/** A link that runs a command of the editor. */
export const commandLink = (command: string, ...parameters: readonly unknown[]): string =>
  `command:${command}?${encodeURIComponent(JSON.stringify(parameters))}`;

function escaped(text: string): string {
  return onOneLine(text)
    .replace(/[\\`*_{}[\]<>#|~]/g, "\\$&")
    .replaceAll("&", "&amp;");
}

function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, " ").trim();
}
