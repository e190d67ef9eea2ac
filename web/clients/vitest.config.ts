import { defineConfig } from 'vitest/config';

/** The programs that others write against PostgREST, against a server of their own. */
export default defineConfig({
    test: {
        include: ['clients/**/*.test.ts'],
        environment: 'node',
        hookTimeout: 150_000,
        testTimeout: 30_000,
    },
});
