export const openApiDocument = (): Record<string, unknown> => ({ openapi: '3.1.0' });
