import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures';

/** Makes the names of this run its own: a server that goes on running has those of the runs before. */
const mark = Date.now().toString(36);

const headers = { 'X-Requested-With': 'cuspid' };

interface Patient {
    id: string;
    version: number;
    first_name: string;
    last_name: string;
}

async function newPatient(page: Page, last: string, first: string): Promise<Patient> {
    const answer = await page.request.post('/api/v1/patients', {
        headers,
        data: { first_name: first, last_name: last + mark },
    });
    expect(answer.status()).toBe(201);
    return (await answer.json()) as Patient;
}

const cell = (page: Page, row: string, column: string): Locator =>
    page
        .getByRole('row')
        .filter({ hasText: row + mark })
        .locator(`[data-column="${column}"]`);

/** Opens the table of patients whose family name holds a text. */
async function openPatients(page: Page, last: string): Promise<void> {
    await page.goto('/data/patients');
    await expect(page.getByRole('grid')).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.type('last n');
    await page.getByRole('option', { name: 'Last name' }).click();
    await page.getByRole('textbox', { name: 'Last name' }).fill(last + mark);
    await page.keyboard.press('Enter');
    await expect(page.getByText(new RegExp(`contains\\s*${last}${mark}`))).toBeVisible();
}

async function findings(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
            nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
        );
}

