import { Box3, Color, DoubleSide, type Material, Mesh, MeshStandardMaterial, ReplaceStencilOp, Vector3 } from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { acceleratedRaycast, MeshBVH } from 'three-mesh-bvh';
import type { Frame } from '../api/types';

export const gum = 'gingiva';

/** What the chosen part leaves in the stencil, so that its rim can be drawn round it. */
export const chosenMark = 1;

/** A part of a scan as it is drawn. */
export interface Part {
    /** `tooth_11` or `gingiva`. */
    label: string;
    fdi: number | null;
    confidence: number | null;
    mesh: Mesh<Mesh['geometry'], MeshStandardMaterial>;
    /** Finds places on its surface quickly. */
    tree: MeshBVH;
    /** The colour the file gives it. */
    colour: Color;
    box: Box3;
}

/** A scan that was read from a file, ready to be drawn. */
export interface Model {
    parts: Part[];
    faces: number;
    frame: Frame | null;
    /** Points spread over the surface, to fit the view to. */
    samples: Vector3[];
    dispose(): void;
}

/** Fetches bytes and tells how much of them arrived, 0 to 1. */
export async function fetchBytes(
    url: string,
    signal: AbortSignal,
    arrived: (share: number) => void,
): Promise<ArrayBuffer> {
    const response = await fetch(url, { signal, credentials: 'same-origin' });
    if (!response.ok || !response.body)
        throw new Error(`The 3D file could not be fetched (status ${response.status}).`);
    const total = Number(response.headers.get('Content-Length') ?? 0);
    let got = 0;
    const counted = response.body.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
            transform(chunk, controller) {
                got += chunk.byteLength;
                if (total > 0) arrived(Math.min(1, got / total));
                controller.enqueue(chunk);
            },
        }),
    );
    return new Response(counted).arrayBuffer();
}

export async function readModel(bytes: ArrayBuffer): Promise<Model> {
    const file = await new GLTFLoader().parseAsync(bytes, '');
    const parts: Part[] = [];
    file.scene.updateMatrixWorld(true);
    file.scene.traverse((node) => {
        if (node instanceof Mesh) parts.push(partOf(node));
    });
    if (parts.length === 0) throw new Error('The 3D file holds no surface.');
    const extras = (file.asset as { extras?: { frame?: Frame } }).extras;
    return {
        parts,
        faces: parts.reduce((sum, { mesh }) => sum + (mesh.geometry.index?.count ?? 0) / 3, 0),
        frame: extras?.frame ?? null,
        samples: parts.flatMap(({ mesh }) => samplesOf(mesh)),
        dispose() {
            for (const { mesh } of parts) {
                mesh.geometry.dispose();
                mesh.material.dispose();
            }
        },
    };
}

function partOf(node: Mesh): Part {
    const geometry = node.geometry.applyMatrix4(node.matrixWorld);
    if (!geometry.hasAttribute('normal')) geometry.computeVertexNormals();
    geometry.computeBoundingBox();
    geometry.computeBoundingSphere();
    const tree = new MeshBVH(geometry);
    geometry.boundsTree = tree;
    const loaded = (Array.isArray(node.material) ? node.material[0] : node.material) as Material | undefined;
    const colour = loaded instanceof MeshStandardMaterial ? loaded.color.clone() : new Color(0xcccccc);
    loaded?.dispose();
    const mesh = new Mesh(
        geometry,
        new MeshStandardMaterial({
            color: colour,
            roughness: 0.48,
            side: DoubleSide,
            stencilRef: chosenMark,
            stencilZPass: ReplaceStencilOp,
            stencilZFail: ReplaceStencilOp,
        }),
    );
    mesh.raycast = acceleratedRaycast;
    const label = node.name || node.parent?.name || gum;
    mesh.name = label;
    const data = { ...node.parent?.userData, ...node.userData } as { fdi?: unknown; confidence?: unknown };
    return {
        label,
        fdi: typeof data.fdi === 'number' && data.fdi > 0 ? data.fdi : null,
        confidence: typeof data.confidence === 'number' ? data.confidence : null,
        mesh,
        tree,
        colour,
        box: geometry.boundingBox ?? new Box3(),
    };
}

function samplesOf(mesh: Mesh): Vector3[] {
    const position = mesh.geometry.getAttribute('position');
    const step = Math.max(1, Math.floor(position.count / 120));
    const samples: Vector3[] = [];
    for (let i = 0; i < position.count; i += step) samples.push(new Vector3().fromBufferAttribute(position, i));
    return samples;
}
