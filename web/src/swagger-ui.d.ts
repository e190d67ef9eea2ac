declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
    interface Options {
        domNode: HTMLElement | null;
        spec: unknown;
        deepLinking?: boolean;
        docExpansion?: 'list' | 'full' | 'none';
        requestInterceptor?: (request: { headers: Record<string, string> }) => unknown;
    }
    export default function SwaggerUI(options: Options): unknown;
}
