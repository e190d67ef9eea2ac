import type { Problem } from './types';

/** A request that did not succeed; the message is fit for people. */
export class ApiError extends Error {
    readonly status: number;
    readonly code: string;
    readonly field: string | undefined;
    readonly requestId: string | undefined;

    constructor(problem: Problem) {
        super(problem.detail ?? problem.title);
        this.name = 'ApiError';
        this.status = problem.status;
        this.code = problem.code;
        this.field = problem.field;
        this.requestId = problem.request_id;
    }

    /** True where the same request may succeed a little later. */
    get passing(): boolean {
        return this.status === 0 || this.status === 429 || this.status >= 500;
    }
}

const unreachable: Problem = {
    title: 'Cuspid cannot be reached. Please check the connection.',
    status: 0,
    code: 'unreachable',
};

/** Reads a refusal's body: problem details where it has them, else what the status says. */
export function problemOf(status: number, body: string): Problem {
    try {
        const parsed: unknown = JSON.parse(body);
        if (typeof parsed === 'object' && parsed !== null && 'code' in parsed && 'title' in parsed) {
            return { ...(parsed as Problem), status };
        }
    } catch {
        // Not JSON: a proxy's page, say. The status has to do.
    }
    return { title: `The server answered with status ${status}.`, status, code: `http_${status}` };
}

let onSignedOut: () => void = () => undefined;

/** Says what happens when the server no longer knows the session. */
export function whenSignedOut(handler: () => void): void {
    onSignedOut = handler;
}

export interface Answer<T> {
    data: T;
    headers: Headers;
}

interface Options {
    body?: unknown;
    headers?: Record<string, string>;
    signal?: AbortSignal | undefined;
    keepalive?: boolean;
}

/** Sent with every unsafe request, so that no foreign page can make one with our cookie. */
export const requestedWith = { 'X-Requested-With': 'cuspid' };

export async function call<T>(method: string, path: string, options: Options = {}): Promise<Answer<T>> {
    let response: Response;
    try {
        response = await fetch(`/api/v1${path}`, {
            method,
            credentials: 'same-origin',
            keepalive: options.keepalive ?? false,
            signal: options.signal ?? null,
            headers: {
                ...(method === 'GET' ? {} : requestedWith),
                ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
                ...options.headers,
            },
            ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
        });
    } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') throw error;
        throw new ApiError(unreachable);
    }
    if (!response.ok) {
        const problem = problemOf(response.status, await response.text().catch(() => ''));
        if (response.status === 401 && !path.startsWith('/auth/login')) onSignedOut();
        throw new ApiError(problem);
    }
    const text = await response.text();
    return { data: (text === '' ? undefined : JSON.parse(text)) as T, headers: response.headers };
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return (await call<T>('GET', path, { signal })).data;
}

export async function post<T>(path: string, body?: unknown): Promise<T> {
    return (await call<T>('POST', path, body === undefined ? {} : { body })).data;
}

/** One page of a list, and where the next one is. */
export interface Page<T> {
    rows: T[];
    next: string | null;
}

/** The `cursor` of the next page, from a `Link` header. */
export function nextCursor(link: string | null): string | null {
    for (const part of (link ?? '').split(/,\s*(?=<)/)) {
        const match = /^<([^>]*)>\s*;(.*)$/.exec(part.trim());
        if (match?.[2] && /rel="?next"?/.test(match[2])) {
            return new URL(match[1] ?? '', 'http://here').searchParams.get('cursor');
        }
    }
    return null;
}

/** Where the bytes of a file are. */
export function contentUrl(fileId: string, inline = false): string {
    return `/api/v1/case_files/${fileId}/content${inline ? '?inline=1' : ''}`;
}
