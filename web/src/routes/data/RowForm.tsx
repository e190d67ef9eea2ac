import { Alert, Button, Drawer, Group, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { ApiError } from '../../lib/api/client';
import { type Column, labelOf, type Row, spelled, targetOf, writableColumns } from '../../lib/data/catalog';
import { defaultOrder } from '../../lib/data/layout';
import type { Values } from '../../lib/data/rows';
import { fromInput, toInput } from '../../lib/data/value';
import { messageOf } from '../../lib/ui/Failure';
import { sentence } from '../../lib/ui/format';
import { Field } from './Field';
import classes from './Panels.module.css';
import { useWorkbench } from './workbench';

/** Which form is open: of a new row, or of one that is there. */
export interface FormTask {
    row: Row | null;
    column?: string | undefined;
}

interface Props {
    task: FormTask | null;
    onClose: () => void;
    onCreated: (row: Row) => void;
}

export function RowForm({ task, onClose, onCreated }: Props) {
    const { resource } = useWorkbench();
    const title = task?.row
        ? `Edit ${labelOf(resource, task.row)}`
        : `New row in ${spelled(resource.name).toLowerCase()}`;
    return (
        <Drawer
            opened={task !== null}
            onClose={onClose}
            position="right"
            size={460}
            title={title}
            closeButtonProps={{ 'aria-label': 'Close' }}
            classNames={{
                body: classes.formBody ?? '',
                content: classes.formContent ?? '',
                title: classes.formTitle ?? '',
            }}
        >
            {task && <Fields key={task.row?.id ?? 'new'} task={task} onClose={onClose} onCreated={onCreated} />}
        </Drawer>
    );
}

function Fields({ task, onClose, onCreated }: Props & { task: FormTask }) {
    const { resource, catalog, actions } = useWorkbench();
    const { row } = task;
    const order = defaultOrder(resource);
    const required = (column: Column) => (row ? !column.nullable : column.required);
    const columns = writableColumns(resource).sort(
        (a, b) => Number(b.required) - Number(a.required) || order.indexOf(a.name) - order.indexOf(b.name),
    );
    const textOf = (column: Column) => (row ? toInput(row[column.name], column) : '');
    const [texts, setTexts] = useState<Record<string, string>>({});
    const [errors, setErrors] = useState<Record<string, string>>({});
    const [failure, setFailure] = useState<string | null>(null);
    const [busy, setBusy] = useState(false);

    useEffect(() => {
        const name = task.column;
        if (name) document.getElementById(`field-${name}`)?.scrollIntoView({ block: 'center' });
    }, [task.column]);

    const point = (found: Record<string, string>) => {
        setErrors(found);
        const [first] = columns.filter(({ name }) => found[name]);
        const field = first && document.getElementById(`field-${first.name}`);
        field?.scrollIntoView({ block: 'center' });
        field?.focus({ preventScroll: true });
    };

    const submit = async (event: FormEvent) => {
        event.preventDefault();
        const values: Values = {};
        const found: Record<string, string> = {};
        for (const column of columns) {
            const text = texts[column.name];
            if (text === undefined || text === textOf(column)) {
                if (!row && column.required) found[column.name] = 'This must have a value.';
                continue;
            }
            // Of a new row, what is left empty is filled by the column's default.
            if (!row && text === '' && !column.required) continue;
            const parsed = fromInput(text, column);
            if ('message' in parsed) found[column.name] = parsed.message;
            else values[column.name] = parsed.value;
        }
        setFailure(null);
        if (Object.keys(found).length > 0) {
            point(found);
            return;
        }
        if (row && Object.keys(values).length === 0) {
            onClose();
            return;
        }
        setErrors({});
        setBusy(true);
        try {
            if (row) await actions.save(row, values);
            else onCreated(await actions.create(values));
            onClose();
        } catch (error) {
            const field = error instanceof ApiError ? error.field : undefined;
            if (field && columns.some(({ name }) => name === field)) point({ [field]: sentence(messageOf(error)) });
            else setFailure(messageOf(error));
        } finally {
            setBusy(false);
        }
    };

    return (
        <form onSubmit={(event) => void submit(event)} className={classes.form} noValidate>
            <div className={classes.fields}>
                {columns.map((column, index) => (
                    <Field
                        key={column.name}
                        column={column}
                        target={targetOf(resource, column.name, catalog)}
                        text={texts[column.name] ?? textOf(column)}
                        error={errors[column.name]}
                        required={required(column)}
                        autoFocus={task.column ? task.column === column.name : index === 0}
                        onChange={(text) => {
                            setTexts((old) => ({ ...old, [column.name]: text }));
                            setErrors(({ [column.name]: _gone, ...others }) => others);
                        }}
                    />
                ))}
                {columns.length === 0 && (
                    <Text size="sm" c="dimmed">
                        All columns of this resource are kept by Cuspid or written by actions.
                    </Text>
                )}
            </div>
            <div className={classes.formFoot}>
                {failure && (
                    <Alert color="red" icon={<IconAlertCircle size={18} />} role="alert" mb="xs" p="xs">
                        {failure}
                    </Alert>
                )}
                <Group justify="flex-end">
                    <Button size="sm" variant="default" onClick={onClose}>
                        Cancel
                    </Button>
                    <Button size="sm" type="submit" loading={busy}>
                        {row ? 'Store' : 'Create'}
                    </Button>
                </Group>
            </div>
        </form>
    );
}
