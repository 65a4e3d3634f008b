import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainText } from '../../src/domain/markup.ts';

describe('G-14 a message’s HTML as plain text', () => {
  test.each([
    ['<p>Hello <strong>there</strong></p><p>Second&nbsp;line</p>', 'Hello there\n\nSecond line'],
    ['<div>One<br>Two<br/>Three</div>', 'One\nTwo\nThree'],
    ['<ul><li>First</li><li>Second</li></ul>', '- First\n\n- Second'],
    ['<p><at id="0">Case Desk</at> please look</p>', 'Case Desk please look'],
    ['<p>Well <emoji alt="🙂" title="Smile"></emoji> <img alt="a &amp; b" src="x"></p>', 'Well 🙂 a & b'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2 &#233; &#x1F600; &unknown; &amp;lt;', '1 < 2 && 3 > 2 é 😀 &unknown; &lt;'],
    ['<script>alert(1)</script><style>p{}</style>Shown<!-- not this -->', 'Shown'],
    ['a <b title="x > y">bold</b> 5 < 6', 'a bold 5 < 6'],
    ['<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>', 'A B\n\nC'],
    ['&#0;&#xD800;&#x110000;x', 'x'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  test('an element that is never closed hides what follows, and takes no longer for being long', () => {
    expect(plainText(`Seen<script>${'<'.repeat(50_000)}`)).toBe('Seen');
    expect(plainText('<a '.repeat(20_000)).length).toBeLessThanOrEqual(60_000);
  });

  test('whatever was written comes back as it was, once it is escaped', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ab<>&"\'é🙂#;/!-'), minLength: 1, maxLength: 12 });
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (said) =>
        expect(plainText(said.map((one) => `<p>${escaped(one)}</p>`).join(''))).toBe(said.join('\n\n')),
      ),
    );
  });
});
