import { defineConfig } from '@playwright/test';

export default defineConfig({
    testDir: 'e2e',
    outputDir: 'test-results/runs',
    // One server and one browser: the tests share a machine that also works on the scans.
    workers: 1,
    timeout: 120_000,
    expect: { timeout: 15_000 },
    reporter: [['list']],
    use: {
        viewport: { width: 1360, height: 860 },
        trace: 'retain-on-failure',
        reducedMotion: 'reduce',
        launchOptions: {
            executablePath: process.env.CUSPID_TEST_CHROMIUM ?? '/usr/bin/chromium',
            args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
        },
    },
});
