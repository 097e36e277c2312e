/**
 * Best practices of the AWS Well-Architected Framework by id and edition. AWS renumbered the security, sustainability and operations pillars in 2026,
 * so an id means nothing without its edition: `OPS06-BP01` is one practice in the edition of 2024-06-27 and another in the latest.
 */
export interface Practice {
  /** The bare id, for example `REL05-BP03`. */
  readonly id: string;
  readonly edition: Edition;
  /** AWS's own title, which people search for. */
  readonly title: string;
  readonly url: string;
}

export type Edition = "latest" | "2024-06-27";

/** An id as rules cite it, with its edition; a typo is a compile error. */
export type PracticeId = `${keyof typeof LATEST & string}@latest` | `${keyof typeof EDITION_2024_06_27 & string}@2024-06-27`;

/** Looks a practice up. @throws RangeError for an id outside `PracticeId`, which only a cast can bring here. */
export function practice(id: PracticeId): Practice {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`There is no best practice "${id}".`);
  return found;
}

/** All practices that rules can cite, by their `PracticeId`. */
export const practiceIds = (): readonly PracticeId[] => [...BY_ID.keys()];

const FRAMEWORK = "https://docs.aws.amazon.com/wellarchitected";

/**
 * Practices whose number and title were seen on their page of the latest edition, on 2026-11-24. Its addresses are the lower-case ids.
 * Only such practices stand here; every other one is cited by the edition of 2024-06-27.
 */
const LATEST = {
  "OPS01-BP04": "Develop distributed tracing",
  "OPS06-BP01": "Create actionable alerts",
  "REL05-BP03": "Control and limit retry calls",
  "REL05-BP04": "Fail fast and limit queues",
  "REL06-BP07": "Monitor end-to-end tracing of requests through your system",
  "SEC11-BP02": "Follow established secure coding guidelines",
  "SUS01-BP01": "Understand your resource usage efficiency",
} as const;

