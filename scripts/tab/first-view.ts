import type { Plugin, Rolldown } from 'vite';

/** Of these scripts nearly everything runs at once: V8 compiles it on another thread while it comes, and not function by function as they are called. */
const compileAll = '//# allFunctionsCalledOnLoad\n';

/** What the first view needs comes at once: the script that starts it, and the one of this module, which draws it. */
export function firstView(module: string): Plugin {
  const drawing = (bundle: Rolldown.OutputBundle): Rolldown.OutputChunk => {
    const chunk = scriptsOf(bundle).find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)));
    if (!chunk) throw new Error(`${module} is in no file of its own.`);
    return chunk;
  };
  return {
    name: 'first-view',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const script of [drawing(bundle), ...scriptsOf(bundle).filter(({ isEntry }) => isEntry)])
          script.code = compileAll + script.code;
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const page = drawing(bundle);
        const ahead = scriptsOf(bundle).filter((script) => script === page || (page.imports.includes(script.fileName) && !script.isEntry));
        return ahead.map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
          injectTo: 'head',
        }));
      },
    },
  };
}

const scriptsOf = (bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] =>
  Object.values(bundle).filter((file): file is Rolldown.OutputChunk => file.type === 'chunk');
