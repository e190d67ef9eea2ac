import { expect, newCase, signIn, test } from './fixtures';

test('another practice finds nothing at the address of a case', async ({
    page,
    browser,
    server,
    technician,
    stranger,
    shot,
}) => {
    await signIn(page, technician);
    await newCase(page, 'Not for strangers');
    const address = new URL(page.url()).pathname;
    const other = await browser.newContext({ baseURL: server.url });
    const elsewhere = await other.newPage();
    await signIn(elsewhere, stranger);
    await elsewhere.goto(address);
    await expect(elsewhere.getByRole('heading', { name: 'Not found' })).toBeVisible();
    await expect(elsewhere.getByText('Not for strangers')).toBeHidden();
    await other.close();
    await shot('30-case');
});

test('a wrong password is refused in plain words', async ({ page, technician, shot }) => {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(technician.email);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toHaveText('The e-mail address or the password is not right.');
    await shot('31-refused');
});

test('whoever is not signed in is asked to, and led on to where they wanted to go', async ({ page, technician }) => {
    await page.goto('/cases?status=received');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await page.getByLabel('E-mail address').fill(technician.email);
    await page.getByLabel('Password', { exact: true }).fill(technician.password);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/cases\?status=received$/);
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await page.goto('/cases');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a case is found by its number', async ({ page, technician }) => {
    await signIn(page, technician);
    await newCase(page, 'To be found');
    const number = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await page.goto('/cases');
    await expect(page.getByRole('table')).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.type(String(Number(number.replace(/\D/g, ''))));
    await expect(page.getByRole('row')).toHaveCount(2);
    await expect(page.getByRole('link', { name: number })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(2);
});

test('a case is made with a new patient', async ({ page, admin }) => {
    await signIn(page, admin);
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog', { name: 'New case' });
    await dialog.getByRole('button', { name: 'New patient' }).click();
    await dialog.getByLabel('First name').fill('Ada');
    await dialog.getByLabel('Last name').fill('Example');
    await dialog.getByLabel('Date of birth').fill('1990-04-02');
    await dialog.getByRole('button', { name: 'Create case' }).click();
    await expect(page.getByText('Example, Ada')).toBeVisible();
});

test('a status is moved on, and the list learns of it without being asked', async ({ page, context, technician }) => {
    await signIn(page, technician);
    await newCase(page, 'Moved on');
    const number = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    const list = await context.newPage();
    await list.goto('/cases');
    const row = list.getByRole('row', { name: new RegExp(number) });
    await expect(row.getByText('Received')).toBeVisible();
    await page.getByRole('button', { name: /^Status: Received/ }).click();
    await page.getByRole('menuitem', { name: 'Processing' }).click();
    await expect(page.getByRole('button', { name: /^Status: Processing/ })).toBeVisible();
    await expect(row.getByText('Processing')).toBeVisible();
});

test('deleting a case can be undone', async ({ page, technician, shot }) => {
    await signIn(page, technician);
    await newCase(page, 'Deleted by mistake');
    const number = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete the case' }).click();
    await expect(page.getByText(`${number} was deleted.`)).toBeVisible();
    await expect(page.getByRole('link', { name: number })).toBeHidden();
    await shot('32-undo');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('link', { name: number })).toBeVisible();

    await page.getByRole('button', { name: `Actions for ${number}` }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(page.getByText(`${number} was deleted.`)).toBeHidden({ timeout: 15_000 });
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Cases', level: 1 })).toBeVisible();
    await expect(page.getByRole('table')).toBeVisible();
    await expect(page.getByRole('link', { name: number })).toBeHidden();
});
