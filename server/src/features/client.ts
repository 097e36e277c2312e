/** What the editor on the other side can do, and where its links go. */
export interface Client {
  /** Hovers may be Markdown. */
  readonly markdown: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  /** Code actions may be more than commands. */
  readonly codeActions: boolean;
  readonly preferredActions: boolean;
  readonly disabledActions: boolean;
  /** The edit of a code action may come when it is chosen. */
  readonly resolvesEdits: boolean;
  readonly documentChanges: boolean;
  readonly changeAnnotations: boolean;
  readonly createsFiles: boolean;
  /** The names of our commands, where the client has them. */
  readonly commands: Commands | undefined;
  /** Where links of findings point, with a slash at its end: rule `wildcard-action` opens `${pages}rules/wildcard-action`. */
  readonly pages: string | undefined;
}

/** Names of the commands that code actions and hovers may carry. */
export interface Commands {
  /** Arguments: uri, rule, fingerprint. */
  readonly allow: string;
  /** Arguments: page. */
  readonly explain: string;
  /** Arguments: uri, rule, fingerprint, index of the fix. */
  readonly fix: string;
  /** Arguments: uri, line and character from 0. */
  readonly goTo: string;
}

/** A client without any optional capability. */
export const BARE_CLIENT: Client = {
  markdown: false,
  relatedInformation: false,
  codeDescription: false,
  diagnosticData: false,
  codeActions: false,
  preferredActions: false,
  disabledActions: false,
  resolvesEdits: false,
  documentChanges: false,
  changeAnnotations: false,
  createsFiles: false,
  commands: undefined,
  pages: undefined,
};
