import { describe, expect, it } from 'vitest';
import { ApiError, nextCursor, problemOf } from './client';

describe('the next page', () => {
    it('is where the Link header says', () => {
        expect(nextCursor('</api/v1/cases?limit=50&cursor=abc%3D>; rel="next"')).toBe('abc=');
    });
    it('is found among other links', () => {
        expect(nextCursor('<https://here/cases?cursor=1>; rel="prev", <https://here/cases?cursor=2>; rel=next')).toBe(
            '2',
        );
    });
    it('is not there where no link says so', () => {
        expect(nextCursor(null)).toBeNull();
        expect(nextCursor('</x?cursor=1>; rel="prev"')).toBeNull();
    });
});

describe('a refusal', () => {
    it('says what its problem details say', () => {
        const problem = {
            title: 'Stale version',
            status: 412,
            code: 'stale_version',
            detail: 'Someone else changed it.',
        };
        const error = new ApiError(problemOf(412, JSON.stringify(problem)));
        expect(error.message).toBe('Someone else changed it.');
        expect(error.code).toBe('stale_version');
    });
    it('says its status where there are no problem details', () => {
        expect(problemOf(502, '<html>Bad gateway</html>')).toMatchObject({ status: 502, code: 'http_502' });
    });
    it('may pass where the server or the connection is at fault', () => {
        const passing = (status: number) => new ApiError(problemOf(status, '')).passing;
        expect([0, 429, 503].map(passing)).toEqual([true, true, true]);
        expect([400, 403, 404, 409].map(passing)).toEqual([false, false, false, false]);
    });
});
