const longest = 120;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const noName = /[\u0000-\u001f\u007f-\u009f<>:"|?*\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** F-42: a name that is only a name: no folders, no control or direction characters, nothing a file system takes for something else. */
export function fileName(given: string): string {
  const last = given.toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(noName, '').replace(/^[.\s]+|[.\s]+$/g, '');
  const safe = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/i.test(clean) ? `_${clean}` : clean;
  if (safe === '') return 'file';
  if (safe.length <= longest) return safe;
  const ending = /\.[^.]{1,10}$/.exec(safe)?.[0] ?? '';
  return (
    safe
      .slice(0, longest - ending.length)
      .toWellFormed()
      .replace(/[.\s]+$/, '') + ending
  );
}
