"""The public names of flytekit's modules, generated from the releases 1.10.7, 1.11.0, 1.12.3, 1.13.15, 1.14.9, 1.15.4, 1.16.0, 1.16.10, 1.16.20 and 1.16.30.

Do not edit: ``python tools/generate_names.py`` writes this file. A module whose names are ``*`` may have any.
"""

from __future__ import annotations

#: The names that any of the releases has, by module.
MODULES: dict[str, str] = {
    "flytekit": (
        "Annotations Artifact AuthRole BatchSize Blob BlobMetadata BlobType Cache CachePolicy Checkpoint "
        "ConcurrencyLimitBehavior ConcurrencyPolicy Config ContainerTask CronSchedule Deck Description "
        "Documentation Email Environment ExecutionParameters FixedRate FlyteContext FlyteContextManager "
        "FlyteDirectory FlyteFile FlyteRemote Generator HashMethod ImageSpec LOGGING_RICH_FMT_ENV_VAR Labels "
        "LaunchPlan LaunchPlanReference Literal LiteralType Options PagerDuty PodTemplate PythonFunctionTask "
        "PythonInstanceTask Resources SQLTask Scalar Secret SecurityContext SensorEngine Slack SourceCode "
        "StructuredDataset StructuredDatasetFormat StructuredDatasetTransformerEngine StructuredDatasetType "
        "TaskMetadata TaskReference VersionParameters Workflow WorkflowExecutionPhase WorkflowFailurePolicy "
        "WorkflowReference approve bin clients clis conditional configuration constants core current_context "
        "deck directory dynamic eager entry_points exceptions experimental extend extras file "
        "get_reference_entity image_spec interaction interactive interfaces iterator kwtypes lazy_import "
        "lazy_module load_implicit_plugins logger loggers map_task models new_context os "
        "reference_launch_plan reference_task reference_workflow remote sensor sleep sys task testing tools "
        "traceback types utils wait_for_input workflow"
    ),
    "flytekit._ast": "parser",
    "flytekit._ast.parser": "ast get_function_param_location inspect typing",
    "flytekit._version": "COMMIT_ID TYPE_CHECKING Tuple Union VERSION_TUPLE annotations commit_id version version_tuple",
    "flytekit.bin": "entrypoint",
    "flytekit.bin.entrypoint": (
        "ArrayNodeMapTaskResolver Callable Dict ExecutionParameters ExecutionState FLYTE_FAIL_ON_ERROR "
        "FastSerializationSettings FileAccessProvider FlyteContext FlyteContextManager FlyteException "
        "FlyteNonRecoverableSystemException FlyteRecoverableException FlyteUserRuntimeException IgnoreOutputs "
        "ImageConfig List MapTaskResolver Optional OutputMetadataTracker PythonTask RUNTIME_PACKAGES_ENV_NAME "
        "SERIALIZED_CONTEXT_ENV_VAR SerializationSettings StatsConfig SyncCheckpoint Timestamp VoidPromise "
        "asyncio click compute_hash_string contextlib datetime execute_task_cmd exit fast_execute_task_cmd "
        "faulthandler get_container_error_timestamp get_one_of get_traceback_str get_version_message inspect "
        "load_object_from_module logger map_execute_task_cmd normalize_inputs os pathlib setup_execution "
        "signal str2bool subprocess sys tempfile textwrap time traceback user_space_logger utils uuid "
        "warnings"
    ),
    "flytekit.clients": "auth auth_helper friendly grpc_utils helpers raw",
    "flytekit.clients.auth": "auth_client authenticator default_html exceptions keyring token_client",
    "flytekit.clients.auth.auth_client": (
        "AccessTokenNotFoundError AuthorizationClient AuthorizationCode Credentials EndpointMetadata "
        "OAuthCallbackHandler OAuthHTTPServer Queue annotations base64 click dataclass get_context "
        "get_default_success_html hashlib logging multiprocessing os re requests threading time typing "
        "webbrowser"
    ),
    "flytekit.clients.auth.authenticator": (
        "AccessTokenNotFoundError AuthenticationError AuthenticationPending Authenticator AuthorizationClient "
        "ClientConfig ClientConfigStore ClientCredentialsAuthenticator CommandAuthenticator Credentials "
        "DeviceCodeAuthenticator KeyringStore PKCEAuthenticator StaticClientConfigStore abstractmethod click "
        "dataclass logging requests subprocess token_client typing"
    ),
    "flytekit.clients.auth.default_html": "get_default_success_html suppress",
    "flytekit.clients.auth.exceptions": "AccessTokenNotFoundError AuthenticationError AuthenticationPending",
    "flytekit.clients.auth.keyring": "Credentials KeyringStore NoKeyringError PasswordDeleteError dataclass keyring logging typing",
    "flytekit.clients.auth.token_client": (
        "AuthenticationError AuthenticationPending DeviceCodeResponse GrantType base64 dataclass datetime "
        "enum error_auth_pending error_slow_down get_basic_authorization_header get_device_code get_token "
        "logger logging poll_token_endpoint requests time timedelta typing urllib utf_8"
    ),
    "flytekit.clients.auth_helper": (
        "AUTH_ENTRY_POINT_GROUP AuthMetadataServiceStub AuthType AuthUnaryInterceptor "
        "AuthenticationHTTPAdapter Authenticator ClientConfig ClientConfigStore "
        "ClientCredentialsAuthenticator CommandAuthenticator DefaultMetadataInterceptor "
        "DeviceCodeAuthenticator HTTPStatus OAuth2MetadataRequest PKCEAuthenticator PlatformConfig "
        "PublicClientAuthConfigRequest RemoteClientConfigStore RetryExceptionWrapperInterceptor "
        "ScopedGrpcDeadlineInterceptor bootstrap_creds_from_server entry_points get_authenticated_channel "
        "get_authenticator get_channel get_proxy_authenticator get_session grpc logging "
        "register_authenticator_plugin requests ssl typing upgrade_channel_to_authenticated "
        "upgrade_channel_to_proxy_authenticated upgrade_session_to_proxy_authenticated "
        "wrap_exceptions_channel"
    ),
    "flytekit.clients.friendly": "ARTIFACT_TYPE_DECK Duration SynchronousFlyteClient datetime lru_cache typing",
    "flytekit.clients.grpc_utils": "auth_interceptor deadline_interceptor default_metadata_interceptor wrap_exception_interceptor",
    "flytekit.clients.grpc_utils.auth_interceptor": "AuthUnaryInterceptor Authenticator grpc namedtuple typing",
    "flytekit.clients.grpc_utils.deadline_interceptor": (
        "ScopedGrpcDeadlineInterceptor contextlib contextvars get_scoped_grpc_deadline grpc "
        "scoped_grpc_deadline typing"
    ),
    "flytekit.clients.grpc_utils.default_metadata_interceptor": "DefaultMetadataInterceptor grpc typing",
    "flytekit.clients.grpc_utils.wrap_exception_interceptor": (
        "FlyteAuthenticationException FlyteEntityAlreadyExistsException FlyteEntityNotExistException "
        "FlyteException FlyteInvalidInputException FlyteSystemException FlyteSystemUnavailableException "
        "FlyteTimeout RetryExceptionWrapperInterceptor Union grpc typing"
    ),
    "flytekit.clients.helpers": "DEFAULT_SORT_ASC common iterate_node_executions iterate_task_executions",
    "flytekit.clients.raw": (
        "DataProxyServiceStub GetDomainRequest PlatformConfig ProjectListRequest RawSynchronousFlyteClient "
        "SignalList SignalListRequest SignalSetRequest SignalSetResponse annotations dataproxy_service "
        "get_channel grpc logger signal_service typing upgrade_channel_to_authenticated "
        "upgrade_channel_to_proxy_authenticated wrap_exceptions_channel"
    ),
    "flytekit.clis": "flyte_cli helpers sdk_in_container version",
    "flytekit.clis.flyte_cli": "main",
    "flytekit.clis.flyte_cli.main": (
        "Callable Dict FlyteContextManager List MessageToJson Tuple Union activate_project archive_project "
        "cli_identifiers click configparser configuration fast_register_files get_active_launch_plan "
        "get_child_executions get_execution get_launch_plan get_matching_attributes get_task get_workflow "
        "hydrate_registration_parameters importlib list_active_launch_plans list_executions "
        "list_launch_plan_names list_launch_plan_versions list_matching_attributes list_projects "
        "list_task_names list_task_versions list_workflow_names list_workflow_versions os parse_proto "
        "recover_execution register_files register_project replace requests setup_config stat sys "
        "terminate_execution update_cluster_resource_attributes update_execution_cluster_label "
        "update_execution_queue_attributes update_launch_plan update_launch_plan_meta update_plugin_override "
        "update_task_meta update_workflow_meta utils"
    ),
    "flytekit.clis.helpers": (
        "DOMAIN_PLACEHOLDER LaunchPlan PROJECT_PLACEHOLDER TaskSpec Tuple Union VERSION_PLACEHOLDER "
        "WorkflowSpec click display_help_with_error hydrate_registration_parameters parse_args_into_dict "
        "str2bool sys"
    ),
    "flytekit.clis.sdk_in_container": (
        "backfill build constants executions fetch get helpers init launchplan local_cache metrics os package "
        "pyflyte register run serialize serve utils"
    ),
    "flytekit.clis.sdk_in_container.backfill": (
        "DateTimeType DurationParamType WorkflowFailurePolicy backfill click datetime domain_option_dec "
        "get_and_save_remote_with_click_context project_option_dec resolve_backfill_window timedelta typing"
    ),
    "flytekit.clis.sdk_in_container.build": (
        "BuildCommand BuildParams BuildWorkflowCommand ImageConfig OrderedDict PythonFunctionWorkflow "
        "PythonTask RunCommand RunLevelParams SerializationSettings WorkflowCommand build build_command click "
        "dataclass get_serializable make_click_option_field typing"
    ),
    "flytekit.clis.sdk_in_container.constants": (
        "CTX_CONFIG_FILE CTX_DOMAIN CTX_NOTIFICATIONS CTX_PACKAGES CTX_PROJECT CTX_TEST CTX_VERBOSE "
        "CTX_VERSION"
    ),
    "flytekit.clis.sdk_in_container.executions": (
        "CTX_DOMAIN CTX_PROJECT EXECUTION_ID FLYTE_REMOTE_INSTANCE_KEY FlyteRemote cli_identifiers click "
        "domain_option_dec execute execution_help get_and_save_remote_with_click_context project_option_dec "
        "recover relaunch"
    ),
    "flytekit.clis.sdk_in_container.fetch": (
        "FlyteRemote Literal LiteralsResolver Panel Pretty click fetch get_and_save_remote_with_click_context "
        "literal_map_string_repr literal_string_repr print typing"
    ),
    "flytekit.clis.sdk_in_container.get": (
        "Console FlyteRemote Identifier LaunchPlanState MessageToJson NamedEntityIdentifier ResourceType Sort "
        "Table click domain_option_dec get get_and_save_remote_with_click_context launchplan print "
        "project_option_dec"
    ),
    "flytekit.clis.sdk_in_container.helpers": (
        "CTX_CONFIG_FILE CopyFileDetection FLYTE_REMOTE_INSTANCE_KEY FlyteRemote ImageConfig Optional click "
        "get_and_save_remote_with_click_context get_plugin parse_copy patch_image_config replace"
    ),
    "flytekit.clis.sdk_in_container.init": "BytesIO ZipFile click cookiecutter init os re requests",
    "flytekit.clis.sdk_in_container.launchplan": (
        "LaunchPlanState Progress click domain_option_dec get_and_save_remote_with_click_context launchplan "
        "project_option_dec"
    ),
    "flytekit.clis.sdk_in_container.local_cache": "LocalTaskCache clear_local_cache click local_cache",
    "flytekit.clis.sdk_in_container.metrics": (
        "CTX_DEPTH CTX_DOMAIN CTX_PROJECT WorkflowExecutionGetMetricsRequest WorkflowExecutionIdentifier "
        "aggregate_reference_span aggregate_spans cli_identifiers click datetime "
        "get_and_save_remote_with_click_context metrics metrics_dump metrics_explain print_span yaml"
    ),
    "flytekit.clis.sdk_in_container.package": (
        "CopyFileDetection DEFAULT_RUNTIME_PYTHON_INTERPRETER FastPackageOptions FastSerializationSettings "
        "ImageConfig NoSerializableEntitiesError SerializationSettings click constants "
        "display_help_with_error key_value_callback os package parse_copy serialize_and_package sys typing"
    ),
    "flytekit.clis.sdk_in_container.pyflyte": (
        "CTX_CONFIG_FILE CTX_PACKAGES CTX_VERBOSE ErrorHandlingCommand FLYTECTL_CONFIG_ENV_VAR "
        "FLYTECTL_CONFIG_ENV_VAR_OVERRIDE LocalSDK backfill build click configuration execute fetch get "
        "get_plugin info init launchplan local_cache logger main metrics os package register run serialize "
        "serve typing validate_package"
    ),
    "flytekit.clis.sdk_in_container.register": (
        "CopyFileDetection DefaultImages ImageConfig ResourceSpec Resources click constants "
        "display_help_with_error domain_option_dec get_and_save_remote_with_click_context key_value_callback "
        "logger os parse_copy patch_image_config project_option_dec register repo resource_callback sys "
        "typing"
    ),
    "flytekit.clis.sdk_in_container.run": (
        "Annotations ArtifactQuery Context CopyFileDetection DataClassJsonMixin DefaultImages "
        "DynamicEntityLaunchCommand Entities FastPackageOptions FastSerializationSettings FileAccessProvider "
        "FlyteContext FlyteContextManager FlyteEntityNotFoundException FlyteLaunchPlan FlyteLiteralConverter "
        "FlyteRemote FlyteSystemException FlyteTask FlyteWorkflow FlyteWorkflowExecution ImageConfig Iterator "
        "JSONEncoder Labels LaunchPlan Literal Options Parameter Progress PyFlyteParams "
        "PythonFunctionWorkflow PythonTask RawOutputDataConfig RemoteEntityGroup ResourceSpec Resources "
        "RunCommand RunLevelComputedParams RunLevelParams SerializationSettings SimpleType TextColumn "
        "TimeElapsedColumn TypeEngine Variable WorkflowBase WorkflowCommand WorkflowExecutionPhase "
        "YamlFileReadingCommand asyncio cast click compress_scripts context_manager dataclass domain_option "
        "dump_flyte_remote_snippet field fields get_all_modules get_args get_entities_in_file "
        "get_option_from_metadata get_origin get_plugin importlib inspect is_optional json key_value_callback "
        "labels_callback literal_string_repr load_naive_entity logger make_click_option_field module_loader "
        "options_from_run_params os parse_copy patch_image_config pathlib pretty_print_exception "
        "project_option remote_fs resource_callback run run_command run_remote security sys t tempfile "
        "to_click_option typing yaml"
    ),
    "flytekit.clis.sdk_in_container.serialize": (
        "CTX_ENV CTX_FLYTEKIT_VIRTUALENV_ROOT CTX_IMAGE CTX_LOCAL_SRC_ROOT CTX_PACKAGES "
        "CTX_PYTHON_INTERPRETER Enum FastSerializationSettings ImageConfig SerializationMode "
        "SerializationSettings click constants fast fast_package fast_workflows key_value_callback os rich "
        "serialize serialize_all serialize_to_folder sys system_entry_point typing workflows"
    ),
    "flytekit.clis.sdk_in_container.serve": (
        "Console Table add_AgentMetadataServiceServicer_to_server add_AsyncAgentServiceServicer_to_server "
        "add_SyncAgentServiceServicer_to_server agent agent_pb2 aio click connector futures grpc importlib os "
        "print_agents_metadata print_metadata serve sys warnings"
    ),
    "flytekit.clis.sdk_in_container.utils": (
        "Console ErrorHandlingCommand Field FlyteCompilationException FlyteException "
        "FlyteInvalidInputException MappingProxyType MessageToJson Panel PyFlyteParams SOURCE_CODE Syntax "
        "TaskConfig Traceback annotate_exception_with_code click dataclass domain_option domain_option_dec "
        "field get_level_from_cli_verbosity get_option_from_metadata grpc logger make_click_option_field os "
        "pretty_print_exception pretty_print_grpc_error pretty_print_traceback project_option "
        "project_option_dec remove_unwanted_traceback_frames task_config traceback types typing "
        "upgrade_to_rich_logging validate_package"
    ),
    "flytekit.clis.version": "Content FlyteRemote Panel click get_and_save_remote_with_click_context info rich",
    "flytekit.configuration": (
        "AuthType AzureBlobStorageConfig BytesIO Config ConfigEntry ConfigFile "
        "DEFAULT_FLYTEKIT_ENTRYPOINT_FILELOC DEFAULT_IMAGE_NAME DEFAULT_IN_CONTAINER_SRC_PATH "
        "DEFAULT_RUNTIME_PYTHON_INTERPRETER DOMAIN_PLACEHOLDER DataClassJsonMixin DataConfig DefaultImages "
        "Dict EntrypointSettings FastSerializationSettings GCSConfig GenericPersistenceConfig Image "
        "ImageBuildEngine ImageConfig ImageSpec List LocalConfig Optional PROJECT_PLACEHOLDER PlatformConfig "
        "ResourceSpec S3Config SERIALIZED_CONTEXT_ENV_VAR SecretsConfig SerializationSettings StatsConfig "
        "TaskConfig VERSION_PLACEHOLDER annotations base64 dataclass datetime default_images enum "
        "feature_flags field file get_config_file gzip internal logger os pathlib plugin re "
        "read_file_if_exists set_if_exists tempfile typing yaml"
    ),
    "flytekit.configuration.default_images": "DefaultImages FLYTE_INTERNAL_IMAGE_ENV_VAR PythonVersion enum os suppress sys typing",
    "flytekit.configuration.feature_flags": "FeatureFlags os",
    "flytekit.configuration.file": (
        "ConfigEntry ConfigFile FLYTECTL_CONFIG_ENV_VAR FLYTECTL_CONFIG_ENV_VAR_OVERRIDE LegacyConfigEntry "
        "Path YamlConfigEntry annotations bool_transformer comma_list_transformer configparser dataclass "
        "get_config_file getenv int_transformer logger lru_cache os pathlib read_file_if_exists set_if_exists "
        "typing yaml"
    ),
    "flytekit.configuration.internal": (
        "AWS AZURE ConfigEntry ConfigFile Credentials GCP Images LegacyConfigEntry Local LocalSDK Persistence "
        "Platform Secrets StatsD YamlConfigEntry configparser datetime typing"
    ),
    "flytekit.configuration.plugin": (
        "CachePolicy Config FlyteRemote FlytekitPlugin FlytekitPluginProtocol Group List Optional Protocol "
        "entry_points get_config_file get_plugin logger os runtime_checkable sys"
    ),
    "flytekit.constants": "CopyFileDetection Enum annotations",
    "flytekit.core": (
        "annotation array_node array_node_map_task artifact artifact_utils base_sql_task base_task cache "
        "checkpointer class_based_resolver condition constants container_task context_manager "
        "data_persistence docstring dynamic_workflow_task environment gate hash interface launch_plan "
        "legacy_map_task local_cache local_fsspec map_task mock_stats node node_creation notification options "
        "pod_template promise python_auto_container python_customized_container_task python_function_task "
        "reference reference_entity resources schedule sentinel shim_task task testing tracked_abc tracker "
        "type_engine type_helpers type_match_checking utils worker_queue workflow"
    ),
    "flytekit.core.annotation": "Any Dict FlyteAnnotation",
    "flytekit.core.array_node": (
        "ARRAY_NODE_SUBNODE_NAME Any ArrayNode ExecutionState FlyteContext FlyteLaunchPlan LaunchPlan List "
        "Literal LiteralCollection Node Optional Promise ReferenceLaunchPlan ReferenceTask Scalar Set "
        "TYPE_CHECKING TaskMetadata Tuple Union VoidPromise array_node create_and_link_node "
        "create_and_link_node_from_remote flyte_entity_call_handler flyte_interface logger math "
        "transform_interface_to_list_interface transform_interface_to_typed_interface "
        "translate_inputs_to_literals"
    ),
    "flytekit.core.array_node_map_task": (
        "Any ArrayJob ArrayNodeMapTask ArrayNodeMapTaskResolver Container Dict ExecutionState FlyteContext "
        "FlyteContextManager FlyteLaunchPlan FlytePickleTransformer K8sPod LaunchPlan List NodeMetadata "
        "Optional PythonFunctionTask PythonInstanceTask PythonTask ReferenceTask SerializationSettings Set "
        "Sql TYPE_CHECKING Task TaskResolverMixin TypeEngine Union Variable array_node array_node_map_task "
        "cast contextmanager exception_scopes functools hashlib is_annotated load_object_from_module logger "
        "logging loop_manager map_task math os pickle tasks_pb2 timeit tracker "
        "transform_interface_to_list_interface typing typing_extensions"
    ),
    "flytekit.core.artifact": (
        "Artifact ArtifactIDSpecification ArtifactQuery ArtifactSerializationHandler DYNAMIC_INPUT_BINDING "
        "DefaultArtifactSerializationHandler FlyteContextManager Granularity Inputs InputsBase MAX_PARTITIONS "
        "O Op Optional OutputMetadata Partition Partitions SerializableToString Serializer "
        "TIME_PARTITION_KWARG TimePartition Timestamp Union annotations art_id datetime logger timedelta "
        "typing"
    ),
    "flytekit.core.artifact_utils": (
        "Dict Granularity LabelValue Optional Partitions TimePartition Timestamp annotations datetime "
        "idl_partitions_from_dict idl_time_partition_from_datetime"
    ),
    "flytekit.core.base_sql_task": "Any Dict Interface Optional PythonTask SQLTask T TaskMetadata Tuple Type TypeVar re",
    "flytekit.core.base_task": (
        "Any Coroutine DATA_CARD DYNAMIC_PARTITIONS DeckField Description Dict Documentation "
        "ExecutionParameters ExecutionState FlyteContext FlyteContextManager FlyteDownloadDataException "
        "FlyteEntities FlyteNonRecoverableSystemException FlyteUploadDataException FlyteUserRuntimeException "
        "Generic IgnoreOutputs Interface List LocalConfig LocalTaskCache MODEL_CARD Optional OrderedDict "
        "Promise PythonTask SecurityContext SerializationSettings T Task TaskMetadata TaskResolverMixin "
        "TrackedInstance Tuple Type TypeEngine TypeTransformerFailedError TypeVar UNSET_CARD Union Variable "
        "VoidPromise abstractmethod art_id asyncio b64encode cast collections create_and_link_node "
        "create_task_output dataclass datetime extract_obj_name flyte_entity_call_handler "
        "idl_partitions_from_dict idl_time_partition_from_datetime inspect kwtypes logger run_sync tasks_pb2 "
        "timeit transform_interface_to_typed_interface translate_inputs_to_literals warnings"
    ),
    "flytekit.core.cache": (
        "Cache CachePolicy Callable FuncOut Generic ImageSpec List Optional P ParamSpec PodTemplate Protocol "
        "Tuple TypeVar Union VersionParameters dataclass hashlib runtime_checkable"
    ),
    "flytekit.core.checkpointer": "Checkpoint Path SyncCheckpoint abstractmethod io tempfile typing",
    "flytekit.core.class_based_resolver": (
        "ClassStorageTaskResolver List PythonAutoContainerTask SerializationSettings TaskResolverMixin "
        "TrackedInstance"
    ),
    "flytekit.core.condition": (
        "Binding BindingData BranchNode Case ComparisonExpression ComparisonOps Condition ConditionalSection "
        "ConjunctionExpression ConjunctionOps Error FlyteContextManager Literal "
        "LocalExecutedConditionalSection Node NodeOutput Optional Promise RetryStrategy "
        "SkippedConditionalSection Tuple Union VoidPromise annotations cast conditional "
        "create_branch_node_promise_var create_task_output datetime merge_promises to_branch_node "
        "to_case_block to_ifelse_block transform_to_boolexpr transform_to_comp_expr transform_to_conj_expr "
        "transform_to_operand typing"
    ),
    "flytekit.core.constants": (
        "CACHE_KEY_METADATA CONTAINER_ARRAY_TASK DEFAULT_FAILURE_NODE_ID EAGER_ROOT_ENV_NAME EAGER_TAG_KEY "
        "EAGER_TAG_ROOT_KEY END_NODE_ID ERROR_FILE_NAME FLYTE_FAIL_ON_ERROR FLYTE_INTERNAL_IMAGE_ENV_VAR "
        "FLYTE_USE_OLD_DC_FORMAT FUTURES_FILE_NAME GLOBAL_INPUT_NODE_ID INPUT_FILE_NAME MESSAGEPACK "
        "OUTPUT_FILE_NAME REQUIREMENTS_FILE_NAME RUNTIME_PACKAGES_ENV_NAME SERIALIZATION_FORMAT "
        "SHARED_MEMORY_MOUNT_NAME SHARED_MEMORY_MOUNT_PATH SOURCE_CODE START_NODE_ID"
    ),
    "flytekit.core.container_task": (
        "Any ContainerTask DOCKER_IMPORT_ERROR_MESSAGE Dict Enum FlyteContext ImageSpec Interface List "
        "LiteralMap Optional OrderedDict PodTemplate PythonTask ResourceSpec Resources Secret SecurityContext "
        "SerializationSettings TaskMetadata Tuple Type get_registerable_container_image logger os typing "
        "update_image_spec_copy_handling"
    ),
    "flytekit.core.context_manager": (
        "BranchEvalMode Checkpoint CompilationState Config ContextVar Controller Deck Enum "
        "ExecutionParameters ExecutionState FileAccessProvider FlyteContext FlyteContextManager FlyteEntities "
        "FrameType Generator List Node Optional OutputMetadata OutputMetadataTracker SecretsConfig "
        "SecretsManager SerializableToString SerializationSettings SyncCheckpoint SynchronousFlyteClient Task "
        "TaskOutputMetadata TaskResolverMixin Union WorkflowExecutionIdentifier annotations contextmanager "
        "dataclass datetime default_local_file_access_provider developer_logger field flyte_context_Var "
        "friendly_client logger mock_stats os pathlib signal taggable tempfile threading timezone traceback "
        "typing user_space_logger utils"
    ),
    "flytekit.core.data_persistence": (
        "Any AsyncFileSystem DataConfig Dict FileAccessProvider FlyteAssertion FlyteDataNotFoundException "
        "FlyteDownloadDataException FlyteLocalFileSystem FlyteUploadDataException FlyteValueException "
        "Optional UUID Union Unpack Uploadable asyncio azure_setup_args cast configuration decorator "
        "default_local_file_access_provider flyte_tmp_dir fsspec fsspec_known_implementations fsspec_registry "
        "get_additional_fsspec_call_kwargs get_fsspec_storage_options get_protocol importlib io logger "
        "loop_manager os pathlib random retry_request s3_setup_args sleep tempfile timeit typing"
    ),
    "flytekit.core.docstring": "Callable Dict Docstring Optional parse",
    "flytekit.core.dynamic_workflow_task": "PythonFunctionTask dynamic functools task",
    "flytekit.core.environment": (
        "Any Callable Concatenate Console Environment P Panel ParamSpec Pretty T TypeVar Union copy dynamic "
        "forge inherit partial task wraps"
    ),
    "flytekit.core.gate": (
        "DEFAULT_TIMEOUT ExecutionState FlyteContext FlyteContextManager FlyteDisapprovalException Gate "
        "LiteralType Promise Scalar Tuple TypeEngine Union VoidPromise annotations approve click constants "
        "datetime flyte_entity_call_handler flyte_interface parse_stdin_to_literal scalar_to_string sleep "
        "typing wait_for_input"
    ),
    "flytekit.core.hash": "Callable Generic HashMethod HashOnReferenceMixin T TypeVar",
    "flytekit.core.interface": (
        "Any Artifact ArtifactIDSpecification ArtifactQuery DYNAMIC_INPUT_BINDING Dict Docstring "
        "FlyteContextManager FlyteMissingReturnValueException FlyteMissingTypeException "
        "FlyteValidationException Generator Interface List Literal Optional OrderedDict Scalar T Tuple Type "
        "TypeEngine TypeVar Union UnionTransformer Void annotations art_id cast collections context_manager "
        "copy default_output_name detect_artifact developer_logger extract_return_annotation get_args "
        "get_origin get_type_hints has_return_statement inspect logger output_name_generator "
        "remap_shared_output_descriptions repr_kv repr_type_signature sys transform_function_to_interface "
        "transform_inputs_to_parameters transform_interface_to_list_interface "
        "transform_interface_to_typed_interface transform_type transform_types_to_list_of_type "
        "transform_variable_map typing verify_outputs_artifact_bindings"
    ),
    "flytekit.core.launch_plan": (
        "Any Callable ConcurrencyPolicy Dict FlyteContext FlyteContextManager FlyteEntities Interface "
        "LaunchPlan LaunchPlanReference LaunchPlanTriggerBase List Optional ReferenceEntity "
        "ReferenceLaunchPlan Type annotations create_and_link_node reference_launch_plan security "
        "transform_function_to_interface transform_inputs_to_parameters translate_inputs_to_literals typing"
    ),
    "flytekit.core.legacy_map_task": (
        "Any ArrayJob CONTAINER_ARRAY_TASK Container Dict ExecutionState FlyteContext FlyteContextManager "
        "K8sPod List MapPythonTask MapTaskResolver Optional PythonFunctionTask PythonInstanceTask PythonTask "
        "SerializationSettings Set Sql Task TaskResolverMixin TrackedInstance Variable contextmanager "
        "exception_scopes functools hashlib load_object_from_module logger logging map_task math os timeit "
        "tracker transform_interface_to_list_interface typing"
    ),
    "flytekit.core.local_cache": (
        "CACHE_LOCATION Cache Literal LiteralCollection LiteralMap LocalTaskCache ModelLiteralMap Optional "
        "TYPE_CHECKING Tuple joblib lazy_module"
    ),
    "flytekit.core.local_fsspec": "FlyteLocalFileSystem LocalFileSystem os",
    "flytekit.core.map_task": (
        "Any ArrayJob CONTAINER_ARRAY_TASK Container Dict ExecutionState FlyteContext FlyteContextManager "
        "K8sPod List MapPythonTask MapTaskResolver Optional PythonFunctionTask PythonInstanceTask PythonTask "
        "SerializationSettings Set Sql Task TaskResolverMixin TrackedInstance Variable contextmanager "
        "exception_scopes functools hashlib load_object_from_module logger logging map_task math os timeit "
        "tracker transform_interface_to_list_interface typing"
    ),
    "flytekit.core.mock_stats": "MockStats datetime logger",
    "flytekit.core.node": (
        "Any BaseAccelerator Cache Dict L List Node Optional PodTemplate ResourceSpec Resources Union "
        "annotations assert_no_promises_in_resources assert_not_promise construct_extended_resources "
        "convert_resources_to_resource_model datetime logger tasks_pb2 typing"
    ),
    "flytekit.core.node_creation": (
        "BranchEvalMode ExecutionState FlyteContext LaunchPlan Node PythonTask RemoteEntity TYPE_CHECKING "
        "Union VoidPromise WorkflowBase annotations create_node inspect logger run_sync"
    ),
    "flytekit.core.notification": "Email List Notification PagerDuty Slack",
    "flytekit.core.options": "Callable Optional Options common_models dataclass security typing",
    "flytekit.core.pod_template": (
        "Dict Optional PRIMARY_CONTAINER_DEFAULT_NAME PodTemplate TYPE_CHECKING V1PodSpec asdict dataclass "
        "hashlib is_dataclass json serialize_pod_template"
    ),
    "flytekit.core.promise": (
        "Annotated Any AsyncTypeTransformer BaseAccelerator Binary BranchEvalMode Cache ComparisonExpression "
        "ComparisonOps ConjunctionExpression ConjunctionOps Coroutine Dict DictTransformer Enum "
        "ExecutionParameters ExecutionState FlyteContext FlyteContextManager "
        "FlytePromiseAttributeResolveException HasFlyteInterface Hashable Interface Iterable List "
        "ListTransformer Literal LocallyExecutable Node NodeOutput Optional OutputMetadataTracker Primitive "
        "Promise Protocol Resources Scalar Set SimpleType SupportsNodeCreation T Tuple TypeEngine "
        "TypeTransformer TypeTransformerFailedError Union UnionTransformer VoidPromise annotations "
        "async_flyte_entity_call_handler binding_data_from_python_std binding_from_python_std cast "
        "collections create_and_link_node create_and_link_node_from_remote create_native_named_tuple "
        "create_task_output datetime deepcopy extract_obj_name flyte_entity_call_handler flyte_interface "
        "get_args get_origin get_primitive_val inspect logger loop_manager resolve_attr_path_in_dict "
        "resolve_attr_path_in_pb_struct resolve_attr_path_in_promise resolve_attr_path_recursively run_sync "
        "to_binding translate_inputs_to_literals translate_inputs_to_native type_engine type_models typing"
    ),
    "flytekit.core.python_auto_container": (
        "ABC BaseAccelerator Callable CopyFileDetection DefaultNotebookTaskResolver DefaultTaskResolver Dict "
        "FlyteContextManager FlyteTrackedABC ImageBuildEngine ImageConfig ImageSpec L List Optional "
        "PICKLE_FILE_PATH PickledEntity PickledEntityMetadata PodTemplate PythonAutoContainerTask PythonTask "
        "RUNTIME_PACKAGES_ENV_NAME ResourceSpec Resources Secret SecurityContext SerializationSettings T "
        "TaskMetadata TaskResolverMixin TrackedInstance TypeVar Union annotations "
        "construct_extended_resources dataclass default_notebook_task_resolver default_task_resolver "
        "extract_task_module get_registerable_container_image importlib logger re tasks_pb2 timeit "
        "update_image_spec_copy_handling"
    ),
    "flytekit.core.python_customized_container_task": (
        "Any Dict ExecutableTemplateShimTask FlyteContext Image ImageConfig ImageSpec List Optional "
        "PythonCustomizedContainerTask PythonTask ResourceSpec Resources Secret SecurityContext "
        "SerializationSettings ShimTaskExecutor TC Task TaskResolverMixin TaskTemplateResolver "
        "TrackedInstance Type TypeVar annotations default_task_template_resolver "
        "get_registerable_container_image identifier_models load_object_from_module load_proto_from_file "
        "logger os"
    ),
    "flytekit.core.python_function_task": (
        "ABC Any AsyncPythonFunctionTask CLEANUP_LOOP_DELAY_SECONDS Callable Controller Deck Docstring "
        "EAGER_ROOT_ENV_NAME EagerAsyncPythonFunctionTask EagerException EagerFailureHandlerTask "
        "EagerFailureTaskResolver Enum ExecutionState FlyteContext FlyteContextManager "
        "FlyteNonRecoverableSystemException FlyteTrackedABC FlyteValueException ImageConfig ImageSpec "
        "Interface Iterable List LiteralMap Optional OrderedDict Promise PythonAutoContainerTask "
        "PythonFunctionTask PythonFunctionWorkflow PythonInstanceTask SerializationSettings T Task "
        "TaskMetadata TaskResolverMixin Tuple TypeVar Union ValueIn VoidPromise WorkflowBase "
        "WorkflowFailurePolicy WorkflowMetadata WorkflowMetadataDefaults admin_common_models "
        "admin_workflow_models annotations async_flyte_entity_call_handler cast default_task_resolver "
        "eager_failure_task_resolver exception_scopes extract_task_module inspect "
        "is_functools_wrapped_module_level isnested istestfunction logger loop_manager os signal suppress "
        "task_models time transform_function_to_interface translate_inputs_to_literals typing"
    ),
    "flytekit.core.reference": (
        "Dict FlyteValidationException ReferenceLaunchPlan ReferenceTask ReferenceWorkflow Type annotations "
        "get_reference_entity"
    ),
    "flytekit.core.reference_entity": (
        "ABC Any BranchEvalMode Dict ExecutionState FlyteContext Interface LaunchPlanReference Optional "
        "Promise Reference ReferenceEntity ReferenceSpec ReferenceTemplate TaskReference Tuple Type "
        "TypeEngine Union VoidPromise WorkflowReference abstractmethod create_and_link_node "
        "create_task_output dataclass extract_obj_name logger transform_interface_to_typed_interface "
        "translate_inputs_to_literals"
    ),
    "flytekit.core.resources": (
        "BaseAccelerator DataClassJSONMixin L List Optional ResourceSpec Resources SHARED_MEMORY_MOUNT_NAME "
        "SHARED_MEMORY_MOUNT_PATH TYPE_CHECKING Union V1PodSpec construct_extended_resources "
        "convert_resources_to_resource_model dataclass fields pod_spec_from_resources task_models tasks_pb2"
    ),
    "flytekit.core.schedule": (
        "CronSchedule FixedRate LaunchPlanTriggerBase OnSchedule Optional Protocol Union croniter datetime "
        "google_message re schedule_pb2"
    ),
    "flytekit.core.sentinel": "DYNAMIC_INPUT_BINDING annotations art_id",
    "flytekit.core.shim_task": (
        "Any ExecutableTemplateShimTask ExecutionParameters ExecutionState FlyteContext FlyteContextManager "
        "Generic Optional ShimTaskExecutor T TrackedInstance Type TypeEngine TypeVar Union annotations cast "
        "logger"
    ),
    "flytekit.core.task": (
        "Any AsyncPythonFunctionTask BaseAccelerator Cache Callable DeckField Dict Documentation "
        "EagerAsyncPythonFunctionTask Echo FLYTE_ENABLE_VSCODE_KEY FuncOut ImageSpec Interface Iterable L "
        "List Optional P ParamSpec PodTemplate PythonFunctionTask PythonTask ReferenceEntity ReferenceTask "
        "Resources Secret T TaskMetadata TaskPlugins TaskReference TaskResolverMixin Tuple Type TypeVar Union "
        "VersionParameters annotations datetime decorate_function eager inspect os output_name_generator "
        "overload partial reference_task str2bool task transform_function_to_interface update_wrapper vscode"
    ),
    "flytekit.core.testing": "MagicMock PythonTask ReferenceEntity Union WorkflowBase contextmanager logger patch task_mock typing",
    "flytekit.core.tracked_abc": "ABC FlyteTrackedABC TrackedInstance",
    "flytekit.core.tracker": (
        "Callable FeatureFlags InstanceTrackingMeta ModuleType Optional Path TrackedInstance Tuple Union "
        "developer_logger extract_task_module get_full_module_path import_module_from_file importlib inspect "
        "ipython_check is_functools_wrapped_module_level is_ipython_or_pickle_exists isnested istestfunction "
        "logger os sys typing"
    ),
    "flytekit.core.type_engine": (
        "ABC Annotated Any AsyncTypeTransformer BatchSize Binary BinaryIOTransformer Blob BlobMetadata "
        "BoolTransformer CACHE_KEY_METADATA DEFINITIONS DataClassJSONMixin DataClassJsonMixin "
        "DataclassTransformer DateTransformer DatetimeTransformer Dict DictTransformer EnumField "
        "EnumTransformer FLYTE_USE_OLD_DC_FORMAT FloatTransformer FlyteAnnotation FlyteContext GenericAlias "
        "HashMethod IntTransformer Interface JSONDecoder JSONEncoder LRUCache List ListTransformer Literal "
        "LiteralCollection LiteralMap LiteralType LiteralTypeTransformer LiteralsResolver LoadDumpOptions "
        "MESSAGEPACK Message MessagePackDecoder MessagePackEncoder NamedTuple NoneTransformer Optional "
        "OrderedDict Primitive ProtobufTransformer RestrictedTypeError RestrictedTypeTransformer "
        "SERIALIZATION_FORMAT Scalar Schema SimpleTransformer SimpleType StrTransformer Struct "
        "StructuredDatasetMetadata StructuredDatasetType T TITLE TextIOTransformer TimedeltaTransformer Type "
        "TypeAnnotationModel TypeEngine TypeStructure TypeTransformer TypeTransformerFailedError Union "
        "UnionTransformer UnionType Void abstractmethod annotations asyncio cast collections "
        "convert_marshmallow_json_schema_to_python_class convert_mashumaro_json_schema_to_python_class copy "
        "dataclass_from_dict dataclass_json dataclasses datetime display_pickle_warning enum "
        "generate_attribute_list_from_dataclass_json generate_attribute_list_from_dataclass_json_mixin "
        "get_args get_batch_size get_origin get_underlying_type inspect is_annotated is_imported json "
        "literal_map_string_repr literal_types_match literals_pb2 load_proto_from_file load_type_from_tag "
        "logger loop_manager lru_cache mimetypes modify_literal_uris msgpack os reduce str2bool "
        "strict_type_hint_matching sys textwrap threading timeit typing user_exceptions"
    ),
    "flytekit.core.type_helpers": "T importlib load_type_from_tag typing",
    "flytekit.core.type_match_checking": "EnumType LiteralType UnionType annotations literal_types_match",
    "flytekit.core.utils": (
        "ABC Any AutoDeletingTempDir Callable ClassDecorator Dict Directory List Optional Path PodTemplate "
        "ResourceSpec SerializationSettings TYPE_CHECKING Union abstractmethod cast copy datetime "
        "has_return_statement inspect load_proto_from_file logger os shutil str2bool task_models tempfile "
        "time timeit typing wraps write_proto_to_file"
    ),
    "flytekit.core.worker_queue": (
        "Controller Deck EAGER_ROOT_ENV_NAME EAGER_TAG_KEY EAGER_TAG_ROOT_KEY Enum FlyteContextManager "
        "FlyteRemote FlyteSystemException FlyteWorkflowExecution ImageConfig Interface ItemStatus Labels "
        "LaunchPlan NODE_HTML_TEMPLATE Options PythonTask RateLimiter ReferenceEntity RemoteEntity "
        "RunnableEntity SerializationSettings Update WorkItem WorkflowBase WorkflowExecutionPhase annotations "
        "asyncio atexit dataclass developer_logger handling_signal hashlib logger re standard_output_format "
        "threading time typing uuid"
    ),
    "flytekit.core.workflow": (
        "Any Callable ClassStorageTaskResolver CompilationState ConditionalSection Coroutine Description Dict "
        "Docstring Documentation Enum ExecutionState FlyteContext FlyteContextManager FlyteEntities "
        "FlyteError FlyteFailureNodeInputMismatchException FlyteValidationException FlyteValueException "
        "FuncOut GLOBAL_START_NODE ImperativeWorkflow Interface List Node NodeOutput Optional Options P "
        "ParamSpec Promise PythonAutoContainerTask PythonFunctionWorkflow PythonTask ReferenceEntity "
        "ReferenceWorkflow T Task Tuple Type TypeEngine Union VoidPromise WorkflowBase WorkflowFailurePolicy "
        "WorkflowMetadata WorkflowMetadataDefaults WorkflowReference annotations asyncio "
        "binding_from_python_std cast conditional construct_input_promises create_task_output dataclass "
        "exception_scopes extract_obj_name extract_task_module flyte_entity_call_handler get_promise "
        "get_promise_map inspect is_optional_type logger overload reference_workflow "
        "transform_function_to_interface transform_interface_to_typed_interface translate_inputs_to_literals "
        "typing update_wrapper workflow"
    ),
    "flytekit.deck": "Deck DeckField MarkdownRenderer SourceCodeRenderer TopFrameRenderer deck html renderer",
    "flytekit.deck.deck": (
        "DECK_FILE_NAME Deck DeckField ExecutionParameters ExecutionState FlyteContext FlyteContextManager "
        "OUTPUT_DIR_JUPYTER_PREFIX Optional Template TimeLineDeck enum escape generate_time_table "
        "get_deck_template ipython_check logger os typing"
    ),
    "flytekit.deck.html": "",
    "flytekit.deck.renderer": (
        "Any ArrowRenderer DEFAULT_MAX_COLS DEFAULT_MAX_ROWS MarkdownIt MarkdownRenderer Protocol "
        "PythonDependencyRenderer Renderable SourceCodeRenderer TYPE_CHECKING TopFrameRenderer lazy_module "
        "pandas pyarrow runtime_checkable"
    ),
    "flytekit.exceptions": "base eager scopes system user utils",
    "flytekit.exceptions.base": "FlyteException FlyteRecoverableException Optional",
    "flytekit.exceptions.eager": "EagerException",
    "flytekit.exceptions.scopes": (
        "FlyteScopedException FlyteScopedSystemException FlyteScopedUserException flytekit "
        "is_rich_logging_enabled os sys system_entry_point traceback user_entry_point warn"
    ),
    "flytekit.exceptions.system": (
        "FlyteAgentNotFound FlyteConnectorNotFound FlyteDownloadDataException FlyteEntrypointNotLoadable "
        "FlyteException FlyteNonRecoverableSystemException FlyteNotImplementedException FlyteSystemAssertion "
        "FlyteSystemException FlyteSystemUnavailableException FlyteUploadDataException"
    ),
    "flytekit.exceptions.user": (
        "FlyteAssertion FlyteAuthenticationException FlyteCompilationException FlyteDataNotFoundException "
        "FlyteDisapprovalException FlyteEntityAlreadyExistsException FlyteEntityNotExistException "
        "FlyteEntityNotFoundException FlyteFailureNodeInputMismatchException FlyteInvalidInputException "
        "FlyteMissingReturnValueException FlyteMissingTypeException FlytePromiseAttributeResolveException "
        "FlyteRecoverableException FlyteTimeout FlyteTypeException FlyteUserException "
        "FlyteUserRuntimeException FlyteValidationException FlyteValueException Task WorkflowBase typing"
    ),
    "flytekit.exceptions.utils": (
        "FlyteUserException SOURCE_CODE annotate_exception_with_code get_function_param_location "
        "get_source_code_from_fn inspect typing"
    ),
    "flytekit.experimental": "EagerException eager eager_function map_task",
    "flytekit.experimental.eager_function": (
        "AsyncEntity AsyncNode AsyncStack DataConfig Deck EagerException ExecutionState "
        "FLYTE_SANDBOX_INTERNAL_ENDPOINT FLYTE_SANDBOX_MINIO_ENDPOINT FlyteContext FlyteContextManager "
        "FlyteRemote List NODE_HTML_TEMPLATE Optional PlatformConfig PythonFunctionTask PythonTask S3Config "
        "Secret WorkflowBase WorkflowExecutionPhase asynccontextmanager asyncio current_context datetime "
        "eager eager_context inspect logger node_cleanup node_cleanup_async os partial render_deck signal "
        "task timedelta timezone wraps"
    ),
    "flytekit.extend": (
        "ClassStorageTaskResolver DictTransformer ExecutableTemplateShimTask ExecutionState "
        "FileAccessProvider IgnoreOutputs Image ImageConfig Interface Promise PythonCustomizedContainerTask "
        "PythonTask SQLTask SecretsManager SerializationSettings ShimTaskExecutor T TaskPlugins "
        "TaskResolverMixin TypeEngine TypeTransformer backend context_manager get_serializable"
    ),
    "flytekit.extend.backend": "agent_service base_agent base_connector connector_service utils",
    "flytekit.extend.backend.agent_service": (
        "AgentMetadataService AgentMetadataServiceServicer AgentRegistry AsyncAgentService "
        "AsyncAgentServiceServicer Counter CreateTaskRequest CreateTaskResponse DeleteTaskRequest "
        "DeleteTaskResponse ExecuteTaskSyncRequest ExecuteTaskSyncResponse ExecuteTaskSyncResponseHeader "
        "FlyteAgentNotFound FlyteContext GetAgentRequest GetAgentResponse GetTaskRequest GetTaskResponse "
        "HTTPStatus ListAgentsRequest ListAgentsResponse LiteralMap Resource Summary SyncAgentBase "
        "SyncAgentService SyncAgentServiceServicer TaskExecutionMetadata TaskTemplate TypeEngine "
        "agent_exception_handler create_operation delete_operation do_operation get_operation "
        "get_traceback_str grpc input_literal_size logger metric_prefix mirror_async_methods "
        "record_agent_metrics request_failure_count request_latency request_success_count typing"
    ),
    "flytekit.extend.backend.base_agent": (
        "ABC Agent AgentBase AgentRegistry Any AsyncAgentBase AsyncAgentExecutorMixin CreateTaskResponse "
        "DeleteTaskResponse Dict ExecutionState FlyteAgentNotFound FlyteContext FlyteContextManager "
        "FlyteUserException FrameType GetTaskResponse ImageConfig List LiteralMap Optional OrderedDict "
        "Progress PythonFunctionTask PythonTask Resource ResourceMeta RichHandler SerializationSettings "
        "Struct SyncAgentBase SyncAgentExecutorMixin TaskCategory TaskExecution TaskExecutionMetadata TaskLog "
        "TaskTemplate TypeEngine Union abstractmethod asdict asyncio common convert_to_flyte_phase coroutine "
        "dataclass dataclass_from_dict flytekit get_agent_secret inspect is_terminal_phase json json_format "
        "literals_pb2 local_agent_loop logger mirror_async_methods partial render_task_template "
        "set_flytekit_log_properties signal sys time typing utils"
    ),
    "flytekit.extend.backend.base_connector": (
        "ABC Agent Any AsyncConnectorBase AsyncConnectorExecutorMixin ConnectorBase ConnectorRegistry Dict "
        "ExecutionState FlyteConnectorNotFound FlyteContext FlyteContextManager FlyteUserException FrameType "
        "GetTaskLogsResponse GetTaskMetricsResponse ImageConfig List LiteralMap Optional OrderedDict Progress "
        "PythonFunctionTask PythonTask Resource ResourceMeta RichHandler SerializationSettings Struct "
        "SyncConnectorBase SyncConnectorExecutorMixin TaskCategory TaskExecution TaskExecutionMetadata "
        "TaskLog TaskTemplate TypeEngine Union abstractmethod asdict asyncio dataclass dataclass_from_dict "
        "inspect is_terminal_phase json json_format literals_pb2 local_connector_loop logger "
        "mirror_async_methods partial render_task_template set_flytekit_log_properties sys time typing utils"
    ),
    "flytekit.extend.backend.connector_service": (
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
    "flytekit.extend.backend.utils": (
        "Callable Coroutine TaskExecution TaskTemplate asyncio convert_to_flyte_phase flytekit functools "
        "get_agent_secret get_connector_secret inspect is_terminal_phase mirror_async_methods "
        "render_task_template"
    ),
    "flytekit.extras": (
        "accelerators cloud_pickle_resolver pydantic_transformer pytorch sklearn sqlite3 tasks tensorflow "
        "webhook"
    ),
    "flytekit.extras.accelerators": (
        "A100 A100_80GB A10G BaseAccelerator ClassVar GPUAccelerator Generic H100 H200 K80 L4 L40S L4_VWS M60 "
        "MIG MultiInstanceGPUAccelerator Optional P100 P4 RTX_PRO_6000 T T4 Type TypeVar V100 V5E V5P V6E abc "
        "copy tasks_pb2"
    ),
    "flytekit.extras.cloud_pickle_resolver": (
        "ExperimentalNaiveCloudPickleResolver List PythonAutoContainerTask SerializationSettings "
        "TaskResolverMixin TrackedInstance b64decode b64encode cloudpickle experimental_cloud_pickle_resolver"
    ),
    "flytekit.extras.pydantic_transformer": "decorator logger model_serializer model_validator transformer",
    "flytekit.extras.pydantic_transformer.decorator": "Any Callable FuncType TypeVar Union logger logging model_serializer model_validator typing_literal",
    "flytekit.extras.pydantic_transformer.transformer": (
        "BaseModel Binary CACHE_KEY_METADATA FLYTE_USE_OLD_DC_FORMAT FlyteContext Literal LiteralType "
        "MESSAGEPACK PydanticTransformer SERIALIZATION_FORMAT Scalar Type TypeAnnotationModel TypeEngine "
        "TypeStructure TypeTransformer TypeTransformerFailedError json logger msgpack os str2bool types "
        "typing"
    ),
    "flytekit.extras.pytorch": (
        "PyTorchCheckpoint PyTorchCheckpointTransformer PyTorchModuleTransformer PyTorchTensorTransformer "
        "checkpoint logger native torch"
    ),
    "flytekit.extras.pytorch.checkpoint": (
        "Any Blob BlobMetadata Callable DataClassJsonMixin Dict FlyteContext IsDataclass Literal LiteralType "
        "NamedTuple Optional Protocol PyTorchCheckpoint PyTorchCheckpointTransformer Scalar Type TypeEngine "
        "TypeTransformer TypeTransformerFailedError Union asdict dataclass fields is_dataclass pathlib torch "
        "typing"
    ),
    "flytekit.extras.pytorch.native": (
        "Blob BlobMetadata FlyteContext Literal LiteralType PyTorchModuleTransformer PyTorchTensorTransformer "
        "PyTorchTypeTransformer Scalar T Type TypeEngine TypeTransformer TypeTransformerFailedError TypeVar "
        "pathlib torch"
    ),
    "flytekit.extras.sklearn": "SklearnEstimatorTransformer logger native sklearn",
    "flytekit.extras.sklearn.native": (
        "Blob BlobMetadata FlyteContext Literal LiteralType Scalar SklearnEstimatorTransformer "
        "SklearnTypeTransformer T Type TypeEngine TypeTransformer TypeTransformerFailedError TypeVar joblib "
        "pathlib sklearn"
    ),
    "flytekit.extras.sqlite3": "task",
    "flytekit.extras.sqlite3.task": (
        "DefaultImages FlyteContext PythonCustomizedContainerTask SQLTask SQLite3Config SQLite3Task "
        "SQLite3TaskExecutor SerializationSettings ShimTaskExecutor contextlib dataclass kwtypes lazy_module "
        "os pd shutil sqlite3 task_models tempfile typing unarchive_file"
    ),
    "flytekit.extras.tasks": "shell",
    "flytekit.extras.tasks.shell": (
        "AttrDict ExecutionParameters FlyteDirectory FlyteFile FlyteRecoverableException Interface List "
        "OutputLocation ProcessResult PythonInstanceTask RawShellTask ShellTask T TaskPlugins Tuple dataclass "
        "datetime flytekit get_raw_shell_task logger os platform string subproc_execute subprocess typing"
    ),
    "flytekit.extras.tensorflow": (
        "TensorFlowModelTransformer TensorFlowRecordFileTransformer TensorFlowRecordsDirTransformer logger "
        "model record tensorflow"
    ),
    "flytekit.extras.tensorflow.model": (
        "AsyncTypeTransformer Blob BlobMetadata FlyteContext Literal LiteralType Scalar "
        "TensorFlowModelTransformer Type TypeEngine TypeTransformer TypeTransformerFailedError pathlib tf"
    ),
    "flytekit.extras.tensorflow.record": (
        "Annotated Blob BlobMetadata DataClassJsonMixin FlyteContext Literal LiteralType Optional Scalar "
        "TFRecordDatasetConfig TFRecordDatasetV2 TFRecordFile TFRecordsDirectory "
        "TensorFlowRecordFileTransformer TensorFlowRecordsDirTransformer Tuple Type TypeEngine "
        "TypeTransformer TypeTransformerFailedError Union dataclass extract_metadata_and_uri get_args "
        "get_origin os tf"
    ),
    "flytekit.extras.webhook": "WebhookAgent WebhookConnector WebhookTask agent connector constants task",
    "flytekit.extras.webhook.agent": (
        "AgentRegistry DATA_KEY HEADERS_KEY LiteralMap METHOD_KEY Optional Resource SHOW_DATA_KEY "
        "SHOW_URL_KEY SyncAgentBase TASK_TYPE TIMEOUT_SEC TaskExecution TaskTemplate URL_KEY WebhookAgent "
        "format_dict httpx literal_map_string_repr"
    ),
    "flytekit.extras.webhook.connector": (
        "ConnectorRegistry DATA_KEY HEADERS_KEY LiteralMap METHOD_KEY Optional Resource SHOW_DATA_KEY "
        "SHOW_URL_KEY SyncConnectorBase TASK_TYPE TIMEOUT_SEC TaskExecution TaskTemplate URL_KEY "
        "WebhookConnector format_dict httpx literal_map_string_repr"
    ),
    "flytekit.extras.webhook.constants": "DATA_KEY HEADERS_KEY METHOD_KEY SHOW_DATA_KEY SHOW_URL_KEY TASK_TYPE TIMEOUT_SEC URL_KEY",
    "flytekit.extras.webhook.task": (
        "Any DATA_KEY Dict Documentation HEADERS_KEY Interface METHOD_KEY Optional PythonTask SHOW_DATA_KEY "
        "SHOW_URL_KEY SerializationSettings SyncAgentExecutorMixin SyncConnectorExecutorMixin TASK_TYPE "
        "TIMEOUT_SEC Type URL_KEY Union WebhookTask timedelta"
    ),
    "flytekit.image_spec": "DefaultImageBuilder ImageBuildEngine ImageSpec NoOpBuilder default_builder image_spec noop_builder",
    "flytekit.image_spec.default_builder": (
        "APT_INSTALL_COMMAND_TEMPLATE ClassVar CopyFileDetection DEFAULT_MICROMAMBA_IMAGE DEFAULT_UV_IMAGE "
        "DOCKER_FILE_TEMPLATE DefaultImageBuilder DockerIgnore GitIgnore IgnoreGroup ImageSpec "
        "ImageSpecBuilder List MICROMAMBA_INSTALL_COMMAND_TEMPLATE NamedTuple POETRY_LOCK_TEMPLATE Path "
        "StandardIgnore Template Tuple UV_LOCK_INSTALL_TEMPLATE UV_PYTHON_INSTALL_COMMAND_TEMPLATE "
        "UV_PYTHON_VENV_INSTALL_COMMAND_TEMPLATE click create_docker_context get_flytekit_for_pypi json "
        "ls_files os prepare_poetry_lock_command prepare_python_executable prepare_python_install "
        "prepare_uv_lock_command re run shutil sys tempfile warnings"
    ),
    "flytekit.image_spec.image_spec": (
        "Any CopyFileDetection DOCKER_HUB Dict FLYTE_FORCE_PUSH_IMAGE_SPEC FLYTE_IMG_FAST_FAIL FlyteAssertion "
        "ImageBuildEngine ImageSpec ImageSpecBuilder List Optional Tuple Union Version abstractmethod asdict "
        "base64 cached_property calculate_hash_from_image_spec click copy dataclass dataclasses "
        "hash_directory hashlib lru_cache metadata os pathlib platform re requests sys typing "
        "validate_container_registry_name"
    ),
    "flytekit.image_spec.noop_builder": "ImageSpec ImageSpecBuilder NoOpBuilder",
    "flytekit.interaction": "click_types parse_stdin rich_utils string_literals",
    "flytekit.interaction.click_types": (
        "ArtifactQuery BlobType DataClassJsonMixin DateTimeType DirParamType DurationParamType EnumParamType "
        "FileAccessProvider FileParamType FlyteContext FlyteContextManager FlyteDirectory FlyteFile "
        "FlyteLiteralConverter FlytePathResolver FlytePickleTransformer FlyteSchema JSONIteratorParamType "
        "JSONIteratorTransformer JsonParamType Literal LiteralType Parameter PickleParamType Resources "
        "SIMPLE_TYPE_CONVERTER SimpleType StructuredDataset StructuredDatasetParamType TypeEngine "
        "UnionParamType Version cast click click_version cloudpickle dataclass_json dataclasses datetime enum "
        "get_args importlib is_pydantic_basemodel json key_value_callback labels_callback "
        "literal_type_to_click_type logging modify_literal_uris os parse pathlib resource_callback sys t "
        "types typing yaml"
    ),
    "flytekit.interaction.parse_stdin": "FlyteContext Literal LiteralType TypeEngine annotations click parse_stdin_to_literal typing",
    "flytekit.interaction.rich_utils": "Callback Progress RichCallback typing",
    "flytekit.interaction.string_literals": (
        "Literal LiteralMap MessageToDict Primitive Scalar base64 json literal_map_string_repr "
        "literal_string_repr msgpack primitive_to_string scalar_to_string typing"
    ),
    "flytekit.interactive": (
        "DEFAULT_CODE_SERVER_DIR_NAMES DEFAULT_CODE_SERVER_EXTENSIONS DEFAULT_CODE_SERVER_REMOTE_PATHS "
        "VscodeConfig constants get_task_inputs utils vscode vscode_lib"
    ),
    "flytekit.interactive.constants": "EXIT_CODE_SUCCESS FLYTE_ENABLE_VSCODE_KEY HOURS_TO_SECONDS MAX_IDLE_SECONDS",
    "flytekit.interactive.utils": (
        "Dict EXIT_CODE_SUCCESS FlyteContextManager Optional TypeEngine execute_command flytekit "
        "get_task_inputs importlib load_module_from_path os subprocess sys utils"
    ),
    "flytekit.interactive.vscode_lib": "config decorator vscode_constants",
    "flytekit.interactive.vscode_lib.config": (
        "DEFAULT_CODE_SERVER_DIR_NAMES DEFAULT_CODE_SERVER_EXTENSIONS DEFAULT_CODE_SERVER_REMOTE_PATHS Dict "
        "List Optional Union VscodeConfig dataclass field"
    ),
    "flytekit.interactive.vscode_lib.decorator": (
        "Callable ClassDecorator DOWNLOAD_DIR EXECUTABLE_NAME EXIT_CODE_SUCCESS Event FlyteContextManager "
        "HEARTBEAT_CHECK_SECONDS HEARTBEAT_PATH INTERACTIVE_DEBUGGING_FILE_NAME List MAX_IDLE_SECONDS "
        "Optional RESUME_TASK_FILE_NAME TASK_FUNCTION_SOURCE_PATH VSCODE_TYPE_VALUE VscodeConfig "
        "download_file download_vscode execute_command exit_handler flytekit fsspec get_code_server_info "
        "get_installed_extensions inspect is_extension_installed json load_module_from_path multiprocessing "
        "os platform prepare_interactive_python prepare_launch_json prepare_resume_task_python resume_task "
        "resume_task_handler shutil signal subprocess sys tarfile time vscode"
    ),
    "flytekit.interactive.vscode_lib.vscode_constants": (
        "DEFAULT_CODE_SERVER_DIR_NAMES DEFAULT_CODE_SERVER_EXTENSIONS DEFAULT_CODE_SERVER_REMOTE_PATHS "
        "DEFAULT_UP_SECONDS DOWNLOAD_DIR EXECUTABLE_NAME HEARTBEAT_CHECK_SECONDS HEARTBEAT_PATH "
        "HOURS_TO_SECONDS INTERACTIVE_DEBUGGING_FILE_NAME Path RESUME_TASK_FILE_NAME "
        "TASK_FUNCTION_SOURCE_PATH VSCODE_PORT_KEY VSCODE_TYPE_KEY os"
    ),
    "flytekit.interfaces": "cli_identifiers random stats",
    "flytekit.interfaces.cli_identifiers": "Identifier TaskExecutionIdentifier WorkflowExecutionIdentifier",
    "flytekit.interfaces.random": "random seed_flyte_random",
    "flytekit.interfaces.stats": "client taggable",
    "flytekit.interfaces.stats.client": (
        "DummyStatsClient FORBIDDEN_TAG_VALUE_CHARACTERS RESERVED_TAG_WORDS ScopeableStatsProxy "
        "StatsClientProxy StatsConfig get_base_stats get_stats re statsd sys"
    ),
    "flytekit.interfaces.stats.taggable": "Dict StatsConfig TaggableStats get_stats",
    "flytekit.lazy_import": "lazy_module",
    "flytekit.lazy_import.lazy_module": "LAZY_MODULES LazyModule importlib is_imported lazy_module sys types",
    "flytekit.loggers": (
        "LOGGING_DEV_ENV_VAR LOGGING_ENV_VAR LOGGING_FMT_ENV_VAR LOGGING_RICH_FMT_ENV_VAR developer_logger "
        "get_level_from_cli_verbosity importlib initialize_global_loggers interactive "
        "is_display_progress_enabled is_rich_logging_enabled jsonlogger logger logging os "
        "set_developer_properties set_flytekit_log_properties set_user_logger_properties typing "
        "upgrade_to_rich_logging user_space_logger"
    ),
    "flytekit.models": (
        "admin annotation array_job common concurrency core documentation domain dynamic_job event execution "
        "filters interface launch_plan literals matchable_resource named_entity node_execution presto project "
        "qubole schedule security task types workflow_closure"
    ),
    "flytekit.models.admin": "common task_execution workflow",
    "flytekit.models.admin.common": "Sort",
    "flytekit.models.admin.task_execution": "TaskExecution TaskExecutionClosure",
    "flytekit.models.admin.workflow": "Documentation Workflow WorkflowClosure WorkflowSpec typing",
    "flytekit.models.annotation": "Any Dict TypeAnnotation json",
    "flytekit.models.array_job": "ArrayJob json",
    "flytekit.models.common": (
        "Annotations AuthRole Dict EmailNotification Envs FlyteABCMeta FlyteCustomIdlEntity FlyteIdlEntity "
        "FlyteType Labels NamedEntityIdentifier Notification PagerDutyNotification RawOutputDataConfig "
        "SlackNotification StringIO UrlBlob abc closing json os re shorten"
    ),
    "flytekit.models.concurrency": "ConcurrencyLimitBehavior ConcurrencyPolicy",
    "flytekit.models.core": "catalog compiler condition errors execution identifier types workflow",
    "flytekit.models.core.catalog": "CatalogArtifactTag CatalogMetadata catalog_pb2",
    "flytekit.models.core.compiler": "CompiledTask CompiledWorkflow CompiledWorkflowClosure ConnectionSet",
    "flytekit.models.core.condition": "BooleanExpression ComparisonExpression ConjunctionExpression Operand",
    "flytekit.models.core.errors": "ContainerError ErrorDocument Timestamp",
    "flytekit.models.core.execution": "ExecutionError NodeExecutionPhase TaskExecutionPhase TaskLog WorkflowExecutionPhase datetime typing",
    "flytekit.models.core.identifier": (
        "Identifier NodeExecutionIdentifier ResourceType SignalIdentifier TaskExecutionIdentifier "
        "WorkflowExecutionIdentifier identifier_pb2"
    ),
    "flytekit.models.core.types": "BlobType EnumType annotations typing",
    "flytekit.models.core.workflow": (
        "Alias ApproveCondition ArrayNode BoolValue BranchNode GateNode IfBlock IfElseBlock K8sObjectMetadata "
        "Node NodeMetadata PodTemplate Resources SignalCondition SleepCondition TaskNode TaskNodeOverrides "
        "WorkflowMetadata WorkflowMetadataDefaults WorkflowNode WorkflowTemplate datetime identifier json "
        "json_format struct_pb2 tasks_pb2 type_models typing"
    ),
    "flytekit.models.documentation": "Description Documentation Enum Optional SourceCode dataclass description_entity_pb2",
    "flytekit.models.domain": "Domain",
    "flytekit.models.dynamic_job": "DynamicJobSpec",
    "flytekit.models.event": "TaskExecutionMetadata",
    "flytekit.models.execution": (
        "AbortMetadata BoolValue ClusterAssignment DynamicWorkflowNodeMetadata Execution ExecutionClosure "
        "ExecutionClusterLabel ExecutionMetadata ExecutionSpec LiteralMapBlob NodeExecutionGetDataResponse "
        "NotificationList Optional SystemMetadata TaskExecutionGetDataResponse "
        "WorkflowExecutionGetDataResponse annotations datetime flyteidl flytekit security typing"
    ),
    "flytekit.models.filters": (
        "Contains Equal Filter FilterList GreaterThan GreaterThanOrEqual LessThan LessThanOrEqual NotEqual "
        "SetFilter ValueIn ValueNotIn"
    ),
    "flytekit.models.interface": "Parameter ParameterMap TypedInterface Variable VariableMap art_id typing",
    "flytekit.models.launch_plan": (
        "Any Auth ConcurrencyPolicy LaunchPlan LaunchPlanClosure LaunchPlanMetadata LaunchPlanSpec "
        "LaunchPlanState security typing"
    ),
    "flytekit.models.literals": (
        "Binary Binding BindingData BindingDataCollection BindingDataMap Blob BlobMetadata Dict Error Literal "
        "LiteralCollection LiteralMap LiteralOffloadedMetadata LiteralType Optional Primitive RetryStrategy "
        "Scalar Schema Struct StructuredDataset StructuredDatasetMetadata StructuredDatasetType Union Void"
    ),
    "flytekit.models.matchable_resource": (
        "ClusterResourceAttributes ExecutionClusterLabel ExecutionQueueAttributes MatchableResource "
        "MatchingAttributes PluginOverride PluginOverrides"
    ),
    "flytekit.models.named_entity": "NamedEntityIdentifier NamedEntityMetadata NamedEntityState",
    "flytekit.models.node_execution": (
        "DynamicWorkflowNodeMetadata NodeExecution NodeExecutionClosure NodeExecutionMetaData "
        "TaskNodeMetadata WorkflowNodeMetadata admin_node_execution_pb2 catalog_models core_compiler_models "
        "datetime typing"
    ),
    "flytekit.models.presto": "PrestoQuery",
    "flytekit.models.project": "Project",
    "flytekit.models.qubole": "HiveQuery HiveQueryCollection QuboleHiveJob",
    "flytekit.models.schedule": "Schedule common schedule_pb2",
    "flytekit.models.security": "Enum Identity List OAuth2Client OAuth2TokenRequest Optional Secret SecurityContext dataclass re",
    "flytekit.models.task": (
        "BoolValue CompiledTask Container DataLoadingConfig Documentation IOStrategy K8sObjectMetadata K8sPod "
        "PodTemplate Resources RuntimeMetadata Sql Task TaskClosure TaskExecutionMetadata TaskMetadata "
        "TaskSpec TaskTemplate typing"
    ),
    "flytekit.models.types": (
        "Dict Error LiteralType OutputReference SchemaType SimpleType StructuredDatasetType "
        "TypeAnnotationModel TypeStructure UnionType json typing"
    ),
    "flytekit.models.workflow_closure": "WorkflowClosure",
    "flytekit.remote": (
        "FlyteBranchNode FlyteLaunchPlan FlyteNode FlyteNodeExecution FlyteRemote FlyteTask "
        "FlyteTaskExecution FlyteTaskNode FlyteWorkflow FlyteWorkflowExecution FlyteWorkflowNode backfill "
        "data entities executions interface lazy_entity metrics remote remote_callable remote_fs"
    ),
    "flytekit.remote.backfill": (
        "FlyteLaunchPlan ImperativeWorkflow LaunchPlan WorkflowBase WorkflowFailurePolicy "
        "create_backfill_workflow croniter datetime logging timedelta typing"
    ),
    "flytekit.remote.data": (
        "BlobType FileAccessProvider Literal MessageToJson RichCallback download_literal json "
        "literal_string_repr msgpack os pathlib print typing"
    ),
    "flytekit.remote.entities": (
        "Binding Dict FlyteArrayNode FlyteBranchNode FlyteContext FlyteGateNode FlyteLaunchPlan FlyteNode "
        "FlyteTask FlyteTaskNode FlyteWorkflow FlyteWorkflowNode Identifier List Node Optional RemoteEntity "
        "TaskSpec Tuple TypedInterface Union WorkflowMetadata WorkflowMetadataDefaults WorkflowSpec "
        "annotations compiler_models create_and_link_node_from_remote hash_mixin id_models launch_plan_models "
        "logger"
    ),
    "flytekit.remote.executions": (
        "Dict FlyteNodeExecution FlyteTask FlyteTaskExecution FlyteWorkflow FlyteWorkflowExecution List "
        "LiteralsResolver Optional RemoteExecutionBase TypedInterface Union abstractmethod "
        "admin_task_execution_models annotations core_execution_models execution_models node_execution_models "
        "timedelta typing user_exceptions"
    ),
    "flytekit.remote.interface": "TypedInterface",
    "flytekit.remote.lazy_entity": "FlyteContext Identifier LazyEntity Lock RemoteEntity T typing",
    "flytekit.remote.metrics": "FlyteExecutionSpan aggregate_reference_span aggregate_spans datetime print_span yaml",
    "flytekit.remote.remote": (
        "ArrayNode ArrayNodeMapTask Artifact BranchNode ClusterAssignment Config ConfigFile CopyFileDetection "
        "CoreNode DEFAULT_SYNC_EXECUTION_RPC_TIMEOUT DataConfig Dict Domain ExecutionClusterLabel "
        "ExecutionDataResponse ExecutionMetadata ExecutionSpec FastPackageOptions FastSerializationSettings "
        "FileAccessProvider FlyteAssertion FlyteBranchNode FlyteContext FlyteContextManager "
        "FlyteControlPlaneEntity FlyteEntityAlreadyExistsException FlyteEntityNotExistException "
        "FlyteExecutionSpan FlyteLaunchPlan FlyteLocalEntity FlyteNode FlyteNodeExecution FlyteRemote "
        "FlyteTask FlyteTaskExecution FlyteTaskNode FlyteValueException FlyteWorkflow FlyteWorkflowExecution "
        "HTML Identifier ImageConfig ImageSpec LATEST_VERSION_STR LaunchPlan LaunchPlanState LazyEntity "
        "Literal LiteralMap LiteralsResolver MOST_RECENT_FIRST NamedEntityIdentifier Node "
        "NodeExecutionGetDataResponse NodeMetadata NotificationList Options OrderedDict PICKLE_FILE_PATH "
        "PickledEntity PickledEntityMetadata PodTemplate Progress Project PythonAutoContainerTask "
        "PythonFunctionTask PythonFunctionWorkflow PythonTask ReferenceEntity ReferenceLaunchPlan "
        "ReferenceSpec ReferenceTask ReferenceWorkflow RegistrationSkipped RemoteEntity ResolvedIdentifiers "
        "ResourceSpec ResourceType SerializationSettings Signal SignalIdentifier SignalListRequest "
        "SignalSetRequest Sort SynchronousFlyteClient TextColumn TimeElapsedColumn TypeEngine TypedInterface "
        "WorkflowBase WorkflowExecutionGetDataResponse WorkflowExecutionIdentifier WorkflowFailurePolicy "
        "admin_common_models admin_workflow_models annotations asdict asyncio b64encode base64 click "
        "cloudpickle common_models compress_scripts configparser constants contextlib "
        "create_backfill_workflow dataclass datetime dc_replace default_notebook_task_resolver "
        "developer_logger download_literal extract_task_module fast_package filter_models fsspec functools "
        "get_all_modules get_flyte_fs get_scoped_grpc_deadline get_serializable get_serializable_launch_plan "
        "gzip hash_file hashlib id_models ipython_check is_display_progress_enabled iterate_node_executions "
        "iterate_task_executions launch_plan_models literal_models literals_pb2 logger os pathlib requests "
        "run_sync scoped_grpc_deadline strict_type_hint_matching task_models tempfile time timedelta "
        "translate_inputs_to_literals type_models typing user_exceptions utils uuid workflow_model"
    ),
    "flytekit.remote.remote_callable": (
        "ABC Any BranchEvalMode Dict ExecutionState FlyteContext Identifier NodeMetadata Optional Promise "
        "RemoteEntity Tuple Type Union VoidPromise abstractmethod create_and_link_node_from_remote "
        "extract_obj_name logger user_exceptions"
    ),
    "flytekit.remote.remote_fs": (
        "CreateUploadLocationResponse FlyteFS FlytePathResolver FlyteRemote HTTPFileSystem HashStructure "
        "HttpFileWriter NoOpCallback REMOTE_PLACEHOLDER UUID annotations b64encode base64 fsspec get_flyte_fs "
        "get_protocol hash_file hashlib logger os pathlib random requests threading typing"
    ),
    "flytekit.sensor": "BaseSensor FileSensor SensorEngine base_sensor file_sensor sensor_engine",
    "flytekit.sensor.base_sensor": (
        "Any AsyncAgentExecutorMixin AsyncConnectorExecutorMixin BaseSensor Dict INPUTS Interface Optional "
        "Protocol PythonTask ResourceMeta SENSOR_CONFIG_PKL SENSOR_MODULE SENSOR_NAME SensorConfig "
        "SensorMetadata SerializationSettings T TaskMetadata TypeVar Union abstractmethod asdict collections "
        "dataclass datetime get_type_hints inspect jsonpickle runtime_checkable typing"
    ),
    "flytekit.sensor.file_sensor": "BaseSensor FileSensor FlyteContextManager Optional T TypeVar Union datetime",
    "flytekit.sensor.sensor_engine": (
        "AgentBase AgentRegistry AsyncAgentBase AsyncConnectorBase ConnectorRegistry CreateTaskResponse "
        "DeleteTaskResponse FlyteContextManager GetTaskResponse INPUTS LiteralMap Optional Resource "
        "SENSOR_CONFIG_PKL SENSOR_MODULE SENSOR_NAME SensorEngine SensorMetadata T TaskExecution TaskTemplate "
        "TypeEngine cloudpickle importlib jsonpickle typing"
    ),
    "flytekit.testing": "SecretsManager patch task_mock",
    "flytekit.tools": (
        "fast_registration ignore interactive module_loader repo script_mode serialize_helpers subprocess "
        "translator"
    ),
    "flytekit.tools.fast_registration": (
        "BarColumn CopyFileDetection DockerIgnore FAST_FILEENDING FAST_PREFIX FastPackageOptions "
        "FlyteContextManager FlyteDataNotFoundException FlyteIgnore GitIgnore Ignore IgnoreGroup List "
        "Optional PICKLE_FILE_PATH Progress StandardIgnore TextColumn TimeElapsedColumn Tree Union "
        "annotations click compress_tarball compute_digest dataclass download_distribution fast_package "
        "get_additional_distribution_loc gzip hashlib is_display_progress_enabled logger ls_files os pathlib "
        "posixpath print_ls_tree rich_print shutil stat subprocess tar_strip_file_attributes tarfile tempfile "
        "time timeit typing"
    ),
    "flytekit.tools.ignore": (
        "ABC Dict DockerIgnore FlyteIgnore GitIgnore Ignore IgnoreGroup List Optional Path PatternMatcher "
        "STANDARD_IGNORE_PATTERNS StandardIgnore Type abstractmethod fnmatch logger os subprocess tarfile "
        "which"
    ),
    "flytekit.tools.interactive": "ipython_check",
    "flytekit.tools.module_loader": (
        "Any Iterator List Union add_sys_path contextlib importlib just_load_modules load_object_from_module "
        "module_load_error_handler os pkgutil sys"
    ),
    "flytekit.tools.repo": (
        "CopyFileDetection FastSerializationSettings FlyteContextManager FlyteControlPlaneEntity "
        "FlyteEntities FlyteRemote Identifier ImageConfig NoSerializableEntitiesError Options Path PythonTask "
        "RegistrationSkipped ResourceSpec SerializationSettings asyncio click fast_registration "
        "find_common_root functools get_registrable_entities launch_plan list_packages_and_modules "
        "load_packages_and_modules logger module_loader os package persist_registrable_entities "
        "print_registration_status register rprint secho serialize serialize_and_package "
        "serialize_get_control_plane_entities serialize_load_only serialize_to_folder tarfile task tempfile "
        "typing"
    ),
    "flytekit.tools.script_mode": (
        "CopyFileDetection EXCLUDE_DIRS IgnoreGroup ImperativeWorkflow List ModuleType Optional Path "
        "PythonFunctionTask Tuple Union WorkflowBase add_imported_modules_from_source annotations "
        "compress_scripts copy_module_to_destination datetime flytekit get_all_modules get_full_module_path "
        "gzip hash_file hashlib importlib list_all_files list_imported_modules_as_files logger lru_cache "
        "ls_files os shutil site stat sys tar_strip_file_attributes tarfile tempfile timezone typing"
    ),
    "flytekit.tools.serialize_helpers": (
        "EagerAsyncPythonFunctionTask FlyteControlPlaneEntity LaunchPlan Options OrderedDict PythonTask "
        "RemoteEntity TaskSpec WorkflowBase WorkflowSpec admin_workflow_models click flyte_context "
        "get_registrable_entities get_serializable math os persist_registrable_entities sys task_models "
        "typing"
    ),
    "flytekit.tools.subprocess": "check_call logger shlex subprocess tempfile",
    "flytekit.tools.translator": (
        "ApproveCondition ArrayNode ArrayNodeMapTask ArrayNodeModel BranchNode BranchNodeModel Callable "
        "ClassDecorator ConcurrencyPolicy ContainerTask Dict EagerAsyncPythonFunctionTask "
        "FlyteControlPlaneEntity FlyteLocalEntity Gate GateNode Image ImageConfig ImageSpec LaunchPlan List "
        "MapPythonTask Node Optional Options OrderedDict PodTemplate PythonAutoContainerTask "
        "PythonFunctionTask PythonTask ReferenceEntity ReferenceLaunchPlan ReferenceSpec ReferenceTask "
        "ReferenceTemplate ReferenceWorkflow SerializationSettings SignalCondition SleepCondition SourceCode "
        "TaskNodeOverrides TaskSpec TaskTemplate Tuple Union WorkflowBase WorkflowSpec admin_workflow_models "
        "common_models context_manager dataclass gather_dependent_entities "
        "get_command_prefix_for_fast_execute get_reference_spec get_serializable get_serializable_array_node "
        "get_serializable_array_node_map_task get_serializable_branch_node get_serializable_flyte_task "
        "get_serializable_flyte_workflow get_serializable_launch_plan get_serializable_node "
        "get_serializable_task get_serializable_workflow interface_models prefix_with_fast_execute "
        "schedule_pb2 security sys to_serializable_case to_serializable_cases typing workflow_model"
    ),
    "flytekit.types": "directory error file iterator numpy pickle schema structured",
    "flytekit.types.directory": (
        "FlyteDirToMultipartBlobTransformer FlyteDirectory TFRecordsDirectory TensorboardLogs tensorboard "
        "tfrecords_dir types typing"
    ),
    "flytekit.types.directory.types": (
        "Any AsyncTypeTransformer Binary Blob BlobMetadata BlobType DataClassJsonMixin Dict FileExt "
        "FlyteAssertion FlyteContext FlyteContextManager FlyteDirToMultipartBlobTransformer FlyteDirectory "
        "FlyteFile Generator Literal LiteralType MESSAGEPACK Path PathType Scalar SerializableType Struct T "
        "Tuple TypeEngine TypeTransformer TypeTransformerFailedError UUID annotations asyncio config "
        "dataclass field fields fsspec get_batch_size get_protocol json loop_manager model_serializer "
        "model_validator msgpack noop os partial pathlib random typing"
    ),
    "flytekit.types.error": "FlyteError error",
    "flytekit.types.error.error": (
        "DataClassJSONMixin Error ErrorTransformer FlyteContext FlyteError Literal LiteralType Scalar T Type "
        "TypeEngine TypeTransformer TypeTransformerFailedError TypeVar dataclass"
    ),
    "flytekit.types.file": (
        "Annotated CSVFile FileExt FlyteFile FlyteFilePathTransformer HDF5EncodedFile HTMLPage JPEGImageFile "
        "JSONLFile JoblibSerializedFile ONNXFile PDFFile PNGImageFile PythonNotebook PythonPickledFile "
        "SVGImageFile TFRecordFile csv file get_args get_origin hdf5 html image ipynb joblib jpeg jsonl_file "
        "onnx pdf png python_pickle svg tfrecords_file typing"
    ),
    "flytekit.types.file.file": (
        "AsyncTypeTransformer Binary Blob BlobMetadata BlobType DataClassJSONMixin Dict FlyteAssertion "
        "FlyteContext FlyteContextManager FlyteFile FlyteFilePathTransformer FlytePickleTransformer Literal "
        "LiteralType MESSAGEPACK Scalar SerializableType Struct T TypeEngine TypeTransformer "
        "TypeTransformerFailedError annotations cast config contextmanager dataclass field fields "
        "get_underlying_type json logger mimetypes model_serializer model_validator msgpack noop os partial "
        "pathlib typing unquote"
    ),
    "flytekit.types.file.image": (
        "Blob BlobMetadata FlyteContext Literal LiteralType PIL PILImageTransformer Scalar T Type TypeEngine "
        "TypeTransformer TypeTransformerFailedError pathlib typing"
    ),
    "flytekit.types.iterator": "FlyteIterator JSON iterator json_iterator",
    "flytekit.types.iterator.iterator": (
        "FlyteContext FlyteIterator IteratorTransformer Literal LiteralCollection LiteralType T TypeEngine "
        "TypeTransformer TypeTransformerFailedError collections get_args typing"
    ),
    "flytekit.types.iterator.json_iterator": (
        "Any AsyncTypeTransformer Blob BlobMetadata Dict FlyteContext Iterator JSON JSONCollection "
        "JSONIterator JSONIteratorTransformer JSONScalar List Literal LiteralType Path Scalar Type TypeAlias "
        "TypeEngine TypeTransformer TypeTransformerFailedError Union jsonlines"
    ),
    "flytekit.types.numpy": "NumpyArrayTransformer logger ndarray numpy",
    "flytekit.types.numpy.ndarray": (
        "Annotated AsyncTypeTransformer Blob BlobMetadata Dict FlyteContext HashMethod Literal LiteralType "
        "NumpyArrayTransformer OrderedDict Scalar Tuple Type TypeEngine TypeTransformer "
        "TypeTransformerFailedError extract_metadata get_args get_origin np pathlib typing"
    ),
    "flytekit.types.pickle": "BatchSize FlytePickle pickle",
    "flytekit.types.pickle.pickle": (
        "AsyncTypeTransformer BatchSize Blob BlobMetadata FlyteContext FlyteContextManager FlytePickle "
        "FlytePickleTransformer Literal LiteralType Scalar T Type TypeEngine TypeTransformer cloudpickle "
        "hashlib os typing"
    ),
    "flytekit.types.schema": (
        "FlyteSchema FlyteSchemaTransformer LocalIOSchemaReader LocalIOSchemaWriter SchemaEngine SchemaFormat "
        "SchemaHandler SchemaOpenMode SchemaReader SchemaWriter types types_pandas"
    ),
    "flytekit.types.schema.types": (
        "AsyncTypeTransformer Binary DataClassJSONMixin Dict Enum FlyteContext FlyteContextManager "
        "FlyteSchema FlyteSchemaTransformer Literal LiteralType LocalIOSchemaReader LocalIOSchemaWriter "
        "MESSAGEPACK Optional Path Scalar Schema SchemaEngine SchemaFormat SchemaHandler SchemaOpenMode "
        "SchemaReader SchemaType SchemaWriter SerializableType Struct T Type TypeEngine TypeTransformer "
        "TypeTransformerFailedError abstractmethod annotations config dataclass datetime field fields "
        "generate_ordered_files json logger model_serializer model_validator msgpack os typing"
    ),
    "flytekit.types.schema.types_pandas": (
        "AsyncTypeTransformer FlyteContext Literal LiteralType LocalIOSchemaReader LocalIOSchemaWriter "
        "PandasDataFrameTransformer PandasSchemaReader PandasSchemaWriter ParquetIO Scalar Schema "
        "SchemaEngine SchemaFormat SchemaHandler SchemaType T Type TypeEngine TypeTransformer os pandas "
        "typing"
    ),
    "flytekit.types.structured": (
        "ArrowRenderer DuplicateHandlerError StructuredDataset StructuredDatasetDecoder "
        "StructuredDatasetEncoder StructuredDatasetTransformerEngine TopFrameRenderer basic_dfs bigquery "
        "functools is_imported lazy_import_structured_dataset_handler logger register_arrow_handlers "
        "register_bigquery_handlers register_csv_handlers register_pandas_handlers "
        "register_snowflake_handlers snowflake structured_dataset"
    ),
    "flytekit.types.structured.basic_dfs": (
        "ArrowToParquetEncodingHandler CSV CSVToPandasDecodingHandler DataConfig FlyteContext "
        "NoCredentialsError PARQUET PandasToCSVEncodingHandler PandasToParquetEncodingHandler "
        "ParquetToArrowDecodingHandler ParquetToPandasDecodingHandler Path StructuredDataset "
        "StructuredDatasetDecoder StructuredDatasetEncoder StructuredDatasetMetadata StructuredDatasetType T "
        "TypeVar get_fsspec_storage_options get_pandas_storage_options get_protocol lazy_module literals "
        "logger os pa pd split_protocol strip_protocol typing"
    ),
    "flytekit.types.structured.bigquery": (
        "ArrowToBQEncodingHandlers BIGQUERY BQToArrowDecodingHandler BQToPandasDecodingHandler FlyteContext "
        "PandasToBQEncodingHandlers StructuredDataset StructuredDatasetDecoder StructuredDatasetEncoder "
        "StructuredDatasetMetadata StructuredDatasetType bigquery bigquery_storage lazy_module literals pa pd "
        "re types typing"
    ),
    "flytekit.types.structured.snowflake": (
        "FlyteContext PROTOCOL_SEP PandasToSnowflakeEncodingHandlers SNOWFLAKE "
        "SnowflakeToPandasDecodingHandler StructuredDataset StructuredDatasetDecoder StructuredDatasetEncoder "
        "StructuredDatasetMetadata StructuredDatasetType flytekit get_private_key literals pd re snowflake "
        "typing write_pandas"
    ),
    "flytekit.types.structured.structured_dataset": (
        "ABC Annotated AsyncTypeTransformer Binary CSV DF DataClassJSONMixin Dict DuplicateHandlerError "
        "FlyteContext FlyteContextManager GENERIC_FORMAT GENERIC_PROTOCOL Generator Generic List Literal "
        "LiteralType MESSAGEPACK Optional PARQUET Renderable Scalar SchemaType SerializableType Struct "
        "StructuredDataset StructuredDatasetDecoder StructuredDatasetEncoder StructuredDatasetFormat "
        "StructuredDatasetMetadata StructuredDatasetTransformerEngine StructuredDatasetType T Type TypeAlias "
        "TypeEngine TypeTransformer TypeTransformerFailedError Union abstractmethod annotations collections "
        "config convert_schema_type_to_structured_dataset_type dataclass developer_logger "
        "extract_cols_and_format field fields flatten_dict flyte_dataset_transformer get_args get_origin "
        "get_protocol get_supported_types is_dataclass json lazy_module literals logger loop_manager "
        "model_serializer model_validator modify_literal_uris msgpack pa pd type_models types typing"
    ),
    "flytekit.utils": "asyn dict_formatter pbhash rate_limiter",
    "flytekit.utils.asyn": (
        "Any Awaitable Callable P ParamSpec T TypeVar asyncio atexit contextmanager functools logger "
        "loop_manager os run_sync threading"
    ),
    "flytekit.utils.dict_formatter": "Any Dict Optional format_dict get_nested_value re replace_placeholder",
    "flytekit.utils.pbhash": "Message base64 compute_hash compute_hash_string hashlib json json_format",
    "flytekit.utils.rate_limiter": "RateLimiter asyncio datetime deque developer_logger run_sync timedelta",
}
