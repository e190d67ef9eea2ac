import { Button, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../../lib/api/client';
import type { Job } from '../../lib/api/types';
import { activity, isActive, stageStates, stages, stageWords } from '../../lib/jobs';
import { useMay } from '../../lib/session';
import { messageOf } from '../../lib/ui/Failure';
import { formatSeconds, sentence } from '../../lib/ui/format';
import classes from './StageProgress.module.css';

/** How the work on a scan goes: its stages, how far it is, and the way to stop it or to begin it again. */
export function StageProgress({ job }: { job: Job }) {
    const states = stageStates(job);
    const percent = Math.round(job.progress * 100);
    return (
        <div className={classes.work} data-status={job.status}>
            <ol className={classes.stages} aria-label="Stages">
                {stages.map((stage, index) => {
                    const state = states[index] ?? 'ahead';
                    const seconds = job.timings[stage];
                    return (
                        <li key={stage} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
                            <Tooltip
                                label={seconds === undefined ? stageWords[stage].now : formatSeconds(seconds)}
                                disabled={state === 'ahead'}
                            >
                                <span className={classes.mark}>
                                    {state === 'done' && <IconCheck size={12} stroke={3} aria-hidden="true" />}
                                    {state === 'stopped' && <IconX size={12} stroke={3} aria-hidden="true" />}
                                </span>
                            </Tooltip>
                            <span className={classes.name}>{stageWords[stage].text}</span>
                        </li>
                    );
                })}
            </ol>
            <div className={classes.line}>
                <span role="status">
                    {activity(job)}
                    {job.status === 'processing' && <span className="numbers">, {percent} %</span>}
                </span>
                <JobButtons job={job} />
            </div>
            {job.status === 'failed' && (
                <p className={classes.problem} role="alert">
                    {sentence(job.error?.message ?? 'The work failed for a reason that was not recorded.')}
                </p>
            )}
        </div>
    );
}

function JobButtons({ job }: { job: Job }) {
    const may = useMay();
    const client = useQueryClient();
    const act = useMutation({
        mutationFn: (action: 'cancel' | 'retry') => post(`/jobs/${job.id}/${action}`),
        onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
        onError: (error) => notifications.show({ color: 'red', title: 'That did not work', message: messageOf(error) }),
    });
    if (isActive(job)) {
        return (
            may('jobs', 'cancel') && (
                <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    loading={act.isPending}
                    disabled={job.cancel_requested_at !== null}
                    onClick={() => act.mutate('cancel')}
                >
                    Cancel
                </Button>
            )
        );
    }
    return (
        (job.status === 'failed' || job.status === 'cancelled') &&
        may('jobs', 'retry') && (
            <Button size="compact-sm" variant="default" loading={act.isPending} onClick={() => act.mutate('retry')}>
                Try again
            </Button>
        )
    );
}
