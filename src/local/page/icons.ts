const shapes = {
  chat: 'M10 3a7 7 0 0 0-6.2 10.3L3 17l3.7-.8A7 7 0 1 0 10 3Zm-3 6h6M7 12h4',
  team: 'M7 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm6.5.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM2.5 15c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M13 11.5c2.5 0 4.5 1.2 4.5 3.5',
  mail: 'M3 5h14v10H3zM3 6l7 5 7-5',
  app: 'M4 5h12v10H4zM4 8h12M7 11h6M7 13h4',
  attach: 'M13.5 6.5 8 12a1.5 1.5 0 0 0 2.2 2.2l5.6-5.7a3.2 3.2 0 0 0-4.6-4.6L5.5 9.7a5 5 0 0 0 7 7l4-4',
  send: 'M3 10 17 3.5 13 17l-3-5.5L3 10Zm7 1.5L17 3.5',
  file: 'M6 3h5l4 4v10H6zM11 3v4h4',
  close: 'm5 5 10 10M15 5 5 15',
} as const;

export function icon(name: keyof typeof shapes): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', shapes[name]);
  svg.append(path);
  return svg;
}
