import { expect, it } from 'vitest';
import { type StageState, stageStates } from './jobs';

const of = (status: Parameters<typeof stageStates>[0]['status'], stage: string | null): string =>
    stageStates({ status, stage })
        .map((state: StageState) => ({ done: '#', now: '>', ahead: '.', stopped: 'x' })[state])
        .join('');

it('has stored the file when there is a job at all', () => {
    expect(of('pending', null)).toBe('#.......');
});
it('shows the stage at work', () => {
    expect(of('processing', 'segment')).toBe('#####>..');
});
it('has nothing left when it is completed', () => {
    expect(of('completed', 'store')).toBe('########');
});
it('shows where it failed or was stopped', () => {
    expect(of('failed', 'check')).toBe('###x....');
    expect(of('cancelled', 'read')).toBe('#x......');
});
