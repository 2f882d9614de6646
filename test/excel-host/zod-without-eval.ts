import { z } from 'zod';

// Imported first: the page forbids what zod would otherwise try out with its first schema, making functions of text.
z.config({ jitless: true });