test.describe('an administrator', () => {
    test.beforeEach(async ({ page, admin }) => signIn(page, admin));

    test('finds the patients, filters them by a part of the name and sorts them', async ({ page, shot }) => {
        for (const first of ['Berta', 'Anton', 'Clara']) await newPatient(page, 'Findemeier', first);
        await newPatient(page, 'Elsewhere', 'Dora');
        await page.getByRole('link', { name: 'Data' }).click();
        await page.getByLabel('Find a resource').fill('patients');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();
        await openPatients(page, 'indemeier');
        const heading = page
            .getByRole('columnheader', { name: /^First name/ })
            .getByRole('button')
            .first();
        const firsts = page.locator('[data-index] [data-column="first_name"]');
        await expect(firsts).toHaveCount(3);
        await expect(page.getByText('3 rows', { exact: true })).toBeVisible();
        // What is asked about people is not in the address, which ends up in histories and logs.
        expect(page.url()).not.toContain('indemeier');
        await heading.click();
        await expect(firsts).toHaveText(['Anton', 'Berta', 'Clara']);
        await heading.click();
        await expect(firsts).toHaveText(['Clara', 'Berta', 'Anton']);
        await expect(page).toHaveURL(/sort=-first_name/);
        await shot('70-workbench-filtered');
    });

    test('changes a value where it stands, goes on to the next, and takes it back', async ({ page, shot }) => {
        await newPatient(page, 'Inplacer', 'Erika');
        await openPatients(page, 'Inplacer');
        await cell(page, 'Inplacer', 'last_name').dblclick();
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type(`Neu-Inplacer${mark}`);
        await shot('71-workbench-editing');
        await page.keyboard.press('Tab');
        await expect(page.getByRole('textbox', { name: 'First name' })).toHaveValue('Erika');
        await page.keyboard.type('Nobody');
        await page.keyboard.press('Escape');
        await expect(cell(page, 'Neu-Inplacer', 'first_name')).toHaveText('Erika');
        await page.getByRole('button', { name: 'Undo' }).click();
        await expect(cell(page, 'Inplacer', 'last_name')).toHaveText(`Inplacer${mark}`);
    });

    test('hears at the cell why a value is refused', async ({ page }) => {
        await newPatient(page, 'Refusal', 'Erika');
        await openPatients(page, 'Refusal');
        await cell(page, 'Refusal', 'last_name').dblclick();
        await page.getByRole('textbox', { name: 'Last name' }).fill('x'.repeat(101));
        await page.keyboard.press('Enter');
        await expect(page.getByRole('grid').getByRole('alert')).toContainText('allowed');
        await page.keyboard.press('Escape');
        await expect(cell(page, 'Refusal', 'last_name')).toHaveText(`Refusal${mark}`);
    });

    test('who was too slow sees both changes and chooses', async ({ page, shot }) => {
        const patient = await newPatient(page, 'Clashing', 'Frieda');
        await openPatients(page, 'Clashing');
        const other = await page.request.patch(`/api/v1/patients/${patient.id}`, {
            headers: { ...headers, 'If-Match': '"1"' },
            data: { first_name: 'Friederike' },
        });
        expect(other.status()).toBe(200);
        await cell(page, 'Clashing', 'first_name').dblclick();
        await page.getByRole('textbox', { name: 'First name' }).fill('Fritzi');
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('dialog', { name: 'Someone else changed this row' });
        await expect(dialog.getByRole('row', { name: /First name/ })).toContainText('FriedaFriederikeFritzi');
        await shot('72-workbench-conflict');
        await dialog.getByRole('button', { name: 'Write mine over it' }).click();
        await expect(cell(page, 'Clashing', 'first_name')).toHaveText('Fritzi');
        const now = (await (await page.request.get(`/api/v1/patients/${patient.id}`)).json()) as Patient;
        expect(now).toMatchObject({ first_name: 'Fritzi', version: 3 });
    });

    test('makes a row by the form, and is told at the field what is wrong', async ({ page, shot }) => {
        await page.goto('/data/patients');
        await expect(page.getByRole('grid')).toBeVisible();
        await page.keyboard.press('n');
        const form = page.getByRole('dialog', { name: 'New row in patients' });
        await form.getByLabel('Last name').fill(`Formgreen${mark}`);
        await form.getByLabel('DOB').fill('1700-01-01');
        await form.getByRole('button', { name: 'Create' }).click();
        await expect(form.getByText('This must have a value.')).toBeVisible();
        await expect(form.getByLabel('First name')).toBeFocused();
        await form.getByLabel('First name').fill('Gerda');
        await form.getByRole('button', { name: 'Create' }).click();
        // The database knows the limit, the form does not.
        await expect(form.getByLabel('DOB')).toBeFocused();
        await expect(form.getByLabel('DOB')).toHaveAttribute('aria-invalid', 'true');
        await shot('73-workbench-form');
        await form.getByLabel('DOB').fill('1990-04-02');
        await form.getByRole('button', { name: 'Create' }).click();
        await expect(form).toBeHidden();
        await expect(page.getByRole('complementary', { name: 'Row' }).getByRole('heading')).toHaveText(
            `Formgreen${mark}, Gerda`,
        );
        await expect(cell(page, 'Formgreen', 'first_name')).toHaveText('Gerda');
    });

    test('deletes a row, takes it back, and finds deleted rows again', async ({ page, shot }) => {
        await newPatient(page, 'Wastebasket', 'Hanna');
        await openPatients(page, 'Wastebasket');
        const remove = async () => {
            await cell(page, 'Wastebasket', 'id').getByRole('link').click();
            await page.getByRole('button', { name: 'More actions' }).click();
            await page.getByRole('menuitem', { name: 'Delete' }).click();
            await expect(page.getByText('No row matches the filters')).toBeVisible();
        };
        await remove();
        await page.getByRole('button', { name: 'Undo' }).click();
        await expect(cell(page, 'Wastebasket', 'first_name')).toHaveText('Hanna');
        await remove();
        await page.getByRole('button', { name: 'Deleted' }).click();
        await cell(page, 'Wastebasket', 'id').getByRole('link').click();
        await shot('74-workbench-trash');
        await page.getByRole('button', { name: 'Restore' }).click();
        await page.getByRole('button', { name: 'Deleted' }).click();
        await expect(cell(page, 'Wastebasket', 'first_name')).toHaveText('Hanna');
    });

    test('sees what a row was, what changed, who did it and what belongs to it', async ({ page, shot }) => {
        const patient = await newPatient(page, 'Historian', 'Ilse');
        const changed = await page.request.patch(`/api/v1/patients/${patient.id}`, {
            headers,
            data: { last_name: `Historian${mark}der`, preferred_language: 'de' },
        });
        expect(changed.status()).toBe(200);
        await page.goto(`/data/patients/${patient.id}`);
        const panel = page.getByRole('complementary', { name: 'Row' });
        await expect(panel.getByRole('heading')).toHaveText(`Historian${mark}der, Ilse`);
        await panel.getByRole('tab', { name: 'History' }).click();
        await expect(panel.getByText('Version 2')).toBeVisible();
        await expect(panel.locator('ins').filter({ hasText: 'der' })).toBeVisible();
        await expect(panel.getByText('The row was made.')).toBeVisible();
        await shot('75-workbench-history');
        await panel.getByRole('tab', { name: 'Trail' }).click();
        await expect(panel.getByText('Patient changed').first()).toBeVisible();
        await panel.getByRole('tab', { name: 'Related' }).click();
        await expect(panel.getByRole('button', { name: /^Cases/ })).toContainText('0');
        await shot('76-workbench-related');
        await expect(page).toHaveURL(/tab=related/);
    });

    test('exports what is shown', async ({ page }) => {
        for (const first of ['Jan', 'Jule']) await newPatient(page, 'Exportmann', first);
        await openPatients(page, 'Exportmann');
        const load = async (name: RegExp) => {
            await page.getByRole('button', { name: 'Export', exact: true }).click();
            const coming = page.waitForEvent('download');
            await page.getByRole('menuitem', { name }).click();
            const file = await coming;
            return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
        };
        const csv = await load(/CSV/);
        const lines = csv.text.trim().split('\n');
        expect(csv.name).toBe('patients.csv');
        expect(lines).toHaveLength(3);
        expect(lines[0]).toMatch(/^id,last_name,first_name,/);
        const ndjson = await load(/NDJSON/);
        expect(
            ndjson.text
                .trim()
                .split('\n')
                .map((line) => (JSON.parse(line) as Patient).first_name)
                .sort(),
        ).toEqual(['Jan', 'Jule']);
        await expect(page.getByText(/patients\.ndjson: .* downloaded/)).toBeVisible();
    });

    test('keeps columns and views, and opens them again', async ({ page }) => {
        await page.goto('/data/cases');
        await expect(page.getByRole('grid')).toBeVisible();
        await page.getByRole('button', { name: 'Columns' }).click();
        await page.getByRole('checkbox', { name: 'Title' }).click();
        await page.keyboard.press('Escape');
        await expect(page.getByRole('columnheader', { name: /^Title/ })).toBeHidden();
        await page.getByRole('button', { name: 'Menu of Case number' }).click();
        await page.getByRole('menuitem', { name: 'Sort upwards' }).click();
        await page.getByRole('button', { name: 'Views' }).click();
        await page.getByLabel('Name of the view').fill('By number');
        await page.getByRole('button', { name: 'Keep' }).click();
        await page.goto('/data/cases');
        await expect(page.getByRole('columnheader', { name: /^Case number/ })).not.toHaveAttribute('aria-sort');
        await page.getByRole('button', { name: 'Views' }).click();
        await page.getByRole('button', { name: 'By number', exact: true }).click();
        await expect(page.getByRole('columnheader', { name: /^Case number/ })).toHaveAttribute(
            'aria-sort',
            'ascending',
        );
        await expect(page.getByRole('columnheader', { name: /^Title/ })).toBeHidden();
        await expect(page).toHaveURL(/sort=case_number/);
    });

    test('does everything by keys', async ({ page, shot }) => {
        const patient = await newPatient(page, 'Keyboarder', 'Karla');
        await openPatients(page, 'Keyboarder');
        const grid = page.getByRole('grid');
        await grid.focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowRight');
        await expect(grid).toHaveAttribute('aria-activedescendant', 'cell-0-first_name');
        await page.keyboard.press('Enter');
        await page.keyboard.type('Karoline');
        await page.keyboard.press('Enter');
        await expect(cell(page, 'Keyboarder', 'first_name')).toHaveText('Karoline');
        await expect(grid).toBeFocused();
        await page.keyboard.press('Space');
        await expect(page).toHaveURL(new RegExp(patient.id));
        await page.keyboard.press('e');
        await expect(page.getByRole('dialog', { name: `Edit Keyboarder${mark}, Karoline` })).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toBeHidden();
        await page.keyboard.press('?');
        await expect(page.getByRole('dialog', { name: 'Keys of the table' })).toBeVisible();
        await shot('77-workbench-keys');
    });
});

