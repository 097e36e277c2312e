export const HELP = `Reviews AWS SAM and CloudFormation templates, and the handler code behind them, against the Well-Architected pillars.

Usage: pillar-hints review [paths] [options]

A path is a template, or a folder: then all templates below it, without what .gitignore names and without
node_modules, .aws-sam, cdk.out and .serverless. The default is the working directory. For a file with handler
code its template is found in the folders above, and both are reviewed.

Options:
  --format text|json|sarif   how the report is written to standard output (default: text)
  --fix safe                 write the fixes that change no permission, no bill and no resource
  --fail-on error|warning|information|never
                             the least severity at which findings count as failure (default: error)
  --rule ID                  report this rule only; may be given several times
  --today YYYY-MM-DD         review as of another day
  --help                     show this text
  --version                  show the version

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, 3 a rule or the program failed.

What a team has agreed on stands in pillar-hints.json: rules, pillars, exclusions, decisions.
`;
