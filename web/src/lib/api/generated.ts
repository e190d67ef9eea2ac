/**
 * What the API serves, derived from the schema by `cargo xtask gen`: for each resource a row, what an insert and a change take, and what can be
 * embedded in it. Never edited.
 */

/** A UUID. */
export type Id = string;
/** A moment, RFC 3339 in UTC. */
export type Time = string;
/** A day: 2026-01-31. */
export type Day = string;

/** One row at the end of a foreign key, or none that the reader may see. */
export interface One<N> {
    of: N;
    many: false;
}
/** The rows that refer by a foreign key. */
export interface Many<N> {
    of: N;
    many: true;
}
/** Who acts: a person, the system or a program. */
export const actorTypeValues = ['user', 'system', 'api_client'] as const;
export type ActorType = (typeof actorTypeValues)[number];
/** What an address is used for. */
export const addressTypeValues = ['physical', 'mailing', 'work', 'billing', 'temporary', 'former'] as const;
export type AddressType = (typeof addressTypeValues)[number];
/** How a model is built. */
export const aiArchitectureValues = ['cnn', 'resnet', 'efficientnet', 'u_net', 'yolo', 'vision_transformer', 'transformer', 'point_network', 'mesh_network', 'gradient_boosting', 'rules', 'other'] as const;
export type AiArchitecture = (typeof aiArchitectureValues)[number];
/** Whether a version is in use: for all, for a few to try, or not. */
export const aiDeploymentStatusValues = ['rolled_out', 'canary', 'disabled'] as const;
export type AiDeploymentStatus = (typeof aiDeploymentStatusValues)[number];
/** What field of dentistry a model is for; cds is clinical decision support. */
export const aiDomainValues = ['caries', 'perio', 'pathology', 'ortho', 'implant', 'cds', 'restorative', 'anatomy', 'image_quality', 'scan_processing', 'other'] as const;
export type AiDomain = (typeof aiDomainValues)[number];
/** With what a model was made. */
export const aiFrameworkValues = ['tensorflow', 'pytorch', 'onnx', 'jax', 'scikit_learn', 'none', 'other'] as const;
export type AiFramework = (typeof aiFrameworkValues)[number];
/** How far a run of a model is. */
export const aiInferenceStatusValues = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type AiInferenceStatus = (typeof aiInferenceStatusValues)[number];
/** What a model looked at. */
export const aiInputTypeValues = ['imaging_study', 'patient_snapshot', 'text_note', 'multimodal', 'dental_photo', 'diagnostic_report', 'case_file'] as const;
export type AiInputType = (typeof aiInputTypeValues)[number];
/** What a model does. */
export const aiModelTypeValues = ['segmentation', 'quality_assessment', 'format_conversion', 'anatomical_detection', 'detection', 'classification', 'risk_prediction', 'text', 'other'] as const;
export type AiModelType = (typeof aiModelTypeValues)[number];
/** How a finding of a model compares with what was true. */
export const aiOutcomeValues = ['true_positive', 'false_positive', 'true_negative', 'false_negative', 'indeterminate'] as const;
export type AiOutcome = (typeof aiOutcomeValues)[number];
/** What kind of finding a model made. */
export const aiPredictionTypeValues = ['caries', 'bone_loss', 'pathology', 'risk_score', 'treatment_recommendation', 'calculus', 'restoration', 'anatomy', 'image_quality', 'other'] as const;
export type AiPredictionType = (typeof aiPredictionTypeValues)[number];
/** On what ground a model may be used on patients. */
export const aiRegulatoryClassValues = ['fda_510k', 'fda_de_novo', 'ce_mdr', 'ukca', 'experimental'] as const;
export type AiRegulatoryClass = (typeof aiRegulatoryClassValues)[number];
/** How a person judged a finding of a model. */
export const aiReviewActionValues = ['confirmed', 'rejected', 'edited'] as const;
export type AiReviewAction = (typeof aiReviewActionValues)[number];
/** Whether and how a finding of a model was last judged. */
export const aiReviewStateValues = ['unreviewed', 'confirmed', 'rejected', 'edited'] as const;
export type AiReviewState = (typeof aiReviewStateValues)[number];
/** How it is decided who gets a version. */
export const aiRolloutStrategyValues = ['percentage', 'tenant_group', 'location_group'] as const;
export type AiRolloutStrategy = (typeof aiRolloutStrategyValues)[number];
/** Whether a model is the platform's own or someone else's, named by a tag. */
export const aiVendorValues = ['internal', 'external_tag'] as const;
export type AiVendor = (typeof aiVendorValues)[number];
/** How much alcohol someone drinks. */
export const alcoholConsumptionValues = ['never', 'former', 'occasional', 'moderate', 'heavy', 'unknown'] as const;
export type AlcoholConsumption = (typeof alcoholConsumptionValues)[number];
/** What the patient does not bear. */
export const allergyCategoryValues = ['drug', 'material', 'food', 'environment', 'other'] as const;
export type AllergyCategory = (typeof allergyCategoryValues)[number];
/** Whether an allergy still counts. */
export const allergyStatusValues = ['active', 'inactive', 'resolved'] as const;
export type AllergyStatus = (typeof allergyStatusValues)[number];
/** Whether a model or a person marked something. */
export const annotationSourceValues = ['ai', 'user'] as const;
export type AnnotationSource = (typeof annotationSourceValues)[number];
/** In what way something is marked on an image. */
export const annotationTypeValues = ['bounding_box', 'mask', 'measurement', 'label', 'point', 'line', 'polygon'] as const;
export type AnnotationType = (typeof annotationTypeValues)[number];
/** How far an application for partnership is. */
export const applicationStatusValues = ['submitted', 'under_review', 'approved', 'rejected', 'withdrawn'] as const;
export type ApplicationStatus = (typeof applicationStatusValues)[number];
/** How far an appointment is. */
export const appointmentStatusValues = ['scheduled', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show'] as const;
export type AppointmentStatus = (typeof appointmentStatusValues)[number];
/** What an appointment is: a patient's visit, or work among colleagues and with dentists. */
export const appointmentTypeValues = ['visit', 'case_review', 'delivery', 'meeting', 'training'] as const;
export type AppointmentType = (typeof appointmentTypeValues)[number];
/** What becomes of data when its time is over: it stays, goes to slow storage, loses its persons, is destroyed. */
export const archivalStrategyValues = ['keep_online', 'cold_storage', 'deidentify', 'purge'] as const;
export type ArchivalStrategy = (typeof archivalStrategyValues)[number];
/** What someone answered to an invitation. */
export const attendanceResponseValues = ['pending', 'accepted', 'tentative', 'declined'] as const;
export type AttendanceResponse = (typeof attendanceResponseValues)[number];
/** What someone does in an appointment. */
export const attendanceRoleValues = ['organizer', 'practitioner', 'assistant', 'attendee', 'trainer', 'driver', 'interpreter', 'guest'] as const;
export type AttendanceRole = (typeof attendanceRoleValues)[number];
/** Kinds of events in the trail. */
export const auditEventTypeValues = ['login_success', 'login_failure', 'logout', 'client_authentication', 'data_access', 'data_create', 'data_update', 'data_delete', 'data_restore', 'data_retention_purge', 'right_to_erasure', 'patient_viewed', 'image_analyzed', 'ai_override', 'config_changed', 'upload_report', 'view_report', 'edit_profile'] as const;
export type AuditEventType = (typeof auditEventTypeValues)[number];
/** How an attempt ended. */
export const auditOutcomeValues = ['success', 'failure', 'error'] as const;
export type AuditOutcome = (typeof auditOutcomeValues)[number];
/** Ways to prove who one is. */
export const authMethodValues = ['password', 'oidc', 'saml', 'oauth', 'totp', 'webauthn', 'recovery_code'] as const;
export type AuthMethod = (typeof authMethodValues)[number];
/** How often a subscription is billed. */
export const billingCycleValues = ['monthly', 'yearly'] as const;
export type BillingCycle = (typeof billingCycleValues)[number];
/** Side of the patient. */
export const bodySideValues = ['right', 'left'] as const;
export type BodySide = (typeof bodySideValues)[number];
/** What a note of a case is: for the record, or something said to the others. */
export const caseNoteTypeValues = ['note', 'comment', 'question', 'instruction'] as const;
export type CaseNoteType = (typeof caseNoteTypeValues)[number];
/** How far a case is on its way through the laboratory. */
export const caseStatusValues = ['received', 'processing', 'designing', 'milling', 'qc', 'ready', 'delivered', 'cancelled', 'on_hold'] as const;
export type CaseStatus = (typeof caseStatusValues)[number];
/** Who reported what happened to a claim. */
export const claimEventSourceValues = ['practice', 'payer', 'clearinghouse', 'system'] as const;
export type ClaimEventSource = (typeof claimEventSourceValues)[number];
/** What happened to a claim. */
export const claimEventTypeValues = ['created', 'submitted', 'acknowledged', 'rejected', 'pended', 'information_requested', 'information_sent', 'adjudicated', 'paid', 'denied', 'appealed', 'corrected', 'cancelled', 'closed', 'note'] as const;
export type ClaimEventType = (typeof claimEventTypeValues)[number];
/** How far a claim is. */
export const claimStatusValues = ['draft', 'ready', 'submitted', 'accepted', 'rejected', 'in_review', 'information_requested', 'approved', 'partially_paid', 'paid', 'denied', 'appealed', 'cancelled', 'closed'] as const;
export type ClaimStatus = (typeof claimStatusValues)[number];
/** Whether payment is asked for, or what the payer would pay (FHIR Claim.use). */
export const claimUseValues = ['claim', 'preauthorization', 'predetermination'] as const;
export type ClaimUse = (typeof claimUseValues)[number];
/** How bad a condition, reaction or complication is. */
export const clinicalSeverityValues = ['mild', 'moderate', 'severe', 'life_threatening'] as const;
export type ClinicalSeverity = (typeof clinicalSeverityValues)[number];
/** How soon a patient needs care. */
export const clinicalUrgencyValues = ['routine', 'follow_up', 'urgent', 'critical'] as const;
export type ClinicalUrgency = (typeof clinicalUrgencyValues)[number];
/** Which coding system it is, whatever its edition. */
export const codeSystemFamilyValues = ['icd_10', 'snomed', 'cdt', 'dicom', 'internal', 'loinc', 'rxnorm', 'atc', 'iso_3950', 'other'] as const;
export type CodeSystemFamily = (typeof codeSystemFamilyValues)[number];
/** What a code is used for. */
export const codeUseValues = ['diagnosis', 'procedure', 'finding', 'body_site', 'modality', 'substance', 'observation', 'other'] as const;
export type CodeUse = (typeof codeUseValues)[number];
/** Which list of codes a clinical code comes from. */
export const codingSystemValues = ['icd_10', 'icd_10_cm', 'icd_11', 'snomed_ct', 'snodent', 'cdt', 'loinc', 'rxnorm', 'atc', 'ndc', 'unii', 'dicom', 'iso_3950', 'internal', 'custom'] as const;
export type CodingSystem = (typeof codingSystemValues)[number];
/** What a column holds; drives masking in the trail, encryption, de-identification and export. */
export const columnContentValues = ['plain', 'personal', 'phi', 'secret'] as const;
export type ColumnContent = (typeof columnContentValues)[number];
/** Whether the patient has the condition now (FHIR condition-clinical). */
export const conditionStatusValues = ['active', 'recurrence', 'remission', 'resolved', 'historical'] as const;
export type ConditionStatus = (typeof conditionStatusValues)[number];
/** How a consent came in. */
export const consentSourceValues = ['portal', 'in_clinic', 'paper_scan'] as const;
export type ConsentSource = (typeof consentSourceValues)[number];
/** What is consented to. */
export const consentTypeValues = ['ai_analysis', 'research', 'data_sharing', 'marketing'] as const;
export type ConsentType = (typeof consentTypeValues)[number];
/** A way to reach someone. */
export const contactMethodValues = ['email', 'sms', 'phone', 'app', 'post'] as const;
export type ContactMethod = (typeof contactMethodValues)[number];
/** Whether a thread takes messages. */
export const conversationStatusValues = ['open', 'closed'] as const;
export type ConversationStatus = (typeof conversationStatusValues)[number];
/** What a thread is: between two, in a group or team, about a case, with a patient. */
export const conversationTypeValues = ['direct', 'group', 'case', 'patient', 'team'] as const;
export type ConversationType = (typeof conversationTypeValues)[number];
/** What an insurance policy covers. */
export const coverageKindValues = ['dental', 'medical', 'accident', 'other'] as const;
export type CoverageKind = (typeof coverageKindValues)[number];
/** In which order several policies pay. */
export const coverageRankValues = ['primary', 'secondary', 'tertiary'] as const;
export type CoverageRank = (typeof coverageRankValues)[number];
/** What a custom field belongs to. */
export const customFieldEntityValues = ['patient', 'encounter', 'procedure', 'appointment', 'treatment_plan', 'case', 'case_file', 'imaging_study', 'diagnostic_report', 'claim', 'invoice', 'document', 'referral', 'practitioner', 'staff_profile', 'dentist_profile', 'location', 'inventory_item', 'supplier', 'shipment'] as const;
export type CustomFieldEntity = (typeof customFieldEntityValues)[number];
/** What a custom field holds. */
export const customFieldTypeValues = ['text', 'number', 'boolean', 'date', 'choice', 'choices', 'json'] as const;
export type CustomFieldType = (typeof customFieldTypeValues)[number];
/** Classes of data that are kept for different times. */
export const dataClassValues = ['patient_record', 'imaging', 'logs', 'analytics', 'cases', 'files', 'segments', 'jobs', 'models', 'notifications', 'messages', 'documents', 'financial'] as const;
export type DataClass = (typeof dataClassValues)[number];
/** Whether a dataset still changes and may be used. */
export const datasetStatusValues = ['draft', 'frozen', 'published', 'retired'] as const;
export type DatasetStatus = (typeof datasetStatusValues)[number];
/** What becomes of a column when records are de-identified (HIPAA 45 CFR 164.514(b), GDPR article 4(5)). */
export const deidentificationValues = ['keep', 'remove', 'pseudonymise', 'shift_date', 'year'] as const;
export type Deidentification = (typeof deidentificationValues)[number];
/** How persons were removed from data (HIPAA 45 CFR 164.514(b)). */
export const deidentificationMethodValues = ['safe_harbor', 'expert_determination'] as const;
export type DeidentificationMethod = (typeof deidentificationMethodValues)[number];
/** How far a message has come on its way. */
export const deliveryStateValues = ['pending', 'sent', 'delivered', 'read', 'failed'] as const;
export type DeliveryState = (typeof deliveryStateValues)[number];
/** How a laboratory stands with a partner dentist. */
export const dentistStatusValues = ['pending', 'active', 'on_hold', 'suspended', 'inactive'] as const;
export type DentistStatus = (typeof dentistStatusValues)[number];
/** Permanent teeth, milk teeth or both. */
export const dentitionStageValues = ['permanent', 'primary', 'mixed'] as const;
export type DentitionStage = (typeof dentitionStageValues)[number];
/** What a diagnosis is to its visit. */
export const diagnosisRoleValues = ['primary', 'secondary', 'admitting', 'differential'] as const;
export type DiagnosisRole = (typeof diagnosisRoleValues)[number];
/** Whether the other side called, or we did. */
export const dicomDirectionValues = ['incoming', 'outgoing'] as const;
export type DicomDirection = (typeof dicomDirectionValues)[number];
/** A service of DICOM: by network (C-STORE, …) or by web (STOW-RS, …). */
export const dicomOperationValues = ['c_store', 'c_find', 'c_move', 'c_get', 'c_echo', 'n_action', 'n_event_report', 'stow_rs', 'qido_rs', 'wado_rs'] as const;
export type DicomOperation = (typeof dicomOperationValues)[number];
/** How a DICOM operation ended (PS3.7, annex C). */
export const dicomStatusValues = ['pending', 'success', 'warning', 'failure', 'refused', 'cancelled'] as const;
export type DicomStatus = (typeof dicomStatusValues)[number];
/** What a document belongs to. */
export const documentOwnerValues = ['patient', 'encounter', 'claim', 'tenant'] as const;
export type DocumentOwner = (typeof documentOwnerValues)[number];
/** What kind of paper a document is. */
export const documentTypeValues = ['consent_form', 'pdf', 'report', 'image', 'letter', 'prescription', 'referral_letter', 'treatment_plan', 'insurance_card', 'explanation_of_benefits', 'identification', 'invoice', 'laboratory_order', 'contract', 'policy', 'other'] as const;
export type DocumentType = (typeof documentTypeValues)[number];
/** In what form a drug comes. */
export const dosageFormValues = ['tablet', 'capsule', 'solution', 'suspension', 'gel', 'ointment', 'mouthwash', 'toothpaste', 'varnish', 'lozenge', 'spray', 'injection', 'cartridge', 'gas', 'other'] as const;
export type DosageForm = (typeof dosageFormValues)[number];
/** Whether someone is at work. */
export const employmentStatusValues = ['active', 'on_leave', 'ended'] as const;
export type EmploymentStatus = (typeof employmentStatusValues)[number];
/** How someone is employed. */
export const employmentTypeValues = ['full_time', 'part_time', 'contract', 'temporary', 'intern'] as const;
export type EmploymentType = (typeof employmentTypeValues)[number];
/** How far a visit is. */
export const encounterStatusValues = ['scheduled', 'in_progress', 'completed', 'cancelled', 'no_show'] as const;
export type EncounterStatus = (typeof encounterStatusValues)[number];
/** What a visit is for. */
export const encounterTypeValues = ['exam', 'emergency', 'hygiene', 'ortho', 'implant', 'teaching', 'restorative', 'endodontic', 'periodontal', 'surgery', 'prosthetic', 'pediatric', 'consultation', 'follow_up', 'telehealth', 'other'] as const;
export type EncounterType = (typeof encounterTypeValues)[number];
/** What kind of device it is. */
export const equipmentCategoryValues = ['intraoral_scanner', 'desktop_scanner', 'intraoral_sensor', 'phosphor_plate_scanner', 'intraoral_xray', 'panoramic_xray', 'cbct', 'camera', 'microscope', 'treatment_chair', 'handpiece', 'curing_light', 'laser', 'apex_locator', 'autoclave', 'milling_machine', 'printer', 'furnace', 'articulator', 'compressor', 'suction', 'workstation', 'other'] as const;
export type EquipmentCategory = (typeof equipmentCategoryValues)[number];
/** Whether a device can be used. */
export const equipmentStatusValues = ['active', 'maintenance', 'inactive', 'broken', 'decommissioned'] as const;
export type EquipmentStatus = (typeof equipmentStatusValues)[number];
/** How data is erased: rows removed, persons removed from rows, or the key of the bytes destroyed. */
export const erasureMethodValues = ['purge', 'pseudonymise', 'destroy_key'] as const;
export type ErasureMethod = (typeof erasureMethodValues)[number];
/** How far a request for erasure is. */
export const erasureStatusValues = ['received', 'verified', 'approved', 'running', 'completed', 'rejected', 'withdrawn'] as const;
export type ErasureStatus = (typeof erasureStatusValues)[number];
/** How sure the evidence is (GRADE). */
export const evidenceLevelValues = ['high', 'moderate', 'low', 'very_low', 'expert_opinion'] as const;
export type EvidenceLevel = (typeof evidenceLevelValues)[number];
/** How often someone exercises. */
export const exerciseFrequencyValues = ['never', 'rarely', 'weekly', 'several_times_a_week', 'daily', 'unknown'] as const;
export type ExerciseFrequency = (typeof exerciseFrequencyValues)[number];
/** Formats in which data leaves. */
export const exportFormatValues = ['json', 'csv', 'fhir_ndjson', 'parquet', 'dicom'] as const;
export type ExportFormat = (typeof exportFormatValues)[number];
/** How far an export is. */
export const exportStatusValues = ['pending', 'running', 'completed', 'failed', 'expired', 'cancelled'] as const;
export type ExportStatus = (typeof exportStatusValues)[number];
/** What kind of system it is. */
export const externalSystemTypeValues = ['pms', 'ehr', 'pacs', 'lims', 'payment_gateway', 'insurance_clearinghouse', 'imaging_device', 'scanner_cloud', 'accounting', 'identity_provider', 'ai_service', 'messaging', 'other'] as const;
export type ExternalSystemType = (typeof externalSystemTypeValues)[number];
/** Why a tenant has a capability: its plan, a trial, or an agreement. */
export const featureSourceValues = ['plan', 'trial', 'agreement'] as const;
export type FeatureSource = (typeof featureSourceValues)[number];
/** How far the processing of a file is. */
export const fileStatusValues = ['uploaded', 'processing', 'processed', 'failed', 'deleted'] as const;
export type FileStatus = (typeof fileStatusValues)[number];
/** What a file of a case is. */
export const fileTypeValues = ['intraoral_scan', 'segmented_scan', 'thumbnail', 'design', 'photo', 'xray', 'document', 'other'] as const;
export type FileType = (typeof fileTypeValues)[number];
/** From where it is known what was true. */
export const groundTruthSourceValues = ['pathology_report', 'followup_imaging', 'clinical_note', 'surgical_finding', 'expert_panel', 'other'] as const;
export type GroundTruthSource = (typeof groundTruthSourceValues)[number];
/** Who gave an identifier and what for. */
export const identifierSystemValues = ['internal', 'mrn', 'insurance_member', 'national_id', 'dso_global_id', 'passport', 'driver_license', 'other'] as const;
export type IdentifierSystem = (typeof identifierSystemValues)[number];
/** Side of the body that an image shows, as the patient sees it. */
export const imageLateralityValues = ['right', 'left', 'both', 'unpaired'] as const;
export type ImageLaterality = (typeof imageLateralityValues)[number];
/** Format of an image, volume, surface or film. */
export const imagingFormatValues = ['dicom', 'jpeg', 'png', 'tiff', 'webp', 'stl', 'ply', 'obj', 'glb', 'nifti', 'mp4', 'pdf', 'other'] as const;
export type ImagingFormat = (typeof imagingFormatValues)[number];
/** How an image was made, in the words of a practice; DICOM's own code stands beside it. */
export const imagingModalityValues = ['intraoral', 'panoramic', 'cephalometric', 'cbct', 'ct', 'mri', 'ultrasound', 'photo', 'video', 'surface_scan', 'microscopy', 'other'] as const;
export type ImagingModality = (typeof imagingModalityValues)[number];
/** Where a study came from. */
export const imagingSourceValues = ['device', 'upload', 'pms', 'ehr', 'pacs', 'other'] as const;
export type ImagingSource = (typeof imagingSourceValues)[number];
/** How far a study is (FHIR ImagingStudy status). */
export const imagingStudyStatusValues = ['registered', 'available', 'cancelled', 'entered_in_error'] as const;
export type ImagingStudyStatus = (typeof imagingStudyStatusValues)[number];
/** How the rows of a file are written: CSV (RFC 4180) or a line of JSON each. */
export const importFormatValues = ['csv', 'ndjson'] as const;
export type ImportFormat = (typeof importFormatValues)[number];
/** What a row that is refused does to the others: none is kept, or the others are. */
export const importPolicyValues = ['stop', 'skip'] as const;
export type ImportPolicy = (typeof importPolicyValues)[number];
/** How far an import is. */
export const importStatusValues = ['pending', 'checking', 'writing', 'completed', 'refused', 'failed', 'cancelled'] as const;
export type ImportStatus = (typeof importStatusValues)[number];
/** Whether a connection works. */
export const integrationStatusValues = ['pending', 'active', 'paused', 'failed', 'disabled'] as const;
export type IntegrationStatus = (typeof integrationStatusValues)[number];
/** What kind of thing is kept in stock. */
export const inventoryCategoryValues = ['materials', 'tools', 'equipment', 'consumables', 'supplies'] as const;
export type InventoryCategory = (typeof inventoryCategoryValues)[number];
/** Why stock changes. */
export const inventoryTransactionTypeValues = ['in', 'out', 'adjustment', 'damage', 'write_off'] as const;
export type InventoryTransactionType = (typeof inventoryTransactionTypeValues)[number];
/** What a line of an invoice charges for. */
export const invoiceItemTypeValues = ['laboratory_work', 'treatment', 'materials', 'shipping', 'subscription_fees', 'ai_overages', 'storage_overages', 'support', 'discount', 'other'] as const;
export type InvoiceItemType = (typeof invoiceItemTypeValues)[number];
/** Who charges whom: a laboratory its dentists, a practice its patients, the platform its tenants. */
export const invoiceKindValues = ['lab', 'patient', 'platform'] as const;
export type InvoiceKind = (typeof invoiceKindValues)[number];
/** How far an invoice is. */
export const invoiceStatusValues = ['draft', 'sent', 'paid', 'overdue', 'cancelled', 'refunded'] as const;
export type InvoiceStatus = (typeof invoiceStatusValues)[number];
/** Upper or lower jaw. */
export const jawValues = ['upper', 'lower'] as const;
export type Jaw = (typeof jawValues)[number];
/** How far a job is. */
export const jobStatusValues = ['pending', 'processing', 'completed', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof jobStatusValues)[number];
/** What a job does. */
export const jobTypeValues = ['scan_processing', 'import', 'maintenance'] as const;
export type JobType = (typeof jobTypeValues)[number];
/** Who a document is written for. */
export const knowledgeAudienceValues = ['clinicians', 'staff', 'laboratory', 'patients', 'everyone'] as const;
export type KnowledgeAudience = (typeof knowledgeAudienceValues)[number];
/** What kind of knowledge a document holds. */
export const knowledgeKindValues = ['clinical_protocol', 'evidence_summary', 'patient_education', 'policy', 'training', 'form_template'] as const;
export type KnowledgeKind = (typeof knowledgeKindValues)[number];
/** How far a version is: written, reviewed, approved, published, retired. */
export const knowledgeStatusValues = ['draft', 'in_review', 'approved', 'published', 'rejected', 'retired'] as const;
export type KnowledgeStatus = (typeof knowledgeStatusValues)[number];
/** What kind of place a location is; virtual: none that one can go to. */
export const locationKindValues = ['clinic', 'teaching_clinic', 'research_unit', 'laboratory', 'virtual'] as const;
export type LocationKind = (typeof locationKindValues)[number];
/** What kind of dental material it is. */
export const materialCategoryValues = ['composite', 'glass_ionomer', 'amalgam', 'ceramic', 'zirconia', 'metal_alloy', 'acrylic', 'wax', 'gypsum', 'impression', 'cement', 'bonding', 'etchant', 'endodontic', 'implant', 'abutment', 'bone_graft', 'membrane', 'suture', 'orthodontic', 'sealant', 'whitening', 'printing_resin', 'other'] as const;
export type MaterialCategory = (typeof materialCategoryValues)[number];
/** Unit of a measurement on an image. */
export const measurementUnitValues = ['mm', 'mm2', 'mm3', 'degree', 'percent', 'hounsfield', 'px'] as const;
export type MeasurementUnit = (typeof measurementUnitValues)[number];
/** How a medicine is taken. */
export const medicationRouteValues = ['oral', 'topical', 'sublingual', 'inhaled', 'nasal', 'intravenous', 'intramuscular', 'subcutaneous', 'rectal', 'other'] as const;
export type MedicationRoute = (typeof medicationRouteValues)[number];
/** Whether the patient takes the medicine now. */
export const medicationStatusValues = ['current', 'on_hold', 'historical'] as const;
export type MedicationStatus = (typeof medicationStatusValues)[number];
/** How the content of a message is to be read. */
export const messageContentTypeValues = ['text', 'rich_text', 'file'] as const;
export type MessageContentType = (typeof messageContentTypeValues)[number];
/** What kind of clinical note it is. */
export const noteTypeValues = ['soap', 'radiology_report', 'op_note', 'progress', 'consultation', 'telephone', 'pathology_report', 'free_text', 'other'] as const;
export type NoteType = (typeof noteTypeValues)[number];
/** The way by which a notification reaches someone. */
export const notificationChannelValues = ['in_app', 'email', 'sms', 'push'] as const;
export type NotificationChannel = (typeof notificationChannelValues)[number];
/** How soon a notification wants to be seen. */
export const notificationPriorityValues = ['low', 'normal', 'high', 'urgent'] as const;
export type NotificationPriority = (typeof notificationPriorityValues)[number];
/** What a notification is about. */
export const notificationTypeValues = ['new_report', 'urgent_case', 'review_complete', 'system_alert', 'case_update', 'assignment', 'message', 'invoice', 'appointment', 'system', 'alert', 'referral', 'reminder', 'job', 'security', 'other'] as const;
export type NotificationType = (typeof notificationTypeValues)[number];
/** A part of the mouth (ISO 3950: whole mouth, arches, quadrants, sextants). */
export const oralAreaValues = ['full_mouth', 'upper_arch', 'lower_arch', 'upper_right', 'upper_left', 'lower_left', 'lower_right', 'upper_right_sextant', 'upper_anterior_sextant', 'upper_left_sextant', 'lower_left_sextant', 'lower_anterior_sextant', 'lower_right_sextant'] as const;
export type OralArea = (typeof oralAreaValues)[number];
/** What a participant of a thread is in it. */
export const participantRoleValues = ['author', 'participant', 'observer'] as const;
export type ParticipantRole = (typeof participantRoleValues)[number];
/** How a tenant's data is kept apart: by row, in a schema or in a database of its own. */
export const partitionStrategyValues = ['row_level', 'schema', 'database'] as const;
export type PartitionStrategy = (typeof partitionStrategyValues)[number];
/** Whether a patient is in care. */
export const patientStatusValues = ['active', 'inactive', 'deceased'] as const;
export type PatientStatus = (typeof patientStatusValues)[number];
/** What kind of organisation pays. */
export const payerKindValues = ['commercial', 'public', 'employer', 'membership_plan', 'other'] as const;
export type PayerKind = (typeof payerKindValues)[number];
/** How money was paid. */
export const paymentMethodValues = ['credit_card', 'debit_card', 'bank_transfer', 'direct_debit', 'check', 'cash', 'insurance', 'other'] as const;
export type PaymentMethod = (typeof paymentMethodValues)[number];
/** One of the six sites around a tooth: mesial, middle, distal; buccal (b) or lingual (l). */
export const perioSiteValues = ['mb', 'b', 'db', 'ml', 'l', 'dl'] as const;
export type PerioSite = (typeof perioSiteValues)[number];
/** In which way health information was read. */
export const phiAccessTypeValues = ['view', 'list', 'search', 'download', 'export', 'print', 'share', 'analysis'] as const;
export type PhiAccessType = (typeof phiAccessTypeValues)[number];
/** What a photo of a patient shows. */
export const photoTypeValues = ['intraoral', 'extraoral', 'xray', 'frontal', 'lateral', 'occlusal', 'smile', 'portrait', 'shade', 'document', 'other'] as const;
export type PhotoType = (typeof photoTypeValues)[number];
/** How far one planned procedure is. */
export const planItemStatusValues = ['planned', 'accepted', 'declined', 'scheduled', 'completed', 'cancelled'] as const;
export type PlanItemStatus = (typeof planItemStatusValues)[number];
/** How soon work is done, among other work. */
export const priorityLevelValues = ['low', 'medium', 'high', 'urgent'] as const;
export type PriorityLevel = (typeof priorityLevelValues)[number];
/** Category of a dental service, after the twelve of CDT. */
export const procedureCategoryValues = ['diagnostic', 'preventive', 'restorative', 'endodontics', 'periodontics', 'prosthodontics_removable', 'maxillofacial_prosthetics', 'implant_services', 'prosthodontics_fixed', 'oral_surgery', 'orthodontics', 'adjunctive', 'laboratory', 'other'] as const;
export type ProcedureCategory = (typeof procedureCategoryValues)[number];
/** How a procedure ended (FHIR event-status). */
export const procedureStatusValues = ['planned', 'in_progress', 'completed', 'stopped', 'not_done', 'entered_in_error'] as const;
export type ProcedureStatus = (typeof procedureStatusValues)[number];
/** What the laboratory is to make. */
export const procedureTypeValues = ['crowns', 'implants', 'veneers', 'dentures', 'bridges', 'inlays', 'aligners', 'orthodontics', 'night_guards', 'other'] as const;
export type ProcedureType = (typeof procedureTypeValues)[number];
/** What health information was read for (HL7 PurposeOfUse); emergency: the glass was broken. */
export const purposeOfUseValues = ['treatment', 'payment', 'operations', 'research', 'patient_request', 'public_health', 'legal', 'emergency', 'other'] as const;
export type PurposeOfUse = (typeof purposeOfUseValues)[number];
/** Whether a laboratory can work with a scan. */
export const qualityVerdictValues = ['pass', 'warn', 'refuse'] as const;
export type QualityVerdict = (typeof qualityVerdictValues)[number];
/** What kind of medical record it is. */
export const recordTypeValues = ['diagnosis', 'treatment', 'prescription', 'consultation', 'procedure', 'lab_result', 'imaging', 'referral', 'vaccination', 'certificate', 'other'] as const;
export type RecordType = (typeof recordTypeValues)[number];
/** Whether the organisation made the referral or received it. */
export const referralDirectionValues = ['outgoing', 'incoming'] as const;
export type ReferralDirection = (typeof referralDirectionValues)[number];
/** How far a referral is. */
export const referralStatusValues = ['draft', 'offered', 'accepted', 'declined', 'in_progress', 'completed', 'cancelled', 'expired'] as const;
export type ReferralStatus = (typeof referralStatusValues)[number];
/** Who a patient is referred to: another provider, another organisation, or someone for a second opinion. */
export const referralTypeValues = ['cross_provider', 'cross_tenant', 'second_opinion'] as const;
export type ReferralType = (typeof referralTypeValues)[number];
/** What someone is to a patient. */
export const relationshipTypeValues = ['spouse', 'child', 'guardian', 'emergency_contact', 'partner', 'parent', 'sibling', 'grandparent', 'caregiver', 'other'] as const;
export type RelationshipType = (typeof relationshipTypeValues)[number];
/** How an image of a report was made. */
export const reportImageTypeValues = ['xray', 'ct_scan', 'mri', 'photo', 'surface_scan', 'other'] as const;
export type ReportImageType = (typeof reportImageTypeValues)[number];
/** What a report is made from. */
export const reportKindValues = ['radiology', 'photo_diagnosis', 'pathology', 'other'] as const;
export type ReportKind = (typeof reportKindValues)[number];
/** How far a report is: waiting, analysed by a model, reviewed, confirmed or rejected by a doctor, archived. */
export const reportStatusValues = ['pending', 'analyzing', 'analyzed', 'reviewed', 'confirmed', 'rejected', 'archived'] as const;
export type ReportStatus = (typeof reportStatusValues)[number];
/** In which way a dataset was used. */
export const researchAccessTypeValues = ['view', 'query', 'download', 'export', 'training'] as const;
export type ResearchAccessType = (typeof researchAccessTypeValues)[number];
/** How far the assignment of a role reaches. */
export const resourceScopeValues = ['all_locations', 'location', 'team', 'self'] as const;
export type ResourceScope = (typeof resourceScopeValues)[number];
/** Whether the reviewed person has seen a performance review. */
export const reviewStatusValues = ['draft', 'shared', 'acknowledged'] as const;
export type ReviewStatus = (typeof reviewStatusValues)[number];
/** How likely disease is. */
export const riskLevelValues = ['low', 'medium', 'high'] as const;
export type RiskLevel = (typeof riskLevelValues)[number];
/** What a room or chair is for. */
export const roomKindValues = ['operatory', 'chair', 'surgery', 'imaging', 'hygiene', 'sterilization', 'laboratory', 'consultation', 'meeting', 'virtual', 'other'] as const;
export type RoomKind = (typeof roomKindValues)[number];
/** How far a route is. */
export const routeStatusValues = ['planned', 'in_progress', 'completed', 'cancelled'] as const;
export type RouteStatus = (typeof routeStatusValues)[number];
/** How far a stop of a route is. */
export const routeStopStatusValues = ['planned', 'arrived', 'completed', 'failed', 'skipped'] as const;
export type RouteStopStatus = (typeof routeStopStatusValues)[number];
/** What part of the anatomy or prosthesis a segment is. */
export const segmentTypeValues = ['tooth', 'gums', 'jaw', 'implant', 'crown', 'bridge', 'other'] as const;
export type SegmentType = (typeof segmentTypeValues)[number];
/** Who said a message. */
export const senderTypeValues = ['user', 'system', 'patient'] as const;
export type SenderType = (typeof senderTypeValues)[number];
/** Sex at birth. */
export const sexAtBirthValues = ['female', 'male', 'intersex', 'unknown'] as const;
export type SexAtBirth = (typeof sexAtBirthValues)[number];
/** Where a shipment is. */
export const shipmentStatusValues = ['planned', 'ready', 'picked_up', 'in_transit', 'delivered', 'failed', 'returned', 'cancelled'] as const;
export type ShipmentStatus = (typeof shipmentStatusValues)[number];
/** Which way a shipment goes: to the laboratory, to the dentist, or back. */
export const shipmentTypeValues = ['pickup', 'delivery', 'return'] as const;
export type ShipmentType = (typeof shipmentTypeValues)[number];
/** How much someone smokes. */
export const smokingStatusValues = ['never', 'former', 'occasional', 'current', 'heavy', 'unknown'] as const;
export type SmokingStatus = (typeof smokingStatusValues)[number];
/** Whether there is enough of an item; idle: enough, and none was used for a year. */
export const stockStatusValues = ['out_of_stock', 'low', 'in_stock', 'idle'] as const;
export type StockStatus = (typeof stockStatusValues)[number];
/** Whose data it is: a patient's, a provider's, the organisation's own. */
export const subjectTypeValues = ['patient', 'provider', 'tenant'] as const;
export type SubjectType = (typeof subjectTypeValues)[number];
/** What the patient is to the holder of an insurance policy. */
export const subscriberRelationValues = ['self', 'spouse', 'child', 'other'] as const;
export type SubscriberRelation = (typeof subscriberRelationValues)[number];
/** How a subscription stands. */
export const subscriptionStatusValues = ['trialing', 'active', 'past_due', 'paused', 'cancelled', 'expired'] as const;
export type SubscriptionStatus = (typeof subscriptionStatusValues)[number];
/** Whether data flows one way or both. */
export const syncModeValues = ['unidirectional', 'bidirectional'] as const;
export type SyncMode = (typeof syncModeValues)[number];
/** What a synchronisation brings or sends. */
export const syncOperationValues = ['schedule_import', 'schedule_export', 'patient_import', 'patient_export', 'imaging_import', 'imaging_export', 'case_import', 'case_export', 'claim_export', 'remittance_import', 'eligibility_check', 'payment_import', 'accounting_export', 'full_sync', 'other'] as const;
export type SyncOperation = (typeof syncOperationValues)[number];
/** What became of one record of a synchronisation. */
export const syncRecordStatusValues = ['created', 'updated', 'unchanged', 'skipped', 'failed'] as const;
export type SyncRecordStatus = (typeof syncRecordStatusValues)[number];
/** What kind of group a team is. */
export const teamKindValues = ['team', 'department', 'research_group', 'other'] as const;
export type TeamKind = (typeof teamKindValues)[number];
/** Capabilities that are switched per tenant. */
export const tenantFeatureValues = ['ai_diagnostics', 'ortho_planning', 'implant_planning', 'federated_learning', 'scan_processing', 'laboratory', 'imaging', 'claims', 'research', 'patient_portal', 'interoperability', 'white_label'] as const;
export type TenantFeature = (typeof tenantFeatureValues)[number];
/** Whether a tenant may work on the platform. */
export const tenantStatusValues = ['active', 'suspended', 'closed'] as const;
export type TenantStatus = (typeof tenantStatusValues)[number];
/** What kind of organisation a tenant is. */
export const tenantTypeValues = ['solo_practice', 'group_practice', 'dso', 'academic', 'payer', 'regulator', 'ai_vendor', 'dental_lab', 'platform', 'other'] as const;
export type TenantType = (typeof tenantTypeValues)[number];
/** What kind of tooth it is. */
export const toothKindValues = ['central_incisor', 'lateral_incisor', 'canine', 'first_premolar', 'second_premolar', 'first_molar', 'second_molar', 'third_molar'] as const;
export type ToothKind = (typeof toothKindValues)[number];
/** Notation of tooth numbers: FDI (ISO 3950), universal (United States) or Palmer. */
export const toothNotationValues = ['fdi', 'universal', 'palmer'] as const;
export type ToothNotation = (typeof toothNotationValues)[number];
/** A surface of a tooth. */
export const toothSurfaceValues = ['mesial', 'occlusal', 'distal', 'buccal', 'lingual', 'incisal', 'facial', 'palatal', 'cervical', 'root'] as const;
export type ToothSurface = (typeof toothSurfaceValues)[number];
/** How far a treatment plan is with the patient. */
export const treatmentPlanStatusValues = ['draft', 'presented', 'accepted', 'partially_accepted', 'declined', 'completed'] as const;
export type TreatmentPlanStatus = (typeof treatmentPlanStatusValues)[number];
export const uploadStatusValues = ['open', 'finished', 'failed', 'expired'] as const;
export type UploadStatus = (typeof uploadStatusValues)[number];
/** How soon a case must be delivered. */
export const urgencyLevelValues = ['standard', 'rush', 'emergency'] as const;
export type UrgencyLevel = (typeof urgencyLevelValues)[number];
/** How the readings of a period become one value. */
export const usageAggregationValues = ['sum', 'maximum', 'average'] as const;
export type UsageAggregation = (typeof usageAggregationValues)[number];
/** What of the platform's use is metered. */
export const usageMeterCodeValues = ['ai_inferences', 'storage_gb', 'active_users', 'api_calls'] as const;
export type UsageMeterCode = (typeof usageMeterCodeValues)[number];
/** Whether an account may be used. */
export const userStatusValues = ['invited', 'active', 'disabled', 'closed'] as const;
export type UserStatus = (typeof userStatusValues)[number];
/** What a person is in a tenant. */
export const userTypeValues = ['dentist', 'hygienist', 'assistant', 'admin', 'front_desk', 'patient', 'payer_analyst', 'regulator', 'developer', 'radiologist', 'technician', 'staff', 'service'] as const;
export type UserType = (typeof userTypeValues)[number];
/** How sure a diagnosis or allergy is (FHIR condition-ver-status). */
export const verificationStatusValues = ['unconfirmed', 'provisional', 'differential', 'confirmed', 'refuted', 'entered_in_error'] as const;
export type VerificationStatus = (typeof verificationStatusValues)[number];
/** How far the delivery of an event is. */
export const webhookDeliveryStatusValues = ['pending', 'delivered', 'failed', 'abandoned'] as const;
export type WebhookDeliveryStatus = (typeof webhookDeliveryStatusValues)[number];
/** Whether a subscription gets events. */
export const webhookStatusValues = ['active', 'paused', 'disabled'] as const;
export type WebhookStatus = (typeof webhookStatusValues)[number];
/** A day of the week (ISO 8601: Monday first). */
export const weekdayValues = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdayValues)[number];
/** What a workflow runs for. */
export const workflowEntityValues = ['patient', 'encounter', 'treatment_plan', 'procedure', 'appointment', 'case', 'imaging_study', 'diagnostic_report', 'ai_prediction', 'claim', 'invoice', 'document', 'referral', 'dentist_application', 'other'] as const;
export type WorkflowEntity = (typeof workflowEntityValues)[number];
/** Whether a workflow still runs. */
export const workflowInstanceStatusValues = ['active', 'completed', 'cancelled'] as const;
export type WorkflowInstanceStatus = (typeof workflowInstanceStatusValues)[number];
/** What a configurable workflow is for. */
export const workflowKindValues = ['ai_assisted_review', 'claim_appeal', 'treatment_approval', 'case_review', 'onboarding', 'incident', 'other'] as const;
export type WorkflowKind = (typeof workflowKindValues)[number];
/** The stages of production, in their order. */
export const workflowStageNameValues = ['receiving', 'impression_scan', 'design', 'milling', 'sintering', 'quality_control', 'delivery'] as const;
export type WorkflowStageName = (typeof workflowStageNameValues)[number];
/** How far a stage of production is. */
export const workflowStatusValues = ['pending', 'in_progress', 'completed', 'blocked', 'on_hold'] as const;
export type WorkflowStatus = (typeof workflowStatusValues)[number];

/** What a model said about a report. A report may be analysed again; one analysis is the current one. */
export interface AiAnalysesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The report. */
    report_id: Id;
    /** The version of the model. */
    model_version_id: Id;
    /** The run of the model. */
    inference_job_id: Id | null;
    /** Whether it is the analysis that counts. */
    is_current: boolean;
    /** Number of the version, as it was then. */
    model_version: string;
    /** How likely disease is. */
    risk_category: RiskLevel | null;
    /** Probability of disease, 0 to 1. */
    risk_probability: number | null;
    /** Probability that the risk is low, 0 to 1. */
    low_probability: number | null;
    /** Probability that the risk is medium, 0 to 1. */
    medium_probability: number | null;
    /** Probability that the risk is high, 0 to 1. */
    high_probability: number | null;
    /** Abnormalities (type, location, severity, confidence 0 to 1) and measured features of the image. */
    findings: { abnormalities?: ({ confidence?: number; location?: string; severity?: string; type: string })[]; features?: { contrast_level?: number; edge_sharpness?: number; texture_uniformity?: number } };
    /** What layers of the model responded to; large ones by reference. */
    feature_maps: unknown;
    /** Where the model looked; large ones by reference. */
    attention_maps: unknown;
    /** What was done to the image before. */
    preprocessing_steps: unknown;
    /** Quality of the image, 0 to 1. */
    image_quality_score: number | null;
    /** How sure the model had to be for a finding to count, 0 to 1. */
    confidence_threshold: number | null;
    /** When it was done. */
    processed_at: Time;
    /** How long it took, in milliseconds. */
    processing_time_ms: number | null;
}
export interface AiAnalysesEmbeds {
    ai_diagnoses: One<'ai_diagnoses'>;
    ai_inference_jobs: One<'ai_inference_jobs'>;
    ai_model_versions: One<'ai_model_versions'>;
    diagnostic_reports: One<'diagnostic_reports'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    doctor_reviews: Many<'doctor_reviews'>;
    fact_ai_inferences: One<'fact_ai_inferences'>;
    tenants: One<'tenants'>;
    v_doctor_priority_queue: One<'v_doctor_priority_queue'>;
    v_patient_reports: One<'v_patient_reports'>;
}

/** What models took photos and images of patients for, and how a doctor judged it: the reports that have a diagnosis. */
export interface AiDiagnosesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier of the report. */
    id: Id | null;
    /** Who asked for it. */
    user_id: Id | null;
    /** The patient. */
    patient_id: Id | null;
    /** The practitioner who reviews it. */
    doctor_id: Id | null;
    /** Where the photo is, while it is kept elsewhere. */
    photo_url: string | null;
    /** The photo. */
    dental_photo_id: Id | null;
    /** What the model took it for. */
    diagnosis: string | null;
    /** How sure the model is, 0 to 1. */
    confidence: number | null;
    /** Conditions that the model found: which, how sure, and where on the picture. */
    detections: unknown;
    /** Further facts about it. */
    metadata: unknown;
    /** Whether a doctor looked at it: pending, reviewed, confirmed, rejected. */
    status: ReportStatus | null;
    /** What the doctor noted. */
    notes: string | null;
    /** When it was made. */
    created_at: Time | null;
    /** When it was last changed. */
    updated_at: Time | null;
}
export interface AiDiagnosesEmbeds {
    ai_analyses: Many<'ai_analyses'>;
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    dental_photos: One<'dental_photos'>;
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    doctor_reviews: Many<'doctor_reviews'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    members: One<'members'>;
    notifications: Many<'notifications'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    report_images: Many<'report_images'>;
    tenants: One<'tenants'>;
}

/** One run of a model: which version looked at what, for whom, when, where, and how it ended. */
export interface AiInferenceJobsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The version that ran. */
    model_version_id: Id;
    /** The deployment that chose the version. */
    deployment_id: Id | null;
    /** The patient. */
    patient_id: Id | null;
    /** What it looked at. */
    input_type: AiInputType;
    /** The study that it looked at. */
    imaging_study_id: Id | null;
    /** The note that it read. */
    clinical_note_id: Id | null;
    /** The photo that it looked at. */
    dental_photo_id: Id | null;
    /** The report whose images it looked at. */
    diagnostic_report_id: Id | null;
    /** The scan that it looked at. */
    case_file_id: Id | null;
    /** Identifier of what it looked at; where that is several things, of the first. */
    input_ref_id: Id;
    /** How far it is. */
    status: AiInferenceStatus;
    /** The member who asked for it; empty where the system did. */
    requested_by_user_id: Id | null;
    /** The job that carries it out. */
    background_job_id: Id | null;
    /** When it began. */
    started_at: Time | null;
    /** When it ended. */
    completed_at: Time | null;
    /** Where it ran: region of the cloud, kind of GPU, runtime, host. */
    compute_env: { cloud_region?: string; gpu_type?: string; host?: string; runtime?: string };
    /** Settings of this run. */
    parameters: Record<string, unknown>;
    /** Why it failed. */
    error_details: string | null;
}
export interface AiInferenceJobsEmbeds {
    ai_analyses: Many<'ai_analyses'>;
    ai_diagnoses: One<'ai_diagnoses'>;
    ai_model_deployments: One<'ai_model_deployments'>;
    ai_model_versions: One<'ai_model_versions'>;
    ai_predictions: Many<'ai_predictions'>;
    case_files: One<'case_files'>;
    clinical_notes: One<'clinical_notes'>;
    dental_photos: One<'dental_photos'>;
    diagnostic_reports: One<'diagnostic_reports'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    image_annotations: Many<'image_annotations'>;
    imaging_studies: One<'imaging_studies'>;
    jobs: One<'jobs'>;
    members: One<'members'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
    v_doctor_priority_queue: One<'v_doctor_priority_queue'>;
    v_patient_reports: One<'v_patient_reports'>;
}

/** Which version of a model is in use where: for all tenants, one tenant, some of its locations, or one case. */
export interface AiModelDeploymentsRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The tenant; empty for all of them. */
    tenant_id: Id | null;
    /** The version. */
    model_version_id: Id;
    /** Whether it is in use: for all, for a few to try, or not. */
    status: AiDeploymentStatus;
    /** How it is decided who gets it. */
    rollout_strategy: AiRolloutStrategy;
    /** Share of the runs that use it, 0 to 100 percent. */
    rollout_percentage: number;
    /** Identifiers of the tenants or locations of the group. */
    rollout_group: string[];
    /** When it was put in use. */
    activated_at: Time | null;
    /** When it was taken out of use. */
    deactivated_at: Time | null;
    /** Why, and what is watched. */
    notes: string | null;
}
export type AiModelDeploymentsNew = Pick<AiModelDeploymentsRow, 'model_version_id'> & Partial<Pick<AiModelDeploymentsRow, 'status' | 'rollout_strategy' | 'rollout_percentage' | 'rollout_group' | 'notes'>>;
export type AiModelDeploymentsChange = Partial<Pick<AiModelDeploymentsRow, 'model_version_id' | 'status' | 'rollout_strategy' | 'rollout_percentage' | 'rollout_group' | 'notes'>>;
export interface AiModelDeploymentsEmbeds {
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    ai_model_versions: One<'ai_model_versions'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenants: One<'tenants'>;
}

/** One version of a model: its file, how it was trained and how good it was. Versions are kept for ever. */
export interface AiModelVersionsRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The model. */
    model_id: Id;
    /** Number of the version: 1.3.0. */
    version_tag: string;
    /** What it does. */
    model_type: AiModelType;
    /** How it is built. */
    architecture: AiArchitecture | null;
    /** With what it was made. */
    framework: AiFramework | null;
    /** What is new in it. */
    description: string | null;
    /** Where its file is. */
    artifact_uri: string | null;
    /** Size of its file, in bytes. */
    artifact_size_bytes: number | null;
    /** SHA-256 of its file, in hexadecimal; a file unlike it is not run. */
    artifact_sha256: string | null;
    /** Settings that it runs with. */
    model_config: Record<string, unknown>;
    /** What it takes. */
    input_types: ('imaging_study' | 'patient_snapshot' | 'text_note' | 'multimodal' | 'dental_photo' | 'diagnostic_report' | 'case_file')[];
    /** What it gives. */
    output_types: string[];
    /** What its validation measured: sensitivity, specificity, AUC, each 0 to 1. */
    performance_metrics: { auc?: number; sensitivity?: number; specificity?: number };
    /** Share of right answers when it was released, 0 to 1. */
    baseline_accuracy: number | null;
    /** Positive predictive value when it was released, 0 to 1. */
    baseline_precision: number | null;
    /** Sensitivity when it was released, 0 to 1. */
    baseline_recall: number | null;
    /** F1 score when it was released, 0 to 1. */
    baseline_f1_score: number | null;
    /** When its training ended. */
    trained_at: Time | null;
    /** Version of the data that it was trained with. */
    training_dataset_version: string | null;
    /** How long its training took, in hours. */
    training_duration_hours: number | null;
    /** When it was validated. */
    validated_on: Time | null;
    /** Where the report of its validation is. */
    validation_summary_uri: string | null;
    /** Where its software bill of materials is (CycloneDX or SPDX). */
    sbom_uri: string | null;
    /** When it was first put in use. */
    deployed_at: Time | null;
    /** Whether it may be used. */
    is_active: boolean;
    /** Further facts about it. */
    metadata: Record<string, unknown>;
}
export interface AiModelVersionsEmbeds {
    ai_analyses: Many<'ai_analyses'>;
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    ai_model_deployments: Many<'ai_model_deployments'>;
    ai_models: One<'ai_models'>;
    case_models: Many<'case_models'>;
    fact_ai_inferences: Many<'fact_ai_inferences'>;
    image_annotations: Many<'image_annotations'>;
    model_metrics: Many<'model_metrics'>;
}

/** A family of models: one name, one purpose, many versions. */
export interface AiModelsRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** Name of the model. */
    name: string;
    /** What it does. */
    description: string | null;
    /** What field of dentistry it is for. */
    domain: AiDomain;
    /** Whether it is the platform's own or someone else's. */
    vendor: AiVendor;
    /** Who makes it, where that is someone else. */
    vendor_tag: string | null;
    /** On what ground it may be used on patients. */
    regulatory_class: AiRegulatoryClass;
    /** Number of the clearance or certificate. */
    regulatory_reference: string | null;
    /** Intended use, as its maker declared it. */
    intended_use: string | null;
}
export interface AiModelsEmbeds {
    ai_model_versions: Many<'ai_model_versions'>;
    fact_ai_inferences: Many<'fact_ai_inferences'>;
}

/** What turned out to be true of a finding of a model: the accuracy of models is watched by this. */
export interface AiOutcomeLinksRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The finding. */
    prediction_id: Id;
    /** The visit that showed what was true. */
    encounter_id: Id | null;
    /** The procedure that showed what was true. */
    procedure_id: Id | null;
    /** Coding system of what was true. */
    ground_truth_code_system: string | null;
    /** Code of what was true. */
    ground_truth_code: string | null;
    /** From where it is known. */
    ground_truth_source: GroundTruthSource;
    /** How the finding compares with it. */
    outcome: AiOutcome;
    /** When it was compared. */
    evaluation_timestamp: Time;
    /** What is to be known about it. */
    notes: string | null;
}
export type AiOutcomeLinksNew = Pick<AiOutcomeLinksRow, 'prediction_id' | 'ground_truth_source'> & Partial<Pick<AiOutcomeLinksRow, 'encounter_id' | 'procedure_id' | 'ground_truth_code_system' | 'ground_truth_code' | 'outcome' | 'evaluation_timestamp' | 'notes'>>;
export type AiOutcomeLinksChange = Partial<Pick<AiOutcomeLinksRow, 'prediction_id' | 'encounter_id' | 'procedure_id' | 'ground_truth_code_system' | 'ground_truth_code' | 'ground_truth_source' | 'outcome' | 'evaluation_timestamp' | 'notes'>>;
export interface AiOutcomeLinksEmbeds {
    ai_predictions: One<'ai_predictions'>;
    code_values: One<'code_values'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_procedures: One<'fact_procedures'>;
    procedures: One<'procedures'>;
    tenants: One<'tenants'>;
}

/** One thing that a model found: what, where, how bad and how sure. */
export interface AiPredictionsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The run that found it. */
    job_id: Id;
    /** The patient. */
    patient_id: Id;
    /** The image that shows it. */
    imaging_object_id: Id | null;
    /** What kind of finding it is. */
    prediction_type: AiPredictionType;
    /** Coding system of its code. */
    code_system: string | null;
    /** Code of the finding. */
    code: string | null;
    /** Tooth that it is about, FDI two-digit notation (ISO 3950). */
    tooth_number: number | null;
    /** Surfaces of the tooth. */
    surface: ToothSurface[];
    /** How sure the model is, 0 to 1. */
    confidence: number;
    /** How bad it is. */
    severity: ClinicalSeverity | null;
    /** The number that a risk score gives. */
    score: number | null;
    /** Why the model says so. */
    explanation: string | null;
    /** The mark on the image (region of interest). */
    roi_ref: Id | null;
    /** What the model answered, unchanged. */
    raw_output: unknown;
    /** Whether and how a person last judged it. */
    review_state: AiReviewState;
}
export interface AiPredictionsEmbeds {
    ai_inference_jobs: One<'ai_inference_jobs'>;
    ai_outcome_links: Many<'ai_outcome_links'>;
    ai_review_events: Many<'ai_review_events'>;
    code_values: One<'code_values'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_ai_inferences: One<'fact_ai_inferences'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    image_annotations: One<'image_annotations'>;
    imaging_objects: One<'imaging_objects'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
}

/** How a person judged a finding of a model: confirmed, rejected, or corrected. Judgements are added, never changed. */
export interface AiReviewEventsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The finding. */
    prediction_id: Id;
    /** The member who judged it. */
    reviewer_id: Id;
    /** How it was judged. */
    review_action: AiReviewAction;
    /** Why, in a word: wrong_location, artifact, already_treated. */
    reason_code: string | null;
    /** Why, in the member's words. */
    comment: string | null;
    /** Coding system of the right code. */
    corrected_code_system: string | null;
    /** The right code, where the model's was wrong. */
    corrected_code: string | null;
    /** The right mark on the image, where the model's was wrong. */
    corrected_annotation_id: Id | null;
    /** Whether models may learn from it. */
    use_for_training: boolean;
}
export interface AiReviewEventsEmbeds {
    ai_predictions: One<'ai_predictions'>;
    code_values: One<'code_values'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    image_annotations: One<'image_annotations'>;
    members: One<'members'>;
    tenants: One<'tenants'>;
}

/** A program that works for the tenant: service account or integration (OAuth 2.0 client). */
export interface ApiClientsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** Name by which the program signs in. */
    client_id: string;
    /** Name of the program. */
    name: string;
    /** What the program does. */
    description: string | null;
    /** The member who answers for it. */
    owner_id: Id | null;
    /** Names of the permissions that it has. */
    scopes: string[];
    /** Most API calls in a minute. */
    rate_limit_per_minute: number;
    /** Most API calls in a day; empty: no limit of its own. */
    rate_limit_per_day: number | null;
    /** When it was last used. */
    last_used_at: Time | null;
    /** Until when it may be used. */
    expires_at: Time | null;
    /** When it was shut out. */
    revoked_at: Time | null;
}
export interface ApiClientsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    members: One<'members'>;
    tenants: One<'tenants'>;
}

/** Someone who takes part in an appointment besides its patient and practitioner (FHIR Appointment.participant). */
export interface AppointmentParticipantsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The appointment. */
    appointment_id: Id;
    /** The member who takes part. */
    user_id: Id | null;
    /** The further patient who takes part. */
    patient_id: Id | null;
    /** The person from outside who takes part. */
    external_contact_id: Id | null;
    /** What they do in it. */
    role: AttendanceRole;
    /** What they answered. */
    response: AttendanceResponse;
    /** Whether it cannot take place without them. */
    is_required: boolean;
    /** When the appointment begins; follows it. */
    scheduled_at: Time;
    /** When the appointment ends; follows it. */
    ends_at: Time;
    /** Whether the appointment takes up time; follows it. */
    occupies: boolean;
    /** What is worth knowing. */
    notes: string | null;
}
export type AppointmentParticipantsNew = Pick<AppointmentParticipantsRow, 'appointment_id' | 'scheduled_at' | 'ends_at'> & Partial<Pick<AppointmentParticipantsRow, 'user_id' | 'patient_id' | 'external_contact_id' | 'role' | 'response' | 'is_required' | 'occupies' | 'notes'>>;
export type AppointmentParticipantsChange = Partial<Pick<AppointmentParticipantsRow, 'appointment_id' | 'user_id' | 'patient_id' | 'external_contact_id' | 'role' | 'response' | 'is_required' | 'scheduled_at' | 'ends_at' | 'occupies' | 'notes'>>;
export interface AppointmentParticipantsEmbeds {
    appointments: One<'appointments'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    external_contacts: One<'external_contacts'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    members: One<'members'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
}

/** A time in the calendar: visit, case review, delivery, meeting or training. Nobody and no room has two at a time (FHIR Appointment). */
export interface AppointmentsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** What it is. */
    appointment_type: AppointmentType;
    /** The patient; a visit has one. */
    patient_id: Id | null;
    /** The practitioner; a visit has one. */
    practitioner_id: Id | null;
    /** The case that it is about. */
    case_id: Id | null;
    /** The treatment plan that it carries on. */
    treatment_plan_id: Id | null;
    /** Where it takes place. */
    location_id: Id | null;
    /** Room or chair. */
    room_id: Id | null;
    /** When it begins. */
    scheduled_at: Time;
    /** How long it takes, in minutes. */
    duration: number;
    /** When it ends. */
    ends_at: Time;
    /** How far it is. */
    status: AppointmentStatus;
    /** Whether it takes up the time of its people and room; not when cancelled, missed or deleted. */
    occupies: boolean;
    /** What it is for. */
    reason: string;
    /** What is worth knowing about it. */
    notes: string | null;
    /** When it was cancelled. */
    cancelled_at: Time | null;
    /** Why it was cancelled. */
    cancellation_reason: string | null;
    /** Further facts about it. */
    metadata: Record<string, unknown>;
}
export type AppointmentsNew = Pick<AppointmentsRow, 'scheduled_at' | 'reason'> & Partial<Pick<AppointmentsRow, 'appointment_type' | 'patient_id' | 'practitioner_id' | 'case_id' | 'treatment_plan_id' | 'location_id' | 'room_id' | 'duration' | 'notes' | 'metadata'>>;
export type AppointmentsChange = Partial<Pick<AppointmentsRow, 'appointment_type' | 'patient_id' | 'practitioner_id' | 'case_id' | 'treatment_plan_id' | 'location_id' | 'room_id' | 'scheduled_at' | 'duration' | 'reason' | 'notes' | 'metadata'>>;
export interface AppointmentsEmbeds {
    appointment_participants: Many<'appointment_participants'>;
    cases: One<'cases'>;
    dim_location: One<'dim_location'>;
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: Many<'encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    locations: One<'locations'>;
    members: One<'members'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    rooms: One<'rooms'>;
    tenants: One<'tenants'>;
    treatment_plans: One<'treatment_plans'>;
}

/** The trail: who did what to which row, when, from where, with what outcome. Nobody can change it. */
export interface AuditEventsRow {
    /** The tenant in whose trail the event stands. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7); the months are partitions by it. */
    id: Id;
    /** When it happened. */
    created_at: Time;
    /** What kind of event it is. */
    event_type: AuditEventType;
    /** What was done: insert, update, delete, or the name of the action. */
    action: string;
    /** Whether it succeeded. */
    outcome: AuditOutcome;
    /** Whether a person, the system or a program did it. */
    actor_type: ActorType;
    /** The person; no foreign key, so that the trail outlives the account. */
    user_id: Id | null;
    /** Short name of the person at that time, where there is one. */
    username: string | null;
    /** E-mail address of the person at that time. */
    user_email: string | null;
    /** Role of the person at that time. */
    user_role: string | null;
    /** Why the system acted. */
    reason: string | null;
    /** Which resource it concerns. */
    resource_type: string;
    /** Which row it concerns. */
    resource_id: Id | null;
    /** The case that the row belongs to. */
    case_id: Id | null;
    /** The patient that the row belongs to. */
    patient_id: Id | null;
    /** The request it came from; answers carry the same id. */
    request_id: Id | null;
    /** Network address of the caller. */
    ip_address: string | null;
    /** Program of the caller. */
    user_agent: string | null;
    /** Values before a change, of the changed columns; what is personal is masked. */
    old_values: unknown;
    /** Values after a change, of the changed columns; what is personal is masked. */
    new_values: unknown;
    /** What went wrong, for a failure. */
    error_message: string | null;
    /** Further details, free of health information. */
    metadata: Record<string, unknown>;
}
export interface AuditEventsEmbeds {
}

/** How many cases of each kind are completed, and how fast. */
export interface CaseCompletionRatesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier, the same for the same kind of work. */
    id: Id | null;
    /** What was to be made. */
    procedure_type: ProcedureType | null;
    /** Cases of this kind. */
    case_count: number | null;
    /** Those that are under way. */
    open_count: number | null;
    /** Those that were delivered. */
    completed_count: number | null;
    /** Those that were cancelled. */
    cancelled_count: number | null;
    /** Those in which a stage was done again. */
    reworked_count: number | null;
    /** Those under way whose time is over. */
    overdue_count: number | null;
    /** Share of the cases not cancelled that were delivered, 0 to 1. */
    completion_rate: number | null;
    /** Share of the deliveries with a date that were in time, 0 to 1. */
    on_time_rate: number | null;
    /** Mean time from arrival to delivery, in hours. */
    average_turnaround_hours: number | null;
    /** Median time from arrival to delivery, in hours. */
    median_turnaround_hours: number | null;
}
export interface CaseCompletionRatesEmbeds {
}

/** A file of a case: a scan as it came in, or what was made from one. */
export interface CaseFilesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The case. */
    case_id: Id;
    /** Name of the file. */
    name: string;
    /** What the file is. */
    file_type: FileType;
    /** Format, found in its content: stl_binary, ply_ascii, obj, glb, png, … */
    format: string | null;
    /** Media type. */
    media_type: string;
    /** Number of bytes. */
    size_bytes: number;
    /** SHA-256 of the bytes, in hexadecimal. */
    checksum: string;
    /** The stored bytes. */
    object_id: Id;
    /** The file that this one was made from. */
    derived_from_id: Id | null;
    /** The job that made it. */
    created_by_job: Id | null;
    /** How far its processing is. */
    status: FileStatus;
    /** Which jaw the scan shows. */
    jaw: Jaw | null;
    /** Quality of the scan, 0 to 100. */
    quality_score: number | null;
    /** Whether a laboratory can work with the scan. */
    quality_verdict: QualityVerdict | null;
    /** What was found about the scan: checks, orientation, teeth, measurements. */
    report: unknown;
    /** Who brought the file. */
    uploaded_by: Id | null;
    /** When it had arrived. */
    uploaded_at: Time;
    /** When its processing ended. */
    processed_at: Time | null;
    /** Free labels. */
    tags: unknown[];
    /** Further facts about the file. */
    metadata: Record<string, unknown>;
}
export type CaseFilesChange = Partial<Pick<CaseFilesRow, 'name' | 'tags' | 'metadata'>>;
export interface CaseFilesEmbeds {
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    case_files: Many<'case_files'>;
    cases: One<'cases'>;
    derived_from_id: One<'case_files'>;
    'jobs!case_file_id': Many<'jobs'>;
    'jobs!created_by_job': One<'jobs'>;
    members: One<'members'>;
    segments: Many<'segments'>;
}

/** A model that was made from one case or for it. Versions belong to everyone, cases to a tenant: the link stands here. */
export interface CaseModelsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The case. */
    case_id: Id;
    /** The version of the model. */
    model_version_id: Id;
}
export type CaseModelsNew = Pick<CaseModelsRow, 'case_id' | 'model_version_id'> & Partial<Pick<CaseModelsRow, never>>;
export type CaseModelsChange = Partial<Pick<CaseModelsRow, 'case_id' | 'model_version_id'>>;
export interface CaseModelsEmbeds {
    ai_model_versions: One<'ai_model_versions'>;
    cases: One<'cases'>;
}

/** A note or comment on a case, with its author and time. */
export interface CaseNotesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The case. */
    case_id: Id;
    /** Who wrote it; empty for the system. */
    author_id: Id | null;
    /** Whether it is for the record or said to the others. */
    note_type: CaseNoteType;
    /** The text (Markdown). */
    content: string;
}
export type CaseNotesNew = Pick<CaseNotesRow, 'case_id' | 'content'> & Partial<Pick<CaseNotesRow, 'note_type'>>;
export type CaseNotesChange = Partial<Pick<CaseNotesRow, 'case_id' | 'note_type' | 'content'>>;
export interface CaseNotesEmbeds {
    cases: One<'cases'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    members: One<'members'>;
    tenants: One<'tenants'>;
}

/** A dental case: one piece of work for one patient, from the scan to the delivery. */
export interface CasesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Number of the case, unique in the tenant. */
    case_number: string;
    /** What the case is about, in a few words. */
    title: string | null;
    /** The patient. */
    patient_id: Id | null;
    /** The partner dentist who ordered the work. */
    dentist_id: Id | null;
    /** Where the case belongs. */
    location_id: Id | null;
    /** What is to be made. */
    procedure_type: ProcedureType;
    /** How soon the laboratory must deliver. */
    urgency: UrgencyLevel;
    /** How soon its work is done, among the others. */
    priority: PriorityLevel;
    /** How far the case is. */
    status: CaseStatus;
    /** When it must be delivered. */
    due_at: Time | null;
    /** When it was delivered. */
    delivered_at: Time | null;
    /** Free labels. */
    tags: unknown[];
    /** Further facts about the case. */
    metadata: Record<string, unknown>;
}
export type CasesNew = Partial<Pick<CasesRow, 'case_number' | 'title' | 'patient_id' | 'dentist_id' | 'location_id' | 'procedure_type' | 'urgency' | 'priority' | 'due_at' | 'tags' | 'metadata'>>;
export type CasesChange = Partial<Pick<CasesRow, 'case_number' | 'title' | 'patient_id' | 'dentist_id' | 'location_id' | 'procedure_type' | 'urgency' | 'priority' | 'due_at' | 'tags' | 'metadata'>>;
export interface CasesEmbeds {
    appointments: Many<'appointments'>;
    case_files: Many<'case_files'>;
    case_models: Many<'case_models'>;
    case_notes: Many<'case_notes'>;
    conversations: Many<'conversations'>;
    dentist_profiles: One<'dentist_profiles'>;
    dim_location: One<'dim_location'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_appointments: Many<'fact_appointments'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    inventory_transactions: Many<'inventory_transactions'>;
    invoice_items: Many<'invoice_items'>;
    invoices: Many<'invoices'>;
    jobs: Many<'jobs'>;
    locations: One<'locations'>;
    members: One<'members'>;
    notifications: Many<'notifications'>;
    patients: One<'patients'>;
    referrals: Many<'referrals'>;
    route_stops: Many<'route_stops'>;
    segments: Many<'segments'>;
    shipments: Many<'shipments'>;
    tenants: One<'tenants'>;
    workflow_instances: Many<'workflow_instances'>;
    workflow_stages: Many<'workflow_stages'>;
}

/** One service of a claim, done or planned (FHIR Claim.item). */
export interface ClaimLinesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The claim. */
    claim_id: Id;
    /** Its place in the claim. */
    line_number: number;
    /** The treatment that was done; either this or the planned one. */
    procedure_id: Id | null;
    /** The treatment that is planned; either this or the done one. */
    treatment_plan_item_id: Id | null;
    /** Code of the service (CDT). */
    procedure_code: string;
    /** The service in words. */
    description: string | null;
    /** Tooth number, FDI two-digit notation (ISO 3950). */
    tooth_number: number | null;
    /** Surfaces of the tooth. */
    surface: ToothSurface[];
    /** Day of the service. */
    service_date: Day | null;
    /** How many. */
    quantity: number;
    /** What is charged, in minor units of the claim's currency. */
    billed_amount: number;
    /** What the payer allows, in minor units. */
    allowed_amount: number | null;
    /** What goes to the patient's deductible, in minor units. */
    deductible_amount: number | null;
    /** What the payer took off, in minor units. */
    adjustment_amount: number | null;
    /** What the payer paid, in minor units. */
    paid_amount: number | null;
    /** What is left to the patient, in minor units. */
    patient_responsibility_amount: number | null;
    /** Why amounts were changed: group and reason of X12 (CAGC, CARC), amount in minor units, remark (RARC). */
    adjustment_codes: ({ amount: number; group: 'CO' | 'OA' | 'PI' | 'PR' | 'CR'; reason: string; remark?: string })[];
}
export type ClaimLinesNew = Pick<ClaimLinesRow, 'claim_id' | 'procedure_code' | 'billed_amount'> & Partial<Pick<ClaimLinesRow, 'line_number' | 'procedure_id' | 'treatment_plan_item_id' | 'description' | 'tooth_number' | 'surface' | 'service_date' | 'quantity'>>;
export type ClaimLinesChange = Partial<Pick<ClaimLinesRow, 'claim_id' | 'line_number' | 'procedure_id' | 'treatment_plan_item_id' | 'procedure_code' | 'description' | 'tooth_number' | 'surface' | 'service_date' | 'quantity' | 'billed_amount'>>;
export interface ClaimLinesEmbeds {
    claim_status_events: Many<'claim_status_events'>;
    claims: One<'claims'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_claims: One<'fact_claims'>;
    fact_procedures: One<'fact_procedures'>;
    procedures: One<'procedures'>;
    tenants: One<'tenants'>;
    treatment_plan_items: One<'treatment_plan_items'>;
}

/** What happened to a claim on its way to payment. Events are only added (FHIR ClaimResponse, X12 277 and 835). */
export interface ClaimStatusEventsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The claim. */
    claim_id: Id;
    /** The line, where only one is concerned. */
    claim_line_id: Id | null;
    /** What happened. */
    event_type: ClaimEventType;
    /** Who reported it. */
    source: ClaimEventSource;
    /** Status of the claim before. */
    from_status: ClaimStatus | null;
    /** Status of the claim after. */
    to_status: ClaimStatus | null;
    /** When it happened. */
    occurred_at: Time;
    /** When it became known here. */
    received_at: Time;
    /** Status code of the payer (X12 claim status category and code). */
    payer_status_code: string | null;
    /** What the payer allows, in minor units of the claim's currency. */
    allowed_amount: number | null;
    /** What the payer pays, in minor units. */
    paid_amount: number | null;
    /** What is left to the patient, in minor units. */
    patient_responsibility_amount: number | null;
    /** What the payer says. */
    message: string | null;
    /** The report as it was received. */
    content: Record<string, unknown>;
}
export interface ClaimStatusEventsEmbeds {
    claim_lines: One<'claim_lines'>;
    claims: One<'claims'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_claims: One<'fact_claims'>;
    tenants: One<'tenants'>;
}

/** A claim to a payer for treatment of a patient (FHIR Claim, X12 837D). */
export interface ClaimsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Number of the claim, unique in the tenant. */
    claim_number: string;
    /** Whether payment is asked for, or what the payer would pay. */
    use: ClaimUse;
    /** How far it is. */
    status: ClaimStatus;
    /** The patient. */
    patient_id: Id;
    /** Who is to pay. */
    payer_id: Id;
    /** The policy that covers the patient. */
    insurance_policy_id: Id | null;
    /** The visit. */
    encounter_id: Id | null;
    /** The plan that is asked about. */
    treatment_plan_id: Id | null;
    /** Who treated the patient or will. */
    provider_id: Id | null;
    /** Where the patient was treated. */
    location_id: Id | null;
    /** The former claim that this one corrects. */
    replaces_claim_id: Id | null;
    /** Number that the payer gave it. */
    payer_claim_number: string | null;
    /** Diagnoses: system, code, display. */
    diagnosis_codes: ({ code: string; display?: string; system: string })[];
    /** First day of treatment. */
    service_start: Day | null;
    /** Last day of treatment. */
    service_end: Day | null;
    /** When it was first sent. */
    submitted_at: Time | null;
    /** When it was last sent. */
    last_submitted_at: Time | null;
    /** When the payer decided. */
    adjudicated_at: Time | null;
    /** When the payer paid. */
    paid_at: Time | null;
    /** Currency of all its amounts (ISO 4217). */
    currency: string;
    /** What is charged, in minor units. */
    total_billed_amount: number;
    /** What the payer allows, in minor units. */
    total_allowed_amount: number | null;
    /** What the payer paid, in minor units. */
    total_paid_amount: number | null;
    /** What is left to the patient, in minor units. */
    patient_responsibility_amount: number | null;
    /** Why the payer denied it. */
    denial_reason: string | null;
    /** What else there is to say. */
    notes: string | null;
}
export type ClaimsNew = Pick<ClaimsRow, 'patient_id' | 'payer_id' | 'currency'> & Partial<Pick<ClaimsRow, 'claim_number' | 'use' | 'insurance_policy_id' | 'encounter_id' | 'treatment_plan_id' | 'provider_id' | 'location_id' | 'replaces_claim_id' | 'diagnosis_codes' | 'service_start' | 'service_end' | 'notes'>>;
export type ClaimsChange = Partial<Pick<ClaimsRow, 'claim_number' | 'use' | 'patient_id' | 'payer_id' | 'insurance_policy_id' | 'encounter_id' | 'treatment_plan_id' | 'provider_id' | 'location_id' | 'replaces_claim_id' | 'diagnosis_codes' | 'service_start' | 'service_end' | 'currency' | 'notes'>>;
export interface ClaimsEmbeds {
    claim_lines: Many<'claim_lines'>;
    claim_status_events: Many<'claim_status_events'>;
    claims: Many<'claims'>;
    dim_location: One<'dim_location'>;
    dim_payer: One<'dim_payer'>;
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    documents: Many<'documents'>;
    encounters: One<'encounters'>;
    fact_claims: One<'fact_claims'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    locations: One<'locations'>;
    patient_insurance_policies: One<'patient_insurance_policies'>;
    patients: One<'patients'>;
    payers: One<'payers'>;
    payments: Many<'payments'>;
    practitioners: One<'practitioners'>;
    replaces_claim_id: One<'claims'>;
    tenants: One<'tenants'>;
    treatment_plans: One<'treatment_plans'>;
}

/** A change of a signed note: what stood there, what stands there now, and why. */
export interface ClinicalNoteAmendmentsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The note. */
    clinical_note_id: Id;
    /** The patient; the note's own. */
    patient_id: Id;
    /** Who amended it. */
    author_id: Id;
    /** Why it was amended. */
    reason: string;
    /** The note before. */
    previous_content: string;
    /** The note after. */
    content: string;
    /** When it was amended. */
    amended_at: Time;
}
export interface ClinicalNoteAmendmentsEmbeds {
    clinical_notes: One<'clinical_notes'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    members: One<'members'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
}

/** A note about a visit, in Markdown; once signed it changes only by amendment (FHIR DocumentReference). */
export interface ClinicalNotesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The visit. */
    encounter_id: Id;
    /** The patient; the visit's own. */
    patient_id: Id;
    /** Who wrote it. */
    author_id: Id;
    /** What kind of note it is. */
    note_type: NoteType;
    /** What it is about, in a few words. */
    title: string | null;
    /** The note itself, as Markdown. */
    content: string;
    /** When it was signed; empty for a draft. */
    signed_at: Time | null;
    /** Who signed it. */
    signed_by: Id | null;
    /** When it was last amended. */
    amended_at: Time | null;
}
export type ClinicalNotesNew = Pick<ClinicalNotesRow, 'encounter_id' | 'patient_id' | 'content'> & Partial<Pick<ClinicalNotesRow, 'note_type' | 'title'>>;
export type ClinicalNotesChange = Partial<Pick<ClinicalNotesRow, 'encounter_id' | 'patient_id' | 'note_type' | 'title' | 'content'>>;
export interface ClinicalNotesEmbeds {
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    clinical_note_amendments: Many<'clinical_note_amendments'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    'members!author_id': One<'members'>;
    'members!signed_by': One<'members'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
}

/** What came of a procedure or a visit, seen at a follow-up. */
export interface ClinicalOutcomesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient; the procedure's or visit's own. */
    patient_id: Id;
    /** The procedure. */
    procedure_id: Id | null;
    /** The visit, where it is not about one procedure. */
    encounter_id: Id | null;
    /** When it was assessed. */
    assessed_at: Time;
    /** Who assessed it. */
    assessed_by_id: Id | null;
    /** Months since the treatment. */
    follow_up_months: number | null;
    /** Whether the treatment succeeded; empty while that is open. */
    success: boolean | null;
    /** Scores by name, each with its own scale: OHIP-14, healing index. */
    outcome_scores: Record<string, unknown>;
    /** What went wrong: description, code, severity, day. */
    complications: ({ code?: string; code_system?: string; description: string; occurred_on?: string; severity?: 'mild' | 'moderate' | 'severe' | 'life_threatening' })[];
    /** How content the patient is, 0 to 10. */
    satisfaction: number | null;
    /** What is worth knowing about it. */
    notes: string | null;
}
export type ClinicalOutcomesNew = Pick<ClinicalOutcomesRow, 'patient_id'> & Partial<Pick<ClinicalOutcomesRow, 'procedure_id' | 'encounter_id' | 'assessed_at' | 'assessed_by_id' | 'follow_up_months' | 'success' | 'outcome_scores' | 'complications' | 'satisfaction' | 'notes'>>;
export type ClinicalOutcomesChange = Partial<Pick<ClinicalOutcomesRow, 'patient_id' | 'procedure_id' | 'encounter_id' | 'assessed_at' | 'assessed_by_id' | 'follow_up_months' | 'success' | 'outcome_scores' | 'complications' | 'satisfaction' | 'notes'>>;
export interface ClinicalOutcomesEmbeds {
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    fact_procedures: One<'fact_procedures'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    procedures: One<'procedures'>;
    tenants: One<'tenants'>;
}

/** A coding system: ICD-10, SNOMED CT, CDT, DICOM, the platform's own (FHIR CodeSystem). */
export interface CodeSystemsRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** Short name, by which coded columns refer to it. */
    code: string;
    /** Which coding system it is, whatever its edition. */
    family: CodeSystemFamily;
    /** Name of the system. */
    name: string;
    /** Edition or national modification: 2026, CM, GM. */
    edition: string | null;
    /** Canonical address of the system in FHIR. */
    uri: string | null;
    /** Object identifier of the system (ISO/IEC 9834), as HL7 and DICOM use it. */
    oid: string | null;
    /** Who publishes it. */
    publisher: string | null;
    /** On what terms its codes may be used. */
    licence: string | null;
    /** What it is for. */
    description: string | null;
    /** Whether new entries may use it. */
    is_active: boolean;
}
export interface CodeSystemsEmbeds {
    code_values: Many<'code_values'>;
}

/** One code of a coding system: a diagnosis, procedure, finding or body site. */
export interface CodeValuesRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** Short name of its coding system. */
    code_system: string;
    /** The code, as its system writes it. */
    code: string;
    /** What the code means, in a few words. */
    description: string;
    /** What exactly it covers. */
    definition: string | null;
    /** What it is used for. */
    used_for: CodeUse;
    /** Chapter or group of its system. */
    category: string | null;
    /** The wider code of the same system. */
    parent_code: string | null;
    /** First day on which it may be used. */
    valid_from: Day | null;
    /** Last day on which it may be used. */
    valid_until: Day | null;
    /** Whether new entries may use it. */
    is_active: boolean;
    /** Further facts that its system states. */
    properties: Record<string, unknown>;
}
export interface CodeValuesEmbeds {
    ai_outcome_links: Many<'ai_outcome_links'>;
    ai_predictions: Many<'ai_predictions'>;
    ai_review_events: Many<'ai_review_events'>;
    code_system: One<'code_values'>;
    code_systems: One<'code_systems'>;
    code_values: Many<'code_values'>;
    drug_reference: Many<'drug_reference'>;
    equipment_reference: Many<'equipment_reference'>;
    image_annotations: Many<'image_annotations'>;
    knowledge_documents: Many<'knowledge_documents'>;
    material_reference: Many<'material_reference'>;
}

/** A consent: who agreed to what, for which data, until when (FHIR Consent). */
export interface ConsentsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Whose consent it is. */
    subject_type: SubjectType;
    /** The patient who consents. */
    patient_id: Id | null;
    /** The member who consents. */
    provider_id: Id | null;
    /** Identifier of who consents: the patient, the member or the organisation. */
    subject_id: Id;
    /** What is consented to. */
    consent_type: ConsentType;
    /** Which data is covered; empty: all of the subject's. */
    scope: Record<string, unknown>;
    /** When it was given. */
    granted_at: Time;
    /** Who gave it, where not the subject: a parent or guardian. */
    granted_by_name: string | null;
    /** When it ends by itself. */
    expires_at: Time | null;
    /** When it was taken back. */
    revoked_at: Time | null;
    /** Why it was taken back. */
    revocation_reason: string | null;
    /** How it came in. */
    source: ConsentSource;
    /** Where the signed paper is, if elsewhere (PDF or image). */
    document_uri: string | null;
    /** The signed paper. */
    document_id: Id | null;
}
export type ConsentsNew = Pick<ConsentsRow, 'subject_type' | 'consent_type' | 'source'> & Partial<Pick<ConsentsRow, 'patient_id' | 'provider_id' | 'scope' | 'granted_at' | 'granted_by_name' | 'expires_at' | 'document_uri' | 'document_id'>>;
export type ConsentsChange = Partial<Pick<ConsentsRow, 'subject_type' | 'patient_id' | 'provider_id' | 'consent_type' | 'scope' | 'granted_at' | 'granted_by_name' | 'expires_at' | 'source' | 'document_uri' | 'document_id'>>;
export interface ConsentsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    documents: One<'documents'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    members: One<'members'>;
    patients: One<'patients'>;
    research_dataset_members: Many<'research_dataset_members'>;
    tenants: One<'tenants'>;
}

/** Who takes part in a thread, and up to where they have read it. */
export interface ConversationParticipantsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The thread. */
    conversation_id: Id;
    /** The member who takes part; this or the patient. */
    user_id: Id | null;
    /** The patient who takes part; this or the member. */
    patient_id: Id | null;
    /** author began it, participant reads and writes, observer reads. */
    role: ParticipantRole;
    /** Since when they take part. */
    joined_at: Time;
    /** When they left. */
    left_at: Time | null;
    /** All messages up to this moment are read. */
    last_read_at: Time | null;
    /** Whether new messages are not announced to them. */
    is_muted: boolean;
}
export type ConversationParticipantsNew = Pick<ConversationParticipantsRow, 'conversation_id'> & Partial<Pick<ConversationParticipantsRow, 'user_id' | 'patient_id' | 'role' | 'joined_at' | 'left_at' | 'last_read_at' | 'is_muted'>>;
export type ConversationParticipantsChange = Partial<Pick<ConversationParticipantsRow, 'conversation_id' | 'user_id' | 'patient_id' | 'role' | 'joined_at' | 'left_at' | 'last_read_at' | 'is_muted'>>;
export interface ConversationParticipantsEmbeds {
    conversations: One<'conversations'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    members: One<'members'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
}

/** A thread of messages: between colleagues, about a case, with a patient (FHIR Communication). */
export interface ConversationsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** What kind of thread it is. */
    conversation_type: ConversationType;
    /** What it is about, in a few words. */
    subject: string | null;
    /** The case that is discussed. */
    case_id: Id | null;
    /** The patient who takes part or is discussed. */
    patient_id: Id | null;
    /** The team whose thread it is. */
    team_id: Id | null;
    /** Whether it takes messages. */
    status: ConversationStatus;
    /** When the last message was said. */
    last_message_at: Time | null;
    /** Number of messages. */
    message_count: number;
    /** Further facts about the thread. */
    metadata: Record<string, unknown>;
}
export type ConversationsNew = Partial<Pick<ConversationsRow, 'conversation_type' | 'subject' | 'case_id' | 'patient_id' | 'team_id' | 'status' | 'metadata'>>;
export type ConversationsChange = Partial<Pick<ConversationsRow, 'conversation_type' | 'subject' | 'case_id' | 'patient_id' | 'team_id' | 'status' | 'metadata'>>;
export interface ConversationsEmbeds {
    cases: One<'cases'>;
    conversation_participants: Many<'conversation_participants'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    messages: Many<'messages'>;
    patients: One<'patients'>;
    teams: One<'teams'>;
    tenants: One<'tenants'>;
}

/** A field that the tenant added to an entity. */
export interface CustomFieldDefinitionsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** What the field belongs to. */
    entity_type: CustomFieldEntity;
    /** Name of the field in data. */
    field_key: string;
    /** Name of the field as it is shown. */
    label: string;
    /** What belongs into it. */
    description: string | null;
    /** What it holds. */
    data_type: CustomFieldType;
    /** What its values obey: required, minimum, maximum, min_length, max_length, pattern, unit, choices. */
    validation_rules: { choices?: string[]; max_length?: number; maximum?: number; min_length?: number; minimum?: number; pattern?: string; required?: boolean; unit?: string };
    /** Whether lists can be filtered by it. */
    is_indexed: boolean;
    /** Its place among the fields of the entity. */
    position: number;
}
export type CustomFieldDefinitionsNew = Pick<CustomFieldDefinitionsRow, 'entity_type' | 'field_key' | 'label'> & Partial<Pick<CustomFieldDefinitionsRow, 'description' | 'data_type' | 'validation_rules' | 'is_indexed' | 'position'>>;
export type CustomFieldDefinitionsChange = Partial<Pick<CustomFieldDefinitionsRow, 'entity_type' | 'field_key' | 'label' | 'description' | 'data_type' | 'validation_rules' | 'is_indexed' | 'position'>>;
export interface CustomFieldDefinitionsEmbeds {
    custom_field_values: Many<'custom_field_values'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenants: One<'tenants'>;
}

/** The value of a custom field for one row: entity, attribute, value. */
export interface CustomFieldValuesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** What the row is. */
    entity_type: CustomFieldEntity;
    /** Identifier of the row. */
    entity_id: Id;
    /** The field. */
    field_key: string;
    /** What the field holds; as its definition says. */
    data_type: CustomFieldType;
    /** The value of a text or choice. */
    value_text: string | null;
    /** The value of a number. */
    value_number: number | null;
    /** The value of a yes or no. */
    value_boolean: boolean | null;
    /** The value of a date. */
    value_date: Day | null;
    /** The value of choices or of JSON. */
    value_json: unknown;
}
export type CustomFieldValuesNew = Pick<CustomFieldValuesRow, 'entity_type' | 'entity_id' | 'field_key'> & Partial<Pick<CustomFieldValuesRow, 'data_type' | 'value_text' | 'value_number' | 'value_boolean' | 'value_date' | 'value_json'>>;
export type CustomFieldValuesChange = Partial<Pick<CustomFieldValuesRow, 'entity_type' | 'entity_id' | 'field_key' | 'data_type' | 'value_text' | 'value_number' | 'value_boolean' | 'value_date' | 'value_json'>>;
export interface CustomFieldValuesEmbeds {
    custom_field_definitions: One<'custom_field_definitions'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenants: One<'tenants'>;
}

/** Someone's data, put together to be taken along (GDPR article 20, HIPAA 45 CFR 164.524). */
export interface DataExportsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** Whose data it is. */
    subject_type: SubjectType;
    /** The patient whose data it is. */
    patient_id: Id | null;
    /** The member whose data it is. */
    provider_id: Id | null;
    /** Identifier of whose data it is: the patient, the member or the organisation. */
    subject_id: Id;
    /** How far it is. */
    status: ExportStatus;
    /** Format of the files. */
    format: ExportFormat;
    /** Which resources and times it covers; empty: all. */
    scope: Record<string, unknown>;
    /** Whether persons were removed from it. */
    is_deidentified: boolean;
    /** The job that puts it together. */
    job_id: Id | null;
    /** The stored bytes, an archive. */
    object_id: Id | null;
    /** Number of rows in it. */
    row_count: number | null;
    /** Why it failed. */
    error_message: string | null;
    /** When it was ready. */
    completed_at: Time | null;
    /** When it is thrown away. */
    expires_at: Time | null;
    /** When it was last fetched. */
    downloaded_at: Time | null;
}
export interface DataExportsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    jobs: One<'jobs'>;
    'members!created_by': One<'members'>;
    'members!provider_id': One<'members'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
}

/** How long each class of data is kept where an organisation has no policy of its own. */
export interface DataRetentionDefaultsRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The class of data. */
    data_class: DataClass;
    /** Years that it is kept at least. */
    min_years: number;
    /** Years that it is kept at most; empty: for good. */
    max_years: number | null;
    /** Days after which it goes to the archive; empty: never. */
    archive_after_days: number | null;
    /** What becomes of it when its time is over. */
    archival_strategy: ArchivalStrategy;
    /** Law or rule that asks for it. */
    legal_basis: string | null;
}
export interface DataRetentionDefaultsEmbeds {
}

/** How long a class of data is kept, and what becomes of it then. */
export interface DataRetentionPoliciesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The class of data. */
    data_class: DataClass;
    /** Years that it is kept at least. */
    min_years: number;
    /** Years that it is kept at most; empty: for good. */
    max_years: number | null;
    /** Days after which it goes to the archive; empty: never. */
    archive_after_days: number | null;
    /** What becomes of it when its time is over. */
    archival_strategy: ArchivalStrategy;
    /** Law or contract that asks for it. */
    legal_basis: string | null;
}
export type DataRetentionPoliciesNew = Pick<DataRetentionPoliciesRow, 'data_class'> & Partial<Pick<DataRetentionPoliciesRow, 'min_years' | 'max_years' | 'archive_after_days' | 'archival_strategy' | 'legal_basis'>>;
export type DataRetentionPoliciesChange = Partial<Pick<DataRetentionPoliciesRow, 'data_class' | 'min_years' | 'max_years' | 'archive_after_days' | 'archival_strategy' | 'legal_basis'>>;
export interface DataRetentionPoliciesEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenants: One<'tenants'>;
}

/** A driver's round on one day. */
export interface DeliveryRoutesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Name of the route. */
    name: string;
    /** Day of the round. */
    route_date: Day;
    /** How far it is. */
    status: RouteStatus;
    /** Who drives. */
    driver_id: Id | null;
    /** The vehicle. */
    vehicle: string | null;
    /** Where it begins. */
    start_location_id: Id | null;
    /** When it is to begin. */
    planned_start_at: Time | null;
    /** When it is to end. */
    planned_end_at: Time | null;
    /** When it began. */
    started_at: Time | null;
    /** When it ended. */
    completed_at: Time | null;
    /** Length, in kilometres. */
    distance_km: number | null;
    /** What the driver should know. */
    notes: string | null;
}
export type DeliveryRoutesNew = Pick<DeliveryRoutesRow, 'name' | 'route_date'> & Partial<Pick<DeliveryRoutesRow, 'driver_id' | 'vehicle' | 'start_location_id' | 'planned_start_at' | 'planned_end_at' | 'distance_km' | 'notes'>>;
export type DeliveryRoutesChange = Partial<Pick<DeliveryRoutesRow, 'name' | 'route_date' | 'driver_id' | 'vehicle' | 'start_location_id' | 'planned_start_at' | 'planned_end_at' | 'distance_km' | 'notes'>>;
export interface DeliveryRoutesEmbeds {
    dim_location: One<'dim_location'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    locations: One<'locations'>;
    route_stops: Many<'route_stops'>;
    staff_profiles: One<'staff_profiles'>;
    tenants: One<'tenants'>;
}

/** A photo of a patient's teeth or face, taken in the practice or by the patient. */
export interface DentalPhotosRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** The visit during which it was taken. */
    encounter_id: Id | null;
    /** Where the photo is, while it is kept elsewhere. */
    photo_url: string | null;
    /** The stored bytes. */
    object_id: Id | null;
    /** Media type. */
    media_type: string | null;
    /** Number of bytes. */
    size_bytes: number | null;
    /** SHA-256 of the bytes, in hexadecimal. */
    checksum: string | null;
    /** Columns of pixels. */
    width: number | null;
    /** Rows of pixels. */
    height: number | null;
    /** What it shows. */
    photo_type: PhotoType;
    /** What is to be seen, in words. */
    description: string | null;
    /** Settings of the camera, place and the like. */
    metadata: Record<string, unknown>;
    /** When it was taken. */
    taken_at: Time;
}
export type DentalPhotosNew = Pick<DentalPhotosRow, 'patient_id'> & Partial<Pick<DentalPhotosRow, 'encounter_id' | 'photo_url' | 'photo_type' | 'description' | 'metadata' | 'taken_at'>>;
export type DentalPhotosChange = Partial<Pick<DentalPhotosRow, 'patient_id' | 'encounter_id' | 'photo_url' | 'photo_type' | 'description' | 'metadata' | 'taken_at'>>;
export interface DentalPhotosEmbeds {
    ai_diagnoses: Many<'ai_diagnoses'>;
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    diagnostic_reports: Many<'diagnostic_reports'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
}

/** A dentist asks the laboratory for a partnership. */
export interface DentistApplicationsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The applicant's account, where there is one. */
    applicant_user_id: Id | null;
    /** Given name. */
    first_name: string;
    /** Family name. */
    last_name: string;
    /** E-mail address. */
    email: string;
    /** Telephone number. */
    phone: string | null;
    /** Name of the practice. */
    practice_name: string;
    /** Number of the licence. */
    license_number: string;
    /** Who gave the licence. */
    license_authority: string | null;
    /** Field of work. */
    specialization: string | null;
    /** Address of the practice. */
    address_text: string | null;
    /** Country (ISO 3166-1, two letters). */
    country: string | null;
    /** Cases that the applicant expects to send in a month. */
    expected_cases_per_month: number | null;
    /** What the applicant writes. */
    message: string | null;
    /** When it came in. */
    submitted_at: Time;
    /** How far it is. */
    approval_status: ApplicationStatus;
    /** Who decided. */
    reviewed_by: Id | null;
    /** When it was decided. */
    reviewed_at: Time | null;
    /** Why it was decided so. */
    decision_reason: string | null;
    /** The partner that came of it. */
    dentist_profile_id: Id | null;
}
export type DentistApplicationsNew = Pick<DentistApplicationsRow, 'first_name' | 'last_name' | 'email' | 'practice_name' | 'license_number'> & Partial<Pick<DentistApplicationsRow, 'applicant_user_id' | 'phone' | 'license_authority' | 'specialization' | 'address_text' | 'country' | 'expected_cases_per_month' | 'message'>>;
export type DentistApplicationsChange = Partial<Pick<DentistApplicationsRow, 'applicant_user_id' | 'first_name' | 'last_name' | 'email' | 'phone' | 'practice_name' | 'license_number' | 'license_authority' | 'specialization' | 'address_text' | 'country' | 'expected_cases_per_month' | 'message'>>;
export interface DentistApplicationsEmbeds {
    dentist_profiles: One<'dentist_profiles'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    'members!applicant_user_id': One<'members'>;
    'members!reviewed_by': One<'members'>;
    tenants: One<'tenants'>;
}

/** A dentist that the laboratory works for. */
export interface DentistProfilesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The dentist's account. */
    user_id: Id;
    /** The same person as practitioner, where they also treat patients here. */
    practitioner_id: Id | null;
    /** How the laboratory stands with the dentist. */
    status: DentistStatus;
    /** Name of the dentist's practice. */
    practice_name: string | null;
    /** Number of the dentist's licence. */
    license_number: string | null;
    /** Who gave the licence. */
    license_authority: string | null;
    /** Field of work. */
    specialization: string | null;
    /** Telephone number. */
    phone: string | null;
    /** Street and number of the practice, where work is delivered. */
    address_text: string | null;
    /** Town. */
    city: string | null;
    /** State, province or county. */
    region: string | null;
    /** Postal code. */
    postal_code: string | null;
    /** Country (ISO 3166-1, two letters). */
    country: string | null;
    /** Who looks after the dentist. */
    account_manager_id: Id | null;
    /** First day of the partnership. */
    partner_since: Day | null;
    /** Discount on the price list, in percent. */
    discount_percent: number;
    /** Days from an invoice to its due date. */
    payment_terms_days: number;
    /** How the laboratory rates the partnership, 1 to 5. */
    rating: number | null;
    /** How the dentist wants work to be done: contacts, occlusion, shades, materials. */
    preferences: Record<string, unknown>;
    /** Figures of the partnership: cases, remakes, punctuality, revenue in minor units; counted by the system. */
    metrics: { average_turnaround_days?: number; cases_open?: number; cases_remade?: number; cases_total?: number; currency?: string; last_case_at?: string; on_time_rate?: number; revenue_total?: number };
    /** When the figures were counted. */
    metrics_at: Time | null;
    /** What is worth knowing. */
    notes: string | null;
}
export type DentistProfilesNew = Pick<DentistProfilesRow, 'user_id'> & Partial<Pick<DentistProfilesRow, 'practitioner_id' | 'practice_name' | 'license_number' | 'license_authority' | 'specialization' | 'phone' | 'address_text' | 'city' | 'region' | 'postal_code' | 'country' | 'account_manager_id' | 'partner_since' | 'discount_percent' | 'payment_terms_days' | 'rating' | 'preferences' | 'notes'>>;
export type DentistProfilesChange = Partial<Pick<DentistProfilesRow, 'user_id' | 'practitioner_id' | 'practice_name' | 'license_number' | 'license_authority' | 'specialization' | 'phone' | 'address_text' | 'city' | 'region' | 'postal_code' | 'country' | 'account_manager_id' | 'partner_since' | 'discount_percent' | 'payment_terms_days' | 'rating' | 'preferences' | 'notes'>>;
export interface DentistProfilesEmbeds {
    cases: Many<'cases'>;
    dentist_applications: Many<'dentist_applications'>;
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    invoices: Many<'invoices'>;
    'members!account_manager_id': One<'members'>;
    'members!user_id': One<'members'>;
    practitioners: One<'practitioners'>;
    route_stops: Many<'route_stops'>;
    shipments: Many<'shipments'>;
    tenants: One<'tenants'>;
}

/** How each department works: stages open now and completed in the last 90 days, people, machines and budget. */
export interface DepartmentEfficiencyRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier of the department. */
    id: Id | null;
    /** Name of the department. */
    name: string | null;
    /** Where it is. */
    location_id: Id | null;
    /** People who work there. */
    staff_count: number | null;
    /** Its machines. */
    equipment_count: number | null;
    /** Those of its machines that run. */
    active_equipment_count: number | null;
    /** Stages of production that are not done. */
    open_stage_count: number | null;
    /** Those of them that are blocked or on hold. */
    blocked_stage_count: number | null;
    /** Those of them whose time is over. */
    overdue_stage_count: number | null;
    /** Stages that were done in the last 90 days. */
    completed_stage_count: number | null;
    /** How often stages were done again. */
    rework_count: number | null;
    /** Share of the stages with a date that were done in time, 0 to 1. */
    on_time_rate: number | null;
    /** Mean time of a stage from beginning to end, in hours. */
    average_stage_hours: number | null;
    /** Planned time over time taken; above 1 is faster than planned. */
    efficiency: number | null;
    /** Currency of the budget (ISO 4217). */
    currency: string | null;
    /** Budget, in minor units. */
    budget: number | null;
    /** What of it is spent, in minor units. */
    budget_spent: number | null;
    /** Share of the budget that is spent; above 1 is more than there was. */
    budget_used_rate: number | null;
}
export interface DepartmentEfficiencyEmbeds {
}

/** A device of a department: scanner, mill, furnace, X-ray unit (FHIR Device). */
export interface DepartmentEquipmentRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The department. */
    department_id: Id;
    /** Name of the device. */
    name: string;
    /** The type of device, in the catalog of equipment. */
    equipment_reference_id: Id | null;
    /** Who made it. */
    manufacturer: string | null;
    /** Model. */
    model: string | null;
    /** Serial number. */
    serial_number: string | null;
    /** Number in the tenant's own list of devices. */
    asset_number: string | null;
    /** Whether it can be used. */
    status: EquipmentStatus;
    /** Day on which it was bought. */
    purchased_on: Day | null;
    /** Price, in minor units of the currency. */
    purchase_price: number | null;
    /** Currency of the price (ISO 4217). */
    currency: string | null;
    /** Last day of the warranty. */
    warranty_until: Day | null;
    /** Day of the last maintenance. */
    last_maintenance_on: Day | null;
    /** Day on which the next maintenance is due. */
    next_maintenance_on: Day | null;
    /** Days from one maintenance to the next. */
    maintenance_interval_days: number | null;
    /** What is worth knowing about it. */
    notes: string | null;
}
export type DepartmentEquipmentNew = Pick<DepartmentEquipmentRow, 'department_id' | 'name'> & Partial<Pick<DepartmentEquipmentRow, 'equipment_reference_id' | 'manufacturer' | 'model' | 'serial_number' | 'asset_number' | 'status' | 'purchased_on' | 'purchase_price' | 'currency' | 'warranty_until' | 'last_maintenance_on' | 'next_maintenance_on' | 'maintenance_interval_days' | 'notes'>>;
export type DepartmentEquipmentChange = Partial<Pick<DepartmentEquipmentRow, 'department_id' | 'name' | 'equipment_reference_id' | 'manufacturer' | 'model' | 'serial_number' | 'asset_number' | 'status' | 'purchased_on' | 'purchase_price' | 'currency' | 'warranty_until' | 'last_maintenance_on' | 'next_maintenance_on' | 'maintenance_interval_days' | 'notes'>>;
export interface DepartmentEquipmentEmbeds {
    departments: One<'departments'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    equipment_reference: One<'equipment_reference'>;
    imaging_studies: Many<'imaging_studies'>;
    tenants: One<'tenants'>;
    workflow_stages: Many<'workflow_stages'>;
}

/** A department of the laboratory or practice, with its budget. */
export interface DepartmentsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Name of the department. */
    name: string;
    /** Short name. */
    code: string | null;
    /** What it does. */
    description: string | null;
    /** Where it works. */
    location_id: Id | null;
    /** Who leads it. */
    manager_id: Id | null;
    /** Currency of the budget (ISO 4217). */
    currency: string | null;
    /** What it may spend in the period, in minor units of the currency. */
    budget: number | null;
    /** What it has spent in the period, in minor units of the currency. */
    budget_spent: number;
    /** First day of the budget's period. */
    budget_start: Day | null;
    /** Last day of the budget's period. */
    budget_end: Day | null;
    /** Whether work can be given to it. */
    is_active: boolean;
}
export type DepartmentsNew = Pick<DepartmentsRow, 'name'> & Partial<Pick<DepartmentsRow, 'code' | 'description' | 'location_id' | 'manager_id' | 'currency' | 'budget' | 'budget_spent' | 'budget_start' | 'budget_end' | 'is_active'>>;
export type DepartmentsChange = Partial<Pick<DepartmentsRow, 'name' | 'code' | 'description' | 'location_id' | 'manager_id' | 'currency' | 'budget' | 'budget_spent' | 'budget_start' | 'budget_end' | 'is_active'>>;
export interface DepartmentsEmbeds {
    department_equipment: Many<'department_equipment'>;
    dim_location: One<'dim_location'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    inventory_items: Many<'inventory_items'>;
    locations: One<'locations'>;
    members: One<'members'>;
    staff_profiles: Many<'staff_profiles'>;
    tenants: One<'tenants'>;
    workflow_stages: Many<'workflow_stages'>;
    workflow_template_stages: Many<'workflow_template_stages'>;
}

/** A report on images of a patient: uploaded, analysed by a model, reviewed by a doctor (FHIR DiagnosticReport). */
export interface DiagnosticReportsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** What it is made from. */
    kind: ReportKind;
    /** The patient; empty only where someone had a photo looked at without a record. */
    patient_id: Id | null;
    /** The visit that it belongs to. */
    encounter_id: Id | null;
    /** The study that it is about. */
    imaging_study_id: Id | null;
    /** The photo that it is about. */
    dental_photo_id: Id | null;
    /** The radiologist who uploaded it. */
    radiologist_id: Id | null;
    /** The doctor who is to review it, or did. */
    reviewing_practitioner_id: Id | null;
    /** Name of the patient, as it was when the report was made. */
    patient_name: string | null;
    /** Name of the radiologist, as it was when the report was made. */
    radiologist_name: string | null;
    /** Age of the patient when the report was made, in years. */
    patient_age: number | null;
    /** Gender of the patient, as it was when the report was made. */
    patient_gender: string | null;
    /** Kind of examination: panoramic radiograph, CBCT, bitewing. */
    study_type: string | null;
    /** Where its main picture is, while that is kept elsewhere. */
    report_image_url: string | null;
    /** Facts about its pictures. */
    image_metadata: Record<string, unknown>;
    /** How likely disease is, by the current analysis. */
    risk_score: RiskLevel | null;
    /** How sure the current analysis is, 0 to 1. */
    confidence_score: number | null;
    /** What is to be seen, in words. */
    findings: string | null;
    /** What the model took it for. */
    diagnosis: string | null;
    /** Conditions that the model found: which, how sure (0 to 1), and where on the picture. */
    detections: ({ condition: string; confidence: number; location: { height: number; width: number; x: number; y: number } })[];
    /** What should be done. */
    recommendations: unknown;
    /** What was known of the patient: chronic conditions, last check-up, blood pressure (mmHg), blood sugar. */
    medical_history: { blood_pressure?: string; blood_sugar?: string; chronic_conditions?: string[]; last_checkup?: string };
    /** What the patient complained of. */
    symptoms: unknown;
    /** What the doctor noted. */
    notes: string | null;
    /** How far it is. */
    status: ReportStatus;
    /** When it was uploaded. */
    uploaded_at: Time;
    /** When its current analysis was done. */
    analyzed_at: Time | null;
    /** When a doctor must have reviewed it. */
    review_due_at: Time | null;
    /** When a doctor last reviewed it. */
    reviewed_at: Time | null;
    /** Further facts about it. */
    metadata: Record<string, unknown>;
}
export type DiagnosticReportsNew = Partial<Pick<DiagnosticReportsRow, 'kind' | 'patient_id' | 'encounter_id' | 'imaging_study_id' | 'dental_photo_id' | 'radiologist_id' | 'reviewing_practitioner_id' | 'patient_name' | 'radiologist_name' | 'patient_age' | 'patient_gender' | 'study_type' | 'report_image_url' | 'image_metadata' | 'findings' | 'recommendations' | 'medical_history' | 'symptoms' | 'notes' | 'uploaded_at' | 'metadata'>>;
export type DiagnosticReportsChange = Partial<Pick<DiagnosticReportsRow, 'kind' | 'patient_id' | 'encounter_id' | 'imaging_study_id' | 'dental_photo_id' | 'radiologist_id' | 'reviewing_practitioner_id' | 'patient_name' | 'radiologist_name' | 'patient_age' | 'patient_gender' | 'study_type' | 'report_image_url' | 'image_metadata' | 'findings' | 'recommendations' | 'medical_history' | 'symptoms' | 'notes' | 'uploaded_at' | 'metadata'>>;
export interface DiagnosticReportsEmbeds {
    ai_analyses: Many<'ai_analyses'>;
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    dental_photos: One<'dental_photos'>;
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    doctor_reviews: Many<'doctor_reviews'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    imaging_studies: One<'imaging_studies'>;
    'members!created_by': One<'members'>;
    'members!radiologist_id': One<'members'>;
    'members!updated_by': One<'members'>;
    notifications: Many<'notifications'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    report_images: Many<'report_images'>;
    tenants: One<'tenants'>;
}

/** One exchange with an image archive: images that were sent, searched or fetched by DICOM. */
export interface DicomTransactionsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The connection that it went over. */
    integration_id: Id | null;
    /** What was asked for. */
    operation: DicomOperation;
    /** Whether the other side called, or we did. */
    direction: DicomDirection;
    /** How it ended. */
    status: DicomStatus;
    /** Status of the last answer (0000,0900), as a number; 0 is success. */
    dicom_status_code: number | null;
    /** Application entity that called. */
    calling_ae_title: string | null;
    /** Application entity that was called. */
    called_ae_title: string | null;
    /** Network address of the other side. */
    peer_address: string | null;
    /** The study, where it is one of the tenant's. */
    imaging_study_id: Id | null;
    /** Study Instance UID that it was about. */
    study_uid: string | null;
    /** Series Instance UID that it was about. */
    series_uid: string | null;
    /** SOP Instance UID that it was about. */
    sop_instance_uid: string | null;
    /** What kind of object it was about. */
    sop_class_uid: string | null;
    /** What was searched for. */
    query: Record<string, unknown> | null;
    /** Objects that were sent, found or fetched. */
    instance_count: number;
    /** Objects that failed. */
    failed_count: number;
    /** Bytes that were sent or fetched. */
    byte_count: number;
    /** What the other side said of an error. */
    error_message: string | null;
    /** When it began. */
    started_at: Time;
    /** When it ended. */
    completed_at: Time | null;
}
export interface DicomTransactionsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    imaging_studies: One<'imaging_studies'>;
    tenant_integrations: One<'tenant_integrations'>;
    tenants: One<'tenants'>;
}

/** Dimension: the coded conditions and diagnoses that were recorded. */
export interface DimConditionRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier, the same for the same code. */
    id: Id | null;
    /** List that the code comes from. */
    code_system: CodingSystem | null;
    /** Code of the condition. */
    code: string | null;
    /** Name of the condition. */
    display: string | null;
}
export interface DimConditionEmbeds {
}

/** Dimension: the places where the tenant works. */
export interface DimLocationRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier of the place. */
    id: Id | null;
    /** Name of the place. */
    name: string | null;
    /** What kind of place it is. */
    kind: LocationKind | null;
    /** Short name of the place. */
    code: string | null;
    /** Town. */
    city: string | null;
    /** State, province or canton. */
    region: string | null;
    /** Country (ISO 3166-1, two letters). */
    country: string | null;
    /** IANA time zone of its days. */
    time_zone: string | null;
    /** Whether work is done there. */
    is_active: boolean | null;
    /** Whether the row is deleted. */
    is_deleted: boolean | null;
}
export interface DimLocationEmbeds {
    appointments: Many<'appointments'>;
    cases: Many<'cases'>;
    claims: Many<'claims'>;
    delivery_routes: Many<'delivery_routes'>;
    departments: Many<'departments'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: Many<'encounters'>;
    fact_appointments: Many<'fact_appointments'>;
    fact_claims: Many<'fact_claims'>;
    fact_encounters: Many<'fact_encounters'>;
    fact_patient_cohorts: Many<'fact_patient_cohorts'>;
    fee_schedules: Many<'fee_schedules'>;
    imaging_studies: Many<'imaging_studies'>;
    inventory_items: Many<'inventory_items'>;
    invoices: Many<'invoices'>;
    members: Many<'members'>;
    patients: Many<'patients'>;
    rooms: Many<'rooms'>;
    route_stops: Many<'route_stops'>;
    shipments: Many<'shipments'>;
    staff_schedules: Many<'staff_schedules'>;
    team_members: Many<'team_members'>;
    teams: Many<'teams'>;
    tenant_integrations: Many<'tenant_integrations'>;
    tenants: One<'tenants'>;
    user_roles: Many<'user_roles'>;
}

/** Dimension: segments of patients by age, sex, status and insurance. */
export interface DimPatientSegmentRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier, the same for the same segment. */
    id: Id | null;
    /** Age in years, in bands. */
    age_band: string | null;
    /** Sex at birth. */
    sex_at_birth: SexAtBirth | null;
    /** Whether the patients are in care. */
    status: PatientStatus | null;
    /** Whether they have a policy that has not ended. */
    is_insured: boolean | null;
    /** Number of patients. */
    patient_count: number | null;
}
export interface DimPatientSegmentEmbeds {
}

/** Dimension: who pays for treatment instead of the patient. */
export interface DimPayerRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier of the payer. */
    id: Id | null;
    /** Name of the payer. */
    name: string | null;
    /** What kind of organisation it is. */
    kind: PayerKind | null;
    /** Its number at the clearing house. */
    payer_code: string | null;
    /** Country (ISO 3166-1, two letters). */
    country: string | null;
    /** Whether new policies may name it. */
    is_active: boolean | null;
    /** Whether the row is deleted. */
    is_deleted: boolean | null;
}
export interface DimPayerEmbeds {
    claims: Many<'claims'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_claims: Many<'fact_claims'>;
    fee_schedules: Many<'fee_schedules'>;
    patient_insurance_policies: Many<'patient_insurance_policies'>;
    tenants: One<'tenants'>;
}

/** Dimension: the services, of the catalog and as they were recorded. */
export interface DimProcedureRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier, the same for the same code. */
    id: Id | null;
    /** Code of the service (CDT or the tenant's own). */
    code: string | null;
    /** Name of the service. */
    name: string | null;
    /** Category of the service. */
    category: ProcedureCategory | null;
    /** Whether the tenant's catalog has it. */
    in_catalog: boolean | null;
}
export interface DimProcedureEmbeds {
}

/** Dimension: who treats patients. */
export interface DimProviderRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier of the practitioner. */
    id: Id | null;
    /** The person's account. */
    user_id: Id | null;
    /** Given name. */
    first_name: string | null;
    /** Family name. */
    last_name: string | null;
    /** What they specialise in. */
    specialization: string | null;
    /** Years of practice. */
    years_experience: number | null;
    /** Whether the licence was checked. */
    is_verified: boolean | null;
    /** Whether they treat patients now. */
    is_active: boolean | null;
    /** Whether the row is deleted. */
    is_deleted: boolean | null;
}
export interface DimProviderEmbeds {
    ai_diagnoses: Many<'ai_diagnoses'>;
    appointments: Many<'appointments'>;
    claims: Many<'claims'>;
    clinical_outcomes: Many<'clinical_outcomes'>;
    dentist_profiles: Many<'dentist_profiles'>;
    diagnostic_reports: Many<'diagnostic_reports'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounter_diagnoses: Many<'encounter_diagnoses'>;
    'encounters!provider_id': Many<'encounters'>;
    'encounters!supervisor_id': Many<'encounters'>;
    fact_appointments: Many<'fact_appointments'>;
    fact_claims: Many<'fact_claims'>;
    fact_encounters: Many<'fact_encounters'>;
    fact_patient_cohorts: Many<'fact_patient_cohorts'>;
    fact_procedures: Many<'fact_procedures'>;
    imaging_studies: Many<'imaging_studies'>;
    medical_records: Many<'medical_records'>;
    members: One<'members'>;
    patient_allergies: Many<'patient_allergies'>;
    patient_conditions: Many<'patient_conditions'>;
    patient_medications: Many<'patient_medications'>;
    patients: Many<'patients'>;
    perio_measurements: Many<'perio_measurements'>;
    procedures: Many<'procedures'>;
    tenants: One<'tenants'>;
    tooth_chart_snapshots: Many<'tooth_chart_snapshots'>;
    treatment_plan_items: Many<'treatment_plan_items'>;
    treatment_plans: Many<'treatment_plans'>;
}

/** Dimension: the tenant. */
export interface DimTenantRow {
    /** The tenant itself. */
    tenant_id: Id | null;
    /** Identifier of the tenant. */
    id: Id | null;
    /** Name of the organisation. */
    name: string | null;
    /** What kind of organisation it is. */
    type: TenantType | null;
    /** The group that it belongs to. */
    parent_tenant_id: Id | null;
    /** Region where its data lives. */
    primary_region: string | null;
    /** Whether it may work on the platform. */
    status: TenantStatus | null;
    /** IANA time zone of its days. */
    time_zone: string | null;
    /** Language and region of its texts (BCP 47). */
    locale: string | null;
}
export interface DimTenantEmbeds {
    ai_analyses: Many<'ai_analyses'>;
    ai_diagnoses: Many<'ai_diagnoses'>;
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    ai_model_deployments: Many<'ai_model_deployments'>;
    ai_outcome_links: Many<'ai_outcome_links'>;
    ai_predictions: Many<'ai_predictions'>;
    ai_review_events: Many<'ai_review_events'>;
    api_clients: Many<'api_clients'>;
    appointment_participants: Many<'appointment_participants'>;
    appointments: Many<'appointments'>;
    case_notes: Many<'case_notes'>;
    cases: Many<'cases'>;
    claim_lines: Many<'claim_lines'>;
    claim_status_events: Many<'claim_status_events'>;
    claims: Many<'claims'>;
    clinical_note_amendments: Many<'clinical_note_amendments'>;
    clinical_notes: Many<'clinical_notes'>;
    clinical_outcomes: Many<'clinical_outcomes'>;
    consents: Many<'consents'>;
    conversation_participants: Many<'conversation_participants'>;
    conversations: Many<'conversations'>;
    custom_field_definitions: Many<'custom_field_definitions'>;
    custom_field_values: Many<'custom_field_values'>;
    data_exports: Many<'data_exports'>;
    data_retention_policies: Many<'data_retention_policies'>;
    delivery_routes: Many<'delivery_routes'>;
    dental_photos: Many<'dental_photos'>;
    dentist_applications: Many<'dentist_applications'>;
    dentist_profiles: Many<'dentist_profiles'>;
    department_equipment: Many<'department_equipment'>;
    departments: Many<'departments'>;
    diagnostic_reports: Many<'diagnostic_reports'>;
    dicom_transactions: Many<'dicom_transactions'>;
    dim_location: Many<'dim_location'>;
    dim_payer: Many<'dim_payer'>;
    dim_provider: Many<'dim_provider'>;
    dim_tenant: Many<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    doctor_reviews: Many<'doctor_reviews'>;
    documents: Many<'documents'>;
    encounter_diagnoses: Many<'encounter_diagnoses'>;
    encounters: Many<'encounters'>;
    erasure_requests: Many<'erasure_requests'>;
    external_contacts: Many<'external_contacts'>;
    fact_ai_inferences: Many<'fact_ai_inferences'>;
    fact_appointments: Many<'fact_appointments'>;
    fact_claims: Many<'fact_claims'>;
    fact_encounters: Many<'fact_encounters'>;
    fact_patient_cohorts: Many<'fact_patient_cohorts'>;
    fact_procedures: Many<'fact_procedures'>;
    fee_schedule_items: Many<'fee_schedule_items'>;
    fee_schedules: Many<'fee_schedules'>;
    fhir_resources: Many<'fhir_resources'>;
    image_annotations: Many<'image_annotations'>;
    imaging_objects: Many<'imaging_objects'>;
    imaging_series: Many<'imaging_series'>;
    imaging_studies: Many<'imaging_studies'>;
    import_errors: Many<'import_errors'>;
    imports: Many<'imports'>;
    integration_credentials: Many<'integration_credentials'>;
    inventory_items: Many<'inventory_items'>;
    inventory_transactions: Many<'inventory_transactions'>;
    invoice_items: Many<'invoice_items'>;
    invoices: Many<'invoices'>;
    jobs: Many<'jobs'>;
    knowledge_documents: Many<'knowledge_documents'>;
    knowledge_localizations: Many<'knowledge_localizations'>;
    knowledge_versions: Many<'knowledge_versions'>;
    legal_holds: Many<'legal_holds'>;
    locations: Many<'locations'>;
    medical_records: Many<'medical_records'>;
    members: Many<'members'>;
    messages: Many<'messages'>;
    notification_deliveries: Many<'notification_deliveries'>;
    notifications: Many<'notifications'>;
    parent_tenant_id: One<'dim_tenant'>;
    patient_addresses: Many<'patient_addresses'>;
    patient_allergies: Many<'patient_allergies'>;
    patient_conditions: Many<'patient_conditions'>;
    patient_identifiers: Many<'patient_identifiers'>;
    patient_insurance_policies: Many<'patient_insurance_policies'>;
    patient_medical_history: Many<'patient_medical_history'>;
    patient_medications: Many<'patient_medications'>;
    patient_profiles: Many<'patient_profiles'>;
    patient_relationships: Many<'patient_relationships'>;
    patient_social_history: Many<'patient_social_history'>;
    patients: Many<'patients'>;
    payers: Many<'payers'>;
    payments: Many<'payments'>;
    performance_reviews: Many<'performance_reviews'>;
    perio_measurements: Many<'perio_measurements'>;
    practitioners: Many<'practitioners'>;
    procedure_catalog: Many<'procedure_catalog'>;
    procedure_materials: Many<'procedure_materials'>;
    procedures: Many<'procedures'>;
    referral_items: Many<'referral_items'>;
    'referrals!counterpart_tenant_id': Many<'referrals'>;
    'referrals!tenant_id': Many<'referrals'>;
    report_images: Many<'report_images'>;
    research_dataset_members: Many<'research_dataset_members'>;
    research_datasets: Many<'research_datasets'>;
    role_permissions: Many<'role_permissions'>;
    roles: Many<'roles'>;
    rooms: Many<'rooms'>;
    route_stops: Many<'route_stops'>;
    sessions: Many<'sessions'>;
    shipments: Many<'shipments'>;
    staff_profiles: Many<'staff_profiles'>;
    staff_schedules: Many<'staff_schedules'>;
    suppliers: Many<'suppliers'>;
    sync_job_logs: Many<'sync_job_logs'>;
    sync_jobs: Many<'sync_jobs'>;
    system_settings: Many<'system_settings'>;
    team_members: Many<'team_members'>;
    teams: Many<'teams'>;
    tenant_billing_accounts: Many<'tenant_billing_accounts'>;
    tenant_branding: Many<'tenant_branding'>;
    tenant_features: Many<'tenant_features'>;
    tenant_integrations: Many<'tenant_integrations'>;
    tenant_quotas: Many<'tenant_quotas'>;
    tenant_settings: Many<'tenant_settings'>;
    tenant_subscriptions: Many<'tenant_subscriptions'>;
    tenants: One<'tenants'>;
    tooth_chart_snapshots: Many<'tooth_chart_snapshots'>;
    treatment_plan_items: Many<'treatment_plan_items'>;
    treatment_plan_procedures: Many<'treatment_plan_procedures'>;
    treatment_plans: Many<'treatment_plans'>;
    usage_meter_readings: Many<'usage_meter_readings'>;
    user_roles: Many<'user_roles'>;
    v_doctor_priority_queue: Many<'v_doctor_priority_queue'>;
    v_patient_reports: Many<'v_patient_reports'>;
    vital_signs: Many<'vital_signs'>;
    webhook_deliveries: Many<'webhook_deliveries'>;
    webhook_events: Many<'webhook_events'>;
    webhook_subscriptions: Many<'webhook_subscriptions'>;
    workflow_instances: Many<'workflow_instances'>;
    workflow_stages: Many<'workflow_stages'>;
    workflow_template_stages: Many<'workflow_template_stages'>;
    workflow_templates: Many<'workflow_templates'>;
    workflow_transitions: Many<'workflow_transitions'>;
    workflows: Many<'workflows'>;
}

/** Dimension: the days from 2000 to 2049. */
export interface DimTimeRow {
    /** The tenant that asks. */
    tenant_id: Id | null;
    /** Identifier, the same for the same day. */
    id: Id | null;
    /** The day as YYYYMMDD. */
    time_key: number | null;
    /** The day. */
    date: Day | null;
    /** Year. */
    year: number | null;
    /** Quarter, 1 to 4. */
    quarter: number | null;
    /** Month, 1 to 12. */
    month: number | null;
    /** Year of the week (ISO 8601). */
    iso_year: number | null;
    /** Week of the year (ISO 8601). */
    iso_week: number | null;
    /** Day of the month. */
    day_of_month: number | null;
    /** Day of the week, Monday 1 to Sunday 7 (ISO 8601). */
    day_of_week: number | null;
    /** Whether it is Saturday or Sunday. */
    is_weekend: boolean | null;
}
export interface DimTimeEmbeds {
    ai_analyses: Many<'ai_analyses'>;
    ai_diagnoses: Many<'ai_diagnoses'>;
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    ai_model_deployments: Many<'ai_model_deployments'>;
    ai_outcome_links: Many<'ai_outcome_links'>;
    ai_predictions: Many<'ai_predictions'>;
    ai_review_events: Many<'ai_review_events'>;
    api_clients: Many<'api_clients'>;
    appointment_participants: Many<'appointment_participants'>;
    appointments: Many<'appointments'>;
    case_notes: Many<'case_notes'>;
    cases: Many<'cases'>;
    claim_lines: Many<'claim_lines'>;
    claim_status_events: Many<'claim_status_events'>;
    claims: Many<'claims'>;
    clinical_note_amendments: Many<'clinical_note_amendments'>;
    clinical_notes: Many<'clinical_notes'>;
    clinical_outcomes: Many<'clinical_outcomes'>;
    consents: Many<'consents'>;
    conversation_participants: Many<'conversation_participants'>;
    conversations: Many<'conversations'>;
    custom_field_definitions: Many<'custom_field_definitions'>;
    custom_field_values: Many<'custom_field_values'>;
    data_exports: Many<'data_exports'>;
    data_retention_policies: Many<'data_retention_policies'>;
    delivery_routes: Many<'delivery_routes'>;
    dental_photos: Many<'dental_photos'>;
    dentist_applications: Many<'dentist_applications'>;
    dentist_profiles: Many<'dentist_profiles'>;
    department_equipment: Many<'department_equipment'>;
    departments: Many<'departments'>;
    diagnostic_reports: Many<'diagnostic_reports'>;
    dicom_transactions: Many<'dicom_transactions'>;
    dim_location: Many<'dim_location'>;
    dim_payer: Many<'dim_payer'>;
    dim_provider: Many<'dim_provider'>;
    dim_tenant: Many<'dim_tenant'>;
    doctor_reviews: Many<'doctor_reviews'>;
    documents: Many<'documents'>;
    encounter_diagnoses: Many<'encounter_diagnoses'>;
    encounters: Many<'encounters'>;
    erasure_requests: Many<'erasure_requests'>;
    external_contacts: Many<'external_contacts'>;
    fact_ai_inferences: Many<'fact_ai_inferences'>;
    fact_appointments: Many<'fact_appointments'>;
    fact_claims: Many<'fact_claims'>;
    fact_encounters: Many<'fact_encounters'>;
    fact_patient_cohorts: Many<'fact_patient_cohorts'>;
    fact_procedures: Many<'fact_procedures'>;
    fee_schedule_items: Many<'fee_schedule_items'>;
    fee_schedules: Many<'fee_schedules'>;
    fhir_resources: Many<'fhir_resources'>;
    image_annotations: Many<'image_annotations'>;
    imaging_objects: Many<'imaging_objects'>;
    imaging_series: Many<'imaging_series'>;
    imaging_studies: Many<'imaging_studies'>;
    import_errors: Many<'import_errors'>;
    imports: Many<'imports'>;
    integration_credentials: Many<'integration_credentials'>;
    inventory_items: Many<'inventory_items'>;
    inventory_transactions: Many<'inventory_transactions'>;
    invoice_items: Many<'invoice_items'>;
    invoices: Many<'invoices'>;
    jobs: Many<'jobs'>;
    knowledge_documents: Many<'knowledge_documents'>;
    knowledge_localizations: Many<'knowledge_localizations'>;
    knowledge_versions: Many<'knowledge_versions'>;
    legal_holds: Many<'legal_holds'>;
    locations: Many<'locations'>;
    medical_records: Many<'medical_records'>;
    members: Many<'members'>;
    messages: Many<'messages'>;
    notification_deliveries: Many<'notification_deliveries'>;
    notifications: Many<'notifications'>;
    patient_addresses: Many<'patient_addresses'>;
    patient_allergies: Many<'patient_allergies'>;
    patient_conditions: Many<'patient_conditions'>;
    patient_identifiers: Many<'patient_identifiers'>;
    patient_insurance_policies: Many<'patient_insurance_policies'>;
    patient_medical_history: Many<'patient_medical_history'>;
    patient_medications: Many<'patient_medications'>;
    patient_profiles: Many<'patient_profiles'>;
    patient_relationships: Many<'patient_relationships'>;
    patient_social_history: Many<'patient_social_history'>;
    patients: Many<'patients'>;
    payers: Many<'payers'>;
    payments: Many<'payments'>;
    performance_reviews: Many<'performance_reviews'>;
    perio_measurements: Many<'perio_measurements'>;
    practitioners: Many<'practitioners'>;
    procedure_catalog: Many<'procedure_catalog'>;
    procedure_materials: Many<'procedure_materials'>;
    procedures: Many<'procedures'>;
    referral_items: Many<'referral_items'>;
    'referrals!counterpart_tenant_id': Many<'referrals'>;
    'referrals!tenant_id': Many<'referrals'>;
    report_images: Many<'report_images'>;
    research_dataset_members: Many<'research_dataset_members'>;
    research_datasets: Many<'research_datasets'>;
    role_permissions: Many<'role_permissions'>;
    roles: Many<'roles'>;
    rooms: Many<'rooms'>;
    route_stops: Many<'route_stops'>;
    sessions: Many<'sessions'>;
    shipments: Many<'shipments'>;
    staff_profiles: Many<'staff_profiles'>;
    staff_schedules: Many<'staff_schedules'>;
    suppliers: Many<'suppliers'>;
    sync_job_logs: Many<'sync_job_logs'>;
    sync_jobs: Many<'sync_jobs'>;
    system_settings: Many<'system_settings'>;
    team_members: Many<'team_members'>;
    teams: Many<'teams'>;
    tenant_billing_accounts: Many<'tenant_billing_accounts'>;
    tenant_branding: Many<'tenant_branding'>;
    tenant_features: Many<'tenant_features'>;
    tenant_integrations: Many<'tenant_integrations'>;
    tenant_quotas: Many<'tenant_quotas'>;
    tenant_settings: Many<'tenant_settings'>;
    tenant_subscriptions: Many<'tenant_subscriptions'>;
    tooth_chart_snapshots: Many<'tooth_chart_snapshots'>;
    treatment_plan_items: Many<'treatment_plan_items'>;
    treatment_plan_procedures: Many<'treatment_plan_procedures'>;
    treatment_plans: Many<'treatment_plans'>;
    usage_meter_readings: Many<'usage_meter_readings'>;
    user_roles: Many<'user_roles'>;
    v_doctor_priority_queue: Many<'v_doctor_priority_queue'>;
    v_patient_reports: Many<'v_patient_reports'>;
    vital_signs: Many<'vital_signs'>;
    webhook_deliveries: Many<'webhook_deliveries'>;
    webhook_events: Many<'webhook_events'>;
    webhook_subscriptions: Many<'webhook_subscriptions'>;
    workflow_instances: Many<'workflow_instances'>;
    workflow_stages: Many<'workflow_stages'>;
    workflow_template_stages: Many<'workflow_template_stages'>;
    workflow_templates: Many<'workflow_templates'>;
    workflow_transitions: Many<'workflow_transitions'>;
    workflows: Many<'workflows'>;
}

/** A doctor's review of a report; a report may have several. */
export interface DoctorReviewsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The report. */
    report_id: Id;
    /** The analysis that the doctor had before them. */
    analysis_id: Id | null;
    /** The member who reviewed it. */
    doctor_id: Id;
    /** What the doctor noted. */
    review_notes: string | null;
    /** What the doctor found. */
    clinical_findings: string | null;
    /** Whether the doctor agrees with the model; empty where the doctor does not say. */
    confirmed_ai_diagnosis: boolean | null;
    /** How good the model was on this report, 1 (poor) to 5 (right). */
    ai_accuracy_rating: number | null;
    /** How likely disease is, in the doctor's judgement. */
    doctor_risk_assessment: RiskLevel | null;
    /** How soon the patient needs care. */
    urgency_level: ClinicalUrgency;
    /** What should be done. */
    recommended_action: string | null;
    /** Whether the patient must come again. */
    follow_up_required: boolean;
    /** Day by which the patient must come again. */
    follow_up_date: Day | null;
    /** How it is to be treated. */
    treatment_plan: string | null;
    /** Medicines that were prescribed: name, dose, how long. */
    medication_prescribed: unknown;
    /** When it was reviewed. */
    reviewed_at: Time;
}
export type DoctorReviewsNew = Pick<DoctorReviewsRow, 'report_id'> & Partial<Pick<DoctorReviewsRow, 'analysis_id' | 'doctor_id' | 'review_notes' | 'clinical_findings' | 'confirmed_ai_diagnosis' | 'ai_accuracy_rating' | 'doctor_risk_assessment' | 'urgency_level' | 'recommended_action' | 'follow_up_required' | 'follow_up_date' | 'treatment_plan' | 'medication_prescribed' | 'reviewed_at'>>;
export type DoctorReviewsChange = Partial<Pick<DoctorReviewsRow, 'report_id' | 'analysis_id' | 'doctor_id' | 'review_notes' | 'clinical_findings' | 'confirmed_ai_diagnosis' | 'ai_accuracy_rating' | 'doctor_risk_assessment' | 'urgency_level' | 'recommended_action' | 'follow_up_required' | 'follow_up_date' | 'treatment_plan' | 'medication_prescribed' | 'reviewed_at'>>;
export interface DoctorReviewsEmbeds {
    ai_analyses: One<'ai_analyses'>;
    ai_diagnoses: One<'ai_diagnoses'>;
    diagnostic_reports: One<'diagnostic_reports'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    members: One<'members'>;
    tenants: One<'tenants'>;
    v_doctor_priority_queue: One<'v_doctor_priority_queue'>;
    v_patient_reports: One<'v_patient_reports'>;
}

/** A paper that is kept: consent form, report, letter, picture (FHIR DocumentReference). */
export interface DocumentsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** What the document belongs to. */
    owner_type: DocumentOwner;
    /** The patient that it is about. */
    patient_id: Id | null;
    /** The visit that it belongs to. */
    encounter_id: Id | null;
    /** The claim that it belongs to. */
    claim_id: Id | null;
    /** Identifier of what it belongs to: the patient, visit, claim or organisation. */
    owner_id: Id;
    /** What kind of paper it is. */
    document_type: DocumentType;
    /** Name of the document. */
    title: string;
    /** What is in it, in a few words. */
    description: string | null;
    /** Language of its text (BCP 47). */
    language: string | null;
    /** Media type. */
    media_type: string;
    /** Number of bytes. */
    size_bytes: number;
    /** SHA-256 of the bytes, in hexadecimal. */
    checksum: string;
    /** The stored bytes. */
    object_id: Id;
    /** The former document that this one takes the place of. */
    supersedes_id: Id | null;
    /** Last day on which it counts. */
    valid_until: Day | null;
    /** When it was signed. */
    signed_at: Time | null;
    /** The member who signed it. */
    signer_id: Id | null;
    /** The patient who signed it. */
    signer_patient_id: Id | null;
    /** Name of the signer, as it was signed. */
    signer_name: string | null;
    /** How it was signed: method, strokes or certificate, and the hash that was signed. */
    signature: Record<string, unknown> | null;
    /** Free labels. */
    tags: unknown[];
    /** Further facts about the document. */
    metadata: Record<string, unknown>;
}
export type DocumentsChange = Partial<Pick<DocumentsRow, 'document_type' | 'title' | 'description' | 'language' | 'supersedes_id' | 'valid_until' | 'tags' | 'metadata'>>;
export interface DocumentsEmbeds {
    claims: One<'claims'>;
    consents: Many<'consents'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    documents: Many<'documents'>;
    encounters: One<'encounters'>;
    fact_claims: One<'fact_claims'>;
    fact_encounters: One<'fact_encounters'>;
    'fact_patient_cohorts!patient_id': One<'fact_patient_cohorts'>;
    'fact_patient_cohorts!signer_patient_id': One<'fact_patient_cohorts'>;
    members: One<'members'>;
    messages: Many<'messages'>;
    'patients!patient_id': One<'patients'>;
    'patients!signer_patient_id': One<'patients'>;
    supersedes_id: One<'documents'>;
    tenants: One<'tenants'>;
}

/** A drug that is prescribed or given in dentistry, or that patients often take. */
export interface DrugReferenceRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** International nonproprietary name. */
    name: string;
    /** Names under which it is sold. */
    brand_names: string[];
    /** Coding system of its code: ATC or RxNorm. */
    code_system: string | null;
    /** Its code. */
    code: string | null;
    /** What kind of drug it is: antibiotic, analgesic, local anaesthetic. */
    drug_class: string | null;
    /** In what form it comes. */
    dosage_form: DosageForm;
    /** Strength of one unit, with its unit: 500 mg. */
    strength: string;
    /** Usual dose of an adult. */
    usual_dose: string | null;
    /** Highest dose. */
    maximum_dose: string | null;
    /** When it must not be given. */
    contraindications: string | null;
    /** What it must not be given together with. */
    interactions: string | null;
    /** What a dentist has to know of a patient who takes it. */
    dental_considerations: string | null;
    /** Whether the law on narcotics covers it. */
    is_controlled: boolean;
    /** Whether it needs a prescription. */
    needs_prescription: boolean;
    /** Whether it may still be chosen. */
    is_active: boolean;
}
export interface DrugReferenceEmbeds {
    code_values: One<'code_values'>;
    patient_allergies: Many<'patient_allergies'>;
    patient_medications: Many<'patient_medications'>;
}

/** A diagnosis that was made at a visit (FHIR Encounter.diagnosis). */
export interface EncounterDiagnosesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The visit. */
    encounter_id: Id;
    /** The patient; the visit's own. */
    patient_id: Id;
    /** The entry of the patient's problem list, where there is one. */
    condition_id: Id | null;
    /** List that the code comes from: ICD-10, CDT, SNOMED CT. */
    code_system: CodingSystem;
    /** Code of the diagnosis. */
    code: string;
    /** Name of the diagnosis. */
    display: string;
    /** What it is to the visit. */
    role: DiagnosisRole;
    /** How sure it is. */
    verification: VerificationStatus;
    /** Tooth that it concerns, FDI two-digit notation (ISO 3950). */
    tooth_number: number | null;
    /** Order among the diagnoses of the visit, from 1. */
    sequence_order: number;
    /** Who made it. */
    diagnosed_by_id: Id | null;
    /** What is worth knowing about it. */
    notes: string | null;
}
export type EncounterDiagnosesNew = Pick<EncounterDiagnosesRow, 'encounter_id' | 'patient_id' | 'code_system' | 'code' | 'display'> & Partial<Pick<EncounterDiagnosesRow, 'condition_id' | 'role' | 'verification' | 'tooth_number' | 'sequence_order' | 'diagnosed_by_id' | 'notes'>>;
export type EncounterDiagnosesChange = Partial<Pick<EncounterDiagnosesRow, 'encounter_id' | 'patient_id' | 'condition_id' | 'code_system' | 'code' | 'display' | 'role' | 'verification' | 'tooth_number' | 'sequence_order' | 'diagnosed_by_id' | 'notes'>>;
export interface EncounterDiagnosesEmbeds {
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    patient_conditions: One<'patient_conditions'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    tenants: One<'tenants'>;
}

/** A visit of a patient (FHIR Encounter). */
export interface EncountersRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** Where it takes place. */
    location_id: Id | null;
    /** Who treats. */
    provider_id: Id | null;
    /** Who supervises, where a student or assistant treats. */
    supervisor_id: Id | null;
    /** The appointment that it follows from; empty for one without. */
    appointment_id: Id | null;
    /** What it is for. */
    encounter_type: EncounterType;
    /** How far it is. */
    status: EncounterStatus;
    /** When it is to begin. */
    scheduled_start_at: Time;
    /** When it is to end. */
    scheduled_end_at: Time | null;
    /** When the patient came. */
    check_in_at: Time | null;
    /** When the patient left. */
    check_out_at: Time | null;
    /** What the patient comes for, in their own words. */
    chief_complaint: string | null;
    /** Why it was cancelled or missed. */
    cancellation_reason: string | null;
}
export type EncountersNew = Pick<EncountersRow, 'patient_id'> & Partial<Pick<EncountersRow, 'location_id' | 'provider_id' | 'supervisor_id' | 'appointment_id' | 'encounter_type' | 'scheduled_start_at' | 'scheduled_end_at' | 'chief_complaint'>>;
export type EncountersChange = Partial<Pick<EncountersRow, 'patient_id' | 'location_id' | 'provider_id' | 'supervisor_id' | 'appointment_id' | 'encounter_type' | 'scheduled_start_at' | 'scheduled_end_at' | 'chief_complaint'>>;
export interface EncountersEmbeds {
    ai_outcome_links: Many<'ai_outcome_links'>;
    appointments: One<'appointments'>;
    claims: Many<'claims'>;
    clinical_notes: Many<'clinical_notes'>;
    clinical_outcomes: Many<'clinical_outcomes'>;
    dental_photos: Many<'dental_photos'>;
    diagnostic_reports: Many<'diagnostic_reports'>;
    dim_location: One<'dim_location'>;
    'dim_provider!provider_id': One<'dim_provider'>;
    'dim_provider!supervisor_id': One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    documents: Many<'documents'>;
    encounter_diagnoses: Many<'encounter_diagnoses'>;
    fact_appointments: One<'fact_appointments'>;
    fact_claims: Many<'fact_claims'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    fact_procedures: Many<'fact_procedures'>;
    imaging_studies: Many<'imaging_studies'>;
    invoices: Many<'invoices'>;
    locations: One<'locations'>;
    medical_records: Many<'medical_records'>;
    patient_conditions: Many<'patient_conditions'>;
    patients: One<'patients'>;
    perio_measurements: Many<'perio_measurements'>;
    'practitioners!provider_id': One<'practitioners'>;
    'practitioners!supervisor_id': One<'practitioners'>;
    procedures: Many<'procedures'>;
    referrals: Many<'referrals'>;
    tenants: One<'tenants'>;
    tooth_chart_snapshots: Many<'tooth_chart_snapshots'>;
    treatment_plans: Many<'treatment_plans'>;
    vital_signs: Many<'vital_signs'>;
}

/** A kind or model of device that a practice or laboratory works with (FHIR DeviceDefinition). */
export interface EquipmentReferenceRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** Name of the device. */
    name: string;
    /** What kind of device it is. */
    category: EquipmentCategory;
    /** Who makes it; empty for a kind of device. */
    manufacturer: string;
    /** The maker's name for the model; empty for a kind of device. */
    model_name: string;
    /** Device identifier of its unique device identification (UDI-DI). */
    udi_di: string | null;
    /** Coding system of its code. */
    code_system: string | null;
    /** Its code. */
    code: string | null;
    /** Modality of its images, as DICOM writes it (0008,0060): IO, PX, CT. */
    dicom_modality: string | null;
    /** Formats of the files that it makes or takes. */
    file_formats: string[];
    /** Whether the law on radiation protection covers it. */
    emits_ionising_radiation: boolean;
    /** Days from one maintenance to the next. */
    maintenance_interval_days: number | null;
    /** Technical facts of the device. */
    specifications: Record<string, unknown>;
    /** Whether it may still be chosen. */
    is_active: boolean;
}
export interface EquipmentReferenceEmbeds {
    code_values: One<'code_values'>;
    department_equipment: Many<'department_equipment'>;
}

/** Someone asks that their data be erased (GDPR article 17). It outlives what it erased. */
export interface ErasureRequestsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** Whose data it is. */
    subject_type: SubjectType;
    /** The patient or member; no foreign key, so that the request outlives them. */
    subject_id: Id;
    /** How far it is. */
    status: ErasureStatus;
    /** How the data is erased. */
    method: ErasureMethod | null;
    /** Who asked, where not the subject: a guardian or lawyer. */
    requested_by_name: string | null;
    /** When it came in. */
    received_at: Time;
    /** Until when it must be answered (GDPR article 12: one month). */
    due_at: Time;
    /** When it was clear that the right person asks. */
    verified_at: Time | null;
    /** When it was decided. */
    decided_at: Time | null;
    /** Who decided. */
    decided_by: Id | null;
    /** Why it was decided so; a refusal needs it. */
    decision_reason: string | null;
    /** The job that erases. */
    job_id: Id | null;
    /** When everything was erased. */
    completed_at: Time | null;
    /** What was erased and what was kept, in numbers by resource, and why. */
    report: Record<string, unknown>;
}
export interface ErasureRequestsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    jobs: One<'jobs'>;
    members: One<'members'>;
    tenants: One<'tenants'>;
}

/** A person or practice outside of the tenant: relative, guardian, family doctor, specialist (FHIR RelatedPerson, Practitioner). */
export interface ExternalContactsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Given name. */
    first_name: string | null;
    /** Family name. */
    last_name: string | null;
    /** Practice, hospital or company. */
    organization_name: string | null;
    /** What the person does, where that matters: paediatrician, lawyer. */
    profession: string | null;
    /** E-mail address. */
    email: string | null;
    /** Mobile telephone number. */
    phone_mobile: string | null;
    /** Home telephone number. */
    phone_home: string | null;
    /** Telephone number at work. */
    phone_work: string | null;
    /** Fax number. */
    fax: string | null;
    /** Postal address. */
    address_text: string | null;
    /** Language that the person prefers (BCP 47). */
    preferred_language: string | null;
    /** What is worth knowing. */
    notes: string | null;
}
export type ExternalContactsNew = Partial<Pick<ExternalContactsRow, 'first_name' | 'last_name' | 'organization_name' | 'profession' | 'email' | 'phone_mobile' | 'phone_home' | 'phone_work' | 'fax' | 'address_text' | 'preferred_language' | 'notes'>>;
export type ExternalContactsChange = Partial<Pick<ExternalContactsRow, 'first_name' | 'last_name' | 'organization_name' | 'profession' | 'email' | 'phone_mobile' | 'phone_home' | 'phone_work' | 'fax' | 'address_text' | 'preferred_language' | 'notes'>>;
export interface ExternalContactsEmbeds {
    appointment_participants: Many<'appointment_participants'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    patient_relationships: Many<'patient_relationships'>;
    referrals: Many<'referrals'>;
    tenants: One<'tenants'>;
}

/** Catalog of the systems and kinds of systems that a tenant can be connected to. */
export interface ExternalSystemsRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** Short name. */
    code: string;
    /** Name of the system or kind of system. */
    name: string;
    /** What kind of system it is. */
    system_type: ExternalSystemType;
    /** Who makes it. */
    vendor: string | null;
    /** What it is connected for. */
    description: string | null;
    /** What it speaks: fhir, dicom, dicomweb, hl7v2, x12, rest, … */
    protocols: string[];
    /** Where its interface is described. */
    documentation_url: string | null;
    /** Whether new connections to it can be made. */
    is_active: boolean;
}
export interface ExternalSystemsEmbeds {
    tenant_integrations: Many<'tenant_integrations'>;
}

/** Fact: a run of an AI model, its findings and what people said of them. */
export interface FactAiInferencesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier of the run. */
    id: Id | null;
    /** Day of the run. */
    time_key: number | null;
    /** The patient. */
    patient_id: Id | null;
    /** The model. */
    model_id: Id | null;
    /** The version of the model. */
    model_version_id: Id | null;
    /** Name of the version. */
    version_tag: string | null;
    /** What was analysed. */
    input_type: AiInputType | null;
    /** How it ended. */
    status: AiInferenceStatus | null;
    /** How long it took, in milliseconds. */
    duration_ms: number | null;
    /** Number of findings. */
    prediction_count: number | null;
    /** Mean confidence of the findings, 0 to 1. */
    average_confidence: number | null;
    /** Findings that a person confirmed. */
    confirmed_count: number | null;
    /** Findings that a person rejected. */
    rejected_count: number | null;
    /** Findings that a person corrected. */
    edited_count: number | null;
    /** Findings that nobody has judged. */
    unreviewed_count: number | null;
}
export interface FactAiInferencesEmbeds {
    ai_analyses: Many<'ai_analyses'>;
    ai_model_versions: One<'ai_model_versions'>;
    ai_models: One<'ai_models'>;
    ai_predictions: Many<'ai_predictions'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    image_annotations: Many<'image_annotations'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
}

/** Fact: an appointment of whichever kind. */
export interface FactAppointmentsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier of the appointment. */
    id: Id | null;
    /** Day of the appointment. */
    time_key: number | null;
    /** Hour in which it begins, 0 to 23. */
    hour_of_day: number | null;
    /** What it is for. */
    appointment_type: AppointmentType | null;
    /** The patient. */
    patient_id: Id | null;
    /** Who sees the patient. */
    provider_id: Id | null;
    /** Where it is. */
    location_id: Id | null;
    /** The case that it is about. */
    case_id: Id | null;
    /** How far it is. */
    status: AppointmentStatus | null;
    /** Planned length, in minutes. */
    duration_minutes: number | null;
    /** Days from its booking to the appointment. */
    lead_days: number | null;
    /** Whether it was cancelled. */
    is_cancelled: boolean | null;
    /** Whether the patient did not come. */
    is_no_show: boolean | null;
}
export interface FactAppointmentsEmbeds {
    cases: One<'cases'>;
    dim_location: One<'dim_location'>;
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: Many<'encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    locations: One<'locations'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    tenants: One<'tenants'>;
}

/** Fact: a claim and what came of it. Amounts in minor units. */
export interface FactClaimsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier of the claim. */
    id: Id | null;
    /** Day on which it was first sent, or made. */
    time_key: number | null;
    /** The patient. */
    patient_id: Id | null;
    /** Who is to pay. */
    payer_id: Id | null;
    /** Who treated the patient. */
    provider_id: Id | null;
    /** Where the patient was treated. */
    location_id: Id | null;
    /** The visit. */
    encounter_id: Id | null;
    /** Whether payment is asked for, or what the payer would pay. */
    use: ClaimUse | null;
    /** How far it is. */
    status: ClaimStatus | null;
    /** Number of services. */
    line_count: number | null;
    /** How often it was sent. */
    submission_count: number | null;
    /** Currency of the amounts (ISO 4217). */
    currency: string | null;
    /** What is charged. */
    total_billed_amount: number | null;
    /** What the payer allows. */
    total_allowed_amount: number | null;
    /** What the payer paid. */
    total_paid_amount: number | null;
    /** What is left to the patient. */
    patient_responsibility_amount: number | null;
    /** Days from the first sending to the decision. */
    days_to_adjudication: number | null;
    /** Days from the first sending to the payment. */
    days_to_payment: number | null;
    /** Whether the payer ever denied it. */
    was_denied: boolean | null;
    /** Whether a decision was appealed. */
    was_appealed: boolean | null;
}
export interface FactClaimsEmbeds {
    claim_lines: Many<'claim_lines'>;
    claim_status_events: Many<'claim_status_events'>;
    claims: Many<'claims'>;
    dim_location: One<'dim_location'>;
    dim_payer: One<'dim_payer'>;
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    documents: Many<'documents'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    locations: One<'locations'>;
    patients: One<'patients'>;
    payers: One<'payers'>;
    payments: Many<'payments'>;
    practitioners: One<'practitioners'>;
    tenants: One<'tenants'>;
}

/** Fact: a visit. */
export interface FactEncountersRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier of the visit. */
    id: Id | null;
    /** Day of the visit. */
    time_key: number | null;
    /** The patient. */
    patient_id: Id | null;
    /** Where it was. */
    location_id: Id | null;
    /** Who saw the patient. */
    provider_id: Id | null;
    /** The leading diagnosis. */
    condition_id: Id | null;
    /** What kind of visit it was. */
    encounter_type: EncounterType | null;
    /** How it ended. */
    status: EncounterStatus | null;
    /** Minutes from the planned time to the arrival; below zero is early. */
    arrival_delay_minutes: number | null;
    /** Minutes from arrival to departure. */
    duration_minutes: number | null;
    /** Number of diagnoses. */
    diagnosis_count: number | null;
    /** Number of treatments. */
    procedure_count: number | null;
}
export interface FactEncountersEmbeds {
    ai_outcome_links: Many<'ai_outcome_links'>;
    claims: Many<'claims'>;
    clinical_notes: Many<'clinical_notes'>;
    clinical_outcomes: Many<'clinical_outcomes'>;
    dental_photos: Many<'dental_photos'>;
    diagnostic_reports: Many<'diagnostic_reports'>;
    dim_location: One<'dim_location'>;
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    documents: Many<'documents'>;
    encounter_diagnoses: Many<'encounter_diagnoses'>;
    fact_claims: Many<'fact_claims'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    fact_procedures: Many<'fact_procedures'>;
    imaging_studies: Many<'imaging_studies'>;
    invoices: Many<'invoices'>;
    locations: One<'locations'>;
    medical_records: Many<'medical_records'>;
    patient_conditions: Many<'patient_conditions'>;
    patients: One<'patients'>;
    perio_measurements: Many<'perio_measurements'>;
    practitioners: One<'practitioners'>;
    procedures: Many<'procedures'>;
    referrals: Many<'referrals'>;
    tenants: One<'tenants'>;
    tooth_chart_snapshots: Many<'tooth_chart_snapshots'>;
    treatment_plans: Many<'treatment_plans'>;
    vital_signs: Many<'vital_signs'>;
}

/** Fact: a patient, the month in which they came to the practice, their segment, and whether they came back. */
export interface FactPatientCohortsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier of the patient. */
    id: Id | null;
    /** The patient. */
    patient_id: Id | null;
    /** The segment that the patient belongs to now. */
    patient_segment_id: Id | null;
    /** Age in years, in bands. */
    age_band: string | null;
    /** Sex at birth. */
    sex_at_birth: SexAtBirth | null;
    /** Whether the patient is in care. */
    status: PatientStatus | null;
    /** Whether the patient has a policy that has not ended. */
    is_insured: boolean | null;
    /** Where the patient is usually seen. */
    location_id: Id | null;
    /** Who usually treats the patient. */
    provider_id: Id | null;
    /** Day on which the patient was registered. */
    time_key: number | null;
    /** First day of the month in which the patient was registered. */
    cohort_month: Day | null;
    /** First visit. */
    first_encounter_at: Time | null;
    /** Last visit. */
    last_encounter_at: Time | null;
    /** Number of visits. */
    encounter_count: number | null;
    /** Whether the patient came within a year. */
    is_recent: boolean | null;
}
export interface FactPatientCohortsEmbeds {
    ai_diagnoses: Many<'ai_diagnoses'>;
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    ai_predictions: Many<'ai_predictions'>;
    appointment_participants: Many<'appointment_participants'>;
    appointments: Many<'appointments'>;
    cases: Many<'cases'>;
    claims: Many<'claims'>;
    clinical_note_amendments: Many<'clinical_note_amendments'>;
    clinical_notes: Many<'clinical_notes'>;
    clinical_outcomes: Many<'clinical_outcomes'>;
    consents: Many<'consents'>;
    conversation_participants: Many<'conversation_participants'>;
    conversations: Many<'conversations'>;
    data_exports: Many<'data_exports'>;
    dental_photos: Many<'dental_photos'>;
    diagnostic_reports: Many<'diagnostic_reports'>;
    dim_location: One<'dim_location'>;
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    'documents!patient_id': Many<'documents'>;
    'documents!signer_patient_id': Many<'documents'>;
    encounter_diagnoses: Many<'encounter_diagnoses'>;
    encounters: Many<'encounters'>;
    fact_ai_inferences: Many<'fact_ai_inferences'>;
    fact_appointments: Many<'fact_appointments'>;
    fact_claims: Many<'fact_claims'>;
    fact_encounters: Many<'fact_encounters'>;
    fact_procedures: Many<'fact_procedures'>;
    fhir_resources: Many<'fhir_resources'>;
    imaging_studies: Many<'imaging_studies'>;
    invoices: Many<'invoices'>;
    locations: One<'locations'>;
    medical_records: Many<'medical_records'>;
    messages: Many<'messages'>;
    notifications: Many<'notifications'>;
    patient_addresses: Many<'patient_addresses'>;
    patient_allergies: Many<'patient_allergies'>;
    patient_conditions: Many<'patient_conditions'>;
    patient_identifiers: Many<'patient_identifiers'>;
    'patient_insurance_policies!patient_id': Many<'patient_insurance_policies'>;
    'patient_insurance_policies!subscriber_patient_id': Many<'patient_insurance_policies'>;
    patient_medical_history: Many<'patient_medical_history'>;
    patient_medications: Many<'patient_medications'>;
    patient_profiles: Many<'patient_profiles'>;
    'patient_relationships!patient_id': Many<'patient_relationships'>;
    'patient_relationships!related_patient_id': Many<'patient_relationships'>;
    patient_social_history: Many<'patient_social_history'>;
    perio_measurements: Many<'perio_measurements'>;
    practitioners: One<'practitioners'>;
    procedures: Many<'procedures'>;
    referrals: Many<'referrals'>;
    research_dataset_members: Many<'research_dataset_members'>;
    tenants: One<'tenants'>;
    tooth_chart_snapshots: Many<'tooth_chart_snapshots'>;
    treatment_plan_items: Many<'treatment_plan_items'>;
    treatment_plans: Many<'treatment_plans'>;
    v_doctor_priority_queue: Many<'v_doctor_priority_queue'>;
    v_patient_reports: Many<'v_patient_reports'>;
    vital_signs: Many<'vital_signs'>;
    workflow_instances: Many<'workflow_instances'>;
}

/** Fact: a treatment that was done. */
export interface FactProceduresRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier of the treatment. */
    id: Id | null;
    /** Day of the treatment. */
    time_key: number | null;
    /** The patient. */
    patient_id: Id | null;
    /** The visit. */
    encounter_id: Id | null;
    /** Where it was done. */
    location_id: Id | null;
    /** Who did it. */
    provider_id: Id | null;
    /** The service, in dim_procedure. */
    procedure_id: Id | null;
    /** How it ended. */
    status: ProcedureStatus | null;
    /** Tooth number, FDI two-digit notation (ISO 3950). */
    tooth_number: number | null;
    /** How many. */
    quantity: number | null;
    /** Minutes that it took. */
    duration_minutes: number | null;
    /** Fee, in minor units of the currency. */
    fee_amount: number | null;
    /** Currency of the fee (ISO 4217). */
    currency: string | null;
}
export interface FactProceduresEmbeds {
    ai_outcome_links: Many<'ai_outcome_links'>;
    claim_lines: Many<'claim_lines'>;
    clinical_outcomes: Many<'clinical_outcomes'>;
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    invoice_items: Many<'invoice_items'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    procedure_materials: Many<'procedure_materials'>;
    tenants: One<'tenants'>;
    treatment_plan_procedures: Many<'treatment_plan_procedures'>;
}

/** The fee for one service in a list of fees. */
export interface FeeScheduleItemsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The list. */
    fee_schedule_id: Id;
    /** The service. */
    procedure_catalog_id: Id;
    /** What is charged, in minor units of the list's currency. */
    fee_amount: number;
    /** Most that the payer allows, in minor units of the list's currency. */
    allowed_amount: number | null;
    /** Share of the allowed amount that the payer bears, in per cent. */
    coverage_percent: number | null;
}
export type FeeScheduleItemsNew = Pick<FeeScheduleItemsRow, 'fee_schedule_id' | 'procedure_catalog_id' | 'fee_amount'> & Partial<Pick<FeeScheduleItemsRow, 'allowed_amount' | 'coverage_percent'>>;
export type FeeScheduleItemsChange = Partial<Pick<FeeScheduleItemsRow, 'fee_schedule_id' | 'procedure_catalog_id' | 'fee_amount' | 'allowed_amount' | 'coverage_percent'>>;
export interface FeeScheduleItemsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fee_schedules: One<'fee_schedules'>;
    procedure_catalog: One<'procedure_catalog'>;
    tenants: One<'tenants'>;
}

/** A list of fees: of the tenant, of one place, or agreed with one payer. */
export interface FeeSchedulesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Name of the list. */
    name: string;
    /** The place that it is for; empty for all. */
    location_id: Id | null;
    /** The payer that it was agreed with; empty for everyone. */
    payer_id: Id | null;
    /** Currency of the fees (ISO 4217). */
    currency: string;
    /** First day on which it counts. */
    valid_from: Day;
    /** Last day on which it counts. */
    valid_until: Day | null;
    /** Whether it is used. */
    is_active: boolean;
    /** What else was agreed. */
    notes: string | null;
}
export type FeeSchedulesNew = Pick<FeeSchedulesRow, 'name' | 'currency'> & Partial<Pick<FeeSchedulesRow, 'location_id' | 'payer_id' | 'valid_from' | 'valid_until' | 'is_active' | 'notes'>>;
export type FeeSchedulesChange = Partial<Pick<FeeSchedulesRow, 'name' | 'location_id' | 'payer_id' | 'currency' | 'valid_from' | 'valid_until' | 'is_active' | 'notes'>>;
export interface FeeSchedulesEmbeds {
    dim_location: One<'dim_location'>;
    dim_payer: One<'dim_payer'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fee_schedule_items: Many<'fee_schedule_items'>;
    locations: One<'locations'>;
    payers: One<'payers'>;
    tenants: One<'tenants'>;
}

/** Cache of FHIR resources, made here or received: for answers and transformations, never the truth itself. */
export interface FhirResourcesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The connection that it came by; empty for one made here. */
    tenant_integration_id: Id | null;
    /** FHIR resource type: Patient, Observation, Procedure, … */
    resource_type: string;
    /** Logical id of the resource at its source. */
    fhir_id: string;
    /** Version of FHIR that it is written in. */
    fhir_version: string;
    /** Version of the resource, meta.versionId. */
    version_id: string | null;
    /** Canonical address of the profile that it follows. */
    profile: string | null;
    /** The patient that it is about. */
    patient_id: Id | null;
    /** The resource of the API that it stands for. */
    source_type: string | null;
    /** Identifier of the row that it stands for. */
    source_id: Id | null;
    /** The resource, as FHIR JSON. */
    content: unknown;
    /** When it was last changed at its source, meta.lastUpdated. */
    last_updated: Time | null;
    /** When the copy is to be made anew. */
    expires_at: Time | null;
}
export interface FhirResourcesEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    patients: One<'patients'>;
    tenant_integrations: One<'tenant_integrations'>;
    tenants: One<'tenants'>;
}

/** Something that a person or a model marked on an image: box, outline, measurement, label. Its version counts its changes. */
export interface ImageAnnotationsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The image. */
    imaging_object_id: Id;
    /** Whether a person or a model marked it. */
    source_type: AnnotationSource;
    /** The member who marked it; empty for a model. */
    author_user_id: Id | null;
    /** The version of the model that marked it. */
    model_version_id: Id | null;
    /** The run of the model that marked it. */
    inference_job_id: Id | null;
    /** In what way it is marked. */
    annotation_type: AnnotationType;
    /** Frame or slice that it is on, from 1; empty for a single image. */
    frame_number: number | null;
    /** Points [x, y] or [x, y, z] in pixels from the upper left: coordinates (corners of a box, ends of a line) or polygons. */
    geometry: { coordinates?: number[][]; polygons?: number[][][] };
    /** Stored picture of a mask. */
    mask_object_id: Id | null;
    /** What was measured. */
    measured_value: number | null;
    /** Unit of what was measured. */
    measured_unit: MeasurementUnit | null;
    /** Coding system of the label. */
    label_code_system: string | null;
    /** Code of the condition that is marked. */
    label_code: string | null;
    /** What is marked, in words. */
    label: string | null;
    /** Tooth that it is about, FDI two-digit notation (ISO 3950). */
    tooth_number: number | null;
    /** Surfaces of the tooth. */
    surface: ToothSurface[];
    /** How sure the model is, 0 to 1. */
    confidence: number | null;
    /** What the author says about it. */
    note: string | null;
    /** The annotation that this one takes the place of, such as a correction of what a model marked. */
    supersedes_id: Id | null;
}
export type ImageAnnotationsNew = Pick<ImageAnnotationsRow, 'imaging_object_id' | 'annotation_type'> & Partial<Pick<ImageAnnotationsRow, 'frame_number' | 'geometry' | 'measured_value' | 'measured_unit' | 'label_code_system' | 'label_code' | 'label' | 'tooth_number' | 'surface' | 'note' | 'supersedes_id'>>;
export type ImageAnnotationsChange = Partial<Pick<ImageAnnotationsRow, 'imaging_object_id' | 'annotation_type' | 'frame_number' | 'geometry' | 'measured_value' | 'measured_unit' | 'label_code_system' | 'label_code' | 'label' | 'tooth_number' | 'surface' | 'note' | 'supersedes_id'>>;
export interface ImageAnnotationsEmbeds {
    ai_inference_jobs: One<'ai_inference_jobs'>;
    ai_model_versions: One<'ai_model_versions'>;
    ai_predictions: Many<'ai_predictions'>;
    ai_review_events: Many<'ai_review_events'>;
    code_values: One<'code_values'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_ai_inferences: One<'fact_ai_inferences'>;
    image_annotations: Many<'image_annotations'>;
    imaging_objects: One<'imaging_objects'>;
    members: One<'members'>;
    supersedes_id: One<'image_annotations'>;
    tenants: One<'tenants'>;
}

/** One image, volume, surface or film of a study (DICOM SOP Instance). */
export interface ImagingObjectsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The study. */
    study_id: Id;
    /** The series, where the study has any. */
    series_id: Id | null;
    /** SOP Instance UID of DICOM (0008,0018); empty for what is not DICOM. */
    sop_instance_uid: string | null;
    /** What kind of DICOM object it is (0008,0016). */
    sop_class_uid: string | null;
    /** How its pixels are encoded (0002,0010). */
    transfer_syntax_uid: string | null;
    /** Place in the series (0020,0013). */
    instance_number: number | null;
    /** Format, found in its content. */
    object_type: ImagingFormat;
    /** Media type. */
    media_type: string;
    /** Number of bytes. */
    size_bytes: number;
    /** SHA-256 of the bytes, in hexadecimal. */
    checksum: string;
    /** The stored bytes. */
    object_id: Id;
    /** A small picture of it. */
    preview_object_id: Id | null;
    /** Columns of pixels. */
    width: number | null;
    /** Rows of pixels. */
    height: number | null;
    /** Slices of a volume (CBCT). */
    depth_slices: number | null;
    /** Frames of a film or of a multi-frame image (0028,0008). */
    frame_count: number | null;
    /** Bits of a sample (0028,0101). */
    bits_stored: number | null;
    /** What the samples mean (0028,0004): MONOCHROME1, MONOCHROME2, RGB. */
    photometric_interpretation: string | null;
    /** Distance from one row to the next, in millimetres (0028,0030). */
    pixel_spacing_row_mm: number | null;
    /** Distance from one column to the next, in millimetres (0028,0030). */
    pixel_spacing_column_mm: number | null;
    /** Distance from one slice to the next, in millimetres. */
    slice_spacing_mm: number | null;
    /** When it was taken. */
    acquired_at: Time | null;
    /** Whether it came so from the device, rather than being made from another (0008,0008). */
    is_original: boolean;
    /** The object that it was made from. */
    derived_from_id: Id | null;
    /** The job that made it. */
    created_by_job: Id | null;
    /** What was done to it, step by step. */
    processing_pipeline: ({ parameters?: Record<string, unknown>; step: string; version?: string })[];
    /** Quality of the image, 0 to 100. */
    quality_score: number | null;
    /** Whether text about the patient is in the pixels (0028,0301); empty while that is not known. */
    has_burned_in_annotation: boolean | null;
    /** Its DICOM attributes without the pixels (DICOM JSON model, PS3.18 annex F). */
    dicom_metadata: Record<string, unknown>;
    /** Further facts about it. */
    metadata: Record<string, unknown>;
}
export type ImagingObjectsChange = Partial<Pick<ImagingObjectsRow, 'series_id' | 'instance_number' | 'acquired_at' | 'has_burned_in_annotation' | 'metadata'>>;
export interface ImagingObjectsEmbeds {
    ai_predictions: Many<'ai_predictions'>;
    derived_from_id: One<'imaging_objects'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    image_annotations: Many<'image_annotations'>;
    imaging_objects: Many<'imaging_objects'>;
    imaging_series: One<'imaging_series'>;
    imaging_studies: One<'imaging_studies'>;
    jobs: One<'jobs'>;
    report_images: Many<'report_images'>;
    tenants: One<'tenants'>;
}

/** Images of a study that belong together: one volume, one full-mouth set (DICOM Series). */
export interface ImagingSeriesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The study. */
    study_id: Id;
    /** Series Instance UID of DICOM (0020,000E); empty for what is not DICOM. */
    series_uid: string | null;
    /** Place among the series of the study (0020,0011). */
    series_number: number | null;
    /** How the images were made; empty where the study says it. */
    modality: ImagingModality | null;
    /** The same as DICOM writes it (0008,0060). */
    dicom_modality: string | null;
    /** Part of the body that it shows (0018,0015). */
    body_part: string | null;
    /** Side that it shows (0020,0060). */
    laterality: ImageLaterality | null;
    /** What it shows, in a few words (0008,103E). */
    description: string | null;
    /** Protocol of the device (0018,1030). */
    protocol_name: string | null;
    /** Series with the same one lie in the same coordinates (0020,0052). */
    frame_of_reference_uid: string | null;
    /** When its first image was taken. */
    started_at: Time | null;
    /** Further facts about the series. */
    metadata: Record<string, unknown>;
}
export type ImagingSeriesNew = Pick<ImagingSeriesRow, 'study_id'> & Partial<Pick<ImagingSeriesRow, 'series_uid' | 'series_number' | 'modality' | 'dicom_modality' | 'body_part' | 'laterality' | 'description' | 'protocol_name' | 'frame_of_reference_uid' | 'started_at' | 'metadata'>>;
export type ImagingSeriesChange = Partial<Pick<ImagingSeriesRow, 'study_id' | 'series_uid' | 'series_number' | 'modality' | 'dicom_modality' | 'body_part' | 'laterality' | 'description' | 'protocol_name' | 'frame_of_reference_uid' | 'started_at' | 'metadata'>>;
export interface ImagingSeriesEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    imaging_objects: Many<'imaging_objects'>;
    imaging_studies: One<'imaging_studies'>;
    tenants: One<'tenants'>;
}

/** The images of one examination of a patient (DICOM Study, FHIR ImagingStudy). */
export interface ImagingStudiesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** The visit during which it was made. */
    encounter_id: Id | null;
    /** Where it was made. */
    location_id: Id | null;
    /** Study Instance UID of DICOM (0020,000D); empty for what is not DICOM. */
    study_uid: string | null;
    /** Number of the order (0008,0050). */
    accession_number: string | null;
    /** How the images were made. */
    modality: ImagingModality;
    /** The same as DICOM writes it (0008,0060): IO, PX, CT, XC. */
    dicom_modality: string | null;
    /** Part of the body that was examined (0018,0015). */
    body_part: string | null;
    /** Side that was examined. */
    laterality: ImageLaterality | null;
    /** What was examined, in a few words (0008,1030). */
    description: string | null;
    /** Why it was made: the indication that the law on radiation protection asks for. */
    reason: string | null;
    /** When the images were taken. */
    acquisition_datetime: Time;
    /** The practitioner who asked for it. */
    referring_provider_id: Id | null;
    /** The device that made it. */
    performing_device_id: Id | null;
    /** The member who took the images. */
    performed_by: Id | null;
    /** What kind of system it came from. */
    source_system: ImagingSource;
    /** Its identifier in that system. */
    source_identifier: string | null;
    /** Whether its images are there. */
    status: ImagingStudyStatus;
    /** Dose area product of the whole study, in milligray square centimetres. */
    dose_area_product_mgycm2: number | null;
    /** Free labels. */
    tags: unknown[];
    /** Further facts about the study. */
    metadata: Record<string, unknown>;
}
export type ImagingStudiesNew = Pick<ImagingStudiesRow, 'patient_id' | 'modality'> & Partial<Pick<ImagingStudiesRow, 'encounter_id' | 'location_id' | 'study_uid' | 'accession_number' | 'dicom_modality' | 'body_part' | 'laterality' | 'description' | 'reason' | 'acquisition_datetime' | 'referring_provider_id' | 'performing_device_id' | 'performed_by' | 'source_system' | 'source_identifier' | 'status' | 'dose_area_product_mgycm2' | 'tags' | 'metadata'>>;
export type ImagingStudiesChange = Partial<Pick<ImagingStudiesRow, 'patient_id' | 'encounter_id' | 'location_id' | 'study_uid' | 'accession_number' | 'modality' | 'dicom_modality' | 'body_part' | 'laterality' | 'description' | 'reason' | 'acquisition_datetime' | 'referring_provider_id' | 'performing_device_id' | 'performed_by' | 'source_system' | 'source_identifier' | 'status' | 'dose_area_product_mgycm2' | 'tags' | 'metadata'>>;
export interface ImagingStudiesEmbeds {
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    department_equipment: One<'department_equipment'>;
    diagnostic_reports: Many<'diagnostic_reports'>;
    dicom_transactions: Many<'dicom_transactions'>;
    dim_location: One<'dim_location'>;
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    imaging_objects: Many<'imaging_objects'>;
    imaging_series: Many<'imaging_series'>;
    locations: One<'locations'>;
    members: One<'members'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    tenants: One<'tenants'>;
}

/** Why a row of an import was refused: the first thousand of an import. Holds no value of a row. */
export interface ImportErrorsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The import. */
    import_id: Id;
    /** Which row: 1 is the first; 0 is the file as a whole or its header. */
    row_number: number;
    /** What programs go by. */
    code: string;
    /** The column that it is about, where it is about one. */
    field: string | null;
    /** What people read. */
    message: string;
}
export interface ImportErrorsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    imports: One<'imports'>;
    tenants: One<'tenants'>;
}

/** A file of rows of one resource that somebody brought, and what became of it. */
export interface ImportsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The resource that the rows are of. */
    resource: string;
    /** csv or ndjson. */
    format: ImportFormat;
    /** The bytes of the file; empty when they were thrown away, 30 days after the end. */
    object_id: Id | null;
    /** Bytes of the file. */
    size_bytes: number;
    /** Whether everything is tried and nothing kept. */
    dry_run: boolean;
    /** stop: nothing is kept if a row is refused; skip: the other rows are. */
    on_error: ImportPolicy;
    /** pending, checking, writing; then completed, refused (a row was, so nothing is kept), failed or cancelled. */
    status: ImportStatus;
    /** Bytes of the file that were read, in the present pass through it. */
    bytes_read: number;
    /** Rows that were read, in the present pass through the file. */
    rows_read: number;
    /** Rows that were written; of a dry run, those that would be. */
    rows_written: number;
    /** Rows that were refused. */
    rows_refused: number;
    /** Rows from the beginning whose outcome is kept; another attempt goes on behind them. */
    rows_settled: number;
    /** When a file too large for one transaction was found sound and its writing began. */
    checked_at: Time | null;
    /** When it ended. */
    finished_at: Time | null;
    /** The job that does it. */
    job_id: Id;
}
export interface ImportsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    import_errors: Many<'import_errors'>;
    jobs: One<'jobs'>;
    members: One<'members'>;
    tenants: One<'tenants'>;
}

/** What a connection signs in with, encrypted field by field. */
export interface IntegrationCredentialsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The connection. */
    tenant_integration_id: Id;
    /** Name of the credentials, where a connection has several. */
    name: string;
    /** When they end. */
    expires_at: Time | null;
    /** When they were last renewed. */
    rotated_at: Time | null;
    /** When they were last used. */
    last_used_at: Time | null;
}
export interface IntegrationCredentialsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenant_integrations: One<'tenant_integrations'>;
    tenants: One<'tenants'>;
}

/** A thing that is kept in stock, and how much of it there is. */
export interface InventoryItemsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The tenant's own number for the item. */
    sku: string | null;
    /** Name of the item. */
    name: string;
    /** What it is. */
    description: string | null;
    /** What kind of thing it is. */
    category: InventoryCategory;
    /** Who supplies it. */
    supplier_id: Id | null;
    /** The supplier's number for it. */
    supplier_item_number: string | null;
    /** The dental material that it is. */
    material_id: Id | null;
    /** Where it is kept. */
    location_id: Id | null;
    /** The department that uses it. */
    department_id: Id | null;
    /** Shelf, drawer or cabinet. */
    storage_place: string | null;
    /** Barcode on its packing (GTIN or other). */
    barcode: string | null;
    /** Unit in which it is counted. */
    unit: string;
    /** What there is: the sum of its movements; below zero shows a movement that is missing. */
    quantity_on_hand: number;
    /** It is ordered when there is no more than this. */
    reorder_level: number;
    /** How much is ordered. */
    reorder_quantity: number | null;
    /** Cost of one unit, in minor units of the currency. */
    unit_cost_amount: number | null;
    /** Currency of the cost (ISO 4217). */
    currency: string | null;
    /** Whether movements must name the lot. */
    is_lot_tracked: boolean;
    /** Whether it is still used. */
    is_active: boolean;
    /** Free labels. */
    tags: unknown[];
}
export type InventoryItemsNew = Pick<InventoryItemsRow, 'name'> & Partial<Pick<InventoryItemsRow, 'sku' | 'description' | 'category' | 'supplier_id' | 'supplier_item_number' | 'material_id' | 'location_id' | 'department_id' | 'storage_place' | 'barcode' | 'unit' | 'reorder_level' | 'reorder_quantity' | 'unit_cost_amount' | 'currency' | 'is_lot_tracked' | 'is_active' | 'tags'>>;
export type InventoryItemsChange = Partial<Pick<InventoryItemsRow, 'sku' | 'name' | 'description' | 'category' | 'supplier_id' | 'supplier_item_number' | 'material_id' | 'location_id' | 'department_id' | 'storage_place' | 'barcode' | 'unit' | 'reorder_level' | 'reorder_quantity' | 'unit_cost_amount' | 'currency' | 'is_lot_tracked' | 'is_active' | 'tags'>>;
export interface InventoryItemsEmbeds {
    departments: One<'departments'>;
    dim_location: One<'dim_location'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    inventory_transactions: Many<'inventory_transactions'>;
    invoice_items: Many<'invoice_items'>;
    locations: One<'locations'>;
    material_reference: One<'material_reference'>;
    procedure_materials: Many<'procedure_materials'>;
    suppliers: One<'suppliers'>;
    tenants: One<'tenants'>;
}

/** A movement of stock. Movements are only added; a mistake is set right by an adjustment. */
export interface InventoryTransactionsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The item. */
    item_id: Id;
    /** Why stock changed. */
    type: InventoryTransactionType;
    /** By how much, in the item's unit: above zero what comes in, below zero what goes out. */
    quantity: number;
    /** What there was afterwards. */
    balance_after: number;
    /** Cost of one unit, in minor units of the currency. */
    unit_cost_amount: number | null;
    /** Currency of the cost (ISO 4217). */
    currency: string | null;
    /** Lot of the maker. */
    lot_number: string | null;
    /** Last day on which the lot may be used. */
    expires_on: Day | null;
    /** The case that it was used for. */
    case_id: Id | null;
    /** The stage of production that it was used in. */
    workflow_stage_id: Id | null;
    /** Who supplied it. */
    supplier_id: Id | null;
    /** Who moved it; empty for the system. */
    performed_by: Id | null;
    /** When it was moved. */
    occurred_at: Time;
    /** Number of the order, delivery note or count. */
    reference: string | null;
    /** Why, in words. */
    reason: string | null;
}
export interface InventoryTransactionsEmbeds {
    cases: One<'cases'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    inventory_items: One<'inventory_items'>;
    members: One<'members'>;
    suppliers: One<'suppliers'>;
    tenants: One<'tenants'>;
    workflow_stages: One<'workflow_stages'>;
}

/** What there is of each item, and how it moved in the last 365 days. */
export interface InventoryTurnoverRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier of the item. */
    id: Id | null;
    /** The tenant's own number for the item. */
    sku: string | null;
    /** Name of the item. */
    name: string | null;
    /** What kind of thing it is. */
    category: InventoryCategory | null;
    /** Who supplies it. */
    supplier_id: Id | null;
    /** Unit of the quantities. */
    unit: string | null;
    /** What there is. */
    quantity_on_hand: number | null;
    /** It is ordered when there is no more than this. */
    reorder_level: number | null;
    /** Whether there is enough of it. */
    stock_status: StockStatus | null;
    /** What came in, in 365 days. */
    received_quantity: number | null;
    /** What was used, in 365 days. */
    used_quantity: number | null;
    /** What was damaged or written off, in 365 days. */
    lost_quantity: number | null;
    /** How often the average stock was used up, in 365 days. */
    turnover_rate: number | null;
    /** Days that the stock lasts, at the use of the last 365 days. */
    days_of_supply: number | null;
    /** Value of the stock, in minor units of the currency. */
    stock_value_amount: number | null;
    /** Currency of the value (ISO 4217). */
    currency: string | null;
    /** When it last moved. */
    last_movement_at: Time | null;
}
export interface InventoryTurnoverEmbeds {
}

/** A line of an invoice. */
export interface InvoiceItemsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The invoice. */
    invoice_id: Id;
    /** Its place among the lines. */
    position: number;
    /** What it charges for. */
    item_type: InvoiceItemType;
    /** What is charged, in words. */
    description: string;
    /** The case that was worked on. */
    case_id: Id | null;
    /** The treatment that was done. */
    procedure_id: Id | null;
    /** The service in the catalog. */
    procedure_catalog_id: Id | null;
    /** The material that was used. */
    inventory_item_id: Id | null;
    /** The reading that shows the use. */
    usage_meter_reading_id: Id | null;
    /** Day of the service. */
    service_date: Day | null;
    /** How many. */
    quantity: number;
    /** Price of one, in minor units of the invoice's currency; below zero for what is given back. */
    unit_amount: number;
    /** Discount on the line, in minor units. */
    discount_amount: number;
    /** Rate of tax, in per cent. */
    tax_rate: number;
    /** Amount of the line before tax, in minor units. */
    amount: number;
}
export interface InvoiceItemsEmbeds {
    cases: One<'cases'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_procedures: One<'fact_procedures'>;
    inventory_items: One<'inventory_items'>;
    invoices: One<'invoices'>;
    procedure_catalog: One<'procedure_catalog'>;
    procedures: One<'procedures'>;
    tenants: One<'tenants'>;
    usage_meter_readings: One<'usage_meter_readings'>;
}

/** An invoice of a laboratory, a practice or the platform. Once sent it stays; a correction is one of its own (FHIR Invoice). */
export interface InvoicesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Who charges whom. */
    kind: InvoiceKind;
    /** How far it is. */
    status: InvoiceStatus;
    /** The series that it is numbered in. */
    series: string | null;
    /** Its place in the series, without gaps; given when it is sent. */
    sequence_number: number | null;
    /** Number as it is printed, unique in the tenant. */
    invoice_number: string | null;
    /** The invoice that it corrects or credits. */
    corrects_invoice_id: Id | null;
    /** The case that it is for. */
    case_id: Id | null;
    /** The patient who is charged or treated. */
    patient_id: Id | null;
    /** The partner dentist who is charged. */
    dentist_id: Id | null;
    /** The visit that it is for. */
    encounter_id: Id | null;
    /** The place that charges. */
    location_id: Id | null;
    /** The billing account that the platform charges. */
    billing_account_id: Id | null;
    /** Name and address as printed: name, email, tax_number, line1 to postal_code, country (ISO 3166-1 alpha-2). */
    recipient: { city?: string; country?: string; email?: string; line1?: string; line2?: string; name?: string; postal_code?: string; region?: string; tax_number?: string };
    /** Date of the invoice. */
    issue_date: Day | null;
    /** First day of what is charged. */
    period_start: Day | null;
    /** Last day of what is charged. */
    period_end: Day | null;
    /** Day by which it must be paid. */
    due_date: Day | null;
    /** When it was sent. */
    sent_at: Time | null;
    /** When it was paid in full. */
    paid_at: Time | null;
    /** When it was cancelled. */
    cancelled_at: Time | null;
    /** Currency of all its amounts (ISO 4217). */
    currency: string;
    /** Sum of the lines before tax, in minor units. */
    subtotal_amount: number;
    /** Tax, in minor units. */
    tax_amount: number;
    /** What is to be paid, in minor units. */
    total_amount: number;
    /** What has been paid, in minor units. */
    paid_amount: number;
    /** What is still to be paid, in minor units. */
    balance_amount: number;
    /** The recipient's own reference, such as an order number. */
    reference: string | null;
    /** What is printed below the lines. */
    notes: string | null;
}
export type InvoicesNew = Pick<InvoicesRow, 'kind' | 'currency'> & Partial<Pick<InvoicesRow, 'corrects_invoice_id' | 'case_id' | 'patient_id' | 'dentist_id' | 'encounter_id' | 'location_id' | 'billing_account_id' | 'recipient' | 'issue_date' | 'period_start' | 'period_end' | 'due_date' | 'reference' | 'notes'>>;
export type InvoicesChange = Partial<Pick<InvoicesRow, 'kind' | 'corrects_invoice_id' | 'case_id' | 'patient_id' | 'dentist_id' | 'encounter_id' | 'location_id' | 'billing_account_id' | 'recipient' | 'issue_date' | 'period_start' | 'period_end' | 'due_date' | 'currency' | 'reference' | 'notes'>>;
export interface InvoicesEmbeds {
    cases: One<'cases'>;
    corrects_invoice_id: One<'invoices'>;
    dentist_profiles: One<'dentist_profiles'>;
    dim_location: One<'dim_location'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    invoice_items: Many<'invoice_items'>;
    invoices: Many<'invoices'>;
    locations: One<'locations'>;
    patients: One<'patients'>;
    payments: Many<'payments'>;
    tenant_billing_accounts: One<'tenant_billing_accounts'>;
    tenants: One<'tenants'>;
}

/** A piece of background work and how it goes. */
export interface JobsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The case that it works for. */
    case_id: Id | null;
    /** The file that it works on. */
    case_file_id: Id | null;
    /** What kind of work it is. */
    job_type: JobType;
    /** pending, processing, completed, failed or cancelled. */
    status: JobStatus;
    /** How soon it is done, among the others; waiting raises it. */
    priority: PriorityLevel;
    /** Its present ticket in the queue; older tickets are void. */
    queue_job_id: string | null;
    /** Its place in line: jobs begin in the order of their places. */
    place: Time;
    /** What is being done now. */
    stage: string | null;
    /** How much is done, 0 to 1. */
    progress: number;
    /** How often it was begun. */
    attempts: number;
    /** How often it may be begun. */
    max_attempts: number;
    /** What the work needs to know. */
    payload: unknown;
    /** What came of it, in short. */
    result: unknown;
    /** Why it failed: code and message. */
    error: unknown;
    /** Seconds spent in each stage. */
    timings: unknown;
    /** Not before this time. */
    run_at: Time;
    /** Given up after this time. */
    deadline_at: Time | null;
    /** When its last attempt began. */
    started_at: Time | null;
    /** Last sign of life of the worker. */
    heartbeat_at: Time | null;
    /** When it ended. */
    finished_at: Time | null;
    /** When someone asked to cancel it. */
    cancel_requested_at: Time | null;
    /** The worker that has or had it. */
    worker: string | null;
}
export interface JobsEmbeds {
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    'case_files!case_file_id': One<'case_files'>;
    'case_files!created_by_job': Many<'case_files'>;
    cases: One<'cases'>;
    data_exports: Many<'data_exports'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    erasure_requests: Many<'erasure_requests'>;
    imaging_objects: Many<'imaging_objects'>;
    imports: Many<'imports'>;
    members: One<'members'>;
    segments: Many<'segments'>;
    sync_jobs: Many<'sync_jobs'>;
    tenants: One<'tenants'>;
}

/** A protocol, a summary of evidence or a text for patients; what it says stands in its versions. */
export interface KnowledgeDocumentsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** What kind of knowledge it holds. */
    document_kind: KnowledgeKind;
    /** Short name for addresses. */
    slug: string;
    /** Title. */
    title: string;
    /** What it is about, in a few sentences. */
    summary: string | null;
    /** Field that it belongs to: endodontics, hygiene, radiation protection. */
    topic: string | null;
    /** Who it is written for. */
    audience: KnowledgeAudience;
    /** The member who keeps it up to date. */
    owner_id: Id | null;
    /** Coding system of what it is about. */
    code_system: string | null;
    /** Code of the condition or procedure that it is about. */
    code: string | null;
    /** Free labels. */
    tags: unknown[];
    /** Further facts about it. */
    metadata: Record<string, unknown>;
}
export type KnowledgeDocumentsNew = Pick<KnowledgeDocumentsRow, 'document_kind' | 'slug' | 'title'> & Partial<Pick<KnowledgeDocumentsRow, 'summary' | 'topic' | 'audience' | 'owner_id' | 'code_system' | 'code' | 'tags' | 'metadata'>>;
export type KnowledgeDocumentsChange = Partial<Pick<KnowledgeDocumentsRow, 'document_kind' | 'slug' | 'title' | 'summary' | 'topic' | 'audience' | 'owner_id' | 'code_system' | 'code' | 'tags' | 'metadata'>>;
export interface KnowledgeDocumentsEmbeds {
    code_values: One<'code_values'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    knowledge_versions: Many<'knowledge_versions'>;
    members: One<'members'>;
    tenants: One<'tenants'>;
}

/** A version of a document in another language or for another region. */
export interface KnowledgeLocalizationsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The version. */
    version_id: Id;
    /** Language (BCP 47). */
    language: string;
    /** Country (ISO 3166-1) or region (UN M.49) that it is for; 001 is everywhere. */
    region: string;
    /** Title. */
    title: string;
    /** What it says (Markdown). */
    content: string;
    /** How far it is. */
    status: KnowledgeStatus;
    /** The member who translated or adapted it. */
    translator_id: Id | null;
    /** Whether a machine translated it. */
    is_machine_translated: boolean;
    /** The member who checked it. */
    reviewer_id: Id | null;
    /** When it was checked. */
    reviewed_at: Time | null;
}
export type KnowledgeLocalizationsNew = Pick<KnowledgeLocalizationsRow, 'version_id' | 'language' | 'title' | 'content'> & Partial<Pick<KnowledgeLocalizationsRow, 'region' | 'translator_id' | 'is_machine_translated'>>;
export type KnowledgeLocalizationsChange = Partial<Pick<KnowledgeLocalizationsRow, 'version_id' | 'language' | 'region' | 'title' | 'content' | 'translator_id' | 'is_machine_translated'>>;
export interface KnowledgeLocalizationsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    knowledge_versions: One<'knowledge_versions'>;
    'members!reviewer_id': One<'members'>;
    'members!translator_id': One<'members'>;
    tenants: One<'tenants'>;
}

/** What a document said at a time: who wrote, reviewed and approved it. One version is published. */
export interface KnowledgeVersionsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The document. */
    document_id: Id;
    /** Number of the version, from 1. */
    version_number: number;
    /** How far it is. */
    status: KnowledgeStatus;
    /** Language that it was written in (BCP 47). */
    language: string;
    /** Title. */
    title: string;
    /** What it says (Markdown). */
    content: string;
    /** What is new since the version before. */
    change_summary: string | null;
    /** What it is founded on: title, address, DOI. */
    sources: ({ doi?: string; title: string; url?: string })[];
    /** How sure its evidence is (GRADE). */
    evidence_level: EvidenceLevel | null;
    /** The member who wrote it. */
    author_id: Id | null;
    /** When it was handed in for review. */
    submitted_at: Time | null;
    /** The member who reviewed it. */
    reviewer_id: Id | null;
    /** When it was reviewed. */
    reviewed_at: Time | null;
    /** What the reviewer said. */
    review_comment: string | null;
    /** The member who approved it. */
    approver_id: Id | null;
    /** When it was approved. */
    approved_at: Time | null;
    /** What was said at the approval. */
    approval_comment: string | null;
    /** When it was published. */
    published_at: Time | null;
    /** When it was withdrawn. */
    retired_at: Time | null;
    /** First day on which it counts. */
    valid_from: Day | null;
    /** Day by which it must be looked at again. */
    next_review_on: Day | null;
}
export type KnowledgeVersionsNew = Pick<KnowledgeVersionsRow, 'document_id' | 'title'> & Partial<Pick<KnowledgeVersionsRow, 'version_number' | 'language' | 'content' | 'change_summary' | 'sources' | 'evidence_level' | 'author_id' | 'valid_from' | 'next_review_on'>>;
export type KnowledgeVersionsChange = Partial<Pick<KnowledgeVersionsRow, 'document_id' | 'version_number' | 'language' | 'title' | 'content' | 'change_summary' | 'sources' | 'evidence_level' | 'author_id' | 'valid_from' | 'next_review_on'>>;
export interface KnowledgeVersionsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    knowledge_documents: One<'knowledge_documents'>;
    knowledge_localizations: Many<'knowledge_localizations'>;
    'members!approver_id': One<'members'>;
    'members!author_id': One<'members'>;
    'members!reviewer_id': One<'members'>;
    tenants: One<'tenants'>;
}

/** A row that must be kept for a legal matter: no retention and no erasure touches it until the hold is released. */
export interface LegalHoldsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** Which resource is held. */
    resource_type: string;
    /** Which row is held, with all that belongs to it. */
    resource_id: Id;
    /** Name or number of the legal matter. */
    matter: string;
    /** Why it is held. */
    reason: string;
    /** When it was released; empty while it is held. */
    released_at: Time | null;
    /** Who released it. */
    released_by: Id | null;
    /** Why it was released. */
    release_reason: string | null;
}
export type LegalHoldsNew = Pick<LegalHoldsRow, 'resource_type' | 'resource_id' | 'matter' | 'reason'> & Partial<Pick<LegalHoldsRow, never>>;
export type LegalHoldsChange = Partial<Pick<LegalHoldsRow, 'resource_type' | 'resource_id' | 'matter' | 'reason'>>;
export interface LegalHoldsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    'members!created_by': One<'members'>;
    'members!released_by': One<'members'>;
    tenants: One<'tenants'>;
}

/** A place where the tenant works: clinic, teaching clinic, research unit, laboratory. */
export interface LocationsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Name of the place. */
    name: string;
    /** What kind of place it is. */
    kind: LocationKind;
    /** Short name of the place inside the organisation. */
    code: string | null;
    /** Street and number. */
    address_line1: string | null;
    /** Further line of the address. */
    address_line2: string | null;
    /** Town. */
    city: string | null;
    /** State, province or canton. */
    region: string | null;
    /** Postal code. */
    postal_code: string | null;
    /** Country (ISO 3166-1, two letters). */
    country: string | null;
    /** Telephone number of the place. */
    phone: string | null;
    /** E-mail address of the place. */
    email: string | null;
    /** IANA time zone, where it differs from the tenant's. */
    time_zone: string | null;
    /** Whether work is done there. */
    is_active: boolean;
}
export type LocationsNew = Pick<LocationsRow, 'name'> & Partial<Pick<LocationsRow, 'kind' | 'code' | 'address_line1' | 'address_line2' | 'city' | 'region' | 'postal_code' | 'country' | 'phone' | 'email' | 'time_zone' | 'is_active'>>;
export type LocationsChange = Partial<Pick<LocationsRow, 'name' | 'kind' | 'code' | 'address_line1' | 'address_line2' | 'city' | 'region' | 'postal_code' | 'country' | 'phone' | 'email' | 'time_zone' | 'is_active'>>;
export interface LocationsEmbeds {
    appointments: Many<'appointments'>;
    cases: Many<'cases'>;
    claims: Many<'claims'>;
    delivery_routes: Many<'delivery_routes'>;
    departments: Many<'departments'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: Many<'encounters'>;
    fact_appointments: Many<'fact_appointments'>;
    fact_claims: Many<'fact_claims'>;
    fact_encounters: Many<'fact_encounters'>;
    fact_patient_cohorts: Many<'fact_patient_cohorts'>;
    fee_schedules: Many<'fee_schedules'>;
    imaging_studies: Many<'imaging_studies'>;
    inventory_items: Many<'inventory_items'>;
    invoices: Many<'invoices'>;
    members: Many<'members'>;
    patients: Many<'patients'>;
    rooms: Many<'rooms'>;
    route_stops: Many<'route_stops'>;
    shipments: Many<'shipments'>;
    staff_schedules: Many<'staff_schedules'>;
    team_members: Many<'team_members'>;
    teams: Many<'teams'>;
    tenant_integrations: Many<'tenant_integrations'>;
    tenants: One<'tenants'>;
    user_roles: Many<'user_roles'>;
}

/** A dental material that goes into a patient or into what is made for one. */
export interface MaterialReferenceRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** Name of the material. */
    name: string;
    /** What kind of material it is. */
    category: MaterialCategory;
    /** Who makes it; empty for a material as such. */
    manufacturer: string;
    /** The maker's number for it. */
    product_code: string | null;
    /** Device identifier of its unique device identification (UDI-DI). */
    udi_di: string | null;
    /** Coding system of its code. */
    code_system: string | null;
    /** Its code. */
    code: string | null;
    /** Standard that it meets: ISO 6872, ISO 4049. */
    standard: string | null;
    /** What it is made of. */
    composition: string | null;
    /** Substances in it that people are allergic to: nickel, methacrylates, latex. */
    allergens: string[];
    /** Shades in which it comes. */
    shades: string[];
    /** Flexural strength, in megapascals. */
    flexural_strength_mpa: number | null;
    /** Further facts about the material. */
    properties: Record<string, unknown>;
    /** Whether it may still be chosen. */
    is_active: boolean;
}
export interface MaterialReferenceEmbeds {
    code_values: One<'code_values'>;
    inventory_items: Many<'inventory_items'>;
    patient_allergies: Many<'patient_allergies'>;
    procedure_materials: Many<'procedure_materials'>;
}

/** An entry of a patient's record that has no table of its own: diagnosis, treatment, prescription, letter. */
export interface MedicalRecordsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** Who made the entry. */
    practitioner_id: Id | null;
    /** The visit that it belongs to. */
    encounter_id: Id | null;
    /** What kind of entry it is. */
    record_type: RecordType;
    /** What it is about, in a few words. */
    title: string;
    /** The entry itself. */
    description: string;
    /** The same, structured. */
    data: Record<string, unknown> | null;
    /** Addresses of files that belong to it, as a list. */
    attachments: string[];
    /** When what it tells of happened. */
    record_date: Time;
}
export type MedicalRecordsNew = Pick<MedicalRecordsRow, 'patient_id' | 'record_type' | 'title' | 'description'> & Partial<Pick<MedicalRecordsRow, 'practitioner_id' | 'encounter_id' | 'data' | 'attachments' | 'record_date'>>;
export type MedicalRecordsChange = Partial<Pick<MedicalRecordsRow, 'patient_id' | 'practitioner_id' | 'encounter_id' | 'record_type' | 'title' | 'description' | 'data' | 'attachments' | 'record_date'>>;
export interface MedicalRecordsEmbeds {
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    tenants: One<'tenants'>;
}

/** The people of the caller's organisation. */
export interface MembersRow {
    /** The organisation. */
    tenant_id: Id | null;
    /** Identifier of the person's account. */
    id: Id | null;
    /** Name as it is shown. */
    full_name: string | null;
    /** E-mail address. */
    email: string | null;
    /** What the person is in this organisation. */
    user_type: UserType | null;
    /** Where the person usually works. */
    default_location_id: Id | null;
    /** Whether the account may be used. */
    status: UserStatus | null;
    /** When the person joined. */
    created_at: Time | null;
    /** When the membership was last changed. */
    updated_at: Time | null;
}
export interface MembersEmbeds {
    ai_diagnoses: Many<'ai_diagnoses'>;
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    ai_review_events: Many<'ai_review_events'>;
    api_clients: Many<'api_clients'>;
    appointment_participants: Many<'appointment_participants'>;
    appointments: Many<'appointments'>;
    case_files: Many<'case_files'>;
    case_notes: Many<'case_notes'>;
    cases: Many<'cases'>;
    clinical_note_amendments: Many<'clinical_note_amendments'>;
    'clinical_notes!author_id': Many<'clinical_notes'>;
    'clinical_notes!signed_by': Many<'clinical_notes'>;
    consents: Many<'consents'>;
    conversation_participants: Many<'conversation_participants'>;
    'data_exports!created_by': Many<'data_exports'>;
    'data_exports!provider_id': Many<'data_exports'>;
    'dentist_applications!applicant_user_id': Many<'dentist_applications'>;
    'dentist_applications!reviewed_by': Many<'dentist_applications'>;
    'dentist_profiles!account_manager_id': Many<'dentist_profiles'>;
    'dentist_profiles!user_id': Many<'dentist_profiles'>;
    departments: Many<'departments'>;
    'diagnostic_reports!created_by': Many<'diagnostic_reports'>;
    'diagnostic_reports!radiologist_id': Many<'diagnostic_reports'>;
    'diagnostic_reports!updated_by': Many<'diagnostic_reports'>;
    dim_location: One<'dim_location'>;
    dim_provider: Many<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    doctor_reviews: Many<'doctor_reviews'>;
    documents: Many<'documents'>;
    erasure_requests: Many<'erasure_requests'>;
    image_annotations: Many<'image_annotations'>;
    imaging_studies: Many<'imaging_studies'>;
    imports: Many<'imports'>;
    inventory_transactions: Many<'inventory_transactions'>;
    jobs: Many<'jobs'>;
    knowledge_documents: Many<'knowledge_documents'>;
    'knowledge_localizations!reviewer_id': Many<'knowledge_localizations'>;
    'knowledge_localizations!translator_id': Many<'knowledge_localizations'>;
    'knowledge_versions!approver_id': Many<'knowledge_versions'>;
    'knowledge_versions!author_id': Many<'knowledge_versions'>;
    'knowledge_versions!reviewer_id': Many<'knowledge_versions'>;
    'legal_holds!created_by': Many<'legal_holds'>;
    'legal_holds!released_by': Many<'legal_holds'>;
    locations: One<'locations'>;
    messages: Many<'messages'>;
    notifications: Many<'notifications'>;
    patient_medical_history: Many<'patient_medical_history'>;
    patients: Many<'patients'>;
    performance_reviews: Many<'performance_reviews'>;
    'practitioners!user_id': Many<'practitioners'>;
    'practitioners!verified_by': Many<'practitioners'>;
    'referrals!recipient_user_id': Many<'referrals'>;
    'referrals!referring_user_id': Many<'referrals'>;
    research_datasets: Many<'research_datasets'>;
    sessions: Many<'sessions'>;
    staff_profiles: Many<'staff_profiles'>;
    team_members: Many<'team_members'>;
    tenants: One<'tenants'>;
    treatment_plans: Many<'treatment_plans'>;
    user_roles: Many<'user_roles'>;
    vital_signs: Many<'vital_signs'>;
    workflow_instances: Many<'workflow_instances'>;
    workflow_stages: Many<'workflow_stages'>;
    workflow_transitions: Many<'workflow_transitions'>;
}

/** A message of a thread. What was said is not changed; it can be taken back. */
export interface MessagesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The thread. */
    conversation_id: Id;
    /** Who said it: a member, a patient or the system. */
    sender_type: SenderType;
    /** The member who said it. */
    author_id: Id | null;
    /** The patient who said it. */
    patient_id: Id | null;
    /** The message that it answers. */
    reply_to_id: Id | null;
    /** Plain text, Markdown (rich_text) or a file with a caption. */
    content_type: MessageContentType;
    /** What was said. */
    content: string;
    /** The file that is sent. */
    document_id: Id | null;
    /** When it was said. */
    sent_at: Time;
    /** When its text was corrected. */
    edited_at: Time | null;
    /** How far it has come on its way. */
    delivery_state: DeliveryState;
    /** When it had first been read by another participant. */
    read_at: Time | null;
    /** Whether another participant has read it. */
    is_read: boolean;
}
export type MessagesNew = Pick<MessagesRow, 'conversation_id' | 'content'> & Partial<Pick<MessagesRow, 'reply_to_id' | 'content_type' | 'document_id'>>;
export interface MessagesEmbeds {
    conversations: One<'conversations'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    documents: One<'documents'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    members: One<'members'>;
    messages: Many<'messages'>;
    patients: One<'patients'>;
    reply_to_id: One<'messages'>;
    tenants: One<'tenants'>;
}

/** How good a version of a model was, over a period or on a set of data. */
export interface ModelMetricsRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The version. */
    model_version_id: Id;
    /** Share of right answers, 0 to 1. */
    accuracy: number | null;
    /** Positive predictive value, 0 to 1. */
    precision: number | null;
    /** Sensitivity, 0 to 1. */
    recall: number | null;
    /** Harmonic mean of precision and recall, 0 to 1. */
    f1_score: number | null;
    /** Area under the receiver operating characteristic, 0 to 1. */
    auc_roc: number | null;
    /** Findings that were there. */
    true_positives: number | null;
    /** Nothing found where nothing was. */
    true_negatives: number | null;
    /** Findings that were not there. */
    false_positives: number | null;
    /** What was there and not found. */
    false_negatives: number | null;
    /** Answers in all. */
    total_predictions: number | null;
    /** Right answers. */
    correct_predictions: number | null;
    /** Mean time of a run, in milliseconds. */
    average_processing_time_ms: number | null;
    /** Version of the data that it was measured with. */
    dataset_version: string | null;
    /** Items in that data. */
    test_set_size: number | null;
    /** When it was measured. */
    recorded_at: Time;
    /** Beginning of the period. */
    period_start: Time | null;
    /** End of the period. */
    period_end: Time | null;
    /** What is to be known about the measurement. */
    notes: string | null;
}
export interface ModelMetricsEmbeds {
    ai_model_versions: One<'ai_model_versions'>;
}

/** Revenue of each month: what was invoiced and what was received. Amounts in minor units. */
export interface MonthlyRevenueRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier, the same for the same month, kind and currency. */
    id: Id | null;
    /** First day of the month. */
    month: Day | null;
    /** Whether a laboratory or a practice charged. */
    kind: InvoiceKind | null;
    /** Currency of the amounts (ISO 4217). */
    currency: string | null;
    /** Invoices of the month. */
    invoice_count: number | null;
    /** Those of them that are overdue. */
    overdue_count: number | null;
    /** What was invoiced, before tax. */
    net_amount: number | null;
    /** Tax on it. */
    tax_amount: number | null;
    /** What was invoiced, with tax. */
    invoiced_amount: number | null;
    /** What of it is still to be paid. */
    outstanding_amount: number | null;
    /** Payments in the month, of whichever invoices. */
    payment_count: number | null;
    /** What was received in the month, less what was given back. */
    received_amount: number | null;
}
export interface MonthlyRevenueEmbeds {
}

/** How a notification went out by one channel. */
export interface NotificationDeliveriesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The notification. */
    notification_id: Id;
    /** The channel. */
    channel: NotificationChannel;
    /** How far it has come. */
    state: DeliveryState;
    /** E-mail address, number or device that it went to. */
    address: string | null;
    /** How often it was tried. */
    attempts: number;
    /** When it is tried again. */
    next_attempt_at: Time | null;
    /** When it was handed to the channel. */
    sent_at: Time | null;
    /** When the channel said that it had arrived. */
    delivered_at: Time | null;
    /** Its number at the channel. */
    provider_message_id: string | null;
    /** Why it failed. */
    error_message: string | null;
}
export interface NotificationDeliveriesEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    notifications: One<'notifications'>;
    tenants: One<'tenants'>;
}

/** What the system tells a member or a patient. Old ones are archived. */
export interface NotificationsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The member who is told; this or the patient. */
    user_id: Id | null;
    /** The patient who is told; this or the member. */
    patient_id: Id | null;
    /** What it is about. */
    type: NotificationType;
    /** How soon it wants to be seen. */
    priority: NotificationPriority;
    /** Headline. */
    title: string;
    /** What is told. */
    message: string;
    /** Page where something can be done about it. */
    action_url: string | null;
    /** The report that it is about. */
    related_report_id: Id | null;
    /** The case that it is about. */
    case_id: Id | null;
    /** Further facts for the page that shows it. */
    data: Record<string, unknown>;
    /** When it was read. */
    read_at: Time | null;
    /** Whether it was read. */
    is_read: boolean;
    /** Whether it was also sent by e-mail. */
    sent_via_email: boolean;
    /** Whether it was also sent by text message. */
    sent_via_sms: boolean;
    /** Whether it was also sent to a telephone's or browser's notices. */
    sent_via_push: boolean;
    /** When it has no more meaning. */
    expires_at: Time | null;
    /** When it was put away. */
    archived_at: Time | null;
}
export type NotificationsChange = Partial<Pick<NotificationsRow, 'read_at'>>;
export interface NotificationsEmbeds {
    ai_diagnoses: One<'ai_diagnoses'>;
    cases: One<'cases'>;
    diagnostic_reports: One<'diagnostic_reports'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    members: One<'members'>;
    notification_deliveries: Many<'notification_deliveries'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
    v_doctor_priority_queue: One<'v_doctor_priority_queue'>;
    v_patient_reports: One<'v_patient_reports'>;
}

/** Where a patient lives or gets mail (FHIR Address). */
export interface PatientAddressesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** What the address is used for. */
    address_type: AddressType;
    /** The whole address as one text, where its parts are not known. */
    address_text: string | null;
    /** Street and number. */
    line1: string | null;
    /** Further line: flat, building, care of. */
    line2: string | null;
    /** Town. */
    city: string | null;
    /** State, province or county. */
    region: string | null;
    /** Postal code. */
    postal_code: string | null;
    /** Country (ISO 3166-1, two letters). */
    country: string | null;
    /** Whether it is the one to use; at most one for each patient. */
    is_primary: boolean;
    /** First day on which it counts. */
    valid_from: Day | null;
    /** Last day on which it counts. */
    valid_until: Day | null;
}
export type PatientAddressesNew = Pick<PatientAddressesRow, 'patient_id'> & Partial<Pick<PatientAddressesRow, 'address_type' | 'address_text' | 'line1' | 'line2' | 'city' | 'region' | 'postal_code' | 'country' | 'is_primary' | 'valid_from' | 'valid_until'>>;
export type PatientAddressesChange = Partial<Pick<PatientAddressesRow, 'patient_id' | 'address_type' | 'address_text' | 'line1' | 'line2' | 'city' | 'region' | 'postal_code' | 'country' | 'is_primary' | 'valid_from' | 'valid_until'>>;
export interface PatientAddressesEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
}

/** What a patient does not bear: medicine, dental material, food (FHIR AllergyIntolerance). */
export interface PatientAllergiesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** What kind of substance it is. */
    category: AllergyCategory;
    /** Name of the substance. */
    substance: string;
    /** List that the code comes from, or the tenant's own. */
    code_system: CodingSystem;
    /** Code of the substance. */
    code: string | null;
    /** The medicine, in the catalog of drugs. */
    drug_id: Id | null;
    /** The material, in the catalog of materials. */
    material_id: Id | null;
    /** What happens. */
    reaction: string | null;
    /** How bad the reaction is. */
    severity: ClinicalSeverity | null;
    /** Whether it still counts. */
    status: AllergyStatus;
    /** How sure it is. */
    verification: VerificationStatus;
    /** When it was first noticed. */
    onset_date: Day | null;
    /** Who recorded it. */
    practitioner_id: Id | null;
    /** What is worth knowing about it. */
    notes: string | null;
}
export type PatientAllergiesNew = Pick<PatientAllergiesRow, 'patient_id' | 'category' | 'substance'> & Partial<Pick<PatientAllergiesRow, 'code_system' | 'code' | 'drug_id' | 'material_id' | 'reaction' | 'severity' | 'status' | 'verification' | 'onset_date' | 'practitioner_id' | 'notes'>>;
export type PatientAllergiesChange = Partial<Pick<PatientAllergiesRow, 'patient_id' | 'category' | 'substance' | 'code_system' | 'code' | 'drug_id' | 'material_id' | 'reaction' | 'severity' | 'status' | 'verification' | 'onset_date' | 'practitioner_id' | 'notes'>>;
export interface PatientAllergiesEmbeds {
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    drug_reference: One<'drug_reference'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    material_reference: One<'material_reference'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    tenants: One<'tenants'>;
}

/** An illness or finding that a patient has or had (FHIR Condition). */
export interface PatientConditionsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** List that the code comes from: ICD-10, SNOMED CT, or the tenant's own. */
    code_system: CodingSystem;
    /** Code of the condition. */
    code: string | null;
    /** Name of the condition. */
    display: string;
    /** Tooth that it concerns, FDI two-digit notation (ISO 3950). */
    tooth_number: number | null;
    /** Whether the patient has it now. */
    status: ConditionStatus;
    /** How sure it is. */
    verification: VerificationStatus;
    /** How bad it is. */
    severity: ClinicalSeverity | null;
    /** When it began. */
    onset_date: Day | null;
    /** When it ended. */
    resolved_date: Day | null;
    /** The visit at which it was found. */
    encounter_id: Id | null;
    /** Who found it. */
    practitioner_id: Id | null;
    /** What is worth knowing about it. */
    notes: string | null;
}
export type PatientConditionsNew = Pick<PatientConditionsRow, 'patient_id' | 'display'> & Partial<Pick<PatientConditionsRow, 'code_system' | 'code' | 'tooth_number' | 'status' | 'verification' | 'severity' | 'onset_date' | 'resolved_date' | 'encounter_id' | 'practitioner_id' | 'notes'>>;
export type PatientConditionsChange = Partial<Pick<PatientConditionsRow, 'patient_id' | 'code_system' | 'code' | 'display' | 'tooth_number' | 'status' | 'verification' | 'severity' | 'onset_date' | 'resolved_date' | 'encounter_id' | 'practitioner_id' | 'notes'>>;
export interface PatientConditionsEmbeds {
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounter_diagnoses: Many<'encounter_diagnoses'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    tenants: One<'tenants'>;
    treatment_plan_items: Many<'treatment_plan_items'>;
}

/** A number by which a patient is known here or elsewhere (FHIR Patient.identifier). */
export interface PatientIdentifiersRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** What kind of identifier it is. */
    system: IdentifierSystem;
    /** Who gave it: the state, payer or hospital; empty where the kind says it. */
    issuer: string;
    /** The identifier itself; unique within its kind and issuer. */
    value: string;
    /** Whether it is the one that is shown; at most one for each patient. */
    is_primary: boolean;
    /** First day on which it counts. */
    valid_from: Day | null;
    /** Last day on which it counts. */
    valid_until: Day | null;
}
export type PatientIdentifiersNew = Pick<PatientIdentifiersRow, 'patient_id' | 'system' | 'value'> & Partial<Pick<PatientIdentifiersRow, 'issuer' | 'is_primary' | 'valid_from' | 'valid_until'>>;
export type PatientIdentifiersChange = Partial<Pick<PatientIdentifiersRow, 'patient_id' | 'system' | 'issuer' | 'value' | 'is_primary' | 'valid_from' | 'valid_until'>>;
export interface PatientIdentifiersEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
}

/** An insurance policy that covers a patient (FHIR Coverage). */
export interface PatientInsurancePoliciesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient who is covered. */
    patient_id: Id;
    /** Who pays. */
    payer_id: Id;
    /** What it covers. */
    coverage_kind: CoverageKind;
    /** In which order it pays, where there are several. */
    coverage_rank: CoverageRank;
    /** Whether it pays first. */
    is_primary: boolean;
    /** Name of the plan. */
    plan_name: string | null;
    /** Number of the policy or member. */
    policy_number: string;
    /** Number of the group. */
    group_number: string | null;
    /** What the patient is to the holder of the policy. */
    subscriber_relation: SubscriberRelation;
    /** The holder of the policy, where they are a patient too. */
    subscriber_patient_id: Id | null;
    /** Name of the holder, where they are no patient. */
    subscriber_name: string | null;
    /** Date of birth of the holder. */
    subscriber_dob: Day | null;
    /** First day that is covered. */
    coverage_start: Day | null;
    /** Last day that is covered; empty while it has no end. */
    coverage_end: Day | null;
    /** Currency of the amounts (ISO 4217). */
    currency: string | null;
    /** Most that it pays in a year, in minor units of the currency. */
    annual_maximum: number | null;
    /** What the patient pays first in a year, in minor units of the currency. */
    deductible: number | null;
    /** When the payer last confirmed the cover. */
    verified_at: Time | null;
    /** What is worth knowing about it. */
    notes: string | null;
}
export type PatientInsurancePoliciesNew = Pick<PatientInsurancePoliciesRow, 'patient_id' | 'payer_id' | 'policy_number'> & Partial<Pick<PatientInsurancePoliciesRow, 'coverage_kind' | 'coverage_rank' | 'plan_name' | 'group_number' | 'subscriber_relation' | 'subscriber_patient_id' | 'subscriber_name' | 'subscriber_dob' | 'coverage_start' | 'coverage_end' | 'currency' | 'annual_maximum' | 'deductible' | 'verified_at' | 'notes'>>;
export type PatientInsurancePoliciesChange = Partial<Pick<PatientInsurancePoliciesRow, 'patient_id' | 'payer_id' | 'coverage_kind' | 'coverage_rank' | 'plan_name' | 'policy_number' | 'group_number' | 'subscriber_relation' | 'subscriber_patient_id' | 'subscriber_name' | 'subscriber_dob' | 'coverage_start' | 'coverage_end' | 'currency' | 'annual_maximum' | 'deductible' | 'verified_at' | 'notes'>>;
export interface PatientInsurancePoliciesEmbeds {
    claims: Many<'claims'>;
    dim_payer: One<'dim_payer'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    'fact_patient_cohorts!patient_id': One<'fact_patient_cohorts'>;
    'fact_patient_cohorts!subscriber_patient_id': One<'fact_patient_cohorts'>;
    'patients!patient_id': One<'patients'>;
    'patients!subscriber_patient_id': One<'patients'>;
    payers: One<'payers'>;
    tenants: One<'tenants'>;
}

/** The medical history as it was told at intake; one for each patient. What is established stands in the coded tables. */
export interface PatientMedicalHistoryRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** Illnesses, as a list. */
    conditions: unknown[];
    /** Allergies, as a list. */
    allergies: unknown[];
    /** Medicines, as a list. */
    medications: unknown[];
    /** Illnesses in the family. */
    family_history: unknown;
    /** How much the patient smokes. */
    smoking_status: SmokingStatus;
    /** How much alcohol the patient drinks. */
    alcohol_consumption: AlcoholConsumption;
    /** How often the patient exercises. */
    exercise_frequency: ExerciseFrequency;
    /** Operations, as a list. */
    previous_surgeries: unknown[];
    /** Stays in hospital, as a list. */
    previous_hospitalizations: unknown[];
}
export type PatientMedicalHistoryNew = Pick<PatientMedicalHistoryRow, 'patient_id'> & Partial<Pick<PatientMedicalHistoryRow, 'conditions' | 'allergies' | 'medications' | 'family_history' | 'smoking_status' | 'alcohol_consumption' | 'exercise_frequency' | 'previous_surgeries' | 'previous_hospitalizations'>>;
export type PatientMedicalHistoryChange = Partial<Pick<PatientMedicalHistoryRow, 'patient_id' | 'conditions' | 'allergies' | 'medications' | 'family_history' | 'smoking_status' | 'alcohol_consumption' | 'exercise_frequency' | 'previous_surgeries' | 'previous_hospitalizations'>>;
export interface PatientMedicalHistoryEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    members: One<'members'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
}

/** A medicine that a patient takes or took (FHIR MedicationStatement). */
export interface PatientMedicationsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** Name of the medicine. */
    name: string;
    /** List that the code comes from: RxNorm, ATC, NDC, or the tenant's own. */
    code_system: CodingSystem;
    /** Code of the medicine. */
    code: string | null;
    /** The medicine, in the catalog of drugs. */
    drug_id: Id | null;
    /** How much is taken at a time. */
    dosage: string | null;
    /** How often it is taken. */
    frequency: string | null;
    /** How it is taken. */
    route: MedicationRoute | null;
    /** First day. */
    start_date: Day | null;
    /** Last day; empty while it is taken. */
    stop_date: Day | null;
    /** Whether it is taken now. */
    status: MedicationStatus;
    /** What it is taken for. */
    reason: string | null;
    /** Who prescribed it, where that was elsewhere. */
    prescriber: string | null;
    /** The practitioner who prescribed it here. */
    prescriber_id: Id | null;
    /** What is worth knowing about it. */
    notes: string | null;
}
export type PatientMedicationsNew = Pick<PatientMedicationsRow, 'patient_id' | 'name'> & Partial<Pick<PatientMedicationsRow, 'code_system' | 'code' | 'drug_id' | 'dosage' | 'frequency' | 'route' | 'start_date' | 'stop_date' | 'status' | 'reason' | 'prescriber' | 'prescriber_id' | 'notes'>>;
export type PatientMedicationsChange = Partial<Pick<PatientMedicationsRow, 'patient_id' | 'name' | 'code_system' | 'code' | 'drug_id' | 'dosage' | 'frequency' | 'route' | 'start_date' | 'stop_date' | 'status' | 'reason' | 'prescriber' | 'prescriber_id' | 'notes'>>;
export interface PatientMedicationsEmbeds {
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    drug_reference: One<'drug_reference'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    tenants: One<'tenants'>;
}

/** What a patient says about themselves, in their own words; one for each patient. What is established stands in the coded tables. */
export interface PatientProfilesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** Whom to call in an emergency. */
    emergency_contact: string | null;
    /** Allergies, in the patient's own words. */
    allergies: string | null;
    /** Medicines taken, in the patient's own words. */
    medications: string | null;
    /** Illnesses and treatments, in the patient's own words. */
    medical_history: string | null;
    /** Insurance, in the patient's own words. */
    insurance_info: string | null;
    /** How well the patient bears pain, in their own words. */
    pain_tolerance: string | null;
    /** What the patient does not eat. */
    dietary_restrictions: string | null;
    /** How much the patient says to smoke. */
    smoking_status: SmokingStatus | null;
    /** What worries the patient about their teeth. */
    dental_concerns: string | null;
    /** Dental work that the patient remembers. */
    previous_dental_work: string | null;
    /** Day on which the patient last saw a dentist anywhere. */
    last_dental_visit: Day | null;
    /** Where the picture of the patient is. */
    profile_picture: string | null;
    /** Whether the patient has answered everything that is asked. */
    profile_complete: boolean;
}
export type PatientProfilesNew = Pick<PatientProfilesRow, 'patient_id'> & Partial<Pick<PatientProfilesRow, 'emergency_contact' | 'allergies' | 'medications' | 'medical_history' | 'insurance_info' | 'pain_tolerance' | 'dietary_restrictions' | 'smoking_status' | 'dental_concerns' | 'previous_dental_work' | 'last_dental_visit' | 'profile_picture' | 'profile_complete'>>;
export type PatientProfilesChange = Partial<Pick<PatientProfilesRow, 'patient_id' | 'emergency_contact' | 'allergies' | 'medications' | 'medical_history' | 'insurance_info' | 'pain_tolerance' | 'dietary_restrictions' | 'smoking_status' | 'dental_concerns' | 'previous_dental_work' | 'last_dental_visit' | 'profile_picture' | 'profile_complete'>>;
export interface PatientProfilesEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
}

/** Who someone is to a patient: family, guardian, emergency contact (FHIR RelatedPerson). */
export interface PatientRelationshipsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** The other person, where they are a patient too. */
    related_patient_id: Id | null;
    /** The other person, where they are no patient. */
    external_contact_id: Id | null;
    /** What the other person is to the patient. */
    relationship_type: RelationshipType;
    /** Whether to call them in an emergency. */
    is_emergency_contact: boolean;
    /** Whether they decide on treatment for the patient. */
    is_legal_guardian: boolean;
    /** Whether invoices go to them. */
    is_financially_responsible: boolean;
    /** Whether the patient allows to tell them about the treatment. */
    may_receive_information: boolean;
    /** First day on which it counts. */
    valid_from: Day | null;
    /** Last day on which it counts. */
    valid_until: Day | null;
    /** What is worth knowing about it. */
    notes: string | null;
}
export type PatientRelationshipsNew = Pick<PatientRelationshipsRow, 'patient_id' | 'relationship_type'> & Partial<Pick<PatientRelationshipsRow, 'related_patient_id' | 'external_contact_id' | 'is_emergency_contact' | 'is_legal_guardian' | 'is_financially_responsible' | 'may_receive_information' | 'valid_from' | 'valid_until' | 'notes'>>;
export type PatientRelationshipsChange = Partial<Pick<PatientRelationshipsRow, 'patient_id' | 'related_patient_id' | 'external_contact_id' | 'relationship_type' | 'is_emergency_contact' | 'is_legal_guardian' | 'is_financially_responsible' | 'may_receive_information' | 'valid_from' | 'valid_until' | 'notes'>>;
export interface PatientRelationshipsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    external_contacts: One<'external_contacts'>;
    'fact_patient_cohorts!patient_id': One<'fact_patient_cohorts'>;
    'fact_patient_cohorts!related_patient_id': One<'fact_patient_cohorts'>;
    'patients!patient_id': One<'patients'>;
    'patients!related_patient_id': One<'patients'>;
    tenants: One<'tenants'>;
}

/** How a patient lives, as far as teeth and treatment are concerned; a new row for each interview (FHIR Observation, social history). */
export interface PatientSocialHistoryRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** Day of the interview. */
    recorded_on: Day;
    /** How much the patient smokes. */
    smoking: SmokingStatus;
    /** Cigarettes a day. */
    cigarettes_per_day: number | null;
    /** Packs of 20 a day times years. */
    pack_years: number | null;
    /** Whether the patient chews or snuffs tobacco. */
    smokeless_tobacco: boolean | null;
    /** Whether the patient uses electronic cigarettes. */
    vaping: boolean | null;
    /** How much alcohol the patient drinks. */
    alcohol: AlcoholConsumption;
    /** Units of alcohol (8 g) in a week. */
    alcohol_units_per_week: number | null;
    /** How often the patient exercises. */
    exercise: ExerciseFrequency;
    /** How often the patient brushes, a day. */
    brushing_per_day: number | null;
    /** How often the patient cleans between the teeth, a week. */
    flossing_per_week: number | null;
    /** Whether the patient grinds or clenches. */
    bruxism: boolean | null;
    /** Further habits that matter: nail biting, sugared drinks, piercings. */
    habits: string[];
    /** What the patient eats and drinks. */
    diet: string | null;
    /** What the patient does for a living. */
    occupation: string | null;
    /** What is worth knowing. */
    notes: string | null;
}
export type PatientSocialHistoryNew = Pick<PatientSocialHistoryRow, 'patient_id'> & Partial<Pick<PatientSocialHistoryRow, 'recorded_on' | 'smoking' | 'cigarettes_per_day' | 'pack_years' | 'smokeless_tobacco' | 'vaping' | 'alcohol' | 'alcohol_units_per_week' | 'exercise' | 'brushing_per_day' | 'flossing_per_week' | 'bruxism' | 'habits' | 'diet' | 'occupation' | 'notes'>>;
export type PatientSocialHistoryChange = Partial<Pick<PatientSocialHistoryRow, 'patient_id' | 'recorded_on' | 'smoking' | 'cigarettes_per_day' | 'pack_years' | 'smokeless_tobacco' | 'vaping' | 'alcohol' | 'alcohol_units_per_week' | 'exercise' | 'brushing_per_day' | 'flossing_per_week' | 'bruxism' | 'habits' | 'diet' | 'occupation' | 'notes'>>;
export interface PatientSocialHistoryEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
}

/** A patient of the tenant (FHIR Patient). */
export interface PatientsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient's own account, where they have one. */
    user_id: Id | null;
    /** Given name. */
    first_name: string;
    /** Further given names. */
    middle_name: string | null;
    /** Family name. */
    last_name: string;
    /** Name by which the patient wants to be called. */
    preferred_name: string | null;
    /** Date of birth. */
    dob: Day | null;
    /** Date of death. */
    deceased_on: Day | null;
    /** Sex at birth. */
    sex_at_birth: SexAtBirth;
    /** Gender identity, in the patient's own words. */
    gender_identity: string | null;
    /** Pronouns, in the patient's own words. */
    pronouns: string | null;
    /** E-mail address; a family may share one. */
    contact_email: string | null;
    /** Mobile telephone number. */
    phone_mobile: string | null;
    /** Home telephone number. */
    phone_home: string | null;
    /** Language that the patient prefers (BCP 47). */
    preferred_language: string | null;
    /** How the patient wants to be reached. */
    preferred_contact_method: ContactMethod | null;
    /** Where the patient is usually seen. */
    primary_location_id: Id | null;
    /** The practitioner who usually treats the patient. */
    primary_practitioner_id: Id | null;
    /** Whether the patient is in care. */
    status: PatientStatus;
}
export type PatientsNew = Pick<PatientsRow, 'first_name' | 'last_name'> & Partial<Pick<PatientsRow, 'user_id' | 'middle_name' | 'preferred_name' | 'dob' | 'deceased_on' | 'sex_at_birth' | 'gender_identity' | 'pronouns' | 'contact_email' | 'phone_mobile' | 'phone_home' | 'preferred_language' | 'preferred_contact_method' | 'primary_location_id' | 'primary_practitioner_id' | 'status'>>;
export type PatientsChange = Partial<Pick<PatientsRow, 'user_id' | 'first_name' | 'middle_name' | 'last_name' | 'preferred_name' | 'dob' | 'deceased_on' | 'sex_at_birth' | 'gender_identity' | 'pronouns' | 'contact_email' | 'phone_mobile' | 'phone_home' | 'preferred_language' | 'preferred_contact_method' | 'primary_location_id' | 'primary_practitioner_id' | 'status'>>;
export interface PatientsEmbeds {
    ai_diagnoses: Many<'ai_diagnoses'>;
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    ai_predictions: Many<'ai_predictions'>;
    appointment_participants: Many<'appointment_participants'>;
    appointments: Many<'appointments'>;
    cases: Many<'cases'>;
    claims: Many<'claims'>;
    clinical_note_amendments: Many<'clinical_note_amendments'>;
    clinical_notes: Many<'clinical_notes'>;
    clinical_outcomes: Many<'clinical_outcomes'>;
    consents: Many<'consents'>;
    conversation_participants: Many<'conversation_participants'>;
    conversations: Many<'conversations'>;
    data_exports: Many<'data_exports'>;
    dental_photos: Many<'dental_photos'>;
    diagnostic_reports: Many<'diagnostic_reports'>;
    dim_location: One<'dim_location'>;
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    'documents!patient_id': Many<'documents'>;
    'documents!signer_patient_id': Many<'documents'>;
    encounter_diagnoses: Many<'encounter_diagnoses'>;
    encounters: Many<'encounters'>;
    fact_ai_inferences: Many<'fact_ai_inferences'>;
    fact_appointments: Many<'fact_appointments'>;
    fact_claims: Many<'fact_claims'>;
    fact_encounters: Many<'fact_encounters'>;
    fact_procedures: Many<'fact_procedures'>;
    fhir_resources: Many<'fhir_resources'>;
    imaging_studies: Many<'imaging_studies'>;
    invoices: Many<'invoices'>;
    locations: One<'locations'>;
    medical_records: Many<'medical_records'>;
    members: One<'members'>;
    messages: Many<'messages'>;
    notifications: Many<'notifications'>;
    patient_addresses: Many<'patient_addresses'>;
    patient_allergies: Many<'patient_allergies'>;
    patient_conditions: Many<'patient_conditions'>;
    patient_identifiers: Many<'patient_identifiers'>;
    'patient_insurance_policies!patient_id': Many<'patient_insurance_policies'>;
    'patient_insurance_policies!subscriber_patient_id': Many<'patient_insurance_policies'>;
    patient_medical_history: Many<'patient_medical_history'>;
    patient_medications: Many<'patient_medications'>;
    patient_profiles: Many<'patient_profiles'>;
    'patient_relationships!patient_id': Many<'patient_relationships'>;
    'patient_relationships!related_patient_id': Many<'patient_relationships'>;
    patient_social_history: Many<'patient_social_history'>;
    perio_measurements: Many<'perio_measurements'>;
    practitioners: One<'practitioners'>;
    procedures: Many<'procedures'>;
    referrals: Many<'referrals'>;
    research_dataset_members: Many<'research_dataset_members'>;
    tenants: One<'tenants'>;
    tooth_chart_snapshots: Many<'tooth_chart_snapshots'>;
    treatment_plan_items: Many<'treatment_plan_items'>;
    treatment_plans: Many<'treatment_plans'>;
    v_doctor_priority_queue: Many<'v_doctor_priority_queue'>;
    v_patient_reports: Many<'v_patient_reports'>;
    vital_signs: Many<'vital_signs'>;
    workflow_instances: Many<'workflow_instances'>;
}

/** Who pays for treatment instead of the patient: insurer, public scheme, employer (FHIR Organization). */
export interface PayersRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Name of the payer. */
    name: string;
    /** What kind of organisation it is. */
    kind: PayerKind;
    /** Its number at the clearing house. */
    payer_code: string | null;
    /** Whether claims can be sent electronically. */
    accepts_electronic_claims: boolean;
    /** Telephone number for providers. */
    phone: string | null;
    /** Fax number. */
    fax: string | null;
    /** E-mail address. */
    email: string | null;
    /** Address of its site for providers. */
    website: string | null;
    /** Where claims on paper go. */
    claims_address: string | null;
    /** Country (ISO 3166-1, two letters). */
    country: string | null;
    /** What is worth knowing about it. */
    notes: string | null;
    /** Whether new policies may name it. */
    is_active: boolean;
}
export type PayersNew = Pick<PayersRow, 'name'> & Partial<Pick<PayersRow, 'kind' | 'payer_code' | 'accepts_electronic_claims' | 'phone' | 'fax' | 'email' | 'website' | 'claims_address' | 'country' | 'notes' | 'is_active'>>;
export type PayersChange = Partial<Pick<PayersRow, 'name' | 'kind' | 'payer_code' | 'accepts_electronic_claims' | 'phone' | 'fax' | 'email' | 'website' | 'claims_address' | 'country' | 'notes' | 'is_active'>>;
export interface PayersEmbeds {
    claims: Many<'claims'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_claims: Many<'fact_claims'>;
    fee_schedules: Many<'fee_schedules'>;
    patient_insurance_policies: Many<'patient_insurance_policies'>;
    tenants: One<'tenants'>;
}

/** Money that was received for an invoice or given back. Payments are only added (FHIR PaymentReconciliation). */
export interface PaymentsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The invoice. */
    invoice_id: Id;
    /** The claim that the payer settled with it. */
    claim_id: Id | null;
    /** How it was paid. */
    method: PaymentMethod;
    /** Amount in minor units; below zero for money given back. */
    amount: number;
    /** Currency (ISO 4217), that of the invoice. */
    currency: string;
    /** When the money moved. */
    received_at: Time;
    /** The payment that is given back. */
    refund_of_id: Id | null;
    /** Number of the transaction, check or transfer. */
    reference: string | null;
    /** What else there is to say. */
    notes: string | null;
}
export interface PaymentsEmbeds {
    claims: One<'claims'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_claims: One<'fact_claims'>;
    invoices: One<'invoices'>;
    payments: Many<'payments'>;
    refund_of_id: One<'payments'>;
    tenants: One<'tenants'>;
}

/** An evaluation of someone's work. */
export interface PerformanceReviewsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Who was evaluated. */
    staff_id: Id;
    /** Who evaluated. */
    reviewer_id: Id | null;
    /** First day of the work that was evaluated. */
    period_start: Day;
    /** Last day of that work. */
    period_end: Day;
    /** Day of the evaluation. */
    reviewed_on: Day;
    /** Overall, 1 (poor) to 5 (excellent). */
    rating: number;
    /** Quality of the work, 1 to 5. */
    quality_rating: number | null;
    /** Amount of work, 1 to 5. */
    productivity_rating: number | null;
    /** Work with others, 1 to 5. */
    teamwork_rating: number | null;
    /** What goes well. */
    strengths: string | null;
    /** What can be better. */
    improvements: string | null;
    /** What was agreed for the next period. */
    goals: string | null;
    /** What the reviewed person says to it. */
    comments: string | null;
    /** Whether the person has seen it. */
    status: ReviewStatus;
    /** When the person confirmed to have read it. */
    acknowledged_at: Time | null;
}
export type PerformanceReviewsNew = Pick<PerformanceReviewsRow, 'staff_id' | 'period_start' | 'period_end' | 'rating'> & Partial<Pick<PerformanceReviewsRow, 'reviewer_id' | 'reviewed_on' | 'quality_rating' | 'productivity_rating' | 'teamwork_rating' | 'strengths' | 'improvements' | 'goals' | 'comments'>>;
export type PerformanceReviewsChange = Partial<Pick<PerformanceReviewsRow, 'staff_id' | 'reviewer_id' | 'period_start' | 'period_end' | 'reviewed_on' | 'rating' | 'quality_rating' | 'productivity_rating' | 'teamwork_rating' | 'strengths' | 'improvements' | 'goals' | 'comments'>>;
export interface PerformanceReviewsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    members: One<'members'>;
    staff_profiles: One<'staff_profiles'>;
    tenants: One<'tenants'>;
}

/** What was measured with the probe at one of the six sites of a tooth (FHIR Observation). */
export interface PerioMeasurementsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** The visit. */
    encounter_id: Id;
    /** Who measured. */
    practitioner_id: Id | null;
    /** When it was measured. */
    measured_at: Time;
    /** Tooth, FDI two-digit notation (ISO 3950). */
    tooth_number: number;
    /** Site of the tooth. */
    site: PerioSite;
    /** Probing depth, millimetres. */
    pocket_depth_mm: number | null;
    /** Distance of the gum's margin from the enamel's, millimetres; positive where the gum has receded. */
    gingival_margin_mm: number | null;
    /** Clinical attachment loss, millimetres: probing depth and recession together. */
    attachment_loss_mm: number | null;
    /** Whether the site bled. */
    bleeding_on_probing: boolean | null;
    /** Whether there was pus. */
    suppuration: boolean | null;
    /** Whether there was plaque. */
    plaque: boolean | null;
    /** Mobility of the tooth, Miller 0 to 3. */
    mobility_grade: number | null;
    /** Furcation involvement at the site, Glickman 0 to 4. */
    furcation_involvement: number | null;
}
export type PerioMeasurementsNew = Pick<PerioMeasurementsRow, 'patient_id' | 'encounter_id' | 'tooth_number' | 'site'> & Partial<Pick<PerioMeasurementsRow, 'practitioner_id' | 'measured_at' | 'pocket_depth_mm' | 'gingival_margin_mm' | 'bleeding_on_probing' | 'suppuration' | 'plaque' | 'mobility_grade' | 'furcation_involvement'>>;
export type PerioMeasurementsChange = Partial<Pick<PerioMeasurementsRow, 'patient_id' | 'encounter_id' | 'practitioner_id' | 'measured_at' | 'tooth_number' | 'site' | 'pocket_depth_mm' | 'gingival_margin_mm' | 'bleeding_on_probing' | 'suppuration' | 'plaque' | 'mobility_grade' | 'furcation_involvement'>>;
export interface PerioMeasurementsEmbeds {
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    tenants: One<'tenants'>;
}

/** One thing that a person may be allowed to do. */
export interface PermissionsRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** Name of the permission. */
    name: string;
    /** Module that it belongs to. */
    module: string;
    /** What it allows. */
    description: string;
}
export interface PermissionsEmbeds {
    role_permissions: Many<'role_permissions'>;
}

/** Who read whose health information, how and for what (HIPAA 45 CFR 164.312(b), GDPR article 30). Nobody can change it. */
export interface PhiAccessLogsRow {
    /** The tenant whose information was read. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7); the months are partitions by it. */
    id: Id;
    /** When it was read. */
    created_at: Time;
    /** In which way it was read. */
    access_type: PhiAccessType;
    /** What it was read for. */
    purpose: PurposeOfUse;
    /** Why, in the reader's words; needed in an emergency. */
    justification: string | null;
    /** Whether it was given. */
    outcome: AuditOutcome;
    /** Whether a person, the system or a program read it. */
    actor_type: ActorType;
    /** The person; no foreign key, so that the log outlives the account. */
    user_id: Id | null;
    /** E-mail address of the person at that time. */
    user_email: string | null;
    /** Role of the person at that time. */
    user_role: string | null;
    /** The patient; empty for a list of several. */
    patient_id: Id | null;
    /** Which resource was read. */
    resource_type: string;
    /** Which row was read; empty for a list. */
    resource_id: Id | null;
    /** How many rows were read. */
    row_count: number;
    /** The request it came from; answers carry the same id. */
    request_id: Id | null;
    /** Network address of the reader. */
    ip_address: string | null;
    /** Program of the reader. */
    user_agent: string | null;
    /** Further details, free of health information. */
    metadata: Record<string, unknown>;
}
export interface PhiAccessLogsEmbeds {
}

/** A licensed person who treats patients or reads images (FHIR Practitioner). */
export interface PractitionersRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The person's account; empty for one who does not sign in. */
    user_id: Id | null;
    /** Given name, with title. */
    first_name: string;
    /** Family name. */
    last_name: string;
    /** Telephone number. */
    phone: string | null;
    /** Number of the licence, unique within the authority that gave it. */
    license_number: string;
    /** Who gave the licence: state board, chamber. */
    license_authority: string;
    /** Last day of the licence. */
    license_expires_on: Day | null;
    /** National Provider Identifier (United States, ten digits). */
    npi: string | null;
    /** Field of work. */
    specialization: string | null;
    /** Narrower fields of work. */
    subspecialties: string[];
    /** Degrees and schools. */
    education: string | null;
    /** Years in the profession. */
    years_experience: number | null;
    /** Name of the person's own practice. */
    clinic_name: string | null;
    /** Address of that practice. */
    clinic_address: string | null;
    /** Telephone number of that practice. */
    clinic_phone: string | null;
    /** Where the picture of the person is. */
    profile_picture: string | null;
    /** Whether everything that is asked is answered. */
    profile_complete: boolean;
    /** Whether the licence was checked. */
    is_verified: boolean;
    /** When the licence was checked. */
    verified_at: Time | null;
    /** Who checked the licence. */
    verified_by: Id | null;
    /** Whether the person works here now. */
    is_active: boolean;
}
export type PractitionersNew = Pick<PractitionersRow, 'first_name' | 'last_name' | 'license_number'> & Partial<Pick<PractitionersRow, 'user_id' | 'phone' | 'license_authority' | 'license_expires_on' | 'npi' | 'specialization' | 'subspecialties' | 'education' | 'years_experience' | 'clinic_name' | 'clinic_address' | 'clinic_phone' | 'profile_picture' | 'profile_complete' | 'is_active'>>;
export type PractitionersChange = Partial<Pick<PractitionersRow, 'user_id' | 'first_name' | 'last_name' | 'phone' | 'license_number' | 'license_authority' | 'license_expires_on' | 'npi' | 'specialization' | 'subspecialties' | 'education' | 'years_experience' | 'clinic_name' | 'clinic_address' | 'clinic_phone' | 'profile_picture' | 'profile_complete' | 'is_active'>>;
export interface PractitionersEmbeds {
    ai_diagnoses: Many<'ai_diagnoses'>;
    appointments: Many<'appointments'>;
    claims: Many<'claims'>;
    clinical_outcomes: Many<'clinical_outcomes'>;
    dentist_profiles: Many<'dentist_profiles'>;
    diagnostic_reports: Many<'diagnostic_reports'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounter_diagnoses: Many<'encounter_diagnoses'>;
    'encounters!provider_id': Many<'encounters'>;
    'encounters!supervisor_id': Many<'encounters'>;
    fact_appointments: Many<'fact_appointments'>;
    fact_claims: Many<'fact_claims'>;
    fact_encounters: Many<'fact_encounters'>;
    fact_patient_cohorts: Many<'fact_patient_cohorts'>;
    fact_procedures: Many<'fact_procedures'>;
    imaging_studies: Many<'imaging_studies'>;
    medical_records: Many<'medical_records'>;
    'members!user_id': One<'members'>;
    'members!verified_by': One<'members'>;
    patient_allergies: Many<'patient_allergies'>;
    patient_conditions: Many<'patient_conditions'>;
    patient_medications: Many<'patient_medications'>;
    patients: Many<'patients'>;
    perio_measurements: Many<'perio_measurements'>;
    procedures: Many<'procedures'>;
    tenants: One<'tenants'>;
    tooth_chart_snapshots: Many<'tooth_chart_snapshots'>;
    treatment_plan_items: Many<'treatment_plan_items'>;
    treatment_plans: Many<'treatment_plans'>;
}

/** The services of the tenant: codes of CDT and codes of its own (FHIR ChargeItemDefinition). */
export interface ProcedureCatalogRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** List that the code comes from: CDT, or the tenant's own. */
    code_system: CodingSystem;
    /** Code of the service; in CDT a D and four digits. */
    code: string;
    /** Name of the service. */
    name: string;
    /** What the service is. */
    description: string | null;
    /** Category of the service. */
    category: ProcedureCategory;
    /** What a laboratory makes for it. */
    procedure_type: ProcedureType | null;
    /** Minutes that it takes as a rule. */
    duration_minutes: number | null;
    /** Whether it is done at a certain tooth. */
    requires_tooth: boolean;
    /** Whether it is done at a certain surface of a tooth. */
    requires_surface: boolean;
    /** Whether it is still offered. */
    is_active: boolean;
}
export type ProcedureCatalogNew = Pick<ProcedureCatalogRow, 'code' | 'name'> & Partial<Pick<ProcedureCatalogRow, 'code_system' | 'description' | 'category' | 'procedure_type' | 'duration_minutes' | 'requires_tooth' | 'requires_surface' | 'is_active'>>;
export type ProcedureCatalogChange = Partial<Pick<ProcedureCatalogRow, 'code_system' | 'code' | 'name' | 'description' | 'category' | 'procedure_type' | 'duration_minutes' | 'requires_tooth' | 'requires_surface' | 'is_active'>>;
export interface ProcedureCatalogEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fee_schedule_items: Many<'fee_schedule_items'>;
    invoice_items: Many<'invoice_items'>;
    procedures: Many<'procedures'>;
    tenants: One<'tenants'>;
    treatment_plan_items: Many<'treatment_plan_items'>;
}

/** A material or implant that was used in a procedure; lots and implants can be traced to the patient. */
export interface ProcedureMaterialsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The procedure. */
    procedure_id: Id;
    /** The patient; the procedure's own. */
    patient_id: Id;
    /** The material, in the catalog of materials. */
    material_id: Id | null;
    /** The item of the stock that it was taken from. */
    inventory_item_id: Id | null;
    /** What it was, where no catalog has it. */
    description: string | null;
    /** How much was used. */
    quantity: number;
    /** Unit of the quantity (UCUM): g, ml, piece. */
    unit: string | null;
    /** Shade. */
    shade: string | null;
    /** Lot of the manufacturer. */
    lot_number: string | null;
    /** Serial number. */
    serial_number: string | null;
    /** Unique device identifier of an implant (UDI, EU MDR and FDA). */
    udi: string | null;
    /** Expiry date. */
    expires_on: Day | null;
}
export type ProcedureMaterialsNew = Pick<ProcedureMaterialsRow, 'procedure_id' | 'patient_id'> & Partial<Pick<ProcedureMaterialsRow, 'material_id' | 'inventory_item_id' | 'description' | 'quantity' | 'unit' | 'shade' | 'lot_number' | 'serial_number' | 'udi' | 'expires_on'>>;
export type ProcedureMaterialsChange = Partial<Pick<ProcedureMaterialsRow, 'procedure_id' | 'patient_id' | 'material_id' | 'inventory_item_id' | 'description' | 'quantity' | 'unit' | 'shade' | 'lot_number' | 'serial_number' | 'udi' | 'expires_on'>>;
export interface ProcedureMaterialsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_procedures: One<'fact_procedures'>;
    inventory_items: One<'inventory_items'>;
    material_reference: One<'material_reference'>;
    procedures: One<'procedures'>;
    tenants: One<'tenants'>;
}

/** A clinical service that was done (FHIR Procedure). */
export interface ProceduresRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** The visit. */
    encounter_id: Id | null;
    /** Who did it. */
    provider_id: Id | null;
    /** The procedure, in the tenant's catalog. */
    procedure_catalog_id: Id | null;
    /** Code of the procedure: CDT, or the tenant's own list. */
    cdt_code: string;
    /** What was done. */
    description: string | null;
    /** Tooth, FDI two-digit notation (ISO 3950). */
    tooth_number: number | null;
    /** Surfaces of the tooth. */
    surface: ToothSurface[];
    /** Part of the mouth, where it is not one tooth. */
    oral_area: OralArea | null;
    /** How often it was done. */
    quantity: number;
    /** When it began. */
    start_at: Time | null;
    /** When it ended. */
    end_at: Time | null;
    /** How it ended. */
    status: ProcedureStatus;
    /** Currency of the fee (ISO 4217). */
    currency: string | null;
    /** What is charged for it in all, in minor units of the currency. */
    fee: number | null;
    /** Anaesthetic: substance, amount, technique. */
    anesthesia: string | null;
    /** What is worth knowing about it. */
    notes: string | null;
}
export type ProceduresNew = Pick<ProceduresRow, 'patient_id' | 'cdt_code'> & Partial<Pick<ProceduresRow, 'encounter_id' | 'provider_id' | 'procedure_catalog_id' | 'description' | 'tooth_number' | 'surface' | 'oral_area' | 'quantity' | 'start_at' | 'end_at' | 'status' | 'currency' | 'fee' | 'anesthesia' | 'notes'>>;
export type ProceduresChange = Partial<Pick<ProceduresRow, 'patient_id' | 'encounter_id' | 'provider_id' | 'procedure_catalog_id' | 'cdt_code' | 'description' | 'tooth_number' | 'surface' | 'oral_area' | 'quantity' | 'start_at' | 'end_at' | 'status' | 'currency' | 'fee' | 'anesthesia' | 'notes'>>;
export interface ProceduresEmbeds {
    ai_outcome_links: Many<'ai_outcome_links'>;
    claim_lines: Many<'claim_lines'>;
    clinical_outcomes: Many<'clinical_outcomes'>;
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    invoice_items: Many<'invoice_items'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    procedure_catalog: One<'procedure_catalog'>;
    procedure_materials: Many<'procedure_materials'>;
    tenants: One<'tenants'>;
    treatment_plan_procedures: Many<'treatment_plan_procedures'>;
}

/** One thing that is shared with a referral: a report, an image, a scan, a part of the record. */
export interface ReferralItemsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The referral. */
    referral_id: Id;
    /** What is shared, as in the address of the API. */
    resource_type: string;
    /** Identifier of what is shared, at the side that shares it. */
    resource_id: Id | null;
    /** The copy, as it was when it was shared. */
    content: Record<string, unknown> | null;
    /** The bytes that belong to it. */
    object_id: Id | null;
    /** Identifier of the row that the copy became, at the side that accepted. */
    copied_to_id: Id | null;
}
export type ReferralItemsNew = Pick<ReferralItemsRow, 'referral_id' | 'resource_type'> & Partial<Pick<ReferralItemsRow, 'resource_id'>>;
export interface ReferralItemsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    referrals: One<'referrals'>;
    tenants: One<'tenants'>;
}

/** A patient or case sent to another provider, another organisation or for a second opinion (FHIR ServiceRequest). Between organisations it is an offer: who accepts gets copies of what was shared, and a row of their own. */
export interface ReferralsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Number of the referral, unique in the tenant. */
    referral_number: string;
    /** Who it goes to. */
    referral_type: ReferralType;
    /** Whether the organisation made it or received it. */
    direction: ReferralDirection;
    /** How far it is. */
    status: ReferralStatus;
    /** How soon the patient should be seen. */
    priority: PriorityLevel;
    /** The patient; empty on a received offer that is not accepted yet. */
    patient_id: Id | null;
    /** The case that is sent. */
    case_id: Id | null;
    /** The visit at which it was decided. */
    encounter_id: Id | null;
    /** The member who refers. */
    referring_user_id: Id | null;
    /** The member who is to take over or to advise. */
    recipient_user_id: Id | null;
    /** The provider outside of the platform. */
    external_contact_id: Id | null;
    /** The organisation at the other side. */
    counterpart_tenant_id: Id | null;
    /** Identifier of the referral's row at the other side. */
    counterpart_referral_id: Id | null;
    /** Specialty that is asked for: endodontics, oral surgery, … */
    specialty: string | null;
    /** Why the patient is referred. */
    reason: string;
    /** What the other is asked. */
    clinical_question: string | null;
    /** What the other answered. */
    response: string | null;
    /** When it was sent. */
    offered_at: Time | null;
    /** Until when it can be accepted. */
    expires_at: Time | null;
    /** When it was accepted or declined. */
    responded_at: Time | null;
    /** When the other had answered. */
    completed_at: Time | null;
    /** Why it was declined. */
    decline_reason: string | null;
    /** Further facts about the referral. */
    metadata: Record<string, unknown>;
}
export type ReferralsNew = Pick<ReferralsRow, 'reason'> & Partial<Pick<ReferralsRow, 'referral_type' | 'priority' | 'patient_id' | 'case_id' | 'encounter_id' | 'recipient_user_id' | 'external_contact_id' | 'counterpart_tenant_id' | 'specialty' | 'clinical_question' | 'expires_at' | 'metadata'>>;
export type ReferralsChange = Partial<Pick<ReferralsRow, 'referral_type' | 'priority' | 'patient_id' | 'case_id' | 'encounter_id' | 'recipient_user_id' | 'external_contact_id' | 'counterpart_tenant_id' | 'specialty' | 'reason' | 'clinical_question' | 'expires_at' | 'metadata'>>;
export interface ReferralsEmbeds {
    cases: One<'cases'>;
    'dim_tenant!counterpart_tenant_id': One<'dim_tenant'>;
    'dim_tenant!tenant_id': One<'dim_tenant'>;
    'dim_time!counterpart_tenant_id': One<'dim_time'>;
    'dim_time!tenant_id': One<'dim_time'>;
    encounters: One<'encounters'>;
    external_contacts: One<'external_contacts'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    'members!recipient_user_id': One<'members'>;
    'members!referring_user_id': One<'members'>;
    patients: One<'patients'>;
    referral_items: Many<'referral_items'>;
    'tenants!counterpart_tenant_id': One<'tenants'>;
    'tenants!tenant_id': One<'tenants'>;
}

/** An image of a report. Its bytes are an object of a study, an object of their own, or kept elsewhere. */
export interface ReportImagesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The report. */
    report_id: Id;
    /** The image of a study that it shows. */
    imaging_object_id: Id | null;
    /** The stored bytes, where it belongs to no study. */
    object_id: Id | null;
    /** Where the image is, while that is kept elsewhere. */
    image_url: string | null;
    /** How it was made. */
    image_type: ReportImageType;
    /** Format of the image. */
    image_format: ImagingFormat;
    /** Columns of pixels. */
    width: number | null;
    /** Rows of pixels. */
    height: number | null;
    /** Number of bytes. */
    size_bytes: number | null;
    /** Its DICOM attributes without the pixels (DICOM JSON model, PS3.18 annex F). */
    dicom_metadata: Record<string, unknown>;
    /** When it was uploaded. */
    uploaded_at: Time;
    /** Place among the images of the report, lowest first. */
    display_order: number;
}
export type ReportImagesNew = Pick<ReportImagesRow, 'report_id' | 'image_type' | 'image_format'> & Partial<Pick<ReportImagesRow, 'imaging_object_id' | 'image_url' | 'width' | 'height' | 'size_bytes' | 'dicom_metadata' | 'uploaded_at' | 'display_order'>>;
export type ReportImagesChange = Partial<Pick<ReportImagesRow, 'report_id' | 'imaging_object_id' | 'image_url' | 'image_type' | 'image_format' | 'width' | 'height' | 'size_bytes' | 'dicom_metadata' | 'uploaded_at' | 'display_order'>>;
export interface ReportImagesEmbeds {
    ai_diagnoses: One<'ai_diagnoses'>;
    diagnostic_reports: One<'diagnostic_reports'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    imaging_objects: One<'imaging_objects'>;
    tenants: One<'tenants'>;
    v_doctor_priority_queue: One<'v_doctor_priority_queue'>;
    v_patient_reports: One<'v_patient_reports'>;
}

/** Who used which research dataset, how and for what. Nobody can change it. */
export interface ResearchAccessLogsRow {
    /** The tenant whose dataset it is. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** When it was used. */
    created_at: Time;
    /** The dataset. */
    dataset_id: Id;
    /** In which way it was used. */
    access_type: ResearchAccessType;
    /** What it was used for. */
    purpose: string;
    /** Whether it was given. */
    outcome: AuditOutcome;
    /** The person; no foreign key, so that the log outlives the account. */
    user_id: Id | null;
    /** E-mail address of the person at that time. */
    user_email: string | null;
    /** Role of the person at that time. */
    user_role: string | null;
    /** How many rows were given. */
    row_count: number | null;
    /** The request it came from. */
    request_id: Id | null;
    /** Network address of the person. */
    ip_address: string | null;
    /** Program of the person. */
    user_agent: string | null;
    /** Further details, free of health information. */
    metadata: Record<string, unknown>;
}
export interface ResearchAccessLogsEmbeds {
    research_datasets: One<'research_datasets'>;
}

/** What was taken into a dataset, on which consent. It links pseudonyms to patients, so few may read it. */
export interface ResearchDatasetMembersRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The dataset. */
    dataset_id: Id;
    /** The patient whose data it is. */
    patient_id: Id;
    /** The consent that allows it. */
    consent_id: Id | null;
    /** Name of the patient inside the dataset. */
    pseudonym: string;
    /** Which resource was taken in. */
    resource_type: string;
    /** Which row was taken in. */
    resource_id: Id;
    /** When it was taken out again, for the versions to come. */
    withdrawn_at: Time | null;
    /** Why it was taken out. */
    withdrawal_reason: string | null;
}
export interface ResearchDatasetMembersEmbeds {
    consents: One<'consents'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    patients: One<'patients'>;
    research_datasets: One<'research_datasets'>;
    tenants: One<'tenants'>;
}

/** A dataset without persons, for research and for training models (FHIR ResearchStudy, Group). */
export interface ResearchDatasetsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Name of the dataset. */
    name: string;
    /** Version of the dataset; a frozen one never changes. */
    version_tag: string;
    /** What is in it. */
    description: string | null;
    /** What it is for. */
    purpose: string;
    /** Whether it still changes and may be used. */
    status: DatasetStatus;
    /** How persons were removed. */
    deidentification_method: DeidentificationMethod;
    /** The expert who determined that the risk is very small. */
    expert_name: string | null;
    /** Day of the expert's determination. */
    expert_determined_at: Day | null;
    /** Where the expert's report is. */
    expert_report_uri: string | null;
    /** Number of the ethics committee's approval. */
    ethics_approval: string | null;
    /** Whether only patients who consented are in it. */
    consent_required: boolean;
    /** The member who leads the research. */
    principal_investigator_id: Id | null;
    /** Which patients and data are taken in. */
    criteria: Record<string, unknown>;
    /** Number of members. */
    member_count: number;
    /** The stored bytes of the frozen dataset. */
    object_id: Id | null;
    /** When it was frozen. */
    frozen_at: Time | null;
}
export type ResearchDatasetsNew = Pick<ResearchDatasetsRow, 'name' | 'purpose' | 'deidentification_method'> & Partial<Pick<ResearchDatasetsRow, 'version_tag' | 'description' | 'expert_name' | 'expert_determined_at' | 'expert_report_uri' | 'ethics_approval' | 'consent_required' | 'principal_investigator_id' | 'criteria'>>;
export type ResearchDatasetsChange = Partial<Pick<ResearchDatasetsRow, 'name' | 'version_tag' | 'description' | 'purpose' | 'deidentification_method' | 'expert_name' | 'expert_determined_at' | 'expert_report_uri' | 'ethics_approval' | 'consent_required' | 'principal_investigator_id' | 'criteria'>>;
export interface ResearchDatasetsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    members: One<'members'>;
    research_access_logs: Many<'research_access_logs'>;
    research_dataset_members: Many<'research_dataset_members'>;
    tenants: One<'tenants'>;
}

/** Which permissions a role grants: in every tenant, or in one tenant only. */
export interface RolePermissionsRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The tenant where it holds; empty for everywhere. */
    tenant_id: Id | null;
    /** The role. */
    role_id: Id;
    /** The permission. */
    permission: string;
}
export interface RolePermissionsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    permissions: One<'permissions'>;
    roles: One<'roles'>;
    tenants: One<'tenants'>;
}

/** A named set of permissions: for every tenant, or one tenant's own. */
export interface RolesRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The tenant whose role it is; empty for everyone's. */
    tenant_id: Id | null;
    /** Name of the role. */
    name: string;
    /** What the role is for. */
    description: string;
}
export interface RolesEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    role_permissions: Many<'role_permissions'>;
    tenants: One<'tenants'>;
    user_roles: Many<'user_roles'>;
}

/** A room or chair that can be booked (FHIR Location). */
export interface RoomsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The place that it belongs to. */
    location_id: Id;
    /** The room that a chair stands in. */
    parent_room_id: Id | null;
    /** Name, unique in its place. */
    name: string;
    /** What it is for. */
    kind: RoomKind;
    /** People who fit in. */
    capacity: number;
    /** What it is equipped with. */
    equipment: string[];
    /** What is worth knowing about it. */
    notes: string | null;
    /** Whether it can be booked. */
    is_active: boolean;
}
export type RoomsNew = Pick<RoomsRow, 'location_id' | 'name'> & Partial<Pick<RoomsRow, 'parent_room_id' | 'kind' | 'capacity' | 'equipment' | 'notes' | 'is_active'>>;
export type RoomsChange = Partial<Pick<RoomsRow, 'location_id' | 'parent_room_id' | 'name' | 'kind' | 'capacity' | 'equipment' | 'notes' | 'is_active'>>;
export interface RoomsEmbeds {
    appointments: Many<'appointments'>;
    dim_location: One<'dim_location'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    locations: One<'locations'>;
    parent_room_id: One<'rooms'>;
    rooms: Many<'rooms'>;
    tenants: One<'tenants'>;
}

/** A stop of a route: where, when and for which case. */
export interface RouteStopsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The route. */
    route_id: Id;
    /** Its place in the order of the stops. */
    position: number;
    /** The case that is picked up or delivered. */
    case_id: Id | null;
    /** The shipment that is picked up or delivered. */
    shipment_id: Id | null;
    /** The partner dentist who is visited. */
    dentist_id: Id | null;
    /** The tenant's own place that is visited. */
    location_id: Id | null;
    /** What is done there. */
    stop_type: ShipmentType;
    /** How far it is. */
    status: RouteStopStatus;
    /** Where it is: name, line1, line2, city, region, postal_code, country (ISO 3166-1 alpha-2). */
    address: { city?: string; country?: string; line1?: string; line2?: string; name?: string; postal_code?: string; region?: string };
    /** Who to ask for. */
    contact_name: string | null;
    /** Telephone number to call. */
    contact_phone: string | null;
    /** When the driver is to be there. */
    planned_arrival_at: Time | null;
    /** Not before this time. */
    window_start_at: Time | null;
    /** Not after this time. */
    window_end_at: Time | null;
    /** When the driver was there. */
    arrived_at: Time | null;
    /** When the driver went on. */
    departed_at: Time | null;
    /** What the driver should know. */
    instructions: string | null;
}
export type RouteStopsNew = Pick<RouteStopsRow, 'route_id'> & Partial<Pick<RouteStopsRow, 'position' | 'case_id' | 'shipment_id' | 'dentist_id' | 'location_id' | 'stop_type' | 'address' | 'contact_name' | 'contact_phone' | 'planned_arrival_at' | 'window_start_at' | 'window_end_at' | 'instructions'>>;
export type RouteStopsChange = Partial<Pick<RouteStopsRow, 'route_id' | 'position' | 'case_id' | 'shipment_id' | 'dentist_id' | 'location_id' | 'stop_type' | 'address' | 'contact_name' | 'contact_phone' | 'planned_arrival_at' | 'window_start_at' | 'window_end_at' | 'instructions'>>;
export interface RouteStopsEmbeds {
    cases: One<'cases'>;
    delivery_routes: One<'delivery_routes'>;
    dentist_profiles: One<'dentist_profiles'>;
    dim_location: One<'dim_location'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    locations: One<'locations'>;
    shipments: One<'shipments'>;
    tenants: One<'tenants'>;
}

/** A part of a scan that was told apart: a tooth with its number, or the gums. */
export interface SegmentsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The case. */
    case_id: Id;
    /** The scan. */
    case_file_id: Id;
    /** The stored mesh of the segment alone, where there is one. */
    mesh_object_id: Id | null;
    /** The job that found it. */
    created_by_job: Id | null;
    /** What it is. */
    segment_type: SegmentType;
    /** Tooth number, FDI two-digit notation (ISO 3950). */
    fdi: number | null;
    /** Name of the segment in the mesh files: tooth_11, gingiva. */
    label: string;
    /** How sure the finding is, 0 to 1. */
    confidence_score: number | null;
    /** Triangles of the scan that belong to it. */
    face_count: number;
    /** Surface, in square millimetres. */
    area_mm2: number | null;
    /** Centre [x, y, z], in the scan's coordinates, millimetres. */
    centroid: unknown;
    /** Measurements: bounding box, widths, crown height, in millimetres. */
    properties: Record<string, unknown>;
    /** Further facts about the segment. */
    metadata: Record<string, unknown>;
}
export interface SegmentsEmbeds {
    case_files: One<'case_files'>;
    cases: One<'cases'>;
    jobs: One<'jobs'>;
}

/** A signed-in device of a person in a tenant. */
export interface SessionsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The person. */
    user_id: Id;
    /** Network address at sign-in. */
    ip_address: string | null;
    /** Program at sign-in. */
    user_agent: string | null;
    /** What is known of the device. */
    device_info: Record<string, unknown>;
    /** When the session began. */
    login_time: Time;
    /** When it was last used, to the minute. */
    last_activity: Time;
    /** When it ends by itself. */
    expires_at: Time;
    /** When it was ended. */
    logout_time: Time | null;
    /** Whether nobody ended it; it may have ended by itself (expires_at). */
    is_active: boolean;
}
export interface SessionsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    members: One<'members'>;
    tenants: One<'tenants'>;
}

/** A pickup or delivery of a case. */
export interface ShipmentsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Number of the shipment, unique in the tenant. */
    shipment_number: string;
    /** The case. */
    case_id: Id;
    /** Which way it goes. */
    shipment_type: ShipmentType;
    /** Where it is. */
    status: ShipmentStatus;
    /** The partner dentist at the other end. */
    dentist_id: Id | null;
    /** The tenant's own place at this end. */
    location_id: Id | null;
    /** Where it is picked up: name, line1, line2, city, region, postal_code, country (ISO 3166-1 alpha-2). */
    origin_address: unknown;
    /** Where it goes: name, line1, line2, city, region, postal_code, country (ISO 3166-1 alpha-2). */
    destination_address: unknown;
    /** Who to ask for. */
    contact_name: string | null;
    /** Telephone number to call. */
    contact_phone: string | null;
    /** Who carries it; empty for the own driver. */
    carrier: string | null;
    /** Number by which the carrier tracks it. */
    tracking_number: string | null;
    /** Number of packages. */
    package_count: number;
    /** Weight, in grams. */
    weight_grams: number | null;
    /** What it costs, in minor units of the currency. */
    cost_amount: number | null;
    /** Currency of the cost (ISO 4217). */
    currency: string | null;
    /** Earliest planned time at the other end. */
    planned_from: Time | null;
    /** Latest planned time at the other end. */
    planned_until: Time | null;
    /** When it was taken over. */
    picked_up_at: Time | null;
    /** When it was handed over. */
    delivered_at: Time | null;
    /** Who received it. */
    received_by: string | null;
    /** Why it could not be handed over. */
    failure_reason: string | null;
    /** What the driver should know. */
    instructions: string | null;
}
export type ShipmentsNew = Pick<ShipmentsRow, 'case_id'> & Partial<Pick<ShipmentsRow, 'shipment_number' | 'shipment_type' | 'dentist_id' | 'location_id' | 'origin_address' | 'destination_address' | 'contact_name' | 'contact_phone' | 'carrier' | 'tracking_number' | 'package_count' | 'weight_grams' | 'cost_amount' | 'currency' | 'planned_from' | 'planned_until' | 'instructions'>>;
export type ShipmentsChange = Partial<Pick<ShipmentsRow, 'shipment_number' | 'case_id' | 'shipment_type' | 'dentist_id' | 'location_id' | 'origin_address' | 'destination_address' | 'contact_name' | 'contact_phone' | 'carrier' | 'tracking_number' | 'package_count' | 'weight_grams' | 'cost_amount' | 'currency' | 'planned_from' | 'planned_until' | 'instructions'>>;
export interface ShipmentsEmbeds {
    cases: One<'cases'>;
    dentist_profiles: One<'dentist_profiles'>;
    dim_location: One<'dim_location'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    locations: One<'locations'>;
    route_stops: Many<'route_stops'>;
    tenants: One<'tenants'>;
}

/** How each member of the staff works: stages open now and completed in the last 90 days, and ratings. */
export interface StaffPerformanceRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier of the staff profile. */
    id: Id | null;
    /** The person's account. */
    user_id: Id | null;
    /** Name of the person. */
    full_name: string | null;
    /** The department where they work. */
    department_id: Id | null;
    /** What they are. */
    job_title: string | null;
    /** Stages of production that they have to do. */
    open_stage_count: number | null;
    /** Those of them whose time is over. */
    overdue_stage_count: number | null;
    /** Stages that they did in the last 90 days. */
    completed_stage_count: number | null;
    /** How often their stages were done again. */
    rework_count: number | null;
    /** Share of their stages with a date that were done in time, 0 to 1. */
    on_time_rate: number | null;
    /** Mean time of a stage from beginning to end, in hours. */
    average_stage_hours: number | null;
    /** Planned time over time taken; above 1 is faster than planned. */
    efficiency: number | null;
    /** Reviews of their work. */
    review_count: number | null;
    /** Mean rating of all reviews, 1 to 5. */
    average_rating: number | null;
    /** Rating of the last review, 1 to 5. */
    last_rating: number | null;
    /** Day of the last review. */
    last_reviewed_on: Day | null;
}
export interface StaffPerformanceEmbeds {
}

/** Someone who is employed: department, skills, terms. */
export interface StaffProfilesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The person. */
    user_id: Id;
    /** The department. */
    department_id: Id | null;
    /** Number of the person in the payroll. */
    employee_number: string | null;
    /** Position. */
    job_title: string | null;
    /** How the person is employed. */
    employment_type: EmploymentType;
    /** Whether the person is at work. */
    employment_status: EmploymentStatus;
    /** First day at work. */
    hired_on: Day | null;
    /** Last day at work. */
    left_on: Day | null;
    /** Hours of work in a week, by contract. */
    weekly_hours: number | null;
    /** What the person can do. */
    skills: string[];
    /** Telephone number. */
    phone: string | null;
    /** Whom to call in an emergency. */
    emergency_contact: string | null;
    /** What is worth knowing. */
    notes: string | null;
}
export type StaffProfilesNew = Pick<StaffProfilesRow, 'user_id'> & Partial<Pick<StaffProfilesRow, 'department_id' | 'employee_number' | 'job_title' | 'employment_type' | 'employment_status' | 'hired_on' | 'left_on' | 'weekly_hours' | 'skills' | 'phone' | 'emergency_contact' | 'notes'>>;
export type StaffProfilesChange = Partial<Pick<StaffProfilesRow, 'user_id' | 'department_id' | 'employee_number' | 'job_title' | 'employment_type' | 'employment_status' | 'hired_on' | 'left_on' | 'weekly_hours' | 'skills' | 'phone' | 'emergency_contact' | 'notes'>>;
export interface StaffProfilesEmbeds {
    delivery_routes: Many<'delivery_routes'>;
    departments: One<'departments'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    members: One<'members'>;
    performance_reviews: Many<'performance_reviews'>;
    staff_schedules: Many<'staff_schedules'>;
    tenants: One<'tenants'>;
}

/** When someone works in a week; a shift past midnight is two rows. */
export interface StaffSchedulesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Who works. */
    staff_id: Id;
    /** Where. */
    location_id: Id | null;
    /** Day of the week. */
    weekday: Weekday;
    /** When work begins, by the clock of the place. */
    start_time: unknown;
    /** When work ends, by the clock of the place. */
    end_time: unknown;
    /** Minutes of break in between. */
    break_minutes: number;
    /** First day on which it counts. */
    valid_from: Day;
    /** Last day on which it counts; empty while it has no end. */
    valid_until: Day | null;
    /** What is worth knowing. */
    notes: string | null;
}
export type StaffSchedulesNew = Pick<StaffSchedulesRow, 'staff_id' | 'weekday' | 'start_time' | 'end_time'> & Partial<Pick<StaffSchedulesRow, 'location_id' | 'break_minutes' | 'valid_from' | 'valid_until' | 'notes'>>;
export type StaffSchedulesChange = Partial<Pick<StaffSchedulesRow, 'staff_id' | 'location_id' | 'weekday' | 'start_time' | 'end_time' | 'break_minutes' | 'valid_from' | 'valid_until' | 'notes'>>;
export interface StaffSchedulesEmbeds {
    dim_location: One<'dim_location'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    locations: One<'locations'>;
    staff_profiles: One<'staff_profiles'>;
    tenants: One<'tenants'>;
}

/** The plans on offer: what they cost and what they include (billing plans). */
export interface SubscriptionPlansRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** Short name of the plan: basic, pro, enterprise, research. */
    code: string;
    /** Name of the plan as it is shown. */
    name: string;
    /** Who the plan is for. */
    description: string | null;
    /** Currency of the prices (ISO 4217). */
    currency: string;
    /** Price of a month, in the currency's smallest unit; empty: by agreement. */
    price_per_month: number | null;
    /** Price of a year, in the currency's smallest unit; empty: by agreement. */
    price_per_year: number | null;
    /** AI analyses that a month includes; empty: no limit. */
    included_ai_calls: number | null;
    /** Members that it includes; empty: no limit. */
    seats: number | null;
    /** Storage that it includes, in bytes; empty: no limit. */
    storage_bytes: number | null;
    /** Most API calls in a minute; empty: no limit of its own. */
    api_rate_limit_per_minute: number | null;
    /** Capabilities that it includes. */
    features: TenantFeature[];
    /** Days that it may be tried without paying. */
    trial_days: number;
    /** Whether it can be bought now. */
    is_active: boolean;
}
export interface SubscriptionPlansEmbeds {
    tenant_subscriptions: Many<'tenant_subscriptions'>;
}

/** Who supplies materials, tools and machines, and how good they are at it. */
export interface SuppliersRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Name of the supplier. */
    name: string;
    /** The tenant's own number for the supplier. */
    supplier_code: string | null;
    /** Who to talk to. */
    contact_name: string | null;
    /** E-mail address for orders. */
    email: string | null;
    /** Telephone number. */
    phone: string | null;
    /** Address of its site. */
    website: string | null;
    /** Postal address: line1, line2, city, region, postal_code, country (ISO 3166-1 alpha-2). */
    address: { city?: string; country?: string; line1?: string; line2?: string; postal_code?: string; region?: string };
    /** Tax number. */
    tax_number: string | null;
    /** Currency of its prices (ISO 4217). */
    currency: string | null;
    /** Days to pay its invoices. */
    payment_terms_days: number | null;
    /** Days from order to delivery, as a rule. */
    lead_time_days: number | null;
    /** How good it is, 1 to 5. */
    rating: number | null;
    /** When it was last rated. */
    rated_at: Time | null;
    /** Whether it is ordered from. */
    is_active: boolean;
    /** What else there is to say. */
    notes: string | null;
}
export type SuppliersNew = Pick<SuppliersRow, 'name'> & Partial<Pick<SuppliersRow, 'supplier_code' | 'contact_name' | 'email' | 'phone' | 'website' | 'address' | 'tax_number' | 'currency' | 'payment_terms_days' | 'lead_time_days' | 'rating' | 'rated_at' | 'is_active' | 'notes'>>;
export type SuppliersChange = Partial<Pick<SuppliersRow, 'name' | 'supplier_code' | 'contact_name' | 'email' | 'phone' | 'website' | 'address' | 'tax_number' | 'currency' | 'payment_terms_days' | 'lead_time_days' | 'rating' | 'rated_at' | 'is_active' | 'notes'>>;
export interface SuppliersEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    inventory_items: Many<'inventory_items'>;
    inventory_transactions: Many<'inventory_transactions'>;
    tenants: One<'tenants'>;
}

/** What became of one record of a synchronisation. */
export interface SyncJobLogsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The synchronisation. */
    sync_job_id: Id;
    /** What the record is here, as in the address of the API. */
    resource_type: string;
    /** Identifier of the record here. */
    resource_id: Id | null;
    /** Identifier of the record at the other side. */
    external_id: string | null;
    /** What became of it. */
    status: SyncRecordStatus;
    /** Stable name of what went wrong. */
    error_code: string | null;
    /** What went wrong. */
    error_message: string | null;
    /** Number of rows that it made. */
    created_count: number;
    /** Number of rows that it changed. */
    updated_count: number;
    /** Number of rows that failed. */
    failed_count: number;
}
export interface SyncJobLogsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    sync_jobs: One<'sync_jobs'>;
    tenants: One<'tenants'>;
}

/** One synchronisation with another system, and what came of it. */
export interface SyncJobsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The connection. */
    tenant_integration_id: Id;
    /** What is brought or sent. */
    operation: SyncOperation;
    /** How far it is. */
    status: JobStatus;
    /** The background work that does it. */
    job_id: Id | null;
    /** Where the next one goes on, as the other system said. */
    cursor: string | null;
    /** First moment of what is exchanged. */
    period_start: Time | null;
    /** Last moment of what is exchanged. */
    period_end: Time | null;
    /** When it began. */
    started_at: Time | null;
    /** When it ended. */
    finished_at: Time | null;
    /** Number of records that were made. */
    created_count: number;
    /** Number of records that were changed. */
    updated_count: number;
    /** Number of records that failed. */
    failed_count: number;
    /** Why it failed. */
    error_message: string | null;
    /** What it was asked to do. */
    parameters: Record<string, unknown>;
}
export interface SyncJobsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    jobs: One<'jobs'>;
    sync_job_logs: Many<'sync_job_logs'>;
    tenant_integrations: One<'tenant_integrations'>;
    tenants: One<'tenants'>;
}

/** Settings by key: the platform's, or one tenant's. */
export interface SystemSettingsRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The tenant whose setting it is; empty for the platform's. */
    tenant_id: Id | null;
    /** Name of the setting. */
    setting_key: string;
    /** Value; empty where it is sensitive. */
    setting_value: unknown;
    /** What the setting does. */
    description: string | null;
    /** Whether the value is a secret: it is stored encrypted and never shown. */
    is_sensitive: boolean;
}
export type SystemSettingsNew = Pick<SystemSettingsRow, 'setting_key'> & Partial<Pick<SystemSettingsRow, 'setting_value' | 'description'>>;
export type SystemSettingsChange = Partial<Pick<SystemSettingsRow, 'setting_key' | 'setting_value' | 'description'>>;
export interface SystemSettingsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenants: One<'tenants'>;
}

/** Who belongs to which team (FHIR CareTeam.participant). */
export interface TeamMembersRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The team. */
    team_id: Id;
    /** The member. */
    user_id: Id;
    /** The place where the member belongs to it; empty: everywhere. */
    location_id: Id | null;
    /** Whether the member leads the team. */
    is_lead: boolean;
}
export type TeamMembersNew = Pick<TeamMembersRow, 'team_id' | 'user_id'> & Partial<Pick<TeamMembersRow, 'location_id' | 'is_lead'>>;
export type TeamMembersChange = Partial<Pick<TeamMembersRow, 'team_id' | 'user_id' | 'location_id' | 'is_lead'>>;
export interface TeamMembersEmbeds {
    dim_location: One<'dim_location'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    locations: One<'locations'>;
    members: One<'members'>;
    teams: One<'teams'>;
    tenants: One<'tenants'>;
}

/** A group of people inside the tenant: hygiene team, periodontics, research group (FHIR CareTeam, Organization). */
export interface TeamsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Name of the team. */
    name: string;
    /** What kind of group it is. */
    kind: TeamKind;
    /** What the team is for. */
    description: string | null;
    /** The place that it belongs to; empty for a team of several places. */
    location_id: Id | null;
}
export type TeamsNew = Pick<TeamsRow, 'name'> & Partial<Pick<TeamsRow, 'kind' | 'description' | 'location_id'>>;
export type TeamsChange = Partial<Pick<TeamsRow, 'name' | 'kind' | 'description' | 'location_id'>>;
export interface TeamsEmbeds {
    conversations: Many<'conversations'>;
    dim_location: One<'dim_location'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    locations: One<'locations'>;
    team_members: Many<'team_members'>;
    tenants: One<'tenants'>;
    user_roles: Many<'user_roles'>;
}

/** The 52 teeth of ISO 3950 and what the other notations call them. */
export interface TeethRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** FDI two-digit notation (ISO 3950). */
    fdi: number;
    /** Universal notation of the American Dental Association: 1 to 32, primary teeth A to T. */
    universal: string;
    /** Palmer notation: quadrant (UR, UL, LL, LR) and 1 to 8, primary teeth A to E. */
    palmer: string;
    /** Permanent or primary. */
    dentition: DentitionStage;
    /** The jaw. */
    jaw: Jaw;
    /** Side of the patient. */
    side: BodySide;
    /** First digit of the FDI number: 1 to 4 permanent, 5 to 8 primary. */
    quadrant: number;
    /** Second digit of the FDI number: place from the midline. */
    position: number;
    /** What kind of tooth it is. */
    kind: ToothKind;
    /** Name of the tooth. */
    name: string;
    /** The permanent tooth that takes the place of a primary one. */
    successor_fdi: number | null;
}
export interface TeethEmbeds {
}

/** How the platform bills the tenant: contact, address, means of payment. */
export interface TenantBillingAccountsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Name of the organisation on invoices. */
    legal_name: string;
    /** Tax number of the organisation. */
    tax_number: string | null;
    /** Who receives the invoices. */
    contact_name: string | null;
    /** E-mail address for invoices. */
    contact_email: string | null;
    /** Telephone number for questions about invoices. */
    contact_phone: string | null;
    /** Address on invoices: line1, line2, city, region, postal_code, country (ISO 3166-1 alpha-2). */
    billing_address: { city?: string; country?: string; line1?: string; line2?: string; postal_code?: string; region?: string };
    /** Currency of the invoices (ISO 4217). */
    currency: string;
    /** Days to pay an invoice. */
    payment_terms_days: number;
    /** How invoices are paid. */
    payment_method: PaymentMethod | null;
    /** The means of payment as it may be shown, such as the last four digits of a card. */
    payment_method_label: string | null;
}
export type TenantBillingAccountsNew = Pick<TenantBillingAccountsRow, 'legal_name' | 'currency'> & Partial<Pick<TenantBillingAccountsRow, 'tax_number' | 'contact_name' | 'contact_email' | 'contact_phone' | 'billing_address' | 'payment_terms_days' | 'payment_method'>>;
export type TenantBillingAccountsChange = Partial<Pick<TenantBillingAccountsRow, 'legal_name' | 'tax_number' | 'contact_name' | 'contact_email' | 'contact_phone' | 'billing_address' | 'currency' | 'payment_terms_days' | 'payment_method'>>;
export interface TenantBillingAccountsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    invoices: Many<'invoices'>;
    tenants: One<'tenants'>;
}

/** How the platform looks for an organisation's people and patients (white label). */
export interface TenantBrandingRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** Name under which the platform appears. */
    product_name: string | null;
    /** Pictures of the brand by use (light, dark, icon, letterhead): where each is. */
    logos: Record<string, unknown>;
    /** Colours by scheme (light, dark) and use. */
    color_schemes: Record<string, unknown>;
    /** Subject and text of letters, by occasion and language. */
    email_templates: Record<string, unknown>;
}
export type TenantBrandingNew = Partial<Pick<TenantBrandingRow, 'product_name' | 'logos' | 'color_schemes' | 'email_templates'>>;
export type TenantBrandingChange = Partial<Pick<TenantBrandingRow, 'product_name' | 'logos' | 'color_schemes' | 'email_templates'>>;
export interface TenantBrandingEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenants: One<'tenants'>;
}

/** Which capabilities an organisation has (feature flags). */
export interface TenantFeaturesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The capability. */
    feature: TenantFeature;
    /** Whether it is switched on. */
    is_enabled: boolean;
    /** Why the organisation has it. */
    source: FeatureSource;
    /** From when it has it. */
    valid_from: Time | null;
    /** Until when it has it. */
    valid_until: Time | null;
    /** Further choices of the capability. */
    config: Record<string, unknown>;
}
export interface TenantFeaturesEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenants: One<'tenants'>;
}

/** A connection of the tenant to another system (FHIR Endpoint). */
export interface TenantIntegrationsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The system. */
    external_system_id: Id;
    /** What kind of system it is; as the catalog says. */
    system_type: ExternalSystemType;
    /** The place that the connection is for; empty for all. */
    location_id: Id | null;
    /** Name of the connection. */
    display_name: string;
    /** Whether it works. */
    status: IntegrationStatus;
    /** Whether data flows one way or both. */
    sync_mode: SyncMode;
    /** Minutes between two synchronisations; empty for none by itself. */
    sync_interval_minutes: number | null;
    /** Settings of the connection without secrets. */
    settings: Record<string, unknown>;
    /** When it last exchanged data. */
    last_sync_at: Time | null;
    /** Why it does not work. */
    last_error: string | null;
}
export type TenantIntegrationsNew = Pick<TenantIntegrationsRow, 'external_system_id' | 'system_type' | 'display_name'> & Partial<Pick<TenantIntegrationsRow, 'location_id' | 'sync_mode' | 'sync_interval_minutes' | 'settings'>>;
export type TenantIntegrationsChange = Partial<Pick<TenantIntegrationsRow, 'external_system_id' | 'system_type' | 'location_id' | 'display_name' | 'sync_mode' | 'sync_interval_minutes' | 'settings'>>;
export interface TenantIntegrationsEmbeds {
    dicom_transactions: Many<'dicom_transactions'>;
    dim_location: One<'dim_location'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    external_systems: One<'external_systems'>;
    fhir_resources: Many<'fhir_resources'>;
    integration_credentials: Many<'integration_credentials'>;
    locations: One<'locations'>;
    sync_jobs: Many<'sync_jobs'>;
    tenants: One<'tenants'>;
    webhook_subscriptions: Many<'webhook_subscriptions'>;
}

/** Limits of the caller's organisation, and what it uses of its storage. */
export interface TenantQuotasRow {
    /** The organisation. */
    tenant_id: Id | null;
    /** The organisation itself. */
    id: Id | null;
    /** Most members. */
    max_users: number | null;
    /** Most bytes of stored objects. */
    max_storage_bytes: number | null;
    /** Most AI analyses in a month. */
    max_ai_inferences_per_month: number | null;
    /** Most API calls in a minute. */
    api_rate_limit_per_minute: number | null;
    /** Bytes of objects that are stored. */
    used_storage_bytes: number | null;
    /** Bytes promised to uploads that are under way. */
    reserved_storage_bytes: number | null;
}
export interface TenantQuotasEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenants: One<'tenants'>;
}

/** How an organisation works: where its data may be, how long it is kept, its formats, its clinical habits. */
export interface TenantSettingsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** Country or region that its data must not leave; empty: any. */
    data_residency: string | null;
    /** How long data is kept whose class has no policy of its own: min_years, max_years, archival_strategy. */
    default_retention_policies: { archival_strategy?: 'keep_online' | 'cold_storage' | 'deidentify' | 'purge'; max_years?: number; min_years?: number };
    /** Language (BCP 47), currency (ISO 4217), formats of dates and times, first day of the week (1 is Monday), tooth notation, units. */
    localization: { currency?: string; date_format?: string; first_day_of_week?: number; language?: string; measurement_system?: 'metric' | 'imperial'; time_format?: '12h' | '24h'; tooth_notation?: 'fdi' | 'universal' | 'palmer' };
    /** Choices of how clinical work is done, by name. */
    clinical_workflow_options: Record<string, unknown>;
}
export type TenantSettingsNew = Partial<Pick<TenantSettingsRow, 'data_residency' | 'default_retention_policies' | 'localization' | 'clinical_workflow_options'>>;
export type TenantSettingsChange = Partial<Pick<TenantSettingsRow, 'data_residency' | 'default_retention_policies' | 'localization' | 'clinical_workflow_options'>>;
export interface TenantSettingsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenants: One<'tenants'>;
}

/** Which plan an organisation has, from when until when. */
export interface TenantSubscriptionsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The plan. */
    plan_id: Id;
    /** When it begins. */
    start_at: Time;
    /** When it ends; empty: open. */
    end_at: Time | null;
    /** How it stands. */
    status: SubscriptionStatus;
    /** How often it is billed. */
    billing_cycle: BillingCycle;
    /** Whether it began as a trial. */
    is_trial: boolean;
    /** When the trial ends. */
    trial_ends_at: Time | null;
    /** Whether it goes on by itself after its end. */
    auto_renew: boolean;
    /** When it was cancelled. */
    cancelled_at: Time | null;
    /** Why it was cancelled. */
    cancellation_reason: string | null;
}
export interface TenantSubscriptionsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    subscription_plans: One<'subscription_plans'>;
    tenants: One<'tenants'>;
}

/** The organisation that the caller works in. */
export interface TenantsRow {
    /** The organisation itself. */
    tenant_id: Id | null;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id | null;
    /** Name of the organisation. */
    name: string | null;
    /** Short name for addresses and file names. */
    slug: string | null;
    /** What kind of organisation it is. */
    type: TenantType | null;
    /** Whether it may work on the platform. */
    status: TenantStatus | null;
    /** IANA time zone of its clock on the wall. */
    time_zone: string | null;
    /** Language and region of its texts (BCP 47). */
    locale: string | null;
    /** When it joined. */
    created_at: Time | null;
    /** When its entry was last changed. */
    updated_at: Time | null;
}
export interface TenantsEmbeds {
    ai_analyses: Many<'ai_analyses'>;
    ai_diagnoses: Many<'ai_diagnoses'>;
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    ai_model_deployments: Many<'ai_model_deployments'>;
    ai_outcome_links: Many<'ai_outcome_links'>;
    ai_predictions: Many<'ai_predictions'>;
    ai_review_events: Many<'ai_review_events'>;
    api_clients: Many<'api_clients'>;
    appointment_participants: Many<'appointment_participants'>;
    appointments: Many<'appointments'>;
    case_notes: Many<'case_notes'>;
    cases: Many<'cases'>;
    claim_lines: Many<'claim_lines'>;
    claim_status_events: Many<'claim_status_events'>;
    claims: Many<'claims'>;
    clinical_note_amendments: Many<'clinical_note_amendments'>;
    clinical_notes: Many<'clinical_notes'>;
    clinical_outcomes: Many<'clinical_outcomes'>;
    consents: Many<'consents'>;
    conversation_participants: Many<'conversation_participants'>;
    conversations: Many<'conversations'>;
    custom_field_definitions: Many<'custom_field_definitions'>;
    custom_field_values: Many<'custom_field_values'>;
    data_exports: Many<'data_exports'>;
    data_retention_policies: Many<'data_retention_policies'>;
    delivery_routes: Many<'delivery_routes'>;
    dental_photos: Many<'dental_photos'>;
    dentist_applications: Many<'dentist_applications'>;
    dentist_profiles: Many<'dentist_profiles'>;
    department_equipment: Many<'department_equipment'>;
    departments: Many<'departments'>;
    diagnostic_reports: Many<'diagnostic_reports'>;
    dicom_transactions: Many<'dicom_transactions'>;
    dim_location: Many<'dim_location'>;
    dim_payer: Many<'dim_payer'>;
    dim_provider: Many<'dim_provider'>;
    dim_tenant: Many<'dim_tenant'>;
    doctor_reviews: Many<'doctor_reviews'>;
    documents: Many<'documents'>;
    encounter_diagnoses: Many<'encounter_diagnoses'>;
    encounters: Many<'encounters'>;
    erasure_requests: Many<'erasure_requests'>;
    external_contacts: Many<'external_contacts'>;
    fact_ai_inferences: Many<'fact_ai_inferences'>;
    fact_appointments: Many<'fact_appointments'>;
    fact_claims: Many<'fact_claims'>;
    fact_encounters: Many<'fact_encounters'>;
    fact_patient_cohorts: Many<'fact_patient_cohorts'>;
    fact_procedures: Many<'fact_procedures'>;
    fee_schedule_items: Many<'fee_schedule_items'>;
    fee_schedules: Many<'fee_schedules'>;
    fhir_resources: Many<'fhir_resources'>;
    image_annotations: Many<'image_annotations'>;
    imaging_objects: Many<'imaging_objects'>;
    imaging_series: Many<'imaging_series'>;
    imaging_studies: Many<'imaging_studies'>;
    import_errors: Many<'import_errors'>;
    imports: Many<'imports'>;
    integration_credentials: Many<'integration_credentials'>;
    inventory_items: Many<'inventory_items'>;
    inventory_transactions: Many<'inventory_transactions'>;
    invoice_items: Many<'invoice_items'>;
    invoices: Many<'invoices'>;
    jobs: Many<'jobs'>;
    knowledge_documents: Many<'knowledge_documents'>;
    knowledge_localizations: Many<'knowledge_localizations'>;
    knowledge_versions: Many<'knowledge_versions'>;
    legal_holds: Many<'legal_holds'>;
    locations: Many<'locations'>;
    medical_records: Many<'medical_records'>;
    members: Many<'members'>;
    messages: Many<'messages'>;
    notification_deliveries: Many<'notification_deliveries'>;
    notifications: Many<'notifications'>;
    patient_addresses: Many<'patient_addresses'>;
    patient_allergies: Many<'patient_allergies'>;
    patient_conditions: Many<'patient_conditions'>;
    patient_identifiers: Many<'patient_identifiers'>;
    patient_insurance_policies: Many<'patient_insurance_policies'>;
    patient_medical_history: Many<'patient_medical_history'>;
    patient_medications: Many<'patient_medications'>;
    patient_profiles: Many<'patient_profiles'>;
    patient_relationships: Many<'patient_relationships'>;
    patient_social_history: Many<'patient_social_history'>;
    patients: Many<'patients'>;
    payers: Many<'payers'>;
    payments: Many<'payments'>;
    performance_reviews: Many<'performance_reviews'>;
    perio_measurements: Many<'perio_measurements'>;
    practitioners: Many<'practitioners'>;
    procedure_catalog: Many<'procedure_catalog'>;
    procedure_materials: Many<'procedure_materials'>;
    procedures: Many<'procedures'>;
    referral_items: Many<'referral_items'>;
    'referrals!counterpart_tenant_id': Many<'referrals'>;
    'referrals!tenant_id': Many<'referrals'>;
    report_images: Many<'report_images'>;
    research_dataset_members: Many<'research_dataset_members'>;
    research_datasets: Many<'research_datasets'>;
    role_permissions: Many<'role_permissions'>;
    roles: Many<'roles'>;
    rooms: Many<'rooms'>;
    route_stops: Many<'route_stops'>;
    sessions: Many<'sessions'>;
    shipments: Many<'shipments'>;
    staff_profiles: Many<'staff_profiles'>;
    staff_schedules: Many<'staff_schedules'>;
    suppliers: Many<'suppliers'>;
    sync_job_logs: Many<'sync_job_logs'>;
    sync_jobs: Many<'sync_jobs'>;
    system_settings: Many<'system_settings'>;
    team_members: Many<'team_members'>;
    teams: Many<'teams'>;
    tenant_billing_accounts: Many<'tenant_billing_accounts'>;
    tenant_branding: Many<'tenant_branding'>;
    tenant_features: Many<'tenant_features'>;
    tenant_integrations: Many<'tenant_integrations'>;
    tenant_quotas: Many<'tenant_quotas'>;
    tenant_settings: Many<'tenant_settings'>;
    tenant_subscriptions: Many<'tenant_subscriptions'>;
    tooth_chart_snapshots: Many<'tooth_chart_snapshots'>;
    treatment_plan_items: Many<'treatment_plan_items'>;
    treatment_plan_procedures: Many<'treatment_plan_procedures'>;
    treatment_plans: Many<'treatment_plans'>;
    usage_meter_readings: Many<'usage_meter_readings'>;
    user_roles: Many<'user_roles'>;
    v_doctor_priority_queue: Many<'v_doctor_priority_queue'>;
    v_patient_reports: Many<'v_patient_reports'>;
    vital_signs: Many<'vital_signs'>;
    webhook_deliveries: Many<'webhook_deliveries'>;
    webhook_events: Many<'webhook_events'>;
    webhook_subscriptions: Many<'webhook_subscriptions'>;
    workflow_instances: Many<'workflow_instances'>;
    workflow_stages: Many<'workflow_stages'>;
    workflow_template_stages: Many<'workflow_template_stages'>;
    workflow_templates: Many<'workflow_templates'>;
    workflow_transitions: Many<'workflow_transitions'>;
    workflows: Many<'workflows'>;
}

/** The whole dental chart of a patient as it was at one time; a change is a new snapshot. */
export interface ToothChartSnapshotsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** The visit; empty for a chart without one. */
    encounter_id: Id | null;
    /** Who charted. */
    practitioner_id: Id | null;
    /** When it was charted. */
    charted_at: Time;
    /** Notation in which it is shown; stored teeth are in FDI notation always. */
    notation: ToothNotation;
    /** Permanent teeth, milk teeth or both. */
    dentition: DentitionStage;
    /** For each tooth its status, conditions, restorations and prostheses, by surface; and the code system of the numbers (ISO 3950). */
    chart_json: { numbering: { code_system: string; version?: string }; teeth: ({ conditions?: ({ code: string; code_system?: string; display?: string; severity?: string; surfaces?: string[] })[]; notes?: string; prostheses?: ({ group?: string; kind: string; material?: string; placed_on?: string })[]; restorations?: ({ condition?: string; kind: string; material?: string; placed_on?: string; surfaces?: string[] })[]; status?: 'present' | 'missing' | 'extracted' | 'unerupted' | 'impacted' | 'erupting' | 'implant' | 'root_remnant' | 'supernumerary'; tooth: number })[] };
    /** What is worth knowing. */
    notes: string | null;
}
export type ToothChartSnapshotsNew = Pick<ToothChartSnapshotsRow, 'patient_id' | 'chart_json'> & Partial<Pick<ToothChartSnapshotsRow, 'encounter_id' | 'practitioner_id' | 'charted_at' | 'notation' | 'dentition' | 'notes'>>;
export interface ToothChartSnapshotsEmbeds {
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    tenants: One<'tenants'>;
}

/** The surfaces of a tooth and their letters; several together are letters in a row: mod. */
export interface ToothSurfacesRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The surface. */
    surface: ToothSurface;
    /** Its letter. */
    code: string;
    /** Where it is. */
    description: string;
    /** Which teeth have it by this name: all, anterior, posterior, upper. */
    teeth: string;
}
export interface ToothSurfacesEmbeds {
}

/** One planned procedure of a treatment plan (FHIR ServiceRequest). */
export interface TreatmentPlanItemsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The plan. */
    plan_id: Id;
    /** The patient; the plan's own. */
    patient_id: Id;
    /** The procedure, in the tenant's catalog. */
    procedure_catalog_id: Id | null;
    /** Who is to do it. */
    practitioner_id: Id | null;
    /** The condition that it treats. */
    condition_id: Id | null;
    /** Code of the procedure: CDT, or the tenant's own list. */
    cdt_code: string;
    /** What is to be done. */
    description: string | null;
    /** Tooth, FDI two-digit notation (ISO 3950). */
    tooth_number: number | null;
    /** Surfaces of the tooth. */
    surface: ToothSurface[];
    /** Part of the mouth, where it is not one tooth. */
    oral_area: OralArea | null;
    /** Phase of the plan, from 1. */
    phase: number;
    /** Order in the plan, from 1. */
    sequence_order: number;
    /** How often it is to be done. */
    quantity: number;
    /** Currency of the amounts (ISO 4217). */
    currency: string | null;
    /** What it will cost in all, in minor units of the currency. */
    estimated_fee: number | null;
    /** What the patient will pay of that, in minor units of the currency. */
    estimated_patient_portion: number | null;
    /** How far it is. */
    status: PlanItemStatus;
    /** What is worth knowing about it. */
    notes: string | null;
}
export type TreatmentPlanItemsNew = Pick<TreatmentPlanItemsRow, 'plan_id' | 'patient_id' | 'cdt_code'> & Partial<Pick<TreatmentPlanItemsRow, 'procedure_catalog_id' | 'practitioner_id' | 'condition_id' | 'description' | 'tooth_number' | 'surface' | 'oral_area' | 'phase' | 'sequence_order' | 'quantity' | 'currency' | 'estimated_fee' | 'estimated_patient_portion' | 'notes'>>;
export type TreatmentPlanItemsChange = Partial<Pick<TreatmentPlanItemsRow, 'plan_id' | 'patient_id' | 'procedure_catalog_id' | 'practitioner_id' | 'condition_id' | 'cdt_code' | 'description' | 'tooth_number' | 'surface' | 'oral_area' | 'phase' | 'sequence_order' | 'quantity' | 'currency' | 'estimated_fee' | 'estimated_patient_portion' | 'notes'>>;
export interface TreatmentPlanItemsEmbeds {
    claim_lines: Many<'claim_lines'>;
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    patient_conditions: One<'patient_conditions'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    procedure_catalog: One<'procedure_catalog'>;
    tenants: One<'tenants'>;
    treatment_plan_procedures: Many<'treatment_plan_procedures'>;
    treatment_plans: One<'treatment_plans'>;
}

/** Which procedures carry out which items of a plan; one may take several, and serve several. */
export interface TreatmentPlanProceduresRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The plan. */
    plan_id: Id;
    /** The item of the plan. */
    item_id: Id;
    /** The procedure. */
    procedure_id: Id;
    /** The patient; plan's and procedure's own. */
    patient_id: Id;
}
export type TreatmentPlanProceduresNew = Pick<TreatmentPlanProceduresRow, 'plan_id' | 'item_id' | 'procedure_id' | 'patient_id'> & Partial<Pick<TreatmentPlanProceduresRow, never>>;
export type TreatmentPlanProceduresChange = Partial<Pick<TreatmentPlanProceduresRow, 'plan_id' | 'item_id' | 'procedure_id' | 'patient_id'>>;
export interface TreatmentPlanProceduresEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_procedures: One<'fact_procedures'>;
    procedures: One<'procedures'>;
    tenants: One<'tenants'>;
    treatment_plan_items: One<'treatment_plan_items'>;
    treatment_plans: One<'treatment_plans'>;
}

/** What is proposed to a patient, with costs (FHIR CarePlan). */
export interface TreatmentPlansRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The patient. */
    patient_id: Id;
    /** The visit at which it was made. */
    encounter_id: Id | null;
    /** Who is responsible for the treatment. */
    practitioner_id: Id | null;
    /** The plan that it is an alternative to. */
    alternative_to_id: Id | null;
    /** What it is about, in a few words. */
    title: string | null;
    /** How far it is with the patient. */
    status: TreatmentPlanStatus;
    /** Currency of the amounts (ISO 4217). */
    currency: string | null;
    /** What it will cost, in minor units of the currency. */
    total_estimated_cost: number | null;
    /** What insurance will pay of that, in minor units of the currency. */
    estimated_insurance_coverage: number | null;
    /** When the patient was shown it. */
    presented_at: Time | null;
    /** When the patient decided. */
    decided_at: Time | null;
    /** When all that was accepted was done. */
    completed_at: Time | null;
    /** Last day on which the costs hold. */
    valid_until: Day | null;
    /** What is worth knowing about it. */
    notes: string | null;
}
export type TreatmentPlansNew = Pick<TreatmentPlansRow, 'patient_id'> & Partial<Pick<TreatmentPlansRow, 'encounter_id' | 'practitioner_id' | 'alternative_to_id' | 'title' | 'currency' | 'total_estimated_cost' | 'estimated_insurance_coverage' | 'valid_until' | 'notes'>>;
export type TreatmentPlansChange = Partial<Pick<TreatmentPlansRow, 'patient_id' | 'encounter_id' | 'practitioner_id' | 'alternative_to_id' | 'title' | 'currency' | 'total_estimated_cost' | 'estimated_insurance_coverage' | 'valid_until' | 'notes'>>;
export interface TreatmentPlansEmbeds {
    alternative_to_id: One<'treatment_plans'>;
    appointments: Many<'appointments'>;
    claims: Many<'claims'>;
    dim_provider: One<'dim_provider'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    members: One<'members'>;
    patients: One<'patients'>;
    practitioners: One<'practitioners'>;
    tenants: One<'tenants'>;
    treatment_plan_items: Many<'treatment_plan_items'>;
    treatment_plan_procedures: Many<'treatment_plan_procedures'>;
    treatment_plans: Many<'treatment_plans'>;
}

/** How much a tenant used in a period, by one meter. */
export interface UsageMeterReadingsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The meter. */
    meter_id: Id;
    /** First day of the period. */
    period_start: Day;
    /** Last day of the period. */
    period_end: Day;
    /** What was used, in the meter's unit. */
    quantity: number;
    /** What the plan includes. */
    included_quantity: number;
    /** What was used beyond the plan. */
    overage_quantity: number;
    /** When it was last counted. */
    measured_at: Time;
}
export interface UsageMeterReadingsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    invoice_items: Many<'invoice_items'>;
    tenants: One<'tenants'>;
    usage_meters: One<'usage_meters'>;
}

/** What of the platform's use is metered, and how. */
export interface UsageMetersRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** Which use it is. */
    code: UsageMeterCode;
    /** Name of the meter. */
    name: string;
    /** Unit of its readings. */
    unit: string;
    /** How the readings of a period become one value. */
    aggregation: UsageAggregation;
    /** What is counted. */
    description: string;
}
export interface UsageMetersEmbeds {
    usage_meter_readings: Many<'usage_meter_readings'>;
}

/** Assignment of a role to a member of a tenant, by place and time. */
export interface UserRolesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The member. */
    user_id: Id;
    /** The role. */
    role_id: Id;
    /** How far the assignment reaches. */
    resource_scope: ResourceScope;
    /** The place that it is limited to. */
    location_id: Id | null;
    /** The team that it is limited to. */
    team_id: Id | null;
    /** From when it holds. */
    valid_from: Time | null;
    /** Until when it holds. */
    valid_until: Time | null;
}
export interface UserRolesEmbeds {
    dim_location: One<'dim_location'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    locations: One<'locations'>;
    members: One<'members'>;
    roles: One<'roles'>;
    teams: One<'teams'>;
    tenants: One<'tenants'>;
}

/** Analysed reports that wait for a doctor: high risk first, then the newest analysis. */
export interface VDoctorPriorityQueueRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier of the report. */
    id: Id | null;
    /** The report. */
    report_id: Id | null;
    /** The patient. */
    patient_id: Id | null;
    /** Name of the patient, as it was when the report was made. */
    patient_name: string | null;
    /** Kind of examination. */
    study_type: string | null;
    /** How likely disease is. */
    risk_score: RiskLevel | null;
    /** How sure the analysis is, 0 to 1. */
    confidence_score: number | null;
    /** When the report was uploaded. */
    upload_date: Time | null;
    /** When it was analysed. */
    analysis_date: Time | null;
    /** Probability of disease, 0 to 1. */
    risk_probability: number | null;
    /** Place by risk: 1 high, 2 medium, 3 low, 4 unknown. */
    priority_order: number | null;
}
export interface VDoctorPriorityQueueEmbeds {
    ai_analyses: Many<'ai_analyses'>;
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    doctor_reviews: Many<'doctor_reviews'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    notifications: Many<'notifications'>;
    patients: One<'patients'>;
    report_images: Many<'report_images'>;
    tenants: One<'tenants'>;
}

/** Reports of patients with their current analysis and their reviews; a row for each review, one where there is none. */
export interface VPatientReportsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id | null;
    /** Identifier of the row: of the review, or of the report where there is none. */
    id: Id | null;
    /** The report. */
    report_id: Id | null;
    /** The patient. */
    patient_id: Id | null;
    /** Name of the patient, as it was when the report was made. */
    patient_name: string | null;
    /** Kind of examination. */
    study_type: string | null;
    /** How likely disease is. */
    risk_score: RiskLevel | null;
    /** How sure the analysis is, 0 to 1. */
    confidence_score: number | null;
    /** When the report was uploaded. */
    upload_date: Time | null;
    /** When it was analysed. */
    analysis_date: Time | null;
    /** How far it is. */
    status: ReportStatus | null;
    /** Probability of disease, 0 to 1. */
    risk_probability: number | null;
    /** When the model was done. */
    processed_at: Time | null;
    /** The review. */
    review_id: Id | null;
    /** The member who reviewed it. */
    doctor_id: Id | null;
    /** How soon the patient needs care. */
    urgency_level: ClinicalUrgency | null;
    /** When it was reviewed. */
    reviewed_at: Time | null;
}
export interface VPatientReportsEmbeds {
    ai_analyses: Many<'ai_analyses'>;
    ai_inference_jobs: Many<'ai_inference_jobs'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    doctor_reviews: Many<'doctor_reviews'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    notifications: Many<'notifications'>;
    patients: One<'patients'>;
    report_images: Many<'report_images'>;
    tenants: One<'tenants'>;
}

/** Vital signs measured at a visit (FHIR Observation, vital-signs). */
export interface VitalSignsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The visit. */
    encounter_id: Id;
    /** The patient; the visit's own. */
    patient_id: Id;
    /** When they were measured. */
    measured_at: Time;
    /** Systolic blood pressure, mmHg. */
    systolic_mmhg: number | null;
    /** Diastolic blood pressure, mmHg. */
    diastolic_mmhg: number | null;
    /** Heart rate, beats a minute. */
    heart_rate_bpm: number | null;
    /** Breaths a minute. */
    respiratory_rate: number | null;
    /** Body temperature, degrees Celsius. */
    temperature_c: number | null;
    /** Oxygen saturation of the blood, percent. */
    oxygen_saturation_percent: number | null;
    /** Height, centimetres. */
    height_cm: number | null;
    /** Weight, kilograms. */
    weight_kg: number | null;
    /** Body mass index, kg/m², from height and weight. */
    bmi: number | null;
    /** Blood glucose, mmol/l. */
    blood_glucose_mmol_l: number | null;
    /** Pain, 0 (none) to 10 (worst). */
    pain_score: number | null;
    /** Who measured them. */
    measured_by: Id | null;
    /** What is worth knowing: arm, position, cuff. */
    notes: string | null;
}
export type VitalSignsNew = Pick<VitalSignsRow, 'encounter_id' | 'patient_id'> & Partial<Pick<VitalSignsRow, 'measured_at' | 'systolic_mmhg' | 'diastolic_mmhg' | 'heart_rate_bpm' | 'respiratory_rate' | 'temperature_c' | 'oxygen_saturation_percent' | 'height_cm' | 'weight_kg' | 'blood_glucose_mmol_l' | 'pain_score' | 'measured_by' | 'notes'>>;
export type VitalSignsChange = Partial<Pick<VitalSignsRow, 'encounter_id' | 'patient_id' | 'measured_at' | 'systolic_mmhg' | 'diastolic_mmhg' | 'heart_rate_bpm' | 'respiratory_rate' | 'temperature_c' | 'oxygen_saturation_percent' | 'height_cm' | 'weight_kg' | 'blood_glucose_mmol_l' | 'pain_score' | 'measured_by' | 'notes'>>;
export interface VitalSignsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    encounters: One<'encounters'>;
    fact_encounters: One<'fact_encounters'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    members: One<'members'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
}

/** The delivery of one event to one subscriber. */
export interface WebhookDeliveriesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The event. */
    webhook_event_id: Id;
    /** The subscription. */
    webhook_subscription_id: Id;
    /** How far it is. */
    status: WebhookDeliveryStatus;
    /** How often it was tried. */
    attempts: number;
    /** When it is tried again. */
    next_attempt_at: Time | null;
    /** HTTP status of the last answer. */
    response_status: number | null;
    /** Duration of the last attempt, in milliseconds. */
    duration_ms: number | null;
    /** Why the last attempt failed. */
    error_message: string | null;
    /** When it had arrived. */
    delivered_at: Time | null;
}
export interface WebhookDeliveriesEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenants: One<'tenants'>;
    webhook_events: One<'webhook_events'>;
    webhook_subscriptions: One<'webhook_subscriptions'>;
}

/** An event that is offered to subscribers. */
export interface WebhookEventsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** What happened, as resource.change. */
    event_type: string;
    /** The resource that it happened to. */
    resource_type: string;
    /** Identifier of the row. */
    resource_id: Id | null;
    /** The event of the trail that it was made from. */
    audit_event_id: Id | null;
    /** When it happened. */
    occurred_at: Time;
    /** What subscribers are told: addresses and the names of what changed. */
    payload: Record<string, unknown>;
}
export interface WebhookEventsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenants: One<'tenants'>;
    webhook_deliveries: Many<'webhook_deliveries'>;
}

/** Who wants to be told of which events, and where (FHIR Subscription). */
export interface WebhookSubscriptionsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Name of the subscription. */
    name: string;
    /** Address that the events are sent to. */
    url: string;
    /** The connection that it belongs to. */
    tenant_integration_id: Id | null;
    /** Events that are wanted, as resource.change (cases.update); empty for all. */
    event_types: string[];
    /** Whether deliveries carry the row itself, or only its address. */
    include_content: boolean;
    /** Whether it gets events. */
    status: WebhookStatus;
    /** Number of failures since the last success. */
    failure_count: number;
    /** When a delivery last succeeded. */
    last_success_at: Time | null;
    /** When a delivery last failed. */
    last_failure_at: Time | null;
    /** When it was switched off because nothing arrived. */
    disabled_at: Time | null;
}
export type WebhookSubscriptionsNew = Pick<WebhookSubscriptionsRow, 'name' | 'url'> & Partial<Pick<WebhookSubscriptionsRow, 'tenant_integration_id' | 'event_types' | 'include_content' | 'status'>>;
export type WebhookSubscriptionsChange = Partial<Pick<WebhookSubscriptionsRow, 'name' | 'url' | 'tenant_integration_id' | 'event_types' | 'include_content' | 'status'>>;
export interface WebhookSubscriptionsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenant_integrations: One<'tenant_integrations'>;
    tenants: One<'tenants'>;
    webhook_deliveries: Many<'webhook_deliveries'>;
}

/** A run of a workflow for one row: the state in which it is. */
export interface WorkflowInstancesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The workflow. */
    workflow_id: Id;
    /** What it runs for. */
    entity_type: WorkflowEntity;
    /** Identifier of the row that it runs for. */
    entity_id: Id;
    /** The case that it belongs to. */
    case_id: Id | null;
    /** The patient that it is about. */
    patient_id: Id | null;
    /** The state in which it is. */
    state: string;
    /** Whether it still runs. */
    status: WorkflowInstanceStatus;
    /** Who has to take the next step. */
    assigned_to: Id | null;
    /** When the next step is due. */
    due_at: Time | null;
    /** When it began. */
    started_at: Time;
    /** When it ended. */
    completed_at: Time | null;
    /** What its steps need to know. */
    context: Record<string, unknown>;
}
export type WorkflowInstancesChange = Partial<Pick<WorkflowInstancesRow, 'assigned_to' | 'due_at'>>;
export interface WorkflowInstancesEmbeds {
    cases: One<'cases'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    fact_patient_cohorts: One<'fact_patient_cohorts'>;
    members: One<'members'>;
    patients: One<'patients'>;
    tenants: One<'tenants'>;
    workflow_transitions: Many<'workflow_transitions'>;
    workflows: One<'workflows'>;
}

/** A stage of production of one case: who does it where, and how far it is. */
export interface WorkflowStagesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** The case. */
    case_id: Id;
    /** The template that it was planned from. */
    template_id: Id | null;
    /** The stage. */
    stage_name: WorkflowStageName;
    /** How far it is. */
    status: WorkflowStatus;
    /** Who does it. */
    assigned_to: Id | null;
    /** The department that does it. */
    department_id: Id | null;
    /** The machine that it is done on. */
    equipment_id: Id | null;
    /** Minutes that it takes as a rule. */
    expected_minutes: number | null;
    /** When it must be done. */
    due_at: Time | null;
    /** When it was first begun. */
    started_at: Time | null;
    /** When it was done. */
    completed_at: Time | null;
    /** How often it was done again. */
    rework_count: number;
    /** Why it is blocked, on hold or done again. */
    status_reason: string | null;
    /** What the next one at work should know. */
    notes: string | null;
}
export type WorkflowStagesNew = Pick<WorkflowStagesRow, 'case_id' | 'stage_name'> & Partial<Pick<WorkflowStagesRow, 'template_id' | 'assigned_to' | 'department_id' | 'equipment_id' | 'expected_minutes' | 'due_at' | 'notes'>>;
export type WorkflowStagesChange = Partial<Pick<WorkflowStagesRow, 'case_id' | 'template_id' | 'stage_name' | 'assigned_to' | 'department_id' | 'equipment_id' | 'expected_minutes' | 'due_at' | 'notes'>>;
export interface WorkflowStagesEmbeds {
    cases: One<'cases'>;
    department_equipment: One<'department_equipment'>;
    departments: One<'departments'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    inventory_transactions: Many<'inventory_transactions'>;
    members: One<'members'>;
    tenants: One<'tenants'>;
    workflow_templates: One<'workflow_templates'>;
}

/** The way through a laboratory that each kind of work takes, before a laboratory has templates of its own. */
export interface WorkflowTemplateDefaultsRow {
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The kind of work. */
    procedure_type: ProcedureType;
    /** The stage. */
    stage_name: WorkflowStageName;
    /** Its place among the stages, from 1. */
    position: number;
}
export interface WorkflowTemplateDefaultsEmbeds {
}

/** A stage of a template: where it is done and how long it takes. A stage that is not listed is left out. */
export interface WorkflowTemplateStagesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The template. */
    template_id: Id;
    /** The stage. */
    stage_name: WorkflowStageName;
    /** The department that does it. */
    department_id: Id | null;
    /** Minutes that it takes as a rule. */
    expected_minutes: number | null;
    /** What is to be done (Markdown). */
    instructions: string | null;
}
export type WorkflowTemplateStagesNew = Pick<WorkflowTemplateStagesRow, 'template_id' | 'stage_name'> & Partial<Pick<WorkflowTemplateStagesRow, 'department_id' | 'expected_minutes' | 'instructions'>>;
export type WorkflowTemplateStagesChange = Partial<Pick<WorkflowTemplateStagesRow, 'template_id' | 'stage_name' | 'department_id' | 'expected_minutes' | 'instructions'>>;
export interface WorkflowTemplateStagesEmbeds {
    departments: One<'departments'>;
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenants: One<'tenants'>;
    workflow_templates: One<'workflow_templates'>;
}

/** A predefined way through the laboratory for one kind of work. */
export interface WorkflowTemplatesRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Name of the template. */
    name: string;
    /** The kind of work that it is for. */
    procedure_type: ProcedureType;
    /** When it is used. */
    description: string | null;
    /** Whether cases of this kind take it unless another is chosen. */
    is_default: boolean;
    /** Whether it can be chosen. */
    is_active: boolean;
}
export type WorkflowTemplatesNew = Pick<WorkflowTemplatesRow, 'name'> & Partial<Pick<WorkflowTemplatesRow, 'procedure_type' | 'description' | 'is_default' | 'is_active'>>;
export type WorkflowTemplatesChange = Partial<Pick<WorkflowTemplatesRow, 'name' | 'procedure_type' | 'description' | 'is_default' | 'is_active'>>;
export interface WorkflowTemplatesEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenants: One<'tenants'>;
    workflow_stages: Many<'workflow_stages'>;
    workflow_template_stages: Many<'workflow_template_stages'>;
}

/** A step that a run of a workflow took. Steps are only added. */
export interface WorkflowTransitionsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** The run. */
    instance_id: Id;
    /** Name of the step. */
    name: string;
    /** The state before; empty for the beginning. */
    from_state: string | null;
    /** The state after. */
    to_state: string;
    /** Who took the step; empty for the system. */
    actor_id: Id | null;
    /** What was said to it. */
    comment: string | null;
    /** What was given with it. */
    data: Record<string, unknown>;
    /** When it was taken. */
    occurred_at: Time;
}
export interface WorkflowTransitionsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    members: One<'members'>;
    tenants: One<'tenants'>;
    workflow_instances: One<'workflow_instances'>;
}

/** A state machine that the tenant configured: its states and the steps between them. */
export interface WorkflowsRow {
    /** The tenant that the row belongs to. */
    tenant_id: Id;
    /** Identifier, time-ordered (UUID version 7). */
    id: Id;
    /** Counts the changes of this row; sent as its ETag. */
    version: number;
    /** When the row was made. */
    created_at: Time;
    /** Who made the row; empty for the system. */
    created_by: Id | null;
    /** When the row was last changed. */
    updated_at: Time;
    /** Who last changed the row; empty for the system. */
    updated_by: Id | null;
    /** When the row was deleted; empty while it is alive. */
    deleted_at: Time | null;
    /** Who deleted the row. */
    deleted_by: Id | null;
    /** Whether the row is deleted. */
    is_deleted: boolean;
    /** Name of the workflow. */
    name: string;
    /** What it is for. */
    kind: WorkflowKind;
    /** What it runs for. */
    entity_type: WorkflowEntity;
    /** How it is meant. */
    description: string | null;
    /** Counts the editions of one name; runs keep the edition they began with. */
    revision: number;
    /** The state in which a run begins. */
    initial_state: string;
    /** The states: name, label, whether it ends there, hours until it is due. */
    states: ({ due_in_hours?: number; is_final?: boolean; label?: string; name: string })[];
    /** The steps: name, label, from, to, the permission they need, whether they need a comment. */
    transitions: ({ comment_required?: boolean; from: string; label?: string; name: string; permission?: string; to: string })[];
    /** Whether new runs can be begun. */
    is_active: boolean;
}
export type WorkflowsNew = Pick<WorkflowsRow, 'name' | 'initial_state' | 'states'> & Partial<Pick<WorkflowsRow, 'kind' | 'entity_type' | 'description' | 'revision' | 'transitions' | 'is_active'>>;
export type WorkflowsChange = Partial<Pick<WorkflowsRow, 'name' | 'kind' | 'entity_type' | 'description' | 'revision' | 'initial_state' | 'states' | 'transitions' | 'is_active'>>;
export interface WorkflowsEmbeds {
    dim_tenant: One<'dim_tenant'>;
    dim_time: One<'dim_time'>;
    tenants: One<'tenants'>;
    workflow_instances: Many<'workflow_instances'>;
}

/** All resources by name. */
export interface Resources {
    ai_analyses: { row: AiAnalysesRow; new: never; change: never; embeds: AiAnalysesEmbeds };
    ai_diagnoses: { row: AiDiagnosesRow; new: never; change: never; embeds: AiDiagnosesEmbeds };
    ai_inference_jobs: { row: AiInferenceJobsRow; new: never; change: never; embeds: AiInferenceJobsEmbeds };
    ai_model_deployments: { row: AiModelDeploymentsRow; new: AiModelDeploymentsNew; change: AiModelDeploymentsChange; embeds: AiModelDeploymentsEmbeds };
    ai_model_versions: { row: AiModelVersionsRow; new: never; change: never; embeds: AiModelVersionsEmbeds };
    ai_models: { row: AiModelsRow; new: never; change: never; embeds: AiModelsEmbeds };
    ai_outcome_links: { row: AiOutcomeLinksRow; new: AiOutcomeLinksNew; change: AiOutcomeLinksChange; embeds: AiOutcomeLinksEmbeds };
    ai_predictions: { row: AiPredictionsRow; new: never; change: never; embeds: AiPredictionsEmbeds };
    ai_review_events: { row: AiReviewEventsRow; new: never; change: never; embeds: AiReviewEventsEmbeds };
    api_clients: { row: ApiClientsRow; new: never; change: never; embeds: ApiClientsEmbeds };
    appointment_participants: { row: AppointmentParticipantsRow; new: AppointmentParticipantsNew; change: AppointmentParticipantsChange; embeds: AppointmentParticipantsEmbeds };
    appointments: { row: AppointmentsRow; new: AppointmentsNew; change: AppointmentsChange; embeds: AppointmentsEmbeds };
    audit_events: { row: AuditEventsRow; new: never; change: never; embeds: AuditEventsEmbeds };
    case_completion_rates: { row: CaseCompletionRatesRow; new: never; change: never; embeds: CaseCompletionRatesEmbeds };
    case_files: { row: CaseFilesRow; new: never; change: CaseFilesChange; embeds: CaseFilesEmbeds };
    case_models: { row: CaseModelsRow; new: CaseModelsNew; change: CaseModelsChange; embeds: CaseModelsEmbeds };
    case_notes: { row: CaseNotesRow; new: CaseNotesNew; change: CaseNotesChange; embeds: CaseNotesEmbeds };
    cases: { row: CasesRow; new: CasesNew; change: CasesChange; embeds: CasesEmbeds };
    claim_lines: { row: ClaimLinesRow; new: ClaimLinesNew; change: ClaimLinesChange; embeds: ClaimLinesEmbeds };
    claim_status_events: { row: ClaimStatusEventsRow; new: never; change: never; embeds: ClaimStatusEventsEmbeds };
    claims: { row: ClaimsRow; new: ClaimsNew; change: ClaimsChange; embeds: ClaimsEmbeds };
    clinical_note_amendments: { row: ClinicalNoteAmendmentsRow; new: never; change: never; embeds: ClinicalNoteAmendmentsEmbeds };
    clinical_notes: { row: ClinicalNotesRow; new: ClinicalNotesNew; change: ClinicalNotesChange; embeds: ClinicalNotesEmbeds };
    clinical_outcomes: { row: ClinicalOutcomesRow; new: ClinicalOutcomesNew; change: ClinicalOutcomesChange; embeds: ClinicalOutcomesEmbeds };
    code_systems: { row: CodeSystemsRow; new: never; change: never; embeds: CodeSystemsEmbeds };
    code_values: { row: CodeValuesRow; new: never; change: never; embeds: CodeValuesEmbeds };
    consents: { row: ConsentsRow; new: ConsentsNew; change: ConsentsChange; embeds: ConsentsEmbeds };
    conversation_participants: { row: ConversationParticipantsRow; new: ConversationParticipantsNew; change: ConversationParticipantsChange; embeds: ConversationParticipantsEmbeds };
    conversations: { row: ConversationsRow; new: ConversationsNew; change: ConversationsChange; embeds: ConversationsEmbeds };
    custom_field_definitions: { row: CustomFieldDefinitionsRow; new: CustomFieldDefinitionsNew; change: CustomFieldDefinitionsChange; embeds: CustomFieldDefinitionsEmbeds };
    custom_field_values: { row: CustomFieldValuesRow; new: CustomFieldValuesNew; change: CustomFieldValuesChange; embeds: CustomFieldValuesEmbeds };
    data_exports: { row: DataExportsRow; new: never; change: never; embeds: DataExportsEmbeds };
    data_retention_defaults: { row: DataRetentionDefaultsRow; new: never; change: never; embeds: DataRetentionDefaultsEmbeds };
    data_retention_policies: { row: DataRetentionPoliciesRow; new: DataRetentionPoliciesNew; change: DataRetentionPoliciesChange; embeds: DataRetentionPoliciesEmbeds };
    delivery_routes: { row: DeliveryRoutesRow; new: DeliveryRoutesNew; change: DeliveryRoutesChange; embeds: DeliveryRoutesEmbeds };
    dental_photos: { row: DentalPhotosRow; new: DentalPhotosNew; change: DentalPhotosChange; embeds: DentalPhotosEmbeds };
    dentist_applications: { row: DentistApplicationsRow; new: DentistApplicationsNew; change: DentistApplicationsChange; embeds: DentistApplicationsEmbeds };
    dentist_profiles: { row: DentistProfilesRow; new: DentistProfilesNew; change: DentistProfilesChange; embeds: DentistProfilesEmbeds };
    department_efficiency: { row: DepartmentEfficiencyRow; new: never; change: never; embeds: DepartmentEfficiencyEmbeds };
    department_equipment: { row: DepartmentEquipmentRow; new: DepartmentEquipmentNew; change: DepartmentEquipmentChange; embeds: DepartmentEquipmentEmbeds };
    departments: { row: DepartmentsRow; new: DepartmentsNew; change: DepartmentsChange; embeds: DepartmentsEmbeds };
    diagnostic_reports: { row: DiagnosticReportsRow; new: DiagnosticReportsNew; change: DiagnosticReportsChange; embeds: DiagnosticReportsEmbeds };
    dicom_transactions: { row: DicomTransactionsRow; new: never; change: never; embeds: DicomTransactionsEmbeds };
    dim_condition: { row: DimConditionRow; new: never; change: never; embeds: DimConditionEmbeds };
    dim_location: { row: DimLocationRow; new: never; change: never; embeds: DimLocationEmbeds };
    dim_patient_segment: { row: DimPatientSegmentRow; new: never; change: never; embeds: DimPatientSegmentEmbeds };
    dim_payer: { row: DimPayerRow; new: never; change: never; embeds: DimPayerEmbeds };
    dim_procedure: { row: DimProcedureRow; new: never; change: never; embeds: DimProcedureEmbeds };
    dim_provider: { row: DimProviderRow; new: never; change: never; embeds: DimProviderEmbeds };
    dim_tenant: { row: DimTenantRow; new: never; change: never; embeds: DimTenantEmbeds };
    dim_time: { row: DimTimeRow; new: never; change: never; embeds: DimTimeEmbeds };
    doctor_reviews: { row: DoctorReviewsRow; new: DoctorReviewsNew; change: DoctorReviewsChange; embeds: DoctorReviewsEmbeds };
    documents: { row: DocumentsRow; new: never; change: DocumentsChange; embeds: DocumentsEmbeds };
    drug_reference: { row: DrugReferenceRow; new: never; change: never; embeds: DrugReferenceEmbeds };
    encounter_diagnoses: { row: EncounterDiagnosesRow; new: EncounterDiagnosesNew; change: EncounterDiagnosesChange; embeds: EncounterDiagnosesEmbeds };
    encounters: { row: EncountersRow; new: EncountersNew; change: EncountersChange; embeds: EncountersEmbeds };
    equipment_reference: { row: EquipmentReferenceRow; new: never; change: never; embeds: EquipmentReferenceEmbeds };
    erasure_requests: { row: ErasureRequestsRow; new: never; change: never; embeds: ErasureRequestsEmbeds };
    external_contacts: { row: ExternalContactsRow; new: ExternalContactsNew; change: ExternalContactsChange; embeds: ExternalContactsEmbeds };
    external_systems: { row: ExternalSystemsRow; new: never; change: never; embeds: ExternalSystemsEmbeds };
    fact_ai_inferences: { row: FactAiInferencesRow; new: never; change: never; embeds: FactAiInferencesEmbeds };
    fact_appointments: { row: FactAppointmentsRow; new: never; change: never; embeds: FactAppointmentsEmbeds };
    fact_claims: { row: FactClaimsRow; new: never; change: never; embeds: FactClaimsEmbeds };
    fact_encounters: { row: FactEncountersRow; new: never; change: never; embeds: FactEncountersEmbeds };
    fact_patient_cohorts: { row: FactPatientCohortsRow; new: never; change: never; embeds: FactPatientCohortsEmbeds };
    fact_procedures: { row: FactProceduresRow; new: never; change: never; embeds: FactProceduresEmbeds };
    fee_schedule_items: { row: FeeScheduleItemsRow; new: FeeScheduleItemsNew; change: FeeScheduleItemsChange; embeds: FeeScheduleItemsEmbeds };
    fee_schedules: { row: FeeSchedulesRow; new: FeeSchedulesNew; change: FeeSchedulesChange; embeds: FeeSchedulesEmbeds };
    fhir_resources: { row: FhirResourcesRow; new: never; change: never; embeds: FhirResourcesEmbeds };
    image_annotations: { row: ImageAnnotationsRow; new: ImageAnnotationsNew; change: ImageAnnotationsChange; embeds: ImageAnnotationsEmbeds };
    imaging_objects: { row: ImagingObjectsRow; new: never; change: ImagingObjectsChange; embeds: ImagingObjectsEmbeds };
    imaging_series: { row: ImagingSeriesRow; new: ImagingSeriesNew; change: ImagingSeriesChange; embeds: ImagingSeriesEmbeds };
    imaging_studies: { row: ImagingStudiesRow; new: ImagingStudiesNew; change: ImagingStudiesChange; embeds: ImagingStudiesEmbeds };
    import_errors: { row: ImportErrorsRow; new: never; change: never; embeds: ImportErrorsEmbeds };
    imports: { row: ImportsRow; new: never; change: never; embeds: ImportsEmbeds };
    integration_credentials: { row: IntegrationCredentialsRow; new: never; change: never; embeds: IntegrationCredentialsEmbeds };
    inventory_items: { row: InventoryItemsRow; new: InventoryItemsNew; change: InventoryItemsChange; embeds: InventoryItemsEmbeds };
    inventory_transactions: { row: InventoryTransactionsRow; new: never; change: never; embeds: InventoryTransactionsEmbeds };
    inventory_turnover: { row: InventoryTurnoverRow; new: never; change: never; embeds: InventoryTurnoverEmbeds };
    invoice_items: { row: InvoiceItemsRow; new: never; change: never; embeds: InvoiceItemsEmbeds };
    invoices: { row: InvoicesRow; new: InvoicesNew; change: InvoicesChange; embeds: InvoicesEmbeds };
    jobs: { row: JobsRow; new: never; change: never; embeds: JobsEmbeds };
    knowledge_documents: { row: KnowledgeDocumentsRow; new: KnowledgeDocumentsNew; change: KnowledgeDocumentsChange; embeds: KnowledgeDocumentsEmbeds };
    knowledge_localizations: { row: KnowledgeLocalizationsRow; new: KnowledgeLocalizationsNew; change: KnowledgeLocalizationsChange; embeds: KnowledgeLocalizationsEmbeds };
    knowledge_versions: { row: KnowledgeVersionsRow; new: KnowledgeVersionsNew; change: KnowledgeVersionsChange; embeds: KnowledgeVersionsEmbeds };
    legal_holds: { row: LegalHoldsRow; new: LegalHoldsNew; change: LegalHoldsChange; embeds: LegalHoldsEmbeds };
    locations: { row: LocationsRow; new: LocationsNew; change: LocationsChange; embeds: LocationsEmbeds };
    material_reference: { row: MaterialReferenceRow; new: never; change: never; embeds: MaterialReferenceEmbeds };
    medical_records: { row: MedicalRecordsRow; new: MedicalRecordsNew; change: MedicalRecordsChange; embeds: MedicalRecordsEmbeds };
    members: { row: MembersRow; new: never; change: never; embeds: MembersEmbeds };
    messages: { row: MessagesRow; new: MessagesNew; change: never; embeds: MessagesEmbeds };
    model_metrics: { row: ModelMetricsRow; new: never; change: never; embeds: ModelMetricsEmbeds };
    monthly_revenue: { row: MonthlyRevenueRow; new: never; change: never; embeds: MonthlyRevenueEmbeds };
    notification_deliveries: { row: NotificationDeliveriesRow; new: never; change: never; embeds: NotificationDeliveriesEmbeds };
    notifications: { row: NotificationsRow; new: never; change: NotificationsChange; embeds: NotificationsEmbeds };
    patient_addresses: { row: PatientAddressesRow; new: PatientAddressesNew; change: PatientAddressesChange; embeds: PatientAddressesEmbeds };
    patient_allergies: { row: PatientAllergiesRow; new: PatientAllergiesNew; change: PatientAllergiesChange; embeds: PatientAllergiesEmbeds };
    patient_conditions: { row: PatientConditionsRow; new: PatientConditionsNew; change: PatientConditionsChange; embeds: PatientConditionsEmbeds };
    patient_identifiers: { row: PatientIdentifiersRow; new: PatientIdentifiersNew; change: PatientIdentifiersChange; embeds: PatientIdentifiersEmbeds };
    patient_insurance_policies: { row: PatientInsurancePoliciesRow; new: PatientInsurancePoliciesNew; change: PatientInsurancePoliciesChange; embeds: PatientInsurancePoliciesEmbeds };
    patient_medical_history: { row: PatientMedicalHistoryRow; new: PatientMedicalHistoryNew; change: PatientMedicalHistoryChange; embeds: PatientMedicalHistoryEmbeds };
    patient_medications: { row: PatientMedicationsRow; new: PatientMedicationsNew; change: PatientMedicationsChange; embeds: PatientMedicationsEmbeds };
    patient_profiles: { row: PatientProfilesRow; new: PatientProfilesNew; change: PatientProfilesChange; embeds: PatientProfilesEmbeds };
    patient_relationships: { row: PatientRelationshipsRow; new: PatientRelationshipsNew; change: PatientRelationshipsChange; embeds: PatientRelationshipsEmbeds };
    patient_social_history: { row: PatientSocialHistoryRow; new: PatientSocialHistoryNew; change: PatientSocialHistoryChange; embeds: PatientSocialHistoryEmbeds };
    patients: { row: PatientsRow; new: PatientsNew; change: PatientsChange; embeds: PatientsEmbeds };
    payers: { row: PayersRow; new: PayersNew; change: PayersChange; embeds: PayersEmbeds };
    payments: { row: PaymentsRow; new: never; change: never; embeds: PaymentsEmbeds };
    performance_reviews: { row: PerformanceReviewsRow; new: PerformanceReviewsNew; change: PerformanceReviewsChange; embeds: PerformanceReviewsEmbeds };
    perio_measurements: { row: PerioMeasurementsRow; new: PerioMeasurementsNew; change: PerioMeasurementsChange; embeds: PerioMeasurementsEmbeds };
    permissions: { row: PermissionsRow; new: never; change: never; embeds: PermissionsEmbeds };
    phi_access_logs: { row: PhiAccessLogsRow; new: never; change: never; embeds: PhiAccessLogsEmbeds };
    practitioners: { row: PractitionersRow; new: PractitionersNew; change: PractitionersChange; embeds: PractitionersEmbeds };
    procedure_catalog: { row: ProcedureCatalogRow; new: ProcedureCatalogNew; change: ProcedureCatalogChange; embeds: ProcedureCatalogEmbeds };
    procedure_materials: { row: ProcedureMaterialsRow; new: ProcedureMaterialsNew; change: ProcedureMaterialsChange; embeds: ProcedureMaterialsEmbeds };
    procedures: { row: ProceduresRow; new: ProceduresNew; change: ProceduresChange; embeds: ProceduresEmbeds };
    referral_items: { row: ReferralItemsRow; new: ReferralItemsNew; change: never; embeds: ReferralItemsEmbeds };
    referrals: { row: ReferralsRow; new: ReferralsNew; change: ReferralsChange; embeds: ReferralsEmbeds };
    report_images: { row: ReportImagesRow; new: ReportImagesNew; change: ReportImagesChange; embeds: ReportImagesEmbeds };
    research_access_logs: { row: ResearchAccessLogsRow; new: never; change: never; embeds: ResearchAccessLogsEmbeds };
    research_dataset_members: { row: ResearchDatasetMembersRow; new: never; change: never; embeds: ResearchDatasetMembersEmbeds };
    research_datasets: { row: ResearchDatasetsRow; new: ResearchDatasetsNew; change: ResearchDatasetsChange; embeds: ResearchDatasetsEmbeds };
    role_permissions: { row: RolePermissionsRow; new: never; change: never; embeds: RolePermissionsEmbeds };
    roles: { row: RolesRow; new: never; change: never; embeds: RolesEmbeds };
    rooms: { row: RoomsRow; new: RoomsNew; change: RoomsChange; embeds: RoomsEmbeds };
    route_stops: { row: RouteStopsRow; new: RouteStopsNew; change: RouteStopsChange; embeds: RouteStopsEmbeds };
    segments: { row: SegmentsRow; new: never; change: never; embeds: SegmentsEmbeds };
    sessions: { row: SessionsRow; new: never; change: never; embeds: SessionsEmbeds };
    shipments: { row: ShipmentsRow; new: ShipmentsNew; change: ShipmentsChange; embeds: ShipmentsEmbeds };
    staff_performance: { row: StaffPerformanceRow; new: never; change: never; embeds: StaffPerformanceEmbeds };
    staff_profiles: { row: StaffProfilesRow; new: StaffProfilesNew; change: StaffProfilesChange; embeds: StaffProfilesEmbeds };
    staff_schedules: { row: StaffSchedulesRow; new: StaffSchedulesNew; change: StaffSchedulesChange; embeds: StaffSchedulesEmbeds };
    subscription_plans: { row: SubscriptionPlansRow; new: never; change: never; embeds: SubscriptionPlansEmbeds };
    suppliers: { row: SuppliersRow; new: SuppliersNew; change: SuppliersChange; embeds: SuppliersEmbeds };
    sync_job_logs: { row: SyncJobLogsRow; new: never; change: never; embeds: SyncJobLogsEmbeds };
    sync_jobs: { row: SyncJobsRow; new: never; change: never; embeds: SyncJobsEmbeds };
    system_settings: { row: SystemSettingsRow; new: SystemSettingsNew; change: SystemSettingsChange; embeds: SystemSettingsEmbeds };
    team_members: { row: TeamMembersRow; new: TeamMembersNew; change: TeamMembersChange; embeds: TeamMembersEmbeds };
    teams: { row: TeamsRow; new: TeamsNew; change: TeamsChange; embeds: TeamsEmbeds };
    teeth: { row: TeethRow; new: never; change: never; embeds: TeethEmbeds };
    tenant_billing_accounts: { row: TenantBillingAccountsRow; new: TenantBillingAccountsNew; change: TenantBillingAccountsChange; embeds: TenantBillingAccountsEmbeds };
    tenant_branding: { row: TenantBrandingRow; new: TenantBrandingNew; change: TenantBrandingChange; embeds: TenantBrandingEmbeds };
    tenant_features: { row: TenantFeaturesRow; new: never; change: never; embeds: TenantFeaturesEmbeds };
    tenant_integrations: { row: TenantIntegrationsRow; new: TenantIntegrationsNew; change: TenantIntegrationsChange; embeds: TenantIntegrationsEmbeds };
    tenant_quotas: { row: TenantQuotasRow; new: never; change: never; embeds: TenantQuotasEmbeds };
    tenant_settings: { row: TenantSettingsRow; new: TenantSettingsNew; change: TenantSettingsChange; embeds: TenantSettingsEmbeds };
    tenant_subscriptions: { row: TenantSubscriptionsRow; new: never; change: never; embeds: TenantSubscriptionsEmbeds };
    tenants: { row: TenantsRow; new: never; change: never; embeds: TenantsEmbeds };
    tooth_chart_snapshots: { row: ToothChartSnapshotsRow; new: ToothChartSnapshotsNew; change: never; embeds: ToothChartSnapshotsEmbeds };
    tooth_surfaces: { row: ToothSurfacesRow; new: never; change: never; embeds: ToothSurfacesEmbeds };
    treatment_plan_items: { row: TreatmentPlanItemsRow; new: TreatmentPlanItemsNew; change: TreatmentPlanItemsChange; embeds: TreatmentPlanItemsEmbeds };
    treatment_plan_procedures: { row: TreatmentPlanProceduresRow; new: TreatmentPlanProceduresNew; change: TreatmentPlanProceduresChange; embeds: TreatmentPlanProceduresEmbeds };
    treatment_plans: { row: TreatmentPlansRow; new: TreatmentPlansNew; change: TreatmentPlansChange; embeds: TreatmentPlansEmbeds };
    usage_meter_readings: { row: UsageMeterReadingsRow; new: never; change: never; embeds: UsageMeterReadingsEmbeds };
    usage_meters: { row: UsageMetersRow; new: never; change: never; embeds: UsageMetersEmbeds };
    user_roles: { row: UserRolesRow; new: never; change: never; embeds: UserRolesEmbeds };
    v_doctor_priority_queue: { row: VDoctorPriorityQueueRow; new: never; change: never; embeds: VDoctorPriorityQueueEmbeds };
    v_patient_reports: { row: VPatientReportsRow; new: never; change: never; embeds: VPatientReportsEmbeds };
    vital_signs: { row: VitalSignsRow; new: VitalSignsNew; change: VitalSignsChange; embeds: VitalSignsEmbeds };
    webhook_deliveries: { row: WebhookDeliveriesRow; new: never; change: never; embeds: WebhookDeliveriesEmbeds };
    webhook_events: { row: WebhookEventsRow; new: never; change: never; embeds: WebhookEventsEmbeds };
    webhook_subscriptions: { row: WebhookSubscriptionsRow; new: WebhookSubscriptionsNew; change: WebhookSubscriptionsChange; embeds: WebhookSubscriptionsEmbeds };
    workflow_instances: { row: WorkflowInstancesRow; new: never; change: WorkflowInstancesChange; embeds: WorkflowInstancesEmbeds };
    workflow_stages: { row: WorkflowStagesRow; new: WorkflowStagesNew; change: WorkflowStagesChange; embeds: WorkflowStagesEmbeds };
    workflow_template_defaults: { row: WorkflowTemplateDefaultsRow; new: never; change: never; embeds: WorkflowTemplateDefaultsEmbeds };
    workflow_template_stages: { row: WorkflowTemplateStagesRow; new: WorkflowTemplateStagesNew; change: WorkflowTemplateStagesChange; embeds: WorkflowTemplateStagesEmbeds };
    workflow_templates: { row: WorkflowTemplatesRow; new: WorkflowTemplatesNew; change: WorkflowTemplatesChange; embeds: WorkflowTemplatesEmbeds };
    workflow_transitions: { row: WorkflowTransitionsRow; new: never; change: never; embeds: WorkflowTransitionsEmbeds };
    workflows: { row: WorkflowsRow; new: WorkflowsNew; change: WorkflowsChange; embeds: WorkflowsEmbeds };
}
