import { Alert, Anchor, Button, Group, Modal, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { patientsQuery } from '../../lib/api/queries';
import { resource } from '../../lib/api/resource';
import { type NewCase, type ProcedureType, procedureTypes, type Urgency, urgencies } from '../../lib/api/types';
import { useMay } from '../../lib/session';
import { messageOf } from '../../lib/ui/Failure';
import { formatDate, patientName } from '../../lib/ui/format';
import { procedureWords, urgencyWords } from '../../lib/ui/words';

interface Props {
    opened: boolean;
    onClose: () => void;
}

export function NewCaseDialog({ opened, onClose }: Props) {
    return (
        <Modal
            opened={opened}
            onClose={onClose}
            title="New case"
            size="md"
            closeButtonProps={{ 'aria-label': 'Close' }}
        >
            <NewCaseForm onClose={onClose} />
        </Modal>
    );
}

interface PatientDraft {
    first_name: string;
    last_name: string;
    dob: string;
}

const nobody: PatientDraft = { first_name: '', last_name: '', dob: '' };

function NewCaseForm({ onClose }: { onClose: () => void }) {
    const [title, setTitle] = useState('');
    const [procedure, setProcedure] = useState<ProcedureType>('crowns');
    const [urgency, setUrgency] = useState<Urgency>('standard');
    const [due, setDue] = useState('');
    const [patientId, setPatientId] = useState<string | null>(null);
    const [draft, setDraft] = useState<PatientDraft | null>(null);
    const navigate = useNavigate();
    const client = useQueryClient();
    const may = useMay();
    const patients = useQuery({ ...patientsQuery, enabled: may('patients', 'read') });

    const create = useMutation({
        mutationFn: async () => {
            let patient = patientId;
            if (draft) {
                const made = await resource('patients').create({
                    first_name: draft.first_name.trim(),
                    last_name: draft.last_name.trim(),
                    ...(draft.dob && { dob: draft.dob }),
                });
                patient = made.id;
                // Should the case be refused now, the next try must not make the patient again.
                setDraft(null);
                setPatientId(made.id);
                await client.invalidateQueries({ queryKey: ['patients'] });
            }
            const body: NewCase = {
                procedure_type: procedure,
                urgency,
                ...(title.trim() && { title: title.trim() }),
                ...(patient && { patient_id: patient }),
                ...(due && { due_at: new Date(`${due}T17:00:00`).toISOString() }),
            };
            return resource('cases').create(body);
        },
        onSuccess: async (made) => {
            void client.invalidateQueries({ queryKey: ['cases', 'list'] });
            onClose();
            await navigate({ to: '/cases/$caseId', params: { caseId: made.id } });
        },
    });

    function submit(event: FormEvent) {
        event.preventDefault();
        create.mutate();
    }

    const incomplete = draft !== null && (!draft.first_name.trim() || !draft.last_name.trim());
    return (
        <form onSubmit={submit}>
            <Stack gap="md">
                <TextInput
                    label="Title"
                    description="What the case is about, in a few words. Optional."
                    maxLength={200}
                    data-autofocus
                    value={title}
                    onChange={(event) => setTitle(event.currentTarget.value)}
                />
                <Group grow align="flex-start">
                    <Select
                        label="Procedure"
                        data={procedureTypes.map((value) => ({ value, label: procedureWords[value] }))}
                        value={procedure}
                        onChange={(value) => value && setProcedure(value as ProcedureType)}
                        allowDeselect={false}
                    />
                    <TextInput
                        label="Due"
                        type="date"
                        value={due}
                        onChange={(event) => setDue(event.currentTarget.value)}
                    />
                </Group>
                <div>
                    <Text size="sm" fw={500} mb={4} id="urgency-label">
                        Urgency
                    </Text>
                    <SegmentedControl
                        fullWidth
                        aria-labelledby="urgency-label"
                        data={urgencies.map((value) => ({ value, label: urgencyWords[value].text }))}
                        value={urgency}
                        onChange={(value) => setUrgency(value as Urgency)}
                    />
                </div>
                {draft ? (
                    <PatientFields draft={draft} onChange={setDraft} onCancel={() => setDraft(null)} />
                ) : (
                    may('patients', 'read') && (
                        <div>
                            <Select
                                label="Patient"
                                placeholder={patients.isPending ? 'Loading…' : 'None'}
                                searchable
                                clearable
                                nothingFoundMessage="No such patient"
                                data={(patients.data ?? []).map((patient) => ({
                                    value: patient.id,
                                    label: `${patientName(patient)}${patient.dob ? `, born ${formatDate(patient.dob)}` : ''}`,
                                }))}
                                value={patientId}
                                onChange={setPatientId}
                                error={patients.isError ? messageOf(patients.error) : undefined}
                            />
                            {may('patients', 'create') && (
                                <Anchor
                                    component="button"
                                    type="button"
                                    size="sm"
                                    mt={6}
                                    onClick={() => setDraft(nobody)}
                                >
                                    New patient
                                </Anchor>
                            )}
                        </div>
                    )
                )}
                {create.isError && (
                    <Alert color="red" icon={<IconAlertCircle size={18} />} role="alert">
                        {messageOf(create.error)}
                    </Alert>
                )}
                <Group justify="flex-end">
                    <Button variant="default" onClick={onClose}>
                        Cancel
                    </Button>
                    <Button type="submit" loading={create.isPending} disabled={incomplete}>
                        Create case
                    </Button>
                </Group>
            </Stack>
        </form>
    );
}

interface PatientFieldsProps {
    draft: PatientDraft;
    onChange: (draft: PatientDraft) => void;
    onCancel: () => void;
}

function PatientFields({ draft, onChange, onCancel }: PatientFieldsProps) {
    return (
        <fieldset style={{ border: '1px solid var(--line)', borderRadius: 10, padding: 12, margin: 0 }}>
            <legend>
                <Text size="sm" fw={500} px={4}>
                    New patient
                </Text>
            </legend>
            <Stack gap="sm">
                <Group grow>
                    <TextInput
                        label="First name"
                        required
                        maxLength={100}
                        autoFocus
                        value={draft.first_name}
                        onChange={(event) => onChange({ ...draft, first_name: event.currentTarget.value })}
                    />
                    <TextInput
                        label="Last name"
                        required
                        maxLength={100}
                        value={draft.last_name}
                        onChange={(event) => onChange({ ...draft, last_name: event.currentTarget.value })}
                    />
                </Group>
                <Group justify="space-between" align="flex-end">
                    <TextInput
                        label="Date of birth"
                        type="date"
                        value={draft.dob}
                        onChange={(event) => onChange({ ...draft, dob: event.currentTarget.value })}
                    />
                    <Button variant="subtle" color="gray" onClick={onCancel}>
                        Choose an existing one
                    </Button>
                </Group>
            </Stack>
        </fieldset>
    );
}
