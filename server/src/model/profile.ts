/** What a team states about itself in `pillar-hints.json`; every field has a default. */
export interface Profile {
  /** Names of stages in which nothing lasting is kept. */
  readonly developmentStages: readonly string[];
  /** Days for which new log groups keep their events. */
  readonly logRetentionInDays: number;
  /** Logs are kept outside CloudWatch Logs. */
  readonly logsElsewhere: boolean;
  /** The team has an objective for sustainability; its hints then count as warnings. */
  readonly sustainabilityGoal: boolean;
}

export const DEFAULT_PROFILE: Profile = {
  developmentStages: ["dev", "development", "test", "sandbox", "preview"],
  logRetentionInDays: 30,
  logsElsewhere: false,
  sustainabilityGoal: false,
};