/** The edition of 2024-06-27, which AWS keeps under its date: id → title and page name, as the pages of its questions list them. Looked up on 2026-11-24. */
const EDITION_2024_06_27 = {
  "OPS04-BP02": ["Implement application telemetry", "ops_observability_application_telemetry"],
  "OPS04-BP05": ["Implement distributed tracing", "ops_observability_dist_trace"],
  "OPS06-BP03": ["Employ safe deployment strategies", "ops_mit_deploy_risks_deploy_mgmt_sys"],
  "OPS06-BP04": ["Automate testing and rollback", "ops_mit_deploy_risks_auto_testing_and_rollback"],
  "OPS08-BP04": ["Create actionable alerts", "ops_workload_observability_create_alerts"],
  "SEC02-BP02": ["Use temporary credentials", "sec_identities_unique"],
  "SEC02-BP03": ["Store and use secrets securely", "sec_identities_secrets"],
  "SEC02-BP05": ["Audit and rotate credentials periodically", "sec_identities_audit"],
  "SEC03-BP01": ["Define access requirements", "sec_permissions_define"],
  "SEC03-BP02": ["Grant least privilege access", "sec_permissions_least_privileges"],
  "SEC03-BP04": ["Reduce permissions continuously", "sec_permissions_continuous_reduction"],
  "SEC03-BP05": ["Define permission guardrails for your organization", "sec_permissions_define_guardrails"],
  "SEC03-BP07": ["Analyze public and cross-account access", "sec_permissions_analyze_cross_account"],
  "SEC03-BP08": ["Share resources securely within your organization", "sec_permissions_share_securely"],
  "SEC03-BP09": ["Share resources securely with a third party", "sec_permissions_share_securely_third_party"],
  "SEC04-BP01": ["Configure service and application logging", "sec_detect_investigate_events_app_service_logging"],
  "SEC05-BP02": ["Control traffic flow within your network layers", "sec_network_protection_layered"],
  "SEC05-BP03": ["Implement inspection-based protection", "sec_network_protection_inspection"],
  "SEC06-BP01": ["Perform vulnerability management", "sec_protect_compute_vulnerability_management"],
  "SEC07-BP02": ["Apply data protection controls based on data sensitivity", "sec_data_classification_define_protection"],
  "SEC08-BP01": ["Implement secure key management", "sec_protect_data_rest_key_mgmt"],
  "SEC08-BP02": ["Enforce encryption at rest", "sec_protect_data_rest_encrypt"],
  "SEC08-BP04": ["Enforce access control", "sec_protect_data_rest_access_control"],
  "SEC09-BP02": ["Enforce encryption in transit", "sec_protect_data_transit_encrypt"],
  "SEC09-BP03": ["Authenticate network communications", "sec_protect_data_transit_authentication"],
  "REL04-BP04": ["Make all responses idempotent", "rel_prevent_interaction_failure_idempotent"],
  "REL05-BP01": [
    "Implement graceful degradation to transform applicable hard dependencies into soft dependencies",
    "rel_mitigate_interaction_failure_graceful_degradation",
  ],
  "REL05-BP02": ["Throttle requests", "rel_mitigate_interaction_failure_throttle_requests"],
  "REL05-BP03": ["Control and limit retry calls", "rel_mitigate_interaction_failure_limit_retries"],
  "REL05-BP04": ["Fail fast and limit queues", "rel_mitigate_interaction_failure_fail_fast"],
  "REL05-BP05": ["Set client timeouts", "rel_mitigate_interaction_failure_client_timeouts"],
  "REL06-BP01": ["Monitor all components for the workload (Generation)", "rel_monitor_aws_resources_monitor_resources"],
  "REL06-BP03": ["Send notifications (Real-time processing and alarming)", "rel_monitor_aws_resources_notification_monitor"],
  "REL06-BP05": ["Analyze logs", "rel_monitor_aws_resources_storage_analytics"],
  "REL06-BP07": ["Monitor end-to-end tracing of requests through your system", "rel_monitor_aws_resources_end_to_end"],
  "REL07-BP01": ["Use automation when obtaining or scaling resources", "rel_adapt_to_changes_autoscale_adapt"],
  "REL08-BP05": ["Deploy changes with automation", "rel_tracking_change_management_automated_changemgmt"],
  "REL09-BP01": ["Identify and back up all data that needs to be backed up, or reproduce the data from sources", "rel_backing_up_data_identified_backups_data"],
  "REL09-BP03": ["Perform data backup automatically", "rel_backing_up_data_automated_backups_data"],
  "REL10-BP01": ["Deploy the workload to multiple locations", "rel_fault_isolation_multiaz_region_system"],
  "REL11-BP01": ["Monitor all components of the workload to detect failures", "rel_withstand_component_failures_monitoring_health"],
  "REL11-BP02": ["Fail over to healthy resources", "rel_withstand_component_failures_failover2good"],
  "PERF01-BP03": ["Factor cost into architectural decisions", "perf_architecture_factor_cost_into_architectural_decisions"],
  "PERF01-BP04": ["Evaluate how trade-offs impact customers and architecture efficiency", "perf_architecture_evaluate_trade_offs"],
  "PERF02-BP01": ["Select the best compute options for your workload", "perf_compute_hardware_select_best_compute_options"],
  "PERF02-BP02": ["Understand the available compute configuration and features", "perf_compute_hardware_understand_compute_configuration_features"],
  "PERF02-BP04": ["Configure and right-size compute resources", "perf_compute_hardware_configure_and_right_size_compute_resources"],
  "PERF03-BP01": ["Use a purpose-built data store that best supports your data access and storage requirements", "perf_data_use_purpose_built_data_store"],
  "PERF03-BP04": ["Implement strategies to improve query performance in data store", "perf_data_implement_strategies_to_improve_query_performance"],
  "PERF03-BP05": ["Implement data access patterns that utilize caching", "perf_data_access_patterns_caching"],
  "PERF04-BP01": ["Understand how networking impacts performance", "perf_networking_understand_how_networking_impacts_performance"],
  "PERF04-BP02": ["Evaluate available networking features", "perf_networking_evaluate_networking_features"],
  "PERF05-BP02": ["Use monitoring solutions to understand the areas where performance is most critical", "perf_process_culture_use_monitoring_solutions"],
  "PERF05-BP06": ["Keep your workload and services up-to-date", "perf_process_culture_keep_workload_and_services_up_to_date"],
  "COST01-BP06": ["Monitor cost proactively", "cost_cloud_financial_management_proactive_process"],
  "COST02-BP05": ["Implement cost controls", "cost_govern_usage_controls"],
  "COST03-BP02": ["Add organization information to cost and usage", "cost_monitor_usage_org_information"],
  "COST03-BP03": ["Identify cost attribution categories", "cost_monitor_usage_define_attribution"],
  "COST03-BP05": ["Configure billing and cost management tools", "cost_monitor_usage_config_tools"],
  "COST04-BP03": ["Decommission resources", "cost_decomissioning_resources_decommission"],
  "COST04-BP05": ["Enforce data retention policies", "cost_decomissioning_resources_data_retention"],
  "COST05-BP01": ["Identify organization requirements for cost", "cost_select_service_requirements"],
  "COST05-BP05": ["Select components of this workload to optimize cost in line with organization priorities", "cost_select_service_select_for_cost"],
  "COST06-BP02": ["Select resource type, size, and number based on data", "cost_type_size_number_resources_data"],
  "COST06-BP03": ["Select resource type, size, and number automatically based on metrics", "cost_type_size_number_resources_metrics"],
  "COST08-BP02": ["Select components to optimize data transfer cost", "cost_data_transfer_optimized_components"],
  "COST08-BP03": ["Implement services to reduce data transfer costs", "cost_data_transfer_implement_services"],
  "COST09-BP02": ["Implement a buffer or throttle to manage demand", "cost_manage_demand_resources_buffer_throttle"],
  "COST09-BP03": ["Supply resources dynamically", "cost_manage_demand_resources_dynamic"],
  "SUS02-BP01": ["Scale workload infrastructure dynamically", "sus_sus_user_a2"],
  "SUS02-BP02": ["Align SLAs with sustainability goals", "sus_sus_user_a3"],
  "SUS02-BP03": ["Stop the creation and maintenance of unused assets", "sus_sus_user_a4"],
  "SUS02-BP06": ["Implement buffering or throttling to flatten the demand curve", "sus_sus_user_a7"],
  "SUS03-BP01": ["Optimize software and architecture for asynchronous and scheduled jobs", "sus_sus_software_a2"],
  "SUS03-BP02": ["Remove or refactor workload components with low or no use", "sus_sus_software_a3"],
  "SUS03-BP03": ["Optimize areas of code that consume the most time or resources", "sus_sus_software_a4"],
  "SUS03-BP05": ["Use software patterns and architectures that best support data access and storage patterns", "sus_sus_software_a6"],
  "SUS04-BP02": ["Use technologies that support data access and storage patterns", "sus_sus_data_a3"],
  "SUS04-BP03": ["Use policies to manage the lifecycle of your datasets", "sus_sus_data_a4"],
  "SUS04-BP04": ["Use elasticity and automation to expand block storage or file system", "sus_sus_data_a5"],
  "SUS04-BP05": ["Remove unneeded or redundant data", "sus_sus_data_a6"],
  "SUS04-BP07": ["Minimize data movement across networks", "sus_sus_data_a8"],
  "SUS04-BP08": ["Back up data only when difficult to recreate", "sus_sus_data_a9"],
  "SUS05-BP01": ["Use the minimum amount of hardware to meet your needs", "sus_sus_hardware_a2"],
  "SUS05-BP02": ["Use instance types with the least impact", "sus_sus_hardware_a3"],
  "SUS06-BP02": ["Keep your workload up-to-date", "sus_sus_dev_a3"],
} as const;

const BY_ID: ReadonlyMap<PracticeId, Practice> = new Map([...latest(), ...dated()]);

function latest(): [PracticeId, Practice][] {
  return Object.entries(LATEST).map(([id, title]) => [
    `${id as keyof typeof LATEST}@latest`,
    { id, edition: "latest", title, url: `${FRAMEWORK}/latest/framework/${id.toLowerCase()}.html` },
  ]);
}

function dated(): [PracticeId, Practice][] {
  return Object.entries(EDITION_2024_06_27).map(([id, [title, page]]) => [
    `${id as keyof typeof EDITION_2024_06_27}@2024-06-27`,
    { id, edition: "2024-06-27", title, url: `${FRAMEWORK}/2024-06-27/framework/${page}.html` },
  ]);
}
