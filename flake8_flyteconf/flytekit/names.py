"""The public names of flytekit's modules, generated from the releases 0.16.0 to 1.16.31.

Do not edit: ``python -m tools.generate_names`` writes this file. Behind a module or name are the first and the last
release that has it, as ``first-last``; an end that is empty is that of the history. A module with ``*`` may have any.
"""

from __future__ import annotations

MODULES: dict[str, str] = {
    "flytekit": (
        "Annotations:0.24.0- Artifact:1.12.0- AuthRole:0.24.0- BatchSize:1.9.1- Blob:0.24.0- "
        "BlobMetadata:0.24.0- BlobType:0.24.0- Cache:1.15.0- CachePolicy:1.15.0- Checkpoint:0.30.0- "
        "ConcurrencyLimitBehavior:1.16.6- ConcurrencyPolicy:1.16.6- Config:1.13.13- ContainerTask "
        "CronSchedule DataPersistence:0.22.0-1.4.2 DataPersistencePlugins:0.22.0-1.4.2 Deck:0.32.0- "
        "Description:1.2.8- Documentation:1.2.8- Email Environment:1.15.0- ExecutionParameters FixedRate "
        "FlyteContext FlyteContextManager:0.19.0- FlyteDirectory:1.13.13- FlyteFile:1.13.13- "
        "FlyteRemote:1.13.13- GCSPersistence:0.22.0-1.4.2 Generator:1.1.0- HashMethod:0.31.0- "
        "HttpPersistence:0.22.0-1.4.2 ImageSpec:1.2.12- LOGGING_RICH_FMT_ENV_VAR:1.9.0- Labels:0.24.0- "
        "LaunchPlan LaunchPlanReference Literal:0.24.0- LiteralType:0.24.0- Options:1.14.0- PagerDuty "
        "PodTemplate:1.2.8- PythonFunctionTask PythonInstanceTask Resources S3Persistence:0.22.0-1.4.2 "
        "SQLTask Scalar:0.24.0- Secret:0.16.2- SecurityContext:0.16.2- SensorEngine:1.9.1- Slack "
        "SourceCode:1.2.8- StructuredDataset:0.30.0- StructuredDatasetFormat:0.30.0- "
        "StructuredDatasetTransformerEngine:0.30.1- StructuredDatasetType:0.30.0- TaskMetadata TaskReference "
        "USE_STRUCTURED_DATASET:0.30.0-0.31.0 VersionParameters:1.15.0- Workflow:0.16.2- "
        "WorkflowExecutionPhase:0.24.0- WorkflowFailurePolicy WorkflowReference approve:1.2.8- bin clients "
        "clis common:-0.26.4 conditional configuration constants:1.13.7- contrib:-0.26.4 "
        "control_plane:0.19.0-0.19.2 core current_context deck:0.32.0- directory:0.22.0- dynamic "
        "eager:1.15.0- engines:-0.26.4 entry_points:0.22.0- exceptions:0.30.0- experimental:1.9.0- extend "
        "extras file:0.22.0- flytekit:-0.32.6 get_reference_entity image_spec:1.2.12- interaction:1.2.8- "
        "interactive:1.13.7- interfaces iterator:1.8.0- kwtypes lazy_import:1.2.12- lazy_module:1.2.12- "
        "load_implicit_plugins:0.22.0- logger loggers map_task models new_context:1.1.0- numpy:1.0.4-1.5.0 "
        "os:1.8.0- plugins:-0.26.4 pytorch:1.1.1-1.5.0 reference_launch_plan:1.2.8- reference_task "
        "reference_workflow remote:0.20.0- schema:-1.5.0 sdk:-0.26.4 sensor:1.9.1- sklearn:1.2.8-1.5.0 "
        "sleep:1.2.8- sys:0.22.0- task tensorflow:1.2.8-1.5.0 testing tools traceback:1.2.12- "
        "type_engines:-0.26.4 types utils:1.14.0- wait_for_input:1.2.8- workflow"
    ),
    "flytekit._ast:1.13.1-": "parser",
    "flytekit._ast.parser:1.13.1-": "ast get_function_param_location inspect typing",
    "flytekit._version:1.10.3-": (
        "COMMIT_ID:1.16.4-1.16.15 TYPE_CHECKING:-1.16.15 Tuple:-1.16.15 Union:-1.16.15 VERSION_TUPLE:-1.16.15 "
        "annotations:1.16.16- commit_id:1.16.4- version version_tuple"
    ),
    "flytekit.bin": "entrypoint",
    "flytekit.bin.entrypoint": (
        "ArrayNodeMapTaskResolver:1.9.0-1.11.0 Callable:1.13.5- Dict:1.13.14- ExecutionParameters "
        "ExecutionState FLYTE_FAIL_ON_ERROR:1.14.0- FastSerializationSettings:0.32.0- "
        "FileAccessProvider:0.22.0- FlyteContext FlyteContextManager:0.19.0- FlyteException:1.14.0- "
        "FlyteNonRecoverableSystemException:1.13.7- FlyteRecoverableException:1.13.7- "
        "FlyteUserRuntimeException:1.13.7- IgnoreOutputs ImageConfig:1.13.7- List MapPythonTask:-1.4.2 "
        "MapTaskResolver:1.2.12-1.11.0 Optional:0.30.0- OutputMetadataTracker:1.11.0- "
        "PythonFunctionTask:-1.4.2 PythonTask RUNTIME_PACKAGES_ENV_NAME:1.15.4- "
        "SERIALIZED_CONTEXT_ENV_VAR:0.32.0- SerializationSettings StatsConfig:0.32.0- SyncCheckpoint:0.30.0- "
        "TaskResolverMixin:-0.17.1 Timestamp:1.14.0- VoidPromise asyncio:1.9.1- click:1.12.0- "
        "compute_hash_string:1.13.14- contextlib:0.18.0- datetime:1.12.0- entrypoint_logger:0.31.0-0.31.0 "
        "execute_task_cmd exit:1.12.0- fast_execute_task_cmd faulthandler:1.16.4- "
        "get_container_error_timestamp:1.14.0- get_image_config:-0.31.0 get_one_of:0.32.0- "
        "get_traceback_str:1.13.7- get_version_message:0.30.0- inspect:1.9.1-1.14.9 "
        "load_object_from_module:0.18.0- logger:0.26.0- map_execute_task_cmd normalize_inputs:0.30.0- "
        "os:0.32.0- pathlib python_logging:0.26.0-0.30.3 setup_execution:0.18.0- signal:1.9.1- "
        "str2bool:1.14.0- subprocess:0.32.3- sys:1.13.5- tempfile:0.32.0- textwrap:1.14.0- time:1.14.0- "
        "traceback:1.12.0- user_space_logger:0.32.0- utils:0.30.0- uuid:1.14.0- warnings:1.13.7-"
    ),
    "flytekit.clients": "auth:1.2.9- auth_helper:1.2.9- friendly grpc_utils:1.2.9- helpers raw",
    "flytekit.clients.auth:1.2.9-": "auth_client authenticator default_html exceptions keyring token_client:1.2.12-",
    "flytekit.clients.auth.auth_client:1.2.9-": (
        "AccessTokenNotFoundError AuthorizationClient AuthorizationCode Credentials EndpointMetadata "
        "OAuthCallbackHandler OAuthHTTPServer Queue:1.13.2- annotations base64:1.12.0- click:1.10.1- "
        "dataclass get_context:-1.13.1 get_default_success_html hashlib:1.12.0- logging "
        "multiprocessing:-1.13.1 os:1.12.0- re:1.12.0- requests:1.12.0- threading:1.13.5- time:1.13.5- typing "
        "webbrowser:1.12.0-"
    ),
    "flytekit.clients.auth.authenticator:1.2.9-": (
        "AccessTokenNotFoundError AuthenticationError AuthenticationPending:1.14.0- Authenticator "
        "AuthorizationClient ClientConfig ClientConfigStore ClientCredentialsAuthenticator "
        "CommandAuthenticator Credentials DeviceCodeAuthenticator:1.2.12- KeyringStore PKCEAuthenticator "
        "StaticClientConfigStore abstractmethod base64:-1.4.2 click:1.2.15- dataclass logging requests "
        "subprocess token_client:1.2.12- typing"
    ),
    "flytekit.clients.auth.default_html:1.2.9-": "get_default_success_html suppress:1.11.0-",
    "flytekit.clients.auth.exceptions:1.2.9-": "AccessTokenNotFoundError AuthenticationError AuthenticationPending:1.2.12-",
    "flytekit.clients.auth.keyring:1.2.9-": (
        "Credentials KeyringStore NoKeyringError PasswordDeleteError:1.10.0- dataclass keyring:1.12.0- "
        "logging typing"
    ),
    "flytekit.clients.auth.token_client:1.2.12-": (
        "AuthenticationError AuthenticationPending DeviceCodeResponse GrantType base64 dataclass datetime "
        "enum error_auth_pending error_slow_down get_basic_authorization_header get_device_code get_token "
        "logger:1.2.14- logging poll_token_endpoint requests time timedelta typing urllib utf_8"
    ),
    "flytekit.clients.auth_helper:1.2.9-": (
        "AUTH_ENTRY_POINT_GROUP:1.16.24- AuthMetadataServiceStub AuthType AuthUnaryInterceptor "
        "AuthenticationHTTPAdapter:1.10.0- Authenticator ClientConfig ClientConfigStore "
        "ClientCredentialsAuthenticator CommandAuthenticator DefaultMetadataInterceptor:1.10.0- "
        "DeviceCodeAuthenticator:1.2.12- HTTPStatus:1.10.0- OAuth2MetadataRequest PKCEAuthenticator "
        "PlatformConfig PublicClientAuthConfigRequest RemoteClientConfigStore "
        "RetryExceptionWrapperInterceptor ScopedGrpcDeadlineInterceptor:1.16.21- bootstrap_creds_from_server "
        "crypto:-1.10.1 entry_points:1.16.24- get_authenticated_channel get_authenticator get_channel "
        "get_proxy_authenticator:1.10.0- get_session:1.10.0- grpc load_cert:-1.10.1 logging "
        "register_authenticator_plugin:1.16.24- requests:1.10.0- ssl typing:1.16.24- "
        "upgrade_channel_to_authenticated upgrade_channel_to_proxy_authenticated:1.10.0- "
        "upgrade_session_to_proxy_authenticated:1.10.0- wrap_exceptions_channel"
    ),
    "flytekit.clients.friendly": (
        "ARTIFACT_TYPE_DECK:1.14.0- Duration:0.32.0- SynchronousFlyteClient datetime:0.32.0- "
        "lru_cache:1.13.5- typing:0.20.0-"
    ),
    "flytekit.clients.grpc_utils:1.2.9-": (
        "auth_interceptor deadline_interceptor:1.16.21- default_metadata_interceptor:1.10.0- "
        "wrap_exception_interceptor"
    ),
    "flytekit.clients.grpc_utils.auth_interceptor:1.2.9-": "AuthUnaryInterceptor Authenticator grpc namedtuple typing",
    "flytekit.clients.grpc_utils.deadline_interceptor:1.16.21-": (
        "ScopedGrpcDeadlineInterceptor contextlib contextvars get_scoped_grpc_deadline grpc "
        "scoped_grpc_deadline typing"
    ),
    "flytekit.clients.grpc_utils.default_metadata_interceptor:1.10.0-": "DefaultMetadataInterceptor grpc typing",
    "flytekit.clients.grpc_utils.wrap_exception_interceptor:1.2.9-": (
        "FlyteAuthenticationException FlyteEntityAlreadyExistsException FlyteEntityNotExistException "
        "FlyteException FlyteInvalidInputException FlyteSystemException "
        "FlyteSystemUnavailableException:1.13.5- FlyteTimeout:1.16.21- RetryExceptionWrapperInterceptor Union "
        "grpc typing"
    ),
    "flytekit.clients.helpers": "DEFAULT_SORT_ASC:1.16.6- common:1.16.6- iterate_node_executions iterate_task_executions",
    "flytekit.clients.raw": (
        "AuthType:0.32.0-1.3.4 DEPRECATED_OAUTH_SCOPES:0.23.0-0.30.3 DataProxyServiceStub:0.32.0- "
        "FlyteAuthenticationException:0.31.0-1.3.4 GetDomainRequest:1.15.0- List:0.19.0-0.30.3 "
        "OAUTH_SCOPES:0.19.0-0.22.4 OpenSSL:1.0.4-1.1.0 Optional:0.31.0-1.3.4 PlatformConfig:0.32.0- "
        "ProjectListRequest:0.32.0- RawSynchronousFlyteClient SCOPES:0.23.0-0.30.3 SignalList:1.2.8- "
        "SignalListRequest:1.2.8- SignalSetRequest:1.2.8- SignalSetResponse:1.2.8- annotations:0.31.0- "
        "auth_pb2:0.31.0-1.3.4 auth_service:0.31.0-1.3.4 cli_logger:0.19.0-1.10.2 creds_config:0.31.0-0.31.0 "
        "dataproxy_service:0.32.0- get_basic_authorization_header:0.31.0-1.3.4 get_channel:1.2.9- "
        "get_secret:0.31.0-0.31.0 get_token:0.31.0-1.3.4 grpc:0.32.0- logger:1.10.3- signal_service:1.2.8- "
        "ssl:1.0.4-1.3.4 subprocess:0.19.0-1.3.4 time:-1.3.4 typing:0.32.0- "
        "upgrade_channel_to_authenticated:1.2.9- upgrade_channel_to_proxy_authenticated:1.10.0- "
        "wrap_exceptions_channel:1.2.9-"
    ),
    "flytekit.clis": "auth:-1.3.4 flyte_cli helpers sdk_in_container version:1.10.1-",
    "flytekit.clis.auth:-1.3.4": "auth credentials discovery:-0.30.3",
    "flytekit.clis.auth.auth:-1.3.4": (
        "AuthorizationClient AuthorizationCode Credentials OAuthCallbackHandler OAuthHTTPServer "
        "auth_logger:0.19.0-"
    ),
    "flytekit.clis.auth.credentials:-1.3.4": (
        "AuthorizationClient:0.31.0- DEPRECATED_OAUTH_SCOPES:0.23.0-0.30.3 List:0.31.0- SCOPES:0.23.0-0.30.3 "
        "auth_logger:0.19.0- discovery_endpoint_path get_authorization_endpoints:-0.30.3 get_client"
    ),
    "flytekit.clis.auth.discovery:-0.30.3": "AuthorizationEndpoints DiscoveryClient logging",
    "flytekit.clis.flyte_cli": "main",
    "flytekit.clis.flyte_cli.main": (
        "Callable Data:-0.26.4 Dict FlyteContextManager:0.30.0- List MessageToJson Tuple Union "
        "activate_project archive_project cli_identifiers:0.30.0- click:1.12.0- configparser:1.12.0- "
        "configuration:0.32.0- execute_launch_plan:-0.26.4 fast_register_files get_active_launch_plan "
        "get_child_executions get_execution get_launch_plan get_matching_attributes get_task get_workflow "
        "hydrate_registration_parameters importlib:1.12.0- launch_task:-0.26.4 list_active_launch_plans "
        "list_executions list_launch_plan_names list_launch_plan_versions list_matching_attributes "
        "list_projects list_task_names list_task_versions list_workflow_names list_workflow_versions os "
        "parse_proto recover_execution:0.21.0- register_files register_project relaunch_execution:-0.26.4 "
        "replace:1.0.4- requests:1.12.0- set_flyte_config_file:-0.31.0 setup_config stat:1.12.0- sys:1.12.0- "
        "terminate_execution update_cluster_resource_attributes update_execution_cluster_label "
        "update_execution_queue_attributes update_launch_plan update_launch_plan_meta update_plugin_override "
        "update_task_meta update_workflow_meta utils:0.30.0- watch_execution:-0.26.4"
    ),
    "flytekit.clis.helpers": (
        "DOMAIN_PLACEHOLDER:0.32.0- LaunchPlan PROJECT_PLACEHOLDER:0.32.0- TaskSpec Tuple Union "
        "VERSION_PLACEHOLDER:0.32.0- WorkflowSpec click:1.1.1- "
        "construct_literal_map_from_parameter_map:-0.26.4 construct_literal_map_from_variable_map:-0.26.4 "
        "display_help_with_error:1.1.1- hydrate_registration_parameters parse_args_into_dict str2bool "
        "sys:1.1.1-"
    ),
    "flytekit.clis.sdk_in_container": (
        "backfill:1.2.8- basic_auth:-0.30.3 build:1.2.12- constants executions:1.12.0- fast_register:-0.26.4 "
        "fetch:1.10.1- get:1.10.1- helpers:1.1.0- init:0.24.0- launch_plan:-0.26.4 launchplan:1.2.12- "
        "local_cache:0.21.4- metrics:1.2.15- os:1.16.0- package:0.20.0- placeholders:0.21.0-0.24.0 pyflyte "
        "register run:0.32.0- serialize serve:1.2.12- utils:1.2.12-"
    ),
    "flytekit.clis.sdk_in_container.backfill:1.2.8-": (
        "DateTimeType DurationParamType WorkflowFailurePolicy:1.10.0- backfill click datetime "
        "domain_option_dec:1.10.0- get_and_save_remote_with_click_context project_option_dec:1.10.0- "
        "resolve_backfill_window timedelta typing"
    ),
    "flytekit.clis.sdk_in_container.basic_auth:-0.30.3": "FlyteAuthenticationException:0.30.0- get_basic_authorization_header get_secret get_token",
    "flytekit.clis.sdk_in_container.build:1.2.12-": (
        "BuildCommand BuildParams:1.10.0- BuildWorkflowCommand:1.10.0- CTX_MODULE:-1.9.1 "
        "CTX_PROJECT_ROOT:-1.9.1 ImageConfig OrderedDict PythonFunctionWorkflow PythonTask "
        "RUN_LEVEL_PARAMS_KEY:-1.9.1 RunCommand:1.10.0- RunLevelParams:1.10.0- SerializationSettings "
        "WorkflowCommand build build_command click dataclass:1.10.0- get_entities_in_file:-1.9.1 "
        "get_serializable get_workflow_command_base_params:-1.9.1 load_naive_entity:-1.9.1 "
        "make_click_option_field:1.10.2- make_field:1.10.0-1.10.1 os:-1.9.1 pathlib:-1.9.1 typing"
    ),
    "flytekit.clis.sdk_in_container.constants": (
        "CTX_CONFIG_FILE:0.32.0- CTX_COPY_ALL:1.2.12-1.9.1 CTX_DOMAIN CTX_FILE_NAME:1.2.14-1.9.1 "
        "CTX_MODULE:1.1.2-1.9.1 CTX_NOTIFICATIONS CTX_PACKAGES CTX_PROJECT CTX_PROJECT_ROOT:1.1.2-1.9.1 "
        "CTX_TEST CTX_VERBOSE:1.2.9- CTX_VERSION domain_option:-1.9.1 project_option:-1.9.1 "
        "version_option:-1.9.1"
    ),
    "flytekit.clis.sdk_in_container.executions:1.12.0-": (
        "CTX_DOMAIN CTX_PROJECT EXECUTION_ID FLYTE_REMOTE_INSTANCE_KEY FlyteRemote cli_identifiers click "
        "domain_option_dec execute execution_help get_and_save_remote_with_click_context project_option_dec "
        "recover relaunch"
    ),
    "flytekit.clis.sdk_in_container.fast_register:-0.26.4": (
        "CTX_DOMAIN CTX_PACKAGES CTX_PROJECT CTX_TEST click fast_register fast_register_all "
        "fast_register_tasks_only iterate_registerable_entities_in_order tasks workflows"
    ),
    "flytekit.clis.sdk_in_container.fetch:1.10.1-": (
        "FlyteRemote Literal LiteralsResolver Panel Pretty click fetch get_and_save_remote_with_click_context "
        "literal_map_string_repr literal_string_repr print typing"
    ),
    "flytekit.clis.sdk_in_container.get:1.10.1-": (
        "Console FlyteRemote Identifier LaunchPlanState MessageToJson NamedEntityIdentifier ResourceType Sort "
        "Table click domain_option_dec get get_and_save_remote_with_click_context launchplan print "
        "project_option_dec"
    ),
    "flytekit.clis.sdk_in_container.helpers:1.1.0-": (
        "CTX_CONFIG_FILE Config:-1.10.2 CopyFileDetection:1.13.7- FLYTE_REMOTE_INSTANCE_KEY FlyteRemote "
        "ImageConfig:1.2.1- Optional:1.2.1- cli_logger:-1.10.2 click get_and_save_remote_with_click_context "
        "get_config_file:1.2.8-1.10.2 get_plugin:1.10.3- get_remote:1.10.0-1.10.2 parse_copy:1.13.7- "
        "patch_image_config:1.2.1- replace:1.2.1- typing:1.10.0-1.10.2"
    ),
    "flytekit.clis.sdk_in_container.init:0.24.0-": (
        "BytesIO:1.12.0- ZipFile:1.12.0- click cookiecutter:-1.11.0 init os:1.12.0- re:1.12.0- "
        "requests:1.12.0-"
    ),
    "flytekit.clis.sdk_in_container.launch_plan:-0.26.4": (
        "CTX_DOMAIN CTX_PROJECT CTX_VERSION LaunchPlanAbstractGroup LaunchPlanExecuteGroup activate_all "
        "activate_all_impl activate_all_schedules click domain_option execute_launch_plan "
        "iterate_registerable_entities_in_order launch_plans project_option version_option"
    ),
    "flytekit.clis.sdk_in_container.launchplan:1.2.12-": (
        "LaunchPlanState Progress:1.10.0- click domain_option_dec:1.10.0- "
        "get_and_save_remote_with_click_context launchplan project_option_dec:1.10.0-"
    ),
    "flytekit.clis.sdk_in_container.local_cache:0.21.4-": "LocalCache:-0.21.5 LocalTaskCache:0.22.0- clear_local_cache click local_cache",
    "flytekit.clis.sdk_in_container.metrics:1.2.15-": (
        "CTX_DEPTH CTX_DOMAIN CTX_PROJECT WorkflowExecutionGetMetricsRequest:-1.15.0 "
        "WorkflowExecutionIdentifier:-1.15.0 aggregate_reference_span:-1.15.0 aggregate_spans:-1.15.0 "
        "cli_identifiers:1.15.1- click datetime:-1.15.0 get_and_save_remote_with_click_context metrics "
        "metrics_dump metrics_explain print_span:-1.15.0 yaml:-1.15.0"
    ),
    "flytekit.clis.sdk_in_container.package:0.20.0-": (
        "CopyFileDetection:1.13.7- DEFAULT_RUNTIME_PYTHON_INTERPRETER:0.32.0- FastPackageOptions:1.13.7- "
        "FastSerializationSettings:0.32.0- ImageConfig NoSerializableEntitiesError:0.32.0- "
        "SerializationSettings:0.32.0- click constants context_manager:-0.31.0 display_help_with_error:1.1.1- "
        "fast_registration:-0.31.0 internal:-0.31.0 key_value_callback:1.10.7- look_up_image_info:-0.31.0 "
        "module_loader:-0.31.0 os package parse_copy:1.13.7- serialize:-0.31.0 serialize_and_package:0.32.0- "
        "sys tarfile:-0.31.0 tempfile:-0.31.0 typing validate_image:-0.31.0"
    ),
    "flytekit.clis.sdk_in_container.placeholders:0.21.0-0.24.0": "",
    "flytekit.clis.sdk_in_container.pyflyte": (
        "CONFIGURATION_PATH:-0.31.0 CTX_CONFIG_FILE:0.32.0- CTX_PACKAGES CTX_VERBOSE:1.2.9- "
        "ErrorHandlingCommand:1.2.9- FLYTECTL_CONFIG_ENV_VAR:1.2.14- FLYTECTL_CONFIG_ENV_VAR_OVERRIDE:1.2.14- "
        "FlyteException:1.2.9-1.9.1 FlyteInvalidInputException:1.2.9-1.9.1 LocalSDK:0.32.0- "
        "MessageToJson:1.2.9-1.9.1 Path:-0.31.0 backfill:1.2.8- build:1.2.12- cli_logger:1.0.4-1.10.2 click "
        "configuration:0.32.0- execute:1.12.0- fast_register:-0.26.4 fetch:1.10.1- get:1.10.1- "
        "get_plugin:1.10.3- grpc:1.2.9-1.9.1 info:1.10.1- init:0.24.0- launch_plans:-0.26.4 "
        "launchplan:1.2.12- local_cache:0.21.4- logger:1.10.3- main metrics:1.2.15- os:1.2.14- "
        "package:0.20.0- pretty_print_exception:1.2.9-1.9.1 pretty_print_grpc_error:1.2.9-1.9.1 register "
        "run:0.32.0- serialize serve:1.2.12- set_flyte_config_file:-0.31.0 typing:1.2.9- "
        "update_configuration_file:-0.31.0 validate_package:0.20.0-"
    ),
    "flytekit.clis.sdk_in_container.register": (
        "CTX_DOMAIN:-0.26.4 CTX_PACKAGES:-0.26.4 CTX_PROJECT:-0.26.4 CTX_TEST:-0.26.4 CTX_VERSION:-0.26.4 "
        "CopyFileDetection:1.13.7- DefaultImages:1.1.0- FastSerializationSettings:1.1.0-1.2.4 "
        "ImageConfig:1.1.0- Options:1.1.0-1.2.4 ResourceSpec:1.16.1- Resources:1.16.1- "
        "SerializationSettings:1.1.0-1.2.4 cli_logger:1.1.0-1.10.2 click constants:1.1.0- "
        "display_help_with_error:1.1.1- domain_option:-0.26.4 domain_option_dec:1.10.0- "
        "fast_package:1.1.0-1.2.4 find_common_root:1.1.0-1.2.4 get_and_save_remote_with_click_context:1.1.0- "
        "hash_file:1.2.0-1.2.4 iterate_registerable_entities_in_order:-0.26.4 key_value_callback:1.10.1- "
        "load_packages_and_modules:1.1.0-1.2.4 logger:1.10.3- os:1.1.0- parse_copy:1.13.7- "
        "patch_image_config:1.2.1- pathlib:1.1.0-1.2.4 project_option:-0.26.4 project_option_dec:1.10.0- "
        "register register_all:-0.26.4 register_tasks_only:-0.26.4 repo:1.2.5- repo_register:1.1.0-1.2.4 "
        "resource_callback:1.16.1- sys:1.1.0- tasks:-0.26.4 typing:1.1.0- version_option:-0.26.4 "
        "workflows:-0.26.4"
    ),
    "flytekit.clis.sdk_in_container.run:0.32.0-": (
        "Annotations:1.10.0- ArtifactQuery:1.12.0- AuthRole:-0.32.2 Blob:1.0.0-1.9.1 BlobMetadata:1.0.0-1.9.1 "
        "BlobType:1.0.0-1.9.1 CTX_CONFIG_FILE:1.0.2-1.9.1 CTX_COPY_ALL:1.2.12-1.9.1 CTX_DOMAIN:1.0.2-1.9.1 "
        "CTX_FILE_NAME:1.2.14-1.9.1 CTX_MODULE:1.1.2-1.9.1 CTX_PROJECT:1.0.2-1.9.1 "
        "CTX_PROJECT_ROOT:1.1.2-1.9.1 Callable:-0.32.6 Config:-1.0.5 Context:1.13.5- "
        "CopyFileDetection:1.13.7- DATA_PROXY_CALLBACK_KEY:1.0.0-1.9.1 DataClassJsonMixin:-1.13.0 "
        "DateTimeType:1.2.8-1.9.1 DefaultConverter:1.0.0-1.9.1 DefaultImages DirParamType:1.0.0-1.9.1 "
        "Directory:1.0.0-1.9.1 DurationParamType:1.0.0-1.9.1 DynamicEntityLaunchCommand:1.10.3- "
        "DynamicLaunchPlanCommand:1.10.0-1.10.2 Entities:1.0.4- FLYTE_REMOTE_INSTANCE_KEY:1.0.0-1.9.1 "
        "FastPackageOptions:1.13.7- FastSerializationSettings:1.10.3- FileAccessProvider:1.0.0- "
        "FileParam:1.0.0-1.9.1 FileParamType:1.0.0-1.9.1 FlyteContext:1.0.0- FlyteContextManager:1.2.15- "
        "FlyteDirectory:-0.32.6 FlyteEntityNotFoundException:1.13.5- FlyteFile:-0.32.6 "
        "FlyteLaunchPlan:1.10.0- FlyteLiteralConverter:1.0.0- FlytePickleTransformer:1.2.15-1.9.1 FlyteRemote "
        "FlyteSchema:-0.32.6 FlyteSystemException:1.10.0- FlyteTask:1.10.0- FlyteValidationException:-0.32.6 "
        "FlyteWorkflow:1.10.0- FlyteWorkflowExecution ImageConfig Iterator:1.13.1- JSONEncoder:1.13.1- "
        "JsonParamType:1.0.0-1.9.1 Labels:1.10.0- LaunchPlan:1.14.0- Literal:1.0.0- "
        "LiteralCollection:1.2.12-1.9.1 LiteralMap:1.2.12-1.9.1 LiteralType:1.0.0-1.9.1 Optional:-0.32.6 "
        "Options PARQUET:-0.32.6 PandasToParquetDataProxyEncodingHandler:-0.32.6 Parameter:1.10.0- "
        "PickleParamType:1.2.15-1.9.1 PlatformConfig:-0.32.0 Primitive:1.0.0-1.9.1 Progress:1.10.0- "
        "PyFlyteParams:1.10.0- PythonFunctionWorkflow:1.0.0- PythonTask:1.0.4- REMOTE_FLAG_KEY:1.0.0-1.9.1 "
        "RUN_LEVEL_PARAMS_KEY:1.0.0-1.9.1 RawOutputDataConfig:1.10.0- RemoteEntityGroup:1.10.3- "
        "RemoteLaunchPlanGroup:1.10.0-1.10.2 ResourceSpec:1.16.1- Resources:1.16.1- RunCommand:1.0.0- "
        "RunLevelComputedParams:1.10.0- RunLevelParams:1.10.0- Scalar:1.0.0-1.9.1 SerializationSettings "
        "SimpleType:1.0.0- StructuredDataset:-0.32.6 StructuredDatasetEncoder:-0.32.6 "
        "StructuredDatasetTransformerEngine:-0.32.6 StructuredDatasetType:-0.32.6 TextColumn:1.14.0- "
        "TimeElapsedColumn:1.14.0- TypeEngine:1.0.0- Union:1.1.2-1.9.1 Variable:1.0.0- WorkflowBase "
        "WorkflowCommand:1.0.0- WorkflowExecutionPhase:1.14.0- YamlFileReadingCommand:1.13.5- asyncio:1.9.1- "
        "cast:-1.13.0 cli_logger:1.0.2-1.0.5 click cloudpickle:1.2.15-1.9.1 compress_scripts:1.10.3- "
        "context_manager dataclass:1.0.0- datetime:-1.9.1 domain_option:1.10.0- "
        "dump_flyte_remote_snippet:1.0.0- field:1.10.0- fields:1.10.0- friendly:-0.32.0 functools:-1.10.0 "
        "get_all_modules:1.13.4- get_and_save_remote_with_click_context:1.1.0-1.9.1 get_args:1.1.0- "
        "get_entities_in_file:1.0.4- get_option_from_metadata:1.10.0- get_origin:1.13.1- get_plugin:1.10.3- "
        "get_remote:1.10.0-1.10.2 get_workflow_command_base_params:1.0.0-1.9.1 "
        "get_workflows_in_file:1.0.0-1.0.3 importlib inspect:1.9.1- is_dataclass:-0.32.6 is_optional:1.13.0- "
        "json key_value_callback:1.10.0- labels_callback:1.12.3- literal_string_repr:1.10.3- literals:-1.9.1 "
        "load_naive_entity:1.0.0- logger:1.10.3- logging:1.1.0-1.9.1 make_click_option_field:1.10.2- "
        "make_field:1.10.0-1.10.1 module_loader options_from_run_params:1.10.0- os parse:1.0.0-1.9.1 "
        "parse_copy:1.13.7- patch_image_config:1.2.1- pathlib:1.0.0- pd:-0.32.6 "
        "pretty_print_exception:1.10.0- project_option:1.10.0- remote_fs:1.10.1- remove_prefix:1.0.0-1.9.1 "
        "replace:1.1.1-1.2.0 resource_callback:1.16.1- run run_command:1.0.0- run_remote:1.10.0- "
        "script_mode:-1.9.1 security:1.10.0- set_is_remote:1.0.0-1.9.1 sys:1.13.2- t:1.13.5- tempfile:1.10.3- "
        "to_click_option:1.0.0- tracker:1.0.0-1.1.1 typing:1.0.0- yaml:1.2.12-"
    ),
    "flytekit.clis.sdk_in_container.serialize": (
        "CTX_CONFIG_FILE_LOC:-0.31.0 CTX_ENV:1.10.1- CTX_FLYTEKIT_VIRTUALENV_ROOT CTX_IMAGE "
        "CTX_LOCAL_SRC_ROOT CTX_PACKAGES CTX_PYTHON_INTERPRETER Enum:1.12.0- "
        "FastSerializationSettings:0.32.0- FlyteValidationException:0.22.1-0.31.0 ImageConfig:0.32.0- "
        "LaunchPlan:-0.31.0 List:-0.22.0 OrderedDict:-0.31.0 PythonTask:-0.31.0 RegisterableEntity:-0.18.2 "
        "SerializationMode SerializationSettings:0.32.0- Workflow:-0.16.1 WorkflowBase:0.16.2-0.31.0 "
        "admin_workflow_models:0.19.0-0.31.0 click constants:0.32.0- fast fast_package:1.0.0- fast_workflows "
        "flyte_context:-0.31.0 get_registrable_entities:0.20.0-0.31.0 get_serializable:-0.31.0 "
        "iterate_registerable_entities_in_order:-0.26.4 key_value_callback:1.10.1- os:0.32.0- "
        "persist_registrable_entities:0.20.0-0.31.0 rich:1.13.7- serialize serialize_all "
        "serialize_tasks_only:-0.26.4 serialize_to_folder:0.32.0- sys system_entry_point:-1.13.5 "
        "task_models:0.19.0-0.31.0 tasks:-0.26.4 trigger_loading:0.30.0-0.31.0 typing:0.20.0- workflows"
    ),
    "flytekit.clis.sdk_in_container.serve:1.2.12-": (
        "AgentService:1.7.0-1.9.0 AsyncAgentService:1.9.1-1.9.1 BackendPluginServer:-1.6.3 Console:1.13.0- "
        "Table:1.13.0- add_AgentMetadataServiceServicer_to_server:1.10.7- "
        "add_AsyncAgentServiceServicer_to_server:1.7.0- add_ExternalPluginServiceServicer_to_server:-1.6.3 "
        "add_SyncAgentServiceServicer_to_server:1.11.0- agent:1.10.3- agent_pb2:1.11.0- aio:1.9.1-1.10.7 "
        "click connector:1.16.0- futures grpc importlib:1.15.1- os:1.15.1- "
        "print_agents_metadata:1.12.0-1.15.4 print_metadata:1.16.0- serve sys:1.15.1- warnings:1.16.0-"
    ),
    "flytekit.clis.sdk_in_container.utils:1.2.12-": (
        "CTX_VERBOSE:1.10.0-1.10.2 Console:1.13.1- ErrorHandlingCommand:1.10.0- Field:1.10.0- "
        "FlyteCompilationException:1.13.1- FlyteException:1.10.0- FlyteInvalidInputException:1.10.0- "
        "MappingProxyType:1.10.0- MessageToJson:1.10.0-1.11.0 Panel:1.13.1- PyFlyteParams:1.10.0- "
        "SOURCE_CODE:1.13.1- Syntax:1.13.1- TaskConfig:1.16.4- Traceback:1.13.1- "
        "annotate_exception_with_code:1.13.1- cli_logger:1.10.0-1.10.2 click:1.10.0- dataclass:1.10.0- "
        "domain_option:1.10.0- domain_option_dec:1.10.0- field:1.10.0- get_level_from_cli_verbosity:1.10.3- "
        "get_option_from_metadata:1.10.0- grpc:1.10.0- logger:1.10.3- make_click_option_field:1.10.2- "
        "make_field:1.10.0-1.10.1 os:1.10.0- pretty_print_exception:1.10.0- pretty_print_grpc_error:1.10.0- "
        "pretty_print_traceback:1.10.3- project_option:1.10.0- project_option_dec:1.10.0- "
        "remove_unwanted_traceback_frames:1.13.1- task_config:1.16.4- traceback:1.10.3-1.13.0 types:1.13.1- "
        "typing:1.10.0- upgrade_to_rich_logging:1.10.3-1.12.3 validate_package:1.10.0-"
    ),
    "flytekit.clis.version:1.10.1-": "Content FlyteRemote Panel click get_and_save_remote_with_click_context info rich",
    "flytekit.common:-0.26.4": (
        "component_nodes constants core exceptions interface launch_plan local_workflow mixins nodes "
        "notifications promise schedules sdk_bases tasks translator types utils workflow workflow_execution"
    ),
    "flytekit.common.component_nodes:-0.26.4": "SdkTaskNode SdkWorkflowNode",
    "flytekit.common.constants:-0.26.4": (
        "CloudProvider END_NODE_ID ERROR_FILE_NAME FUTURES_FILE_NAME GLOBAL_INPUT_NODE_ID INPUT_FILE_NAME "
        "OUTPUT_FILE_NAME START_NODE_ID SdkTaskType"
    ),
    "flytekit.common.core:-0.26.4": "identifier",
    "flytekit.common.core.identifier:-0.26.4": "Identifier TaskExecutionIdentifier WorkflowExecutionIdentifier",
    "flytekit.common.exceptions:-0.26.4": "base scopes system user",
    "flytekit.common.exceptions.base:-0.26.4": "FlyteException FlyteRecoverableException",
    "flytekit.common.exceptions.scopes:-0.26.4": (
        "FlyteScopedException FlyteScopedSystemException FlyteScopedUserException system_entry_point "
        "user_entry_point"
    ),
    "flytekit.common.exceptions.system:-0.26.4": "FlyteEntrypointNotLoadable FlyteNotImplementedException FlyteSystemAssertion FlyteSystemException",
    "flytekit.common.exceptions.user:-0.26.4": (
        "FlyteAssertion FlyteAuthenticationException FlyteEntityAlreadyExistsException "
        "FlyteEntityNotExistException FlyteRecoverableException FlyteTimeout FlyteTypeException "
        "FlyteUserException FlyteValidationException FlyteValueException"
    ),
    "flytekit.common.interface:-0.26.4": "BindingData TypedInterface",
    "flytekit.common.launch_plan:-0.26.4": "SdkLaunchPlan SdkRunnableLaunchPlan",
    "flytekit.common.local_workflow:-0.26.4": "Any Dict List Output SdkRunnableWorkflow SdkWorkflow build_sdk_workflow_from_metaclass",
    "flytekit.common.mixins:-0.26.4": "artifact hash launchable registerable",
    "flytekit.common.mixins.artifact:-0.26.4": "ExecutionArtifact",
    "flytekit.common.mixins.hash:-0.26.4": "HashOnReferenceMixin",
    "flytekit.common.mixins.launchable:-0.26.4": "LaunchableEntity",
    "flytekit.common.mixins.registerable:-0.26.4": "FlyteEntity HasDependencies RegisterableEntity Set TrackableEntity",
    "flytekit.common.nodes:-0.26.4": "OutputParameterMapper ParameterMapper SdkNode SdkNodeExecution",
    "flytekit.common.notifications:-0.26.4": "Email Notification PagerDuty Slack",
    "flytekit.common.promise:-0.26.4": "Input NodeOutput",
    "flytekit.common.schedules:-0.26.4": "CronSchedule FixedRate",
    "flytekit.common.sdk_bases:-0.26.4": "ExtendedSdkType",
    "flytekit.common.tasks:-0.26.4": (
        "executions generic_spark_task hive_task output presto_task pytorch_task:-0.23.1 raw_container "
        "sagemaker:-0.23.1 sdk_dynamic sdk_runnable sidecar_task spark_task task tensorflow_task:-0.23.1"
    ),
    "flytekit.common.tasks.executions:-0.26.4": "SdkTaskExecution",
    "flytekit.common.tasks.generic_spark_task:-0.26.4": "SdkGenericSparkTask input_types_supported",
    "flytekit.common.tasks.hive_task:-0.26.4": "ALLOWED_TAGS_COUNT MAX_TAG_LENGTH SdkHiveJob SdkHiveTask",
    "flytekit.common.tasks.output:-0.26.4": "OutputReference",
    "flytekit.common.tasks.presto_task:-0.26.4": "SdkPrestoTask",
    "flytekit.common.tasks.pytorch_task:-0.23.1": "SdkPyTorchTask SdkRunnablePytorchContainer",
    "flytekit.common.tasks.raw_container:-0.26.4": "Dict FlyteSdkType List SdkRawContainerTask Variable flytekit types_to_variable",
    "flytekit.common.tasks.sagemaker:-0.23.1": "built_in_training_job_task custom_training_job_task distributed_training hpo_job_task types",
    "flytekit.common.tasks.sagemaker.built_in_training_job_task:-0.23.1": "MessageToDict SdkBuiltinAlgorithmTrainingJobTask SdkTaskType",
    "flytekit.common.tasks.sagemaker.custom_training_job_task:-0.23.1": (
        "CustomTrainingJobTask DefaultOutputPersistPredicate MessageToDict SdkTaskType "
        "WorkflowExecutionIdentifier"
    ),
    "flytekit.common.tasks.sagemaker.distributed_training:-0.23.1": (
        "DefaultOutputPersistPredicate DistributedTrainingContextKey DistributedTrainingEngineContext "
        "DistributedTrainingExecutionParam SM_ENV_VAR_CURRENT_HOST SM_ENV_VAR_HOSTS "
        "SM_ENV_VAR_NETWORK_INTERFACE_NAME SM_RESOURCE_CONFIG_FILE "
        "get_sagemaker_distributed_training_context_from_env "
        "get_sagemaker_distributed_training_context_from_file"
    ),
    "flytekit.common.tasks.sagemaker.hpo_job_task:-0.23.1": (
        "CustomTrainingJobTask HyperparameterTuningJobConfig MessageToDict ParameterRange "
        "SdkBuiltinAlgorithmTrainingJobTask SdkSimpleHyperparameterTuningJobTask SdkTaskType typing"
    ),
    "flytekit.common.tasks.sagemaker.types:-0.23.1": "HyperparameterTuningJobConfig ParameterRange",
    "flytekit.common.tasks.sdk_dynamic:-0.26.4": "PromiseOutputReference SdkDynamicTask SdkDynamicTaskMixin math",
    "flytekit.common.tasks.sdk_runnable:-0.26.4": (
        "ExecutionParameters SdkRunnableContainer SdkRunnableTask SdkRunnableTaskStyle SecretsManager:0.16.2- "
        "WorkflowExecutionIdentifier annotations dataclass datetime enum os pathlib secrets:0.16.2- taggable "
        "typing"
    ),
    "flytekit.common.tasks.sidecar_task:-0.26.4": "SdkDynamicSidecarTask SdkSidecarTask",
    "flytekit.common.tasks.spark_task:-0.26.4": "GlobalSparkContext SdkRunnableSparkContainer SdkSparkTask typing",
    "flytekit.common.tasks.task:-0.26.4": "SdkTask",
    "flytekit.common.tasks.tensorflow_task:-0.23.1": "SdkRunnableTensorflowContainer SdkTensorFlowTask",
    "flytekit.common.translator:-0.26.4": (
        "BranchNode BranchNodeModel Callable:0.20.0- Dict:0.22.0- FlyteControlPlaneEntity FlyteLocalEntity "
        "LaunchPlan List Node Optional OrderedDict PythonAutoContainerTask PythonTask "
        "RawOutputDataConfig:-0.18.2 ReferenceEntity ReferenceLaunchPlan ReferenceSpec:0.21.0- ReferenceTask "
        "ReferenceTemplate:0.21.0- ReferenceWorkflow SdkLaunchPlan:-0.18.2 SdkNode:-0.18.2 SdkTask:-0.18.2 "
        "SdkWorkflow:-0.18.2 SerializationSettings TaskMetadata:-0.18.2 TaskNodeOverrides:0.20.0- "
        "Tuple:0.22.0- TypedInterface:-0.18.2 Union Workflow:-0.16.1 WorkflowBase:0.16.2- "
        "WorkflowFailurePolicy:-0.18.2 WorkflowMetadata:-0.18.2 admin_workflow_models:0.19.0- "
        "gather_dependent_entities:0.22.0- get_reference_spec:0.21.0- get_serializable "
        "get_serializable_branch_node get_serializable_launch_plan get_serializable_node "
        "get_serializable_references:-0.18.2 get_serializable_task get_serializable_workflow interface_models "
        "literal_models:-0.18.2 task_models:0.19.0- to_serializable_case to_serializable_cases workflow_model"
    ),
    "flytekit.common.types:-0.26.4": "base_sdk_types blobs containers files:-0.24.0 helpers impl primitives proto schema",
    "flytekit.common.types.base_sdk_types:-0.26.4": "FlyteSdkType FlyteSdkValue InstantiableType Literal Void",
    "flytekit.common.types.blobs:-0.26.4": (
        "Blob BlobInstantiator CSV CsvInstantiator MultiPartBlob MultiPartBlobInstantiator MultiPartCSV "
        "MultiPartCsvInstantiator"
    ),
    "flytekit.common.types.containers:-0.26.4": "CollectionType List ListImpl TypedCollectionType TypedListImpl",
    "flytekit.common.types.files:-0.24.0": "",
    "flytekit.common.types.helpers:-0.26.4": (
        "get_sdk_type_from_literal_type get_sdk_value_from_literal infer_sdk_type_from_literal "
        "pack_python_std_map_to_literal_map python_std_to_sdk_type unpack_literal_map_to_sdk_object "
        "unpack_literal_map_to_sdk_python_std"
    ),
    "flytekit.common.types.impl:-0.26.4": "blobs schema",
    "flytekit.common.types.impl.blobs:-0.26.4": "Blob MultiPartBlob",
    "flytekit.common.types.impl.schema:-0.26.4": "Schema SchemaType get_supported_literal_types_to_pandas_types",
    "flytekit.common.types.primitives:-0.26.4": "Boolean Datetime Float Generic Integer String Timedelta typing:0.20.0-",
    "flytekit.common.types.proto:-0.26.4": (
        "Error FlyteIdlEntity FlyteType GeneratedProtocolMessageType GenericProtobuf LiteralType Protobuf "
        "ProtobufT ProtobufType Struct Type Union create_generic create_protobuf"
    ),
    "flytekit.common.types.schema:-0.26.4": "Schema SchemaInstantiator schema_instantiator schema_instantiator_from_proto",
    "flytekit.common.utils:-0.26.4": (
        "AutoDeletingTempDir Directory ExitStack Path PerformanceTimer fqdn fqdn_safe get_version_message "
        "load_proto_from_file write_proto_to_file"
    ),
    "flytekit.common.workflow:-0.26.4": "List SdkLaunchPlan SdkWorkflow",
    "flytekit.common.workflow_execution:-0.26.4": "SdkWorkflowExecution",
    "flytekit.configuration": (
        "AuthType:0.32.0- AzureBlobStorageConfig:1.10.0- BytesIO:0.32.5- Config:0.32.0- ConfigEntry:0.32.0- "
        "ConfigFile:0.32.0- DEFAULT_FLYTEKIT_ENTRYPOINT_FILELOC:0.32.0- DEFAULT_IMAGE_NAME:0.32.0- "
        "DEFAULT_IN_CONTAINER_SRC_PATH:0.32.0- DEFAULT_RUNTIME_PYTHON_INTERPRETER:0.32.0- "
        "DOMAIN_PLACEHOLDER:0.32.0- DataClassJsonMixin:1.9.1- DataConfig:0.32.0- DefaultImages:0.32.0- "
        "Dict:0.32.0- EntrypointSettings:0.32.0- FastSerializationSettings:0.32.0- GCSConfig:0.32.0- "
        "GenericPersistenceConfig:1.12.0- Image:0.32.0- ImageBuildEngine:1.2.12- ImageConfig:0.32.0- "
        "ImageSpec:1.2.12- List:0.32.0- LocalConfig:1.10.3- Optional:0.32.0- PROJECT_PLACEHOLDER:0.32.0- "
        "PlatformConfig:0.32.0- ResourceSpec:1.16.1- S3Config:0.32.0- SERIALIZED_CONTEXT_ENV_VAR:0.32.5- "
        "SecretsConfig:0.32.0- SerializationSettings:0.32.0- StatsConfig:0.32.0- TaskConfig:1.16.4- "
        "TemporaryConfiguration:-0.31.0 VERSION_PLACEHOLDER:0.32.0- annotations:0.32.0- auth:-0.31.0 "
        "aws:-0.31.0 base64:0.32.0- common:-0.31.0 creds:-0.31.0 dataclass:0.32.0- "
        "dataclass_json:0.32.0-1.9.0 datetime:0.32.0- default_images:0.32.0- enum:0.32.0- "
        "feature_flags:0.32.0- field:0.32.0- file:0.32.0- gcp:-0.31.0 get_config_file:0.32.0- gzip:0.32.0- "
        "images:-0.31.0 internal logger:0.31.0- os:0.32.0- pathlib:1.0.2- platform:-0.31.0 plugin:1.10.3- "
        "re:0.32.0- read_file_if_exists:1.0.2- reference:0.32.0-1.5.0 resources:-0.31.0 sdk:-0.31.0 "
        "secrets:0.16.2-0.31.0 set_flyte_config_file:-0.31.0 set_if_exists:0.32.0- statsd:-0.31.0 "
        "tempfile:0.32.0- typing:0.32.0- yaml:1.2.12-"
    ),
    "flytekit.configuration.auth:-0.31.0": "ASSUMABLE_IAM_ROLE KUBERNETES_SERVICE_ACCOUNT RAW_OUTPUT_DATA_PREFIX",
    "flytekit.configuration.aws:-0.31.0": (
        "BACKOFF_SECONDS ENABLE_DEBUG RETRIES S3_ACCESS_KEY_ID S3_ACCESS_KEY_ID_ENV_NAME S3_ENDPOINT "
        "S3_ENDPOINT_ARG_NAME S3_SECRET_ACCESS_KEY S3_SECRET_ACCESS_KEY_ENV_NAME S3_SHARD_FORMATTER "
        "S3_SHARD_STRING_LENGTH"
    ),
    "flytekit.configuration.common:-0.31.0": (
        "CONFIGURATION_SINGLETON FlyteBoolConfigurationEntry FlyteConfigurationFile "
        "FlyteIntegerConfigurationEntry FlyteRequiredBoolConfigurationEntry "
        "FlyteRequiredIntegerConfigurationEntry FlyteRequiredStringConfigurationEntry "
        "FlyteRequiredStringListConfigurationEntry FlyteStringConfigurationEntry "
        "FlyteStringListConfigurationEntry format_section_key"
    ),
    "flytekit.configuration.creds:-0.31.0": "*:0.19.0-0.30.3",
    "flytekit.configuration.default_images:0.32.0-": (
        "DefaultImages FLYTE_INTERNAL_IMAGE_ENV_VAR:1.13.0- ImageNotFoundError:-0.32.3 PythonVersion:0.32.5- "
        "enum:0.32.5- os:1.11.0- suppress:1.10.7- sys:0.32.5- typing:0.32.5-"
    ),
    "flytekit.configuration.feature_flags:0.32.0-": "FeatureFlags os",
    "flytekit.configuration.file:0.32.0-": (
        "ConfigEntry ConfigFile FLYTECTL_CONFIG_ENV_VAR FLYTECTL_CONFIG_ENV_VAR_OVERRIDE:1.2.14- "
        "LegacyConfigEntry Path YamlConfigEntry annotations bool_transformer comma_list_transformer:1.0.4- "
        "configparser dataclass get_config_file getenv int_transformer:1.0.4- logger lru_cache:1.12.0- os "
        "pathlib:1.0.2- read_file_if_exists:1.0.2- set_if_exists typing yaml"
    ),
    "flytekit.configuration.gcp:-0.31.0": "GCS_PREFIX GSUTIL_PARALLELISM",
    "flytekit.configuration.images:-0.31.0": "configparser get_specified_images logger:0.26.0- typing",
    "flytekit.configuration.internal": (
        "AWS:0.32.0- AZURE:1.10.0- CONFIGURATION_PATH:-0.31.0 ConfigEntry:0.32.0- ConfigFile:0.32.0- "
        "Credentials:0.32.0- DOMAIN:-0.31.0 Deck:0.32.0-1.2.2 EXECUTION_DOMAIN:-0.31.0 "
        "EXECUTION_LAUNCHPLAN:-0.31.0 EXECUTION_NAME:-0.31.0 EXECUTION_PROJECT:-0.31.0 "
        "EXECUTION_WORKFLOW:-0.31.0 GCP:0.32.0- IMAGE:-0.31.0 Images:0.32.0- LOGGING_LEVEL:-0.31.0 "
        "LegacyConfigEntry:0.32.0- Local:1.10.3- LocalSDK:0.32.0- NAME:-0.31.0 PROJECT:-0.31.0 "
        "Persistence:1.12.0- Platform:0.32.0- Secrets:0.32.0- StatsD:0.32.0- TASK_DOMAIN:-0.31.0 "
        "TASK_NAME:-0.31.0 TASK_PROJECT:-0.31.0 TASK_VERSION:-0.31.0 VERSION:-0.31.0 YamlConfigEntry:0.32.0- "
        "configparser:0.32.0- datetime:0.32.0- look_up_version_from_image_tag:-0.31.0 re:-0.31.0 "
        "typing:0.32.0-"
    ),
    "flytekit.configuration.platform:-0.31.0": "AUTH:-0.30.3 CLOUD_PROVIDER:-0.26.4 HTTP_URL:-0.30.3 INSECURE URL",
    "flytekit.configuration.plugin:1.10.3-": (
        "CachePolicy:1.15.0- Config FlyteRemote FlytekitPlugin FlytekitPluginProtocol Group List:1.15.0- "
        "Optional Protocol entry_points get_config_file get_plugin logger os:1.15.0- runtime_checkable "
        "sys:1.16.10-"
    ),
    "flytekit.configuration.resources:-0.31.0": (
        "DEFAULT_CPU_LIMIT DEFAULT_CPU_REQUEST DEFAULT_EPHEMERAL_STORAGE_LIMIT:0.21.1- "
        "DEFAULT_EPHEMERAL_STORAGE_REQUEST:0.21.1- DEFAULT_GPU_LIMIT DEFAULT_GPU_REQUEST DEFAULT_MEMORY_LIMIT "
        "DEFAULT_MEMORY_REQUEST DEFAULT_STORAGE_LIMIT DEFAULT_STORAGE_REQUEST"
    ),
    "flytekit.configuration.sdk:-0.31.0": (
        "EXECUTION_ENGINE:-0.26.4 FAST_REGISTRATION_DIR:-0.26.4 LAUNCH_PLAN_NAME_FORMAT:-0.26.4 LOCAL_SANDBOX "
        "LOGGING_LEVEL NAME_FORMAT:-0.26.4 PARQUET_ENGINE ROLE:-0.26.4 SDK_PYTHON_VENV:-0.26.4 "
        "TASK_NAME_FORMAT:-0.26.4 TYPE_ENGINES:-0.26.4 USE_STRUCTURED_DATASET:0.30.0- "
        "WORKFLOW_NAME_FORMAT:-0.26.4 WORKFLOW_PACKAGES tempfile:0.21.0-"
    ),
    "flytekit.configuration.secrets:0.16.2-0.31.0": "SECRETS_DEFAULT_DIR SECRETS_ENV_PREFIX SECRETS_FILE_PREFIX os",
    "flytekit.configuration.statsd:-0.31.0": "DISABLED DISABLE_TAGS:0.20.1- HOST PORT",
    "flytekit.constants:1.13.7-": "CopyFileDetection Enum annotations",
    "flytekit.contrib:-0.26.4": "notebook:-0.23.1 sensors",
    "flytekit.contrib.notebook:-0.23.1": "helper supported_types tasks",
    "flytekit.contrib.notebook.helper:-0.23.1": "get_spark_context record_outputs",
    "flytekit.contrib.notebook.supported_types:-0.23.1": "notebook_types_map",
    "flytekit.contrib.notebook.tasks:-0.23.1": "OUTPUT_NOTEBOOK SdkNotebookSparkTask SdkNotebookTask python_notebook spark_notebook",
    "flytekit.contrib.sensors:-0.26.4": "base_sensor impl task",
    "flytekit.contrib.sensors.base_sensor:-0.26.4": "Sensor",
    "flytekit.contrib.sensors.impl:-0.26.4": "HiveFilteredPartitionSensor HiveNamedPartitionSensor HiveTableSensor",
    "flytekit.contrib.sensors.task:-0.26.4": "SensorTask sensor_task",
    "flytekit.control_plane:0.19.0-0.19.2": "component_nodes identifier interface launch_plan nodes tasks workflow workflow_execution",
    "flytekit.control_plane.component_nodes:0.19.0-0.19.2": "Dict FlyteTaskNode FlyteWorkflowNode",
    "flytekit.control_plane.identifier:0.19.0-0.19.2": "Identifier TaskExecutionIdentifier WorkflowExecutionIdentifier",
    "flytekit.control_plane.interface:0.19.0-0.19.2": "Any Dict List Tuple TypedInterface",
    "flytekit.control_plane.launch_plan:0.19.0-0.19.2": "Any FlyteLaunchPlan List",
    "flytekit.control_plane.nodes:0.19.0-0.19.2": (
        "Any Dict FlyteContextManager FlyteNode FlyteNodeExecution List NodeOutput Optional TypeEngine "
        "flytekit"
    ),
    "flytekit.control_plane.tasks:0.19.0-0.19.2": "executions task",
    "flytekit.control_plane.tasks.executions:0.19.0-0.19.2": "Any Dict FlyteContextManager FlyteTaskExecution Optional TypeEngine os",
    "flytekit.control_plane.tasks.task:0.19.0-0.19.2": "FlyteTask",
    "flytekit.control_plane.workflow:0.19.0-0.19.2": "Dict FlyteWorkflow List Optional",
    "flytekit.control_plane.workflow_execution:0.19.0-0.19.2": "Any Dict FlyteContextManager FlyteWorkflowExecution List TypeEngine",
    "flytekit.core": (
        "SERIALIZED_CONTEXT_ENV_VAR:0.32.0-0.32.3 annotation:0.30.1- array_node:1.13.2- "
        "array_node_map_task:1.9.0- artifact:1.10.7- artifact_utils:1.11.0- base_sql_task base_task "
        "cache:1.15.0- checkpointer:0.30.0- class_based_resolver condition constants:0.30.0- container_task "
        "context_manager data_persistence:0.22.0- docstring:0.21.0- dynamic_workflow_task environment:1.15.0- "
        "gate:1.2.8- hash:0.30.0- interface launch_plan legacy_map_task:1.12.0- local_cache:0.21.4- "
        "local_fsspec:1.10.1- map_task:-1.11.0 mock_stats:0.30.0- node node_creation notification "
        "options:1.14.0- pod_template:1.2.8- promise python_auto_container "
        "python_customized_container_task:0.18.0- python_function_task reference reference_entity resources "
        "schedule sentinel:1.11.0- shim_task:0.18.0- task testing tracked_abc:0.18.0- tracker type_engine "
        "type_helpers:0.22.0- type_match_checking:1.15.0- utils:0.30.0- worker_queue:1.15.0- workflow"
    ),
    "flytekit.core.annotation:0.30.1-": "Any Dict FlyteAnnotation",
    "flytekit.core.array_node:1.13.2-": (
        "ARRAY_NODE_SUBNODE_NAME:1.13.7- Any ArrayNode ExecutionState FlyteContext FlyteLaunchPlan:1.14.0- "
        "LaunchPlan List Literal LiteralCollection Node Optional Promise ReferenceLaunchPlan:1.15.3- "
        "ReferenceTask:1.14.3- Scalar Set TYPE_CHECKING:1.14.0- TaskMetadata:-1.13.15 Tuple Union VoidPromise "
        "array_node create_and_link_node:1.13.7- create_and_link_node_from_remote:1.14.0- "
        "flyte_entity_call_handler flyte_interface logger math transform_interface_to_list_interface "
        "transform_interface_to_typed_interface translate_inputs_to_literals"
    ),
    "flytekit.core.array_node_map_task:1.9.0-": (
        "Any ArrayJob:-1.13.15 ArrayNodeMapTask ArrayNodeMapTaskResolver Container Dict ExecutionState "
        "FlyteContext FlyteContextManager FlyteLaunchPlan:1.14.0- FlytePickleTransformer:1.12.3-1.13.15 "
        "K8sPod LaunchPlan:1.13.2- List NodeMetadata Optional PythonFunctionTask PythonInstanceTask "
        "PythonTask ReferenceTask:1.14.3- SdkTaskType:-1.10.0 SerializationSettings Set Sql "
        "TYPE_CHECKING:1.14.0- Task TaskResolverMixin TypeEngine:1.12.3- Union Variable array_node:1.13.2- "
        "array_node_map_task:1.13.2- cast contextmanager exception_scopes:-1.13.5 functools hashlib "
        "is_annotated:1.12.3-1.13.15 load_object_from_module logger:1.10.1- logging:-1.14.9 "
        "loop_manager:1.14.0- map_task math:1.10.1- os pickle:1.12.3-1.13.15 tasks_pb2:1.13.1- timeit tracker "
        "transform_interface_to_list_interface typing:1.12.3-1.13.1 typing_extensions:1.13.2-1.13.15"
    ),
    "flytekit.core.artifact:1.10.7-": (
        "Artifact ArtifactIDSpecification ArtifactQuery ArtifactSerializationHandler "
        "DYNAMIC_INPUT_BINDING:1.11.0- DefaultArtifactSerializationHandler FlyteContextManager:1.11.0- "
        "Granularity:1.11.0- Inputs InputsBase MAX_PARTITIONS:1.12.0- O:1.11.0- Op:1.11.0- Optional "
        "OutputMetadata:1.11.0- Partition Partitions SerializableToString:1.11.0- Serializer "
        "TIME_PARTITION_KWARG TimePartition Timestamp Union annotations art_id datetime logger:1.11.0- "
        "timedelta typing"
    ),
    "flytekit.core.artifact_utils:1.11.0-": (
        "Dict Granularity:1.12.0- LabelValue Optional Partitions TimePartition Timestamp annotations:1.12.0- "
        "datetime idl_partitions_from_dict idl_time_partition_from_datetime"
    ),
    "flytekit.core.base_sql_task": "Any Dict Interface Optional PythonTask SQLTask T TaskMetadata Tuple:1.4.1- Type TypeVar re",
    "flytekit.core.base_task": (
        "Any BranchEvalMode:-0.21.5 Coroutine:1.9.1- DATA_CARD:1.11.0- DYNAMIC_PARTITIONS:1.11.0- "
        "Deck:0.32.0-1.5.0 DeckField:1.13.0- Description:1.2.8- Dict Docstring:0.21.0-0.21.2 "
        "Documentation:1.2.8- ExecutionParameters ExecutionState FlyteContext FlyteContextManager:0.19.0- "
        "FlyteDownloadDataException:1.13.7- FlyteEntities FlyteNonRecoverableSystemException:1.13.7- "
        "FlyteUploadDataException:1.13.7- FlyteUserRuntimeException:1.13.7- Generic IgnoreOutputs Interface "
        "List:0.18.0- LocalCache:0.21.4-0.21.5 LocalConfig:1.10.3- LocalTaskCache:0.22.0- MODEL_CARD:1.11.0- "
        "Optional OrderedDict:0.30.0- Promise PythonTask SecurityContext:0.16.2- SerializationSettings T Task "
        "TaskMetadata TaskResolverMixin:0.18.0- TrackedInstance Tuple Type TypeEngine "
        "TypeTransformerFailedError:1.2.12- TypeVar UNSET_CARD:1.11.0- Union Variable VoidPromise "
        "abstractmethod art_id:1.11.0- asyncio:1.9.1- b64encode:1.11.0- cast:1.4.1- collections "
        "create_and_link_node create_task_output dataclass datetime extract_obj_name:0.23.1- "
        "flyte_entity_call_handler:0.22.0- idl_partitions_from_dict:1.11.0- "
        "idl_time_partition_from_datetime:1.11.0- inspect:1.9.1-1.14.9 kwtypes logger run_sync:1.14.0- "
        "tasks_pb2:1.10.1- timeit:1.2.12- transform_interface_to_typed_interface translate_inputs_to_literals "
        "warnings:1.10.2-"
    ),
    "flytekit.core.cache:1.15.0-": (
        "Cache CachePolicy Callable FuncOut Generic ImageSpec List Optional P ParamSpec PodTemplate Protocol "
        "Tuple TypeVar Union VersionParameters dataclass hashlib runtime_checkable"
    ),
    "flytekit.core.checkpointer:0.30.0-": "Checkpoint Path SyncCheckpoint abstractmethod io tempfile typing",
    "flytekit.core.class_based_resolver": (
        "ClassStorageTaskResolver List PythonAutoContainerTask SerializationSettings TaskResolverMixin "
        "TrackedInstance"
    ),
    "flytekit.core.condition": (
        "Binding BindingData BranchNode Case ComparisonExpression ComparisonOps Condition ConditionalSection "
        "ConjunctionExpression ConjunctionOps Error ExecutionState:-1.8.3 FlyteContext:-0.18.2 "
        "FlyteContextManager:0.19.0- Literal LocalExecutedConditionalSection:0.19.0- Node NodeOutput Optional "
        "Promise RetryStrategy SkippedConditionalSection:0.19.0- Tuple Union VoidPromise annotations "
        "cast:0.23.0- conditional create_branch_node_promise_var create_task_output datetime merge_promises "
        "to_branch_node to_case_block to_ifelse_block transform_to_boolexpr transform_to_comp_expr "
        "transform_to_conj_expr transform_to_operand typing"
    ),
    "flytekit.core.constants:0.30.0-": (
        "CACHE_KEY_METADATA:1.14.0- CONTAINER_ARRAY_TASK:1.10.1- CloudProvider:-1.10.0 "
        "DEFAULT_FAILURE_NODE_ID:1.15.1- EAGER_ROOT_ENV_NAME:1.15.0- EAGER_TAG_KEY:1.15.0- "
        "EAGER_TAG_ROOT_KEY:1.15.0- END_NODE_ID ERROR_FILE_NAME FLYTE_FAIL_ON_ERROR:1.14.0- "
        "FLYTE_INTERNAL_IMAGE_ENV_VAR:1.13.0- FLYTE_USE_OLD_DC_FORMAT:1.14.0- FUTURES_FILE_NAME "
        "GLOBAL_INPUT_NODE_ID INPUT_FILE_NAME MESSAGEPACK:1.14.0- OUTPUT_FILE_NAME "
        "REQUIREMENTS_FILE_NAME:1.8.0- RUNTIME_PACKAGES_ENV_NAME:1.15.4- SERIALIZATION_FORMAT:1.14.0- "
        "SHARED_MEMORY_MOUNT_NAME:1.15.0- SHARED_MEMORY_MOUNT_PATH:1.15.0- SOURCE_CODE:1.13.1- START_NODE_ID "
        "SdkTaskType:-1.10.0"
    ),
    "flytekit.core.container_task": (
        "Any ContainerTask DOCKER_IMPORT_ERROR_MESSAGE:1.12.0- Dict Enum FlyteContext:1.9.0- "
        "ImageSpec:1.10.2- Interface List LiteralMap:1.12.0- Optional OrderedDict:1.10.2- PodTemplate:1.2.12- "
        "PythonTask ResourceSpec:0.17.0- Resources:0.17.0- Secret:1.2.4- SecurityContext:1.2.4- "
        "SerializationSettings TaskMetadata Tuple:1.4.1- Type get_registerable_container_image:1.10.2- "
        "logger:1.12.0- os:1.12.0- typing:1.10.2- update_image_spec_copy_handling:1.13.7-"
    ),
    "flytekit.core.context_manager": (
        "Any:-0.31.0 BranchEvalMode Checkpoint:0.30.0- CompilationState Config:0.32.0- ContextVar:1.1.0- "
        "Controller:1.15.0- Deck:1.1.0- Dict:-0.31.0 EntrypointSettings:-0.31.0 Enum ExecutionParameters "
        "ExecutionState FastSerializationSettings:0.20.0-0.31.0 FileAccessProvider:0.22.0- FlyteContext "
        "FlyteContextManager:0.19.0- FlyteEntities FrameType:1.15.0- Generator Image:-0.31.0 "
        "ImageConfig:-0.31.0 InstanceVar:-0.19.2 List Node:0.23.0- Optional OutputMetadata:1.11.0- "
        "OutputMetadataTracker:1.11.0- SecretsConfig:0.32.0- SecretsManager:0.30.0- "
        "SerializableToString:1.11.0- SerializationSettings SyncCheckpoint:0.30.0- "
        "SynchronousFlyteClient:1.15.0- Task:1.4.1- TaskOutputMetadata:1.11.0- TaskResolverMixin:0.23.0- "
        "Union:0.23.0- WorkflowExecutionIdentifier:0.30.0- annotations contextmanager dataclass "
        "datetime:0.30.0- default_context:-0.18.2 default_execution_id:-0.18.2 "
        "default_local_file_access_provider:0.22.0- default_user_space_params:-0.18.2 "
        "developer_logger:1.13.0- field:0.19.0- flyte_context_Var:1.1.0- flytekit:0.32.0-1.0.5 "
        "friendly_client get_image_config:-0.31.0 images:-0.31.0 internal:-0.31.0 logger:0.31.0-1.12.3 "
        "logging:0.19.0-0.30.3 look_up_image_info:-0.31.0 mock_stats:0.30.0- os pathlib re:-0.31.0 "
        "reference:-0.31.0 secrets:0.30.0-0.31.0 signal:1.15.0- taggable:0.30.0- tempfile:0.30.0- "
        "threading:1.15.0- timezone:1.12.0- traceback:0.19.0- typing:0.19.0- user_space_logger:0.31.0- "
        "utils:0.30.0-"
    ),
    "flytekit.core.data_persistence:0.22.0-": (
        "Any:1.2.12- AsyncFileSystem:1.14.0- CURRENT_PYTHON:1.2.5-1.4.2 DataConfig:0.32.0- "
        "DataPersistence:-1.4.2 DataPersistencePlugins:-1.4.2 Dict DiskPersistence:-1.4.2 FileAccessProvider "
        "FlyteAssertion FlyteDataNotFoundException:1.13.4- FlyteDownloadDataException:1.13.7- "
        "FlyteLocalFileSystem:1.10.1- FlyteUploadDataException:1.13.7- FlyteValueException:1.2.5-1.13.3 "
        "Optional:1.10.1- PerformanceTimer:-1.5.0 THREE_SEVEN:1.2.5-1.4.2 UUID Union Unpack:1.10.1- "
        "UnsupportedPersistenceOp:-1.4.2 Uploadable:1.10.1- abstractmethod:-1.4.2 asyncio:1.14.0- "
        "azure_setup_args:1.10.0- cast:1.2.12- configuration:1.2.12- copyfile:-1.4.2 datetime:-0.32.6 "
        "decorator:1.12.0- default_local_file_access_provider dir_util:-1.2.4 flyte_tmp_dir:1.0.0- "
        "fsspec:1.2.12- fsspec_known_implementations:1.16.29- fsspec_registry:1.16.29- "
        "get_additional_fsspec_call_kwargs:1.14.5- get_fsspec_storage_options:1.10.0- get_protocol:1.2.12- "
        "importlib:1.16.29- io:1.10.1- logger loop_manager:1.14.0- os pathlib random re:0.32.0-1.4.2 "
        "retry_request:1.12.0- s3_setup_args:1.2.12- shutil:1.2.5-1.4.2 sleep:1.12.0- "
        "split_protocol:0.23.0-1.4.2 stringify_path:0.23.0-1.4.2 sys:1.2.5-1.4.2 tempfile:1.0.0- "
        "timeit:1.2.12- tmp_dir:-0.32.6 tmp_dir_prefix:0.32.0-0.32.6 typing"
    ),
    "flytekit.core.docstring:0.21.0-": "Callable Dict Docstring Optional parse",
    "flytekit.core.dynamic_workflow_task": "PythonFunctionTask dynamic functools task",
    "flytekit.core.environment:1.15.0-": (
        "Any Callable Concatenate Console Environment P Panel ParamSpec Pretty T TypeVar Union copy dynamic "
        "forge inherit partial task wraps"
    ),
    "flytekit.core.gate:1.2.8-": (
        "DEFAULT_TIMEOUT ExecutionState:1.9.0- FlyteContext FlyteContextManager FlyteDisapprovalException "
        "Gate LiteralType Promise Scalar:1.10.1- Tuple TypeEngine Union VoidPromise annotations approve click "
        "constants:1.10.0- datetime flyte_entity_call_handler flyte_interface parse_stdin_to_literal "
        "scalar_to_string:1.10.1- sleep typing wait_for_input"
    ),
    "flytekit.core.hash:0.30.0-": "Callable:0.31.0- Generic:0.31.0- HashMethod:0.31.0- HashOnReferenceMixin T:0.31.0- TypeVar:0.31.0-",
    "flytekit.core.interface": (
        "Annotated:1.1.2-1.7.1 Any Artifact:1.10.7- ArtifactIDSpecification:1.10.7- ArtifactQuery:1.10.7- "
        "DYNAMIC_INPUT_BINDING:1.11.0- Dict Docstring:0.21.0- FlyteContextManager:1.13.1- "
        "FlyteMissingReturnValueException:1.13.1- FlyteMissingTypeException:1.13.1- FlytePickle:0.24.0-1.7.1 "
        "FlyteValidationException Generator Interface List Literal:1.10.7- Optional OrderedDict "
        "Scalar:1.10.7- T:0.24.0- Tuple Type TypeEngine TypeVar Union UnionTransformer:1.12.0- Void:1.1.0- "
        "annotations art_id:1.10.7- cast:1.4.1- collections context_manager copy default_output_name "
        "detect_artifact:1.10.7- developer_logger:1.13.0- extract_return_annotation get_args:1.1.0- "
        "get_origin:1.1.0-1.11.0 get_type_hints:1.1.1- has_return_statement:1.13.1- inspect logger "
        "output_name_generator remap_shared_output_descriptions:0.21.0- repr_kv:1.2.12- "
        "repr_type_signature:1.2.12- sys:1.13.2- transform_function_to_interface:0.26.0- "
        "transform_inputs_to_parameters transform_interface_to_list_interface "
        "transform_interface_to_typed_interface transform_signature_to_interface:-0.25.0 transform_type "
        "transform_types_to_list_of_type transform_variable_map typing "
        "verify_outputs_artifact_bindings:1.10.7-"
    ),
    "flytekit.core.launch_plan": (
        "Any Callable:0.19.1- ConcurrencyPolicy:1.16.6- Dict FlyteContext FlyteContextManager:0.19.0- "
        "FlyteEntities Interface LaunchPlan LaunchPlanReference LaunchPlanTriggerBase:1.11.0- List Optional "
        "ReferenceEntity ReferenceLaunchPlan Type annotations create_and_link_node inspect:0.19.1-0.25.0 "
        "reference_launch_plan:0.19.1- security:0.32.0- transform_function_to_interface:0.26.0- "
        "transform_inputs_to_parameters transform_signature_to_interface:0.19.1-0.25.0 "
        "translate_inputs_to_literals typing:0.32.0-"
    ),
    "flytekit.core.legacy_map_task:1.12.0-": (
        "Any ArrayJob CONTAINER_ARRAY_TASK Container Dict ExecutionState FlyteContext FlyteContextManager "
        "K8sPod List MapPythonTask MapTaskResolver Optional PythonFunctionTask PythonInstanceTask PythonTask "
        "SerializationSettings Set Sql Task TaskResolverMixin TrackedInstance Variable contextmanager "
        "exception_scopes:-1.13.5 functools hashlib load_object_from_module logger logging map_task math os "
        "timeit tracker transform_interface_to_list_interface typing"
    ),
    "flytekit.core.local_cache:0.21.4-": (
        "CACHE_LOCATION CACHE_VERBOSITY:-0.21.5 Cache:0.22.0- Callable:-0.21.5 List:-0.21.5 Literal:0.31.0- "
        "LiteralCollection:0.31.0- LiteralMap:0.22.0- LocalCache:-0.21.5 LocalTaskCache:0.22.0- "
        "Memory:-0.21.5 ModelLiteralMap:1.14.3- NumpyHasher:1.1.2-1.2.1 Optional "
        "ProtoJoblibHasher:1.1.2-1.2.1 Struct:1.1.2-1.2.1 TYPE_CHECKING:1.16.30- Tuple:1.12.0- "
        "base64:0.31.0-1.1.1 cloudpickle:0.31.0-1.1.1 joblib:1.2.2- lazy_module:1.2.12-"
    ),
    "flytekit.core.local_fsspec:1.10.1-": "FlyteLocalFileSystem LocalFileSystem os",
    "flytekit.core.map_task:-1.11.0": (
        "Any ArrayJob CONTAINER_ARRAY_TASK:1.10.1- Container Dict ExecutionState FlyteContext "
        "FlyteContextManager:0.19.0- K8sPod:0.20.0- List MapPythonTask MapTaskResolver:1.2.12- Optional "
        "PythonFunctionTask PythonInstanceTask:1.2.15- PythonTask SdkTaskType:-1.10.0 SerializationSettings "
        "Set:1.2.12- Sql:0.23.0- Task:1.2.12- TaskResolverMixin:1.2.12- TrackedInstance:1.2.12- Type:-1.3.4 "
        "UnionTransformer:1.8.0-1.8.0 Variable contextmanager:0.20.0- count:-1.4.2 exception_scopes:0.21.0- "
        "functools:1.2.12- get_registerable_container_image:-0.19.2 hashlib:1.2.12- "
        "load_object_from_module:1.2.12- logger:1.10.1- logging:1.2.12- map_task math:1.10.1- os "
        "timeit:1.2.12- tracker:0.32.1- transform_interface_to_list_interface typing:0.32.5-"
    ),
    "flytekit.core.mock_stats:0.30.0-": "MockStats datetime:1.12.0- logger:0.31.0- logging:-0.30.3",
    "flytekit.core.node": (
        "Any BaseAccelerator:1.13.5- Cache:1.16.0- Dict:1.13.5- L:1.15.0- List Node Optional:1.13.5- "
        "PodTemplate:1.15.0- ResourceSpec:1.15.3- Resources:0.20.0- Union:1.13.5- annotations "
        "assert_no_promises_in_resources:1.10.0- assert_not_promise:1.10.0- "
        "construct_extended_resources:1.15.0- convert_resources_to_resource_model:1.2.14- datetime:0.21.3- "
        "logger:1.2.8- tasks_pb2:1.10.1- typing:0.20.0-"
    ),
    "flytekit.core.node_creation": (
        "BranchEvalMode ExecutionState FlyteContext LaunchPlan Node PythonFunctionWorkflow:0.16.2-0.19.2 "
        "PythonTask RemoteEntity:1.0.4- TYPE_CHECKING:1.0.4- Type:-1.3.4 Union VoidPromise Workflow:-0.16.1 "
        "WorkflowBase:0.20.0- annotations collections:-1.3.4 create_node inspect:1.15.1- logger "
        "run_sync:1.15.1-"
    ),
    "flytekit.core.notification": "Email List Notification PagerDuty Slack",
    "flytekit.core.options:1.14.0-": "Callable:-1.14.9 Optional:-1.14.9 Options common_models dataclass security typing",
    "flytekit.core.pod_template:1.2.8-": (
        "Dict Optional PRIMARY_CONTAINER_DEFAULT_NAME PodTemplate TYPE_CHECKING:1.2.12- V1PodSpec "
        "asdict:1.16.0- dataclass field:1.5.0-1.5.0 hashlib:1.16.0- is_dataclass:1.16.0- json:1.16.0- "
        "serialize_pod_template:1.16.0-"
    ),
    "flytekit.core.promise": (
        "Annotated:1.14.0- Any AsyncTypeTransformer:1.14.0- BaseAccelerator:1.13.5- Binary:1.14.0- "
        "BranchEvalMode:0.22.0- Cache:1.16.0- ComparisonExpression ComparisonOps ConjunctionExpression "
        "ConjunctionOps Coroutine:1.9.1-1.14.9 Dict DictTransformer Enum ExecutionParameters:1.4.1- "
        "ExecutionState:0.22.0- FlyteContext FlyteContextManager:0.19.0- "
        "FlytePromiseAttributeResolveException:1.10.1- HasFlyteInterface:0.31.0- Hashable:1.12.3-1.13.2 "
        "Interface Iterable:1.14.0- List ListTransformer Literal:1.14.0- LocallyExecutable:0.22.0- Node "
        "NodeOutput Optional OutputMetadataTracker:1.11.0- Primitive Promise Protocol:0.20.0- "
        "Resources:1.13.5- Scalar:1.14.0- Set:1.2.8- SimpleType:1.1.0- SupportsNodeCreation:0.20.0- T:1.14.0- "
        "Tuple TypeEngine TypeTransformer:1.14.0- TypeTransformerFailedError:1.2.12- Union "
        "UnionTransformer:1.12.3- VoidPromise annotations async_flyte_entity_call_handler:1.15.0- "
        "binding_data_from_python_std binding_from_flyte_std:0.31.0-1.7.1 binding_from_python_std "
        "cast:0.23.0- collections create_and_link_node create_and_link_node_from_remote:0.31.0- "
        "create_native_named_tuple:0.20.0- create_task_output datetime deepcopy:1.10.1- "
        "extract_obj_name:0.23.1- flyte_entity_call_handler:0.22.0- flyte_interface get_args:1.1.0- "
        "get_origin:1.14.0- get_primitive_val inspect:1.9.1-1.14.9 logger:1.2.12- loop_manager:1.14.0- "
        "resolve_attr_path_in_dict:1.14.0- resolve_attr_path_in_pb_struct:1.10.1- "
        "resolve_attr_path_in_promise:1.10.1- resolve_attr_path_recursively:1.14.0- run_sync:1.14.0- "
        "to_binding translate_inputs_to_literals translate_inputs_to_native:1.15.0- type_engine type_models "
        "typing"
    ),
    "flytekit.core.python_auto_container": (
        "ABC Any:1.2.8-1.4.2 ApiClient:1.2.8-1.4.2 BaseAccelerator:1.10.1- Callable:0.20.0- "
        "CopyFileDetection:1.13.7- DefaultNotebookTaskResolver:1.14.0- DefaultTaskResolver Dict "
        "Docstring:0.21.0-0.21.2 FlyteContext:-0.18.2 FlyteContextManager:0.19.0- FlyteTrackedABC "
        "ImageBuildEngine:1.2.12- ImageConfig ImageSpec:1.2.12- L:1.15.0- List ModuleType:1.2.4-1.3.4 "
        "Optional PICKLE_FILE_PATH:1.14.0- PickledEntity:1.14.0- PickledEntityMetadata:1.14.0- "
        "PodTemplate:1.2.8- PythonAutoContainerTask PythonTask RUNTIME_PACKAGES_ENV_NAME:1.15.4- ResourceSpec "
        "Resources Secret:0.16.2- SecurityContext:0.16.2- SerializationSettings T TaskMetadata:1.2.8- "
        "TaskResolverMixin TrackedInstance TypeVar Union:1.2.4- V1Container:1.2.8-1.4.2 V1EnvVar:1.2.8-1.4.2 "
        "V1ResourceRequirements:1.2.8-1.4.2 abstractmethod:-0.17.1 annotations cast:1.4.1-1.4.2 "
        "construct_extended_resources:1.15.0- dataclass:1.14.0- default_notebook_task_resolver:1.14.0- "
        "default_task_resolver extract_task_module:0.32.0- get_registerable_container_image importlib logger "
        "re tasks_pb2:1.10.1- timeit:1.2.12- update_image_spec_copy_handling:1.13.7-"
    ),
    "flytekit.core.python_customized_container_task:0.18.0-": (
        "Any Dict ExecutableTemplateShimTask FlyteContext Image ImageConfig ImageSpec:1.12.0- List Optional "
        "PythonCustomizedContainerTask PythonTask ResourceSpec Resources Secret SecurityContext "
        "SerializationSettings ShimTaskExecutor TC Task TaskResolverMixin TaskTemplateResolver "
        "TrackedInstance Type TypeVar annotations common_utils:-0.26.4 default_task_template_resolver "
        "get_registerable_container_image:1.12.0- identifier_models load_object_from_module "
        "load_proto_from_file:0.30.0- logger os"
    ),
    "flytekit.core.python_function_task": (
        "ABC Any AsyncPythonFunctionTask:1.15.0- CLEANUP_LOOP_DELAY_SECONDS:1.15.1- Callable "
        "Controller:1.15.0- Deck:1.15.0- DefaultImages:1.1.2-1.2.4 Docstring:0.21.0- "
        "EAGER_ROOT_ENV_NAME:1.15.0- EagerAsyncPythonFunctionTask:1.15.0- EagerException:1.15.0- "
        "EagerFailureHandlerTask:1.15.1- EagerFailureTaskResolver:1.15.1- Enum ExecutionState "
        "FastSerializationSettings:0.20.0-0.31.0 FlyteContext FlyteContextManager:0.19.0- "
        "FlyteNonRecoverableSystemException:1.15.0- FlyteTrackedABC:1.15.0- FlyteValueException:1.2.5- "
        "ImageConfig:1.15.0- ImageSpec:1.16.0- Interface:1.15.1- Iterable:1.10.7- List LiteralMap:1.15.1- "
        "Optional OrderedDict Promise:1.15.0- PythonAutoContainerTask PythonFunctionTask "
        "PythonFunctionWorkflow:0.16.2- PythonInstanceTask SerializationSettings T Task:0.21.0- "
        "TaskMetadata:1.15.0- TaskResolverMixin Tuple:1.15.0- TypeVar Union ValueIn:1.15.1- "
        "VoidPromise:1.2.5- Workflow:-0.16.1 WorkflowBase:1.10.7- WorkflowFailurePolicy WorkflowMetadata "
        "WorkflowMetadataDefaults admin_common_models:1.15.1- admin_workflow_models:0.19.0- "
        "annotations:1.10.7- async_flyte_entity_call_handler:1.15.0- cast:1.4.1- default_task_resolver "
        "eager_failure_task_resolver:1.15.1- exception_scopes:0.21.0-1.13.5 extract_task_module:0.32.0- "
        "inspect is_functools_wrapped_module_level:0.23.1- isnested istestfunction logger "
        "loop_manager:1.15.0- os:1.15.0- signal:1.15.0- suppress:1.11.0- task_models:0.19.0- time:1.15.1- "
        "transform_function_to_interface:0.26.0- transform_signature_to_interface:-0.25.0 "
        "translate_inputs_to_literals:1.2.5- typing:1.15.1-"
    ),
    "flytekit.core.reference": (
        "Dict FlyteValidationException ReferenceLaunchPlan ReferenceTask ReferenceWorkflow Type annotations "
        "get_reference_entity"
    ),
    "flytekit.core.reference_entity": (
        "ABC Any BranchEvalMode Dict ExecutionState FlyteContext Interface LaunchPlanReference Optional "
        "Promise Reference ReferenceEntity ReferenceSpec:0.21.0- ReferenceTemplate:0.21.0- TaskReference "
        "Tuple Type TypeEngine Union VoidPromise WorkflowReference abstractmethod create_and_link_node "
        "create_task_output dataclass extract_obj_name:0.23.1- logger transform_interface_to_typed_interface "
        "translate_inputs_to_literals"
    ),
    "flytekit.core.resources": (
        "BaseAccelerator:1.15.0- DataClassJSONMixin:1.11.0- L:1.15.0- List:1.2.14- Optional:0.23.0- "
        "ResourceSpec Resources SHARED_MEMORY_MOUNT_NAME:1.15.0- SHARED_MEMORY_MOUNT_PATH:1.15.0- "
        "TYPE_CHECKING:1.15.0- Union:1.12.0- V1PodSpec:1.15.0- construct_extended_resources:1.15.0- "
        "convert_resources_to_resource_model:1.2.14- dataclass fields:1.15.0- pod_spec_from_resources:1.15.0- "
        "task_models:1.2.14- tasks_pb2:1.15.0-"
    ),
    "flytekit.core.schedule": (
        "CronSchedule FixedRate LaunchPlanTriggerBase:1.11.0- OnSchedule:1.11.0- Optional:1.4.1- "
        "Protocol:1.11.0- Union:1.11.0- croniter:1.12.0- datetime google_message:1.11.0- re:1.12.0- "
        "schedule_pb2:1.11.0-"
    ),
    "flytekit.core.sentinel:1.11.0-": "DYNAMIC_INPUT_BINDING annotations art_id",
    "flytekit.core.shim_task:0.18.0-": (
        "Any ExecutableTemplateShimTask ExecutionParameters ExecutionState:1.4.1- FlyteContext "
        "FlyteContextManager:0.19.0- Generic Optional:1.4.1- ShimTaskExecutor T TrackedInstance Type "
        "TypeEngine TypeVar Union annotations cast:1.4.1- logger"
    ),
    "flytekit.core.task": (
        "Any AsyncPythonFunctionTask:1.15.0- BaseAccelerator:1.10.1- Cache:1.15.0- Callable DeckField:1.13.0- "
        "Dict Documentation:1.2.8- EagerAsyncPythonFunctionTask:1.15.0- Echo:1.13.5- "
        "FLYTE_ENABLE_VSCODE_KEY:1.13.7- FuncOut:1.8.0- ImageSpec:1.2.12- Interface:1.13.5- Iterable:1.10.7- "
        "L:1.15.0- List:0.16.2- Optional P:1.13.2- ParamSpec:1.13.2- PodTemplate:1.2.8- PythonFunctionTask "
        "PythonTask:1.13.2- ReferenceEntity ReferenceTask Resources Secret:0.16.2- T:1.2.12- TaskMetadata "
        "TaskPlugins TaskReference TaskResolverMixin:0.25.0- Tuple:1.12.0- Type TypeVar:1.2.12- Union "
        "VersionParameters:1.15.0- annotations:1.10.7- datetime:1.12.0- decorate_function:1.13.7- "
        "eager:1.15.0- inspect os:1.13.7- output_name_generator:1.13.5- overload:1.2.12- partial:1.15.0- "
        "reference_task str2bool:1.13.7- task transform_function_to_interface:0.26.0- "
        "transform_signature_to_interface:-0.25.0 update_wrapper:0.26.0- vscode:1.13.7-"
    ),
    "flytekit.core.testing": (
        "MagicMock PythonTask ReferenceEntity Union Workflow:-0.16.1 WorkflowBase:0.16.2- contextmanager "
        "logger patch task_mock typing:1.4.1-"
    ),
    "flytekit.core.tracked_abc:0.18.0-": "ABC FlyteTrackedABC TrackedInstance",
    "flytekit.core.tracker": (
        "Callable FeatureFlags:0.32.0- InstanceTrackingMeta ModuleType:1.1.2- Optional:1.9.1- Path:1.9.1- "
        "TrackedInstance Tuple:0.32.0- Union:0.32.0- developer_logger:1.13.0- extract_task_module:0.32.0- "
        "get_full_module_path:1.1.2- import_module_from_file:1.9.1- importlib:0.32.0- inspect "
        "ipython_check:1.14.0- is_functools_wrapped_module_level:0.23.1- is_ipython_or_pickle_exists:1.14.0- "
        "isnested istestfunction logger:0.31.0- os:0.32.0- sys:1.9.1- typing:0.32.0-"
    ),
    "flytekit.core.type_engine": (
        "ABC Annotated:0.30.0- Any:1.9.1- AsyncTypeTransformer:1.14.0- BatchSize:1.9.1- Binary:1.14.0- "
        "BinaryIOTransformer Blob:-1.13.0 BlobMetadata:-1.13.0 BoolTransformer:1.14.0- "
        "CACHE_KEY_METADATA:1.14.0- DEFINITIONS:0.23.0- DataClassJSONMixin:1.10.0- DataClassJsonMixin "
        "DataclassTransformer DateTransformer:1.14.0- DatetimeTransformer:1.14.0- Dict:0.32.0- "
        "DictTransformer EnumField:0.25.0-1.13.0 EnumTransformer:0.20.0- FLYTE_USE_OLD_DC_FORMAT:1.14.0- "
        "FloatTransformer:1.14.0- FlyteAnnotation:0.30.1- FlyteContext GenericAlias:1.14.0- "
        "HashMethod:0.31.0- IntTransformer:1.14.0- Interface:1.15.0- JSONDecoder:1.12.0- JSONEncoder:1.12.0- "
        "JSONSchema:0.20.0-1.5.0 LRUCache:1.16.5- List:1.9.1- ListTransformer Literal LiteralCollection "
        "LiteralMap LiteralType LiteralTypeTransformer:1.16.6- LiteralsResolver:0.25.0- "
        "LoadDumpOptions:0.25.0-1.13.0 MESSAGEPACK:1.14.0- Message:1.3.0- MessagePackDecoder:1.14.0- "
        "MessagePackEncoder:1.14.0- NamedTuple:0.23.1- NoneTransformer:1.14.0- Optional:0.23.0- "
        "OrderedDict:1.12.2- PathLikeTransformer:-0.21.5 Primitive ProtobufTransformer RestrictedType:-0.23.0 "
        "RestrictedTypeError RestrictedTypeTransformer:0.23.1- SERIALIZATION_FORMAT:1.14.0- Scalar "
        "Schema:0.25.0-1.13.0 SimpleTransformer SimpleType StrTransformer:1.14.0- Struct "
        "StructuredDatasetMetadata:0.30.0-1.13.0 StructuredDatasetType:0.30.0-1.13.0 T TITLE:1.10.0- "
        "TextIOTransformer TimedeltaTransformer:1.14.0- Tuple:1.9.1-1.9.1 Type TypeAnnotationModel:0.30.1- "
        "TypeEngine TypeStructure:0.32.0- TypeTransformer TypeTransformerFailedError:0.32.0- Union:0.32.0- "
        "UnionTransformer:0.32.0- UnionType:0.32.0- Void:0.32.0- abstractmethod annotations asyncio:1.14.0- "
        "cast:0.23.0- collections:0.32.0- convert_json_schema_to_python_class:0.23.0-1.9.1 "
        "convert_marshmallow_json_schema_to_python_class:1.10.0- "
        "convert_mashumaro_json_schema_to_python_class:1.10.0- copy:1.2.8- dataclass_from_dict:0.23.0- "
        "dataclass_json:0.23.0- dataclasses datetime:1.12.0- display_pickle_warning:1.8.0- enum:0.20.0- "
        "generate_attribute_list_from_dataclass_json:1.10.0- "
        "generate_attribute_list_from_dataclass_json_mixin:1.10.0- get_args:0.30.0- get_batch_size:1.9.1- "
        "get_origin:0.30.0- get_underlying_type:1.2.15- inspect:0.21.4- is_annotated:1.2.15- "
        "is_imported:1.2.12- json:1.10.3- literal_map_string_repr:1.10.1- literal_types_match:1.15.0- "
        "literals_pb2:1.11.0- load_proto_from_file:1.13.7- load_type_from_tag:0.22.0- logger:0.18.0- "
        "loop_manager:1.14.0- lru_cache:0.32.0- mimetypes modify_literal_uris:1.10.1- msgpack:1.14.0- os "
        "reduce:1.16.0- str2bool:1.14.0- strict_type_hint_matching:1.15.0- sys:1.12.0- textwrap:0.32.0- "
        "threading:1.13.7- timeit:1.2.12- typing user_exceptions:0.23.0-"
    ),
    "flytekit.core.type_helpers:0.22.0-": "T importlib load_type_from_tag typing",
    "flytekit.core.type_match_checking:1.15.0-": "EnumType LiteralType UnionType annotations literal_types_match",
    "flytekit.core.utils:0.30.0-": (
        "ABC:1.10.2- Any:1.2.12- ApiClient:1.5.0-1.5.0 AutoDeletingTempDir Callable:1.2.12- "
        "ClassDecorator:1.10.2- Dict Directory List Optional Path PerformanceTimer:-1.5.0 PodTemplate:1.2.12- "
        "ResourceSpec:1.15.3- SerializationSettings:1.10.2- TYPE_CHECKING:1.2.12- Union:1.12.0-1.15.2 "
        "V1Container:1.5.0-1.5.0 V1EnvVar:1.5.0-1.5.0 V1ResourceRequirements:1.5.0-1.5.0 "
        "abstractmethod:1.10.2- cast:1.2.12- copy:1.14.0- datetime:1.2.12- has_return_statement:1.13.1- "
        "inspect:1.13.1- load_proto_from_file logger:0.31.0- os:1.12.0- shutil:1.12.0- str2bool:1.13.7- "
        "task_models:1.2.12- tempfile:1.12.0- time:1.12.0- timeit:1.2.12- typing:1.13.1- wraps:1.2.12- "
        "write_proto_to_file"
    ),
    "flytekit.core.worker_queue:1.15.0-": (
        "Controller Deck:1.15.1- EAGER_ROOT_ENV_NAME EAGER_TAG_KEY EAGER_TAG_ROOT_KEY Enum "
        "FlyteContextManager:1.15.1- FlyteRemote FlyteSystemException FlyteWorkflowExecution ImageConfig "
        "Interface ItemStatus Labels LaunchPlan NODE_HTML_TEMPLATE Options PythonTask RateLimiter "
        "ReferenceEntity RemoteEntity RunnableEntity SerializationSettings Update WorkItem WorkflowBase "
        "WorkflowExecutionPhase annotations asyncio atexit dataclass developer_logger handling_signal hashlib "
        "logger re standard_output_format threading time typing uuid"
    ),
    "flytekit.core.workflow": (
        "Any BranchEvalMode:-0.21.5 Callable ClassStorageTaskResolver CompilationState:0.16.2- "
        "ConditionalSection Coroutine:1.9.1- Description:1.2.8- Dict Docstring:0.21.0- Documentation:1.2.8- "
        "Enum ExecutionState FlyteContext FlyteContextManager:0.19.0- FlyteEntities FlyteError:1.10.3- "
        "FlyteFailureNodeInputMismatchException:1.13.5- FlyteValidationException FlyteValueException "
        "FuncOut:1.8.0- GLOBAL_START_NODE ImperativeWorkflow:0.16.2- Interface LaunchPlan:0.20.0-1.10.3 List "
        "Node NodeOutput Optional Options:1.14.0- P:1.13.2- ParamSpec:1.13.2- Promise PythonAutoContainerTask "
        "PythonFunctionWorkflow:0.16.2- PythonTask:0.20.0- ReferenceEntity ReferenceWorkflow T:1.2.12- "
        "Task:1.10.3- Tuple Type TypeEngine TypeStructure:1.2.12-1.7.1 "
        "TypeTransformerFailedError:1.2.12-1.7.1 Union UnionTransformer:1.2.12-1.7.1 VoidPromise "
        "Workflow:-0.16.1 WorkflowBase:0.16.2- WorkflowFailurePolicy WorkflowMetadata "
        "WorkflowMetadataDefaults WorkflowReference annotations asyncio:1.9.1- binding_from_python_std "
        "cast:1.4.1- collections:-0.20.2 conditional:1.10.1- construct_input_promises "
        "create_and_link_node:-0.21.5 create_native_named_tuple:0.20.0-0.21.5 create_task_output dataclass "
        "exception_scopes:0.21.0-1.13.5 extract_obj_name:0.23.1- extract_task_module:0.32.0- "
        "flyte_entity_call_handler:0.22.0- get_args:1.2.12-1.7.1 get_promise:0.16.2- get_promise_map:0.16.2- "
        "inspect is_optional_type:1.13.5- logger overload:1.2.12- reference_workflow "
        "transform_function_to_interface:0.26.0- transform_inputs_to_parameters:-1.10.3 "
        "transform_interface_to_typed_interface transform_signature_to_interface:-0.25.0 "
        "translate_inputs_to_literals type_models:1.2.12-1.7.1 typing:1.2.12- update_wrapper:0.26.0- workflow"
    ),
    "flytekit.deck:0.32.0-": (
        "Deck DeckField:1.13.0- MarkdownRenderer:1.11.0- SourceCodeRenderer:1.11.0- TopFrameRenderer deck "
        "html renderer"
    ),
    "flytekit.deck.deck:0.32.0-": (
        "DECK_FILE_NAME:1.1.0- Deck DeckField:1.13.0- Dict:-1.0.5 Environment:-1.5.0 ExecutionParameters "
        "ExecutionState:1.1.0- FileSystemLoader:-1.5.0 FlyteContext FlyteContextManager HTML:1.5.0-1.5.0 "
        "OUTPUT_DIR_JUPYTER_PREFIX:1.1.0- Optional Template:1.13.1- TimeLineDeck:1.2.12- enum:1.13.0- "
        "env:1.1.0-1.5.0 escape:1.13.1- generate_time_table:1.13.0- get_deck_template:1.2.12- "
        "ipython_check:1.2.15- logger:1.1.0- os root:1.1.0-1.5.0 select_autoescape:1.1.1-1.5.0 "
        "template:1.1.0-1.5.0 templates_dir:1.1.0-1.5.0 typing:1.2.4-"
    ),
    "flytekit.deck.html:0.32.0-": "",
    "flytekit.deck.renderer:0.32.0-": (
        "Any ArrowRenderer:1.1.2- DEFAULT_MAX_COLS:1.2.2- DEFAULT_MAX_ROWS:1.2.2- MarkdownIt:1.11.0- "
        "MarkdownRenderer:1.11.0- Optional:-1.2.1 Protocol PythonDependencyRenderer:1.12.0- Renderable "
        "SourceCodeRenderer:1.11.0- TYPE_CHECKING:1.2.12- TopFrameRenderer lazy_module:1.2.12- pandas "
        "pyarrow:1.1.2- runtime_checkable"
    ),
    "flytekit.engines:-0.26.4": "common flyte loader unit",
    "flytekit.engines.common:-0.26.4": (
        "BaseExecutionEngineFactory BaseLaunchPlanLauncher BaseNodeExecution BaseTaskExecution "
        "BaseTaskExecutor BaseWorkflowExecution BaseWorkflowExecutor EngineContext"
    ),
    "flytekit.engines.flyte:-0.26.4": "engine",
    "flytekit.engines.flyte.engine:-0.26.4": (
        "FlyteEngineFactory FlyteLaunchPlan FlyteNodeExecution FlyteTask FlyteTaskExecution FlyteWorkflow "
        "FlyteWorkflowExecution flytekit get_client"
    ),
    "flytekit.engines.loader:-0.26.4": "get_engine",
    "flytekit.engines.unit:-0.26.4": "engine mock_stats",
    "flytekit.engines.unit.engine:-0.26.4": (
        "DynamicTask HiveTask MockStats ReturnOutputsTask UnitTestEngineFactory UnitTestEngineTask "
        "WorkflowExecutionIdentifier"
    ),
    "flytekit.engines.unit.mock_stats:-0.26.4": "MockStats logging",
    "flytekit.exceptions:0.30.0-": "base eager:1.15.0- scopes system user utils:1.13.1-",
    "flytekit.exceptions.base:0.30.0-": "FlyteException FlyteRecoverableException Optional:1.14.0-",
    "flytekit.exceptions.eager:1.15.0-": "EagerException",
    "flytekit.exceptions.scopes:0.30.0-": (
        "FlyteScopedException FlyteScopedSystemException FlyteScopedUserException flytekit:1.12.0- "
        "is_rich_logging_enabled:1.12.0- os:1.12.0- sys:1.12.0- system_entry_point traceback:1.12.0- "
        "user_entry_point warn:1.13.7-"
    ),
    "flytekit.exceptions.system:0.30.0-": (
        "FlyteAgentNotFound:1.10.0- FlyteConnectorNotFound:1.16.0- FlyteDownloadDataException:1.13.7- "
        "FlyteEntrypointNotLoadable FlyteException:1.13.7- FlyteNonRecoverableSystemException:1.13.7- "
        "FlyteNotImplementedException FlyteSystemAssertion FlyteSystemException "
        "FlyteSystemUnavailableException:1.13.5- FlyteUploadDataException:1.13.7-"
    ),
    "flytekit.exceptions.user:0.30.0-": (
        "FlyteAssertion FlyteAuthenticationException FlyteCompilationException:1.13.1- "
        "FlyteDataNotFoundException:1.13.4- FlyteDisapprovalException:1.2.8- "
        "FlyteEntityAlreadyExistsException FlyteEntityNotExistException FlyteEntityNotFoundException:1.13.5- "
        "FlyteFailureNodeInputMismatchException:1.13.5- FlyteInvalidInputException:1.2.9- "
        "FlyteMissingReturnValueException:1.13.1- FlyteMissingTypeException:1.13.1- "
        "FlytePromiseAttributeResolveException:1.10.1- FlyteRecoverableException FlyteTimeout "
        "FlyteTypeException FlyteUserException FlyteUserRuntimeException:1.13.7- FlyteValidationException "
        "FlyteValueException Task:1.13.5- WorkflowBase:1.13.5- typing:1.2.9-"
    ),
    "flytekit.exceptions.utils:1.13.1-": (
        "FlyteUserException SOURCE_CODE annotate_exception_with_code get_function_param_location "
        "get_source_code_from_fn inspect typing"
    ),
    "flytekit.experimental:1.9.0-": "EagerException:1.9.1-1.14.9 eager:1.9.1-1.14.9 eager_function:1.9.1- map_task:-1.13.15",
    "flytekit.experimental.eager_function:1.9.1-": (
        "AsyncEntity:-1.14.9 AsyncNode:-1.14.9 AsyncStack:-1.14.9 DataConfig Deck:-1.14.9 "
        "EagerException:-1.14.9 ExecutionState FLYTE_SANDBOX_INTERNAL_ENDPOINT FLYTE_SANDBOX_MINIO_ENDPOINT "
        "FlyteContext FlyteContextManager FlyteRemote List:-1.14.9 NODE_HTML_TEMPLATE:-1.14.9 Optional "
        "PlatformConfig PythonFunctionTask:-1.14.9 PythonTask:-1.14.9 S3Config Secret:-1.14.9 "
        "WorkflowBase:-1.14.9 WorkflowExecutionPhase:-1.14.9 asynccontextmanager:-1.14.9 asyncio:-1.14.9 "
        "current_context datetime:-1.14.9 eager:-1.14.9 eager_context:-1.14.9 inspect:-1.14.9 logger "
        "node_cleanup:-1.14.9 node_cleanup_async:-1.14.9 os:1.13.7- partial:-1.14.9 render_deck:-1.14.9 "
        "signal:-1.14.9 task:-1.14.9 timedelta:-1.14.9 timezone:1.12.0-1.14.9 wraps:-1.14.9"
    ),
    "flytekit.extend": (
        "ClassStorageTaskResolver DataPersistence:0.22.0-1.4.2 DataPersistencePlugins:0.22.0-1.4.2 "
        "DictTransformer ExecutableTemplateShimTask:0.20.0- ExecutionState FileAccessProvider:1.2.12- "
        "IgnoreOutputs Image ImageConfig Interface Promise PythonCustomizedContainerTask:0.20.0- PythonTask "
        "SQLTask SecretsManager:0.30.0- SerializationSettings ShimTaskExecutor:0.20.0- T TaskPlugins "
        "TaskResolverMixin TypeEngine TypeTransformer backend:1.2.12- context_manager get_serializable"
    ),
    "flytekit.extend.backend:1.2.12-": (
        "agent_service:1.7.0-1.15.4 base_agent:1.7.0- base_connector:1.16.0- base_plugin:-1.6.3 "
        "connector_service:1.16.0- external_plugin_service:-1.6.3 utils:1.11.0-"
    ),
    "flytekit.extend.backend.agent_service:1.7.0-1.15.4": (
        "AgentMetadataService:1.10.7- AgentMetadataServiceServicer:1.10.7- AgentRegistry AgentService:-1.9.0 "
        "AsyncAgentService:1.9.1- AsyncAgentServiceServicer Counter:1.10.0- CreateTaskRequest "
        "CreateTaskResponse DeleteTaskRequest DeleteTaskResponse ExecuteTaskSyncRequest:1.11.0- "
        "ExecuteTaskSyncResponse:1.11.0- ExecuteTaskSyncResponseHeader:1.11.0- FlyteAgentNotFound:1.10.0- "
        "FlyteContext:1.11.0-1.13.5 GetAgentRequest:1.10.7- GetAgentResponse:1.10.7- GetTaskRequest "
        "GetTaskResponse HTTPStatus:1.11.0- ListAgentsRequest:1.10.7- ListAgentsResponse:1.10.7- LiteralMap "
        "PERMANENT_FAILURE:-1.9.1 Resource:-1.13.5 Summary:1.10.0- SyncAgentBase:1.11.0- "
        "SyncAgentService:1.11.0- SyncAgentServiceServicer:1.11.0- TaskExecutionMetadata:1.12.0- TaskTemplate "
        "TypeEngine:1.11.0-1.13.5 agent_exception_handler:1.10.0-1.10.7 asyncio:1.9.1-1.10.3 "
        "create_operation:1.10.0- delete_operation:1.10.0- do_operation:1.11.0- get_operation:1.10.0- "
        "get_traceback_str:1.14.3- grpc input_literal_size:1.10.0- logger metric_prefix:1.10.0- "
        "mirror_async_methods:1.10.7- record_agent_metrics:1.11.0- request_failure_count:1.10.0- "
        "request_latency:1.10.0- request_success_count:1.10.0- typing:1.10.0-"
    ),
    "flytekit.extend.backend.base_agent:1.7.0-": (
        "ABC:-1.15.4 Agent:1.10.7-1.15.4 AgentBase AgentRegistry Any:1.11.0-1.15.4 AsyncAgentBase:1.11.0- "
        "AsyncAgentExecutorMixin CreateTaskResponse:-1.10.7 DeleteTaskResponse:-1.10.7 Dict:1.11.0-1.15.4 "
        "ExecutionState:1.13.1-1.15.4 FlyteAgentNotFound:1.10.0-1.15.4 FlyteContext:-1.15.4 "
        "FlyteContextManager:1.13.1-1.15.4 FlyteUserException:1.10.0-1.15.4 FrameType:1.9.0-1.15.4 "
        "GetTaskResponse:-1.10.7 ImageConfig:-1.15.4 List:1.11.0-1.15.4 LiteralMap:-1.15.4 "
        "Optional:1.11.0-1.15.4 OrderedDict:-1.15.4 PERMANENT_FAILURE:-1.10.3 Progress:-1.15.4 "
        "PythonFunctionTask:1.10.3-1.15.4 PythonTask:-1.15.4 RETRYABLE_FAILURE:-1.10.3 RUNNING:-1.10.3 "
        "Resource:1.11.0- ResourceMeta:1.11.0- RichHandler:1.12.0-1.15.4 SUCCEEDED:-1.10.3 "
        "SerializationSettings:-1.15.4 State:-1.10.3 Struct:1.13.7-1.15.4 SyncAgentBase:1.11.0- "
        "SyncAgentExecutorMixin:1.11.0- TaskCategory:1.11.0- TaskExecution:1.10.7-1.15.4 "
        "TaskExecutionMetadata:1.12.0-1.15.4 TaskLog:1.11.0-1.15.4 TaskTemplate:-1.15.4 TypeEngine:-1.15.4 "
        "Union:1.11.0-1.15.4 abstractmethod:-1.15.4 asdict:1.11.0-1.15.4 asyncio:1.9.1-1.15.4 "
        "common:1.13.7-1.13.15 convert_to_flyte_phase:1.10.7-1.10.7 convert_to_flyte_state:-1.10.3 "
        "coroutine:1.10.3-1.14.9 dataclass:1.11.0-1.15.4 dataclass_from_dict:1.11.0-1.15.4 "
        "flytekit:1.10.0-1.10.7 get_agent_secret:1.10.0-1.10.7 grpc:-1.10.3 inspect:1.10.7-1.15.4 "
        "is_terminal_phase:1.10.7-1.15.4 is_terminal_state:-1.10.3 json:1.11.0-1.15.4 "
        "json_format:1.13.7-1.15.4 literals_pb2:1.10.3-1.15.4 local_agent_loop:1.15.1-1.15.4 logger:-1.15.4 "
        "mirror_async_methods:1.10.7-1.15.4 partial:1.9.0-1.15.4 render_task_template:1.10.3-1.15.4 "
        "set_flytekit_log_properties:1.12.0-1.15.4 signal:1.9.0-1.14.9 sys:1.9.0-1.15.4 time:-1.15.4 "
        "typing:-1.15.4 utils:1.10.3-1.15.4"
    ),
    "flytekit.extend.backend.base_connector:1.16.0-": (
        "ABC Agent Any AsyncConnectorBase AsyncConnectorExecutorMixin ConnectorBase ConnectorRegistry Dict "
        "ExecutionState FlyteConnectorNotFound FlyteContext FlyteContextManager FlyteUserException FrameType "
        "GetTaskLogsResponse GetTaskMetricsResponse ImageConfig List LiteralMap Optional OrderedDict Progress "
        "PythonFunctionTask PythonTask Resource ResourceMeta RichHandler SerializationSettings Struct "
        "SyncConnectorBase SyncConnectorExecutorMixin TaskCategory TaskExecution TaskExecutionMetadata "
        "TaskLog TaskTemplate TypeEngine Union abstractmethod asdict asyncio dataclass dataclass_from_dict "
        "inspect is_terminal_phase json json_format literals_pb2 local_connector_loop logger "
        "mirror_async_methods partial render_task_template set_flytekit_log_properties sys time typing utils"
    ),
    "flytekit.extend.backend.base_plugin:1.2.12-1.6.3": (
        "ABC BackendPluginBase BackendPluginRegistry LiteralMap RETRYABLE_FAILURE RUNNING SUCCEEDED State "
        "TaskCreateResponse TaskDeleteResponse TaskGetResponse TaskTemplate abstractmethod "
        "convert_to_flyte_state grpc logger typing"
    ),
    "flytekit.extend.backend.connector_service:1.16.0-": (
        "AgentMetadataServiceServicer AsyncAgentServiceServicer AsyncConnectorService "
        "ConnectorMetadataService ConnectorRegistry Counter CreateTaskRequest CreateTaskResponse "
        "DeleteTaskRequest DeleteTaskResponse ExecuteTaskSyncRequest ExecuteTaskSyncResponse "
        "ExecuteTaskSyncResponseHeader FlyteConnectorNotFound GetAgentRequest GetAgentResponse "
        "GetTaskLogsRequest GetTaskLogsResponse GetTaskMetricsRequest GetTaskMetricsResponse GetTaskRequest "
        "GetTaskResponse HTTPStatus ListAgentsRequest ListAgentsResponse LiteralMap Summary "
        "SyncAgentServiceServicer SyncConnectorBase SyncConnectorService TaskExecutionMetadata TaskTemplate "
        "create_operation delete_operation do_operation get_operation get_traceback_str grpc "
        "input_literal_size logger metric_prefix mirror_async_methods record_connector_metrics "
        "request_failure_count request_latency request_success_count typing"
    ),
    "flytekit.extend.backend.external_plugin_service:1.2.12-1.6.3": (
        "BackendPluginRegistry BackendPluginServer ExternalPluginServiceServicer LiteralMap PERMANENT_FAILURE "
        "TaskCreateRequest TaskCreateResponse TaskDeleteRequest TaskDeleteResponse TaskGetRequest "
        "TaskGetResponse TaskTemplate grpc logger"
    ),
    "flytekit.extend.backend.utils:1.11.0-": (
        "Callable Coroutine TaskExecution TaskTemplate asyncio convert_to_flyte_phase flytekit "
        "functools:1.12.0- get_agent_secret get_connector_secret:1.16.0- inspect is_terminal_phase "
        "mirror_async_methods render_task_template"
    ),
    "flytekit.extras": (
        "accelerators:1.10.1- cloud_pickle_resolver persistence:0.22.0-1.4.2 pydantic_transformer:1.14.0- "
        "pytorch:1.1.1- sklearn:1.2.5- sqlite3 tasks:0.25.0- tensorflow:1.2.8- webhook:1.15.1-"
    ),
    "flytekit.extras.accelerators:1.10.1-": (
        "A100 A100_80GB A10G BaseAccelerator ClassVar GPUAccelerator Generic H100:1.16.2- H200:1.16.2- K80 L4 "
        "L40S:1.16.2- L4_VWS:1.13.1- M60 MIG MultiInstanceGPUAccelerator Optional P100 P4 "
        "RTX_PRO_6000:1.16.6- T T4 Type TypeVar V100 V5E:1.14.0- V5P:1.14.0- V6E:1.14.0- abc copy tasks_pb2"
    ),
    "flytekit.extras.cloud_pickle_resolver": (
        "ExperimentalNaiveCloudPickleResolver List PythonAutoContainerTask SerializationSettings "
        "TaskResolverMixin TrackedInstance b64decode b64encode cloudpickle experimental_cloud_pickle_resolver"
    ),
    "flytekit.extras.persistence:0.22.0-1.4.2": "GCSPersistence HttpPersistence S3Persistence gcs_gsutil http s3_awscli",
    "flytekit.extras.persistence.gcs_gsutil:0.22.0-1.4.2": (
        "DataConfig:0.32.0- DataPersistence DataPersistencePlugins FlyteUserException GCSConfig:0.32.0- "
        "GCSPersistence gcp:-0.31.0 os posixpath:0.32.0- shell_which subprocess typing"
    ),
    "flytekit.extras.persistence.http:0.22.0-1.4.2": (
        "DataPersistence DataPersistencePlugins HttpPersistence base64:0.32.0- logger os pathlib requests "
        "script_mode:0.32.0- user"
    ),
    "flytekit.extras.persistence.s3_awscli:0.22.0-1.4.2": (
        "DataConfig:0.32.0- DataPersistence DataPersistencePlugins Dict FlyteUserException List Optional "
        "S3Config:0.32.0- S3Persistence S3_ACCESS_KEY_ID_ENV_NAME:0.32.0- S3_ANONYMOUS_FLAG:0.30.3- "
        "S3_SECRET_ACCESS_KEY_ENV_NAME:0.32.0- aws:-0.31.0 logger:0.30.3- logging:-0.30.2 os:0.32.0- "
        "shell_which subprocess time typing"
    ),
    "flytekit.extras.pydantic_transformer:1.14.0-": "decorator logger model_serializer model_validator transformer",
    "flytekit.extras.pydantic_transformer.decorator:1.14.0-": "Any Callable FuncType TypeVar Union logger logging model_serializer model_validator typing_literal",
    "flytekit.extras.pydantic_transformer.transformer:1.14.0-": (
        "BaseModel Binary CACHE_KEY_METADATA FLYTE_USE_OLD_DC_FORMAT FlyteContext Literal LiteralType "
        "MESSAGEPACK PydanticTransformer SERIALIZATION_FORMAT Scalar Type TypeAnnotationModel TypeEngine "
        "TypeStructure TypeTransformer TypeTransformerFailedError json logger msgpack os str2bool types "
        "typing:1.16.10-1.16.12"
    ),
    "flytekit.extras.pytorch:1.1.1-": (
        "PyTorchCheckpoint PyTorchCheckpointTransformer PyTorchModuleTransformer PyTorchTensorTransformer "
        "checkpoint logger native torch:1.1.2-"
    ),
    "flytekit.extras.pytorch.checkpoint:1.1.1-": (
        "Any Blob BlobMetadata Callable DataClassJsonMixin:1.9.1- Dict FlyteContext IsDataclass Literal "
        "LiteralType NamedTuple Optional Protocol PyTorchCheckpoint PyTorchCheckpointTransformer Scalar Type "
        "TypeEngine TypeTransformer TypeTransformerFailedError Union asdict dataclass dataclass_json:-1.9.0 "
        "fields is_dataclass pathlib torch typing"
    ),
    "flytekit.extras.pytorch.native:1.1.1-": (
        "Blob BlobMetadata FlyteContext Generic:-1.3.4 Literal LiteralType PyTorchModuleTransformer "
        "PyTorchTensorTransformer PyTorchTypeTransformer Scalar T Type TypeEngine TypeTransformer "
        "TypeTransformerFailedError TypeVar pathlib torch"
    ),
    "flytekit.extras.sklearn:1.2.5-": "SklearnEstimatorTransformer logger native sklearn",
    "flytekit.extras.sklearn.native:1.2.5-": (
        "Blob BlobMetadata FlyteContext Generic:-1.9.0 Literal LiteralType Scalar SklearnEstimatorTransformer "
        "SklearnTypeTransformer T Type TypeEngine TypeTransformer TypeTransformerFailedError TypeVar joblib "
        "pathlib sklearn"
    ),
    "flytekit.extras.sqlite3": "task",
    "flytekit.extras.sqlite3.task": (
        "DefaultImages:1.2.0- FlyteContext FlyteSchema:-1.5.0 PythonCustomizedContainerTask:0.19.0- "
        "PythonInstanceTask:-0.18.2 SQLTask SQLite3Config SQLite3Task SQLite3TaskExecutor:0.19.0- "
        "SerializationSettings:0.19.0- ShimTaskExecutor:0.19.0- contextlib dataclass kwtypes "
        "lazy_module:1.10.3- os pd shutil sqlite3 task_models:0.19.0- tempfile typing unarchive_file"
    ),
    "flytekit.extras.tasks:0.25.0-": "shell",
    "flytekit.extras.tasks.shell:0.25.0-": (
        "AttrDict:0.30.0- ExecutionParameters FlyteDirectory FlyteFile FlyteRecoverableException:1.2.17- "
        "Interface List:1.10.2- OutputLocation ProcessResult:1.11.0- PythonInstanceTask RawShellTask:1.0.2- "
        "ShellTask T TaskPlugins Tuple:1.10.2-1.10.7 dataclass datetime flytekit:0.30.0- "
        "get_raw_shell_task:1.0.2- logger:0.31.0- logging:-0.30.3 os platform:1.2.12- re:-0.26.4 "
        "string:0.30.0- subproc_execute:1.10.2- subprocess typing"
    ),
    "flytekit.extras.tensorflow:1.2.8-": (
        "TensorFlowModelTransformer:1.2.12- TensorFlowRecordFileTransformer TensorFlowRecordsDirTransformer "
        "logger model:1.2.12- record tensorflow"
    ),
    "flytekit.extras.tensorflow.model:1.2.12-": (
        "AsyncTypeTransformer:1.14.0- Blob BlobMetadata FlyteContext Literal LiteralType Scalar "
        "TensorFlowModelTransformer Type TypeEngine TypeTransformer:-1.13.15 TypeTransformerFailedError "
        "pathlib tf"
    ),
    "flytekit.extras.tensorflow.record:1.2.8-": (
        "Annotated Blob BlobMetadata DataClassJsonMixin:1.9.1- FlyteContext Literal LiteralType Optional "
        "Scalar TFRecordDatasetConfig TFRecordDatasetV2 TFRecordFile TFRecordsDirectory "
        "TensorFlowRecordFileTransformer TensorFlowRecordsDirTransformer Tuple Type TypeEngine "
        "TypeTransformer TypeTransformerFailedError Union dataclass dataclass_json:-1.9.0 "
        "extract_metadata_and_uri get_args get_origin os tf"
    ),
    "flytekit.extras.webhook:1.15.1-": (
        "WebhookAgent:-1.15.4 WebhookConnector:1.16.0- WebhookTask agent:-1.15.4 connector:1.16.0- constants "
        "task"
    ),
    "flytekit.extras.webhook.agent:1.15.1-1.15.4": (
        "AgentRegistry DATA_KEY HEADERS_KEY LiteralMap METHOD_KEY Optional Resource SHOW_DATA_KEY "
        "SHOW_URL_KEY SyncAgentBase TASK_TYPE TIMEOUT_SEC TaskExecution TaskTemplate URL_KEY WebhookAgent "
        "format_dict httpx literal_map_string_repr"
    ),
    "flytekit.extras.webhook.connector:1.16.0-": (
        "ConnectorRegistry DATA_KEY HEADERS_KEY LiteralMap METHOD_KEY Optional Resource SHOW_DATA_KEY "
        "SHOW_URL_KEY SyncConnectorBase TASK_TYPE TIMEOUT_SEC TaskExecution TaskTemplate URL_KEY "
        "WebhookConnector format_dict httpx literal_map_string_repr"
    ),
    "flytekit.extras.webhook.constants:1.15.1-": "DATA_KEY HEADERS_KEY METHOD_KEY SHOW_DATA_KEY SHOW_URL_KEY TASK_TYPE TIMEOUT_SEC URL_KEY",
    "flytekit.extras.webhook.task:1.15.1-": (
        "Any DATA_KEY Dict Documentation HEADERS_KEY Interface METHOD_KEY Optional PythonTask SHOW_DATA_KEY "
        "SHOW_URL_KEY SerializationSettings SyncAgentExecutorMixin:-1.15.4 SyncConnectorExecutorMixin:1.16.0- "
        "TASK_TYPE TIMEOUT_SEC Type URL_KEY Union WebhookTask timedelta"
    ),
    "flytekit.image_spec:1.2.12-": (
        "DefaultImageBuilder:1.13.0- ImageBuildEngine:1.13.0- ImageSpec NoOpBuilder:1.15.4- "
        "default_builder:1.13.0- image_spec noop_builder:1.15.4-"
    ),
    "flytekit.image_spec.default_builder:1.13.0-": (
        "APT_INSTALL_COMMAND_TEMPLATE ClassVar CopyFileDetection:1.13.7- DEFAULT_MICROMAMBA_IMAGE:1.16.0- "
        "DEFAULT_UV_IMAGE:1.16.0- DOCKER_FILE_TEMPLATE DefaultImageBuilder DockerIgnore GitIgnore IgnoreGroup "
        "ImageSpec ImageSpecBuilder List:1.14.0- MICROMAMBA_INSTALL_COMMAND_TEMPLATE:1.15.0- "
        "NamedTuple:1.15.0- PIP_PYTHON_INSTALL_COMMAND_TEMPLATE:-1.13.3 POETRY_LOCK_TEMPLATE:1.15.0- Path "
        "StandardIgnore Template Tuple:1.15.0- UV_LOCK_INSTALL_TEMPLATE:1.14.0- "
        "UV_PYTHON_INSTALL_COMMAND_TEMPLATE UV_PYTHON_VENV_INSTALL_COMMAND_TEMPLATE:1.16.16- click "
        "create_docker_context get_flytekit_for_pypi json:1.13.1- ls_files:1.13.7- os "
        "prepare_poetry_lock_command:1.15.0- prepare_python_executable:1.15.0- prepare_python_install:1.14.0- "
        "prepare_uv_lock_command:1.14.0- re:1.13.1- run:1.13.4- shutil subprocess:-1.13.3 sys tempfile "
        "warnings"
    ),
    "flytekit.image_spec.image_spec:1.2.12-": (
        "Any:1.15.4- CopyFileDetection:1.13.7- DOCKER_HUB Dict:1.10.7- FLYTE_FORCE_PUSH_IMAGE_SPEC:1.12.0- "
        "FLYTE_IMG_FAST_FAIL:1.16.0- FlyteAssertion:1.10.3- ImageBuildEngine ImageSpec ImageSpecBuilder List "
        "Optional Tuple:1.10.7- Union:1.10.3- Version:1.10.3- abstractmethod asdict:1.8.0- base64 "
        "cached_property:1.13.5- calculate_hash_from_image_spec:-1.13.4 click copy dataclass "
        "dataclass_json:-1.7.1 dataclasses:1.13.5- hash_directory:-1.13.4 hashlib lru_cache metadata:1.10.3- "
        "os pathlib:1.8.0- platform:1.16.4- re:1.13.5- requests sys:1.14.0- typing "
        "validate_container_registry_name:1.13.7-"
    ),
    "flytekit.image_spec.noop_builder:1.15.4-": "ImageSpec ImageSpecBuilder NoOpBuilder",
    "flytekit.interaction:1.2.8-": "click_types:1.10.0- parse_stdin rich_utils:1.10.1- string_literals:1.10.1-",
    "flytekit.interaction.click_types:1.10.0-": (
        "ArtifactQuery:1.12.0- Blob:-1.10.0 BlobMetadata:-1.10.0 BlobType DataClassJsonMixin DateTimeType "
        "DefaultConverter:-1.10.0 DirParamType Directory:-1.10.0 DurationParamType EnumParamType:1.10.1- "
        "FileAccessProvider FileParam:-1.10.0 FileParamType FlyteContext FlyteContextManager:-1.12.2 "
        "FlyteDirectory:1.10.1- FlyteFile:1.10.1- FlyteLiteralConverter FlytePathResolver:1.10.1- "
        "FlytePickleTransformer FlyteRemote:-1.10.0 FlyteSchema:1.13.5- JSONIteratorParamType:1.12.2- "
        "JSONIteratorTransformer:1.12.2- JsonParamType Literal LiteralCollection:-1.10.0 LiteralMap:-1.10.0 "
        "LiteralType Parameter:1.16.0- PickleParamType Primitive:-1.10.0 Resources:1.16.1- "
        "SIMPLE_TYPE_CONVERTER:1.10.1- Scalar:-1.10.0 SimpleType StructuredDataset:1.10.1- "
        "StructuredDatasetParamType:1.10.1- TypeEngine Union:-1.10.0 UnionParamType:1.10.1- Version:1.16.0- "
        "Void:-1.10.0 cast click click_version:1.16.0- cloudpickle:-1.12.2 dataclass:-1.10.0 "
        "dataclass_json:1.12.3- dataclasses:1.13.5- datetime enum:1.10.1- get_args importlib:1.14.0- "
        "is_pydantic_basemodel json key_value_callback labels_callback:1.12.3- "
        "literal_type_to_click_type:1.10.1- literals:-1.10.0 logging modify_literal_uris:1.10.1- os parse "
        "pathlib remove_prefix:-1.10.0 resource_callback:1.16.1- script_mode:-1.10.0 sys:1.14.0- t:1.14.0- "
        "types:1.16.13- typing yaml"
    ),
    "flytekit.interaction.parse_stdin:1.2.8-": (
        "FlyteContext Literal LiteralType:1.10.1- TypeEngine annotations click logger:-1.9.1 "
        "parse_stdin_to_literal typing"
    ),
    "flytekit.interaction.rich_utils:1.10.1-": "Callback Progress RichCallback typing",
    "flytekit.interaction.string_literals:1.10.1-": (
        "Literal LiteralMap MessageToDict Primitive Scalar base64 json:1.15.0- literal_map_string_repr "
        "literal_string_repr msgpack:1.15.0- primitive_to_string scalar_to_string typing"
    ),
    "flytekit.interactive:1.13.7-": (
        "DEFAULT_CODE_SERVER_DIR_NAMES DEFAULT_CODE_SERVER_EXTENSIONS DEFAULT_CODE_SERVER_REMOTE_PATHS "
        "VscodeConfig constants get_task_inputs utils vscode vscode_lib"
    ),
    "flytekit.interactive.constants:1.13.7-": "EXIT_CODE_SUCCESS FLYTE_ENABLE_VSCODE_KEY HOURS_TO_SECONDS MAX_IDLE_SECONDS",
    "flytekit.interactive.utils:1.13.7-": (
        "Dict:1.16.25- EXIT_CODE_SUCCESS FlyteContextManager Optional:1.16.25- TypeEngine execute_command "
        "flytekit get_task_inputs importlib load_module_from_path os subprocess sys utils"
    ),
    "flytekit.interactive.vscode_lib:1.13.7-": "config decorator vscode_constants",
    "flytekit.interactive.vscode_lib.config:1.13.7-": (
        "DEFAULT_CODE_SERVER_DIR_NAMES DEFAULT_CODE_SERVER_EXTENSIONS DEFAULT_CODE_SERVER_REMOTE_PATHS Dict "
        "List Optional Union VscodeConfig dataclass field"
    ),
    "flytekit.interactive.vscode_lib.decorator:1.13.7-": (
        "Callable ClassDecorator DOWNLOAD_DIR EXECUTABLE_NAME EXIT_CODE_SUCCESS Event:-1.13.15 "
        "FlyteContextManager HEARTBEAT_CHECK_SECONDS:-1.13.15 HEARTBEAT_PATH INTERACTIVE_DEBUGGING_FILE_NAME "
        "List MAX_IDLE_SECONDS Optional RESUME_TASK_FILE_NAME TASK_FUNCTION_SOURCE_PATH VSCODE_TYPE_VALUE "
        "VscodeConfig download_file download_vscode execute_command exit_handler flytekit fsspec "
        "get_code_server_info get_installed_extensions inspect is_extension_installed json "
        "load_module_from_path multiprocessing os platform prepare_interactive_python prepare_launch_json "
        "prepare_resume_task_python resume_task:-1.13.15 resume_task_handler:-1.13.15 shutil signal:-1.13.15 "
        "subprocess sys tarfile time vscode"
    ),
    "flytekit.interactive.vscode_lib.vscode_constants:1.13.7-": (
        "DEFAULT_CODE_SERVER_DIR_NAMES DEFAULT_CODE_SERVER_EXTENSIONS DEFAULT_CODE_SERVER_REMOTE_PATHS "
        "DEFAULT_UP_SECONDS DOWNLOAD_DIR EXECUTABLE_NAME HEARTBEAT_CHECK_SECONDS HEARTBEAT_PATH "
        "HOURS_TO_SECONDS INTERACTIVE_DEBUGGING_FILE_NAME Path RESUME_TASK_FILE_NAME "
        "TASK_FUNCTION_SOURCE_PATH VSCODE_PORT_KEY VSCODE_TYPE_KEY os"
    ),
    "flytekit.interfaces": "cli_identifiers:0.30.0- data:-0.26.4 random stats",
    "flytekit.interfaces.cli_identifiers:0.30.0-": "Identifier TaskExecutionIdentifier WorkflowExecutionIdentifier",
    "flytekit.interfaces.data:-0.26.4": "common data_proxy gcs http local s3",
    "flytekit.interfaces.data.common:-0.26.4": "DataProxy",
    "flytekit.interfaces.data.data_proxy:-0.26.4": (
        "Data FileAccessProvider:-0.21.5 LocalDataContext LocalWorkingDirectoryContext Optional:-0.21.5 "
        "RemoteDataContext Union:-0.21.5 datetime:-0.21.5 default_local_file_access_provider:-0.21.5 "
        "logger:-0.21.5 os:-0.21.5 pathlib:-0.21.5 timestamped_default_sandbox_location:-0.21.5"
    ),
    "flytekit.interfaces.data.gcs:-0.26.4": "gcs_proxy",
    "flytekit.interfaces.data.gcs.gcs_proxy:-0.26.4": "GCSProxy",
    "flytekit.interfaces.data.http:-0.26.4": "http_data_proxy",
    "flytekit.interfaces.data.http.http_data_proxy:-0.26.4": "HttpFileProxy",
    "flytekit.interfaces.data.local:-0.26.4": "local_file_proxy",
    "flytekit.interfaces.data.local.local_file_proxy:-0.26.4": "LocalFileProxy strip_file_header",
    "flytekit.interfaces.data.s3:-0.26.4": "s3proxy",
    "flytekit.interfaces.data.s3.s3proxy:-0.26.4": "AwsS3Proxy Dict List logging time",
    "flytekit.interfaces.random": "random seed_flyte_random",
    "flytekit.interfaces.stats": "client taggable",
    "flytekit.interfaces.stats.client": (
        "DummyStatsClient FORBIDDEN_TAG_VALUE_CHARACTERS RESERVED_TAG_WORDS ScopeableStatsProxy "
        "StatsClientProxy StatsConfig:0.32.0- get_base_stats get_stats re statsd sys"
    ),
    "flytekit.interfaces.stats.taggable": "DISABLE_TAGS:0.20.1-0.31.0 Dict:0.32.0- StatsConfig:0.32.0- TaggableStats get_stats",
    "flytekit.lazy_import:1.2.12-": "lazy_module",
    "flytekit.lazy_import.lazy_module:1.2.12-": "LAZY_MODULES:-1.14.0 LazyModule:1.10.3-1.14.0 importlib is_imported lazy_module sys types:1.10.3-",
    "flytekit.loggers": (
        "Console:1.2.12-1.10.2 LOGGING_DEV_ENV_VAR:1.13.0- LOGGING_ENV_VAR:0.26.0- "
        "LOGGING_FMT_ENV_VAR:1.2.12- LOGGING_RICH_FMT_ENV_VAR:1.9.0- RichHandler:1.2.12-1.10.2 "
        "auth_logger:0.19.0-1.10.2 ch:-1.5.0 child_logger:0.26.0-1.10.2 child_loggers:0.26.0-1.10.2 "
        "cli_logger:0.19.0-1.10.2 developer_logger:1.13.0- entrypoint_logger:0.26.0-1.10.2 "
        "env_var:0.26.0-1.10.2 flytekit_root_env_var:0.26.0-1.10.2 formatter:-1.10.2 "
        "get_level_from_cli_verbosity:1.10.3- handler:1.2.12-1.10.2 importlib:1.15.0- "
        "initialize_global_loggers:1.10.3- interactive:1.10.3- is_display_progress_enabled:1.15.0- "
        "is_rich_logging_enabled:1.12.0- jsonlogger:0.20.0- level_from_env:0.19.0-1.10.2 "
        "log_name:0.26.0-1.10.2 logger logging:0.26.0- logging_env_var:0.19.0-0.25.0 "
        "logging_fmt:1.2.12-1.10.2 os:0.26.0- remote_logger:0.21.0-1.10.2 root_level_from_env:1.2.8-1.10.2 "
        "set_developer_properties:1.13.0- set_flytekit_log_properties:1.10.3- "
        "set_user_logger_properties:1.10.3- typing:1.10.3- upgrade_to_rich_logging:1.10.3- "
        "user_space_logger:0.31.0-"
    ),
    "flytekit.models": (
        "admin annotation:0.30.1- array_job common concurrency:1.16.6- core documentation:1.2.8- "
        "domain:1.15.0- dynamic_job event:1.15.1- execution filters interface launch_plan literals "
        "matchable_resource named_entity node_execution presto project qubole sagemaker:-0.23.1 schedule "
        "security:0.16.2- task types workflow_closure"
    ),
    "flytekit.models.admin": "common task_execution workflow",
    "flytekit.models.admin.common": "Sort",
    "flytekit.models.admin.task_execution": "TaskExecution TaskExecutionClosure",
    "flytekit.models.admin.workflow": "Documentation:1.2.8- Workflow WorkflowClosure WorkflowSpec typing:1.2.8-",
    "flytekit.models.annotation:0.30.1-": "Any Dict TypeAnnotation json:1.12.0-",
    "flytekit.models.array_job": "ArrayJob json:1.12.0-",
    "flytekit.models.common": (
        "Annotations AuthRole Dict:1.2.15- EmailNotification Envs:1.2.15- FlyteABCMeta FlyteCustomIdlEntity "
        "FlyteIdlEntity FlyteType Labels NamedEntityIdentifier Notification PagerDutyNotification "
        "RawOutputDataConfig SlackNotification StringIO:1.13.5- UrlBlob abc:1.12.0- closing:1.13.5- "
        "json:1.12.0- os:1.13.5- re:1.2.12-1.13.4 shorten:1.13.5-"
    ),
    "flytekit.models.concurrency:1.16.6-": "ConcurrencyLimitBehavior ConcurrencyPolicy",
    "flytekit.models.core": "catalog:0.25.0- compiler condition errors execution identifier types workflow",
    "flytekit.models.core.catalog:0.25.0-": "CatalogArtifactTag CatalogMetadata catalog_pb2",
    "flytekit.models.core.compiler": "CompiledTask CompiledWorkflow CompiledWorkflowClosure ConnectionSet",
    "flytekit.models.core.condition": "BooleanExpression ComparisonExpression ConjunctionExpression Operand",
    "flytekit.models.core.errors": "ContainerError ErrorDocument Timestamp:1.14.0-",
    "flytekit.models.core.execution": (
        "ExecutionError NodeExecutionPhase TaskExecutionPhase TaskLog WorkflowExecutionPhase datetime:1.10.3- "
        "typing:1.10.3-"
    ),
    "flytekit.models.core.identifier": (
        "Identifier NodeExecutionIdentifier ResourceType SignalIdentifier:1.2.8- TaskExecutionIdentifier "
        "WorkflowExecutionIdentifier identifier_pb2:1.2.8-"
    ),
    "flytekit.models.core.types": "BlobType EnumType:0.20.0- annotations:0.30.0- typing:0.20.0-",
    "flytekit.models.core.workflow": (
        "Alias ApproveCondition:1.2.8- ArrayNode:1.9.0- BoolValue:1.14.0- BranchNode GateNode:1.2.8- IfBlock "
        "IfElseBlock K8sObjectMetadata:1.15.0- Node NodeMetadata PodTemplate:1.15.0- Resources:0.20.0- "
        "SignalCondition:1.2.8- SleepCondition:1.2.8- TaskNode TaskNodeOverrides:0.20.0- WorkflowMetadata "
        "WorkflowMetadataDefaults WorkflowNode WorkflowTemplate datetime:0.20.0- identifier:1.15.1- "
        "json:1.15.0- json_format:1.15.0- struct_pb2:1.15.0- tasks_pb2:1.10.1- type_models:1.2.8- "
        "typing:0.20.0-"
    ),
    "flytekit.models.documentation:1.2.8-": "Description Documentation Enum Optional SourceCode dataclass description_entity_pb2",
    "flytekit.models.domain:1.15.0-": "Domain",
    "flytekit.models.dynamic_job": "DynamicJobSpec",
    "flytekit.models.event:1.15.1-": "TaskExecutionMetadata",
    "flytekit.models.execution": (
        "AbortMetadata:1.2.0- BoolValue:1.15.0- ClusterAssignment:1.10.0- DynamicWorkflowNodeMetadata:0.25.0- "
        "Execution ExecutionClosure ExecutionClusterLabel:1.13.0- ExecutionMetadata ExecutionSpec "
        "LiteralMapBlob NodeExecutionGetDataResponse NotificationList Optional:1.2.15- SystemMetadata:1.2.0- "
        "TaskExecutionGetDataResponse WorkflowExecutionGetDataResponse annotations:1.2.0- datetime:1.2.0- "
        "flyteidl:1.2.0- flytekit:1.2.0-1.16.13 security:0.32.0- typing:0.25.0-"
    ),
    "flytekit.models.filters": (
        "Contains Equal Filter FilterList GreaterThan GreaterThanOrEqual LessThan LessThanOrEqual NotEqual "
        "SetFilter ValueIn ValueNotIn:1.15.1-"
    ),
    "flytekit.models.interface": (
        "OrderedDict:0.22.0-0.22.4 Parameter ParameterMap TypedInterface Variable VariableMap art_id:1.10.7- "
        "typing:0.19.0-"
    ),
    "flytekit.models.launch_plan": (
        "Any:1.10.7- Auth ConcurrencyPolicy:1.16.6- LaunchPlan LaunchPlanClosure LaunchPlanMetadata "
        "LaunchPlanSpec LaunchPlanState security:0.32.0- typing:0.32.0-"
    ),
    "flytekit.models.literals": (
        "Binary Binding BindingData BindingDataCollection BindingDataMap Blob BlobMetadata Dict:1.10.7- "
        "Error:1.10.3- Literal LiteralCollection LiteralMap LiteralOffloadedMetadata:1.13.7- "
        "LiteralType:1.13.7- Optional:0.31.0- Primitive RetryStrategy Scalar Schema Struct "
        "StructuredDataset:0.30.0- StructuredDatasetMetadata:0.30.0- StructuredDatasetType:0.30.0- "
        "Union:0.32.0- Void typing:0.30.0-0.30.3"
    ),
    "flytekit.models.matchable_resource": (
        "ClusterResourceAttributes ExecutionClusterLabel ExecutionQueueAttributes MatchableResource "
        "MatchingAttributes PluginOverride PluginOverrides"
    ),
    "flytekit.models.named_entity": "NamedEntityIdentifier NamedEntityMetadata NamedEntityState",
    "flytekit.models.node_execution": (
        "DynamicWorkflowNodeMetadata:0.25.0- NodeExecution NodeExecutionClosure "
        "NodeExecutionMetaData:0.19.0-1.12.0 TaskNodeMetadata:0.25.0- WorkflowNodeMetadata:0.25.0- "
        "admin_node_execution_pb2:1.12.2- catalog_models:0.25.0- core_compiler_models:0.25.0- datetime:1.2.8- "
        "typing:0.25.0-"
    ),
    "flytekit.models.presto": "PrestoQuery",
    "flytekit.models.project": "Project",
    "flytekit.models.qubole": "HiveQuery HiveQueryCollection QuboleHiveJob",
    "flytekit.models.sagemaker:-0.23.1": "hpo_job parameter_ranges training_job",
    "flytekit.models.sagemaker.hpo_job:-0.23.1": (
        "HyperparameterTuningJob HyperparameterTuningJobConfig HyperparameterTuningObjective "
        "HyperparameterTuningObjectiveType HyperparameterTuningStrategy TrainingJobEarlyStoppingType"
    ),
    "flytekit.models.sagemaker.parameter_ranges:-0.23.1": (
        "CategoricalParameterRange ContinuousParameterRange Dict HyperparameterScalingType "
        "IntegerParameterRange List Optional ParameterRangeOneOf ParameterRanges Union user"
    ),
    "flytekit.models.sagemaker.training_job:-0.23.1": (
        "AlgorithmName AlgorithmSpecification DistributedProtocol InputContentType InputMode List "
        "MetricDefinition TrainingJob TrainingJobResourceConfig"
    ),
    "flytekit.models.schedule": "Schedule common:1.11.0- schedule_pb2:1.11.0-",
    "flytekit.models.security:0.16.2-": (
        "Enum Identity List OAuth2Client OAuth2TokenRequest Optional Secret SecurityContext dataclass "
        "re:1.15.0-"
    ),
    "flytekit.models.task": (
        "BoolValue:1.15.0- CompiledTask Container DataLoadingConfig Documentation:1.2.8- IOStrategy "
        "K8sObjectMetadata:0.19.0- K8sPod:0.19.0- PodTemplate:1.15.0- PyTorchJob:-0.23.1 Resources "
        "RuntimeMetadata SidecarJob:-0.26.4 SparkJob:-0.26.4 Sql:0.23.0- Task TaskClosure "
        "TaskExecutionMetadata:1.12.0- TaskMetadata TaskSpec TaskTemplate TensorFlowJob:-0.23.1 typing"
    ),
    "flytekit.models.types": (
        "Dict:1.10.1- Error LiteralType OutputReference SchemaType SimpleType StructuredDatasetType:0.30.0- "
        "TypeAnnotationModel:0.30.1- TypeStructure:0.32.0- UnionType:0.32.0- json:1.12.0- typing:0.30.0-"
    ),
    "flytekit.models.workflow_closure": "WorkflowClosure",
    "flytekit.plugins:-0.26.4": "flyteidl hmsclient k8s numpy pandas papermill:0.16.1-0.23.1 pyspark sagemaker_training:-0.23.1",
    "flytekit.remote:0.20.0-": (
        "FlyteBranchNode:1.2.8- FlyteLaunchPlan:0.21.0- FlyteNode:0.21.0- FlyteNodeExecution:0.21.0- "
        "FlyteRemote:0.21.0- FlyteTask:0.21.0- FlyteTaskExecution:0.21.0- FlyteTaskNode:0.21.0- "
        "FlyteWorkflow:0.21.0- FlyteWorkflowExecution:0.21.0- FlyteWorkflowNode:0.21.0- backfill:1.2.8- "
        "component_nodes:-1.2.7 data:1.10.1- entities:1.2.8- executions:0.25.0- identifier:-0.24.0 interface "
        "launch_plan:-1.2.7 lazy_entity:1.2.8- metrics:1.15.1- nodes:-1.2.7 remote remote_callable:0.31.0- "
        "remote_fs:1.10.1- task:0.25.0-1.2.7 tasks:-0.24.0 workflow:-1.2.7 workflow_execution:-0.24.0"
    ),
    "flytekit.remote.backfill:1.2.8-": (
        "FlyteLaunchPlan ImperativeWorkflow LaunchPlan WorkflowBase WorkflowFailurePolicy:1.10.0- "
        "create_backfill_workflow croniter datetime logging timedelta typing"
    ),
    "flytekit.remote.component_nodes:0.20.0-1.2.7": (
        "Dict FlyteBranchNode:0.31.0- FlyteTaskNode FlyteWorkflowNode flytekit:0.21.0-0.24.0 "
        "id_models:0.25.0- remote_logger:0.31.0-"
    ),
    "flytekit.remote.data:1.10.1-": (
        "BlobType FileAccessProvider Literal MessageToJson RichCallback download_literal json:1.15.0- "
        "literal_string_repr msgpack:1.15.0- os pathlib print typing"
    ),
    "flytekit.remote.entities:1.2.8-": (
        "Binding Dict FlyteArrayNode:1.9.0- FlyteBranchNode FlyteContext FlyteGateNode FlyteLaunchPlan "
        "FlyteNode FlyteTask FlyteTaskNode FlyteWorkflow FlyteWorkflowNode Identifier List Node Optional "
        "RemoteEntity TaskSpec Tuple TypedInterface Union WorkflowMetadata WorkflowMetadataDefaults "
        "WorkflowSpec annotations compiler_models create_and_link_node_from_remote hash_mixin id_models "
        "launch_plan_models logger:1.10.3- remote_logger:-1.10.2"
    ),
    "flytekit.remote.executions:0.25.0-": (
        "Any:-0.31.0 Dict FlyteNodeExecution FlyteTask:0.32.0- FlyteTaskExecution FlyteWorkflow "
        "FlyteWorkflowExecution List LiteralsResolver Optional RemoteExecutionBase:0.32.0- "
        "TypedInterface:1.12.2- Union abstractmethod:0.32.0- admin_task_execution_models annotations "
        "core_execution_models execution_models node_execution_models timedelta:1.14.0- typing:1.12.2- "
        "user_exceptions"
    ),
    "flytekit.remote.identifier:0.20.0-0.24.0": "Identifier TaskExecutionIdentifier WorkflowExecutionIdentifier",
    "flytekit.remote.interface:0.20.0-": "Any:-0.24.0 Dict:-0.24.0 List:-0.24.0 Tuple:-0.24.0 TypedInterface",
    "flytekit.remote.launch_plan:0.20.0-1.2.7": (
        "FlyteLaunchPlan Interface:0.22.0-0.31.0 Optional:0.22.0- RemoteEntity:0.31.0- "
        "TypeEngine:0.22.0-0.30.3 annotations:0.31.0- hash_mixin:0.31.0- id_models:0.25.0-"
    ),
    "flytekit.remote.lazy_entity:1.2.8-": "FlyteContext Identifier:1.15.0- LazyEntity Lock RemoteEntity T typing",
    "flytekit.remote.metrics:1.15.1-": "FlyteExecutionSpan aggregate_reference_span aggregate_spans datetime print_span yaml",
    "flytekit.remote.nodes:0.20.0-1.2.7": (
        "Any:-0.24.0 Dict FlyteContextManager:-0.20.2 FlyteNode FlyteNodeExecution:-0.24.0 "
        "FlyteTaskExecution:-0.24.0 List NodeOutput Optional TypeEngine:-0.20.2 Union:0.22.0- "
        "annotations:0.25.0- flytekit:-0.24.0 id_models:0.25.0- iterate_node_executions:-0.24.0 "
        "iterate_task_executions:-0.24.0 remote_logger:0.31.0-"
    ),
    "flytekit.remote.remote:0.20.0-": (
        "Annotations:-0.20.2 ArrayNode:1.16.2- ArrayNodeMapTask:1.14.0- Artifact:1.10.7- AuthRole:-0.20.2 "
        "AwsS3Proxy:0.21.0-0.21.5 BranchNode:1.12.0- ClusterAssignment:1.10.0- Config:0.32.0- "
        "ConfigFile:1.13.13- CopyFileDetection:1.13.7- CoreNode:1.14.0- "
        "DEFAULT_SYNC_EXECUTION_RPC_TIMEOUT:1.16.21- DOMAIN:0.21.0-0.31.0 DataConfig:1.13.13- Dict:1.12.0- "
        "Domain:1.15.0- Execution:0.22.0-0.22.4 ExecutionClusterLabel:1.13.0- ExecutionDataResponse:0.21.0- "
        "ExecutionMetadata ExecutionSpec FastPackageOptions:1.12.3- FastSerializationSettings:0.32.0- "
        "FileAccessProvider:0.21.0- FlyteAssertion:1.14.0- FlyteBranchNode:1.16.11- FlyteContext:1.0.4- "
        "FlyteContextManager FlyteControlPlaneEntity:0.21.0- FlyteEntityAlreadyExistsException:0.24.0- "
        "FlyteEntityNotExistException:0.24.0- FlyteExecutionSpan:1.15.1- FlyteLaunchPlan "
        "FlyteLocalEntity:0.21.0- FlyteNode:0.21.0- FlyteNodeExecution:0.21.0- FlyteRemote FlyteTask "
        "FlyteTaskExecution:0.21.0- FlyteTaskNode:1.2.8- FlyteValueException:1.2.12- FlyteWorkflow "
        "FlyteWorkflowExecution GCSProxy:0.21.0-0.21.5 HTML:1.2.15- Identifier ImageConfig:0.21.0- "
        "ImageSpec:1.11.0- Interface:0.22.0-0.31.0 LATEST_VERSION_STR:1.15.0- Labels:-0.20.2 LaunchPlan "
        "LaunchPlanMetadata:-0.20.2 LaunchPlanState:1.10.0- LazyEntity:1.2.8- Literal:1.0.0- LiteralMap "
        "LiteralsResolver:0.25.0- MOST_RECENT_FIRST:0.22.0- NamedEntityIdentifier Node:1.12.0- "
        "NodeExecutionGetDataResponse:0.21.0- NodeMetadata:0.25.0- NotificationList Options:0.32.0- "
        "OrderedDict:0.21.0- PICKLE_FILE_PATH:1.14.0- PROJECT:0.21.0-0.31.0 ParameterMap:-0.20.2 "
        "PickledEntity:1.14.0- PickledEntityMetadata:1.14.0- PodTemplate:1.16.0- Progress:1.15.0- "
        "Project:1.15.0- PythonAutoContainerTask:0.32.0- PythonCustomizedContainerTask:-0.20.2 "
        "PythonFunctionTask PythonFunctionWorkflow PythonTask:0.21.0- RawOutputDataConfig:-0.20.2 "
        "ReferenceEntity:1.15.0- ReferenceLaunchPlan:0.32.0- ReferenceSpec:0.32.5- ReferenceTask:0.32.0- "
        "ReferenceWorkflow:0.32.0- RegistrationSkipped:1.2.8- RemoteEntity:1.0.0- Repo:1.3.0-1.3.0 "
        "ResolvedIdentifiers:0.21.0- ResourceSpec:1.16.1- ResourceType Schedule:-0.20.2 "
        "SerializationSettings:0.21.0- Signal:1.2.8- SignalIdentifier:1.2.8- SignalListRequest:1.2.8- "
        "SignalSetRequest:1.2.8- Sort SynchronousFlyteClient:0.21.0- TextColumn:1.15.0- "
        "TimeElapsedColumn:1.15.0- TypeEngine TypedInterface:0.21.0- WorkflowBase:0.21.0- "
        "WorkflowExecutionGetDataResponse:0.21.0- WorkflowExecutionIdentifier WorkflowFailurePolicy:1.10.0- "
        "admin_common_models:0.22.0- admin_workflow_models:0.22.0- annotations:0.21.0- asdict:0.21.0- "
        "asyncio:1.12.0- auth_config:-0.31.0 b64encode:1.2.12- base64:1.0.0- click:1.10.1- "
        "cloudpickle:1.12.0- common_models:0.21.0- common_utils:0.21.0-0.26.4 compress_scripts:1.2.12- "
        "configparser:1.10.2- constants:0.21.0- context_manager:0.24.0-1.0.3 contextlib:1.16.21- "
        "create_backfill_workflow:1.2.8- dataclass:0.21.0- datetime:0.21.0- dc_replace:1.13.7- "
        "deepcopy:0.21.0-0.31.0 default_notebook_task_resolver:1.14.0- developer_logger:1.13.0- "
        "download_literal:1.10.1- exception_scopes:-0.20.2 extract_task_module:1.12.0- fast_package:1.2.5- "
        "fast_register_single_script:0.32.0-1.4.2 filter_models:0.22.0- fsspec:1.10.1- functools:0.32.0- "
        "get_all_modules:1.13.4- get_client:-0.20.2 get_flyte_fs:1.10.1- get_image_config:0.21.0-0.31.0 "
        "get_scoped_grpc_deadline:1.16.21- get_serializable:0.21.0- get_serializable_launch_plan:0.32.0- "
        "grpc:0.23.0-0.31.0 gzip:1.14.0- hash_file:1.1.0- hashlib:1.0.0- id_models:1.12.0- "
        "internal:0.24.0-0.31.0 ipython_check:1.2.15- is_display_progress_enabled:1.15.0- "
        "iterate_node_executions:0.21.0- iterate_task_executions:0.21.0- launch_plan_models:0.21.0- "
        "literal_models:0.21.0- literals_pb2:0.21.0- logger:1.10.3- logging:0.24.0-0.30.3 os:0.21.0- "
        "pathlib:1.1.0- platform_config:0.21.0-0.31.0 remote_logger:0.21.0-1.10.2 requests:1.2.12- "
        "run_sync:1.14.0- scoped_grpc_deadline:1.16.21- sdk_config:0.21.0-0.31.0 serialize:0.25.0-0.31.0 "
        "set_flyte_config_file:0.23.0-0.31.0 singledispatchmethod:-0.31.0 strict_type_hint_matching:1.15.0- "
        "task_models:0.22.0- tempfile:1.2.12- time:0.21.0- timedelta:0.21.0- tracker:0.32.0-1.0.3 "
        "translate_inputs_to_literals:1.16.19- type_models:1.2.8- typing user_exceptions utils:0.30.0- uuid "
        "workflow_model:0.32.0-"
    ),
    "flytekit.remote.remote_callable:0.31.0-": (
        "ABC Any BranchEvalMode Dict:0.32.0-1.13.15 ExecutionState FlyteContext Identifier:1.15.0- "
        "NodeMetadata Optional Promise RemoteEntity Tuple Type:0.32.0-1.13.15 Union VoidPromise "
        "abstractmethod create_and_link_node_from_remote extract_obj_name logger user_exceptions"
    ),
    "flytekit.remote.remote_fs:1.10.1-": (
        "CreateUploadLocationResponse:-1.10.7 FlyteFS FlytePathResolver FlyteRemote HTTPFileSystem "
        "HashStructure HttpFileWriter NoOpCallback REMOTE_PLACEHOLDER UUID annotations b64encode:-1.10.7 "
        "base64 fsspec get_flyte_fs get_protocol hash_file hashlib logger os pathlib random requests "
        "threading typing"
    ),
    "flytekit.remote.task:0.25.0-1.2.7": (
        "FlyteTask Interface:-0.31.0 Optional:-0.31.0 RemoteEntity:0.31.0- TypeEngine:-0.31.0 "
        "hash_mixin:0.31.0- logger:-0.31.0"
    ),
    "flytekit.remote.tasks:0.20.0-0.24.0": "executions task",
    "flytekit.remote.tasks.executions:0.20.0-0.24.0": "Any Dict FlyteContextManager:-0.20.2 FlyteTaskExecution Optional TypeEngine:-0.20.2 os:-0.20.2",
    "flytekit.remote.tasks.task:0.20.0-0.24.0": "FlyteTask Interface:0.22.0- Optional:0.22.0- TypeEngine:0.22.0- logger:0.22.0-",
    "flytekit.remote.workflow:0.20.0-1.2.7": (
        "Dict FlyteWorkflow Interface:0.22.0-0.31.0 List Optional RemoteEntity:0.31.0- "
        "TypeEngine:0.22.0-0.31.0 annotations:0.25.0- compiler_models:0.25.0- id_models:0.25.0- "
        "launch_plan_models:0.25.0-"
    ),
    "flytekit.remote.workflow_execution:0.20.0-0.24.0": (
        "Any Dict FlyteContextManager:-0.20.2 FlyteWorkflowExecution List:-0.22.4 ResourceType:-0.20.2 "
        "TypeEngine:-0.20.2"
    ),
    "flytekit.sdk:-0.26.4": "exceptions sagemaker:-0.23.1 spark_types tasks test_utils types workflow",
    "flytekit.sdk.exceptions:-0.26.4": "RecoverableException",
    "flytekit.sdk.sagemaker:-0.23.1": "task",
    "flytekit.sdk.sagemaker.task:-0.23.1": "CustomTrainingJobTask DefaultOutputPersistPredicate custom_training_job_task typing",
    "flytekit.sdk.spark_types:-0.26.4": "SparkType enum",
    "flytekit.sdk.tasks:-0.26.4": (
        "dynamic_sidecar_task dynamic_task generic_spark_task hive_task inputs outputs python_task "
        "pytorch_task:-0.23.1 qubole_hive_task qubole_spark_task sidecar_task spark_task "
        "tensorflow_task:-0.23.1"
    ),
    "flytekit.sdk.test_utils:-0.26.4": "LocalTestFileSystem flyte_test",
    "flytekit.sdk.types:-0.26.4": "Types",
    "flytekit.sdk.workflow:-0.26.4": "Dict Input Output flytekit workflow workflow_class",
    "flytekit.sensor:1.9.1-": "BaseSensor FileSensor SensorEngine base_sensor file_sensor sensor_engine",
    "flytekit.sensor.base_sensor:1.9.1-": (
        "Any AsyncAgentExecutorMixin:-1.15.4 AsyncConnectorExecutorMixin:1.16.0- BaseSensor Dict "
        "INPUTS:-1.10.7 Interface Optional Protocol:1.11.0- PythonTask ResourceMeta:1.11.0- "
        "SENSOR_CONFIG_PKL:-1.10.7 SENSOR_MODULE:-1.10.7 SENSOR_NAME:-1.10.7 SensorConfig:1.11.0- "
        "SensorMetadata:1.11.0- SerializationSettings T TaskMetadata:1.15.3- TypeVar Union:1.15.3- "
        "abstractmethod asdict:1.11.0- collections dataclass:1.11.0- datetime:1.15.3- get_type_hints inspect "
        "jsonpickle:-1.10.7 runtime_checkable:1.11.0- typing:1.11.0-"
    ),
    "flytekit.sensor.file_sensor:1.9.1-": (
        "BaseSensor FileSensor FlyteContextManager Optional T:-1.10.7 TypeVar:-1.10.7 Union:1.15.3- "
        "datetime:1.15.3-"
    ),
    "flytekit.sensor.sensor_engine:1.9.1-": (
        "AgentBase:-1.10.7 AgentRegistry:-1.15.4 AsyncAgentBase:1.11.0-1.15.4 AsyncConnectorBase:1.16.0- "
        "ConnectorRegistry:1.16.0- CreateTaskResponse:-1.10.7 DeleteTaskResponse:-1.10.7 FlyteContextManager "
        "GetTaskResponse:-1.10.7 INPUTS:-1.10.7 LiteralMap Optional RUNNING:-1.10.3 Resource "
        "SENSOR_CONFIG_PKL:-1.10.7 SENSOR_MODULE:-1.10.7 SENSOR_NAME:-1.10.7 SUCCEEDED:-1.10.3 SensorEngine "
        "SensorMetadata:1.11.0- T:-1.10.7 TaskExecution:1.10.7- TaskTemplate TypeEngine cloudpickle:-1.10.7 "
        "grpc:-1.10.3 importlib jsonpickle:-1.10.7 typing:-1.10.7"
    ),
    "flytekit.testing": "SecretsManager:0.16.2- patch task_mock",
    "flytekit.tools": (
        "fast_registration ignore:1.0.0- interactive:1.2.15- lazy_loader:-0.26.4 module_loader repo:0.32.0- "
        "script_mode:0.32.0- serialize_helpers:0.32.0- subprocess translator:0.30.0-"
    ),
    "flytekit.tools.fast_registration": (
        "BarColumn:1.15.0- CopyFileDetection:1.13.7- DockerIgnore:1.0.0- FAST_FILEENDING:1.0.0- "
        "FAST_PREFIX:1.0.0- FastPackageOptions:1.12.3- FlyteContextManager:0.30.0- "
        "FlyteDataNotFoundException:1.13.4- FlyteIgnore:1.12.3- GitIgnore:1.0.0- Ignore:1.12.3- "
        "IgnoreGroup:1.0.0- List:1.13.7- Optional:1.0.0- PICKLE_FILE_PATH:1.14.0- Progress:1.15.0- "
        "StandardIgnore:1.0.0- TextColumn:1.15.0- TimeElapsedColumn:1.15.0- Tree:1.13.7- Union:1.13.7- "
        "annotations:1.0.0- checksumdir:0.24.0-0.32.6 click:1.1.1- compress_tarball:1.13.7- compute_digest "
        "dataclass:1.12.3- download_distribution fast_package:1.0.0- file_access:0.30.0-1.2.3 "
        "filter_tar_file_fn:-0.32.6 get_additional_distribution_loc gzip:1.1.0- hashlib:1.0.0- "
        "is_display_progress_enabled:1.15.0- logger:1.13.0- ls_files:1.13.7- os:1.0.0- pathlib:1.13.7- "
        "posixpath:0.32.0- print_ls_tree:1.13.7- rich_print:1.13.7- shutil:1.13.7- stat:1.14.0- "
        "subprocess:1.12.0- tar_strip_file_attributes:1.1.0- tarfile:1.0.0- tempfile:1.1.0- time:1.13.7- "
        "timeit:1.2.12- typing:1.10.7- upload_package:-0.32.6"
    ),
    "flytekit.tools.ignore:1.0.0-": (
        "ABC Dict:-1.14.9 DockerIgnore FlyteIgnore:1.12.3- GitIgnore Ignore IgnoreGroup List Optional Path "
        "PatternMatcher STANDARD_IGNORE_PATTERNS StandardIgnore Type:1.1.0- abstractmethod cli_logger:-1.10.2 "
        "fnmatch logger:1.10.3- os subprocess tarfile:1.12.0- which"
    ),
    "flytekit.tools.interactive:1.2.15-": "ipython_check",
    "flytekit.tools.lazy_loader:-0.26.4": "LazyLoadPlugin List annotations lazy_load_module",
    "flytekit.tools.module_loader": (
        "Any:0.18.0- Iterator List Union add_sys_path contextlib importlib iterate_modules:-1.0.5 "
        "iterate_registerable_entities_in_order:-0.26.4 just_load_modules load_module_object_for_type:-1.0.5 "
        "load_object_from_module:0.18.0- load_workflow_modules:-1.0.5 module_load_error_handler:1.13.7- os "
        "pkgutil sys trigger_loading:0.30.0-1.0.5"
    ),
    "flytekit.tools.repo:0.32.0-": (
        "CopyFileDetection:1.13.7- FastSerializationSettings:1.2.5- FlyteContextManager "
        "FlyteControlPlaneEntity:1.2.5- FlyteEntities:1.16.0- FlyteEntityAlreadyExistsException:-1.2.4 "
        "FlyteRemote:1.2.5- Identifier ImageConfig:1.2.5- LaunchPlanCreateRequest:1.1.0-1.2.4 "
        "NoSerializableEntitiesError Options Path:1.1.0- PythonTask:1.16.0- RegistrableEntity:-1.2.4 "
        "RegistrationSkipped:1.2.8- ResourceSpec:1.16.1- ResourceType:-1.0.5 SerializationSettings "
        "SynchronousFlyteClient:-1.2.4 TaskCreateRequest:1.1.0-1.2.4 WorkflowCreateRequest:1.1.0-1.2.4 "
        "admin_workflow_models:-1.0.5 asyncio:1.12.0- click fast_registration find_common_root:1.1.0- "
        "functools:1.12.0- get_registrable_entities hydrate_registration_parameters:1.1.0-1.2.4 "
        "identifier_pb2:1.1.0-1.2.4 launch_plan:1.2.5- launch_plan_models:-1.0.5 "
        "list_packages_and_modules:1.13.7- load_packages_and_modules:1.1.0-1.13.5 logger module_loader os "
        "package persist_registrable_entities print_registration_status:1.14.0- register rprint:1.14.0- "
        "secho:1.2.8-1.13.15 serialize:-1.13.5 serialize_and_package "
        "serialize_get_control_plane_entities:1.13.7- serialize_load_only:1.13.7- serialize_to_folder tarfile "
        "task:1.12.0- task_models:-1.0.5 tempfile typing"
    ),
    "flytekit.tools.script_mode:0.32.0-": (
        "CopyFileDetection:1.13.7- EXCLUDE_DIRS:1.13.7- IgnoreGroup:1.13.7- ImperativeWorkflow:1.2.12-1.13.3 "
        "List:1.13.4- ModuleType:1.13.4- Optional:1.13.4- Path PythonFunctionTask:1.2.12-1.13.3 Tuple:1.13.7- "
        "Union:1.13.7- WorkflowBase:-1.13.3 add_imported_modules_from_source:1.13.4- annotations:1.13.7- "
        "base64:-0.32.6 compress_scripts:1.2.12- compress_single_script:-1.4.2 context_manager:-1.4.2 "
        "copy_module_to_destination:1.2.12-1.13.3 datetime:1.13.7- extract_task_module:-1.1.1 "
        "fast_register_single_script:-1.4.2 flytekit:1.13.7- get_all_modules:1.13.4- "
        "get_full_module_path:1.1.2-1.13.3 gzip:0.32.3- hash_file hashlib importlib:1.1.2-1.13.3 "
        "list_all_files:1.13.7- list_imported_modules_as_files:1.13.7- logger:1.13.7- lru_cache:1.15.2- "
        "ls_files:1.13.7- os shutil site:1.13.4- stat:1.14.0- sys:1.13.4- tar_strip_file_attributes tarfile "
        "tempfile timezone:1.14.7- typing"
    ),
    "flytekit.tools.serialize_helpers:0.32.0-": (
        "EagerAsyncPythonFunctionTask:1.15.1- FlyteControlPlaneEntity:1.2.5- FlyteValidationException:-1.4.2 "
        "LaunchPlan Options OrderedDict PythonTask RegistrableEntity:-1.2.4 RemoteEntity:1.2.11- "
        "TaskSpec:1.2.5- WorkflowBase WorkflowSpec:1.2.5- admin_workflow_models click flyte_context "
        "get_registrable_entities get_serializable math os:1.12.0- persist_registrable_entities sys "
        "task_models typing"
    ),
    "flytekit.tools.subprocess": "check_call logger:0.31.0- logging:-0.30.3 shlex:1.12.0- subprocess:1.12.0- tempfile:1.12.0-",
    "flytekit.tools.translator:0.30.0-": (
        "ApproveCondition:1.2.8- ArrayNode:1.13.2- ArrayNodeMapTask:1.9.0- ArrayNodeModel:1.9.0- BranchNode "
        "BranchNodeModel Callable ClassDecorator:1.10.2- ConcurrencyPolicy:1.16.6- ContainerTask:1.2.12- Dict "
        "EagerAsyncPythonFunctionTask:1.15.0- FlyteControlPlaneEntity FlyteLocalEntity Gate:1.2.8- "
        "GateNode:1.2.8- Image:1.12.2- ImageConfig:1.12.2- ImageSpec:1.12.2- LaunchPlan List "
        "MapPythonTask:0.32.1- Node Optional Options:0.32.0- OrderedDict PodTemplate:1.15.0- "
        "PythonAutoContainerTask PythonFunctionTask:0.32.0- PythonTask ReferenceEntity ReferenceLaunchPlan "
        "ReferenceSpec ReferenceTask ReferenceTemplate ReferenceWorkflow "
        "SERIALIZED_CONTEXT_ENV_VAR:0.32.0-0.32.3 SerializationSettings SignalCondition:1.2.8- "
        "SleepCondition:1.2.8- SourceCode:1.2.8- TaskNodeOverrides TaskSpec:1.2.8- TaskTemplate:1.2.8- Tuple "
        "Union WorkflowBase WorkflowSpec:1.2.8- admin_workflow_models common_models:0.32.0-1.13.15 "
        "context_manager:1.12.2- dataclass:0.32.0-1.13.15 gather_dependent_entities "
        "get_command_prefix_for_fast_execute:0.32.5- get_reference_spec get_serializable "
        "get_serializable_array_node:1.9.0- get_serializable_array_node_map_task:1.13.2- "
        "get_serializable_branch_node get_serializable_flyte_task:1.2.8- "
        "get_serializable_flyte_workflow:1.2.8- get_serializable_launch_plan get_serializable_node "
        "get_serializable_task get_serializable_workflow interface_models prefix_with_fast_execute:0.32.1- "
        "schedule_pb2:1.11.0- security:0.32.0-1.13.15 sys:1.2.8- task_models:-1.2.7 to_serializable_case "
        "to_serializable_cases typing:0.32.0- workflow_model"
    ),
    "flytekit.type_engines:-0.26.4": "common default",
    "flytekit.type_engines.common:-0.26.4": "TypeEngine",
    "flytekit.type_engines.default:-0.26.4": "flyte",
    "flytekit.type_engines.default.flyte:-0.26.4": "FlyteDefaultTypeEngine Type",
    "flytekit.types": "directory error:1.10.3- file iterator:1.8.0- numpy:1.0.4- pickle:0.24.0- schema structured:0.30.0-",
    "flytekit.types.directory": (
        "FlyteDirToMultipartBlobTransformer:1.14.0- FlyteDirectory TFRecordsDirectory:1.2.8- TensorboardLogs "
        "tensorboard:0.25.0- tfrecords_dir:1.2.8- types typing"
    ),
    "flytekit.types.directory.types": (
        "Any:1.2.12- AsyncTypeTransformer:1.14.0- Binary:1.14.0- Blob BlobMetadata BlobType:1.12.0- "
        "DataClassJsonMixin:1.9.1- Dict:1.14.0- FileExt:1.2.4- FlyteAssertion:1.10.7- FlyteContext "
        "FlyteContextManager:1.2.12- FlyteDirToMultipartBlobTransformer FlyteDirectory FlyteFile:1.2.12- "
        "Generator:1.2.12- Literal LiteralType MESSAGEPACK:1.14.0- Path PathType:1.2.4- Scalar "
        "SerializableType:1.13.1- Struct:1.14.0- T Tuple:1.2.12- TypeEngine TypeTransformer:-1.13.15 "
        "TypeTransformerFailedError:1.12.0- UUID:1.2.12- annotations asyncio:1.16.0- config:0.25.0- "
        "dataclass:0.25.0- dataclass_json:0.25.0-1.9.0 field:0.25.0- fields:0.25.0- fsspec:1.2.12- "
        "get_batch_size:1.9.1- get_protocol:1.2.12- json:1.14.0- loop_manager:1.16.0- "
        "model_serializer:1.14.0- model_validator:1.14.0- msgpack:1.14.0- noop:0.22.0- os partial:1.15.0- "
        "pathlib:0.22.0- random:1.2.12- typing"
    ),
    "flytekit.types.error:1.10.3-": "FlyteError error",
    "flytekit.types.error.error:1.10.3-": (
        "DataClassJSONMixin Error ErrorTransformer FlyteContext FlyteError Literal LiteralType Scalar T Type "
        "TypeEngine TypeTransformer TypeTransformerFailedError TypeVar dataclass"
    ),
    "flytekit.types.file": (
        "Annotated:1.2.4- CSVFile:0.21.4- FileExt:1.2.4- FlyteFile FlyteFilePathTransformer:1.14.0- "
        "HDF5EncodedFile HTMLPage JPEGImageFile JSONLFile:1.12.2- JoblibSerializedFile ONNXFile:1.1.1- "
        "PDFFile PNGImageFile PythonNotebook PythonPickledFile SVGImageFile TFRecordFile:1.2.8- csv:0.25.0- "
        "file get_args:1.2.4- get_origin:1.2.4- hdf5:0.25.0- html:0.25.0- image:1.10.0- ipynb:0.25.0- "
        "joblib:0.25.0- jpeg:0.25.0- jsonl_file:1.12.2- onnx:1.1.1- pdf:0.25.0- png:0.25.0- "
        "python_pickle:0.25.0- svg:0.25.0- tfrecords_file:1.2.8- typing"
    ),
    "flytekit.types.file.file": (
        "Annotated:1.2.12-1.6.1 AsyncTypeTransformer:1.14.0- Binary:1.14.0- Blob BlobMetadata "
        "BlobType:0.23.0- DataClassJSONMixin:1.10.0- DataClassJsonMixin:1.9.1-1.9.1 Dict:1.14.0- "
        "FlyteAssertion:1.10.7- FlyteContext FlyteContextManager:1.2.12- FlyteFile FlyteFilePathTransformer "
        "FlytePickleTransformer:0.25.0- Literal LiteralType MESSAGEPACK:1.14.0- Scalar "
        "SerializableType:1.13.1- Struct:1.14.0- T TypeEngine TypeTransformer:-1.13.15 "
        "TypeTransformerFailedError:0.32.0- annotations cast:1.13.1- config:0.25.0- contextmanager:1.2.12- "
        "dataclass:0.25.0- dataclass_json:0.25.0-1.9.0 field:0.25.0- fields:0.25.0- get_args:1.2.12-1.6.1 "
        "get_origin:1.2.12-1.6.1 get_underlying_type:1.2.15- json:1.14.0- logger:0.22.0- mimetypes:1.10.2- "
        "model_serializer:1.14.0- model_validator:1.14.0- msgpack:1.14.0- noop os partial:1.15.0-1.16.3 "
        "pathlib:0.22.0- typing unquote:1.12.3-"
    ),
    "flytekit.types.file.image:1.10.0-": (
        "Blob BlobMetadata FlyteContext Literal LiteralType PIL PILImageTransformer Scalar T Type TypeEngine "
        "TypeTransformer TypeTransformerFailedError pathlib typing"
    ),
    "flytekit.types.iterator:1.8.0-": "FlyteIterator JSON:1.12.2- iterator json_iterator:1.12.2-",
    "flytekit.types.iterator.iterator:1.8.0-": (
        "FlyteContext FlyteIterator IteratorTransformer Literal LiteralCollection LiteralType T TypeEngine "
        "TypeTransformer TypeTransformerFailedError collections get_args typing"
    ),
    "flytekit.types.iterator.json_iterator:1.12.2-": (
        "Any AsyncTypeTransformer:1.14.0- Blob BlobMetadata Dict FlyteContext Iterator JSON JSONCollection "
        "JSONIterator JSONIteratorTransformer JSONScalar List Literal LiteralType Path Scalar Type TypeAlias "
        "TypeEngine TypeTransformer:-1.13.15 TypeTransformerFailedError Union jsonlines"
    ),
    "flytekit.types.numpy:1.0.4-": "NumpyArrayTransformer logger:1.13.0- ndarray numpy:1.13.0-",
    "flytekit.types.numpy.ndarray:1.0.4-": (
        "Annotated:1.2.2- AsyncTypeTransformer:1.14.0- Blob BlobMetadata Dict:1.2.2- FlyteContext "
        "HashMethod:1.13.3- Literal LiteralType NumpyArrayTransformer OrderedDict:1.2.2- Scalar Tuple:1.2.2- "
        "Type TypeEngine TypeTransformer:-1.13.15 TypeTransformerFailedError extract_metadata:1.2.2- "
        "get_args:1.2.2- get_origin:1.2.2- np pathlib typing"
    ),
    "flytekit.types.pickle:0.24.0-": "BatchSize:1.2.12-1.13.15 FlytePickle pickle",
    "flytekit.types.pickle.pickle:0.24.0-": (
        "AsyncTypeTransformer:1.14.0- BatchSize:1.2.12-1.13.15 Blob BlobMetadata FlyteContext "
        "FlyteContextManager:1.10.0- FlytePickle FlytePickleTransformer Literal LiteralType Scalar T Type "
        "TypeEngine TypeTransformer:-1.13.15 cloudpickle hashlib:1.15.2- os typing"
    ),
    "flytekit.types.schema": (
        "FlyteSchema FlyteSchemaTransformer:1.14.0- LocalIOSchemaReader LocalIOSchemaWriter "
        "PandasSchemaReader:-1.10.2 PandasSchemaWriter:-1.10.2 SchemaEngine SchemaFormat SchemaHandler "
        "SchemaOpenMode SchemaReader SchemaWriter types types_pandas"
    ),
    "flytekit.types.schema.types": (
        "AsyncTypeTransformer:1.14.0- Binary:1.14.0- DataClassJSONMixin:1.10.0- "
        "DataClassJsonMixin:1.9.1-1.9.1 Dict:1.14.0- Enum FlyteContext FlyteContextManager:0.19.0- "
        "FlyteSchema FlyteSchemaTransformer Literal LiteralType LocalIOSchemaReader LocalIOSchemaWriter "
        "MESSAGEPACK:1.14.0- Optional:1.14.0- Path:0.25.0- Scalar Schema SchemaEngine SchemaFormat "
        "SchemaHandler SchemaOpenMode SchemaReader SchemaType SchemaWriter SerializableType:1.13.1- "
        "Struct:1.14.0- T Type TypeEngine TypeTransformer:-1.13.15 TypeTransformerFailedError:0.32.0- "
        "abstractmethod annotations config:0.25.0- dataclass dataclass_json:0.25.0-1.9.0 datetime:1.12.0- "
        "field:0.25.0- fields:0.25.0- generate_ordered_files json:1.14.0- logger:1.2.5- "
        "model_serializer:1.14.0- model_validator:1.14.0- msgpack:1.14.0- os pandas:-1.10.2 typing"
    ),
    "flytekit.types.schema.types_pandas": (
        "AsyncTypeTransformer:1.14.0- FastParquetIO:-0.31.0 FlyteContext Literal LiteralType "
        "LocalIOSchemaReader LocalIOSchemaWriter PandasDataFrameTransformer PandasSchemaReader "
        "PandasSchemaWriter ParquetIO Scalar Schema SchemaEngine SchemaFormat SchemaHandler SchemaType T Type "
        "TypeEngine TypeTransformer:-1.13.15 os pandas sdk:-0.31.0 typing"
    ),
    "flytekit.types.structured:0.30.0-": (
        "ArrowRenderer:1.2.12- ArrowToBQEncodingHandlers:-1.5.0 ArrowToParquetEncodingHandler:-1.5.0 "
        "BQToArrowDecodingHandler:-1.5.0 BQToPandasDecodingHandler:-1.5.0 DuplicateHandlerError:1.14.1- "
        "LocalSDK:0.32.0-1.5.0 PandasToBQEncodingHandlers:-1.5.0 PandasToParquetEncodingHandler:-1.5.0 "
        "ParquetToArrowDecodingHandler:-1.5.0 ParquetToPandasDecodingHandler:-1.5.0 StructuredDataset:1.0.0- "
        "StructuredDatasetDecoder:1.0.0- StructuredDatasetEncoder:1.0.0- "
        "StructuredDatasetMetadata:1.14.0-1.14.0 StructuredDatasetTransformerEngine:1.0.0- "
        "StructuredDatasetType:1.14.0-1.14.0 TopFrameRenderer:1.2.12- USE_STRUCTURED_DATASET:-0.31.0 "
        "basic_dfs bigquery functools:1.16.0- is_imported:1.14.1- "
        "lazy_import_structured_dataset_handler:1.14.1- logger register_arrow_handlers:1.2.12- "
        "register_bigquery_handlers:1.2.12- register_csv_handlers:1.8.0- register_pandas_handlers:1.2.12- "
        "register_snowflake_handlers:1.13.2- snowflake:1.13.2- structured_dataset"
    ),
    "flytekit.types.structured.basic_dfs:0.30.0-": (
        "ABFS:1.1.1-1.1.1 ArrowRenderer:1.1.2-1.5.0 ArrowToParquetEncodingHandler CSV:1.8.0- "
        "CSVToPandasDecodingHandler:1.8.0- DataConfig:1.2.12- DataPersistencePlugins:-1.1.1 "
        "FLYTE_DATASET_TRANSFORMER:-0.30.0 FlyteContext GCS:0.31.0-1.1.1 LOCAL:-1.1.1 "
        "NoCredentialsError:1.2.12- PARQUET PandasToCSVEncodingHandler:1.8.0- PandasToParquetEncodingHandler "
        "ParquetToArrowDecodingHandler ParquetToPandasDecodingHandler Path:1.2.12- S3:-1.1.1 "
        "StructuredDataset StructuredDatasetDecoder StructuredDatasetEncoder StructuredDatasetMetadata "
        "StructuredDatasetTransformerEngine:0.30.1-1.5.0 StructuredDatasetType T TopFrameRenderer:1.1.2-1.5.0 "
        "TypeVar get_fsspec_storage_options:1.10.0- get_pandas_storage_options:1.10.0- get_protocol:1.2.12- "
        "get_storage_options:1.2.12-1.9.1 lazy_module:1.10.3- literals logger:1.2.12- os pa pd pq:-1.10.2 "
        "protocol:-1.1.1 s3_setup_args:1.2.12-1.9.1 split_protocol:1.2.12- strip_protocol:1.2.12- typing"
    ),
    "flytekit.types.structured.bigquery:0.30.0-": (
        "ArrowToBQEncodingHandlers BIGQUERY BQToArrowDecodingHandler BQToPandasDecodingHandler DF:-0.30.3 "
        "FLYTE_DATASET_TRANSFORMER:-0.30.0 FlyteContext PandasToBQEncodingHandlers StructuredDataset "
        "StructuredDatasetDecoder StructuredDatasetEncoder StructuredDatasetMetadata "
        "StructuredDatasetTransformerEngine:0.30.1-1.5.0 StructuredDatasetType bigquery bigquery_storage "
        "lazy_module:1.10.3- literals pa pd re types typing"
    ),
    "flytekit.types.structured.snowflake:1.13.2-": (
        "FlyteContext PROTOCOL_SEP PandasToSnowflakeEncodingHandlers SNOWFLAKE "
        "SnowflakeToPandasDecodingHandler StructuredDataset StructuredDatasetDecoder StructuredDatasetEncoder "
        "StructuredDatasetMetadata StructuredDatasetType flytekit get_private_key literals pd re snowflake "
        "typing write_pandas"
    ),
    "flytekit.types.structured.structured_dataset:0.30.0-": (
        "ABC ABFS:1.1.1-1.1.1 Annotated AsyncTypeTransformer:1.14.0- BIGQUERY:-1.1.1 Binary:1.14.0- "
        "CSV:1.8.0- DF DataClassJSONMixin:1.10.0- DataClassJsonMixin:1.9.1-1.9.1 "
        "DataPersistencePlugins:1.1.2-1.4.2 Dict DiskPersistence:1.1.2-1.4.2 DuplicateHandlerError:1.1.2- "
        "FLYTE_DATASET_TRANSFORMER:-0.30.0 FlyteContext FlyteContextManager GCS:0.31.0-1.1.1 "
        "GENERIC_FORMAT:1.2.8- GENERIC_PROTOCOL:1.2.12- Generator Generic:1.14.0- LOCAL:-1.1.1 List:1.13.2- "
        "Literal LiteralType MESSAGEPACK:1.14.0- Optional PARQUET Renderable:1.1.2- S3:-1.1.1 Scalar "
        "SchemaType SerializableType:1.13.1- Struct:1.14.0- StructuredDataset StructuredDatasetDecoder "
        "StructuredDatasetEncoder StructuredDatasetFormat StructuredDatasetMetadata "
        "StructuredDatasetTransformerEngine StructuredDatasetType T Type TypeAlias TypeEngine "
        "TypeTransformer:-1.13.15 TypeTransformerFailedError:1.14.0- USE_STRUCTURED_DATASET:-0.31.0 Union "
        "abstractmethod annotations collections config convert_schema_type_to_structured_dataset_type "
        "dataclass dataclass_json:-1.9.0 developer_logger:1.13.0- extract_cols_and_format field fields "
        "flatten_dict:1.12.0- flyte_dataset_transformer:0.30.1- get_args get_origin get_protocol:1.2.12- "
        "get_supported_types:1.2.12- importlib:0.32.0-1.1.1 is_dataclass:1.12.0- json:1.14.0- "
        "lazy_module:1.2.12- literals logger loop_manager:1.14.0- model_serializer:1.14.0- "
        "model_validator:1.14.0- modify_literal_uris:1.14.6- msgpack:1.14.0- os:-1.3.4 pa pandas:0.32.0-1.1.1 "
        "pd:0.32.0- pl:1.1.0-1.1.1 protocol_prefix:-1.4.2 pyarrow:-1.1.1 pyspark:0.32.0-1.1.1 re:-1.1.1 "
        "type_models types typing"
    ),
    "flytekit.utils:1.14.0-": "asyn dict_formatter:1.15.1- pbhash rate_limiter:1.15.0-",
    "flytekit.utils.asyn:1.14.0-": (
        "Any Awaitable Callable P ParamSpec T TypeVar asyncio atexit contextmanager functools logger "
        "loop_manager os run_sync threading"
    ),
    "flytekit.utils.dict_formatter:1.15.1-": "Any Dict Optional format_dict get_nested_value re replace_placeholder",
    "flytekit.utils.pbhash:1.13.14-": "Message base64 compute_hash compute_hash_string hashlib json json_format",
    "flytekit.utils.rate_limiter:1.15.0-": "RateLimiter asyncio datetime deque developer_logger run_sync timedelta",
}

