import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

/** Measurements in the browser of the journeys; programs under bench/ start them. */
export default defineConfig(journeys, {
    testMatch: '*.bench.ts',
    use: { trace: 'off' },
});
