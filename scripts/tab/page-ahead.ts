import type { Plugin } from 'vite';

/** Has the browser fetch the script that draws the page together with the one that starts it, which asks for it. */
export function pageAhead(module: string): Plugin {
  return {
    name: 'page-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const scripts = Object.values(bundle).filter((file) => file.type === 'chunk');
        const page = scripts.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)));
        if (!page) throw new Error(`${module} is in no file of its own.`);
        const files = scripts.filter((file) => file === page || (page.imports.includes(file.fileName) && !file.isEntry));
        return files.map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
          injectTo: 'head',
        }));
      },
    },
  };
}
