import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds a running server. */
const server = process.env.CUSPID_TEST_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
    plugins: [react()],
    build: {
        target: 'es2022',
        // The server's content security policy allows no data: scripts or styles, and the page should not need any.
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 1600,
    },
    server: {
        proxy: {
            '^/api/v1/': { target: server, changeOrigin: false },
        },
    },
    test: {
        include: ['src/**/*.test.ts'],
        environment: 'node',
    },
});