#: The names that any release of a task plugin has had.
PLUGINS: dict[str, str] = {
    "flytekitplugins.athena": "AthenaConfig AthenaTask task",
    "flytekitplugins.awsbatch": "AWSBatchConfig task",
    "flytekitplugins.bigquery": (
        "BigQueryAgent BigQueryConfig BigQueryConnector BigQueryPlugin BigQueryTask agent backend_plugin "
        "connector task"
    ),
    "flytekitplugins.dask": "Dask Scheduler WorkerGroup models task",
    "flytekitplugins.hive": "HiveConfig HiveSelectTask HiveTask task",
    "flytekitplugins.inference": "HFSecret Model NIM NIMSecrets Ollama VLLM nim ollama sidecar_template vllm",
    "flytekitplugins.kfmpi": "CleanPodPolicy HorovodJob Launcher MPIJob RestartPolicy RunPolicy Worker task",
    "flytekitplugins.kfpytorch": (
        "CleanPodPolicy Elastic Master PyTorch RestartPolicy RunPolicy Worker error_handling models "
        "pod_template task"
    ),
    "flytekitplugins.kftensorflow": "Chief CleanPodPolicy Evaluator PS RestartPolicy RunPolicy TfJob Worker models task",
    "flytekitplugins.papermill": "NotebookTask load_flytedirectory load_flytefile load_structureddataset record_outputs task",
    "flytekitplugins.pod": "Pod task warnings",
    "flytekitplugins.ray": "AutoscalerOptionsConfig HeadNodeConfig RayJobConfig WorkerNodeConfig models task",
    "flytekitplugins.slurm": (
        "Slurm SlurmConfig SlurmFunction SlurmFunctionAgent SlurmFunctionConfig SlurmFunctionConnector "
        "SlurmFunctionTask SlurmRemoteScript SlurmScriptAgent SlurmScriptConfig SlurmScriptConnector "
        "SlurmShellTask SlurmTask function script ssh_utils"
    ),
    "flytekitplugins.snowflake": "SnowflakeAgent SnowflakeConfig SnowflakeConnector SnowflakeTask agent connector task",
    "flytekitplugins.spark": (
        "Databricks DatabricksAgent DatabricksConnector DatabricksV2 GenericSparkConf "
        "ParquetToSparkDecodingHandler PySparkPipelineModelTransformer Spark SparkDataFrameSchemaReader "
        "SparkDataFrameSchemaWriter SparkDataFrameTransformer SparkToParquetEncodingHandler agent connector "
        "databricks_auth generic_task models new_spark_session pyspark_transformers schema sd_transformers "
        "task utils"
    ),
    "flytekitplugins.sqlalchemy": "SQLAlchemyConfig SQLAlchemyDefaultImages SQLAlchemyTask task",
}