test('a technician does not find patients in the list, nor at their address', async ({ page, technician }) => {
    await signIn(page, technician);
    await page.getByRole('link', { name: 'Data' }).click();
    const list = page.getByRole('navigation', { name: 'Resources' });
    await expect(list.getByRole('link', { name: 'Cases', exact: true })).toBeVisible();
    await expect(list.getByRole('link', { name: 'Patients', exact: true })).toBeHidden();
    await page.goto('/data/patients');
    await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing serious in the workbench in the ${theme} theme`, async ({ page, admin, shot }) => {
        await page.emulateMedia({ colorScheme: theme });
        await signIn(page, admin);
        await page.goto('/data');
        await expect(page.getByText('Choose one to see')).toBeVisible();
        expect(await findings(page)).toEqual([]);
        await page.goto('/data/cases');
        await expect(page.getByRole('grid')).toBeVisible();
        expect(await findings(page)).toEqual([]);
        await shot(`78-workbench-${theme}`);
        await page.locator('[data-open]').first().click();
        for (const tab of ['Values', 'Related', 'History', 'Trail']) {
            await page.getByRole('tab', { name: tab }).click();
            await page.waitForLoadState('networkidle');
            expect(await findings(page)).toEqual([]);
            await shot(`79-workbench-${tab.toLowerCase()}-${theme}`);
        }
        await page.keyboard.press('e');
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await findings(page)).toEqual([]);
    });
}

test('the workbench fits a phone', async ({ page, admin, shot }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await signIn(page, admin);
    await page.goto('/data');
    await expect(page.getByRole('link', { name: 'Patients', exact: true })).toBeVisible();
    expect(await wider()).toBe(0);
    await shot('80-phone-resources');
    await page.getByRole('link', { name: 'Cases', exact: true }).last().click();
    await expect(page.getByRole('grid')).toBeVisible();
    expect(await wider()).toBe(0);
    await shot('81-phone-rows');
    await page.locator('[data-open]').first().click();
    await expect(page.getByRole('complementary', { name: 'Row' })).toBeVisible();
    expect(await wider()).toBe(0);
    await shot('82-phone-row');
    await page.getByRole('button', { name: 'Close the row' }).click();
    await page.getByRole('link', { name: 'All resources' }).click();
    await expect(page.getByLabel('Find a resource')).toBeVisible();
});
