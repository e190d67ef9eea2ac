import type { Job } from './api/types';

/** What a scan goes through, in order. The first is over when there is a job at all. */
export const stages = ['stored', 'read', 'weld', 'check', 'orient', 'segment', 'convert', 'store'] as const;
export type Stage = (typeof stages)[number];

export const stageWords: Record<Stage, { text: string; now: string }> = {
    stored: { text: 'Stored', now: 'Waiting for a worker' },
    read: { text: 'Read', now: 'Reading the file' },
    weld: { text: 'Weld', now: 'Joining the surface' },
    check: { text: 'Check', now: 'Checking the quality' },
    orient: { text: 'Orient', now: 'Finding which way the jaw lies' },
    segment: { text: 'Segment', now: 'Telling the teeth apart' },
    convert: { text: 'Convert', now: 'Making the 3D files' },
    store: { text: 'Store', now: 'Storing the results' },
};

export type StageState = 'done' | 'now' | 'ahead' | 'stopped';

/** How each stage of a job stands. */
export function stageStates(job: Pick<Job, 'status' | 'stage'>): StageState[] {
    const at = Math.max(0, (stages as readonly (string | null)[]).indexOf(job.stage));
    return stages.map((_, index) => {
        if (job.status === 'completed' || index < at || (index === 0 && job.stage !== null)) return 'done';
        if (index > at) return 'ahead';
        if (job.status === 'failed' || job.status === 'cancelled') return index === 0 ? 'done' : 'stopped';
        return index === 0 ? 'done' : 'now';
    });
}

export const isActive = (job: Job): boolean => job.status === 'pending' || job.status === 'processing';

/** What a job is doing, in a few words. */
export function activity(job: Job): string {
    if (job.cancel_requested_at && isActive(job)) return 'Cancelling';
    switch (job.status) {
        case 'pending':
            return job.attempts > 0
                ? `Waiting to be tried again (attempt ${job.attempts + 1})`
                : 'Waiting for a worker';
        case 'processing': {
            const stage = stages.find((known) => known === job.stage);
            return stage ? stageWords[stage].now : 'Beginning';
        }
        case 'completed':
            return 'Done';
        case 'failed':
            return 'Failed';
        case 'cancelled':
            return 'Cancelled';
    }
}
