import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { catalogQuery } from '../../lib/data/catalog';
import { NotFound } from '../../lib/ui/Failure';
import { ResourceView } from './ResourceView';

/** The rows of one resource; each begins anew. */
export function ResourcePage() {
    const { resource: name } = useParams({ from: '/shell/data/$resource' });
    const catalog = useQuery(catalogQuery).data;
    const resource = catalog?.get(name);
    if (!catalog) return null;
    // What one may not read is not in the catalog, as it is not in the API.
    return resource ? <ResourceView key={name} resource={resource} catalog={catalog} /> : <NotFound />;
}
