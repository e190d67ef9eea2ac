import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface Account {
    email: string;
    password: string;
    tenant: string;
    role: string;
}

/** What a server writes into its ready file. */
export interface Ready {
    url: string;
    users: Account[];
}

export interface Server extends Ready {
    stop(): Promise<void>;
}

const repository = path.resolve(import.meta.dirname, '../..');

/** The program under test: `CUSPID_TEST_BIN`, or what cargo built last. */
function program(): string {
    const target = process.env.CARGO_TARGET_DIR ?? path.join(repository, 'target');
    const candidates = [
        process.env.CUSPID_TEST_BIN,
        path.join(target, 'debug/cuspid'),
        path.join(target, 'release/cuspid'),
    ];
    const found = candidates.find((candidate) => candidate && existsSync(candidate));
    if (!found) throw new Error('There is no cuspid to test: build it, or name it in CUSPID_TEST_BIN.');
    return found;
}

async function ended(child: ChildProcess, withinMs: number): Promise<boolean> {
    for (let waited = 0; waited < withinMs; waited += 100) {
        if (child.exitCode !== null || child.signalCode !== null) return true;
        await pause(100);
    }
    return false;
}

/** Starts a demo server of its own on a free port; with `CUSPID_TEST_READY_FILE` it uses the one that wrote that file. */
export async function startServer(): Promise<Server> {
    const running = process.env.CUSPID_TEST_READY_FILE;
    if (running) return { ...(JSON.parse(readFileSync(running, 'utf8')) as Ready), stop: async () => undefined };

    const folder = mkdtempSync(path.join(tmpdir(), 'cuspid-e2e-'));
    // Started by root, the server runs PostgreSQL under an account of its own, which has to reach its folder.
    chmodSync(folder, 0o755);
    const file = path.join(folder, 'ready.json');
    const child = spawn(
        program(),
        ['serve', '--demo', '--data-dir', path.join(folder, 'data'), '--listen', '127.0.0.1:0', '--ready-file', file],
        { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let log = '';
    child.stderr.on('data', (text: Buffer) => {
        log = (log + text.toString()).slice(-8000);
    });
    const stop = async () => {
        child.kill('SIGTERM');
        if (!(await ended(child, 20_000))) child.kill('SIGKILL');
        rmSync(folder, { recursive: true, force: true });
    };
    for (let waited = 0; !existsSync(file); waited += 100) {
        if (child.exitCode !== null || waited > 120_000) {
            await stop();
            throw new Error(`The server did not become ready.\n${log}`);
        }
        await pause(100);
    }
    return { ...(JSON.parse(readFileSync(file, 'utf8')) as Ready), stop };
}

/** A real scan where the test data is there, else one that the program makes. */
export function scanFile(folder: string): { file: string; real: boolean } {
    const data = process.env.CUSPID_TEST_DATA ?? path.resolve(repository, '../shared/data');
    const real = path.join(data, 'ios-3d-iosseg/007_U.ply');
    if (existsSync(real)) return { file: real, real: true };
    const made = path.join(folder, 'synthetic_upper.stl');
    if (!existsSync(made)) execFileSync(program(), ['demo', 'arch', '--out', made, '--faces', '60000']);
    return { file: made, real: false };
}
