const english = {
  language: 'en',
  title: 'Microsoft’s service health',
  hint: 'A stand-in, on this computer only: say here what Microsoft would say. Whoever follows a problem in Case Desk is told by mail.',
  over: 'resolved',
  say: 'What Microsoft says',
  sample: 'We found the cause and are rolling out a fix.',
  post: 'Say it',
  resolve: 'Say it, and that it is resolved',
};
export type ServiceHealthWords = typeof english;

const french: ServiceHealthWords = {
  language: 'fr',
  title: 'État des services Microsoft',
  hint: 'Une doublure, sur cet ordinateur seulement : dites ici ce que dirait Microsoft. Qui suit un problème dans Case Desk en est informé par e-mail.',
  over: 'résolu',
  say: 'Ce que dit Microsoft',
  sample: 'Nous avons trouvé la cause et déployons un correctif.',
  post: 'Le dire',
  resolve: 'Le dire, et que c’est résolu',
};

export const serviceHealthWords = (acceptLanguage: string | undefined): ServiceHealthWords =>
  /^\s*fr\b/i.test(acceptLanguage ?? '') ? french : english;
