import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { drop, expect, newCase, signIn, test } from './fixtures';
import { hueCount } from './pixels';

/** Moments of one drop, in milliseconds. */
interface Drop {
    /** From the drop to the stored file. */
    upload: number;
    /** From there to the stored teeth, waiting for a worker included. */
    processing: number;
    /** From there to the first frame in which they are drawn, the click that opens them included. */
    drawing: number;
    /** All of it. */
    total: number;
}

const runs = 5;
const longest = 60_000;
const drops: Drop[] = [];

/** When something is first true in the page, by the page's clock, looked at in every frame. */
async function moment(page: Page, selector: string): Promise<number> {
    const found = await page.waitForFunction(
        (looked) => document.querySelector(looked) !== null && Date.now(),
        selector,
        { polling: 'raf', timeout: longest },
    );
    return (await found.jsonValue()) as number;
}

for (let run = 0; run < runs; run += 1) {
    test(`drop ${run + 1} of ${runs}, in a browser that has seen nothing`, async ({ page, technician }) => {
        const bytes = readFileSync(process.env.CUSPID_BENCH_SCAN ?? '');
        // The first 80 bytes of a binary STL say nothing: no two drops are the same file.
        bytes.write(`drop ${run}`, 0, 'ascii');
        await signIn(page, technician);
        await newCase(page, `Drop ${run + 1}`);
        const dropped = page.evaluate(
            () =>
                new Promise<number>((resolve) =>
                    window.addEventListener('drop', () => resolve(Date.now()), { capture: true, once: true }),
                ),
        );
        await drop(page, [{ name: `drop-${run}.stl`, bytes }]);
        const began = await dropped;
        await moment(page, 'article a[href*="/scans/"]');
        await page.getByRole('link', { name: 'Open in 3D', exact: true }).click();
        const view = page.getByRole('application');
        const drawn = await moment(page, '[role="application"][data-ready] [data-label]:not([hidden])');

        // What the clock stopped at is what there is to see: teeth in colours, each with its number.
        expect(await hueCount(page, await view.screenshot())).toBeGreaterThanOrEqual(5);
        expect(await view.locator('[data-label]:visible').count()).toBeGreaterThanOrEqual(10);

        const id = page.url().split('/').at(-1);
        const file = (await (await page.request.get(`/api/v1/case_files/${id}`)).json()) as Record<string, string>;
        const [stored, processed] = [Date.parse(file.uploaded_at ?? ''), Date.parse(file.processed_at ?? '')];
        drops.push({
            upload: stored - began,
            processing: processed - stored,
            drawing: drawn - processed,
            total: drawn - began,
        });
    });
}

test.afterAll(() => {
    writeFileSync(process.env.CUSPID_BENCH_RESULT ?? '', JSON.stringify(drops));
});
