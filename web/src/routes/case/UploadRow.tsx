import { ActionIcon, Progress, Tooltip } from '@mantine/core';
import { IconCheck, IconPlayerPause, IconPlayerPlay, IconRefresh, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatBytes } from '../../lib/ui/format';
import { type Sending, uploads } from '../../lib/uploads/manager';
import classes from './UploadRow.module.css';

const words: Record<Sending['state'], string> = {
    waiting: 'Waiting',
    sending: 'Sending',
    reconnecting: 'Connection lost, trying again',
    paused: 'Paused',
    failed: 'Failed',
    done: 'Sent',
};

export function UploadRow({ sending }: { sending: Sending }) {
    const { key, name, size, sent, state, problem, again } = sending;
    const share = size > 0 ? (100 * sent) / size : state === 'done' ? 100 : 0;
    return (
        <section className={`card ${classes.row}`} aria-label={`Upload of ${name}`} data-state={state}>
            <div className={classes.line}>
                <span className={classes.name}>{name}</span>
                <span className={`${classes.amount} numbers`} aria-live="polite">
                    {words[state]}
                    {state !== 'waiting' && state !== 'done' && `, ${formatBytes(sent)} of ${formatBytes(size)}`}
                </span>
                <span className={classes.buttons}>
                    {state === 'done' && <IconCheck size={18} aria-hidden="true" />}
                    {(state === 'sending' || state === 'reconnecting') && (
                        <Do label="Pause" onClick={() => uploads.pause(key)}>
                            <IconPlayerPause size={16} />
                        </Do>
                    )}
                    {state === 'paused' && (
                        <Do label="Resume" onClick={() => uploads.resume(key)}>
                            <IconPlayerPlay size={16} />
                        </Do>
                    )}
                    {state === 'failed' && again && (
                        <Do label="Try again" onClick={() => uploads.resume(key)}>
                            <IconRefresh size={16} />
                        </Do>
                    )}
                    {state !== 'done' && (
                        <Do label={state === 'failed' ? 'Dismiss' : 'Cancel'} onClick={() => uploads.cancel(key)}>
                            <IconX size={16} />
                        </Do>
                    )}
                </span>
            </div>
            <Progress
                value={share}
                size={5}
                aria-label={`Sent of ${name}`}
                color={state === 'failed' ? 'red' : state === 'paused' || state === 'reconnecting' ? 'yellow' : 'teal'}
                animated={state === 'sending'}
            />
            {problem && (
                <p className={classes.problem} role="alert">
                    {problem}
                </p>
            )}
        </section>
    );
}

function Do({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
    return (
        <Tooltip label={label}>
            <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick}>
                {children}
            </ActionIcon>
        </Tooltip>
    );
}
