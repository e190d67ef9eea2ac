import { useSyncExternalStore } from 'react';
import { DetailedError, Upload } from 'tus-js-client';
import { problemOf, requestedWith } from '../api/client';
import type { Id } from '../api/types';

export type UploadState = 'waiting' | 'sending' | 'reconnecting' | 'paused' | 'failed' | 'done';

/** A file on its way to a case. */
export interface Sending {
    key: number;
    caseId: Id;
    name: string;
    size: number;
    sent: number;
    state: UploadState;
    /** Why it failed, for people. */
    problem: string | null;
    /** True where trying again may help. */
    again: boolean;
}

interface Item extends Sending {
    upload: Upload;
}

/** How many files are sent at once; the rest wait their turn. */
const atOnce = 3;
/** After these pauses (ms) a broken connection is tried again; then the person decides. */
const retryDelays = [300, 1000, 2000, 4000, 8000, 15_000, 30_000];
/** Larger files are not hashed beforehand: the server hashes them as they arrive. */
const hashedUpTo = 64 * 1024 * 1024;

async function sha256(file: File): Promise<string | null> {
    // Only pages from a secure origin may use the browser's digest.
    if (file.size > hashedUpTo || !('subtle' in crypto)) return null;
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Sends files to cases, in the background, resumable; it outlives the page that began it, not the tab. */
class Uploads {
    #items = new Map<number, Item>();
    #shown: readonly Sending[] = [];
    #next = 1;
    #listeners = new Set<() => void>();

    constructor() {
        window.addEventListener('online', () => {
            for (const item of this.#items.values()) if (item.state === 'failed' && item.again) this.resume(item.key);
        });
        window.addEventListener('beforeunload', (event) => {
            if (this.#shown.some(({ state }) => state === 'sending' || state === 'waiting')) event.preventDefault();
        });
    }

    add(caseId: Id, files: Iterable<File>): void {
        for (const file of files) {
            const key = this.#next++;
            const upload = new Upload(file, {
                endpoint: `/api/v1/cases/${caseId}/uploads`,
                headers: requestedWith,
                metadata: { filename: file.name, filetype: file.type || 'application/octet-stream' },
                retryDelays,
                // A file that was half sent before a reload goes on where it stopped when it is dropped again.
                fingerprint: async () => ['cuspid', caseId, file.name, file.size, file.lastModified].join('|'),
                removeFingerprintOnSuccess: true,
                onProgress: (sent) => this.#change(key, { sent, state: 'sending' }),
                onShouldRetry: (error) => {
                    const status = error.originalResponse?.getStatus() ?? 0;
                    const again = status === 0 || status === 409 || status === 423 || status === 429 || status >= 500;
                    if (again) this.#change(key, { state: 'reconnecting' });
                    return again;
                },
                onError: (error) => this.#fail(key, error),
                onSuccess: () => {
                    this.#change(key, { state: 'done', sent: file.size });
                    window.setTimeout(() => this.#remove(key), 1000);
                    this.#startNext();
                },
            });
            this.#items.set(key, {
                key,
                caseId,
                name: file.name,
                size: file.size,
                sent: 0,
                state: 'waiting',
                problem: null,
                again: false,
                upload,
            });
        }
        this.#publish();
        this.#startNext();
    }

    pause(key: number): void {
        const item = this.#items.get(key);
        if (!item) return;
        this.#change(key, { state: 'paused' });
        void item.upload.abort();
        this.#startNext();
    }

    resume(key: number): void {
        this.#change(key, { state: 'waiting', problem: null });
        this.#startNext();
    }

    /** Stops sending and has the server forget what arrived. */
    cancel(key: number): void {
        const item = this.#items.get(key);
        if (!item) return;
        void item.upload.abort(item.upload.url !== null).catch(() => undefined);
        this.#remove(key);
        this.#startNext();
    }

    subscribe = (listener: () => void): (() => void) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    };

    shown = (): readonly Sending[] => this.#shown;

    #startNext(): void {
        const items = [...this.#items.values()];
        const active = items.filter(({ state }) => state === 'sending' || state === 'reconnecting').length;
        for (const item of items.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, atOnce - active))) {
            this.#change(item.key, { state: 'sending' });
            void this.#start(item);
        }
    }

    async #start(item: Item): Promise<void> {
        const { upload, key } = item;
        if (upload.url === null) {
            const file = upload.file as File;
            const digest = await sha256(file).catch(() => null);
            if (digest) upload.options.metadata = { ...upload.options.metadata, sha256: digest };
            const [previous] = await upload.findPreviousUploads();
            if (previous) upload.resumeFromPreviousUpload(previous);
        }
        // It may have been paused or cancelled while the digest was made.
        if (this.#items.get(key)?.state === 'sending') upload.start();
    }

    #fail(key: number, error: Error): void {
        if (this.#items.get(key)?.state === 'paused') return;
        const response = error instanceof DetailedError ? error.originalResponse : null;
        if (response && response.getStatus() > 0) {
            const problem = problemOf(response.getStatus(), response.getBody());
            this.#change(key, {
                state: 'failed',
                problem: problem.detail ?? problem.title,
                again: response.getStatus() >= 500 || response.getStatus() === 429,
            });
        } else {
            this.#change(key, {
                state: 'failed',
                problem: 'The connection broke. What was sent is kept; go on when you are online again.',
                again: true,
            });
        }
        this.#startNext();
    }

    #change(key: number, change: Partial<Sending>): void {
        const item = this.#items.get(key);
        if (!item) return;
        // Progress that is reported after a pause belongs to the request that the pause ended.
        if (change.sent !== undefined && change.state === 'sending' && item.state === 'paused') return;
        Object.assign(item, change);
        this.#publish();
    }

    #remove(key: number): void {
        this.#items.delete(key);
        this.#publish();
    }

    #publish(): void {
        this.#shown = [...this.#items.values()].map(({ upload: _upload, ...shown }) => shown);
        for (const listener of this.#listeners) listener();
    }
}

export const uploads = new Uploads();

/** The files on their way to a case. */
export function useUploads(caseId: Id): Sending[] {
    return useSyncExternalStore(uploads.subscribe, uploads.shown).filter((sending) => sending.caseId === caseId);
}
